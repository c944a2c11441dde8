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
