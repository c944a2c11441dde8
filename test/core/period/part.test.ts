import { partsOfYear, periodBefore, periodPart } from '../../../src/core/period/part';

test.each([
  ['half', '上半年', '上半年'],
  ['half', '1-6月', '上半年'],
  ['half', '7-12月', '下半年'],
  ['half', '第一季度', undefined],
  ['half', '2-7月', undefined],
  ['quarter', '第一季度', '第一季度'],
  ['quarter', '二季度', '第二季度'],
  ['quarter', '3季度', '第三季度'],
  ['quarter', '10-12月', '第四季度'],
  ['quarter', '前三季度', undefined],
  ['quarter', '三个季度', undefined],
  ['quarter', '上半年', undefined],
  ['month', '3月', '3月'],
  ['month', '1-3月', undefined],
  ['month', undefined, undefined],
] as const)('%s: %s', (kind, part, wanted) => {
  expect(periodPart(kind, part)).toBe(wanted);
});

test('the period before, over the turn of the year', () => {
  const first = { year: 2025, part: '第一季度' };
  expect([1, 2, 4, 5].map((back) => periodBefore('quarter', first, back))).toEqual([
    { year: 2024, part: '第四季度' },
    { year: 2024, part: '第三季度' },
    { year: 2024, part: '第一季度' },
    { year: 2023, part: '第四季度' },
  ]);
  expect(periodBefore('half', { year: 2025, part: '下半年' }, 1)).toEqual({ year: 2025, part: '上半年' });
  expect(periodBefore('month', { year: 2025, part: '1月' }, 1)).toEqual({ year: 2024, part: '12月' });
  expect(periodBefore('year', { year: 2025, part: undefined }, 2)).toEqual({ year: 2023, part: undefined });
});

test('all parts of a year', () => {
  expect(partsOfYear('quarter')).toEqual(['第一季度', '第二季度', '第三季度', '第四季度']);
  expect(partsOfYear('month')).toHaveLength(12);
});
