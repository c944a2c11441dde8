import type { ICellData } from '@univerjs/core';
import { CellValueType, isBooleanString, isRealNum } from '@univerjs/core';

/**
 * Rows of cells in a text as spreadsheets put it on the clipboard: tabs between cells, line ends between rows; a cell that holds one of these
 * or begins with a quotation mark stands between quotation marks.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const token = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  for (let at = 0; at <= text.length;) {
    token.lastIndex = at;
    const [whole = '', quoted, bare] = token.exec(text) ?? [];
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    at += whole.length;
    const end = /\t|\r\n|\r|\n|$/y;
    end.lastIndex = at;
    const [separator = ''] = end.exec(text) ?? [];
    at += separator.length || 1;
    // A line end at the very end of the text begins no further row.
    if (separator !== '' && separator !== '\t' && at < text.length) rows.push([]);
    else if (separator !== '\t') break;
  }
  return rows;
}

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const SHARE = /^([-+]?\d[\d,]*(?:\.\d+)?)[%％]$/;
const DAY = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
const DAYS_BEFORE_1970 = 25569;
const DAY_MS = 86_400_000;

/**
 * A pasted text as a cell: numbers, shares and whole dates are taken as such, with the number format that shows them so. Whatever could be
 * read in two ways (1-2, 3/4, 12:30) stays the text that was copied.
 */
export function pastedCell(text: string): ICellData {
  const trimmed = text.trim();
  const share = SHARE.exec(trimmed)?.[1]?.replaceAll(',', '');
  if (share !== undefined)
    return { v: Number(`${share}e-2`), t: CellValueType.NUMBER, s: { n: { pattern: share.includes('.') ? '0.00%' : '0%' } } };
  if (/\d/.test(trimmed) && NUMBER.test(trimmed) && !/^[-+]?0\d/.test(trimmed))
    return { v: Number(trimmed.replaceAll(',', '')), t: CellValueType.NUMBER };
  const serial = serialOf(trimmed);
  if (serial) return serial;
  if (trimmed === '') return { v: null };
  return {
    v: text,
    t: isRealNum(text) || isBooleanString(text) || text.startsWith('=') ? CellValueType.FORCE_STRING : CellValueType.STRING,
  };
}

function serialOf(text: string): ICellData | undefined {
  const parts = DAY.exec(text)
    ?.slice(1)
    .filter((part) => part !== undefined);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1901 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const pattern = text.includes('年') ? 'yyyy"年"m"月"d"日"' : text.includes('/') ? 'yyyy/m/d' : 'yyyy-mm-dd';
  return { v: time / DAY_MS + DAYS_BEFORE_1970, t: CellValueType.NUMBER, s: { n: { pattern } } };
}

/** Where what was copied goes: one cell fills all that is selected, more begin at its upper left corner and end with the sheet. */
export function spread<T>(
  cells: readonly (readonly T[])[],
  at: { readonly rows: number; readonly columns: number },
  room: { readonly rows: number; readonly columns: number },
): T[][] {
  const [first] = cells;
  const single = cells.length === 1 && first?.length === 1;
  const height = Math.min(single ? at.rows : cells.length, room.rows);
  return Array.from({ length: height }, (_, row) => {
    const line = cells[single ? 0 : row] ?? [];
    const width = Math.min(single ? at.columns : line.length, room.columns);
    return Array.from({ length: width }, (_, column) => line[single ? 0 : column]!);
  });
}
