import { parseCellName } from '../cell';
import { fewestPresent } from './aggregate';
import { held, withinLength } from './formula-text';
import type { Aggregation, MissingPolicy } from './tree';

/** Cells of one child: its score in the node's row (`F5`) and its weight (`F$3`); a sheet may stand before both. */
export interface ChildCells {
  readonly score: string;
  readonly weight: string;
  /** The scores of the whole population with rows fixed, which TOPSIS asks. */
  readonly range?: string;
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function placeOf(reference: string): Place | undefined {
  const bang = reference.lastIndexOf('!');
  const cell = parseCellName(reference.slice(bang + 1));
  return cell && { sheet: reference.slice(0, bang + 1), ...cell };
}

/** `F5:J5` where the references stand side by side in one row of one sheet. */
function asRange(references: readonly string[]): string | undefined {
  const places = references.map(placeOf);
  const first = places[0];
  const last = references[references.length - 1];
  if (!first || last === undefined) return undefined;
  const sideBySide = places.every(
    (place, at) => place && place.sheet === first.sheet && place.row === first.row && place.column === first.column + at,
  );
  if (!sideBySide) return undefined;
  return references.length === 1 ? last : `${references[0]}:${last.slice(last.lastIndexOf('!') + 1)}`;
}

/** What a node's score comes to: the cell of a coefficient, the most that it can be of 100, and the cell of its full mark where its children hold marks. */
export interface NodeLimits {
  readonly factor?: string | undefined;
  readonly cap?: number | undefined;
  readonly marks?: string | undefined;
}

/**
 * Live formula, without '=', of a node's score from its children's cells; missing children hold '' and so does the result
 * where the policy leaves it blank. With `decimals` the result is rounded, as a total must be that `rankFormula` ranks.
 * Leave out children that take no part (weight 0), as the engine does: the formula counts all that it is given.
 * Ranges where the cells stand side by side, else cell by cell: 60 children fit even then.
 * undefined for `group_mean` (it would need the group's means) and where Excel would refuse the length.
 */
export function aggregateFormula(
  children: readonly ChildCells[],
  method: Aggregation,
  missing: MissingPolicy,
  decimals?: number,
  { factor, cap, marks }: NodeLimits = {},
): string | undefined {
  if (missing === 'group_mean' || children.length === 0) return undefined;
  const scores = asRange(children.map(({ score }) => score));
  const weights = asRange(children.map(({ weight }) => weight));
  const inRange = scores !== undefined && weights !== undefined;
  const all = scores ?? children.map(({ score }) => score).join(',');
  const sum = (term: (child: ChildCells) => string): string => `(${children.map(term).join('+')})`;
  // With a comma SUMPRODUCT takes text for 0; with * it would be an error.
  const weight = inRange ? `SUMPRODUCT(--ISNUMBER(${scores}),${weights})` : sum((child) => `ISNUMBER(${child.score})*${child.weight}`);

  let mean: string;
  if (marks !== undefined && method === 'weighted_arithmetic') mean = `100*SUM(${all})/${weight}`;
  else if (method === 'weighted_arithmetic') {
    const weighted = inRange ? `SUMPRODUCT(${scores},${weights})` : sum((child) => `N(${child.score})*${child.weight}`);
    mean = `${weighted}/${weight}`;
  } else if (method === 'topsis') {
    if (children.some(({ range }) => range === undefined)) return undefined;
    const away = (end: 'MAX' | 'MIN'): string =>
      `SQRT${sum(({ score, weight: of, range }) => `ISNUMBER(${score})*(${of}*(${end}(${range!})-N(${score})))^2`)}`;
    mean = `100*${away('MIN')}/(${away('MAX')}+${away('MIN')})`;
  } else {
    mean = `EXP(${sum((child) => `IF(ISNUMBER(${child.score}),LN(${child.score})*${child.weight},0)`)}/${weight})`;
  }
  if (factor !== undefined) mean = `(${mean})*${factor}`;
  mean = held(mean, undefined, cap);
  if (marks !== undefined) mean = `${mean}*${marks}/100`;
  if (decimals !== undefined) mean = `ROUND(${mean},${decimals})`;
  // All alike: no distance to anything.
  if (method === 'topsis') mean = `IFERROR(${mean},"")`;
  // Smallest score negative: no mean; zero: 0. CHOOSE works out only the branch that it takes.
  if (method === 'weighted_geometric') mean = `CHOOSE(SIGN(MIN(${all}))+2,"",0,${mean})`;
  const known = factor === undefined ? '' : `,NOT(ISNUMBER(${factor}))`;
  const few = `COUNT(${all})<${fewestPresent(missing, children.length)}`;
  return withinLength(`IF(${known === '' ? few : `OR(${few}${known})`},"",${mean})`);
}

/**
 * Live formula of a place: RANK over total cells that are rounded themselves, so that float noise never parts equals and the
 * recalculated place is the engine's. RANK skips '' and blank cells and shares the best place among ties.
 * @param range the totals of the population with rows fixed (`$H$5:$H$40`); it must hold the totals of ranked rows only
 */
export function rankFormula(total: string, range: string, order: 'highest_first' | 'lowest_first' = 'highest_first'): string {
  return `IF(ISNUMBER(${total}),RANK(${total},${range},${order === 'highest_first' ? 0 : 1}),"")`;
}

/**
 * The same where some rows keep their total and take no place: 1 stands in the cells of what keeps them out.
 * @param out cells of the row, and their columns' ranges with rows and columns fixed
 */
export function rankAmongFormula(
  total: string,
  range: string,
  out: readonly { readonly cell: string; readonly range: string }[],
  order: 'highest_first' | 'lowest_first' = 'highest_first',
): string {
  if (out.length === 0) return rankFormula(total, range, order);
  const better = `(${range}${order === 'highest_first' ? '>' : '<'}${total})`;
  const taking = [`ISNUMBER(${range})`, better, ...out.map((one) => `(${one.range}<>1)`)].join('*');
  return `IF(AND(ISNUMBER(${total}),${out.map(({ cell }) => `${cell}<>1`).join(',')}),1+SUMPRODUCT(${taking}),"")`;
}
