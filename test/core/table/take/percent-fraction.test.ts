import { fractionRows } from '../../../../src/core/table/take/percent-fraction';

const rows = (values: readonly number[], speaksOfTens = true, stated: readonly number[] = []): number[] =>
  fractionRows(Float64Array.from(values), (row) => stated.includes(row), speaksOfTens);

test.each<[string, readonly number[], readonly number[]]>([
  ['a fraction among nineties', [93, 0.905, 91], [1]],
  ['one that may be meant as 1 %', [93, 1, 91], [1]],
  ['fractions throughout', [0.93, 0.905, NaN, 0], [0, 1]],
  ['small figures among small ones', [2.5, 0.8, 3.1], []],
  ['nothing but nil', [0, NaN, 0], []],
  ['a figure just over 1', [93, 1.01], []],
])('%s', (_, values, expected) => expect(rows(values)).toEqual(expected));

test('a column that does not speak of tens may hold small figures throughout', () => expect(rows([0.3, 0.4], false)).toEqual([]));
test('a cell that says per cent itself is not asked', () => expect(rows([93, 0.905], true, [1])).toEqual([]));
test('where some cells say per cent, the others were seen beside them', () => expect(rows([0.3, 0.4], true, [1])).toEqual([]));
