import type { BodyColumn } from '../plan';

/** First and last of the UTF-16 units that take two columns, in rising order. */
const WIDE = [
  [0x1100, 0x115f],
  [0x2014, 0x2014],
  [0x2018, 0x201d],
  [0x2026, 0x2026],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
] as const;

/** 2 or 1 by UTF-16 unit; the second half of a pair takes no room of its own. */
const unitWidths = new Uint8Array(0x10000).fill(1).fill(0, 0xdc00, 0xe000);
WIDE.forEach(([first, last]) => unitWidths.fill(2, first, last + 1));

/** Width of a text in characters of the default font: Chinese and full-width characters count two. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += unitWidths[text.charCodeAt(at)]!;
  return width;
}

export interface WidthRange {
  readonly least: number;
  readonly most: number;
}

/** How many texts of a column are looked at; the longest of the first thousands is close enough. */
const LOOKED_AT = 2000;

/** A column's width for a header that may wrap once and values that should not. */
export function columnWidth(header: string, values: readonly string[], { least, most }: WidthRange): number {
  let width = Math.max(least, Math.ceil(textWidth(header) / 2) + 2);
  for (let row = 0; row < Math.min(values.length, LOOKED_AT); row++) width = Math.max(width, textWidth(values[row]!) + 2);
  return Math.min(width, most);
}

/** Lines that a text takes in a column of the given width. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(1, width - 1);
  const linesOf = (line: string): number => Math.max(1, Math.ceil(textWidth(line) / room));
  return text.includes('\n') ? text.split('\n').reduce((lines, line) => lines + linesOf(line), 0) : linesOf(text);
}

/** Rows of a wrapping body that get a height of their own; further down spreadsheets fit rows when they are edited. */
const FITTED_ROWS = 20_000;

/** Heights of body rows whose texts wrap; 0 for rows of one line. */
export function bodyHeights(columns: readonly { readonly body: BodyColumn; readonly width: number }[], rows: number): Float32Array {
  const heights = new Float32Array(rows);
  for (let row = 0; row < Math.min(rows, FITTED_ROWS); row++) {
    let lines = 1;
    for (const { body, width } of columns) {
      const text = body.kind === 'text' ? body.values[row]! : '';
      if (text.length * 2 >= width - 1) lines = Math.max(lines, linesIn(text, width));
    }
    if (lines > 1) heights[row] = heightOf(lines);
  }
  return heights;
}

/** Height of a header row in which the longest header may wrap. */
export function headerHeight(columns: readonly { readonly header: string; readonly width: number }[]): number {
  return heightOf(Math.max(1, ...columns.map(({ header, width }) => linesIn(header, width)))) + 4;
}

/** Points for so many lines of 10 to 10.5 point text. */
export function heightOf(lines: number): number {
  return 4 + lines * 15;
}

/** Characters that fit on a landscape page at a size that can be read. */
const PAGE_WIDTH = 190;

/** Printed pages side by side, each of which repeats so many columns at its left. */
export function pagesWide(widths: readonly number[], repeated: number): number {
  const sum = (some: readonly number[]): number => some.reduce((total, width) => total + width, 0);
  const again = sum(widths.slice(0, repeated));
  return Math.max(1, Math.ceil((sum(widths) - again) / Math.max(1, PAGE_WIDTH - again)));
}
