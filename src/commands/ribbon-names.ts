/** As manifest.xml names them. */
export const RIBBON_NAMES = ['scoreWorkbook', 'checkWorkbook', 'clearResults'] as const;
export type RibbonName = (typeof RIBBON_NAMES)[number];

/** Excel ends a command after five minutes; ours end themselves before. Milliseconds. */
export const LONGEST = 270_000;
