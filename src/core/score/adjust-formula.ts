import { held, literal, withinLength } from './formula-text';

/** A number, or the expression of one. */
type Amount = number | string;

/**
 * Live formula, without '=', of the points for the amount in a cell; '' where none is there that can be used.
 * @param sign 1 for a bonus, -1 for a deduction
 */
export function pointsFormula(amount: string, sign: 1 | -1, pointsPer: Amount, cap: Amount | undefined): string | undefined {
  const points = held(`${amount}*${literal(pointsPer)}`, undefined, cap);
  return withinLength(`IF(ISNUMBER(${amount}),IF(${amount}<0,"",${sign < 0 ? '-' : ''}${points}),"")`);
}

/** What a coefficient changes a total by. `sum` is the total so far, as an expression. */
export function coefficientFormula(sum: string, factor: string): string | undefined {
  return withinLength(`IF(AND(ISNUMBER(${sum}),ISNUMBER(${factor})),(${sum})*(${factor}-1),"")`);
}

/** What stretching totals changes one by: the greatest in the range becomes `best`. */
export function rescaleFormula(total: string, range: string, best: Amount): string | undefined {
  return withinLength(`IF(AND(ISNUMBER(${total}),MAX(${range})>0),${total}*(${literal(best)}/MAX(${range})-1),"")`);
}

/** What holding a total within limits changes it by. `sum` is the total so far, as an expression. */
export function limitFormula(before: string, sum: string, cap: Amount | undefined, floor: Amount | undefined): string | undefined {
  return withinLength(`IF(ISNUMBER(${before}),${held(sum, floor, cap)}-(${sum}),"")`);
}

/** What a cap over the points in several cells gives back of deductions, or takes back of bonuses. */
export function togetherFormula(cells: readonly string[], cap: Amount, sign: 1 | -1): string | undefined {
  const sum = cells.length === 1 ? cells[0]! : `SUM(${cells.join(',')})`;
  return withinLength(sign > 0 ? `-MAX(0,${sum}-${literal(cap)})` : `MAX(0,-${sum}-${literal(cap)})`);
}

/** 1 where a cell of words gives the answer that vetoes, 0 where it gives another, '' where it gives none. */
export function vetoFormula(cell: string, when: string): string | undefined {
  return withinLength(`IF(TRIM(${cell})="","",IF(TRIM(${cell})="${when.replaceAll('"', '""')}",1,0))`);
}

/**
 * The total: what was put together and all points, rounded as `rankFormula` wants it, and 0 where a veto says so.
 * @param points range of points and limits; undefined where there are none
 * @param zero conditions of the vetoes that make it 0
 */
export function adjustedTotalFormula(
  before: string,
  points: string | undefined,
  zero: readonly string[],
  decimals: number,
): string | undefined {
  const sum = points === undefined ? before : `${before}+SUM(${points})`;
  const total = `IF(ISNUMBER(${before}),ROUND(${sum},${decimals}),"")`;
  return withinLength(zero.reduceRight((inner, vetoed) => `IF(${vetoed},0,${inner})`, total));
}
