/** Id of the tree's root, whose score is the total. */
export const TOTAL = '·total';
