import { isReckonable } from '../decimal';
import { CellKind } from '../grid';
import type { PackParameter } from '../pack/schema';
import type { Words } from '../refusal';
import { readDate } from '../table/date-cell';
import { isPercentFormat, parseNumber } from '../table/describe/number-text';
import { foldText } from '../table/fold';
import { shiftDecimal } from '../units/factor';
import { parameterWords as words } from '../words/parameters';

/** What was written for a setting, in a cell or in a field. */
export interface Written {
  readonly kind: CellKind;
  /** '' where it is blank. */
  readonly shown: string;
  /** NaN where it is no number. */
  readonly number: number;
  /** Number format code. */
  readonly format: string;
}

export interface Refused extends Words {
  readonly code: string;
}

/** What a setting comes to: its value, undefined where it is blank, or why it cannot be used. */
export type Setting<T> = { readonly value: T | undefined } | { readonly refused: Refused };

/** What a person typed into a field: text, as in a cell that holds text. */
export const typed = (text: string): Written => ({ kind: CellKind.text, shown: text.trim(), number: NaN, format: 'General' });

const refused = (code: string, said: Words): { refused: Refused } => ({ refused: { code, ...said } });
const BLANK = { value: undefined } as const;

/** @param name of the parameter, of the dimension, of the indicator */
export function readNumber({ kind, shown, number, format }: Written, name: string): Setting<number> {
  if (shown === '') return BLANK;
  const value = kind === CellKind.number ? number : kind === CellKind.text ? parseNumber(shown)?.value : undefined;
  if (value === undefined) return refused('parameter-not-number', words.notNumber(name, shown));
  if (!isReckonable(value)) return refused('parameter-too-large', words.tooLarge(name, shown));
  // 10% in a percent-formatted cell is stored as 0.1; what the official sees is 10, as in the text "10%".
  return { value: kind === CellKind.number && isPercentFormat(format) ? shiftDecimal(value, 2) : value };
}

export function readWeight(written: Written, name: string): Setting<number> {
  const read = readNumber(written, name);
  if ('refused' in read || read.value === undefined || read.value >= 0) return read;
  return refused('negative-weight', words.negativeWeight(name, String(read.value)));
}

/** Saaty's scale goes from 1 to 9, and back as reciprocals. */
const MOST_IMPORTANT = 9;
const RECIPROCAL = /^1[/／](\d{1,9}(?:\.\d{1,9})?)$/;

/** How many times as much one counts as another: 1 to 9, or the reciprocal, as 1/3 or as the number that a cell holds for it. */
export function readComparison(written: Written, name: string): Setting<number> {
  const below = written.kind === CellKind.text ? RECIPROCAL.exec(written.shown)?.[1] : undefined;
  const read = below === undefined ? readNumber(written, name) : { value: 1 / Number(below) };
  if ('refused' in read || read.value === undefined) return read;
  const { value } = read;
  // A cell holds a reciprocal to 15 digits.
  const times = value >= 1 ? value : Number((1 / value).toPrecision(13));
  return times >= 1 && times <= MOST_IMPORTANT && value > 0
    ? read
    : refused('parameter-not-comparison', words.notComparison(name, written.shown));
}

/** Serial numbers of 1980 to 2100: what a date looks like in a cell without a date format. Anything else is no date by accident. */
const PLAIN_SERIALS = { first: 29221, last: 73415 } as const;

/** YYYY-MM-DD from a date cell or its text; undefined where that is no day of the calendar. */
function dateIn({ kind, shown, number, format }: Written): string | undefined {
  if (kind !== CellKind.number) return readDate(shown, 'General');
  const serial = number >= PLAIN_SERIALS.first && number <= PLAIN_SERIALS.last;
  return readDate(number, serial ? 'yyyy-mm-dd' : format);
}

/** What may be chosen; empty where the value is free. */
export const choicesOf = ({ kind, choices = [] }: Pick<PackParameter, 'kind' | 'choices'>): readonly string[] =>
  kind === 'yes_no' ? ['是', '否'] : choices;

/** The range of a number, with the least that a count can be. */
export const rangeOf = ({
  kind,
  at_least,
  at_most,
}: PackParameter): { readonly low: number | undefined; readonly high: number | undefined } => ({
  low: at_least ?? (kind === 'integer' ? 1 : undefined),
  high: at_most,
});

export function readParameter(written: Written, parameter: PackParameter): Setting<number | string> {
  const { shown } = written;
  if (shown === '') return BLANK;
  const { title } = parameter;
  switch (parameter.kind) {
    case 'text':
      return { value: shown };
    case 'choice':
    case 'yes_no': {
      const choices = choicesOf(parameter);
      const found = choices.find((choice) => foldText(choice) === foldText(shown));
      return found === undefined ? refused('parameter-not-choice', words.notChoice(title, shown, choices.join('、'))) : { value: found };
    }
    case 'date': {
      const value = dateIn(written);
      return value === undefined ? refused('parameter-not-date', words.notDate(title, shown)) : { value };
    }
    default: {
      const read = readNumber(written, title);
      if ('refused' in read || read.value === undefined) return read;
      const { value } = read;
      if (parameter.kind !== 'number' && !Number.isInteger(value)) return refused('parameter-not-integer', words.notInteger(title, shown));
      const { low, high } = rangeOf(parameter);
      if ((low === undefined || value >= low) && (high === undefined || value <= high)) return read;
      return refused('parameter-out-of-range', words.outOfRange(title, shown, words.range(low, high)));
    }
  }
}
