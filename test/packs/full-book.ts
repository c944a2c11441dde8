import type { SheetGrid } from '../../src/core/grid';
import { columnsOf, keyColumnOf } from '../../src/core/pack/references';
import type { Pack, PackColumn } from '../../src/core/pack/schema';
import { settingsSheet, tableSheet, type CellInput, type Row, type Settings } from './sheets';

/** A workbook in which every table and every column of a pack is filled in: table → rows. */
export type Book = Readonly<Record<string, readonly Row[]>>;

const ZONES = 7;
const NATIONAL = 3;
const stated: Readonly<Record<string, string>> = {
  satisfaction: '分',
  land_efficiency: '万元/公顷',
  trade: '亿元',
  fdi: '亿美元',
  investment: '亿美元',
  output_benefit: '亿元/平方公里',
  energy_saving: '%',
  hitech_trade: '亿美元',
  own_products: '种',
  land_output: '亿元/平方公里',
  land_intensity: '万元/公顷',
  resource_efficiency: '万元/吨标准煤',
};
const NAMED = ['广州经济技术开发区', '湛江经济技术开发区', '惠州大亚湾经济技术开发区'];
const zoneName = (at: number): string => NAMED[at] ?? `第${at + 1}经开区`;

/** Plain figures that differ from row to row and from year to year; parts stay below their wholes. */
function figure(key: string, column: PackColumn, row: number, salt: number): number {
  const spread = (row * 7 + [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), salt * 5)) % 19;
  if (column.at_most !== undefined) return Math.min(column.at_most, 40 + spread);
  // A plan covers a part of the area, whichever area that is.
  if (column.part_of !== undefined || key === 'plan_approved_area') return 10 + spread;
  // Clusters and output lie around the limits of 500 and 1000 亿元.
  return (300 + spread * 10) * (key === 'scale' || key === 'industry_output' ? 3 : 1);
}

function cell(pack: Pack, table: string, key: string, column: PackColumn, row: number): CellInput {
  const previous = /last_year|year_before/.test(table) ? 1 : 0;
  if (column.kind === 'number') {
    // Ranks are those within a level; last year the other way round.
    const [place, total] = row < NATIONAL ? [row + 1, NATIONAL] : [row + 1 - NATIONAL, ZONES - NATIONAL];
    const rank = previous ? total + 1 - place : place;
    if (key === 'rank') return rank;
    if (key === 'total') return total;
    if (key === 'from_last') return total + 1 - rank;
    return figure(key, column, row, previous);
  }
  if (column.kind === 'yes_no') return '是';
  if (column.kind === 'date') return '2017-01-05';
  if (column.kind === 'list') {
    const values = column.values ?? [];
    // Levels alternate, so that every population has members.
    return key === 'level' ? (row < NATIONAL ? values[0] : values[1]) : values[0];
  }
  if (key === keyColumnOf(pack, table) && key !== 'zone')
    return table.startsWith('cities') ? `${'甲乙丙'[row]!}市` : `${pack.tables[table]!.row}${row + 1}`;
  if (key === 'zone') return zoneName(row % ZONES);
  if (key === 'city') return `${'甲乙丙'[row % 3]!}市`;
  return `${column.header[0]!}${row + 1}`;
}

export function fullBook(pack: Pack): Book {
  return Object.fromEntries(
    Object.keys(pack.tables).map((table): [string, Row[]] => {
      if (table === 'checklist') {
        const items = Object.values(pack.rules).flatMap((rule) => (rule.kind === 'checklist' ? Object.values(rule.items) : []));
        return [table, items.map(({ title }) => ({ item: title, answer: '是', evidence: '附件' }))];
      }
      const rows =
        pack.tables[table]!.single || table === 'last_year_province'
          ? 1
          : table.startsWith('cities')
            ? 3
            : table === 'projects'
              ? 2 * ZONES
              : ZONES;
      const columns = Object.entries(columnsOf(pack, table));
      return [
        table,
        Array.from({ length: rows }, (_, row) =>
          Object.fromEntries(columns.map(([key, column]) => [key, cell(pack, table, key, column, row)])),
        ),
      ];
    }),
  );
}

/** Numbers and choices for every parameter, so that no rule is off. */
export function fullSettings(pack: Pack): Settings {
  const value = (key: string): CellInput => {
    const { kind, choices, default: usual, at_most: most } = pack.parameters[key]!;
    if (usual !== undefined) return usual;
    if (kind === 'year') return 2020;
    if (kind === 'date') return '2016-12-01';
    if (kind === 'yes_no') return '是';
    if (kind === 'choice') return choices![0];
    if (key === 'usd_rate') return 6.5;
    // Few zones: a move by one place is all that there is.
    if (key.startsWith('places_')) return 1;
    return kind === 'integer' ? 2 : Math.min(50, most ?? 50);
  };
  return { parameters: Object.fromEntries(Object.keys(pack.parameters).map((key) => [key, value(key)])) };
}

export function sheetsOf(pack: Pack, book: Book, settings: Settings = fullSettings(pack)): SheetGrid[] {
  return [
    ...Object.entries(book).map(([table, rows]) =>
      tableSheet(pack, table, rows, {
        units: unitsOf(pack, table),
        columns: Object.keys(columnsOf(pack, table)).filter((key) => rows.some((row) => key in row)),
      }),
    ),
    settingsSheet(pack, settings),
  ];
}

/** What each sheet says where the pack leaves the unit to the sheet. */
export function unitsOf(pack: Pack, table: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columnsOf(pack, table)).flatMap(([key, { unit, form_unit: usual }]): [string, string][] =>
      unit === 'from_header' ? [[key, stated[key] ?? usual!]] : [],
    ),
  );
}

export interface NumberCell {
  readonly table: string;
  readonly row: number;
  readonly column: string;
}

/** Every cell of the book that holds a figure. */
export function numberCells(pack: Pack, book: Book): NumberCell[] {
  return Object.entries(book).flatMap(([table, rows]) =>
    Object.entries(columnsOf(pack, table)).flatMap(([column, { kind }]) =>
      kind === 'number' ? rows.flatMap((row, at): NumberCell[] => (column in row ? [{ table, row: at, column }] : [])) : [],
    ),
  );
}

export function withoutCells(book: Book, cells: readonly NumberCell[]): Book {
  const gone = new Set(cells.map(({ table, row, column }) => `${table}\n${row}\n${column}`));
  return Object.fromEntries(
    Object.entries(book).map(([table, rows]) => [
      table,
      rows.map((row, at) =>
        Object.fromEntries(Object.entries(row).map(([column, value]) => [column, gone.has(`${table}\n${at}\n${column}`) ? null : value])),
      ),
    ]),
  );
}
