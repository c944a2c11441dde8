import fc from 'fast-check';
import { assessed } from '../../packs/run';
import { tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

/** However what is missing is filled in, every zone comes to a place that was said to be possible. */
const NAMES = ['甲区', '乙区', '丙区', '丁区', '戊区'];
const base = draft();
const { output } = base.indicators as Record<string, Draft>;
const { indicators: main, ranks } = base.tables as Record<string, Draft>;

const pack = valid({
  ...base,
  tables: {
    indicators: main,
    ranks: {
      ...ranks,
      columns: { ...(ranks!['columns'] as Draft), rank: { header: ['名次'], unit: '名' }, score: { header: ['综合得分'], unit: '分' } },
    },
  },
  measures: {},
  dimensions: { scale: { title: '规模' }, care: { title: '绿色' } },
  indicators: {
    output: { ...output, dimension: 'scale' },
    green: { dimension: 'care', direction: 'lower_is_better', basis: 'named', normalise: { method: 'goalposts', worst: 100, best: 0 } },
  },
  scoring: {
    ...(base.scoring as Draft),
    adjustments: [
      { kind: 'places', title: '名次加分', within: 'level', points: [10, 25, 5] },
      { kind: 'places', title: '绿地名次', by: 'green', points: [8, 4] },
      { kind: 'places', title: '规模名次', by: 'scale', points: [7, 3] },
      { kind: 'places', title: '进位奖', gained: { table: 'ranks', rank: 'rank', points_per: 6, cap: 15 } },
    ],
  },
  rankings: {
    all: { title: '综合排名', unplaced: { lawful: '否' } },
    mean: { title: '两年平均', mean_with: [{ table: 'ranks', column: 'score' }] },
    part: { title: '省级', population: { level: '省级' } },
  },
  rules: {},
  sheets: [],
});

interface Zone {
  readonly output: number;
  readonly green: number;
  readonly level: string;
  readonly lawful: string;
  readonly rank: number;
  readonly score: number;
}

const zone: fc.Arbitrary<Zone> = fc.record({
  output: fc.integer({ min: 0, max: 6 }).map((x) => x * 10),
  green: fc.integer({ min: 0, max: 10 }).map((x) => x * 10),
  level: fc.constantFrom('国家级', '省级'),
  lawful: fc.constantFrom('是', '是', '否'),
  rank: fc.integer({ min: 1, max: 5 }),
  score: fc.integer({ min: 0, max: 10 }).map((x) => x * 10),
});
const KEYS = ['output', 'green', 'level', 'lawful', 'rank', 'score'] as const;

const placesOf = (rows: readonly Readonly<Record<keyof Zone, CellInput>>[]) => {
  const sheets = [
    tableSheet(
      pack,
      'indicators',
      rows.map(({ output: value, green, level, lawful }, at): Row => ({ zone: NAMES[at]!, output: value, green, level, lawful })),
    ),
    tableSheet(
      pack,
      'ranks',
      rows.map(({ rank, score }, at): Row => ({ zone: NAMES[at]!, rank, score })),
    ),
  ];
  return assessed(pack, sheets).result.rankings.map(({ id, rows: found }) => new Map(found.map((row) => [row.subject, { id, ...row }])));
};

test('places in every completion are within those that were said', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(zone, zone), { minLength: NAMES.length, maxLength: NAMES.length }),
      fc.array(fc.tuple(fc.nat(NAMES.length - 1), fc.constantFrom(...KEYS)), { minLength: 1, maxLength: 4 }),
      (drawn, blanks) => {
        const isBlank = (at: number, key: keyof Zone): boolean => blanks.some(([row, blank]) => row === at && blank === key);
        // Missing figures are within the range of those that are there: the sheets say so.
        const ends = (key: 'output' | 'green'): readonly [number, number] => {
          const there = drawn.flatMap(([one], at) => (isBlank(at, key) ? [] : [one[key]]));
          return [Math.min(...there), Math.max(...there)];
        };
        const ranges = { output: ends('output'), green: ends('green') };
        fc.pre(Object.values(ranges).every(([least, most]) => least < most));
        const within = (key: 'output' | 'green', value: number): number => Math.min(ranges[key][1], Math.max(ranges[key][0], value));
        const open = drawn.map(
          ([one], at) => Object.fromEntries(KEYS.map((key) => [key, isBlank(at, key) ? null : one[key]])) as Record<keyof Zone, CellInput>,
        );
        const filled = drawn.map(([one, other], at) => ({
          ...Object.fromEntries(KEYS.map((key) => [key, isBlank(at, key) ? other[key] : one[key]])),
          ...(isBlank(at, 'output') && { output: within('output', other.output) }),
          ...(isBlank(at, 'green') && { green: within('green', other.green) }),
        })) as Record<keyof Zone, CellInput>[];
        const said = placesOf(open);
        placesOf(filled).forEach((ranking) =>
          ranking.forEach(({ id, subject, rank }) => {
            const before = said.map((one) => one.get(subject)).find((row) => row?.id === id);
            // Whose level is blank may belong, and stands on no list for now.
            if (!before || rank === null) return;
            expect([
              id,
              subject,
              before.places !== null && before.places[0] <= rank && rank <= before.places[1],
              before.places,
              rank,
            ]).toEqual([id, subject, true, before.places, rank]);
          }),
        );
      },
    ),
    { numRuns: 100 },
  );
});
