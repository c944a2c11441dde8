import { textWidth } from './width';

/** Points between the margins of an A4 page. */
const PAGE = { portrait: 523, landscape: 769 } as const;

/** The smallest print that a signed sheet may have, by the smallest type on it. */
const SHRUNK_TO = 9 / 10.5;

/** Points of a character of width where the digits of the default font are widest (Song), and of what stands beside the text of a column. */
const CHARACTER = 6;
const BESIDE = 4.5;

const printed = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width * CHARACTER + BESIDE, 0);

/** Characters of width that a page (an upright one where nothing else is said) holds at full size beside what stands beside the texts of so many columns. */
export const pageOf = (columns: number, landscape = false): number =>
  Math.floor((PAGE[landscape ? 'landscape' : 'portrait'] - columns * BESIDE) / CHARACTER);

/** Characters of width that are left on the page beside these columns at a size that can be read; negative where they are too wide. */
export function roomLeft(widths: readonly number[], landscape: boolean): number {
  return Math.floor((PAGE[landscape ? 'landscape' : 'portrait'] / SHRUNK_TO - printed(widths)) / CHARACTER);
}

/** What a column that wraps keeps of its width at least, and the characters that none goes below. */
const KEPT = 0.4;
const NARROWEST = 9;

interface Wrapping {
  readonly header: string;
  readonly width: number;
  /** Whether its texts stay on one line, as a cell with a link does in some spreadsheets. */
  readonly unbroken?: boolean;
}

/** Columns no wider than a page holds at a size that can be read: all give of what they have to spare, the widest most. */
export function onPage<C extends Wrapping>(columns: readonly C[], landscape: boolean): C[] {
  const widths = columns.map(({ width }) => width);
  if (roomLeft(widths, landscape) >= 0) return [...columns];
  const least = columns.map(({ header, width, unbroken = false }) =>
    unbroken ? width : Math.min(width, Math.max(NARROWEST, Math.ceil(textWidth(header) / 2) + 2, width * KEPT)),
  );
  const spare = widths.reduce((sum, width, n) => sum + width - least[n]!, 0);
  const share = spare === 0 ? 0 : Math.min(1, Math.max(0, roomLeft(least, landscape) / spare));
  return columns.map((column, n) => ({ ...column, width: Math.floor(least[n]! + (column.width - least[n]!) * share) }));
}

/** Whether a column says nothing of any line. */
export const isBlank = (values: readonly string[]): boolean => values.length > 0 && values.every((value) => value === '—' || value === '');
