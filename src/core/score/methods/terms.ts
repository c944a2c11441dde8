import type { Limit, LimitReference } from '../../pack/parts';
import { literal } from '../formula-text';
import type { FormulaTerms } from './method';

/** A figure of the whole column that formulas of all its cells ask for. */
export const columnFigures = ['least', 'greatest', 'count', 'refused', 'mean', 'deviation', 'low', 'high'] as const;
export type ColumnFigure = (typeof columnFigures)[number];

/** Where a figure of the column stands, by the formula that works it out. */
export type Standing = (figure: ColumnFigure, formula: string) => string;

/** Nowhere: each formula works it out itself. */
export const nowhere: Standing = (_, formula) => formula;

const least = (range: string): string => `MIN(${range})`;
const greatest = (range: string): string => `MAX(${range})`;

/** The cell in which a number stands that a method takes from elsewhere. */
export type CellOf = (reference: LimitReference) => string;

const limitText =
  (cellOf: CellOf) =>
  (x: Limit): string =>
    typeof x === 'number' ? literal(x) : 'fraction' in x ? `(${x.fraction.join('/')})` : cellOf(x);

/**
 * Terms over one cell and its population's range; those of the whole column are asked of `standing` only where a method uses them. Empty and text cells
 * in the range are skipped by every function used; error values are not, so the range must hold none.
 */
export function plainTerms(value: string, range: string, cellOf: CellOf, standing: Standing = nowhere): FormulaTerms {
  const limit = limitText(cellOf);
  return {
    value,
    raw: value,
    get least() {
      return standing('least', least(range));
    },
    get greatest() {
      return standing('greatest', greatest(range));
    },
    get count() {
      return standing('count', `COUNT(${range})`);
    },
    smaller: `SUMPRODUCT(ISNUMBER(${range})*(${range}<${value}))`,
    larger: `SUMPRODUCT(ISNUMBER(${range})*(${range}>${value}))`,
    before: `(RANK(${value},${range},1)-1)`,
    behind: `(RANK(${value},${range},0)-1)`,
    get mean() {
      return standing('mean', `AVERAGE(${range})`);
    },
    get deviation() {
      return standing('deviation', `STDEV(${range})`);
    },
    limit,
    rawLimit: limit,
  };
}

/**
 * The same under a log transform, where non-positive values leave the population: the least positive value is the one after
 * all non-positive ones, and a logarithm keeps order, so MIN and MAX may be taken before it. Mean and deviation of logarithms
 * would need an array formula.
 */
export function logTerms(value: string, range: string, cellOf: CellOf, standing: Standing = nowhere): FormulaTerms {
  const rawLimit = limitText(cellOf);
  const refused = `COUNTIF(${range},"<=0")`;
  return {
    value: `LN(${value})`,
    raw: value,
    get least() {
      return `LN(${standing('least', `SMALL(${range},${refused}+1)`)})`;
    },
    get greatest() {
      return `LN(${standing('greatest', greatest(range))})`;
    },
    get count() {
      return `(${standing('count', `COUNT(${range})-${refused}`)})`;
    },
    smaller: `SUMPRODUCT(ISNUMBER(${range})*(${range}>0)*(${range}<${value}))`,
    larger: `SUMPRODUCT(ISNUMBER(${range})*(${range}>${value}))`,
    get before() {
      return `(RANK(${value},${range},1)-1-${standing('refused', refused)})`;
    },
    behind: `(RANK(${value},${range},0)-1)`,
    mean: undefined,
    deviation: undefined,
    limit: (x) => `LN(${rawLimit(x)})`,
    rawLimit,
  };
}
