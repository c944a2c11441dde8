import fc from 'fast-check';
import { check } from '../../../../src/core/checked';
import { ratioOf, ratioToNumber } from '../../../../src/core/decimal';
import { exactly } from '../../../../src/core/measure/bounds';
import { taken, takenBounds } from '../../../../src/core/measure/derivations/taken';
import type { Series } from '../../../../src/core/measure/series';
import { loadPack } from '../../../../src/core/pack/load';
import { sharedWords, units } from '../../../packs/built-in';
import { inputOf } from '../../../packs/run';
import { tableSheet, type Row } from '../../../packs/sheets';
import { draft, valid, type Draft } from '../../pack/small-pack';

const base = draft().tables as Record<string, Draft>;
const judges = ['j1', 'j2', 'j3', 'j4'];
const tables = {
  ...base,
  indicators: {
    ...base['indicators'],
    columns: {
      zone: { header: ['开发区名称'], kind: 'text', required: true },
      ...Object.fromEntries(
        judges.map((one, at) => [
          one,
          { header: [`评委${at + 1}`], unit: at === 3 ? '万元' : '亿元', at_least: 0, at_most: at === 3 ? 1000000 : 100 },
        ]),
      ),
      output: { header: ['工业总产值'], unit: '亿元' },
      green: { header: ['绿地率'], unit: '%' },
    },
  },
};
const measured = (measure: Draft): Draft =>
  draft({
    tables,
    measures: { m: { title: '评分', unit: '亿元', ...measure } },
    rules: {},
    indicators: { output: (draft().indicators as Draft)['output'] },
  });
const seriesOf = (measure: Draft, rows: readonly Row[], table = 'indicators'): Series => {
  const pack = valid(measured(measure));
  const zones = table === 'indicators' ? [] : [tableSheet(pack, 'indicators', [{ zone: '甲区', output: 1 }])];
  return check(inputOf(pack, [...zones, tableSheet(pack, table, rows)])).figures.series('m');
};

const row: Row = { zone: '甲区', j1: 9, j2: 3, j3: 6, j4: 50000 };

test.each([
  ['mean', 0, (9 + 3 + 6 + 5) / 4],
  ['median', 0, 5.5],
  ['greatest', 0, 9],
  ['least', 0, 3],
  // Without 9 and 3.
  ['mean', 1, 5.5],
])('%s of four figures of a row in two units, %i dropped at each end', (take, drop, value) => {
  const series = seriesOf({ kind: 'among', of: judges, take, drop }, [row]);
  expect([...series.values]).toEqual([value]);
  expect(series.cells(0)).toHaveLength(4);
});

test('missing where one of them is, with its cell; bounded by what the column can hold', () => {
  const series = seriesOf({ kind: 'among', of: ['j1', 'j2', 'j3'], take: 'mean', drop: 1 }, [{ ...row, j2: null }]);
  expect([...series.values]).toEqual([NaN]);
  expect(series.gaps(0)).toEqual(['指标数据!C2']);
  // 6 and 9 are there: the one in the middle is 6 at the least and 9 at the most.
  const { low, high } = series.bounds(0);
  expect([ratioToNumber(low!), ratioToNumber(high!)]).toEqual([6, 9]);
});

test('a live formula as far as classical functions go', () => {
  const cell = (column: string): string => `IF(ISNUMBER('指标数据'!${column}2),'指标数据'!${column}2,"")`;
  const [a, b, c] = ['B', 'C', 'D'].map(cell);
  const list = `(${a})*1,(${b})*1,(${c})*1`;
  const known = `ISNUMBER(${a}),ISNUMBER(${b}),ISNUMBER(${c})`;
  const of = ['j1', 'j2', 'j3'];
  expect(seriesOf({ kind: 'among', of, take: 'median' }, [row]).formula(0)).toBe(`IF(AND(${known}),MEDIAN(${list}),"")`);
  expect(seriesOf({ kind: 'among', of, take: 'mean', drop: 1 }, [row]).formula(0)).toBe(
    `IF(AND(${known}),(SUM(${list})-MAX(${list})-MIN(${list}))/1,"")`,
  );
});

describe('rows of another table, the highest and the lowest left out', () => {
  const mean = { kind: 'mean_by_zone', of: 'projects.investment', by: 'zone', unit: '万元', drop: 1 };
  const project = (investment: number | null): Row => ({ project: String(Math.random()), zone: '甲区', investment });

  test('exact; with no more than two rows nothing is left', () => {
    expect([...seriesOf(mean, [1, 2, 2, 90].map(project), 'projects').values]).toEqual([2]);
    const few = seriesOf(mean, [1, 2].map(project), 'projects');
    expect([[...few.values], few.missing(0)]).toEqual([[NaN], '只有2个数，去掉1个最高、1个最低后没有剩余']);
  });

  test('a gap makes it missing', () => {
    const series = seriesOf(mean, [project(1), project(null), project(3), project(4)], 'projects');
    expect([[...series.values], series.gaps(0)]).toEqual([[NaN], ['项目明细!C3']]);
  });
});

test('what is taken rises with every figure, so that its bounds hold', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat({ max: 5 }), fc.nat({ max: 5 }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 3, maxLength: 7 }), fc.constantFrom('mean', 'median', 'least', 'greatest'), (spans, take) => {
      const bounds = spans.map(([low, wide]) => ({ low: ratioOf(low), high: ratioOf(low + wide) }));
      const inside = spans.map(([low, wide, at]) => ratioOf(low + Math.min(wide, at)));
      const drop = take === 'mean' ? 1 : 0;
      const { low, high } = takenBounds(bounds, take, drop);
      const one = ratioToNumber(taken(inside, take, drop)!);
      expect(one).toBeGreaterThanOrEqual(ratioToNumber(low!) - 1e-12);
      expect(one).toBeLessThanOrEqual(ratioToNumber(high!) + 1e-12);
    }),
  );
  expect(takenBounds([exactly(ratioOf(1)), { low: undefined, high: ratioOf(2) }], 'mean').low).toBeUndefined();
});

test.each([
  ['nothing left', { of: judges, take: 'mean', drop: 2 }],
  ['a median without ends', { of: judges, take: 'median', drop: 1 }],
])('refuses %s', (_what, measure) => {
  const { problems } = loadPack(measured({ kind: 'among', ...measure }), 'small.yaml', units, sharedWords);
  expect(problems.map(({ code }) => code)).toContain('drop');
});
