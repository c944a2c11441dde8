import { coverageInShort, coverageLine } from '../../../src/core/report/coverage-line';
import type { Content, Coverage } from '../../../src/core/ranking/coverage';
import type { ResultCoverage } from '../../../src/core/result';

const content = (title: string, weight: number | undefined, share: number, more: Partial<Content> = {}): Content => ({
  id: title,
  title,
  basis: 'named',
  weight,
  share,
  unscored: undefined,
  ...more,
});
const coverage = (contents: readonly Content[], more: Partial<Coverage> = {}): Coverage => ({
  contents,
  rest: 0,
  listed: undefined,
  blankIndicators: [],
  ownIndicators: [],
  complete: false,
  ...more,
});
const none = { unscored: 'no_indicator' } as const;

test('all is scored', () => {
  expect(coverageLine(coverage([content('规模', 0.5, 0.5), content('生态', 0.5, 0.5)]))).toBe('计分范围：文件列明2项内容，本表全部计分。');
});

test('what is not, why, and where its weight went', () => {
  expect(
    coverageLine(
      coverage([
        content('规模', 0.38, 0.5),
        content('生态', 0.38, 0.5),
        content('品牌', 0.14, 0, none),
        content('债务', 0.06, 0, { unscored: 'no_figures' }),
        content('安全', 0.04, 0, { unscored: 'alike' }),
        content('党建', 0, 0, { unscored: 'no_weight' }),
      ]),
    ),
  ).toBe(
    '计分范围：文件列明6项内容，本表计2项。“品牌”无指标；“债务”有指标而无数据；“安全”各对象的数据分不出高低；“党建”权重为0，不计分，其权重共24分（以100分计），按比例分摊到其余各项，调整后权重：规模50、生态50。',
  );
});

test('a remainder, contents and indicators of the user’s, a list that is counted', () => {
  expect(
    coverageLine(
      coverage([content('规模', 0.8, 1), content('品牌', 0, 0, { basis: 'own', ...none })], {
        rest: 0.2,
        listed: { expected: 53, scored: 2 },
        ownIndicators: [{ id: 'own_indicator_1', title: '品牌数' }],
      }),
    ),
  ).toBe(
    '计分范围：文件列明1项内容，本表全部计分；文件规定53项指标，本表计2项；另计用户增设指标“品牌数”（文件未列明，由用户增设）。“品牌（文件未列明，由用户增设）”无指标；权重表没有列明的其他内容（20分）无指标，不计分，其权重共20分（以100分计），按比例分摊到其余各项，调整后权重：规模100。',
  );
});

test('nothing is said of points where nobody stated weights, or nothing was lost', () => {
  expect(coverageLine(coverage([content('规模', undefined, 1), content('品牌', undefined, 0, none)]))).toBe(
    '计分范围：文件列明2项内容，本表计1项。“品牌”无指标，不计分，其权重由其余各项按比例分担。',
  );
  expect(coverageLine(coverage([content('规模', 1, 1), content('品牌', 0, 0, none)]))).toBe(
    '计分范围：文件列明2项内容，本表计1项。“品牌”无指标，不计分。',
  );
  expect(coverageLine(coverage([content('规模', 1, 0, none)]))).toBe('计分范围：文件列明1项内容，本表计0项。“规模”无指标，不计分。');
  expect(coverageLine(coverage([]))).toBeUndefined();
});

test('an indicator that nobody has, in a content that others measure', () => {
  const contents = [content('规模', 0.5, 0.5), content('债务', 0.5, 0.5, { unscored: 'no_figures' })];
  const blankIndicators = [
    { id: 'a', title: '产值', dimension: '规模' },
    { id: 'b', title: '新增债务', dimension: '债务' },
  ];
  expect(coverageLine(coverage(contents, { blankIndicators }))).toMatch(/。“产值”各对象均缺数，未计入，其权重由同一内容的其他指标分担。$/u);
  const many = Array.from({ length: 13 }, (_, at) => ({ id: `i${at}`, title: `指标${at + 1}`, dimension: '规模' }));
  expect(coverageLine(coverage([content('规模', 1, 1)], { blankIndicators: many }))).toMatch(/“指标12”等13项指标各对象均缺数/u);
});

test('a hundred contents do not make a line of a hundred shares', () => {
  const many = Array.from({ length: 99 }, (_, at) => content(`内容${at + 1}`, 0.01, 1 / 99));
  const line = coverageLine(coverage([...many, content('品牌', 0.01, 0, none)]));
  expect(line).toMatch(/内容12 ?1.01等99项。$/u);
  expect(line).not.toContain('内容13');
});

test('points of at most two decimals, no tail of zeros, hundreds as they are', () => {
  const line = coverageLine(coverage([content('规模', 1 / 3, 1), content('品牌', 2 / 3, 0, none)]));
  expect(line).toContain('共66.67分');
  expect(line).toContain('规模100。');
});

describe('in short', () => {
  const result = (contents: readonly Content[], more: Partial<ResultCoverage> = {}): ResultCoverage => ({
    complete: false,
    contents: contents.map(({ weight, share, unscored, ...one }) => ({
      ...one,
      weight: weight ?? null,
      share: share ?? null,
      unscored: unscored ?? null,
    })),
    rest: 0,
    listed: null,
    blankIndicators: [],
    ownIndicators: [],
    ...more,
  });

  test('how many of how many, and the points', () => {
    const two = [content('规模', 0.76, 1), content('品牌', 0.24, 0, none)];
    expect(coverageInShort(result(two))).toBe('文件列明2项内容，计1项，其余24分已按比例分摊');
    expect(coverageInShort(result(two, { rest: 0.1 }))).toContain('34分');
    expect(coverageInShort(result([content('规模', undefined, 1), content('品牌', undefined, 0, none)]))).toBe('文件列明2项内容，计1项');
  });

  test('nothing where all is scored', () => expect(coverageInShort(result([content('规模', 1, 1)], { complete: true }))).toBeUndefined());
});
