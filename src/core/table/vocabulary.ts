/**
 * The grammar of official tables: signs that have the same meaning in whatever words a table is written. What these are is data
 * (packs/words.yaml, see words.ts). Looked for in folded text (see fold.ts).
 */

/** A cell of these alone says that there is no figure. */
export const DASHES = /^[-/\\.…*]+$/u;

/** Headers of running numbers. */
export const ORDINAL_HEADER = /^(?:序号|编号|序|号|no\.?|行次|项次|#)$/u;

/** First cell of a row that numbers the columns (甲 1 2 3) or holds their units. */
export const COLUMN_NUMBER_KEY = /^(?:甲|乙|栏次|行次|列次|代码)$/u;
export const UNIT_ROW_KEY = /^(?:计量)?单位$/u;

/** 单位：万元 anywhere in a line. */
export const UNIT_LINE = /(?:^|[^位报管属制有个业])单位[:：]\s*([^]+)$/u;

/** "Of which": the columns under it are parts of the column before them. */
export const PART = /^(?:其中[:：]?|#)/u;

/** Marks that may stand round the name of a figure. */
export const DECORATING_SIGNS = '-,.:()';
