import type { BodyColumn } from '../plan';

/** Width of a text in characters of the default font: Chinese and full-width characters count two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]/u.test(character) ? 2 : 1;
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
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);
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
