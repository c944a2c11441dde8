import Big from 'big.js';
import { multiplyRatio, type Ratio } from '../decimal';
import { edges, type Edge, type Limit } from '../pack/parts';
import type { Units } from '../units/units';
import { judgeWords as words } from '../words/judge';
import type { Edged, ResolvedLimit } from './limit';

const DIGITS = 2;
const MOST_DIGITS = 10;

/** Decimals with enough digits for a quotient. */
const Wide = Big();
Wide.DP = MOST_DIGITS + 2;

function decimals(value: Ratio, digits: number): Big {
  // The number of a cell needs no division, and there are many of them.
  if (value.den.eq(1)) return value.num.round(digits, Big.roundHalfUp);
  return new Wide(value.num.toString()).div(value.den.toString()).round(digits, Big.roundHalfUp);
}

/**
 * A value for people: two decimals, without trailing zeros; more digits where two would make it look equal to a limit that
 * it is not equal to (6.999 % is not shown as 7 % beside a limit of 7 %).
 */
export function showRatio(value: Ratio, beside: readonly Ratio[] = []): string {
  for (let digits = DIGITS; ; digits++) {
    const shown = decimals(value, digits);
    const misleading = beside.some((limit) => decimals(limit, digits).eq(shown) && !value.num.times(limit.den).eq(limit.num.times(value.den)));
    if (!misleading || digits === MOST_DIGITS) return shown.toFixed();
  }
}

/** Shares that a document writes as a fraction are shown in per cent: 0.33 beside one third would look like a miss. */
const TIMES = '倍';

/** A figure with its unit: "4000万元/公顷", "33.33%". */
export function showFigure(units: Units, value: Ratio, unit: string | undefined, beside: readonly Ratio[] = []): string {
  const percent = unit === TIMES ? units.factor(TIMES, '%') : undefined;
  if (!percent) return withUnit(units, showRatio(value, beside), unit);
  const inPercent = (one: Ratio): Ratio => multiplyRatio(one, { num: new Big(percent.times.toString()), den: new Big(percent.over.toString()) });
  return withUnit(units, showRatio(inPercent(value), beside.map(inPercent)), '%');
}

/** "4000万元/公顷", "12.5%". */
export function withUnit(units: Units, number: string, unit: string | undefined): string {
  return unit === undefined ? number : `${number}${units.title(unit)}`;
}

/** "不低于 4000万元/公顷", "1至3个"; '' where a limit is missing. */
export function showLimits(units: Units, edged: Edged, unit: string, limits: (limit: Limit) => ResolvedLimit): string {
  const shown = new Map<Edge, string>();
  for (const edge of edges) {
    const limit = edged[edge];
    if (limit === undefined) continue;
    const resolved = limits(limit);
    if ('why' in resolved) return '';
    const fraction = typeof limit === 'object' && 'fraction' in limit;
    shown.set(edge, fraction ? words.fraction(limit.fraction[0], limit.fraction[1]) : showFigure(units, resolved.exact, unit));
  }
  const low = shown.get('at_least');
  const high = shown.get('at_most');
  if (low !== undefined && high !== undefined) return words.between(low, high);
  return [...shown].map(([edge, number]) => words.edge(edge, number)).join('、');
}
