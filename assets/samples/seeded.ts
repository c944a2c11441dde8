/** Fictional figures that are the same on every run: a small generator with a given seed (mulberry32). */
export class Seeded {
  constructor(private state: number) {}

  /** 0 ≤ next < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  between(low: number, high: number, decimals = 0): number {
    return round(low + (high - low) * this.next(), decimals);
  }
}

/** The decimal that a person would have typed. */
export const round = (value: number, decimals = 0): number => Number(value.toFixed(decimals));

/** Exact sum of numbers with so many decimals. */
export const sumOf = (values: readonly number[], decimals: number): number =>
  round(values.reduce((sum, value) => sum + Math.round(value * 10 ** decimals), 0) / 10 ** decimals, decimals);

/** Days since 1899-12-30, as Excel keeps dates. */
export const serialOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000 + 25569;
