import { assessed } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const base = draft();
const { output } = base.indicators as Record<string, Draft>;

/** Notes of the ranking of so many zones. */
function notes(count: number, normalise: Draft): string {
  const pack = valid({
    ...base,
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale', normalise } },
    rankings: { all: { title: '综合排名' } },
    rules: {},
    sheets: [],
  });
  const rows = Array.from({ length: count }, (_, at): Row => ({ zone: `第${at}区`, output: at }));
  const { plan } = assessed(pack, [tableSheet(pack, 'indicators', rows)]);
  const sheet = plan!.sheets.find(({ name }) => name === '综合排名')!;
  return sheet.foot.flatMap((cells) => cells.map(({ value }) => String(value ?? ''))).join('\n');
}

test.each<[string, Draft, string]>([
  ['min-max', { method: 'min_max', to: [0, 100] }, '单项100分、0分'],
  ['the efficacy coefficient', { method: 'efficacy' }, '单项100分、60分'],
  ['percentiles', { method: 'percentile', to: [0, 100] }, '单项100分、0分'],
  ['points by rank', { method: 'rank_points', from: 90, to: 30 }, '单项90分、30分'],
])('what the ends of %s mean is said for seven zones, and not for eight', (_, normalise, said) => {
  expect(notes(7, normalise)).toContain(`只有7个开发区相互比较：${said}只表示在其中最好、最差`);
  expect(notes(8, normalise)).not.toContain('相互比较：');
});

test.each<[string, Draft]>([
  ['goalposts', { method: 'goalposts', worst: 0, best: 10 }],
  ['an efficacy coefficient between stated values', { method: 'efficacy', unsatisfactory: 0, satisfactory: 10 }],
])('limits that %s state mean what they say', (_, normalise) => {
  expect(notes(3, normalise)).not.toContain('相互比较：');
});

test('two zones are the fewest that a ranking compares', () => {
  expect(notes(2, { method: 'min_max', to: [0, 100] })).toContain('只有2个开发区相互比较');
});
