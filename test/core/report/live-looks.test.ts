import { liveLooks, living, type LookedColumn } from '../../../src/core/report/live-looks';
import { StyleBook } from '../../../src/core/report/style-book';

const book = new StyleBook();
const [plain, grey] = [book.style('number'), book.style('number', 'missing')];

const column = (values: readonly number[], formulas?: readonly string[], styles?: readonly number[]): LookedColumn => ({
  body: {
    kind: 'number',
    values: Float64Array.from(values),
    style: plain,
    ...(formulas && { formulas }),
    ...(styles && { styles: Uint16Array.from(styles) }),
  },
});
const text: LookedColumn = { body: { kind: 'text', values: ['甲', '乙', '丙'], style: plain } };
const below = (index: number): number => 10 + index;

it('cells of formulas are grey where these come to nothing; columns side by side are one area', () => {
  const live = column([1, NaN, 3], ['A1', 'A2', 'A3']);
  expect(liveLooks(book, [text, live, live, text, live], below)).toEqual([
    {
      kind: 'blank',
      style: grey,
      areas: [
        { top: 10, bottom: 12, left: 1, right: 2 },
        { top: 10, bottom: 12, left: 4, right: 4 },
      ],
    },
  ]);
});

it('what stands without a formula keeps its style, and what does not apply to somebody is not grey', () => {
  expect(liveLooks(book, [text, column([1, NaN, 3])], below)).toEqual([]);
  const outside = column([1, NaN, 3], ['A1', '', 'A3'], [plain, plain, plain]);
  const missing = column([1, NaN, 3], ['A1', '', 'A3'], [plain, grey, plain]);
  const areas = (one: LookedColumn) => liveLooks(book, [one], below).flatMap((look) => look.areas);
  expect(areas(outside)).toEqual([
    { top: 10, bottom: 10, left: 0, right: 0 },
    { top: 12, bottom: 12, left: 0, right: 0 },
  ]);
  expect(areas(missing)).toEqual([{ top: 10, bottom: 12, left: 0, right: 0 }]);
});

it('rows of two blocks are two areas', () => {
  const live = column([1, 2, 3], ['A1', 'A2', 'A3']);
  expect(liveLooks(book, [live], (index) => (index < 2 ? index : index + 1))[0]!.areas).toEqual([
    { top: 0, bottom: 1, left: 0, right: 0 },
    { top: 3, bottom: 3, left: 0, right: 0 },
  ]);
});

it('an answer that something bad happened is red', () => {
  const answer = { ...column([1, 0, NaN], ['A1', 'A2', 'A3']), isAnswer: true as const };
  expect(liveLooks(book, [answer], below).map(({ kind }) => kind)).toEqual(['blank', 'number']);
});

describe('bars', () => {
  const bars = (...columns: LookedColumn[]) => liveLooks(book, columns, below).filter(({ kind }) => kind === 'bar');

  it('are one look for scores of the same ends, both ends included', () => {
    const score = { ...column([0, 100, 50]), bar: [0, 100] as const };
    expect(bars(score, score)).toEqual([
      { kind: 'bar', color: 'BDD7EE', ends: [0, 100], areas: [{ top: 10, bottom: 12, left: 0, right: 1 }] },
    ]);
  });

  it.each([
    ['below the least', [-0.01, 100]],
    ['above the greatest', [0, 100.01]],
  ])('take the ends of what stands there where a score is %s', (_, values) => {
    const [bar] = bars({ ...column(values), bar: [0, 100] });
    expect(bar).not.toHaveProperty('ends');
  });

  it('are none where nothing stands', () => {
    expect(bars({ ...column([NaN, NaN]), bar: [0, 100] })).toEqual([]);
  });
});

it('a look has at most five hundred areas', () => {
  const formulas = Array.from({ length: 1002 }, (_, row) => (row % 2 === 0 ? 'A1' : ''));
  const values = formulas.map((formula) => (formula === '' ? NaN : 1));
  expect(liveLooks(book, [column(values, formulas)], below).map(({ areas }) => areas.length)).toEqual([500, 1]);
});

it('a live cell that comes to nothing is not grey by its style as well', () => {
  const { body } = column([NaN, NaN, 1], ['A1', '', 'A3'], [grey, grey, plain]);
  expect(living(body).styles).toEqual(Uint16Array.of(plain, grey, plain));
});
