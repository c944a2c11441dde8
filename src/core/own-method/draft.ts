import type { Measure } from '../measure/kinds';
import type { Pack, PackColumn } from '../pack/schema';
import type { Problem } from '../problem';
import { foldText } from '../table/fold';
import { otherValues, type ListedData } from './other-values';
import { made, ownMethodWords as words } from '../words/own-method';

/** Key of the main table. */
export const MAIN = 'indicators';

type Untitled<T> = T extends { readonly title: string } ? Omit<T, 'title'> : never;

export type ColumnKind = 'number' | 'yes_no' | 'list' | 'text';

interface Column {
  readonly key: string;
  readonly header: string;
  readonly kind: ColumnKind;
  unit: string | undefined;
  readonly values: Set<string>;
}

export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

interface Said {
  readonly message: string;
  readonly nextStep: string;
}

const NOT_IN_KEYS = /[\s.,:#'"]+/gu;
/** A key of the pack may not be a name that every object answers to. */
const isTaken = (key: string): boolean => Reflect.has(Object.prototype, key);

/** Keys made of titles, so that a result's JSON can be read: none twice. */
export class Keys {
  private readonly used: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.used = new Set(taken);
  }

  of(title: string): string {
    const stem = title.replace(NOT_IN_KEYS, '_');
    let key = isTaken(stem) ? `${stem}_` : stem;
    for (let number = 2; this.used.has(key); number++) key = `${stem}_${number}`;
    this.used.add(key);
    return key;
  }
}

const FORM_ORDER: readonly ColumnKind[] = ['list', 'number', 'text', 'yes_no'];

function written(columns: ReadonlyMap<string, Column>, data: ListedData): Record<string, PackColumn> {
  // What tells rows apart stands before their figures, answers behind them.
  const inOrder = FORM_ORDER.flatMap((kind) => [...columns.values()].filter((column) => column.kind === kind));
  return Object.fromEntries(
    inOrder.map(({ key, header, kind, unit, values }) => [
      key,
      {
        header: [header],
        kind,
        required: false,
        ...(kind === 'number' && { unit: unit ?? 'from_header' }),
        ...(kind === 'list' && { values: [...values, ...otherValues(data, header, [...values])] }),
      },
    ]),
  );
}

/** A pack in the making: what rows of the sheets ask for, each with the cell that asked. */
export class Draft {
  readonly clauses: Record<string, string> = {};
  readonly measures: Record<string, Measure> = {};
  readonly problems: Problem[] = [];
  /** Keys of indicators and dimensions share one list, since a weight names either. */
  readonly nodes = new Keys();
  readonly rankings = new Keys();
  readonly rules = new Keys();
  /** Where a part of the pack comes from, by the path of its keys joined by newlines. */
  private readonly places = new Map<string, Place>();
  private readonly columns = new Map<string, Column>();
  private readonly tables = new Map<string, { readonly key: string; readonly columns: Map<string, Column> }>();
  private readonly tableKeys = new Keys([MAIN, 'last_year']);
  private readonly sheets = new Map<string, string>();
  /** Whether anything rests on last year's figures. */
  private isPreviousAsked = false;

  /** @param zoneKey key of the column of names @param columnKeys of columns and measures of the main table */
  constructor(
    private readonly zoneKey: string,
    private readonly columnKeys: Keys = new Keys([zoneKey]),
  ) {}

  refuse({ sheet, cell }: Place, code: string, said: Said): void {
    this.problems.push({ severity: 'block', code, sheet, cell, ...said });
  }

  /** Remembers which cell a part of the pack comes from. */
  from(path: readonly string[], place: Place): void {
    this.places.set(path.join('\n'), place);
  }

  /** The cell that the innermost known part of a path comes from. */
  placeOf(path: readonly (string | number)[]): Place | undefined {
    for (let length = path.length; length > 0; length--) {
      const place = this.places.get(path.slice(0, length).join('\n'));
      if (place) return place;
    }
    return undefined;
  }

  /** The key of a column of the main table; undefined where it was asked for as another kind, which is told. */
  column(header: string, kind: ColumnKind, place: Place, unit?: string, value?: string): string | undefined {
    return this.columnIn(this.columns, header, kind, place, unit, value);
  }

  /** A column of a table with a sheet of its own. @returns the keys of table and column */
  columnOf(
    sheet: string,
    header: string,
    kind: ColumnKind,
    place: Place,
    unit?: string,
  ): readonly [table: string, column: string] | undefined {
    const name = foldText(sheet);
    const table = this.tables.get(name) ?? { key: this.tableKeys.of(sheet), columns: new Map<string, Column>() };
    this.tables.set(name, table);
    this.sheets.set(table.key, sheet);
    const column = this.columnIn(table.columns, header, kind, place, unit, undefined);
    return column === undefined ? undefined : [table.key, column];
  }

  private columnIn(
    columns: Map<string, Column>,
    header: string,
    kind: ColumnKind,
    place: Place,
    unit: string | undefined,
    value: string | undefined,
  ): string | undefined {
    const name = foldText(header);
    const known = columns.get(name);
    if (known && known.kind !== kind) {
      this.refuse(place, 'method-column-kind', words.kindClash(header));
      return undefined;
    }
    const column = known ?? { key: this.columnKeys.of(header), header, kind, unit, values: new Set<string>() };
    column.unit ??= unit;
    if (value !== undefined) column.values.add(value);
    columns.set(name, column);
    return column.key;
  }

  /** The key of last year's figure of a column. */
  previous(column: string, title: string, unit: string): string {
    const key = this.columnKeys.of(made.previous(title));
    this.measures[key] = { kind: 'previous', title: made.previous(title), unit, of: column };
    return key;
  }

  /** Last year's figures are needed. @param place where they are asked for */
  askPrevious(place: Place): void {
    this.from(['tables', 'last_year'], place);
    this.isPreviousAsked = true;
  }

  /** A figure that is worked out. @returns its key */
  measure(title: string, what: Untitled<Measure>): string {
    const key = this.columnKeys.of(title);
    this.measures[key] = { ...what, title };
    return key;
  }

  /** Columns of the main table as the pack format writes them. */
  mainColumns(data: ListedData): Record<string, PackColumn> {
    return written(this.columns, data);
  }

  /** The tables as the pack format writes them. @param data lists of the workbook have values that the method does not name */
  tablesFor(subject: string, data: ListedData): Pack['tables'] {
    const zone: PackColumn = { header: made.zone(subject), kind: 'text', required: true };
    const flags = { row: subject, previous: false, base: false, single: false, repeats: false, optional: true };
    const own = [...this.tables.values()].map(({ key, columns }) => [
      key,
      { ...flags, sheet: [this.sheets.get(key)!], key: this.zoneKey, columns: { [this.zoneKey]: zone, ...written(columns, data) } },
    ]);
    return {
      [MAIN]: {
        ...flags,
        sheet: [made.mainSheet],
        key: this.zoneKey,
        optional: false,
        columns: { [this.zoneKey]: zone, ...written(this.columns, data) },
      },
      ...(this.isPreviousAsked && { last_year: { ...flags, sheet: [...made.previousSheets], like: MAIN, previous: true, columns: {} } }),
      ...Object.fromEntries(own),
    };
  }
}
