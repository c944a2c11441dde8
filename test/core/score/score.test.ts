import { score, type ScoreInput } from '../../../src/core/score/score';
import { lintTree, type ScoreBranch } from '../../../src/core/score/tree';

const column = (...xs: (number | null)[]) => Float64Array.from(xs, (x) => x ?? NaN);
const tree: ScoreBranch = {
  id: 'total',
  title: '总分',
  method: 'weighted_arithmetic',
  missing: 'renormalise',
  children: [
    { id: 'size', method: 'weighted_arithmetic', missing: 'renormalise', children: [{ id: 'output' }, { id: 'tax' }] },
    { id: 'energy' },
  ],
};
const minMax = { method: 'min_max', to: [0, 100] as [number, number] } as const;
const input: ScoreInput = {
  rows: 3,
  values: new Map([
    ['output', column(10, 20, 30)],
    ['tax', column(1, null, 3)],
    ['energy', column(8, 6, 4)],
  ]),
  indicators: [
    { id: 'output', direction: 'higher_is_better', method: minMax },
    { id: 'tax', direction: 'higher_is_better', method: minMax },
    { id: 'energy', title: '能耗', direction: 'lower_is_better', method: minMax },
  ],
  tree,
  weighting: { kind: 'equal' },
};

it('scores indicators, dimensions and the total', () => {
  const { indicatorScores, nodeScores, weights, problems } = score(input);
  expect([...indicatorScores.get('energy')!]).toEqual([0, 50, 100]);
  expect([...nodeScores.get('size')!]).toEqual([0, 50, 100]);
  expect([...nodeScores.get('total')!]).toEqual([0, 50, 100]);
  expect(Object.fromEntries(weights)).toEqual({ size: 0.5, energy: 0.5, output: 0.5, tax: 0.5 });
  expect(problems).toEqual([]);
});

it('leaves a constant indicator out and says so, also where every child is wanted', () => {
  const strict: ScoreBranch = { ...tree, missing: 'refuse' };
  const result = score({ ...input, tree: strict, values: new Map(input.values).set('energy', column(5, 5, 5)) });
  expect([...result.constant]).toEqual(['energy']);
  expect([...result.nodeScores.get('total')!]).toEqual([0, 50, 100]);
  expect(result.weights.get('energy')).toBe(0);
  expect(result.weights.get('size')).toBe(1);
  expect(result.problems).toMatchObject([{ severity: 'warning', code: 'constant-indicator' }]);
  expect(result.problems[0]!.message).toContain('能耗');
});

it('reports what a logarithm could not take', () => {
  const indicators = input.indicators.map((indicator) => ({ ...indicator, method: { ...minMax, transform: 'log' as const } }));
  const { problems, indicatorScores } = score({ ...input, indicators, values: new Map(input.values).set('tax', column(0, 1, 10)) });
  expect(problems).toMatchObject([{ severity: 'error', code: 'log-non-positive' }]);
  expect([...indicatorScores.get('tax')!]).toEqual([NaN, 0, 100]);
});

it('has no total where the weights are refused', () => {
  const result = score({ ...input, weighting: { kind: 'given', total: 100 } });
  expect(result.problems.map(({ code }) => code)).toContain('weights-missing');
  expect([...result.nodeScores.get('total')!]).toEqual([NaN, NaN, NaN]);
  expect(result.weights.size).toBe(0);
});

it('weighs by group and reports rows in none', () => {
  const groups = { names: ['东部', '西部'], of: Int32Array.of(0, 1, -1) };
  const result = score({
    ...input,
    groups,
    weighting: { kind: 'by_group', groups: { 东部: { output: 1, tax: 1, energy: 0 }, 西部: { output: 1, tax: 1, energy: 2 } } },
  });
  expect([...result.nodeScores.get('total')!]).toEqual([0, 50, NaN]);
  expect(result.groupWeights.get('西部')!.get('energy')).toBe(0.5);
  expect(result.groupWeights.get('东部')!.get('energy')).toBe(0);
  expect(result.weights.size).toBe(0);
  expect(result.problems).toMatchObject([{ code: 'group-unknown' }]);
  expect(result.problems[0]!.message).toContain('有1个对象');
});

it('has nothing to say of groups that every row is in', () => {
  const groups = { names: ['东部', '西部'], of: Int32Array.of(0, 1, 0) };
  const even = { output: 1, tax: 1, energy: 2 };
  const result = score({ ...input, groups, weighting: { kind: 'by_group', groups: { 东部: even, 西部: even } } });
  expect(result.problems).toEqual([]);
  expect([...result.nodeScores.get('total')!]).toEqual([0, 50, 100]);
});

it('has no weights by group where they are refused', () => {
  const groups = { names: ['东部', '西部'], of: Int32Array.of(0, 1, -1) };
  const result = score({ ...input, groups, weighting: { kind: 'by_group', groups: { 东部: { output: 1, tax: 1, energy: 0 } } } });
  expect(result.problems.map(({ code }) => code)).toEqual(['weights-group-missing']);
  expect(result.groupWeights.size).toBe(0);
  expect([...result.nodeScores.get('total')!]).toEqual([NaN, NaN, NaN]);
});

it('weighs rows of every group and of none alike where the weights are not by group', () => {
  const result = score({ ...input, groups: { names: ['东部', '西部'], of: Int32Array.of(0, 1, -1) } });
  expect([...result.nodeScores.get('total')!]).toEqual([0, 50, 100]);
  expect(result.weights.get('size')).toBe(0.5);
  expect(result.groupWeights.size).toBe(0);
  expect(result.problems).toEqual([]);
});

describe('a missing figure that counts', () => {
  const countingAs = (missingAs: number): ScoreInput => ({ ...input, indicators: input.indicators.map((one) => ({ ...one, missingAs })) });

  it('gets the stated score, so that the node has it too', () => {
    const result = score(countingAs(0));
    expect([...result.indicatorScores.get('tax')!]).toEqual([0, 0, 100]);
    expect([...result.nodeScores.get('size')!]).toEqual([0, 25, 100]);
    expect([...score(countingAs(30)).indicatorScores.get('tax')!]).toEqual([0, 30, 100]);
  });

  it('counts for the indicator that says so alone', () => {
    const indicators = input.indicators.map((one) => (one.id === 'output' ? { ...one, missingAs: 0 } : one));
    expect([...score({ ...input, indicators }).indicatorScores.get('tax')!]).toEqual([0, NaN, 100]);
  });

  it('stays missing where nothing is stated', () => {
    expect([...score(input).indicatorScores.get('tax')!]).toEqual([0, NaN, 100]);
  });

  it.each([
    ['that nobody has', column(null, null, null)],
    ['whose values are all alike', column(5, null, 5)],
  ])('is not made up for an indicator %s', (_, tax) => {
    const result = score({ ...countingAs(0), values: new Map(input.values).set('tax', tax) });
    expect([...result.indicatorScores.get('tax')!]).toEqual([NaN, NaN, NaN]);
    expect([...result.nodeScores.get('size')!]).toEqual([0, 50, 100]);
  });
});

it('reports values that cannot be reckoned with', () => {
  const { problems, indicatorScores } = score({ ...input, values: new Map(input.values).set('energy', column(8, 1e200, 4)) });
  expect(problems).toMatchObject([{ severity: 'error', code: 'value-unreckonable' }]);
  expect(problems[0]!.message).toContain('指标“能耗”有1个数值');
  expect([...indicatorScores.get('energy')!]).toEqual([0, NaN, 100]);
});

it('reports zeros, negatives and group means', () => {
  const geometric: ScoreBranch = { ...tree, method: 'weighted_geometric' };
  expect(score({ ...input, tree: geometric }).problems).toMatchObject([{ severity: 'warning', code: 'geometric-zero' }]);
  const indicators = input.indicators.map((indicator) => ({ ...indicator, method: { method: 'z_score', mean: 0, sd: 1 } as const }));
  expect(score({ ...input, tree: geometric, indicators }).problems.map(({ code }) => code)).toEqual([
    'geometric-negative',
    'geometric-zero',
  ]);
  const filled: ScoreBranch = { ...tree, children: [{ ...(tree.children[0] as ScoreBranch), missing: 'group_mean' }, { id: 'energy' }] };
  expect(score({ ...input, tree: filled }).problems).toMatchObject([{ severity: 'warning', code: 'group-mean-filled' }]);
});

it('stops at a column that is not there', () => {
  expect(() => score({ ...input, values: new Map() })).toThrow(RangeError);
  expect(() => score({ ...input, values: new Map(input.values).set('tax', column(1, 2)) })).toThrow(RangeError);
  expect(() => score({ ...input, indicators: input.indicators.slice(1) })).toThrow(RangeError);
});

it('finds what is wrong with a tree', () => {
  expect(lintTree(tree, ['output', 'tax', 'energy'])).toEqual([]);
  const twice: ScoreBranch = {
    ...tree,
    children: [{ id: 'output' }, { id: 'output' }, { id: 'ghost' }, { ...tree, id: 'empty', children: [] }],
  };
  expect(lintTree(twice, ['output', 'tax'])).toEqual([
    '“output”在指标体系中出现了不止一次',
    '指标体系引用了未定义的指标“ghost”',
    '指标“tax”没有列入指标体系',
    '“empty”没有下级',
  ]);
});
