import { columnsOf, operandsOf, resolve } from '../pack/references';
import type { Figures, Period } from './figures';
import { distinctLacks, type Lack } from './lack';

/** The lack of a column, or of its whole table; undefined where it is there. */
export function lackOfColumn(figures: Figures, table: string, column: string, period: Period = 'current'): Lack | undefined {
  const sheet = figures.sheetOf(table, period);
  const row = figures.pack.tables[table]?.row ?? '';
  const read = figures.table(table, period);
  if (!read) return { sheet, row, column: undefined };
  // A column that stands there twice lacks nothing that could be added.
  return read.columns.has(column) || read.ambiguous?.has(column)
    ? undefined
    : { sheet, row, column: columnsOf(figures.pack, table)[column]?.header[0] ?? column };
}

/** The sheets and columns that a figure needs and that the workbook does not have. */
export function lacksOf(figures: Figures, reference: string, period: Period = 'current', seen: ReadonlySet<string> = new Set()): Lack[] {
  const target = resolve(figures.pack, reference);
  if (!target || seen.has(reference)) return [];
  if (target.kind === 'column') {
    const lack = lackOfColumn(figures, target.table, target.column, period);
    return lack ? [lack] : [];
  }
  const inner = new Set(seen).add(reference);
  const { measure } = target;
  const own = measure.kind === 'previous' ? [] : operandsOf(measure).flatMap((operand) => lacksOf(figures, operand, period, inner));
  const earlier = measure.kind === 'growth' || measure.kind === 'previous' ? lacksOf(figures, measure.of, 'previous', inner) : [];
  const by = measure.kind === 'share_of_area' ? lackOfColumn(figures, figures.pack.main_table, measure.by, period) : undefined;
  return distinctLacks([...own, ...earlier, ...(by ? [by] : [])]);
}
