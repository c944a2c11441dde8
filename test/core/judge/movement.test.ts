import { judged } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

import { loadPack } from '../../../src/core/pack/load';
import { sharedWords, units } from '../../packs/built-in';

const faultsOf = (data: Draft): string[] => loadPack(data, 'small.yaml', units, sharedWords).problems.map(({ code }) => code);

const base = draft();
const { output } = base.indicators as Record<string, Draft>;

const rule = (more: Draft): Draft => ({
  kind: 'movement',
  title: '进位',
  ranking: 'all',
  earlier: { table: 'ranks', rank: 'rank' },
  clause: '一·产值',
  ...more,
});

function packData(more: Draft): Draft {
  return {
    ...base,
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
    rankings: { all: { title: '综合排名' } },
    rules: { moved: rule(more) },
    sheets: [],
  };
}

const packWith = (more: Draft): ReturnType<typeof valid> => valid(packData(more));

const NAMES = ['甲区', '乙区', '丙区', '丁区'];

function moved(more: Draft, outputs: readonly (number | null)[], before: readonly (number | null)[]): [string, string, string][] {
  const pack = packWith(more);
  const main: Row[] = outputs.map((value, at) => ({ zone: NAMES[at]!, output: value }));
  const earlier: Row[] = before.map((place, at) => ({ zone: NAMES[at]!, rank: place }));
  return judged(pack, [tableSheet(pack, 'indicators', main), tableSheet(pack, 'ranks', earlier)])
    .of('moved')
    .map(({ subject, status, certainty }) => [subject, status, certainty]);
}

test('exactly so many places gained, one less is not listed', () => {
  expect(moved({ up_at_least: 2 }, [90, 80, 70, 60], [3, 3, 1, 2])).toEqual([['甲区', 'met', 'certain']]);
});

test('places lost', () => {
  expect(moved({ down_at_least: 2 }, [90, 80, 70, 60], [3, 4, 1, 2])).toEqual([
    ['丙区', 'explain', 'certain'],
    ['丁区', 'explain', 'certain'],
  ]);
});

test('a place behind the number of participants is in doubt where the rule names their column', () => {
  const listed = (total: number): string[] => {
    const pack = packWith({ up_at_least: 2, earlier: { table: 'ranks', rank: 'rank', total: 'total' } });
    const main: Row[] = [90, 80, 70].map((value, at) => ({ zone: NAMES[at]!, output: value }));
    const run = judged(pack, [tableSheet(pack, 'indicators', main), tableSheet(pack, 'ranks', [{ zone: '甲区', rank: 3, total }])]);
    return run.of('moved').flatMap(({ subject, status }) => (status === 'met' ? [subject] : []));
  };
  expect([listed(2), listed(3)]).toEqual([[], ['甲区']]);
});

test('certain only where every place says so', () => {
  // 丁区 may stand anywhere within the figures that are there: level with 甲区, or behind 丙区.
  expect(moved({ up_at_least: 2 }, [90, 80, 70, null], [4, 3, 2, 3])).toEqual([
    ['甲区', 'met', 'certain'],
    ['丁区', 'missing', 'possible'],
  ]);
  expect(moved({ up_at_least: 2 }, [90, 80, 70, null], [1, 4, 2, 2])[0]).toEqual(['乙区', 'explain', 'possible']);
});

test('without an earlier place nothing is said, in grey', () => {
  expect(moved({ up_at_least: 3 }, [90, 80], [null])).toEqual([
    ['甲区', 'missing', 'possible'],
    ['乙区', 'missing', 'possible'],
  ]);
});

describe('places within a level against a list of last year', () => {
  const levels = ['省级', '省级', '国家级', '国家级'];

  function within(before: readonly number[]): [string, string, string][] {
    const data = packData({ up_at_least: 1 });
    const pack = valid({ ...data, rankings: { all: { title: '省级排名', population: { level: ['省级'] } } } });
    const main: Row[] = [60, 90, 80, 70].map((value, at) => ({ zone: NAMES[at]!, level: levels[at]!, output: value }));
    const earlier: Row[] = before.map((place, at) => ({ zone: NAMES[at]!, rank: place }));
    return judged(pack, [tableSheet(pack, 'indicators', main), tableSheet(pack, 'ranks', earlier)])
      .of('moved')
      .map(({ subject, certainty, sentence }) => [subject, certainty, sentence]);
  }

  test('one list a level is like for like', () => {
    expect(within([1, 2, 1, 2]).map(([subject, certainty]) => [subject, certainty])).toEqual([['乙区', 'certain']]);
  });

  test('one list through all levels says nothing of places within one', () => {
    expect(within([3, 4, 1, 2])).toEqual([['全部开发区', 'possible', expect.stringContaining('名次不分参评范围')]]);
  });
});

test('a place that cannot be one is not compared', () => {
  const pack = packWith({ up_at_least: 1 });
  const main: Row[] = [90, 80].map((value, at) => ({ zone: NAMES[at]!, output: value }));
  const earlier: Row[] = [
    { zone: '甲区', rank: 2.5 },
    { zone: '乙区', rank: 3 },
  ];
  expect(
    judged(pack, [tableSheet(pack, 'indicators', main), tableSheet(pack, 'ranks', earlier)])
      .of('moved')
      .map(({ subject, certainty }) => [subject, certainty]),
  ).toEqual([
    ['甲区', 'possible'],
    ['乙区', 'certain'],
  ]);
});

test('up or down, and a ranking that is there', () => {
  const faults = (more: Draft): string[] => faultsOf({ ...base, sheets: [], rules: { moved: rule(more) } });
  expect(faults({ ranking: 'none' })).toEqual(expect.arrayContaining(['one-of', 'unknown-ranking']));
});
