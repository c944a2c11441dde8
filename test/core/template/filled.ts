import { GridBuilder, type SheetGrid } from '../../../src/core/grid';
import { columnsOf, accepts, keyColumnOf } from '../../../src/core/pack/references';
import type { Pack, PackColumn } from '../../../src/core/pack/schema';
import type { SheetPlan, SheetsPlan } from '../../../src/core/plan';

/** What stands in a cell of a filled template: sheet, row and column from 0. */
export interface FilledCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
}

const ROWS = 6;
const TAKEN = 3;
/** A few zones that differ, so that nothing looks like a total or a copy. */
const ZONES = ['青石', '白云', '长岭', '东湖', '金沙', '北关'];

/** Values of the right kind for every column of every table of the template, as a person would type them. */
export function fillings(pack: Pack, plan: SheetsPlan): FilledCell[] {
  return Object.keys(pack.tables).flatMap((table) => {
    const sheet = plan.sheets.find(({ name }) => name === pack.tables[table]!.sheet[0])!;
    const rows = pack.tables[table]!.single ? 1 : Math.max(ROWS, askedOn(sheet));
    return Object.entries(columnsOf(pack, table)).flatMap(([key, column], at) =>
      Array.from({ length: rows }, (_, row): FilledCell[] => {
        const given = textAt(sheet, row, at);
        return given !== ''
          ? []
          : [{ sheet: sheet.name, row: sheet.head.length + row, column: at, value: valueOf(pack, table, key, column, row) }];
      }).flat(),
    );
  });
}

/** Rows that the template itself begins. */
function askedOn({ body }: SheetPlan): number {
  return Math.max(...body.map((column) => (column.kind === 'text' ? column.values.filter((text) => text !== '').length : 0)));
}

function textAt({ body }: SheetPlan, row: number, column: number): string {
  const cells = body[column];
  return cells?.kind === 'text' ? (cells.values[row] ?? '') : '';
}

function valueOf(pack: Pack, table: string, key: string, column: PackColumn, row: number): string | number {
  const values = accepts(column);
  if (values.length > 0) return values[row % values.length]!;
  if (column.kind === 'date') return `2016-0${(row % ROWS) + 1}-15`;
  if (column.kind === 'text') {
    if (key === keyColumnOf(pack, table) && pack.tables[table]!.single) return pack.jurisdiction.name;
    if (/^(zone|country)$/.test(key) || key === keyColumnOf(pack, pack.main_table)) return `${ZONES[row % ROWS]!}经济开发区`;
    return `${column.header[0]!}${'甲乙丙丁戊己'[row % ROWS]!}`;
  }
  if (key === 'rank') return row + 1;
  if (key === 'total') return ROWS;
  if (key === 'from_last') return ROWS - row;
  // A part stays below its whole, and no whole looks like the sum of the others.
  const size = (column.part_of === undefined ? 53 : 11) + ((row * 7 + key.length * TAKEN) % 17) + row / 8;
  const high = column.at_most ?? Infinity;
  return Math.min(high, Math.max(column.at_least ?? 0, high <= 1 ? size / 100 : size));
}

/** A sheet of the plan as it is read, with what was typed into it. */
export function gridOfPlan(plan: SheetPlan, typed: readonly FilledCell[] = []): SheetGrid {
  const cells = new Map<string, string | number>();
  plan.head.forEach((cells_, row) => {
    let column = 0;
    for (const { value, span = 1 } of cells_) {
      if (typeof value === 'string' || typeof value === 'number') cells.set(`${row} ${column}`, value);
      column += span;
    }
  });
  plan.body.forEach((column, at) => {
    if (column.kind === 'number') column.values.forEach((value, row) => cells.set(`${plan.head.length + row} ${at}`, value));
    if (column.kind === 'text') column.values.forEach((value, row) => value !== '' && cells.set(`${plan.head.length + row} ${at}`, value));
  });
  plan.foot.forEach((cells_, row) => {
    const [first] = cells_;
    if (typeof first?.value === 'string') cells.set(`${plan.head.length + plan.bodyRows + row} 0`, first.value);
  });
  for (const { sheet, row, column, value } of typed) if (sheet === plan.name) cells.set(`${row} ${column}`, value);
  const builder = new GridBuilder();
  const placed = [...cells].map(([place, value]) => ({ at: place.split(' ').map(Number) as [number, number], value }));
  placed.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  for (const { at, value } of placed)
    if (typeof value === 'number') builder.number(...at, value);
    else builder.text(...at, value);
  plan.head.forEach((row, at) => {
    let column = 0;
    for (const { span = 1 } of row) {
      if (span > 1) builder.merge({ top: at, left: column, bottom: at, right: column + span - 1 });
      column += span;
    }
  });
  return { name: plan.name, grid: builder.build(), hidden: false, owned: false };
}
