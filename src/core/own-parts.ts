import type { OwnParts } from './assess';
import { judgeGrade } from './judge/grade';
import { judgeMovement } from './judge/movement';
import { levelsOf } from './levels/levels';
import { gradesOf } from './ranking/grades';
import { levelSheet } from './report/level-sheet';

/** What no document that comes with the product needs, so that browsers fetch it with a pack that does. */
export const ownParts: OwnParts = { levelsOf, levelSheet, gradesOf, judges: { grade: judgeGrade, movement: judgeMovement } };
