import { foldText } from './fold';
import { DASHES } from './vocabulary';

export interface NumberText {
  readonly value: number;
  /** The text ended in "%". */
  readonly percent: boolean;
  /** "(12.3)": book-keepers write negative numbers in brackets. */
  readonly bracketed: boolean;
}

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)$/;

/** A number that was typed as text: "1,234.5", "１２３", " 12 ", "12.5%", "(12.3)". "1.2万" and "约12" are none: their meaning would be a guess. */
export function parseNumber(text: string): NumberText | undefined {
  const first = text.trimStart().charCodeAt(0);
  // Words are by far the most frequent texts; they need no folding to be told from numbers.
  if (Number.isNaN(first) || (first >= 0x4e00 && first <= 0x9fff)) return undefined;
  let folded = foldText(text);
  const bracketed = /^\([\d,.]+%?\)$/.test(folded);
  if (bracketed) folded = `-${folded.slice(1, -1)}`;
  const match = NUMBER.exec(folded);
  if (!match?.[2]) return undefined;
  const value = Number(`${match[1] ?? ''}${match[2].replaceAll(',', '')}${match[3] ?? ''}`);
  return Number.isFinite(value) ? { value: value === 0 ? 0 : value, percent: match[4] === '%', bracketed } : undefined;
}

/** Whether the cell says "no figure": —, …, /, 无, 暂无, N/A. */
export function isDash(text: string): boolean {
  if (text.length > 16) return false;
  const folded = foldText(text);
  return DASHES.has(folded) || /^[-./…*]+$/u.test(folded);
}

const percentFormats = new Map<string, boolean>();

/** Whether a number format shows the number as a percentage; quoted text and escaped signs do not count. */
export function isPercentFormat(format: string): boolean {
  let percent = percentFormats.get(format);
  if (percent === undefined) {
    percent = format.replace(/"[^"]*"|\\./g, '').includes('%');
    if (percentFormats.size < 1000) percentFormats.set(format, percent);
  }
  return percent;
}
