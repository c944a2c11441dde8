import type { Problem } from '../../src/core/problem';
import { placeOf, toldProblems } from '../../src/core/told-problems';

const near = (cell: string, message: string, more: Partial<Problem> = {}): Problem => ({
  severity: 'warning',
  code: 'name-near',
  sheet: '指标数据',
  cell,
  message,
  nextStep: '请核定。',
  ...more,
});

test('one code about one column of a sheet is one line with its cells; proposals stay one a cell', () => {
  const proposal = (cell: string) => ({ kind: 'value' as const, cell, words: '按全称计', value: '全称' });
  const [one, ...others] = toldProblems([
    near('A2', '甲名称相近。', { proposals: [proposal('A2')] }),
    near('A13', '乙名称相近。', { proposals: [proposal('A13')], rules: ['x'] }),
    near('A4', '甲名称相近。', { proposals: [proposal('A4')] }),
  ]);
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    cell: 'A2',
    cells: ['A2', 'A13', 'A4'],
    message: 'A2、A4：甲名称相近。A13：乙名称相近。',
    nextStep: '请核定。',
    rules: ['x'],
    proposals: [proposal('A2'), proposal('A13'), proposal('A4')],
  });
  expect(placeOf(one!)).toBe('指标数据!A2、A13、A4');
});

test('what differs in code, severity, sheet or column, or has no cell, stays apart and in its order', () => {
  const problems: Problem[] = [
    near('A2', '一。'),
    near('AA2', '二。'),
    near('A3', '三。', { severity: 'error' }),
    near('A3', '四。', { sheet: '上年' }),
    { severity: 'info', code: 'rule-off', message: '五。', nextStep: '无。' },
    { severity: 'info', code: 'rule-off', message: '六。', nextStep: '无。' },
  ];
  const told = toldProblems(problems);
  expect(told.map(({ message }) => message)).toEqual(['一。', '二。', '三。', '四。', '五。', '六。']);
  expect(told.map(placeOf)).toEqual(['指标数据!A2', '指标数据!AA2', '指标数据!A3', '上年!A3', '', '']);
});

test('a choice is no part of what can be accepted together, nor of another choice', () => {
  const told = toldProblems([
    near('A2', '一。'),
    near('A3', '二。', { oneOf: true }),
    near('A4', '三。', { oneOf: true }),
    near('A5', '四。'),
  ]);
  expect(told.map(({ cells, oneOf }) => [cells, oneOf])).toEqual([
    [['A2', 'A5'], undefined],
    [['A3'], true],
    [['A4'], true],
  ]);
});

test('of many different texts the first are told and the cells of the others named', () => {
  const [one] = toldProblems(Array.from({ length: 30 }, (_, at) => near(`B${at + 1}`, `第${at + 1}个。`)));
  expect(one!.message).toBe(
    'B1：第1个。B2：第2个。B3：第3个。B4：第4个。B5：第5个。另有25处同样情形（B6、B7、B8、B9、B10、B11、B12、B13、B14、B15等）。',
  );
  expect(one!.cells).toHaveLength(30);
});
