/** The longest formula that Excel takes, without the leading '='. */
const LONGEST = 8191;

/** A number, or an expression of one, as it stands in a formula; negative ones in brackets, so that a sign before them does no harm. */
export function literal(x: number | string): string {
  if (typeof x === 'string') return x;
  const text = String(x).toUpperCase();
  return x < 0 ? `(${text})` : text;
}

/** lo + share × (hi − lo), leaving out what changes nothing. */
export function scaled(share: string, lo: number, hi: number): string {
  const span = hi - lo;
  const stretched = span === 1 ? share : `${share}*${literal(span)}`;
  return lo === 0 ? stretched : `${literal(lo)}+${stretched}`;
}

/** The expression held within an optional floor and cap. */
export function held(expression: string, floor: number | string | undefined, cap: number | string | undefined): string {
  const capped = cap === undefined ? expression : `MIN(${literal(cap)},${expression})`;
  return floor === undefined ? capped : `MAX(${literal(floor)},${capped})`;
}

/**
 * The formula with all its references fixed ($B$4): sorting rows of a sheet moves a relative reference to another sheet along with the row,
 * and a zone would then show a neighbour's figure.
 */
export function withFixedCells(formula: string): string {
  return formula
    .split(/('(?:[^']|'')*'|"(?:[^"]|"")*")/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/(?<![A-Za-z0-9_$.])([A-Z]{1,3})([1-9]\d*)(?![\w(!.])/g, '$$$1$$$2')))
    .join('');
}

/** The formula itself, undefined where Excel would refuse it for its length. */
export function withinLength(formula: string): string | undefined {
  return formula.length <= LONGEST ? formula : undefined;
}
