import { roundHalfUp } from '../../../src/core/decimal';
import { lintMethod } from '../../../src/core/score/methods/index';
import { rankTotals } from '../../../src/core/score/rank';
import { score } from '../../../src/core/score/score';
import type { ScoreBranch } from '../../../src/core/score/tree';
import { numbers, readCsv } from '../../data/csv';
import { settledConfig } from './scored';

/** The published Human Development Index 2022: goalposts, a logarithm, two levels of means, ranks from the rounded value. */
const countries = readCsv('hdi/hdi_2022.csv');
const goalposts = (worst: number, best: number, transform?: 'log') =>
  settledConfig({ method: 'goalposts', worst, best, to: [0, 1], ...(transform && { transform }) });
const methods = {
  life_expectancy: goalposts(20, 85),
  expected_years_schooling: goalposts(0, 18),
  mean_years_schooling: goalposts(0, 15),
  gni_per_capita_ppp2017: goalposts(100, 75000, 'log'),
};
const tree: ScoreBranch = {
  id: 'hdi',
  method: 'weighted_geometric',
  missing: 'refuse',
  children: [
    { id: 'life_expectancy' },
    {
      id: 'education',
      method: 'weighted_arithmetic',
      missing: 'refuse',
      children: [{ id: 'expected_years_schooling' }, { id: 'mean_years_schooling' }],
    },
    { id: 'gni_per_capita_ppp2017' },
  ],
};
const index = score({
  rows: countries.length,
  values: new Map(Object.keys(methods).map((id) => [id, numbers(countries, id)])),
  indicators: Object.entries(methods).map(([id, method]) => ({ id, direction: 'higher_is_better', method })),
  tree,
  weighting: { kind: 'equal' },
}).nodeScores.get('hdi')!;
const published = [...numbers(countries, 'hdi_rank_published')];

it('states goalposts that agree with their direction', () => {
  expect(Object.values(methods).flatMap((method) => lintMethod(method, 'higher_is_better'))).toEqual([]);
});

it('gives all 193 published values at 3 decimals', () => {
  expect(countries).toHaveLength(193);
  expect([...index].map((value) => roundHalfUp(value, 3))).toEqual([...numbers(countries, 'hdi_published')]);
});

it('gives all 193 published ranks from the rounded value, and not from the unrounded one', () => {
  expect([...rankTotals(index, { order: 'highest_first', decimals: 3 }).rank]).toEqual(published);
  const { rank } = rankTotals(index, { order: 'highest_first' });
  expect(published.filter((place, row) => rank[row] === place)).toHaveLength(166);
});
