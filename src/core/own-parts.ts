import type { OwnParts } from './assess';
import { judgeAnswer } from './judge/answer';
import { judgeGrade } from './judge/grade';
import { judgeMovement } from './judge/movement';
import { levelsOf } from './levels/levels';
import { gradesOf } from './ranking/grades';
import { levelSheet } from './report/level-sheet';
import { reviewSheet } from './report/review-sheet';
import { reviewsOf } from './review/review';

/** What few documents need, so that browsers fetch it with a pack that does. */
export const ownParts: OwnParts = {
  levelsOf,
  levelSheet,
  gradesOf,
  reviewsOf,
  reviewSheet,
  judges: { grade: judgeGrade, movement: judgeMovement, answer: judgeAnswer },
};
