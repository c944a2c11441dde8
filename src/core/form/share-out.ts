import Big from 'big.js';

/** Places after the point of weights that are worked out. */
const PLACES = 2;
const WHOLE = new Big(100);
const STEP = new Big(10).pow(-PLACES);

/** The sum of weights as an official adds them up: 0.1 + 0.2 is 0.3. */
export function sumOf(weights: readonly number[]): string {
  return weights.reduce((sum, weight) => sum.plus(String(weight)), new Big(0)).toString();
}

/** Shares that are cut to two places, and what the cutting took away given to those that lost most, the first of equals: together exactly 100. */
function rounded(shares: readonly Big[]): string[] {
  const cut = shares.map((share) => share.round(PLACES, Big.roundDown));
  const lacking = WHOLE.minus(cut.reduce((sum, share) => sum.plus(share), new Big(0)));
  const steps = Number(lacking.div(STEP).round(0, Big.roundHalfUp).toString());
  const losers = shares.map((share, at) => ({ at, lost: share.minus(cut[at]!) })).sort((a, b) => b.lost.cmp(a.lost) || a.at - b.at);
  const gaining = new Set(losers.slice(0, steps).map(({ at }) => at));
  return cut.map((share, at) => (gaining.has(at) ? share.plus(STEP) : share).toString());
}

/** So many weights, as alike as two places allow, that make exactly 100. */
export function evenly(count: number): readonly string[] {
  return rounded(Array.from({ length: count }, () => WHOLE.div(count)));
}

/** The weights in the same proportions, so that they make exactly 100; undefined where they are all 0. */
export function toWhole(weights: readonly number[]): readonly string[] | undefined {
  const sum = new Big(sumOf(weights));
  return sum.eq(0) ? undefined : rounded(weights.map((weight) => new Big(String(weight)).times(WHOLE).div(sum)));
}
