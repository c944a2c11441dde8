import { own } from '../own';
import type { Measure } from '../measure/kinds';
import type { Pack, PackColumn } from './schema';

const YES = '是';
const NO = '否';

/** What a reference such as `fdi`, `projects.land` or `master_share` points at. */
export type Target =
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  | { readonly kind: 'measure'; readonly id: string; readonly measure: Measure };

/** Rows that a figure has: those of a table, or one for the whole jurisdiction. */
export type Frame = { readonly table: string } | 'single';

/** Columns of a table, those taken over by `like` included. */
export function columnsOf(pack: Pack, table: string): Readonly<Record<string, PackColumn>> {
  const declared = own(pack.tables, table);
  if (!declared) return {};
  return declared.like === undefined ? declared.columns : { ...own(pack.tables, declared.like)?.columns, ...declared.columns };
}

/** Values that a column accepts: its list, or 是 and 否; none where any text will do. */
export function accepts({ kind, values }: PackColumn): readonly string[] {
  return kind === 'yes_no' ? [YES, NO] : (values ?? []);
}

/** The column whose text names the row. */
export function keyColumnOf(pack: Pack, table: string): string {
  const declared = own(pack.tables, table);
  if (!declared) return '';
  return declared.key ?? (declared.like === undefined ? '' : (own(pack.tables, declared.like)?.key ?? ''));
}

/** A bare key is a measure or a column of the main table; `table.column` is a column of that table. */
export function resolve(pack: Pack, reference: string): Target | undefined {
  const dot = reference.indexOf('.');
  if (dot >= 0) {
    const table = reference.slice(0, dot);
    const column = reference.slice(dot + 1);
    return own(columnsOf(pack, table), column) ? { kind: 'column', table, column } : undefined;
  }
  const measure = own(pack.measures, reference);
  if (measure) return { kind: 'measure', id: reference, measure };
  return own(columnsOf(pack, pack.main_table), reference) ? { kind: 'column', table: pack.main_table, column: reference } : undefined;
}

/** The column that a reference points at; undefined for a measure and where it does not resolve. */
export function targetColumn(pack: Pack, reference: string): PackColumn | undefined {
  const target = resolve(pack, reference);
  return target?.kind === 'column' ? own(columnsOf(pack, target.table), target.column) : undefined;
}

/** What a measure is worked out from, whatever its kind: `of`, `minus`, and `over` where that names a figure (in a count it is a limit). */
export function operandsOf(measure: Measure): readonly string[] {
  const over = 'over' in measure && typeof measure.over === 'string' ? [measure.over] : [];
  const minus = 'minus' in measure ? [measure.minus] : [];
  const unless = 'unless' in measure && measure.unless !== undefined ? [measure.unless] : [];
  return [measure.of, over, minus, unless].flat();
}

/** The frame of a reference; undefined where it does not resolve (lint says so). Safe on cyclic packs. */
export function frameOf(pack: Pack, reference: string, seen: ReadonlySet<string> = new Set()): Frame | undefined {
  const target = resolve(pack, reference);
  if (!target) return undefined;
  if (target.kind === 'column') return own(pack.tables, target.table)?.single ? 'single' : { table: target.table };
  if (seen.has(target.id)) return undefined;
  const inner = new Set(seen).add(target.id);
  const { measure } = target;
  switch (measure.kind) {
    case 'total':
    case 'count':
    case 'statistic':
      return 'single';
    case 'sum_by_zone':
    case 'mean_by_zone':
      return { table: pack.main_table };
    case 'share_of_area':
      return frameOf(pack, measure.together === undefined ? measure.of : measure.over, inner);
    case 'lookup':
      return frameOf(pack, measure.by, inner);
    default: {
      // A single figure may meet a column: it is the same for every row.
      const frames = operandsOf(measure).map((operand) => frameOf(pack, operand, inner));
      return frames.find((frame) => frame !== undefined && frame !== 'single') ?? frames[0];
    }
  }
}

/** The unit of a reference as the pack declares it; 'from_header' where the sheet decides. */
export function declaredUnit(pack: Pack, reference: string): string | undefined {
  const target = resolve(pack, reference);
  if (!target) return undefined;
  return target.kind === 'measure' ? target.measure.unit : own(columnsOf(pack, target.table), target.column)?.unit;
}

/** The Chinese name of a reference: a measure's title, a column's first header. */
export function titleOf(pack: Pack, reference: string): string {
  const target = resolve(pack, reference);
  if (!target) return reference;
  return target.kind === 'measure' ? target.measure.title : (own(columnsOf(pack, target.table), target.column)?.header[0] ?? reference);
}

/** Columns that a reference is worked out from, "table.column", in no order. */
export function columnsBehind(pack: Pack, reference: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  const target = resolve(pack, reference);
  if (!target || seen.has(reference)) return new Set();
  seen.add(reference);
  if (target.kind === 'column') return new Set([`${target.table}.${target.column}`]);
  return new Set(operandsOf(target.measure).flatMap((operand) => [...columnsBehind(pack, operand, seen)]));
}

/** Tables that a reference reads, in no order. */
export function tablesBehind(pack: Pack, reference: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  const tables = new Set<string>();
  const target = resolve(pack, reference);
  if (!target || seen.has(reference)) return tables;
  seen.add(reference);
  if (target.kind === 'column') tables.add(target.table);
  else operandsOf(target.measure).forEach((operand) => tablesBehind(pack, operand, seen).forEach((table) => tables.add(table)));
  return tables;
}
