import { levelSheet } from '../report/level-sheet';
import { levelsOf } from './levels';

/** All that levels need; of no use where a pack has none, so browsers fetch it for one that has. */
export const levelParts = { levelsOf, levelSheet };
