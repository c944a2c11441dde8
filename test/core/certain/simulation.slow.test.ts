import type { MethodConfig } from '../../../src/core/score/methods/index';
import { Assessed, complete, drawTable, listed, seeded, strewBlanks, verdicts } from './simulated';

const TABLES = 2000;
const ROWS = 24;
const INDICATORS = 14;
const N = 3;

const methods: Readonly<Record<string, MethodConfig>> = {
  min_max: { method: 'min_max', to: [0, 100] },
  percentile: { method: 'percentile', to: [0, 100] },
  goalposts: { method: 'goalposts', worst: 50, best: 1300, to: [0, 100] },
  efficacy: { method: 'efficacy', base: 60, span: 40 },
};
/**
 * Share of blanks → least share of the true names that must be certain. Under the percentile one gap moves the distances of all others, so that
 * fewer names are certain.
 */
const wanted: Readonly<Record<string, number>> = { 0.005: 0.94, 0.01: 0.89, 0.03: 0.7, 0.05: 0, 0.1: 0 };
const ofOrder: Readonly<Record<string, number>> = { 0.005: 0.92, 0.01: 0.85, 0.03: 0.6, 0.05: 0, 0.1: 0 };

interface Count {
  readonly truths: number;
  readonly certain: number;
  readonly wrongWithin: number;
  readonly wrongTruth: number;
  readonly wrongAnywhere: number;
  readonly impossibleWithin: number;
  readonly wrongNow: number;
  readonly now: number;
}

/** Names first and last three in tables with blanks, and counts what completions say about the names that were certain. */
function simulate(method: MethodConfig, blanks: number, seed: number): Count {
  const random = seeded(seed);
  const assessed = new Assessed(ROWS, INDICATORS, method);
  const count = { truths: 0, certain: 0, wrongWithin: 0, wrongTruth: 0, wrongAnywhere: 0, impossibleWithin: 0, wrongNow: 0, now: 0 };
  for (let at = 0; at < TABLES; at++) {
    const truth = drawTable(random, ROWS, INDICATORS);
    const gappy = strewBlanks(random, truth, blanks);
    const places = assessed.places(gappy);
    const rankings = {
      truth: assessed.ranking(truth),
      now: assessed.ranking(gappy),
      within: assessed.ranking(complete(random, gappy, 'within')),
      outside: assessed.ranking(complete(random, gappy, 'outside')),
    };
    for (const end of ['last', 'first'] as const) {
      const names = {
        truth: listed(rankings.truth, end, N),
        now: listed(rankings.now, end, N),
        within: listed(rankings.within, end, N),
        outside: listed(rankings.outside, end, N),
      };
      count.truths += names.truth.size;
      count.now += names.now.size;
      names.now.forEach((row) => (count.wrongNow += names.truth.has(row) ? 0 : 1));
      verdicts(places, ROWS, end, N).forEach((verdict, row) => {
        if (verdict === 'impossible' && names.within.has(row)) count.impossibleWithin++;
        if (verdict !== 'certain') return;
        if (names.truth.has(row)) count.certain++;
        else count.wrongTruth++;
        if (!names.within.has(row)) count.wrongWithin++;
        if (places.amongAnywhere(row, end, N) && !names.outside.has(row)) count.wrongAnywhere++;
      });
    }
  }
  return count;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const lines: string[] = [];

describe.each(Object.entries(methods))('first and last three of 24 zones with 14 indicators, %s', (name, method) => {
  test.each(Object.entries(wanted))('%s of the figures missing: nobody is named wrongly', (blanks, least) => {
    const count = simulate(method, Number(blanks), 20161126);
    lines.push(
      `| ${name} | ${blanks} | ${percent(count.wrongNow, count.now)} | ${percent(count.certain, count.truths)} | ${count.wrongWithin} | ${percent(count.wrongTruth, count.truths)} | ${count.wrongAnywhere} |`,
    );
    expect(count.wrongWithin).toBe(0);
    expect(count.impossibleWithin).toBe(0);
    expect(count.wrongAnywhere).toBe(0);
    expect(count.certain / count.truths).toBeGreaterThanOrEqual(method.method === 'percentile' ? ofOrder[blanks]! : least);
  });
});

afterAll(() => {
  const head =
    '| method | blanks | names of today that are wrong | true names that are certain | wrong within the range | wrong against the truth | wrong though said to hold anywhere |\n|---|---|---|---|---|---|---|';
  process.stdout.write(`${head}\n${lines.join('\n')}\n`);
});
