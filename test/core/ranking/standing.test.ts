import { loadPack } from '../../../src/core/pack/load';
import type { Pack } from '../../../src/core/pack/schema';
import { sharedWords, units } from '../../packs/built-in';
import { assessed, judged } from '../../packs/run';
import { settingsSheet, tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';
import { headersOf } from '../report/headers';

const NAMES = ['甲区', '乙区', '丙区', '丁区', '戊区'];
const base = draft();
const { output } = base.indicators as Record<string, Draft>;
const { indicators: main } = base.tables as Record<string, Draft>;

const earlier = (sheet: string): Draft => ({
  sheet: [sheet],
  row: '开发区',
  key: 'zone',
  columns: { zone: { header: ['开发区名称'], kind: 'text', required: true }, score: { header: ['综合得分'], unit: '分' } },
});

/** The score of a zone is its output, from 0 to 100. */
function packWith(ranking: Draft, parts: Draft = {}): Draft {
  return {
    ...base,
    parameters: { ...(base.parameters as Draft), outside: { title: '不排名名单', kind: 'text' } },
    tables: { indicators: main, one: earlier('上年得分'), two: earlier('前年得分') },
    measures: {},
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
    rankings: { all: { title: '综合排名', ...ranking } },
    rules: {},
    sheets: [],
    ...parts,
  };
}

const zones = (pack: Pack, outputs: readonly CellInput[], more: readonly Row[] = []) =>
  tableSheet(
    pack,
    'indicators',
    outputs.map((value, at) => ({ zone: NAMES[at]!, output: value, ...more[at] })),
  );

const scores = (pack: Pack, table: string, given: readonly CellInput[]) =>
  tableSheet(
    pack,
    table,
    given.map((score, at) => ({ zone: NAMES[at]!, score })),
  );

const faults = (data: Draft): string[] => loadPack(data, 'small', units, sharedWords).problems.map(({ code }) => code);

describe('who is scored without a place', () => {
  const last: Draft = { kind: 'position', title: '末位', ranking: 'all', last: { percent: 50, at_least: 1 }, clause: '一·产值' };
  const pack = valid(packWith({ unplaced: { lawful: '否' } }, { rules: { last } }));
  const lawful = (answers: readonly string[]): Row[] => answers.map((answer) => ({ lawful: answer }));

  test('keeps its total, takes no place, and shares are of the others', () => {
    const sheets = [zones(pack, [90, 80, 70, 60, 10], lawful(['是', '是', '否', '是', '是']))];
    const { rows } = assessed(pack, sheets).result.rankings[0]!;
    expect(rows.map(({ subject, total, rank, places }) => [subject, total, rank, places])).toEqual([
      ['甲区', 90, 1, [1, 1]],
      ['乙区', 80, 2, [2, 2]],
      ['丁区', 60, 3, [3, 3]],
      ['戊区', 10, 4, [4, 4]],
      ['丙区', 70, null, null],
    ]);
    // Nothing is missing of who takes no place, so nothing is grey.
    const { plan } = assessed(pack, sheets);
    const sheet = plan!.sheets.find(({ name }) => name === '综合排名')!;
    const below = sheet.foot.find((row) => row[1]?.value === '丙区')!;
    expect(plan!.styles[below[0]!.style!]!.fill).toBeUndefined();
    expect(below.at(-1)!.value).toBe('参评不排名');
    // Half of the four who take a place, not of five.
    expect(
      judged(pack, sheets)
        .of('last')
        .map(({ subject, status }) => [subject, status]),
    ).toEqual([
      ['丁区', 'unmet'],
      ['戊区', 'unmet'],
    ]);
  });

  test('a blank cell leaves open who takes part, and with it the list', () => {
    const sheets = [zones(pack, [90, 80, 70, 60], lawful(['是', '是', '是', '']))];
    const found = judged(pack, sheets).of('last');
    expect(found.map(({ subject, certainty }) => [subject, certainty])).toEqual(
      [
        ['丙区', 'possible'],
        ['丁区', 'possible'],
        ['乙区', 'possible'],
      ].sort((a, b) => NAMES.indexOf(a[0]!) - NAMES.indexOf(b[0]!)),
    );
    expect(found[0]!.settle).toContain('指标数据!C5');
  });

  test('by names that the user lists; a name that nobody bears is told', () => {
    const named = valid(packWith({ unplaced: { parameter: 'outside' } }));
    const run = (outside: string) =>
      assessed(named, [zones(named, [90, 80, 70]), settingsSheet(named, { parameters: { outside } })]).result;
    expect(run('甲区、丙区').rankings[0]!.rows.map(({ subject, rank }) => [subject, rank])).toEqual([
      ['乙区', 1],
      ['甲区', null],
      ['丙区', null],
    ]);
    const { problems } = run('甲区，庚区');
    expect(problems.find(({ code }) => code === 'unplaced-unknown')!.message).toBe('“综合排名”不排名的单位中，主表没有：庚区。');
  });

  test('lint: a parameter that is no text, a value that the column cannot have', () => {
    expect(faults(packWith({ unplaced: { parameter: 'n' } }))).toContain('parameter-kind');
    expect(faults(packWith({ unplaced: { level: '市级' } }))).toContain('not-in-list');
  });
});

describe('by the mean of several years', () => {
  const years = [
    { table: 'one', column: 'score' },
    { table: 'two', column: 'score' },
  ];
  const pack = valid(packWith({ mean_with: years }));
  const run = (now: readonly CellInput[], one: readonly CellInput[], two: readonly CellInput[]) =>
    assessed(pack, [zones(pack, now), scores(pack, 'one', one), scores(pack, 'two', two)]);

  test('is ranked, not this year alone, and ties share', () => {
    // (90+60+60)/3 = 70, (80+70+60)/3 = 70, (70+80+90)/3 = 80
    const { rows } = run([90, 80, 70], [60, 70, 80], [60, 60, 90]).result.rankings[0]!;
    expect(rows.map(({ subject, total, rank, tied }) => [subject, total, rank, tied])).toEqual([
      ['丙区', 80, 1, false],
      ['甲区', 70, 2, true],
      ['乙区', 70, 2, true],
    ]);
  });

  test('who lacks a year has no place, and those it might pass are open', () => {
    const { rows } = run([90, 80, 70], [60, null, 80], [60, 60, 90]).result.rankings[0]!;
    expect(rows.map(({ subject, total, rank, places }) => [subject, total, rank, places])).toEqual([
      ['丙区', 80, 1, [1, 2]],
      ['甲区', 70, 2, [2, 3]],
      ['乙区', null, null, [1, 3]],
    ]);
  });

  test('a missing figure of this year moves the mean by its share', () => {
    // 丙区's mean is within (70+80+90)/3 = 80 and (90+80+90)/3, so it stays first.
    const { rows } = run([90, 70, null], [60, 70, 80], [60, 60, 90]).result.rankings[0]!;
    expect(rows.map(({ subject, places }) => [subject, places])).toContainEqual(['丙区', [1, 1]]);
  });

  test('the result holds every year that the total is the mean of', () => {
    const { rows } = run([90, 80, 70], [60, null, 80], [60, 60, 90]).result.rankings[0]!;
    expect(rows.map(({ subject, yearTotals }) => [subject, yearTotals])).toEqual([
      ['丙区', [70, 80, 90]],
      ['甲区', [90, 60, 60]],
      ['乙区', [80, null, 60]],
    ]);
    const alone = valid(packWith({}));
    expect(assessed(alone, [zones(alone, [90, 80, 70])]).result.rankings[0]!.rows[0]).not.toHaveProperty('yearTotals');
  });

  test('the sheet shows every year and averages them by a formula', () => {
    const { plan } = run([90, 80, 70], [60, 70, 80], [60, 60, 90]);
    const sheet = plan!.sheets.find(({ name }) => name === '综合排名')!;
    expect(headersOf(sheet).slice(2, 6)).toEqual(['本年得分', '上年得分', '前年得分', '3年平均']);
    const mean = sheet.body[5]!;
    expect(mean.kind === 'number' && mean.formulas![0]).toMatch(/^IF\(COUNT\(C\d+:E\d+\)<3,"",ROUND\(AVERAGE\(C\d+:E\d+\),9\)\)$/);
    const detail = plan!.sheets.find(({ name }) => name.includes('明细'))!;
    expect(detail.body.at(-1)).not.toHaveProperty('formulas');
  });

  test('lint: a column that is not there', () => {
    expect(faults(packWith({ mean_with: [{ table: 'one', column: 'scores' }] }))).toContain('unknown-column');
  });
});

describe('only a grade is barred', () => {
  const scale = { title: '等次', grades: [{ title: '优秀', first: 1 }, { title: '其他' }] };
  const veto: Draft = { kind: 'veto', title: '通报', column: 'lawful', when: '否', effect: 'keep', bars: ['优秀'] };
  const withVeto = (more: Draft): Draft =>
    packWith({}, { grades: { grade: scale }, scoring: { ...(base.scoring as Draft), adjustments: [{ ...veto, ...more }] } });

  test('total and place stay', () => {
    const pack = valid(withVeto({}));
    const { rows } = assessed(pack, [zones(pack, [90, 80], [{ lawful: '否' }, { lawful: '是' }])]).result.rankings[0]!;
    expect(rows.map(({ subject, total, rank, grades }) => [subject, total, rank, grades!['grade']!.grade])).toEqual([
      ['甲区', 90, 1, '其他'],
      ['乙区', 80, 2, '其他'],
    ]);
  });

  test('lint: nothing barred, nothing done', () => {
    expect(faults(withVeto({ bars: [] }))).toContain('bars-nothing');
  });
});
