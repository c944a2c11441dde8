import { rankTotals } from '../../../src/core/score/rank';
import { score, type IndicatorScoring, type ScoreResult } from '../../../src/core/score/score';
import type { Aggregation, MissingPolicy, ScoreBranch, ScoreNode } from '../../../src/core/score/tree';
import { lintTree } from '../../../src/core/score/tree';
import { numbers, readCsv } from '../../data/csv';
import { settledConfig } from './scored';

/** COINr's own results (see test/data/asem/README.md), reproduced for every indicator, aggregate, index and rank. */
const meta = readCsv('asem/ASEM_iMeta.csv').filter(({ Type }) => Type === 'Indicator' || Type === 'Aggregate');
const data = readCsv('asem/ASEM_iData.csv');
const indicators = meta.filter(({ Type }) => Type === 'Indicator');
const perturbed = new Map(readCsv('asem/S5_weights_perturbed.csv').map(({ iCode, Weight }) => [iCode!, Number(Weight)]));

interface Scenario {
  readonly file: string;
  readonly method: object;
  /** Aggregation at the levels 2, 3 and 4. */
  readonly levels: readonly [Aggregation, Aggregation, Aggregation];
  readonly missing?: MissingPolicy;
  readonly weights?: ReadonlyMap<string, number>;
}

const amean = 'weighted_arithmetic';
const gmean = 'weighted_geometric';
const scenarios: readonly Scenario[] = [
  { file: 'expected_S1_raw_minmax_amean', method: { method: 'min_max' }, levels: [amean, amean, amean] },
  {
    file: 'expected_S1b_raw_minmax_amean_thresh0.9',
    method: { method: 'min_max' },
    levels: [amean, amean, amean],
    missing: { need_share: 0.9 },
  },
  { file: 'expected_S3_norm_zscore_50_10_amean', method: { method: 'z_score', mean: 50, sd: 10 }, levels: [amean, amean, amean] },
  { file: 'expected_S3_norm_prank_amean', method: { method: 'percentile', to: [0, 1] }, levels: [amean, amean, amean] },
  { file: 'expected_S4_minmax_1_100_a_gmean', method: { method: 'min_max', to: [1, 100] }, levels: [gmean, gmean, gmean] },
  { file: 'expected_S4_minmax_1_100_amean_gmean_amean', method: { method: 'min_max', to: [1, 100] }, levels: [amean, gmean, amean] },
  { file: 'expected_S5_perturbed_weights', method: { method: 'min_max' }, levels: [amean, amean, amean], weights: perturbed },
];

function treeOf({ levels, missing = 'renormalise', weights }: Scenario): ScoreBranch {
  const node = (id: string): ScoreNode => {
    const entry = meta.find(({ iCode }) => iCode === id)!;
    const weight = weights?.get(id) ?? Number(entry.Weight);
    if (entry.Type === 'Indicator') return { id, weight };
    const children = meta.filter(({ Parent }) => Parent === id).map(({ iCode }) => node(iCode!));
    return { id, weight, children, method: levels[Number(entry.Level) - 2]!, missing };
  };
  return node('Index') as ScoreBranch;
}

function run(scenario: Scenario): { result: ScoreResult; order: readonly string[] } {
  const method = settledConfig(scenario.method);
  const configured = indicators.map(({ iCode, Direction }): IndicatorScoring => ({
    id: iCode!,
    direction: Direction === '-1' ? 'lower_is_better' : 'higher_is_better',
    method,
  }));
  const result = score({
    rows: data.length,
    values: new Map(indicators.map(({ iCode }) => [iCode!, numbers(data, iCode!)])),
    indicators: configured,
    tree: treeOf(scenario),
    weighting: { kind: 'given' },
  });
  return { result, order: data.map(({ uCode }) => uCode!) };
}

it('has 51 countries, 49 indicators and a sound tree', () => {
  expect(data).toHaveLength(51);
  expect(indicators).toHaveLength(49);
  expect(
    lintTree(
      treeOf(scenarios[0]!),
      indicators.map(({ iCode }) => iCode!),
    ),
  ).toEqual([]);
});

describe.each(scenarios)('$file', (scenario) => {
  const expected = readCsv(`asem/${scenario.file}.csv`);
  const { result, order } = run(scenario);
  const rowOf = expected.map(({ uCode }) => order.indexOf(uCode!));

  it('reproduces every indicator score and every aggregate within 1e-9', () => {
    let worst = 0;
    for (const { iCode } of meta) {
      const want = numbers(expected, iCode!);
      const got = result.nodeScores.get(iCode!) ?? result.indicatorScores.get(iCode!)!;
      want.forEach((value, at) => {
        const mine = got[rowOf[at]!]!;
        expect(Number.isNaN(mine)).toBe(Number.isNaN(value));
        if (!Number.isNaN(value)) worst = Math.max(worst, Math.abs(mine - value));
      });
    }
    expect(worst).toBeLessThan(1e-9);
  });

  it('reproduces every rank', () => {
    const { rank } = rankTotals(result.nodeScores.get('Index')!, { order: 'highest_first' });
    const want = expected.map(({ Rank }) => (Rank === '' || Rank === 'NA' ? 0 : Number(Rank)));
    expect(rowOf.map((row) => rank[row])).toEqual(want);
  });
});
