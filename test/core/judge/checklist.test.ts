import type { Row } from '../../packs/sheets';
import { draft, type Draft } from '../pack/small-pack';
import { book, codes, lines, run, sentence } from './one-rule';

const tables = draft().tables as Record<string, Draft>;
const parts = {
  tables: {
    ...tables,
    checklist: {
      ...tables['checklist'],
      repeats: true,
      columns: {
        ...(tables['checklist']!['columns'] as Draft),
        zone: { header: ['开发区名称'], kind: 'text' },
        proof: { header: ['证明材料'], kind: 'text' },
      },
    },
  },
};
const rule = { kind: 'checklist', table: 'checklist', item: 'item', answer: 'answer', items: { one: { title: '依法批准' } } };
const zones = [
  { zone: '甲区', level: '省级', output: 1 },
  { zone: '乙区', level: '国家级', output: 1 },
];
const answered = (rows: readonly Row[], more: Draft = {}) => run({ ...rule, ...more }, book({ indicators: zones, checklist: rows }), parts);

test('a finding tells the answer and rests on its cell; a wrong one tells what was wanted', () => {
  const right = answered([{ item: '依法批准', answer: '是' }]);
  expect(right.of('rule')[0]).toMatchObject({ value: '是', cells: ['定性清单!B2'], limit: undefined });
  expect(sentence(right)).toBe('某省“依法批准”填报为“是”。');
  const wrong = answered([{ item: '依法批准', answer: '否' }], { consequence: '通报' });
  expect(wrong.of('rule')[0]).toMatchObject({ status: 'unmet', value: '否', limit: '是', cells: ['定性清单!B2'], consequence: '通报' });
  expect(sentence(wrong)).toBe('某省“依法批准”填报为“否”，应为“是”。处理：通报。');
});

test('zone by zone: each named zone has its own answer, and one without is grey', () => {
  const result = answered([
    { item: '依法批准', zone: '甲区', answer: '是' },
    { item: '依法批准', zone: '乙区', answer: '否' },
  ]);
  expect(lines(result)).toEqual(['甲区 met 达标', '乙区 unmet 不达标']);
  const open = answered([
    { item: '依法 批准', zone: '甲 区', answer: '是' },
    { item: '别的', zone: '乙区', answer: '是' },
  ]);
  expect(lines(open)).toEqual(['乙区 missing 缺数', '甲区 met 达标']);
  expect(sentence(open, '乙区')).toContain('“定性清单”表中没有“乙区”的“依法批准”一项');
});

test('one answer without a zone is the whole province’s, and no zone is asked', () =>
  expect(
    lines(
      answered([
        { item: '依法批准', zone: null, answer: '是' },
        { item: '别的', zone: '甲区', answer: '是' },
      ]),
    ),
  ).toEqual(['某省 met 达标']));

test('zones that the rule is not for are neither judged nor asked; whether it is for a name that is no zone is not known', () => {
  const result = answered(
    [
      { item: '依法批准', zone: '丙区', answer: '是' },
      { item: '依法批准', zone: '乙区', answer: '否' },
    ],
    { for: { level: '省级' } },
  );
  expect(lines(result)).toEqual(['甲区 missing 缺数', '丙区 missing 缺数']);
});

test('a name that is no zone is judged as it stands where the rule is for all', () =>
  expect(lines(answered([{ item: '依法批准', zone: '丙区', answer: '是' }]))).toContain('丙区 met 达标'));

test('an answer left blank is grey and its cell named', () => {
  const result = answered([
    { item: '依法批准', answer: null },
    { item: '别的', answer: '是' },
  ]);
  expect(result.of('rule')[0]).toMatchObject({ status: 'missing', cells: ['定性清单!B2'] });
  expect(sentence(result)).toContain('清单中“依法批准”没有填写“是”“否”或“不适用”');
});

test('evidence is asked for where the rule has a column for it, of an answer that is as wanted', () => {
  const proven = (answer: string, proof: string | null, more: Draft = { evidence: 'proof' }) =>
    sentence(
      answered(
        [
          { item: '依法批准', answer, proof },
          { item: '别的', answer: '是', proof: '有' },
        ],
        more,
      ),
    );
  expect(proven('是', '批文')).toBe('某省“依法批准”填报为“是”，证明材料：批文。');
  expect(proven('是', null)).toBe('某省“依法批准”填报为“是”，未附证明材料，需补充。');
  expect(proven('不适用', null)).toBe('某省“依法批准”填报为“不适用”。');
  expect(proven('是', '批文', {})).toBe('某省“依法批准”填报为“是”。');
});

test('an item may rest on a clause of its own', () => {
  const items = { one: { title: '依法批准', clause: '二·绿地' }, two: { title: '环保达标' } };
  const result = answered(
    [
      { item: '依法批准', answer: '是' },
      { item: '环保达标', answer: '否' },
    ],
    { items },
  );
  expect(result.of('rule').map(({ clauses }) => clauses)).toEqual([['二·绿地'], ['一·产值']]);
  expect(result.of('rule').map(({ sentence: all }) => all.split('依据')[1])).toEqual([
    '第二部分“绿地率不高于15％”。',
    '第一部分“工业总产值1000亿元以上”。',
  ]);
  expect(answered([{ item: '依法批准', answer: '否' }], { items }).of('rule')[0]?.clauses).toEqual(['二·绿地']);
});

test('no checklist at all: one grey line that names the sheet', () => {
  const result = run(rule, book({ indicators: zones }), parts);
  expect(lines(result)).toEqual(['全部开发区 missing 缺数']);
  expect(sentence(result)).toContain('工作簿中没有“定性清单”（每行一个事项）');
  expect(codes(result)).toContain('rule-missing-input');
});

describe('a list of many tasks', () => {
  const items = { one: { title: '依法批准' }, two: { title: '建立制度', responsible: ['甲局', '乙局'] } };
  const asked = (rows: readonly Row[], more: Draft = {}) => answered(rows, { items, ...more });

  test('as a whole list asks for every item', () => {
    const findings = asked([{ item: '依法批准', answer: '是' }]).of('rule');
    expect(findings.map(({ item, status }) => `${item} ${status}`)).toEqual(['one met', 'two missing']);
  });

  test('makes no finding of items that nobody answered where it need not be whole', () => {
    const findings = asked(
      [
        { item: '依法批准', answer: '是' },
        { item: '建立制度', answer: null },
      ],
      { whole: false },
    ).of('rule');
    expect(findings.map(({ item, status }) => `${item} ${status}`)).toEqual(['one met']);
  });

  test('a wrong answer is one all the same, and the evidence is kept', () => {
    const findings = asked([{ item: '建立制度', answer: '否', proof: '函件' }], { whole: false, evidence: 'proof' }).of('rule');
    expect(findings.map(({ item, status, evidence }) => `${item} ${status} ${evidence}`)).toEqual(['two unmet 函件']);
  });
});

test('what nobody answered rests on the clause of its own item', () => {
  const items = { one: { title: '依法批准' }, two: { title: '建立制度', clause: '二' } };
  const clauses = { ...(draft().clauses as Record<string, string>), 二: '建立制度' };
  const findings = run({ ...rule, items }, book({ indicators: zones, checklist: [{ item: '依法批准', answer: '是' }] }), {
    ...parts,
    clauses,
  }).of('rule');
  expect(findings.find(({ item }) => item === 'two')).toMatchObject({ status: 'missing', clauses: ['二'] });
});
