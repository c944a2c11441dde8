import Big from 'big.js';

/** Beyond these a square, a product or a quotient of two numbers leaves what a double can hold; nothing that zones report comes near. */
const MOST = 1e100;
const LEAST = 1e-100;

/** Whether sums, squares and quotients of such numbers are sure to stay finite and to keep their digits. */
export function isReckonable(x: number): boolean {
  return isBounded(x) && (x === 0 || Math.abs(x) >= LEAST);
}

/** Whether a number is one and not out of all bounds; it may be near to zero. */
export function isBounded(x: number): boolean {
  return Math.abs(x) <= MOST;
}

export type Order = -1 | 0 | 1;

/** An exact fraction; `den` is always above zero. */
export interface Ratio {
  readonly num: Big;
  readonly den: Big;
}

/**
 * The decimal that an official sees in a cell: a spreadsheet shows at most 15 significant digits, so
 * 0.1 + 0.2 is 0.3 and 7.000000000000001 is 7.
 * @throws RangeError where x is not finite; missing values are sorted out before numbers are compared.
 */
export function decimalOf(x: number): Big {
  if (!Number.isFinite(x)) throw new RangeError(`no decimal for ${x}`);
  return new Big(x.toPrecision(15));
}

export function ratioOf(x: number): Ratio {
  return { num: decimalOf(x), den: new Big(1) };
}

/** num/den with the sign moved to the numerator; undefined where den is zero. */
export function ratio(num: Big, den: Big): Ratio | undefined {
  if (den.eq(0)) return undefined;
  return den.lt(0) ? { num: num.neg(), den: den.neg() } : { num, den };
}

export function addRatio(a: Ratio, b: Ratio): Ratio {
  if (a.den.eq(b.den)) return { num: a.num.plus(b.num), den: a.den };
  return { num: a.num.times(b.den).plus(b.num.times(a.den)), den: a.den.times(b.den) };
}

export function subtractRatio(a: Ratio, b: Ratio): Ratio {
  return addRatio(a, { num: b.num.neg(), den: b.den });
}

export function multiplyRatio(a: Ratio, b: Ratio): Ratio {
  return { num: a.num.times(b.num), den: a.den.times(b.den) };
}

/** a ÷ b; undefined where b is zero. */
export function divideRatio(a: Ratio, b: Ratio): Ratio | undefined {
  return ratio(a.num.times(b.den), a.den.times(b.num));
}

export function sumRatios(terms: readonly Ratio[]): Ratio {
  return terms.reduce(addRatio, ratioOf(0));
}

/** Exact order of two fractions by cross-multiplication; nothing is divided, so nothing is rounded. */
export function compareRatio(a: Ratio, b: Ratio): Order {
  return a.num.times(b.den).cmp(b.num.times(a.den));
}

/** The nearest double, within two units in the last place. */
export function ratioToNumber(r: Ratio): number {
  return Number(r.num.toString()) / Number(r.den.toString());
}

/** Doubles further apart than this, relative to the larger one, keep their order as exact numbers. */
const CLEARLY_APART = 1e-9;

/**
 * Order of two exact quantities from their double approximations, asking `exact` only when these are close.
 *
 * Sound while each approximation lies within 4e-10 (relative) of its exact value: then doubles more than 1e-9 apart cannot
 * stand for equal or reversed quantities. A cell's number (15-digit reading moves it by at most 5e-15), a product and a
 * quotient of such numbers, and a sum of numbers of one sign all stay below 1e-12. A difference of nearly equal numbers does
 * not: for one, call `exact` directly.
 */
export function compareFast(a: number, b: number, exact: () => Order): Order {
  const gap = a - b;
  if (Math.abs(gap) > CLEARLY_APART * Math.max(Math.abs(a), Math.abs(b))) return gap < 0 ? -1 : 1;
  return exact();
}

/** Exact order of two cell numbers as the official sees them; {@link compareFast} without a closure, for inner loops. */
export function compareNumbers(a: number, b: number): Order {
  if (a === b) return 0;
  const doubt = CLEARLY_APART * ((a < 0 ? -a : a) + (b < 0 ? -b : b));
  if (a - b > doubt) return 1;
  if (b - a > doubt) return -1;
  return decimalOf(a).cmp(decimalOf(b));
}

/**
 * Decimal half up, away from zero, on the decimal that the official sees: 1.005 → 1.01, -1.005 → -1.01. NaN and
 * infinities come back as they are.
 * @param digits places after the point, 0 to 15
 */
export function roundHalfUp(x: number, digits: number): number {
  if (!Number.isFinite(x)) return x;
  const power = 10 ** digits;
  const scaled = Math.abs(x) * power;
  // Below 2^53 the quotient whole/power is the double nearest to the rounded decimal, as parsing its text would give.
  if (scaled < 4e15) {
    const whole = Math.floor(scaled);
    const rest = scaled - whole;
    // The 15-digit reading moves `scaled` by at most 5e-15 of itself; nearer to a half or to a whole than that, ask the decimal.
    if (Math.abs(rest - 0.5) > scaled * 1e-14 + 1e-14) {
      const rounded = (rest > 0.5 ? whole + 1 : whole) / power;
      return x < 0 && rounded !== 0 ? -rounded : rounded;
    }
  }
  const exact = Number(decimalOf(x).round(digits, Big.roundHalfUp).toString());
  return exact === 0 ? 0 : exact;
}

/** {@link roundHalfUp} as text with exactly `digits` places; '' for NaN and infinities. */
export function formatHalfUp(x: number, digits: number): string {
  if (!Number.isFinite(x)) return '';
  const text = decimalOf(x).round(digits, Big.roundHalfUp).toFixed(digits);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
