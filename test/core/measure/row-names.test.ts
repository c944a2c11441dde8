import { judged } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, withRule } from '../pack/small-pack';

const zone = (name: string, more: Row = {}): Row => ({ zone: name, level: '国家级', city: '甲江', output: 10, ...more });

describe('places', () => {
  const pack = valid(
    withRule(
      { kind: 'threshold', measure: 'share', at_least: 5, unit: '%' },
      { measures: { share: { kind: 'share_of_area', title: '占比', of: 'output', over: 'cities.output', by: 'city', unit: '%' } } },
    ),
  );
  const run = (cities: readonly string[], city: string) =>
    judged(pack, [
      tableSheet(pack, 'indicators', [zone('滨河', { city })]),
      tableSheet(
        pack,
        'cities',
        cities.map((name) => ({ city: name, output: 100 })),
      ),
    ]);

  test.each([
    [['广州市'], '广州'],
    [['广州'], '广州市'],
    [['广州', '深圳市'], '广州市'],
  ])('among %p is %s', (cities, city) => {
    expect(run(cities, city).one('rule', '滨河')).toMatchObject({ status: 'met' });
  });

  test.each([
    [['海州市'], '海州区'],
    [['海州市', '海州区'], '海州'],
    [['深圳'], '广州'],
  ])('among %p nothing is taken for %s, and the cell is asked', (cities, city) => {
    const { one, problems } = run(cities, city);
    expect(one('rule', '滨河')).toMatchObject({ status: 'missing' });
    expect(problems.filter(({ code }) => code === 'unknown-place').map(({ sheet, cell }) => [sheet, cell])).toEqual([['指标数据', 'C2']]);
  });
});

describe('two rows of the main table that may be one zone', () => {
  const pack = valid(draft());
  const asked = (...rows: Row[]): string[] =>
    judged(pack, [tableSheet(pack, 'indicators', rows)])
      .problems.filter(({ code }) => code === 'names-alike')
      .map(({ cell }) => cell ?? '');

  test('are asked on the later one', () => {
    expect(asked(zone('滨河经济开发区'), zone('临海经开区'), zone('滨河经开区'))).toEqual(['A4']);
  });

  test('are two where level or city differ', () => {
    expect(asked(zone('滨河经济开发区'), zone('滨河经开区', { level: '省级' }))).toEqual([]);
    expect(asked(zone('滨河经济开发区'), zone('滨河经开区', { city: '乙' }))).toEqual([]);
    expect(asked(zone('滨河经济开发区'), zone('滨河经开区', { city: '甲江市' }))).toEqual(['A3']);
  });

  test('nobody is certain on a list that holds them', () => {
    const listed = valid(withRule({ kind: 'position', ranking: 'all', last: 1 }, { rankings: { all: { title: '综合排名' } } }));
    const found = judged(listed, [
      tableSheet(listed, 'indicators', [
        zone('滨河经济开发区', { output: 1 }),
        zone('滨河经开区', { output: 2 }),
        zone('临海', { output: 3 }),
      ]),
    ]).of('rule');
    expect(found.filter(({ certainty, status }) => certainty === 'certain' && status !== 'missing')).toEqual([]);
  });
});

test('a side table names a zone by a near name: its row is open for a filter on the zone, and asked', () => {
  const pack = valid(
    withRule({ kind: 'threshold', measure: 'projects.area', at_most: 5, unit: '公顷', for: { 'indicators.level': '国家级' } }),
  );
  const { one, problems } = judged(pack, [
    tableSheet(pack, 'indicators', [zone('滨河经济技术开发区')]),
    tableSheet(pack, 'projects', [
      { project: 'P1', zone: '滨河开发区', area: 6 },
      { project: 'P2', zone: '滨河经济技术开发区', area: 6 },
    ]),
  ]);
  expect(one('rule', 'P1')).toMatchObject({ status: 'missing', certainty: 'possible', settle: ['项目明细!B2'] });
  expect(one('rule', 'P2')).toMatchObject({ status: 'unmet', certainty: 'certain' });
  expect(problems.filter(({ code }) => code === 'name-near').map(({ cell, nextStep }) => [cell, nextStep])).toEqual([
    ['B2', expect.stringContaining('就是“滨河经济技术开发区”')],
  ]);
});
