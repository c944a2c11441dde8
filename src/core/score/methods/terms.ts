import type { Limit, LimitReference } from '../../pack/parts';
import { literal } from '../formula-text';
import type { FormulaTerms } from './method';

/** The cell in which a number stands that a method takes from elsewhere. */
export type CellOf = (reference: LimitReference) => string;

const limitText =
  (cellOf: CellOf) =>
  (x: Limit): string =>
    typeof x === 'number' ? literal(x) : 'fraction' in x ? `(${x.fraction.join('/')})` : cellOf(x);

/**
 * Terms over one cell and its population's range. Empty and text cells in the range are skipped by every function used; error
 * values are not, so the range must hold none.
 */
export function plainTerms(value: string, range: string, cellOf: CellOf): FormulaTerms {
  const limit = limitText(cellOf);
  return {
    value,
    raw: value,
    least: `MIN(${range})`,
    greatest: `MAX(${range})`,
    count: `COUNT(${range})`,
    smaller: `SUMPRODUCT(ISNUMBER(${range})*(${range}<${value}))`,
    larger: `SUMPRODUCT(ISNUMBER(${range})*(${range}>${value}))`,
    before: `(RANK(${value},${range},1)-1)`,
    behind: `(RANK(${value},${range},0)-1)`,
    mean: `AVERAGE(${range})`,
    deviation: `STDEV(${range})`,
    limit,
    rawLimit: limit,
  };
}

/**
 * The same under a log transform, where non-positive values leave the population: the least positive value is the one after
 * all non-positive ones, and a logarithm keeps order, so MIN and MAX may be taken before it. Mean and deviation of logarithms
 * would need an array formula.
 */
export function logTerms(value: string, range: string, cellOf: CellOf): FormulaTerms {
  const rawLimit = limitText(cellOf);
  const refused = `COUNTIF(${range},"<=0")`;
  return {
    value: `LN(${value})`,
    raw: value,
    least: `LN(SMALL(${range},${refused}+1))`,
    greatest: `LN(MAX(${range}))`,
    count: `(COUNT(${range})-${refused})`,
    smaller: `SUMPRODUCT(ISNUMBER(${range})*(${range}>0)*(${range}<${value}))`,
    larger: `SUMPRODUCT(ISNUMBER(${range})*(${range}>${value}))`,
    before: `(RANK(${value},${range},1)-1-${refused})`,
    behind: `(RANK(${value},${range},0)-1)`,
    mean: undefined,
    deviation: undefined,
    limit: (x) => `LN(${rawLimit(x)})`,
    rawLimit,
  };
}
