import { assess, type Assessment } from '../../../src/core/assess';
import type { SheetPlan } from '../../../src/core/plan';
import { reportWords as words } from '../../../src/core/words/report';
import { inputOf } from '../../packs/run';
import { smallBooks, type SmallBook } from './small-books';

const shownIn = ({ pack, sheets }: SmallBook, decimals?: number): Assessment =>
  assess({ ...inputOf(pack, sheets), sheetChoices: { decimals } });

/** Formats of the totals on ranking sheets. */
function formats({ plan }: Assessment): string[] {
  const ofTotal = ({ head, body }: SheetPlan): string[] => {
    const header = head.find((row) => row.some(({ value }) => value === words.total)) ?? [];
    const column = body[header.findIndex(({ value }) => value === words.total)];
    return column ? [plan!.styles[column.style]!.numberFormat ?? ''] : [];
  };
  return [...new Set(plan!.sheets.filter(({ face }) => face === 'signed').flatMap(ofTotal))];
}

describe.each(smallBooks.map((book) => [book.pack.pack, book] as const))('%s', (_, book) => {
  const { show_decimals: own } = book.pack.scoring;
  const usual = shownIn(book);

  test.each([
    [0, '0'],
    [1, '0.0'],
    [4, '0.0000'],
  ])('%i decimals are shown, zeros at the end too, and nothing is reckoned otherwise', (decimals, format) => {
    const run = shownIn(book, decimals);
    expect(run.result).toEqual(usual.result);
    expect(formats(run)).toEqual(formats(usual).length === 0 ? [] : [format]);
    const values = ({ plan }: Assessment): unknown[] =>
      plan!.sheets.filter(({ face }) => face === 'signed').flatMap(({ body }) => body.map((column) => column.values));
    expect(values(run)).toEqual(values(usual));
  });

  test('as many as the document shows change nothing', () => expect(shownIn(book, own).plan).toEqual(usual.plan));
});
