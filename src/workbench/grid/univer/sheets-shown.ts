import { parseCellName, type Area } from '../../../core/cell';
import { isLocked } from '../../../ooxml/look/locked';
import type { BookLook, SheetLook } from '../../../ooxml/look/look';
import type { Cut, Refusal } from '../grid-view';
import { GENERAL } from './edits';
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
  /** Without formulas where rows of a result sheet are missing: what they came to over all rows stands there. */
  readonly look: SheetLook;
  /** Areas of array formulas over several cells. */
  readonly arrays: readonly Area[];
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
      const cut = rows < sheet.cells.rows;
      const shown = {
        id: `${this.unit}.${prefix}${n}`,
        batch,
        look: cut && sheet.owned ? { ...sheet, cells: { ...sheet.cells, formulas: [] } } : sheet,
        arrays: sheet.cells.formulas.flatMap(({ array }) => areaOf(array) ?? []),
        rows,
      };
      this.byName.set(sheet.name, shown);
      return shown;
    });
    return { batch, sheets };
  }

  remove(name: string): void {
    this.byName.delete(name);
  }

  /** Whether formulas on the person's own sheets refer to one of these sheets. */
  refersTo(sheets: readonly string[]): boolean {
    return this.all.some(
      ({ look }) =>
        !look.owned && look.cells.formulas.some(({ text }) => sheets.some((sheet) => text.includes(sheet.replaceAll("'", "''")))),
    );
  }

  /** Whether all rows of the person's own sheets are here; results of formulas over fewer would be wrong. */
  get whole(): boolean {
    return this.all.every((shown) => shown.look.owned || !isCut(shown));
  }

  get cuts(): Cut[] {
    return this.all.filter(isCut).map(({ look, rows }) => ({ sheet: look.name, shown: rows, rows: look.cells.rows }));
  }

  /** Why the contents of a cell must stay, as far as the file says. */
  locked(name: string, row: number, column: number): Refusal | undefined {
    const shown = this.byName.get(name);
    if (!shown) return undefined;
    const { look, batch } = shown;
    if (shown.arrays.some((array) => inside(array, row, column))) return { kind: 'array', sheet: name };
    if (look.tables?.some(({ area }) => row === area.top && column >= area.left && column <= area.right))
      return { kind: 'table', sheet: name };
    return isLocked(batch.look, look, row, column) ? { kind: 'protected', sheet: name } : undefined;
  }

  /** The number format code that the file gives a style, by the id that cells on the screen have; undefined for a style of Univer's own making. */
  numberFormat(styleId: string): string | undefined {
    for (const { batch } of this.byName.values()) {
      if (!styleId.startsWith(`${batch.prefix}s`)) continue;
      const style = batch.look.styles[Number(styleId.slice(batch.prefix.length + 1))];
      return style && (style.numberFormat ?? GENERAL);
    }
    return undefined;
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

export const isCut = ({ look, rows }: Shown): boolean => rows < look.cells.rows;
const cellsIn = ({ cells }: SheetLook, rows: number): number => cells.rowStart[Math.min(rows, cells.rows)] ?? 0;

/** How many rows hold at most so many cells; one at least. */
function rowsWithin({ cells }: SheetLook, most: number): number {
  if ((cells.rowStart[cells.rows] ?? 0) <= most) return cells.rows;
  let rows = 1;
  while ((cells.rowStart[rows + 1] ?? Infinity) <= most) rows++;
  return rows;
}

function areaOf(array: string | undefined): Area | undefined {
  const [from, to] = (array ?? '').split(':').map(parseCellName);
  const end = to ?? from;
  return from && end && { top: from.row, left: from.column, bottom: end.row, right: end.column };
}

const inside = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
