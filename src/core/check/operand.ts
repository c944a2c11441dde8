import Big from 'big.js';
import type { Ratio } from '../decimal';
import type { Series } from '../measure/series';
import { columnSeries } from '../measure/series';
import type { ReadColumn, ReadTable } from '../table/spec';
import { factorNumber, scaled, type Factor } from '../units/factor';
import type { CheckScope } from './check-scope';

/** A figure that takes part in a relation, in the unit in which it is compared. */
export interface Operand {
  readonly title: string;
  /** The nearest double, NaN where missing. */
  near(row: number): number;
  /** Only for rows whose value is there. */
  exact(row: number): Ratio;
  /** Half of the last digit shown; nothing for figures that are worked out. */
  half(row: number): Ratio;
  cells(row: number): readonly string[];
}

const ZERO: Ratio = { num: new Big(0), den: new Big(1) };

/** @returns undefined where the figure is not there, or its unit cannot be compared with `unit` */
export function operandOf(scope: CheckScope, reference: string, unit: string | undefined): Operand | undefined {
  const series = scope.figures.series(reference);
  const found = scope.columnOf(reference);
  return series.absent === undefined ? operand(scope, series, found, unit) : undefined;
}

export function columnOperand(
  scope: CheckScope,
  id: string,
  table: ReadTable,
  column: ReadColumn,
  unit: string | undefined,
): Operand | undefined {
  return operand(scope, columnSeries(table, column, { table: id }), { table, column }, unit);
}

function operand(
  scope: CheckScope,
  series: Series,
  found: { readonly table: ReadTable; readonly column: ReadColumn } | undefined,
  unit: string | undefined,
): Operand | undefined {
  const factor = series.unit === unit ? undefined : scope.figures.units.factor(series.unit ?? '', unit ?? '');
  if (series.unit !== unit && !factor) return undefined;
  const times = factor ? factorNumber(factor) : 1;
  const inUnit = (value: Ratio | undefined): Ratio => (factor ? scaledBy(value, factor) : (value ?? ZERO));
  return {
    title: series.title,
    near: (row) => (series.values[row] ?? NaN) * times,
    exact: (row) => inUnit(series.exact(row)),
    half: (row) => (found ? inUnit(scope.digits.half(found.table, found.column, row)) : ZERO),
    cells: (row) => series.cells(row),
  };
}

const scaledBy = (value: Ratio | undefined, factor: Factor): Ratio => scaled(value, factor) ?? ZERO;
