import { assessed } from '../../packs/run';
import { settingsSheet, tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';
import { loadPack } from '../../../src/core/pack/load';
import { sharedWords, units } from '../../packs/built-in';

const TABLE = {
  sheet: ['项目明细'],
  row: '项目',
  key: 'project',
  columns: {
    project: { header: ['项目名称'], kind: 'text', required: true },
    zone: { header: ['所在开发区'], kind: 'text', required: true },
    kind: { header: ['项目类别'], kind: 'list', values: ['工业', '其他'] },
    density: { header: ['建筑密度'], unit: '%' },
    price: { header: ['底价'], unit: '元/平方米' },
    heard: { header: ['经论证'], kind: 'yes_no' },
  },
};
const limit = (more: Draft): Draft => ({
  kind: 'threshold',
  title: '密度',
  measure: 'projects.density',
  unit: '%',
  clause: '一·产值',
  ...more,
});
const RULES: Draft = {
  grave: limit({ at_least: 30 }),
  mild: limit({ title: '一般密度', at_least: 40, severity: 'general' }),
  price: { kind: 'threshold', title: '底价', measure: 'projects.price', at_least: 70, unit: '元/平方米', clause: '二·绿地' },
  heard: { kind: 'answer', title: '论证', column: 'projects.heard', severity: 'general', clause: '二·绿地' },
};
const OUTCOMES = [
  { title: '不予立项', colour: 'red', causes: [{ rules: ['grave'] }, { rules: ['price'], when: { parameter: 'watch', is: '是' } }] },
  { title: '补充说明', colour: 'yellow', causes: [{ rules: ['mild', 'price', 'heard'] }] },
  { title: '准予', colour: 'green' },
];
const SHEETS = [{ title: '准入审查', layout: 'review', review: 'entry', rules: Object.keys(RULES) }];
const parts = (review: Draft = {}, more: Draft = {}): Draft => {
  const base = draft();
  return draft({
    tables: { ...(base['tables'] as Draft), projects: TABLE },
    rules: RULES,
    reviews: { entry: { title: '审查结论', table: 'projects', outcomes: OUTCOMES, ...review } },
    sheets: SHEETS,
    ...more,
  });
};

function reviewed(row: Row, parameters: Readonly<Record<string, CellInput>> = {}, review: Draft = {}) {
  const pack = valid(parts(review));
  const { result, plan } = assessed(pack, [
    tableSheet(pack, 'indicators', [{ zone: '甲区', level: '省级', output: 1 }]),
    tableSheet(pack, 'projects', [{ project: '厂', zone: '甲区', kind: '工业', ...row }]),
    settingsSheet(pack, { parameters }),
  ]);
  return { rows: result.reviews![0]!.rows, plan };
}

const fine = { density: 40, price: 70, heard: '是' };

test.each<[string, Row, string | null, string[], string[]]>([
  ['everything on its limit', fine, '准予', ['准予'], []],
  ['just under the mild limit', { ...fine, density: 39.999 }, '补充说明', ['补充说明'], ['mild explain']],
  ['on the grave limit', { ...fine, density: 30 }, '补充说明', ['补充说明'], ['mild explain']],
  [
    'just under the grave limit: both are reasons, the graver one decides',
    { ...fine, density: 29.999 },
    '不予立项',
    ['不予立项'],
    ['grave unmet', 'mild explain'],
  ],
  ['a red reason that is not of the gravest', { ...fine, price: 69.999 }, '补充说明', ['补充说明'], ['price unmet']],
  ['a wrong answer', { ...fine, heard: '否' }, '补充说明', ['补充说明'], ['heard explain']],
  ['a blank is never 准予', { ...fine, heard: null }, null, ['补充说明', '准予'], ['heard missing']],
  [
    'a blank that could be graver than what is certain',
    { ...fine, density: null, heard: '否' },
    null,
    ['不予立项', '补充说明'],
    ['heard explain', 'grave missing', 'mild missing'],
  ],
  ['a blank that could not be graver', { ...fine, density: 35, heard: null }, '补充说明', ['补充说明'], ['mild explain', 'heard missing']],
  [
    'the gravest is certain whatever is blank',
    { density: 10, price: null, heard: null },
    '不予立项',
    ['不予立项'],
    ['grave unmet', 'mild explain', 'price missing', 'heard missing'],
  ],
  [
    'nothing is filled in',
    { density: null, price: null, heard: null },
    null,
    ['不予立项', '补充说明', '准予'],
    ['grave missing', 'mild missing', 'price missing', 'heard missing'],
  ],
])('%s', (_, row, outcome, possible, reasons) => {
  const { rows } = reviewed(row);
  expect(rows[0]).toMatchObject({ subject: '厂', zone: '甲区', outcome, possible });
  expect(rows[0]!.reasons.map(({ rule, status }) => `${rule} ${status}`)).toEqual(reasons);
});

test('a cause of the user’s choice counts once it is chosen', () => {
  expect(reviewed({ ...fine, price: 69 }, { watch: '是' }).rows[0]).toMatchObject({ outcome: '不予立项' });
  expect(reviewed({ ...fine, price: null }, { watch: '是' }).rows[0]).toMatchObject({
    outcome: null,
    possible: ['不予立项', '补充说明', '准予'],
  });
});

test('only the cells that could make it graver are asked for', () => {
  expect(reviewed({ ...fine, density: null, heard: null }).rows[0]!.settle).toEqual(['项目明细!D2', '项目明细!F2']);
  expect(reviewed({ ...fine, density: 35, price: null }).rows[0]!.settle).toEqual([]);
});

test('rows that a filter leaves out are not reviewed; where that is open they are', () => {
  const filtered = { for: { 'projects.kind': '工业' } };
  expect(reviewed({ ...fine, kind: '其他' }, {}, filtered).rows).toEqual([]);
  expect(reviewed({ ...fine, kind: null }, {}, filtered).rows).toHaveLength(1);
});

test('the sheet says the zone, the outcome, every reason with its clause, and how many of each there are', () => {
  const { plan } = reviewed({ ...fine, density: 20, heard: null });
  const sheet = plan!.sheets.find(({ name }) => name === '准入审查')!;
  const texts = sheet.body.map((column) => (column.kind === 'text' ? column.values[0] : ''));
  expect(texts.slice(0, 3)).toEqual(['甲区', '厂', '不予立项']);
  expect(texts[3]).toBe(
    '1．“建筑密度”为20%，要求不低于30%，未达到要求（第一部分）\n2．“建筑密度”为20%，要求不低于40%，未达到一般性要求，需说明理由（第一部分）\n3．“论证”无法判定：“经论证”未填“是”或“否”（第二部分）',
  );
  expect(JSON.stringify(sheet.head)).toContain('共1个项目：不予立项1个，补充说明0个，准予0个，待补0个。');
});

test('what can be judged of no row is named in one line behind a row’s own reasons', () => {
  const { plan, rows } = reviewed({ density: 35 });
  expect(rows[0]!.reasons.map(({ rule }) => rule)).toEqual(['mild', 'price', 'heard']);
  const reasons = plan!.sheets.find(({ name }) => name === '准入审查')!.body[3]!;
  expect(reasons.kind === 'text' && reasons.values[0]).toBe(
    '1．“建筑密度”为35%，要求不低于40%，未达到一般性要求，需说明理由（第一部分）\n2．各项目都无法判定的有2项：“底价”（第二部分）、“论证”（第二部分），原因见“数据缺失与口径说明”表',
  );
});

test('without the table the sheet is not made: the overview says what lacks', () => {
  const pack = valid(parts());
  const { result, plan } = assessed(pack, [tableSheet(pack, 'indicators', [{ zone: '甲区', level: '省级', output: 1 }])]);
  expect(plan!.sheets.map(({ name }) => name)).not.toContain('准入审查');
  expect(result.unmade.find(({ title }) => title === '准入审查')?.why).toContain('工作簿中没有“项目明细”（每行一个项目）');
});

describe('what lint refuses', () => {
  const codes = (data: Draft): string[] => loadPack(data, 'small.yaml', units, sharedWords).problems.map(({ code }) => code);
  const twice = [...OUTCOMES.slice(0, 2), { title: '补充说明', colour: 'green' }];

  test.each<[string, Draft, string]>([
    ['an unknown table', parts({ table: 'nowhere' }), 'unknown-table'],
    ['two outcomes of one name', parts({ outcomes: twice }), 'grade-twice'],
    [
      'an outcome without a cause',
      parts({
        outcomes: [
          { title: '甲', colour: 'red' },
          { title: '乙', colour: 'green' },
        ],
      }),
      'review-causes',
    ],
    ['a last outcome with one', parts({ outcomes: OUTCOMES.slice(0, 2) }), 'review-causes'],
    ['an unknown rule', parts({ outcomes: [{ title: '甲', colour: 'red', causes: [{ rules: ['none'] }] }, OUTCOMES[2]!] }), 'unknown-rule'],
    [
      'a rule about other rows',
      parts(
        { outcomes: [{ title: '甲', colour: 'red', causes: [{ rules: ['large'] }] }, OUTCOMES[2]!] },
        { rules: { ...RULES, ...(draft()['rules'] as Draft) } },
      ),
      'review-table',
    ],
    ['a sheet without its review', parts({}, { sheets: [{ title: '表', layout: 'review', rules: ['grave'] }] }), 'one-of'],
    ['a sheet of an unknown review', parts({}, { sheets: [{ ...SHEETS[0], review: 'none' }] }), 'unknown-review'],
    ['a sheet that leaves out a rule', parts({}, { sheets: [{ ...SHEETS[0], rules: ['grave'] }] }), 'review-rules'],
    [
      'an answer that is no yes or no',
      parts({}, { rules: { ...RULES, heard: { ...(RULES['heard'] as Draft), column: 'projects.kind' } } }),
      'not-yes-no',
    ],
  ])('%s', (_, data, code) => {
    expect(codes(data)).toContain(code);
  });
});
