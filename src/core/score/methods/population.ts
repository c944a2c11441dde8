import { compareNumbers } from '../../decimal';

/** Smallest and largest present value; NaN for both where there is none. */
export interface Extent {
  readonly least: number;
  readonly greatest: number;
}

export function extentOf(values: Float64Array): Extent {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x < least) least = x;
    if (x > greatest) greatest = x;
  }
  return least > greatest ? { least: NaN, greatest: NaN } : { least, greatest };
}

/**
 * Whether all present values are the same decimal. 0.3 and 0.1+0.2 are one value to the official; taking float noise for a
 * range would score them 0 and 100.
 */
export function isConstant({ least, greatest }: Extent): boolean {
  return least === least && compareNumbers(least, greatest) === 0;
}

/**
 * Where each value stands among the present ones, equal values sharing their place. `decimal` takes values for equal that look
 * equal to the official (15 digits), `double` only those that are the same double.
 */
export class Places {
  private readonly sorted: Float64Array;
  private readonly tieStart: Int32Array;
  private readonly tieEnd: Int32Array;

  constructor(values: Float64Array, equal: 'decimal' | 'double') {
    const present = values.filter((x) => x === x).sort();
    const n = present.length;
    this.sorted = present;
    this.tieStart = new Int32Array(n);
    this.tieEnd = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const tied = i > 0 && (present[i - 1] === present[i] || (equal === 'decimal' && compareNumbers(present[i - 1]!, present[i]!) === 0));
      this.tieStart[i] = tied ? this.tieStart[i - 1]! : i;
    }
    for (let i = n - 1; i >= 0; i--) {
      const tied = i < n - 1 && this.tieStart[i + 1] === this.tieStart[i];
      this.tieEnd[i] = tied ? this.tieEnd[i + 1]! : i + 1;
    }
  }

  get count(): number {
    return this.sorted.length;
  }

  private find(x: number): number {
    let low = 0;
    let high = this.sorted.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]! < x) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many present values are smaller; x must be one of the present values. */
  smaller(x: number): number {
    return this.tieStart[this.find(x)]!;
  }

  /** How many present values are larger; x must be one of the present values. */
  larger(x: number): number {
    return this.sorted.length - this.tieEnd[this.find(x)]!;
  }
}
