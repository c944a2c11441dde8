import { acceptableCount, acceptables, asksYear, isAccepted } from '../../src/app/acceptable';
import type { Decision } from '../../src/core/decision';
import type { Problem, Proposal } from '../../src/core/problem';

const proposal = (cell: string, more: Partial<Proposal> = {}): Proposal => ({
  kind: 'value',
  cell,
  words: '按 4 计',
  seen: '4①',
  value: 4,
  ...more,
});
const problem = (code: string, proposals: readonly Proposal[], more: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  code,
  sheet: '表',
  message: '',
  nextStep: '',
  proposals,
  ...more,
});

test('proposals of a kind are told together at the first of their problems', () => {
  const problems = [
    problem('footnote-number', [proposal('B4')]),
    problem('names-alike', [proposal('A1', { kind: 'row' })]),
    problem('footnote-number', [proposal('B5'), proposal('B6')]),
    problem('quiet', []),
  ];
  const told = problems.map((one) => ({ ...one, cells: [] }));
  const all = acceptables(told, problems);
  expect(told.map((one) => all.get(one)?.groups.map(({ words }) => words))).toEqual([['同类 3 处全部采纳'], [], [], undefined]);
  expect(all.get(told[0]!)?.groups[0]?.decisions.map(({ cell }) => cell)).toEqual(['B4', 'B5', 'B6']);
  expect(acceptableCount(problems)).toBe(4);
});

test('a choice between several answers is one, and in no group', () => {
  const choice = problem('table-year', [proposal('A1', { kind: 'table', value: 2015 }), proposal('A1', { kind: 'table', value: 2016 })], {
    oneOf: true,
  });
  const told = { ...choice, cells: [] };
  expect(acceptables([told], [choice]).get(told)).toMatchObject({ decisions: [{ value: 2015 }, { value: 2016 }], groups: [] });
  expect(acceptableCount([choice])).toBe(1);
  expect([asksYear(choice), asksYear(problem('footnote-number', []))]).toEqual([true, false]);
});

test('only the very proposal is accepted: another answer, or another text in the cell, is not', () => {
  const decision: Decision = { kind: 'value', sheet: '表', cell: 'B4', seen: '4①', value: 4, words: '按 4 计' };
  expect(isAccepted([decision], { ...decision, words: '按 4人 计' })).toBe(true);
  for (const other of [{ value: 5 }, { seen: '5①' }, { cell: 'B5' }, { sheet: '乙' }, { kind: 'row' as const }])
    expect(isAccepted([decision], { ...decision, ...other })).toBe(false);
});
