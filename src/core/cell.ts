/** What a cell can hold. Never compare the text "5" with the number 5: look at `kind` first. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string };

/** What a cell shows as text, trimmed; '' for an empty one. */
export function shownText(cell: Cell): string {
  if (cell.kind === 'empty') return '';
  return cell.kind === 'error' ? cell.code : String(cell.value).trim();
}

/** A rectangle of cells; rows and columns count from 0, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Row and column from 0 → "B4". */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** "A1:B2", "B4" for a single cell. */
export function areaName({ top, left, bottom, right }: Area): string {
  return top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** "B4" or "$B$4" → row and column from 0; undefined where the text is no such address. */
export function parseCellName(name: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(name);
  if (!match?.[1] || !match[2]) return undefined;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** A sheet's name as it stands in a formula: always quoted, so that digits, spaces and signs are safe. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
