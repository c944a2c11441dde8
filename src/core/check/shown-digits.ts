import Big from 'big.js';
import { decimalOf, type Ratio } from '../decimal';
import type { Grid, SheetGrid } from '../grid';
import { continuedAt } from '../table/placed-table';
import type { Continued, ReadColumn, ReadTable } from '../table/spec';
import type { Units } from '../units/units';

/** More decimals than a spreadsheet shows of its own accord say nothing about rounding. */
const MOST_DECIMALS = 9;
/** A longer format is nobody's. */
const LONGEST_FORMAT = 255;

const known = new Map<string, number | undefined>();

/** Decimals of the stored number that a format shows: 0.0% shows three of 0.123; undefined where it shows what there is. */
export function decimalsOfFormat(format: string): number | undefined {
  if (known.has(format)) return known.get(format);
  const bare = format.length > LONGEST_FORMAT ? '' : (format.replace(/"[^"]*"|\\.|_./gu, '').split(';')[0] ?? '');
  const points = /\.([0#?]+)/u.exec(bare)?.[1]?.length ?? 0;
  const decimals = !/[0#?]/u.test(bare) || /[eymdhs]/iu.test(bare) ? undefined : points + (bare.includes('%') ? 2 : 0);
  if (known.size < 1000) known.set(format, decimals);
  return decimals;
}

const decimalsOf = (value: Big): number => Math.max(0, value.c.length - 1 - value.e);

const ZERO: Ratio = { num: new Big(0), den: new Big(1) };

/** How exactly a figure was reported: everything that rounds to the digits shown may be meant. */
export class ShownDigits {
  private readonly grids: ReadonlyMap<string, SheetGrid>;

  constructor(
    sheets: readonly SheetGrid[],
    private readonly units: Units,
  ) {
    this.grids = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  }

  /** The number as it is stored in a data row's cell, before any conversion; NaN where the cell holds a text. */
  stored(table: ReadTable, column: number, dataRow: number): number {
    return this.storedAt(table, column, table.rows[dataRow] ?? 0, continuedAt(table, dataRow));
  }

  /** The same for any row of the sheet. */
  storedAt(table: ReadTable, column: number, row: number, further?: Continued): number {
    const { grid, at } = this.placed(table, column, row, further);
    return grid?.number(...at) ?? NaN;
  }

  /** What stands in a data row's cell. */
  text(table: ReadTable, column: number, dataRow: number): string {
    const { grid, at } = this.placed(table, column, table.rows[dataRow] ?? 0, continuedAt(table, dataRow));
    return grid?.text(...at) ?? '';
  }

  private placed(table: ReadTable, column: number, row: number, further?: Continued): { grid: Grid | undefined; at: [number, number] } {
    const grid = this.grids.get(further?.sheet ?? table.sheet)?.grid;
    return { grid, at: table.transposed ? [column, row] : [row, column + (further?.shift ?? 0)] };
  }

  /** Half of the last digit shown of a data row's figure, in the column's unit; nothing for whole numbers of what is counted. */
  half(table: ReadTable, column: ReadColumn, row: number): Ratio {
    const value = column.values[row] ?? NaN;
    if (Number.isNaN(value)) return ZERO;
    const stored = this.stored(table, column.column, row);
    return this.halfOf(table, column, table.rows[row] ?? 0, Number.isNaN(stored) ? value : stored, value, continuedAt(table, row));
  }

  /** The same for a column that the pack does not know. @param value the stored number in the column's unit */
  halfAt(table: ReadTable, column: Pick<ReadColumn, 'column' | 'unit'>, dataRow: number, stored: number, value: number): Ratio {
    return this.halfOf(table, column, table.rows[dataRow] ?? 0, stored, value, continuedAt(table, dataRow));
  }

  /** The same for any cell of the column: `stored` is its number, `value` that number in the unit wanted. */
  halfOf(
    table: ReadTable,
    column: Pick<ReadColumn, 'column' | 'unit'>,
    sheetRow: number,
    stored: number,
    value = stored,
    further?: Continued,
  ): Ratio {
    if (Number.isInteger(stored) && column.unit !== undefined && this.units.plain(column.unit)) return ZERO;
    const { grid, at } = this.placed(table, column.column, sheetRow, further);
    const format = grid?.format(...at) ?? 'General';
    const decimals = Math.min(decimalsOf(decimalOf(stored)), decimalsOfFormat(format) ?? MOST_DECIMALS, MOST_DECIMALS);
    const scale = stored === 0 ? new Big(1) : decimalOf(Math.abs(value / stored));
    return { num: scale.times(5), den: new Big(10).pow(decimals + 1) };
  }
}
