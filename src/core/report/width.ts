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

/** Points for so many lines of 10 to 10.5 point text. */
export function heightOf(lines: number): number {
  return 4 + lines * 15;
}
