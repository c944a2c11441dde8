import type { Problem, Severity } from '../../problem';
import { tableWords } from '../../words/table';
import type { HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import type { Doubts } from './doubts';

export type NumberDoubt =
  | 'not-number'
  | 'error-value'
  | 'out-of-range'
  | 'too-large'
  | 'text-number'
  | 'bracketed-number'
  | 'percent-in-amount'
  | 'fraction-in-percent'
  | 'footnote-number'
  | 'two-numbers'
  | 'date-in-amount'
  | 'shown-otherwise'
  | 'formula-not-calculated'
  | 'merged-amount';

interface Names {
  readonly name: string;
  /** "在 0～100% 之间" */
  readonly range: string;
  readonly unit: string;
  /** The header's unit as it is shown. */
  readonly stated: string;
}

type Tell = (names: Names, cells: readonly string[], count: number) => { message: string; nextStep: string };

const TOLD: Readonly<Record<NumberDoubt, readonly [Severity, Tell]>> = {
  'not-number': ['error', ({ name }, cells, count) => tableWords.notNumber(name, cells, count)],
  'error-value': ['error', ({ name }, cells, count) => tableWords.errorValue(name, cells, count)],
  'out-of-range': ['error', ({ name, range }, cells, count) => tableWords.outOfRange(name, range, cells, count)],
  'too-large': ['error', ({ name }, cells, count) => tableWords.tooLarge(name, cells, count)],
  'text-number': ['info', ({ name }, cells, count) => tableWords.textNumber(name, cells, count)],
  'bracketed-number': ['warning', ({ name }, cells, count) => tableWords.bracketedNumber(name, cells, count)],
  'percent-in-amount': ['warning', ({ name, unit }, cells, count) => tableWords.percentInAmount(name, unit, cells, count)],
  'fraction-in-percent': ['error', ({ name }, cells, count) => tableWords.fractionInPercent(name, cells, count)],
  'footnote-number': ['error', ({ name }, cells, count) => tableWords.footnoteNumber(name, cells, count)],
  'two-numbers': ['error', ({ name }, cells, count) => tableWords.twoNumbers(name, cells, count)],
  'date-in-amount': ['error', ({ name }, cells, count) => tableWords.dateInAmount(name, cells, count)],
  'shown-otherwise': ['error', ({ name, stated }, cells, count) => tableWords.shownOtherwise(name, stated, cells, count)],
  'formula-not-calculated': ['error', ({ name }, cells, count) => tableWords.formulaNotCalculated(name, cells, count)],
  'merged-amount': ['error', ({ name }, cells, count) => tableWords.mergedAmount(name, cells, count)],
};

/** One problem a kind of doubt about the column. */
export function numberDoubtProblems(doubts: Doubts<NumberDoubt>, { source }: Layout, { column }: HeaderColumn, names: Names): Problem[] {
  return doubts.problems(
    source.sheet.name,
    (row) => source.cellName(row, column),
    (code, cells, count) => {
      const [severity, tell] = TOLD[code];
      return { severity, ...tell(names, cells, count) };
    },
  );
}
