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

function packWith(more: Draft): ReturnType<typeof valid> {
  return valid({
    ...base,
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
    rankings: { all: { title: '综合排名' } },
    rules: { moved: rule(more) },
    sheets: [],
  });
}

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

test('up or down, and a ranking that is there', () => {
  const faults = (more: Draft): string[] => faultsOf({ ...base, sheets: [], rules: { moved: rule(more) } });
  expect(faults({ ranking: 'none' })).toEqual(expect.arrayContaining(['one-of', 'unknown-ranking']));
});
