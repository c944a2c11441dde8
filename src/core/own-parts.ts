import type { OwnParts } from './assess';
import { judgeAnswer } from './judge/answer';
import { judgeGrade } from './judge/grade';
import { judgeMovement } from './judge/movement';
import { levelsOf } from './levels/levels';
import { lastYearOf } from './ranking/last-year';
import { gradesOf } from './ranking/grades';
import { gradeColumns } from './report/grade-columns';
import { levelSheet } from './report/level-sheet';
import { movedColumns } from './report/moved-columns';
import { reviewSheet } from './report/review-sheet';
import { standardSheet } from './report/standard-sheet';
import { reviewsOf } from './review/review';

/** What few documents need, so that browsers fetch it with a pack that does. */
export const ownParts: OwnParts = {
  levelsOf,
  levelSheet,
  gradesOf,
  gradeColumns,
  lastYearOf,
  movedColumns,
  reviewsOf,
  reviewSheet,
  standardSheet,
  judges: { grade: judgeGrade, movement: judgeMovement, answer: judgeAnswer },
};
