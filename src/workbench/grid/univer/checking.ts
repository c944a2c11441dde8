import type { ICellData, IRange, Nullable } from '@univerjs/core';
import { cellName } from '../../../core/cell';
import { CellKind } from '../../../core/grid';
import type { EditValue } from '../../../ooxml/edit/cell-edit';
import type { CellsLook } from '../../../ooxml/look/look';
import { resultOf } from './edits';
import type { Shown } from './sheets-shown';

/** One formula of a sheet that the person brought. */
export interface OwnFormula {
  readonly sheetId: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** What the file says that it came to; undefined where nobody ever calculated it. */
  readonly result: EditValue | undefined;
}

/** The formulas of these sheets, our results left out. Arrays over several cells are shown as values, and no formulas here. */
export function ownFormulas(sheets: readonly Shown[]): OwnFormula[] {
  return sheets
    .filter(({ look }) => !look.owned)
    .flatMap(({ id, look: { name, cells } }) => {
      let row = 0;
      return [...cells.formulas]
        .sort((a, b) => a.at - b.at)
        .filter(({ array }) => array === undefined || !array.includes(':'))
        .map(({ at, text }) => {
          while (cells.rowStart[row + 1]! <= at) row++;
          return { sheetId: id, sheet: name, row, column: cells.columnOf[at]!, text, result: resultAt(cells, at) };
        });
    });
}

function resultAt({ kinds, payload, texts }: CellsLook, at: number): EditValue | undefined {
  switch (kinds[at]) {
    case CellKind.number:
      return payload[at]!;
    case CellKind.boolean:
      return payload[at] === 1;
    case CellKind.error:
      return { error: texts[payload[at]!]! };
    case CellKind.text:
      // A formula that came to an empty text is written like one that was never calculated.
      return texts[payload[at]!] === '' ? undefined : texts[payload[at]!]!;
    default:
      return undefined;
  }
}

/** Programs round what they store, some to fewer digits than Excel's 15; another meaning of a formula shows far above this share. */
const CLOSE = 1e-9;

/** Whether a formula came to the same here as in the file. */
export function agrees(result: EditValue | undefined, cell: Nullable<ICellData>): boolean {
  const { value } = resultOf(0, 0, cell);
  const here = value ?? '';
  const there = result ?? '';
  if (typeof here === 'number' && typeof there === 'number')
    return Math.abs(here - there) <= CLOSE * Math.max(1, Math.abs(here), Math.abs(there));
  if (typeof here === 'object' && typeof there === 'object') return here.error === there.error;
  // A reference to an empty cell is 0 in Excel.
  return here === there || (here === '' && there === 0);
}

/**
 * Whether a formula unites or intersects areas, which Univer reads but does not follow when a cell in them changes.
 * Texts, quoted sheets and brackets are passed over.
 */
export function joinsAreas(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'!?|\[[^\]]*(?:\]|$)/g, (part) => (part.startsWith('"') ? '""' : 'x'));
  if (/[A-Za-z]\$?\d+\s+\$?[A-Za-z]{1,3}\$?\d/.test(bare)) return true;
  const groups: boolean[] = [];
  let before = '';
  for (const sign of bare) {
    if (sign === '(') groups.push(!/[\p{L}\p{N}_.]/u.test(before));
    else if (sign === ')') groups.pop();
    else if (sign === ',' && groups.at(-1)) return true;
    if (sign.trim() !== '') before = sign;
  }
  return false;
}

/** Whether a formula would have something fetched from elsewhere; the page's policy forbids it, and it is not even asked for. */
export function reachesOut(formula: string): boolean {
  return /\b(?:IMAGE|WEBSERVICE|RTD)\s*\(/i.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
}

/** Formulas as ranges to be calculated: neighbours below each other in one, so many at a time that the page can take in their results. */
export function portions(formulas: readonly OwnFormula[], size: number): { readonly sheetId: string; readonly range: IRange }[][] {
  const portions: { sheetId: string; range: IRange }[][] = [];
  const byColumn = [...formulas].sort((a, b) => a.sheetId.localeCompare(b.sheetId) || a.column - b.column || a.row - b.row);
  let count = size;
  for (const { sheetId, row, column } of byColumn) {
    if (count >= size) {
      portions.push([]);
      count = 0;
    }
    count++;
    const ranges = portions.at(-1)!;
    const last = ranges.at(-1);
    if (last?.sheetId === sheetId && last.range.startColumn === column && last.range.endRow === row - 1)
      last.range = { ...last.range, endRow: row };
    else ranges.push({ sheetId, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } });
  }
  return portions;
}

export const placeKey = (sheetId: string, row: number, column: number): string => `${sheetId}!${cellName(row, column)}`;
