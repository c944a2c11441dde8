import { GridBuilder, type PlainValue, type SheetGrid } from '../../src/core/grid';
import { columnsOf } from '../../src/core/pack/references';
import type { Pack } from '../../src/core/pack/schema';
import { parameterSheet } from '../../src/core/words/parameters';

/** A number under a number format: 0.07 shown as 7 %. */
export interface Formatted {
  readonly value: number;
  readonly format: string;
}
export type CellInput = PlainValue | Formatted;
/** Column key → cell. */
export type Row = Readonly<Record<string, CellInput>>;

export const percent = (value: number): Formatted => ({ value, format: '0.00%' });

const isFormatted = (cell: CellInput): cell is Formatted => typeof cell === 'object' && cell !== null;

export function sheetOf(name: string, rows: readonly (readonly CellInput[])[]): SheetGrid {
  const builder = new GridBuilder();
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (isFormatted(cell)) builder.number(row, column, cell.value, cell.format);
      else if (typeof cell === 'number') builder.number(row, column, cell);
      else if (typeof cell === 'boolean') builder.boolean(row, column, cell);
      else if (typeof cell === 'string') builder.text(row, column, cell);
    }),
  );
  return { name, grid: builder.build(), hidden: false, owned: false };
}

export interface TableOptions {
  /** Units that the sheet states instead of the pack's: column key → unit. */
  readonly units?: Readonly<Record<string, string>>;
  /** Columns that stand on the sheet although no row fills them in. */
  readonly columns?: readonly string[];
  readonly name?: string;
}

/** A sheet for one table of the pack: its first sheet name and headers, units in brackets. Columns are those that rows use, in the pack's order. */
export function tableSheet(pack: Pack, table: string, rows: readonly Row[], options: TableOptions = {}): SheetGrid {
  const declared = columnsOf(pack, table);
  const used = new Set([...rows.flatMap((row) => Object.keys(row)), ...(options.columns ?? [])]);
  const unknown = [...used].filter((key) => !declared[key]);
  if (unknown.length > 0) throw new Error(`${pack.pack}.${table} has no column ${unknown.join(', ')}`);
  const keys = Object.keys(declared).filter((key) => used.has(key));
  const header = keys.map((key) => {
    const { header: names, unit } = declared[key]!;
    const stated = options.units?.[key] ?? (unit === 'from_header' ? undefined : unit);
    return stated === undefined || stated === '比值' ? names[0] : `${names[0]!}（${stated}）`;
  });
  return sheetOf(options.name ?? pack.tables[table]!.sheet[0]!, [header, ...rows.map((row) => keys.map((key) => row[key]))]);
}

export interface Settings {
  /** Parameter key → value. */
  readonly parameters?: Readonly<Record<string, CellInput>>;
  readonly dimensions?: Readonly<Record<string, CellInput>>;
  readonly oldWeights?: Readonly<Record<string, CellInput>>;
  readonly indicators?: Readonly<Record<string, CellInput>>;
}

/** The 权重与参数 sheet with what the user filled in. */
export function settingsSheet(pack: Pack, { parameters = {}, dimensions = {}, oldWeights = {}, indicators = {} }: Settings): SheetGrid {
  const { columns, sections, name } = parameterSheet;
  const titled = (title: string | undefined, key: string): string => {
    if (title === undefined) throw new Error(`${pack.pack} has no ${key}`);
    return title;
  };
  const dimensionKeys = [...new Set([...Object.keys(dimensions), ...Object.keys(oldWeights)])];
  return sheetOf(name, [
    [columns.section, columns.name, columns.value, columns.unit, columns.old, columns.note],
    ...dimensionKeys.map((key) => [
      sections.dimension,
      titled(pack.dimensions[key]?.title, key),
      dimensions[key],
      null,
      oldWeights[key],
      null,
    ]),
    ...Object.entries(indicators).map(([key, value]) => [
      sections.indicator,
      titled(pack.indicators[key] && (pack.indicators[key]?.title ?? key), key),
      value,
    ]),
    ...Object.entries(parameters).map(([key, value]) => [sections.parameter, titled(pack.parameters[key]?.title, key), value]),
  ]);
}
