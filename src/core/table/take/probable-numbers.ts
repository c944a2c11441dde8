import type { Units } from '../../units/units';
import type { DoubtfulNumber } from '../describe/number-text';

/** What a doubtful cell may mean, in the unit of the column's header. */
export interface Probable {
  readonly numbers: readonly number[];
  /** Whether the one number is very likely meant; else a person has to choose. */
  readonly isSure: boolean;
}

export const NOTHING_PROBABLE: Probable = { numbers: [], isSure: false };

const sure = (number: number): Probable => ({ numbers: [number], isSure: true });
const choice = (numbers: readonly number[]): Probable => ({ numbers: [...new Set(numbers)], isSure: false });

/** Days that no one types by mistake for a number: there, a program made a date of a number. */
const LIKELY_DAYS = ['1990', '2060'] as const;

/** Whether a stored number that is shown as a day or a time can be neither. @param date YYYY-MM-DD; undefined for a time of day */
export const isUnlikelyDay = (value: number, date: string | undefined): boolean =>
  date === undefined ? value >= 1 : !Number.isInteger(value) || date < LIKELY_DAYS[0] || date > LIKELY_DAYS[1];

/** An amount in the unit that words name, in the header's unit; undefined where they name none that can become it. */
function amountIn(words: string, amount: number, headerUnit: string, units: Units): number | undefined {
  const unit = units.find(words);
  return unit === undefined ? undefined : units.factor(unit, headerUnit)?.apply(amount);
}

/** The amount in the unit that stands beside it, or else in the header's; sure where that is the same. */
function inEitherUnit(amount: number, words: string, headerUnit: string, units: Units): Probable {
  const converted = amountIn(words, amount, headerUnit, units);
  return converted === amount ? sure(amount) : choice(converted === undefined ? [amount] : [converted, amount]);
}

/** What a cell means whose format shows an amount with words of its own. */
export function probableAmounts(seen: number, words: string, headerUnit: string, units: Units): Probable {
  if (words === '') return sure(seen);
  const either = inEitherUnit(seen, words, headerUnit, units);
  // An amount of money may be of another currency; that a count is one of money, or of tons, is a slip of the format.
  const isMoney = units.dimension(headerUnit)?.startsWith('money') === true;
  return either.numbers.length > 1 || isMoney ? either : sure(seen);
}

/** Behind a number these say how sure it is, and not what it counts. */
const ABOUT = /^(?:左右|上下|余|多|以上|\((?:预计|预估|估计|估算|约|初步|快报|暂)[^()]{0,4}\))$/u;
/** A full-width comma, or a space, between groups of three digits. */
const GROUPED = /^\d{1,3}(?:[ ，]\d{3})+$/u;
const MOST_CHOICES = 3;

/** What a doubtful text means. */
export function probableNumbers({ doubt, numbers, behind, bare }: DoubtfulNumber, headerUnit: string, units: Units): Probable {
  const [only] = numbers;
  if (only === undefined || numbers.length > MOST_CHOICES) return NOTHING_PROBABLE;
  if (doubt === 'several') return choice(GROUPED.test(bare) ? [Number(bare.replace(/[ ，]/gu, '')), ...numbers] : numbers);
  return doubt === 'footnote' || behind === '' || ABOUT.test(behind) ? sure(only) : inEitherUnit(only, behind, headerUnit, units);
}
