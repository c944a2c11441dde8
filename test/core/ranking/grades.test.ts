import { planMarkdown } from '../report/plan-markdown';
import { loadPack } from '../../../src/core/pack/load';
import type { Pack } from '../../../src/core/pack/schema';
import { assessed, judged } from '../../packs/run';
import { sharedWords, units } from '../../packs/built-in';
import { tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const NAMES = ['甲区', '乙区', '丙区', '丁区', '戊区', '己区', '庚区', '辛区', '壬区', '癸区'];

const scale: Draft = {
  title: '等次',
  grades: [
    { title: '优秀', at_least: 90, most: { percent: 20, at_least: 0 } },
    { title: '良好', at_least: 80 },
    { title: '合格', at_least: 60 },
    { title: '不合格' },
  ],
};

/** The score of a zone is its output: from 0 to 100. */
function packWith(parts: Draft = {}, given: Draft = scale): Pack {
  const { output } = draft().indicators as Record<string, Draft>;
  const base = draft();
  return valid({
    ...base,
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
    rankings: { all: { title: '综合排名' } },
    grades: { grade: given },
    rules: {},
    sheets: [],
    ...parts,
  });
}

const rowsOf = (outputs: readonly CellInput[], more: readonly Row[] = []): Row[] =>
  outputs.map((output, at) => ({ zone: NAMES[at]!, output, ...more[at] }));

const gradesOf = (pack: Pack, outputs: readonly CellInput[], more: readonly Row[] = []): string[] => {
  const { rows } = assessed(pack, [tableSheet(pack, 'indicators', rowsOf(outputs, more))]).result.rankings[0]!;
  const found = new Map(rows.map(({ subject, grades }) => [subject, grades!.grade!]));
  return NAMES.slice(0, outputs.length).map((name) => {
    const { grade, best, worst } = found.get(name)!;
    return best === worst ? String(grade) : `${best}至${worst}`;
  });
};

test('by total: exactly on a limit belongs to the better grade', () => {
  expect(
    gradesOf(
      packWith({}, { ...scale, grades: (scale.grades as Draft[]).map((step) => ({ ...step, most: undefined })) }),
      [90, 89.99, 80, 79.99, 60, 59.99],
    ),
  ).toEqual(['优秀', '良好', '良好', '合格', '合格', '不合格']);
});

test('a cap on the share goes by places, the rest fall to the next grade', () => {
  // 20 % of ten is two; of nine, 1.8, is one.
  expect(gradesOf(packWith(), [99, 98, 97, 96, 70, 70, 70, 70, 70, 50]).slice(0, 4)).toEqual(['优秀', '优秀', '良好', '良好']);
  expect(gradesOf(packWith(), [99, 98, 97, 96, 70, 70, 70, 70, 50]).slice(0, 3)).toEqual(['优秀', '良好', '良好']);
});

test('who is level at the cap does not get the grade, and that is open', () => {
  expect(gradesOf(packWith(), [99, 97, 97, 96, 70, 70, 70, 70, 70, 50]).slice(0, 4)).toEqual(['优秀', '优秀至良好', '优秀至良好', '良好']);
});

test('by place', () => {
  const byPlace: Draft = {
    title: '档次',
    grades: [{ title: '第一档', first: 2 }, { title: '第二档', first: { percent: 50 } }, { title: '第三档' }],
  };
  expect(gradesOf(packWith({}, byPlace), [10, 60, 50, 40, 30, 20])).toEqual(['第三档', '第一档', '第一档', '第二档', '第三档', '第三档']);
});

describe('a veto that bars a grade', () => {
  const vetoed = packWith({
    scoring: {
      ...(draft().scoring as Draft),
      adjustments: [{ kind: 'veto', title: '造假', column: 'lawful', when: '否', effect: 'last', bars: ['优秀'] }],
    },
  });
  const lawful = (answers: readonly string[]): Row[] => answers.map((answer) => ({ lawful: answer }));

  test('the next one moves up, and who is barred stands behind all others with the total that it has', () => {
    const answers = lawful(['否', '是', '是', '是', '是']);
    expect(gradesOf(vetoed, [99, 98, 97, 70, 50], answers)).toEqual(['良好', '优秀', '良好', '合格', '不合格']);
    const { rows } = assessed(vetoed, [tableSheet(vetoed, 'indicators', rowsOf([99, 98, 97, 70, 50], answers))]).result.rankings[0]!;
    expect(rows.map(({ subject, rank, total }) => [subject, rank, total])).toEqual([
      ['乙区', 1, 98],
      ['丙区', 2, 97],
      ['丁区', 3, 70],
      ['戊区', 4, 50],
      ['甲区', 5, 99],
    ]);
  });

  test('while nothing was answered the grade is open', () => {
    expect(gradesOf(vetoed, [99, 98, 97, 70, 50], lawful(['', '是', '是', '是', '是'])).slice(0, 2)).toEqual(['优秀至良好', '优秀至良好']);
  });
});

test('a missing figure leaves the grade as open as the total, and the sheet says so in grey', () => {
  const pack = packWith();
  expect(gradesOf(pack, [95, null, 70, 65, 50])).toEqual(['优秀至良好', '优秀至不合格', '合格', '合格', '不合格']);
  const { plan } = assessed(pack, [tableSheet(pack, 'indicators', rowsOf([95, null, 70, 65, 50]))]);
  expect(planMarkdown(pack.pack, plan!)).toContain('优秀至不合格，待定【灰】');
});

test('a ranking by one indicator gives no grades, also where vetoes bar some', () => {
  const pack = packWith({
    rankings: { all: { title: '综合排名' }, output: { title: '产值排名', by: 'output' } },
    scoring: {
      ...(draft().scoring as Draft),
      adjustments: [{ kind: 'veto', title: '造假', column: 'lawful', when: '否', effect: 'last', bars: ['优秀'] }],
    },
  });
  const { rankings } = assessed(pack, [tableSheet(pack, 'indicators', rowsOf([99, 70]))]).result;
  expect(rankings.map(({ id, rows }) => [id, rows.every(({ grades }) => grades !== undefined)])).toEqual([
    ['all', true],
    ['output', false],
  ]);
});

describe('a rule over grades', () => {
  const earlier = (id: string, sheet: string): Draft => ({
    [id]: {
      sheet: [sheet],
      row: '开发区',
      key: 'zone',
      columns: { zone: { header: ['开发区名称'], kind: 'text', required: true }, grade: { header: ['等次'], kind: 'text' } },
    },
  });
  const pack = packWith({
    tables: { ...(draft().tables as Draft), ...earlier('one', '上年等次'), ...earlier('two', '前年等次') },
    rules: {
      exit: {
        kind: 'grade',
        title: '退出',
        clause: '一·产值',
        ranking: 'all',
        scale: 'grade',
        is: ['不合格'],
        colour: 'red',
        consequence: '按程序退出',
        in: {
          years: 3,
          of_last: 3,
          earlier: [
            { table: 'one', column: 'grade' },
            { table: 'two', column: 'grade' },
          ],
        },
      },
    },
  });
  const run = (outputs: readonly CellInput[], one: readonly string[], two?: readonly string[]) => {
    const sheetOf = (table: string, texts: readonly string[]) =>
      tableSheet(
        pack,
        table,
        texts.map((grade, at) => ({ zone: NAMES[at]!, grade })),
      );
    return judged(pack, [tableSheet(pack, 'indicators', rowsOf(outputs)), sheetOf('one', one), ...(two ? [sheetOf('two', two)] : [])]);
  };

  test('three years in a row: listed with its consequence; two are not enough', () => {
    const found = run([50, 40, 90], ['不合格', '合格', '优秀'], ['不合格', '不合格', '优秀']).of('exit');
    expect(found.map(({ subject, status, consequence, certainty }) => [subject, status, consequence, certainty])).toEqual([
      ['甲区', 'unmet', '按程序退出', 'certain'],
    ]);
    expect(found[0]!.cells).toEqual(['指标数据!A2', '上年等次!B2', '前年等次!B2']);
  });

  test('a year that nobody handed in is grey, never red', () => {
    const found = run([50, 90], ['不合格', '优秀']).of('exit');
    expect(found.map(({ subject, status }) => [subject, status])).toEqual([['甲区', 'missing']]);
  });
});

test.each<[string, Draft, string]>([
  [
    'limits that rise',
    { ...scale, grades: [{ title: '甲', at_least: 60 }, { title: '乙', at_least: 80 }, { title: '丙' }] },
    'grade-order',
  ],
  [
    'a last grade with a limit',
    {
      ...scale,
      grades: [
        { title: '甲', at_least: 60 },
        { title: '乙', at_least: 50 },
      ],
    },
    'grade-limit',
  ],
  ['a grade without a limit before the last', { ...scale, grades: [{ title: '甲' }, { title: '乙' }] }, 'grade-limit'],
  ['one name twice', { ...scale, grades: [{ title: '甲', at_least: 60 }, { title: '甲' }] }, 'grade-twice'],
  ['a ranking that is not there', { ...scale, rankings: ['nobody'] }, 'unknown-ranking'],
])('lint: %s', (_what, given, code) => {
  const loaded = loadPack({ ...draft(), grades: { grade: given } }, 'small', units, sharedWords);
  expect(loaded.problems.map((problem) => problem.code)).toContain(code);
});
