import { foldText } from '../fold';
import type { Words } from '../words';

/** Longer texts are no titles. */
const LONGEST = 120;
const PAGE = /(?:\(?(?:第?[\d一二三四五六七八九十]{1,3}页?|共\d{1,3}页|\d{1,3}\/\d{1,3})\)?)$/u;
const EMPTY = /\(\)/gu;

/** A title without what only says which piece of the table it stands over: 续表, （二）, 第2页. */
export function bareTitle(text: string, { continued }: Words): string {
  if (text.length > LONGEST) return foldText(text);
  const folded = foldText(text).replace(continued, '').replace(EMPTY, '');
  return folded.replace(PAGE, '').replace(PAGE, '');
}
