import Big from 'big.js';
import { compareRatio, multiplyRatio, type Ratio } from '../decimal';
import type { Limit } from '../pack/parts';
import type { Bounds } from '../measure/bounds';
import { factorRatio } from '../units/factor';
import type { Units } from '../units/units';
import { judgeWords as words } from '../words/judge';
import { edges, type Edge, type Edged } from './edge';
import type { ResolvedLimit } from './limit';

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
 * it is not equal to (6.999 % is not shown as 7 % beside a limit of 7 %), or put it on the wrong side of a limit with more decimals.
 */
export function showRatio(value: Ratio, beside: readonly Ratio[] = []): string {
  for (let digits = DIGITS; ; digits++) {
    const shown = decimals(value, digits);
    if (digits === MOST_DIGITS || !beside.some((limit) => misleads(shown, value, limit, digits))) return shown.toFixed();
  }
}

function misleads(shown: Big, value: Ratio, limit: Ratio, digits: number): boolean {
  const order = compareRatio(value, limit);
  if (order !== 0 && decimals(limit, digits).eq(shown)) return true;
  // A limit that is a decimal is shown in full.
  return limit.den.eq(1) && shown.cmp(limit.num) !== order;
}

/** A limit is the document's or the user's own number: shown with all its decimals. */
function showLimit(units: Units, value: Ratio, unit: string): string {
  return value.den.eq(1) && unit !== TIMES ? withUnit(units, decimals(value, MOST_DIGITS).toFixed(), unit) : showFigure(units, value, unit);
}

/** Shares that a document writes as a fraction are shown in per cent: 0.33 beside one third would look like a miss. */
const TIMES = '倍';

/** A figure with its unit: "4000万元/公顷", "33.33%". */
export function showFigure(units: Units, value: Ratio, unit: string | undefined, beside: readonly Ratio[] = []): string {
  const percent = unit === TIMES ? units.factor(TIMES, '%') : undefined;
  if (!percent) return withUnit(units, showRatio(value, beside), unit);
  const inPercent = (one: Ratio): Ratio => multiplyRatio(one, factorRatio(percent));
  return withUnit(units, showRatio(inPercent(value), beside.map(inPercent)), '%');
}

/** A difference of two figures: of percentages it is told in 百分点. */
export function showChange(units: Units, change: Ratio, unit: string | undefined): string {
  const percent = unit === TIMES ? units.factor(TIMES, '%') : undefined;
  if (percent) return `${showRatio(multiplyRatio(change, factorRatio(percent)))}${words.points}`;
  return unit === '%' ? `${showRatio(change)}${words.points}` : withUnit(units, showRatio(change), unit);
}

const isPoint = ({ low, high }: Bounds): boolean => low !== undefined && high !== undefined && compareRatio(low, high) === 0;

/** "至少7%，至多10%", or "为7%", to stand in a sentence; undefined where nothing bounds the value. */
export function showBounds(units: Units, bounds: Bounds, unit: string | undefined, beside: readonly Ratio[] = []): string | undefined {
  const shown = showSpan(units, bounds, unit, beside);
  return shown !== undefined && isPoint(bounds) ? words.isValue(shown) : shown;
}

/** The same to stand by itself: "至少7%，至多10%", or "7%". */
export function showSpan(units: Units, bounds: Bounds, unit: string | undefined, beside: readonly Ratio[] = []): string | undefined {
  const { low, high } = bounds;
  if (!low && !high) return undefined;
  if (low && isPoint(bounds)) return showFigure(units, low, unit, beside);
  return words.bounds(low && showFigure(units, low, unit, beside), high && showFigure(units, high, unit, beside));
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
    shown.set(edge, fraction ? words.fraction(limit.fraction[0], limit.fraction[1]) : showLimit(units, resolved.exact, unit));
  }
  const low = shown.get('at_least');
  const high = shown.get('at_most');
  if (low !== undefined && high !== undefined) return words.between(low, high);
  return [...shown].map(([edge, number]) => words.edge(edge, number)).join('、');
}
