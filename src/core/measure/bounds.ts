import { addRatio, compareRatio, divideRatio, ratioOf, type Ratio } from '../decimal';

/** Least and greatest value over all completions of what is missing; undefined on a side where nothing bounds it. */
export interface Bounds {
  readonly low: Ratio | undefined;
  readonly high: Ratio | undefined;
}

export const UNBOUNDED: Bounds = { low: undefined, high: undefined };
const ZERO = ratioOf(0);
/** All of it, in percent. */
const WHOLE = ratioOf(100);

export const exactly = (value: Ratio): Bounds => ({ low: value, high: value });

const negate = ({ num, den }: Ratio): Ratio => ({ num: num.neg(), den });
const isNegative = ({ num }: Ratio): boolean => num.lt(0);

/** Whether the bounds say no more than that nothing is below zero, and no share above the whole: what a blank cell says as well. */
export function isIdle({ low, high }: Bounds, unit: string | undefined): boolean {
  const open = high === undefined || (unit === '%' && compareRatio(high, WHOLE) === 0);
  return open && (low === undefined || low.num.eq(0));
}

/** The sum of quantities that move independently of each other. */
export function addBounds(terms: readonly Bounds[]): Bounds {
  return terms.reduce(
    (sum, term) => ({
      low: sum.low && term.low && addRatio(sum.low, term.low),
      high: sum.high && term.high && addRatio(sum.high, term.high),
    }),
    exactly(ZERO),
  );
}

/** a − b, both moving independently. */
export function subtractBounds(a: Bounds, b: Bounds): Bounds {
  return addBounds([a, mirrored(b)]);
}

/** What may count or may not: its figure or nothing. */
export function orNothing({ low, high }: Bounds): Bounds {
  return { low: low && (isNegative(low) ? low : ZERO), high: high && (isNegative(high) ? ZERO : high) };
}

/** a ÷ b, both moving independently; no bound where b may be zero. */
export function divideBounds(a: Bounds, b: Bounds): Bounds {
  if (b.high && isNegative(b.high)) return divideBounds(mirrored(a), mirrored(b));
  if (!b.low?.num.gt(0)) return UNBOUNDED;
  const small = b.low;
  const large = b.high;
  /** The end is nearer to zero over the large divisor, further from it over the small one. */
  const end = (value: Ratio | undefined, nearer: boolean): Ratio | undefined => {
    if (!value) return undefined;
    if (!nearer) return divideRatio(value, small);
    return large ? divideRatio(value, large) : ZERO;
  };
  return { low: end(a.low, !!a.low && !isNegative(a.low)), high: end(a.high, !!a.high && isNegative(a.high)) };
}

const mirrored = ({ low, high }: Bounds): Bounds => ({ low: high && negate(high), high: low && negate(low) });

/** Bounds under a function that keeps the order. */
export function mapBounds({ low, high }: Bounds, rising: (value: Ratio) => Ratio | undefined): Bounds {
  return { low: low && rising(low), high: high && rising(high) };
}

/** The part of the bounds that a declared range leaves. */
export function withinRange(
  { low, high }: Bounds,
  range: { readonly at_least?: number | undefined; readonly at_most?: number | undefined },
): Bounds {
  const least = range.at_least === undefined ? undefined : ratioOf(range.at_least);
  const most = range.at_most === undefined ? undefined : ratioOf(range.at_most);
  return {
    low: low && least ? (compareRatio(low, least) < 0 ? least : low) : (low ?? least),
    high: high && most ? (compareRatio(high, most) > 0 ? most : high) : (high ?? most),
  };
}

/**
 * The mean of figures that are certain to count (at least one) and others that may count: one more figure below the mean lowers it,
 * so the lowest are taken while they do.
 */
export function meanBounds(certain: readonly Bounds[], open: readonly Bounds[]): Bounds {
  if (certain.length === 0) return UNBOUNDED;
  const sum = addBounds(certain);
  return {
    low: extremeMean(
      sum.low,
      certain.length,
      open.map(({ low }) => low),
      -1,
    ),
    high: extremeMean(
      sum.high,
      certain.length,
      open.map(({ high }) => high),
      1,
    ),
  };
}

function extremeMean(sum: Ratio | undefined, count: number, open: readonly (Ratio | undefined)[], direction: 1 | -1): Ratio | undefined {
  const known = open.filter((value) => value !== undefined);
  if (!sum || known.length < open.length) return undefined;
  let total = sum;
  let number = count;
  const mean = (): Ratio => divideRatio(total, ratioOf(number))!;
  for (const value of known.sort((a, b) => -direction * compareRatio(a, b))) {
    if (compareRatio(value, mean()) !== direction) break;
    total = addRatio(total, value);
    number++;
  }
  return mean();
}
