import { acceptableGroups } from '../../src/core/acceptable-groups';
import type { Problem, Proposal } from '../../src/core/problem';
import { proposedDecisions } from '../../src/core/proposed-decisions';

const value = (cell: string, meant: number): Proposal => ({
  kind: 'value',
  cell,
  seen: `${meant}①`,
  words: `按 ${meant} 计`,
  value: meant,
});
const asked = (code: string, proposals: readonly Proposal[], more: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  code,
  sheet: '指标数据',
  message: '有注释符号。',
  nextStep: '请核定。',
  proposals,
  ...more,
});

const problems: readonly Problem[] = [
  asked('footnote-number', [value('C3', 400), value('C4', 500)]),
  asked('footnote-number', [value('D3', 7)]),
  asked('footnote-number', [value('C3', 1)], { sheet: '上年指标数据' }),
  asked('two-numbers', [value('E3', 400), value('E3', 500)], { oneOf: true }),
  asked('rows-left-out', [{ kind: 'row', cell: 'A9', seen: '汇总', words: '这一行不是数据行' }]),
  { severity: 'error', code: 'no-sheet', message: '无处。', nextStep: '请核定。', proposals: [value('A1', 1)] },
];

test('proposals of one kind and cause on one sheet can be accepted at once; choices cannot', () => {
  expect(
    acceptableGroups(problems).map(({ code, sheet, decisions, words }) => [code, sheet, decisions.map(({ cell }) => cell), words]),
  ).toEqual([
    ['footnote-number', '指标数据', ['C3', 'C4', 'D3'], '同类 3 处全部采纳'],
    ['footnote-number', '上年指标数据', ['C3'], '同类 1 处全部采纳'],
    ['rows-left-out', '指标数据', ['A9'], '同类 1 处全部采纳'],
  ]);
});

test('two answers to one doubt are in no group, one answer told twice is one', () => {
  const groups = acceptableGroups([
    asked('one', [value('C3', 400), value('C5', 5)]),
    asked('other', [value('C3', 4)]),
    asked('one', [value('C5', 5)]),
  ]);
  expect(groups.map(({ code, decisions }) => [code, decisions.map(({ cell }) => cell)])).toEqual([['one', ['C5']]]);
});

test('a file of proposals has every decision once, and apart those between which a person has to choose', () => {
  const { decisions, choices } = proposedDecisions(problems);
  expect(decisions.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([
    '指标数据!C3',
    '指标数据!C4',
    '指标数据!D3',
    '上年指标数据!C3',
    '指标数据!A9',
  ]);
  expect(choices).toEqual([
    { kind: 'value', sheet: '指标数据', cell: 'E3', seen: '400①', value: 400, words: '按 400 计' },
    { kind: 'value', sheet: '指标数据', cell: 'E3', seen: '500①', value: 500, words: '按 500 计' },
  ]);
});
