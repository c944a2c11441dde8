import type { UserSettings } from '../parameters/parameter-sheet';
import { columnsOf, frameOf, resolve, titleOf, type Frame } from '../pack/references';
import type { Filter } from '../pack/parts';
import type { Pack } from '../pack/schema';
import { foldText } from '../table/fold';
import { placeOfCell } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';
import type { Units } from '../units/units';
import { measureWords as words } from '../words/measure';
import type { Measure } from './kinds';
import { absentSeries, columnSeries, type Series } from './series';

/** This year's tables, last year's, or those of the base year (`previous` and `base` tables stand in for the ones that they are like). */
export type Period = 'current' | 'previous' | 'base';

/** The column by which a side table's rows belong to zones of the main table. */
const ZONE = 'zone';

/** Works out a measure from other figures; handed in, as it asks figures in turn. */
export type Derive = (figures: Figures, measure: Measure, period: Period, frame: Frame) => Series;

/** Everything that can be asked of the tables: columns, derived figures, filters, joins between tables. */
export class Figures {
  private readonly cache = new Map<string, Series>();
  private readonly keyRows = new Map<string, ReadonlyMap<string, number>>();

  constructor(
    readonly pack: Pack,
    readonly tables: ReadonlyMap<string, ReadTable>,
    readonly units: Units,
    readonly settings: UserSettings,
    private readonly derive: Derive,
  ) {}

  /** The table that stands for `table` in a period; undefined where the workbook has none. */
  table(table: string, period: Period = 'current'): ReadTable | undefined {
    if (period === 'current') return this.tables.get(table);
    const earlier = this.standIn(table, period);
    return earlier === undefined ? undefined : this.tables.get(earlier);
  }

  private standIn(table: string, period: 'previous' | 'base'): string | undefined {
    return Object.entries(this.pack.tables).find(([, declared]) => declared[period] && declared.like === table)?.[0];
  }

  /** What the sheet of a table is called, for messages. */
  sheetOf(table: string, period: Period = 'current'): string {
    const id = period === 'current' ? table : (this.standIn(table, period) ?? table);
    return this.tables.get(id)?.sheet ?? this.pack.tables[id]?.sheet[0] ?? id;
  }

  rowsOf(frame: Frame, period: Period = 'current'): number {
    return frame === 'single' ? 1 : (this.table(frame.table, period)?.rows.length ?? 0);
  }

  /** Name of a row, for people. */
  subject(frame: Frame, row: number, period: Period = 'current'): string {
    if (frame === 'single') return this.pack.jurisdiction.name;
    return this.table(frame.table, period)?.keys[row] ?? '';
  }

  /** Row of a table by the text of its key column. */
  rowByKey(table: string, name: string, period: Period = 'current'): number | undefined {
    const id = `${period}:${table}`;
    let rows = this.keyRows.get(id);
    if (!rows) {
      rows = new Map((this.table(table, period)?.keys ?? []).map((key, row) => [foldText(key), row]));
      this.keyRows.set(id, rows);
    }
    return rows.get(foldText(name));
  }

  column(table: string, column: string, period: Period = 'current'): ReadColumn | undefined {
    return this.table(table, period)?.columns.get(column);
  }

  /** The main table's row that a row of another table belongs to, by that table's column `zone` (or the one given). */
  zoneRow(table: string, row: number, by = ZONE, period: Period = 'current'): number | undefined {
    const name = this.column(table, by, period)?.texts[row];
    return name === undefined || name === '' ? undefined : this.rowByKey(this.pack.main_table, name, period);
  }

  /** Text of a list, yes_no, text or date column for a row of `table`; joins to the main table where it stands there. */
  textAt(
    table: string,
    row: number,
    reference: string,
    period: Period = 'current',
  ): { text: string; cell: { table: ReadTable; column: ReadColumn; row: number } } | undefined {
    const target = resolve(this.pack, reference);
    if (target?.kind !== 'column') return undefined;
    let at: number | undefined = row;
    if (target.table !== table) at = target.table === this.pack.main_table ? this.zoneRow(table, row, ZONE, period) : undefined;
    const read = this.table(target.table, period);
    const column = read?.columns.get(target.column);
    if (!read || !column || at === undefined) return undefined;
    return { text: column.texts[at] ?? '', cell: { table: read, column, row: at } };
  }

  /** "Sheet!B4" of a column's cell; empty where there is no such column. */
  cellsOf(table: string, column: string, row: number, period: Period = 'current'): string[] {
    const read = this.table(table, period);
    const found = read?.columns.get(column);
    return read && found ? [placeOfCell(read, found, row)] : [];
  }

  /** Whether a filter asks the main table about a zone that does not stand there: the row is of no population of ours. */
  private isStranger(filter: Filter, table: string, row: number, period: Period): boolean {
    if (table === this.pack.main_table) return false;
    const zone = this.zoneName(table, row, period);
    if (zone === '' || this.rowByKey(this.pack.main_table, zone, period) !== undefined) return false;
    return Object.keys(filter).some((reference) => {
      const target = resolve(this.pack, this.own(reference, table));
      return target?.kind === 'column' && target.table === this.pack.main_table;
    });
  }

  /** Whether only the name of its zone, which the main table does not have, keeps a row out. */
  isKeptOutByName(filter: Filter | undefined, table: string, row: number): boolean {
    return (
      filter !== undefined && this.failing(filter, table, row, 'current') === undefined && this.isStranger(filter, table, row, 'current')
    );
  }

  /** The zone that a row of a side table names; '' where it names none. */
  zoneName(table: string, row: number, period: Period = 'current'): string {
    return this.column(table, ZONE, period)?.texts[row] ?? '';
  }

  /** Blank cells that leave it open whether a filter picks a row. */
  openCells(filter: Filter | undefined, table: string, row: number, period: Period = 'current'): string[] {
    return Object.keys(filter ?? {}).flatMap((reference) => {
      const found = this.textAt(table, row, this.own(reference, table), period);
      if (found) return found.text === '' ? [placeOfCell(found.cell.table, found.cell.column, found.cell.row)] : [];
      // The row names no zone, so that nothing of the zone can be looked up.
      return table === this.pack.main_table ? [] : this.cellsOf(table, ZONE, row, period);
    });
  }

  /** Whether a row belongs to those that a filter picks; open where a cell that decides it is blank. */
  membership(filter: Filter | undefined, table: string, row: number, period: Period = 'current'): 'in' | 'out' | 'open' {
    if (filter === undefined) return 'in';
    if (this.failing(filter, table, row, period) !== undefined || this.isStranger(filter, table, row, period)) return 'out';
    return this.unanswered(filter, table, row, period) === undefined ? 'in' : 'open';
  }

  /** Whether a row passes a filter; a value that is not there passes none. */
  passes(filter: Filter | undefined, table: string, row: number, period: Period = 'current'): boolean {
    if (filter === undefined) return true;
    return this.unanswered(filter, table, row, period) === undefined && this.failing(filter, table, row, period) === undefined;
  }

  /** Column that a row needs to answer before the filter can be applied; undefined where all are answered or one already fails. */
  unanswered(filter: Filter | undefined, table: string, row: number, period: Period = 'current'): string | undefined {
    if (filter === undefined || this.failing(filter, table, row, period) !== undefined) return undefined;
    return Object.keys(filter).find((reference) => (this.textAt(table, row, this.own(reference, table), period)?.text ?? '') === '');
  }

  private failing(filter: Filter | undefined, table: string, row: number, period: Period): string | undefined {
    return Object.entries(filter ?? {}).find(([reference, wanted]) => {
      const found = this.textAt(table, row, this.own(reference, table), period)?.text ?? '';
      return found !== '' && !wanted.some((value) => foldText(value) === foldText(found));
    })?.[0];
  }

  /** A bare key in a filter on another table's rows means that table's own column where it has one. */
  private own(reference: string, table: string): string {
    return columnsOf(this.pack, table)[reference] ? `${table}.${reference}` : reference;
  }

  /** The figure that a reference stands for. Never throws: what cannot be worked out is missing, and says why. */
  series(reference: string, period: Period = 'current'): Series {
    const id = `${period}:${reference}`;
    let series = this.cache.get(id);
    if (!series) {
      series = this.build(reference, period);
      this.cache.set(id, series);
    }
    return series;
  }

  private build(reference: string, period: Period): Series {
    const frame = frameOf(this.pack, reference) ?? 'single';
    const target = resolve(this.pack, reference);
    if (!target) return absentSeries(reference, undefined, frame, this.rowsOf(frame, period), reference);
    if (target.kind === 'measure') return this.derive(this, target.measure, period, frame);
    const title = titleOf(this.pack, reference);
    const declared = columnsOf(this.pack, target.table)[target.column];
    const unit = declared?.unit === 'from_header' ? undefined : declared?.unit;
    const table = this.table(target.table, period);
    const rows = this.rowsOf(frame, period);
    if (!table) {
      const row = this.pack.tables[target.table]?.row ?? '';
      return absentSeries(title, unit, frame, rows, words.noTable(this.sheetOf(target.table, period), row));
    }
    const column = table.columns.get(target.column);
    if (!column) return absentSeries(title, unit, frame, rows, words.noColumn(table.sheet, title));
    return columnSeries(table, column, frame);
  }
}
