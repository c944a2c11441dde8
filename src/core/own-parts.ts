import type { OwnParts } from './conclude';
import { judgeAnswer } from './judge/answer';
import { judgeGrade } from './judge/grade';
import { judgeMovement } from './judge/movement';
import { levelsOf } from './levels/levels';
import { gradesOf } from './ranking/grades';
import { reviewsOf } from './review/review';

/** What few documents need, so that browsers fetch it with a pack that does. */
export const ownParts: OwnParts = {
  levelsOf,
  gradesOf,
  reviewsOf,
  judges: { grade: judgeGrade, movement: judgeMovement, answer: judgeAnswer },
};
