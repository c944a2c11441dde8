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
import { doubledRows, RowNames } from './row-names';
import { absentSeries, columnSeries, type Series } from './series';

/** This year's tables, last year's, or those of the base year (`previous` and `base` tables stand in for the ones that they are like). */
export type Period = 'current' | 'previous' | 'base';

/** The column by which a side table's rows belong to zones of the main table. */
const ZONE = 'zone';

/** Why it is open whether a filter picks a row. */
export interface OpenAnswer {
  /** The column that decides it, as the filter names it for the row's table. */
  readonly reference: string;
  /** The name that stands there and is not decided; '' where none does. */
  readonly shown: string;
  /** Something stands there that is none of the accepted values. */
  readonly unknown: boolean;
  /** The name that it may stand for, where it is near one. */
  readonly near: string | undefined;
  /** "Sheet!B4": cells that settle it. */
  readonly cells: readonly string[];
}

/** Works out a measure from other figures; handed in, as it asks figures in turn. */
export type Derive = (figures: Figures, measure: Measure, period: Period, frame: Frame) => Series;

/** Everything that can be asked of the tables: columns, derived figures, filters, joins between tables. */
export class Figures {
  private readonly cache = new Map<string, Series>();
  readonly names: RowNames<Period>;
  private doubles: ReadonlyMap<number, number> | undefined;

  constructor(
    readonly pack: Pack,
    readonly tables: ReadonlyMap<string, ReadTable>,
    readonly units: Units,
    readonly settings: UserSettings,
    private readonly derive: Derive,
  ) {
    this.names = new RowNames(pack.words, (table, period) => this.table(table, period));
  }

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
    return this.names.row(table, name, period);
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

  /** Row of a table whose name is that of a row of another table: the figures of one zone, collected on two sheets. */
  sameName(table: string, of: string, row: number): number | undefined {
    return this.rowByKey(table, this.subject({ table: of }, row));
  }

  /** Rows of the main table that may be one zone with another row of it. */
  get doubled(): ReadonlyMap<number, number> {
    return (this.doubles ??= doubledRows(this.table(this.pack.main_table), this.names.forms));
  }

  /**
   * Rows of the main table that a row of another table may belong to by the near name that it gives; none where it gives a known name, or
   * where a person said that it is another zone.
   */
  nearZones(table: string, row: number, by = ZONE, period: Period = 'current'): readonly number[] {
    if (by === ZONE && this.table(table, period)?.ownNames?.has(row)) return [];
    return this.names.near(this.pack.main_table, this.column(table, by, period)?.texts[row] ?? '', period);
  }

  /** "Sheet!B4" of a column's cell; empty where there is no such column. */
  cellsOf(table: string, column: string, row: number, period: Period = 'current'): string[] {
    const read = this.table(table, period);
    const found = read?.columns.get(column);
    return read && found ? [placeOfCell(read, found, row)] : [];
  }

  /** Whether a filter asks the main table about a zone that does not stand there, not even by a near name: the row is of no population of ours. */
  private isStranger(filter: Filter | undefined, table: string, row: number, period: Period): boolean {
    if (table === this.pack.main_table) return false;
    const zone = this.zoneName(table, row, period);
    const known = zone === '' || this.rowByKey(this.pack.main_table, zone, period) !== undefined;
    if (known || this.nearZones(table, row, ZONE, period).length > 0) return false;
    return Object.keys(filter ?? {}).some((reference) => {
      const target = resolve(this.pack, this.own(reference, table));
      return target?.kind === 'column' && target.table === this.pack.main_table;
    });
  }

  /** Whether only the name of its zone, which the main table does not have, keeps a row out. */
  isKeptOutByName(filter: Filter | undefined, table: string, row: number): boolean {
    return !this.fails(filter, table, row, 'current') && this.isStranger(filter, table, row, 'current');
  }

  /** The zone that a row of a side table names; '' where it names none. */
  zoneName(table: string, row: number, period: Period = 'current'): string {
    return this.column(table, ZONE, period)?.texts[row] ?? '';
  }

  /** Whether a row belongs to those that a filter picks; open where a cell that decides it is blank, unknown, or only near a name that counts. */
  membership(filter: Filter | undefined, table: string, row: number, period: Period = 'current'): 'in' | 'out' | 'open' {
    if (this.fails(filter, table, row, period) || this.isStranger(filter, table, row, period)) return 'out';
    return this.openAnswer(filter, table, row, period) === undefined && !this.isDoubled(table, row, period) ? 'in' : 'open';
  }

  /** Cells that settle a membership that is open. */
  openCells(filter: Filter | undefined, table: string, row: number, period: Period = 'current'): string[] {
    const twins = this.isDoubled(table, row, period) ? [row, this.doubled.get(row)!] : [];
    const key = this.table(table, period)?.spec.key ?? '';
    return [
      ...new Set([
        ...this.openAnswers(filter, table, row, period).flatMap(({ cells }) => cells),
        ...twins.flatMap((one) => this.cellsOf(table, key, one, period)),
      ]),
    ];
  }

  private isDoubled(table: string, row: number, period: Period): boolean {
    return table === this.pack.main_table && period === 'current' && this.doubled.has(row);
  }

  /** Whether a row passes a filter; a value that is not there, or only near, passes none. */
  passes(filter: Filter | undefined, table: string, row: number, period: Period = 'current'): boolean {
    return Object.entries(filter ?? {}).every(([reference, wanted]) => this.fit(reference, wanted, table, row, period) === 'yes');
  }

  /** What has to be settled before the filter can be applied to a row; undefined where nothing is open or the row fails anyway. */
  openAnswer(filter: Filter | undefined, table: string, row: number, period: Period = 'current'): OpenAnswer | undefined {
    return this.fails(filter, table, row, period) ? undefined : this.openAnswers(filter, table, row, period)[0];
  }

  private openAnswers(filter: Filter | undefined, table: string, row: number, period: Period): OpenAnswer[] {
    return Object.entries(filter ?? {}).flatMap(([given, wanted]): OpenAnswer[] => {
      if (this.fit(given, wanted, table, row, period) !== 'open') return [];
      const reference = this.own(given, table);
      const found = this.textAt(table, row, reference, period);
      if (!found) return [this.openZone(reference, table, row, period)];
      const { table: read, column, row: at } = found.cell;
      return [
        {
          reference,
          shown: found.text,
          unknown: column.missing.get(at) === 'not_in_list',
          near: this.nearWanted(reference, wanted, found.text),
          cells: [placeOfCell(read, column, at)],
        },
      ];
    });
  }

  /** A join that is not settled: no zone is named, or one that is only near. */
  private openZone(reference: string, table: string, row: number, period: Period): OpenAnswer {
    const near = this.nearZones(table, row, ZONE, period)[0];
    return {
      reference,
      shown: this.zoneName(table, row, period),
      unknown: false,
      near: near === undefined ? undefined : this.table(this.pack.main_table, period)?.keys[near],
      cells: table === this.pack.main_table ? [] : this.cellsOf(table, ZONE, row, period),
    };
  }

  private fails(filter: Filter | undefined, table: string, row: number, period: Period): boolean {
    return Object.entries(filter ?? {}).some(([reference, wanted]) => this.fit(reference, wanted, table, row, period) === 'no');
  }

  private fit(reference: string, wanted: readonly string[], table: string, row: number, period: Period): 'yes' | 'no' | 'open' {
    const own = this.own(reference, table);
    const found = this.textAt(table, row, own, period);
    if (!found || found.text === '') return 'open';
    const folded = foldText(found.text);
    if (wanted.some((value) => foldText(value) === folded)) return 'yes';
    return this.nearWanted(own, wanted, found.text) === undefined ? 'no' : 'open';
  }

  /** The wanted name that a name may stand for; list values are never near, since the reader settles them. */
  nearWanted(reference: string, wanted: readonly string[], name: string): string | undefined {
    const target = resolve(this.pack, reference);
    if (name === '' || target?.kind !== 'column') return undefined;
    const declared = columnsOf(this.pack, target.table)[target.column];
    if (declared?.kind !== 'text') return undefined;
    const folded = foldText(name);
    const short = Object.entries(declared.short_forms ?? {}).find(([, forms]) => forms.some((form) => foldText(form) === folded))?.[0];
    return short !== undefined && wanted.includes(short) ? short : wanted.find((value) => this.names.forms.near(value, name));
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
    const rivals = table.ambiguous?.get(target.column);
    if (rivals) return absentSeries(title, unit, frame, rows, words.columnTwice(table.sheet, title, rivals));
    if (!column) return absentSeries(title, unit, frame, rows, words.noColumn(table.sheet, title));
    return columnSeries(table, column, frame);
  }
}
