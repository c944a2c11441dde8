import { CellKind } from '../../../src/core/grid';
import type { BookLook, CellsLook, SheetLook, StyleLook } from '../../../src/ooxml/look/look';

/** A cell by hand: a bare value, or one with its style's number, formula or error. */
export type HandCell =
  | string
  | number
  | boolean
  | null
  | { readonly v?: string | number | boolean; readonly error?: string; readonly s?: number; readonly f?: string; readonly array?: string };

/** Cells from rows written by hand; null leaves a cell out, an object without a value keeps its style alone. */
export function cellsOf(rows: readonly (readonly HandCell[])[]): CellsLook {
  const texts: string[] = [];
  const [columnOf, kinds, payload, styleOf, starts]: number[][] = [[], [], [], [], [0]];
  const formulas: { at: number; text: string; array?: string }[] = [];
  const place = (text: string): number => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1);
  for (const row of rows) {
    row.forEach((hand, column) => {
      if (hand === null) return;
      const cell = typeof hand === 'object' ? hand : { v: hand };
      const { v, error } = cell;
      if (cell.f !== undefined) formulas.push({ at: kinds!.length, text: cell.f, ...(cell.array !== undefined && { array: cell.array }) });
      columnOf!.push(column);
      styleOf!.push(cell.s ?? 0);
      kinds!.push(
        error !== undefined
          ? CellKind.error
          : v === undefined
            ? CellKind.empty
            : CellKind[typeof v === 'string' ? 'text' : typeof v === 'number' ? 'number' : 'boolean'],
      );
      payload!.push(error !== undefined ? place(error) : typeof v === 'string' ? place(v) : Number(v ?? 0));
    });
    starts!.push(kinds!.length);
  }
  return {
    rows: rows.length,
    columns: Math.max(0, ...columnOf!.map((column) => column + 1)),
    rowStart: Int32Array.from(starts!),
    columnOf: Uint16Array.from(columnOf!),
    kinds: Uint8Array.from(kinds!),
    payload: Float64Array.from(payload!),
    styleOf: Uint16Array.from(styleOf!),
    texts,
    formulas,
  };
}

/** A plain sheet with these cells, changed where `changes` says so. */
export function sheetOf(rows: readonly (readonly HandCell[])[], changes: Partial<SheetLook> = {}): SheetLook {
  return {
    name: '表1',
    hidden: false,
    owned: false,
    gridLines: true,
    zoom: 100,
    freeze: { rows: 0, columns: 0 },
    defaultWidth: 72,
    defaultHeight: 18,
    columns: [],
    rows: [],
    merges: [],
    cells: cellsOf(rows),
    conditional: [],
    protected: false,
    drawings: false,
    links: [],
    notes: [],
    ...changes,
  };
}

export function bookOf(styles: readonly StyleLook[], ...sheets: readonly SheetLook[]): BookLook {
  return { sheets, active: sheets[0]?.name ?? '', styles: [{ font: '宋体', size: 11, valign: 'center' }, ...styles] };
}
