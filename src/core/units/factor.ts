import Big from 'big.js';
import { multiplyRatio, type Ratio } from '../decimal';

const Decimal = Big();
Decimal.DP = 60;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** How often 10 goes into `value`, undefined where value is no power of ten. */
function powerOfTen(value: bigint): number | undefined {
  const digits = value.toString();
  return /^10*$/.test(digits) ? digits.length - 1 : undefined;
}

/** Powers of ten that a double holds exactly. */
const TENS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

/**
 * Moves the decimal point of the number as it is written: 0.07 by 2 is 7, not 7.000000000000001. A number of at most
 * fifteen digits is first made whole (two decimals as a rule); whole number and power of ten are both exact, so their
 * product or quotient is rounded once, just as the written decimal would be.
 */
export function shiftDecimal(value: number, places: number): number {
  for (let decimals = 0; decimals <= 6; decimals += 2) {
    const scale = TENS[decimals]!;
    const whole = Math.round(value * scale);
    if (!(Math.abs(whole) < 1e15)) break;
    if (whole / scale !== value) continue;
    const net = TENS[Math.abs(places - decimals)];
    if (net === undefined) break;
    return places >= decimals ? whole * net : whole / net;
  }
  const text = String(value);
  const exponent = text.indexOf('e');
  if (exponent < 0) return Number(`${text}e${places}`);
  return Number(`${text.slice(0, exponent)}e${Number(text.slice(exponent + 1)) + places}`);
}

/** An exact ratio between two units of one dimension, in lowest terms: 1 亩 = 2000/3 平方米. */
export class Factor {
  readonly times: bigint;
  readonly over: bigint;
  private readonly places: number | undefined;

  constructor(times: bigint, over: bigint) {
    if (times <= 0n || over <= 0n) throw new RangeError('a factor is positive');
    const divisor = greatestCommonDivisor(times, over);
    this.times = times / divisor;
    this.over = over / divisor;
    const up = powerOfTen(this.times);
    const down = powerOfTen(this.over);
    this.places = up === undefined || down === undefined ? undefined : up - down;
  }

  /** "10000", "0.001" or "2000/3". */
  static parse(text: string): Factor {
    const [above = '', below = '1'] = text.split('/');
    const [over, overScale] = decimal(below);
    const [times, timesScale] = decimal(above);
    return new Factor(times * overScale, over * timesScale);
  }

  get isOne(): boolean {
    return this.times === 1n && this.over === 1n;
  }

  multiply(other: Factor): Factor {
    return new Factor(this.times * other.times, this.over * other.over);
  }

  divide(other: Factor): Factor {
    return new Factor(this.times * other.over, this.over * other.times);
  }

  /** The number's decimal text times the ratio, rounded once to the nearest double. */
  apply(value: number): number {
    if (this.places === 0 || value === 0 || !Number.isFinite(value)) return value;
    if (this.places !== undefined) return shiftDecimal(value, this.places);
    return this.exact(new Decimal(value)).toNumber();
  }

  /** For callers that calculate in decimals; a division that never ends is cut after 60 places. */
  exact(value: Big): Big {
    return new Decimal(value).times(this.times.toString()).div(this.over.toString());
  }

  /** Spreadsheet expression with `#` for the cell: "#", "#*100", "#/10000", "#*2000/3". */
  get expression(): string {
    return `#${this.times === 1n ? '' : `*${this.times}`}${this.over === 1n ? '' : `/${this.over}`}`;
  }
}

function decimal(text: string): [digits: bigint, scale: bigint] {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match?.[1]) throw new RangeError(`not a factor: ${text}`);
  const places = match[2] ?? '';
  return [BigInt(match[1] + places), 10n ** BigInt(places.length)];
}

/** How a factor reads as an exact fraction. */
export function factorRatio(factor: Factor): Ratio {
  return { num: new Big(factor.times.toString()), den: new Big(factor.over.toString()) };
}

export function factorNumber(factor: Factor): number {
  return Number(factor.times) / Number(factor.over);
}

/** value × factor, exactly. */
export function scaled(value: Ratio | undefined, factor: Factor): Ratio | undefined {
  return value && factor.times !== factor.over ? multiplyRatio(value, factorRatio(factor)) : value;
}
