import { assessCase } from '../assess-case';

test('sdOther: seven contents that make 80 leave 20 to those that 等 stands for; nothing is refused, and it is said', async () => {
  const { result, of, asked } = await assessCase('judging/sdOther', 'shandong-2016');
  expect(result.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
  expect(asked('权重与参数', 'C2').map(({ code }) => code)).toEqual(['weights-rest']);
  const { coverage, rows } = result.rankings.find(({ id }) => id === 'provincial')!;
  expect(coverage.rest).toBe(0.2);
  expect(coverage.contents.map(({ title, weight, share, unscored }) => [title, weight, share, unscored])).toEqual([
    ['创新能力', 0.2, expect.closeTo(20 / 53, 12), null],
    ['品牌建设', 0.1, 0, 'no_indicator'],
    ['生态环境', expect.closeTo(0.15, 12), expect.closeTo(15 / 53, 12), null],
    ['知识产权创造运用和保护', 0.1, 0, 'no_indicator'],
    ['投资环境', 0.1, expect.closeTo(10 / 53, 12), null],
    ['新增债务', 0.08, expect.closeTo(8 / 53, 12), null],
    ['安全生产', expect.closeTo(0.07, 12), 0, 'no_indicator'],
  ]);
  // Nine indicators that the text names stand in no column: nobody is alone in lacking them, and nobody is complete.
  expect(coverage.blankIndicators).toHaveLength(9);
  expect(rows.map(({ complete, completeness }) => [complete, completeness])).toEqual(Array(4).fill([false, 'partial']));
  // The seven weigh more than before at the expense of the others: 20 of 100 against 15, not 20 of 80 against 15 of 60.
  expect(of('weights_raised').map(({ subject, status }) => `${subject} ${status}`)).toEqual([
    '创新能力 met',
    '品牌建设 met',
    '生态环境 met',
    '知识产权创造运用和保护 met',
    '投资环境 met',
    '新增债务 met',
    '安全生产 met',
  ]);
});

test('sdOther2: a dimension beside the seven is scored and marked as the user’s', async () => {
  const { result, asked } = await assessCase('judging/sdOther2', 'shandong-2016');
  expect(result.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
  expect(asked('指标体系', 'A2').map(({ code, message }) => [code, message.includes('文件未列明，由用户增设')])).toEqual([
    ['own-dimension', true],
  ]);
  const { coverage, rows } = result.rankings.find(({ id }) => id === 'provincial')!;
  expect(coverage.contents.filter(({ unscored }) => unscored === null)).toEqual([
    { id: 'innovation', title: '创新能力', basis: 'named', weight: 0.8, share: 0.8, unscored: null },
    { id: 'own_dimension_1', title: '经济规模', basis: 'own', weight: 0.2, share: 0.2, unscored: null },
  ]);
  expect(coverage.complete).toBe(false);
  expect(rows.map(({ subject, total, completeness }) => [subject, total, completeness])).toEqual([
    ['甲', 100, 'partial'],
    ['乙', expect.closeTo(200 / 3, 10), 'partial'],
    ['丙', expect.closeTo(100 / 3, 10), 'partial'],
    ['丁', 0, 'partial'],
  ]);
});
