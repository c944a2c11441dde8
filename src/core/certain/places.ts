import { roundHalfUp } from '../decimal';
import { NOISE_DECIMALS } from '../score/rank';
import type { TotalBounds } from './total-bounds';

/** certain: holds in every completion; possible: in some; impossible: in none. */
export type Certainty = 'certain' | 'possible' | 'impossible';

export interface PlacesInput {
  readonly bounds: TotalBounds;
  /** Rows that belong for sure; those behind them may or may not. */
  readonly members: number;
  readonly order: 'highest_first' | 'lowest_first';
  /** Decimals that totals are rounded to before they are ranked; undefined for unrounded. */
  readonly decimals?: number | undefined;
}

/** How many others stand before and behind a row: for sure, and at the most. */
export interface Rivals {
  readonly surelyBetter: number;
  readonly surelyWorse: number;
  readonly possiblyBetter: number;
  readonly possiblyWorse: number;
}

/** So many differences are worked out to narrow all places; beyond them only those that a list asks for. */
const PAIRS_FOR_ALL = 400_000;

/**
 * Places in the completions of a population. Row j possibly stands behind row i where total(j) < total(i) in some completion, and surely
 * where it does in all; rows of unknown membership and those whose veto is open are never sure.
 */
export class Places {
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly sureLows: Float64Array;
  private readonly sureHighs: Float64Array;
  private readonly known = new Map<number, Rivals>();
  private readonly sign: 1 | -1;
  /** A difference of at least this much parts two rows whatever the rounding. */
  private readonly step: number;

  constructor(private readonly input: PlacesInput) {
    const { bounds, order, decimals } = input;
    this.sign = order === 'highest_first' ? 1 : -1;
    const key = (total: number): number => (Number.isFinite(total) ? roundHalfUp(total, decimals ?? NOISE_DECIMALS) : total);
    const [low, high] = this.sign === 1 ? [bounds.low, bounds.high] : [bounds.high, bounds.low];
    this.low = low.map((total) => this.sign * key(total));
    // Most rows have one total, and rounding is dear.
    this.high = high.map((total, row) => (total === low[row] ? this.low[row]! : this.sign * key(total)));
    if (bounds.behind) this.putBehind(bounds.behind);
    this.step = 10 ** -(decimals ?? NOISE_DECIMALS);
    const rows = Array.from(this.low.keys());
    const taking = rows.filter((row) => this.takesPart(row));
    const sure = taking.filter((row) => this.sure(row));
    const sorted = (ends: Float64Array, of: readonly number[]): Float64Array => Float64Array.from(of, (row) => ends[row]!).sort();
    this.lows = sorted(this.low, taking);
    this.highs = sorted(this.high, taking);
    const allSure = sure.length === taking.length;
    this.sureLows = allSure ? this.lows : sorted(this.low, sure);
    this.sureHighs = allSure ? this.highs : sorted(this.high, sure);
  }

  /** Those who stand behind all others keep their order among themselves, further down than any total reaches. */
  private putBehind(behind: Uint8Array): void {
    if (!behind.some((state) => state > 0)) return;
    const ends = [...this.low, ...this.high].filter((end) => Number.isFinite(end));
    const below = ends.reduce((most, end) => Math.max(most, end), 0) - ends.reduce((least, end) => Math.min(least, end), 0) + 1;
    behind.forEach((state, row) => {
      if (state > 0) this.low[row]! -= below;
      if (state === 1) this.high[row]! -= below;
    });
  }

  /** Whether a gap of one row moves the distance between two others. */
  get distancesMove(): boolean {
    return this.input.bounds.pair !== undefined;
  }

  /** Whether a row may take a place at all. */
  takesPart(row: number): boolean {
    return this.input.bounds.unranked[row] !== 1 && this.low[row] === this.low[row];
  }

  /** Least and greatest total of a row, as the document adds it up. */
  totals(row: number): readonly [low: number, high: number] {
    const { low, high } = this.input.bounds;
    return [low[row]!, high[row]!];
  }

  /** How many others may stand before a row or level with it, by each row's own bounds. */
  possiblyLevelOrBefore(row: number): number {
    return this.highs.length - countBelow(this.highs, this.low[row]!) - 1;
  }

  private sure(row: number): boolean {
    return row < this.input.members && this.takesPart(row) && this.input.bounds.unranked[row] === 0;
  }

  /** Others before and behind by each row's own bounds alone: counted in sorted ends. */
  private byInterval(row: number): Rivals {
    return {
      surelyBetter: this.sureBefore(row),
      surelyWorse: this.sureBehind(row),
      possiblyBetter: this.possiblyBefore(row),
      possiblyWorse: this.possiblyBehind(row),
    };
  }

  private sureBefore(row: number): number {
    return this.sureLows.length - countUpTo(this.sureLows, this.high[row]!);
  }

  private sureBehind(row: number): number {
    return countBelow(this.sureHighs, this.low[row]!);
  }

  /** A row overlaps itself where it is open, and is then no rival of its own. */
  private overlapsItself(row: number): number {
    return this.low[row]! < this.high[row]! ? 1 : 0;
  }

  private possiblyBefore(row: number): number {
    return this.highs.length - countUpTo(this.highs, this.low[row]!) - this.overlapsItself(row);
  }

  private possiblyBehind(row: number): number {
    return countBelow(this.lows, this.high[row]!) - this.overlapsItself(row);
  }

  /** The same with the tighter bounds of pairs: what is worst for one row is not what is best for another. */
  private byPair(row: number, pair: (i: number, j: number) => number): Rivals {
    const rivals = { surelyBetter: 0, surelyWorse: 0, possiblyBetter: 0, possiblyWorse: 0 };
    for (let other = 0; other < this.low.length; other++) {
      if (other === row || !this.takesPart(other)) continue;
      const sure = this.sure(other);
      const better = this.standsBefore(other, row, pair);
      const worse = this.standsBefore(row, other, pair);
      if (better !== 'impossible') rivals.possiblyBetter++;
      if (better === 'certain' && sure) rivals.surelyBetter++;
      if (worse !== 'impossible') rivals.possiblyWorse++;
      if (worse === 'certain' && sure) rivals.surelyWorse++;
    }
    return rivals;
  }

  /** Whether the first of two rows stands strictly before the second. */
  private standsBefore(first: number, second: number, pair: (i: number, j: number) => number): Certainty {
    if (this.low[first]! > this.high[second]!) return 'certain';
    if (this.high[first]! <= this.low[second]!) return 'impossible';
    const [above, below] = this.sign === 1 ? [first, second] : [second, first];
    // Least of total(above) − total(below), and of the reverse; noise of summing is far below the step.
    if (pair(above, below) >= this.step) return 'certain';
    return pair(below, above) >= -this.step / 10 ? 'impossible' : 'possible';
  }

  /** Others before and behind a row. */
  rivals(row: number): Rivals {
    let found = this.known.get(row);
    if (!found) {
      const { pair } = this.input.bounds;
      found = pair ? this.byPair(row, pair) : this.byInterval(row);
      this.known.set(row, found);
    }
    return found;
  }

  /**
   * Best and worst place of a row; undefined where it takes none. In a large population whose distances move, by each row's own bounds
   * alone, which is wider and as true.
   */
  interval(row: number): readonly [best: number, worst: number] | undefined {
    if (!this.takesPart(row)) return undefined;
    const rows = this.low.length;
    const pairs = this.distancesMove && (rows * rows <= PAIRS_FOR_ALL || this.known.has(row));
    if (!pairs) return [this.sureBefore(row) + 1, this.possiblyBefore(row) + 1];
    const { surelyBetter, possiblyBetter } = this.rivals(row);
    return [surelyBetter + 1, possiblyBetter + 1];
  }

  /** Whether a row is among the last N (first N), ties at the edge included. */
  among(row: number, end: 'first' | 'last', n: number): Certainty {
    if (!this.takesPart(row) || n < 1) return 'impossible';
    // Most rows are far from the edge, and their own bounds say so.
    if ((end === 'last' ? this.sureBehind(row) : this.sureBefore(row)) >= n) return 'impossible';
    if ((end === 'last' ? this.possiblyBehind(row) : this.possiblyBefore(row)) < n) return this.sure(row) ? 'certain' : 'possible';
    if (!this.distancesMove) return 'possible';
    const { surelyWorse, possiblyWorse, surelyBetter, possiblyBetter } = this.rivals(row);
    const [sure, possible] = end === 'last' ? [surelyWorse, possiblyWorse] : [surelyBetter, possiblyBetter];
    if (sure >= n) return 'impossible';
    return possible < n && this.sure(row) ? 'certain' : 'possible';
  }

  /** Whether a row stays among the last N (first N) even where missing figures lie outside of the present range. */
  amongAnywhere(row: number, end: 'first' | 'last', n: number): boolean {
    const { pairAnywhere } = this.input.bounds;
    if (!pairAnywhere || !this.sure(row)) return false;
    let possible = 0;
    for (let other = 0; other < this.low.length; other++) {
      if (other === row || !this.takesPart(other)) continue;
      const otherIsWorse = end === 'last';
      // Could the other come to stand strictly behind (before) this row?
      const higher = (this.sign === 1) === otherIsWorse ? other : row;
      const lower = higher === other ? row : other;
      if (pairAnywhere(higher, lower) < -this.step / 10 && ++possible >= n) return false;
    }
    return true;
  }

  /** Rows that stand before or behind a row in some completions and not in others. */
  undecidedAgainst(row: number, end: 'first' | 'last'): number[] {
    const { pair = (i: number, j: number): number => this.input.bounds.low[i]! - this.input.bounds.high[j]! } = this.input.bounds;
    const open: number[] = [];
    for (let other = 0; other < this.low.length; other++) {
      if (other === row || !this.takesPart(other)) continue;
      const stands = end === 'last' ? this.standsBefore(row, other, pair) : this.standsBefore(other, row, pair);
      if (stands === 'possible' || (stands === 'certain' && !this.sure(other))) open.push(other);
    }
    return open;
  }
}

/** How many of a sorted array are below x. */
function countBelow(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of a sorted array are x or below. */
function countUpTo(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
