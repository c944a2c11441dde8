import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import type { CellEdit, EditValue } from '../../../ooxml/edit/cell-edit';

const ERRORS = new Set(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#SPILL!', '#CALC!']);

/** Cells of a change by row and column. */
export function* changesIn(
  cells: IObjectMatrixPrimitiveType<Nullable<ICellData>> | undefined,
): Generator<readonly [row: number, column: number, cell: Nullable<ICellData>]> {
  for (const [row, columns] of Object.entries(cells ?? {})) {
    for (const [column, cell] of Object.entries<Nullable<ICellData>>(columns ?? {})) yield [Number(row), Number(column), cell];
  }
}

/** Univer's own way to write it would be shown with seventeen digits, so styles write it small ({@link stylesOf}). */
export const GENERAL = 'General';

/**
 * The number format that a change brings along; undefined where it leaves the format alone.
 * @param patternOf the format of a style by its id, which undoing gives a cell back
 */
export function formatOf(
  change: Nullable<ICellData>,
  patternOf: (style: string) => string | undefined = () => undefined,
): string | undefined {
  const style = change?.s;
  if (style === undefined || style === null) return undefined;
  const pattern = typeof style === 'string' ? (patternOf(style) ?? GENERAL) : style.n?.pattern;
  return pattern?.toLowerCase() === 'general' ? GENERAL : pattern;
}

/**
 * What a cell of Univer's holds, as the file host takes it.
 * @param formula as Univer works it out for a cell that shares one, with '='
 * @param numberFormat the code that the change brought with it
 */
export function editOf(
  row: number,
  column: number,
  cell: Nullable<ICellData>,
  formula: string | undefined,
  numberFormat: string | undefined,
): CellEdit {
  const value = valueOf(cell);
  const format = numberFormat === undefined ? {} : { numberFormat };
  if (formula?.startsWith('=')) return { row, column, kind: 'formula', value, formula: formula.slice(1), ...format };
  return { row, column, kind: 'value', value, ...format };
}

/** What a formula came to. */
export function resultOf(row: number, column: number, cell: Nullable<ICellData>): CellEdit {
  return { row, column, kind: 'result', value: valueOf(cell, true) };
}

/** Text of a cell as it was typed, or of the small document that Univer keeps for line breaks. */
export function textOf(cell: Nullable<ICellData>): string {
  const value = valueOf(cell, true);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? (value?.error ?? '') : String(value);
}

function valueOf(cell: Nullable<ICellData>, calculated = false): EditValue {
  if (!cell) return null;
  // Text with line breaks or fonts of its own is kept as a small document.
  const text = cell.p?.body?.dataStream;
  if (text !== undefined) return plain(text);
  const { v, t } = cell;
  if (v === undefined || v === null) return null;
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true || v === '1' || v === 'TRUE';
  if (typeof v === 'boolean') return v;
  if (typeof v === 'number') return v;
  if (t === CellValueType.NUMBER && v.trim() !== '' && Number.isFinite(Number(v))) return Number(v);
  if (calculated && ERRORS.has(v)) return { error: v };
  return v === '' ? null : v;
}

/** Univer ends every paragraph with a carriage return and the document with both. */
function plain(stream: string): string | null {
  const text = stream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  return text === '' ? null : text;
}
