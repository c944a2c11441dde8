import { trimMarks } from '../trim-marks';

const HAN_ONLY = /^[\u4e00-\u9fff]+$/;
/** Nothing of these is ever folded. */
const FOLDED = /^[\u4e00-\u9fff0-9a-z]+$/;
/** Spaces, and characters that only steer how text is shown: all of category Cf. */
const SPACES = /[\s\p{Cf}]+/gu;
const INVISIBLE = /\p{Cf}+/gu;
/** What a regular expression's \s stands for, and characters without any width. */
const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\ufeff';
const FRONT_BLANKS = `${BLANKS}#`;
const HAN = /[\u4e00-\u9fff]/u;

/**
 * One form for all ways of typing the same words: width, case, inner spaces, brackets and dashes are levelled.
 * "地  区" = "地区", "工业总产值（亿元）" = "工业总产值(亿元)".
 */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(SPACES, '')
    .replace(/[[{【〔〖「『《〈]/gu, '(')
    .replace(/[\]}】〕〗」』》〉]/gu, ')')
    .replace(/[‐‑‒–—―─━−]/gu, '-')
    .replace(/[、,;；]/gu, ',')
    .replace(/[·•・‧]/gu, '·')
    .replace(/[“”"'‘’]/gu, '')
    .toLowerCase();
}

const NUMBERING = /^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+,|\(\d{1,2}\)|\d{1,2}(?:,(?!\d{3})|\.(?!\d)|\))|[a-z]\d{0,2}\.)/u;
const FRONT_MARKS = '#*※★☆';
const BACK_MARKS = '#*※★☆:,.';

/** Longer texts are no headers that come again, and would fill the memory. */
const LONGEST_KEPT = 64;
const headers = new Map<string, string>();

/** {@link foldText} for header comparison: leading numbers ("1.", "（一）", "①") and marks ("#", "*", a last colon) fall away too. */
export function foldHeader(text: string): string {
  const known = headers.get(text);
  if (known !== undefined) return known;
  let folded = trimMarks(foldText(text.replace(/^\s*[①-⑳]/u, '')), FRONT_MARKS, BACK_MARKS);
  const bare = trimMarks(folded.replace(NUMBERING, ''), FRONT_MARKS, BACK_MARKS);
  if (bare !== '') folded = bare;
  if (text.length <= LONGEST_KEPT && headers.size < 20000) headers.set(text, folded);
  return folded;
}

/** The text as it is shown: trimmed, "#" before it dropped, spaces within Chinese removed, other spaces single. */
export function tidyText(text: string): string {
  if (HAN_ONLY.test(text)) return text;
  const trimmed = trimMarks(text.replace(INVISIBLE, ''), FRONT_BLANKS, BLANKS);
  return HAN.test(trimmed) ? trimmed.replace(SPACES, '') : trimmed.replace(SPACES, ' ');
}

/** A header level as it is shown: {@link tidyText} without numbering marks and last colon. */
export function tidyHeader(text: string): string {
  return trimMarks(tidyText(text), '', ':：');
}
