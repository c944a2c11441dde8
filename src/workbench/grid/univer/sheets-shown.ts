import type { IRange } from '@univerjs/core';
import { parseCellName } from '../../../core/cell';
import { CellKind } from '../../../core/grid';
import type { BookLook, SheetLook } from '../../../hosts/xlsx/look/look';
import type { Cut, Refusal } from '../grid-view';
import { cellRow, stylesOf, type RowCells } from './snapshot';
import type { Styles } from './style';

/** More cells than this on one sheet, or altogether, would fill the memory of a small machine; the rows behind them are not shown. */
const SHEET_CELLS = 600_000;
const ALL_CELLS = 1_500_000;
/** A sheet that comes when the room is used up shows this much. */
const LEAST_CELLS = 10_000;
/** Rows that a sheet has from the beginning; the others are filled in later. */
export const FIRST_ROWS = 100;

/** Sheets that came together, with the styles that their cells refer to by names with a prefix of their own. */
export interface Batch {
  readonly prefix: string;
  readonly look: BookLook;
  readonly styles: Styles;
}

export interface Shown {
  readonly id: string;
  readonly batch: Batch;
  readonly look: SheetLook;
  /** Rows on screen. */
  readonly rows: number;
}

/** The sheets on the screen by name. */
export class SheetsShown {
  private readonly byName = new Map<string, Shown>();
  private batches = 0;

  constructor(private readonly unit: string) {}

  get all(): Shown[] {
    return [...this.byName.values()];
  }

  get(name: string): Shown | undefined {
    return this.byName.get(name);
  }

  /** Takes in sheets that came together. */
  add(look: BookLook): { batch: Batch; sheets: Shown[] } {
    const prefix = `${this.batches++}.`;
    const batch = { prefix, look, styles: stylesOf(look, prefix) };
    let room = ALL_CELLS - this.all.reduce((sum, shown) => sum + cellsIn(shown.look, shown.rows), 0);
    const sheets = look.sheets.map((sheet, n) => {
      const rows = rowsWithin(sheet, Math.min(SHEET_CELLS, Math.max(room, LEAST_CELLS)));
      room -= cellsIn(sheet, rows);
      const shown = { id: `${this.unit}.${prefix}${n}`, batch, look: sheet, rows };
      this.byName.set(sheet.name, shown);
      return shown;
    });
    return { batch, sheets };
  }

  remove(name: string): void {
    this.byName.delete(name);
  }

  /** Whether sheets of the person's own hold formulas, so that what is read depends on their results. */
  get readsFormulas(): boolean {
    return this.all.some(({ look }) => !look.owned && look.cells.formulas.length > 0);
  }

  /** Whether formulas on the person's own sheets refer to one of these sheets. */
  refersTo(sheets: readonly string[]): boolean {
    return this.all.some(({ look }) => !look.owned && look.cells.formulas.some(({ text }) => sheets.some((sheet) => text.includes(sheet.replaceAll("'", "''")))));
  }

  /** Whether all rows of the person's own sheets are here; results of formulas over fewer would be wrong. */
  get whole(): boolean {
    return this.all.every((shown) => shown.look.owned || !isCut(shown));
  }

  get cuts(): Cut[] {
    return this.all.filter(isCut).map(({ look, rows }) => ({ sheet: look.name, shown: rows, rows: look.cells.rows }));
  }

  /**
   * Why the contents of a cell must stay.
   * @param style id of the style that the cell has, its own or its row's or column's
   */
  locked(name: string, row: number, column: number, style: string | undefined): Refusal | undefined {
    const shown = this.byName.get(name);
    if (!shown) return undefined;
    const { look, batch } = shown;
    if (look.cells.formulas.some(({ array }) => array !== undefined && inside(array, row, column))) return { kind: 'array', sheet: name };
    if (!look.protected) return undefined;
    const number = style?.startsWith(`${batch.prefix}s`) ? Number(style.slice(batch.prefix.length + 1)) : 0;
    return batch.look.styles[number]?.locked === false ? undefined : { kind: 'protected', sheet: name };
  }
}

/** The rows that a sheet has from the beginning. */
export function firstRows({ look, rows, batch }: Shown): Record<number, RowCells> {
  const first: Record<number, RowCells> = {};
  for (let row = 0; row < Math.min(FIRST_ROWS, rows); row++) {
    const cells = cellRow(look, row, batch.prefix, batch.styles);
    if (cells) first[row] = cells;
  }
  return first;
}

/** Around the formulas of a sheet that have no result; undefined where all have one. */
export function uncalculated({ cells }: SheetLook): IRange | undefined {
  let range: IRange | undefined;
  let row = 0;
  for (const { at } of [...cells.formulas].sort((a, b) => a.at - b.at)) {
    while (cells.rowStart[row + 1]! <= at) row++;
    const empty = cells.kinds[at] === CellKind.empty || (cells.kinds[at] === CellKind.text && cells.texts[cells.payload[at]!] === '');
    if (!empty) continue;
    const column = cells.columnOf[at]!;
    range = {
      startRow: range?.startRow ?? row,
      endRow: row,
      startColumn: Math.min(range?.startColumn ?? column, column),
      endColumn: Math.max(range?.endColumn ?? column, column),
    };
  }
  return range;
}

export const isCut = ({ look, rows }: Shown): boolean => rows < look.cells.rows;
const cellsIn = ({ cells }: SheetLook, rows: number): number => cells.rowStart[Math.min(rows, cells.rows)] ?? 0;

/** How many rows hold at most so many cells; one at least. */
function rowsWithin({ cells }: SheetLook, most: number): number {
  if ((cells.rowStart[cells.rows] ?? 0) <= most) return cells.rows;
  let rows = 1;
  while ((cells.rowStart[rows + 1] ?? Infinity) <= most) rows++;
  return rows;
}

function inside(area: string, row: number, column: number): boolean {
  const [from, to] = area.split(':').map(parseCellName);
  const end = to ?? from;
  return from !== undefined && end !== undefined && row >= from.row && row <= end.row && column >= from.column && column <= end.column;
}
