import type { SheetGrid } from '../../src/core/grid';
import { packOf } from './built-in';
import { assessed, judged } from './run';
import { settingsSheet, tableSheet, type CellInput, type Row } from './sheets';

const pack = packOf('national-2014');
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const zones = (rows: readonly Row[]): SheetGrid =>
  tableSheet(
    pack,
    'indicators',
    rows.map((row) => ({ level: '国家级', region: '东部', ...row })),
    { units: { satisfaction: '分', land_efficiency: '万元/公顷' } },
  );
const five = zones(['甲区', '乙区', '丙区', '丁区', '戊区'].map((zone, at) => ({ zone, satisfaction: 90 - at, land_efficiency: 10 - at })));
const checklist = (rows: readonly Row[]): SheetGrid => tableSheet(pack, 'checklist', rows);

describe('the three triggers of punishment (一（四）)', () => {
  test('off until the user sets them; nothing red', () => {
    const found = judged(pack, [five]);
    expect([...found.of('low_land_efficiency'), ...found.of('long_lagging')]).toEqual([]);
    expect(found.of('environment_failed').map(({ status }) => status)).toEqual(['missing']);
    expect(found.findings.filter(({ status }) => status === 'unmet')).toEqual([]);
    expect(found.problems.filter(({ code }) => code === 'rule-off').map(({ message }) => /文件未规定“(.+?)”/.exec(message)?.[1])).toEqual([
      '土地利用效率下限',
      '发展长期滞后的末位名次数',
      '进位的名次上升数',
      '退位的名次下降数',
    ]);
  });

  test('the lagging list needs both numbers', () => {
    expect(judged(pack, [five, set({ lag_last: 2 })]).of('long_lagging')).toEqual([]);
    expect(
      judged(pack, [five, set({ lag_last: 2, lag_years: 1 })])
        .of('long_lagging')
        .map(({ subject, status }) => `${subject} ${status}`),
    ).toEqual(['丁区 unmet', '戊区 unmet']);
  });

  test('three years: without the sheets of two of them it is grey', () => {
    const last = tableSheet(
      pack,
      'last_year_ranks',
      ['甲区', '乙区', '丙区', '丁区', '戊区'].map((zone, at) => ({ zone, rank: at + 1, total: 5 })),
    );
    const found = judged(pack, [five, last, set({ lag_last: 1, lag_years: 3 })]).of('long_lagging');
    expect(found.map(({ subject, status }) => `${subject} ${status}`)).toEqual(['戊区 missing']);
    expect(found[0]?.sentence).toContain('前年结果表');
  });

  test('each triggers alone, the punishment is left to the authority', () => {
    const found = judged(pack, [five, set({ land_efficiency_floor: 7 })]);
    expect(found.of('low_land_efficiency').map(({ status }) => status)).toEqual(['met', 'met', 'met', 'met', 'unmet']);
    expect(found.one('low_land_efficiency', '戊区')?.consequence).toBe('警告、通报、限期整改、退出等处罚（由主管部门选择）');
  });

  test('environment is a human answer, zone by zone', () => {
    const found = judged(pack, [
      five,
      checklist([
        { item: '环保达标', zone: '甲区', answer: '是', evidence: '验收意见' },
        { item: '环保达标', zone: '乙区', answer: '否' },
        { item: '环保达标', zone: '丙区', answer: '不适用' },
        { item: '环保达标', zone: '丁区', answer: null },
      ]),
    ]);
    expect(
      found
        .of('environment_failed')
        .map(({ subject, status, word }) => `${subject} ${status} ${word}`)
        .sort(),
    ).toEqual(['丁区 missing 缺数', '丙区 met 不适用', '乙区 unmet 不达标', '戊区 missing 缺数', '甲区 met 达标'].sort());
    expect(found.one('environment_failed', '甲区')?.sentence).toContain('证明材料：验收意见');
  });
});

test('which area a plan has to cover is not in the text: grey until chosen', () => {
  const found = judged(pack, [zones([{ zone: '甲区', plan_approved_area: 1, approved_area: 2, plan_lawful: '是' }])]);
  expect(found.of('control_plan').map(({ subject, status }) => `${subject} ${status}`)).toEqual(['全部国家级经开区 missing']);
  expect(found.of('control_plan')[0]?.sentence).toContain('“权重与参数”表中未填“控规覆盖率的分母”');
});

test('尽快 is no date: grey until the user sets days, then yellow at worst', () => {
  expect(
    judged(pack, [five])
      .of('implementation_plan')
      .map(({ status }) => status),
  ).toEqual(['missing']);
  expect(
    judged(pack, [five, set({ plan_days: 30 })])
      .of('implementation_plan')
      .map(({ status, word }) => `${status} ${word}`),
  ).toEqual(['explain 已逾期']);
});

test('east and west are the user’s answer; zones without one stand in neither group', () => {
  const { ranked } = judged(pack, [
    zones([
      { zone: '甲区', satisfaction: 1, region: '东部' },
      { zone: '乙区', satisfaction: 2, region: '中部' },
      { zone: '丙区', satisfaction: 3, region: '西部' },
      { zone: '丁区', satisfaction: 4, region: null },
    ]),
  ]);
  expect([...ranked.rankings].map(([id, { rows }]) => [id, rows.length])).toEqual([
    ['national', 4],
    ['east', 1],
    ['central_west', 2],
  ]);
});

test('places gained and lost since last year are listed from exactly the user’s number on (一（四）)', () => {
  const last = tableSheet(
    pack,
    'last_year_ranks',
    ['戊区', '乙区', '丁区', '丙区', '甲区'].map((zone, at) => ({ zone, rank: at + 1, total: 5 })),
  );
  const lines = (book: readonly SheetGrid[], rule: string): string[] =>
    judged(pack, book)
      .of(rule)
      .map(({ subject, status }) => `${subject} ${status}`);
  const by = (places: number): SheetGrid[] => [five, last, set({ places_gained: places, places_lost: places })];
  expect([lines(by(4), 'risen'), lines(by(4), 'fallen')]).toEqual([['甲区 met'], ['戊区 explain']]);
  expect([lines(by(1), 'risen'), lines(by(1), 'fallen')]).toEqual([
    ['甲区 met', '丙区 met'],
    ['丁区 explain', '戊区 explain'],
  ]);
  expect([lines(by(5), 'risen'), lines(by(5), 'fallen')]).toEqual([[], []]);
  expect(lines([five, set({ places_gained: 1 })], 'risen')).toEqual(['全部国家级经开区 missing']);
});

describe('suggested indicators', () => {
  const row = (zone: string, figures: Row): Row => ({ zone, level: '国家级', satisfaction: 90, ...figures });
  const scoresOf = (rows: readonly Row[], parameters: Readonly<Record<string, CellInput>> = {}) => {
    const sheet = tableSheet(pack, 'indicators', rows, { units: { satisfaction: '分' } });
    const { result } = assessed(pack, [sheet, set(parameters)]);
    return new Map(result.rankings[0]!.rows.map(({ subject, indicators }) => [subject, indicators]));
  };

  test('new debt: less is better, as an amount or, where the user says so, as a rate', () => {
    const rows = [row('甲区', { new_debt: 10, debt_base: 1000 }), row('乙区', { new_debt: 2, debt_base: 10 })];
    const amount = scoresOf(rows);
    expect(['甲区', '乙区'].map((zone) => amount.get(zone)!.new_debt!.score)).toEqual([0, 100]);
    const rate = scoresOf(rows, { debt_basis: '新增债务率' });
    expect(['甲区', '乙区'].map((zone) => rate.get(zone)!.new_debt!.score)).toEqual([100, 0]);
  });

  test('taking over industries is for the centre and the west: an eastern zone lacks nothing without it', () => {
    const scores = scoresOf([
      row('甲区', { region: '东部', transferred: null }),
      row('乙区', { region: '中部', transferred: 5 }),
      row('丙区', { region: '西部', transferred: 9 }),
    ]);
    expect(['甲区', '乙区', '丙区'].map((zone) => scores.get(zone)!.transferred?.score ?? null)).toEqual([null, 0, 100]);
  });
});

test('prohibitions: one wrong answer is red, whatever else is answered', () => {
  const found = judged(pack, [five, checklist([{ item: '没有以任何形式违规减免或返还土地出让金', zone: '甲区', answer: '否' }])]);
  expect(found.one('prohibitions', '甲区')).toMatchObject({ status: 'unmet', word: '否决' });
});
