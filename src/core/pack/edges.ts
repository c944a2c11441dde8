/** The words for a limit's side, in the order in which they are shown. */
export const edges = ['over', 'at_least', 'under', 'at_most', 'equals'] as const;
export type Edge = (typeof edges)[number];
