import type { Assessment } from '../../../src/core/assess';
import { assess } from '../../../src/core/assess';
import { cellName } from '../../../src/core/cell';
import type { Decision } from '../../../src/core/decision';
import { gridOf, type PlainValue, type SheetGrid } from '../../../src/core/grid';
import { mayStateMethod } from '../../../src/core/pack/method-sheets';
import type { Problem } from '../../../src/core/problem';
import { tableSheet, type Row } from '../../packs/sheets';
import { assessed, inputOf } from '../../packs/run';
import { smallBooks } from '../report/small-books';
import { smallPack } from '../../packs/small/small-packs';

const pack = smallPack('lists');
const zone = (name: string, level: string, output: number | null, energy: number | null): Row => ({
  zone: `${name}区`,
  ...{ region: '东部', level, output, energy },
});
const five = [
  zone('东一', '国家级', 1000, 0.2),
  zone('东二', '国家级', 800, 0.4),
  zone('东三', '省级', 500, 0.6),
  zone('东四', '省级', 600, 0.7),
  zone('西一', '省级', 0, 1.2),
];

const form = (rows: readonly (readonly PlainValue[])[], name = '结果模板-排名表'): SheetGrid => ({
  ...{ name, grid: gridOf(rows), hidden: false, owned: false },
});
const run = (forms: readonly SheetGrid[], rows: readonly Row[] = five): Assessment =>
  assessed(pack, [tableSheet(pack, 'indicators', rows), ...forms]);
const filled = ({ plan }: Assessment, name = '排名表'): (string | number | boolean | null)[][] | undefined =>
  plan?.sheets
    .find((sheet) => sheet.name === name)
    ?.head.map((row) => row.map(({ value, formula }) => (formula === undefined ? value : `=${formula}`)));
const told = ({ result }: Assessment, code: string): Problem[] => result.problems.filter((problem) => problem.code === code);
const ofRanking = ({ result }: Assessment) => result.rankings[0]!.rows;

const HEADER = ['名次', '开发区', '得分', '备注'];

test('a form becomes a sheet of the results: by place, with the figures of the result, and itself stays as it is', () => {
  const of = run([form([['{{年度}}开发区排名（{{参评数}}个）'], HEADER, [], ['合计', null, null], ['制表人：', null, '{{制表日期}}']])]);
  const rows = ofRanking(of).filter(({ rank }) => rank !== null);
  expect(filled(of)).toEqual([
    ['〔    〕年度开发区排名（5个）'],
    HEADER,
    ...rows.map(({ rank, subject, total, tied }) => [rank, subject, total, tied ? '并列' : null]),
    ['合计', null, null].slice(0, 1),
    ['制表人：', null, '2017年3月31日'],
  ]);
  expect(of.plan!.sheets.find(({ name }) => name === '排名表')!.copied).toMatchObject({
    ...{ sheet: '结果模板-排名表', first: 2, last: 2, count: 5 },
    formats: [
      { column: 0, code: '0' },
      { column: 2, code: '0.00' },
    ],
  });
  expect(told(of, 'form-header')).toEqual([]);
});

test('what an earlier year left in the pattern is taken out, formulas stay and follow their rows', () => {
  const of = run([
    form([
      ['序号', '开发区', '得分', '联系人'],
      [1, '去年一区', 99, '王某'],
      [2, '去年二区', 98, '李某'],
      ['平均', null, 50],
    ]),
  ]);
  expect(JSON.stringify(filled(of))).not.toMatch(/去年|王某|李某/u);
  expect(told(of, 'form-header').map(({ cell, message }) => [cell, message])).toEqual([
    ['D1', '模板里这些栏目评价结果中没有，留空由人工填写：“联系人”。'],
  ]);
});

test('a form is read as no table of input, and counts for nothing without what fills it', () => {
  const of = run([form([HEADER, [], []])]);
  const plain = assess({ ...inputOf(pack, [tableSheet(pack, 'indicators', five), form([HEADER])]), forms: undefined });
  expect(plain.plan!.sheets.map(({ name }) => name)).not.toContain('排名表');
  expect(ofRanking(plain)).toEqual(ofRanking(of));
});

test.each([
  ['of one level', '{{级别=国家级}}', ['东一区', '东二区']],
  ['of two', '{{级别=国家级、省级}}{{前2名}}', ['东一区', '东二区']],
  ['the first', '{{前3名}}', ['东一区', '东二区', '东三区', '东四区']],
  ['exactly up to the tie', '{{前2名}}', ['东一区', '东二区']],
  ['the last', '{{后1名}}', ['西一区']],
  ['the last with the tie', '{{后2名}}', ['东三区', '东四区', '西一区']],
  ['full-width', '｛｛级别＝省级｝｝{{后1名}}', ['西一区']],
  ['as they stand in the table', '{{排序=原表顺序}}', ['东一区', '东二区', '东三区', '东四区', '西一区']],
])('rows are chosen: %s', (_, setting, names) => {
  const of = run([form([[`排名${setting}`], HEADER, []])]);
  expect(told(of, 'form-placeholder')).toEqual([]);
  expect(
    filled(of)!
      .slice(2, 2 + names.length)
      .map(([, name]) => name),
  ).toEqual(names);
  expect(filled(of)![0]).toEqual(['排名']);
  expect(
    filled(of)!
      .flat()
      .filter((text) => /区$/u.test(String(text)) && text !== '开发区'),
  ).toHaveLength(names.length);
});

test.each([
  ['{{经费}}', '“{{经费}}”不知道要填什么，这张模板没有填。'],
  ['{{级别=县级}}', '“{{级别=县级}}”里的“县级”没有找到，这张模板没有填。'],
  ['{{排名=没有的}}', '“{{排名=没有的}}”里的“没有的”没有找到，这张模板没有填。'],
  ['{{前0名}}', '“{{前0名}}”里的个数要在 1 以上，这张模板没有填。'],
  ['{{前3名}}{{后3名}}', '“{{后3名}}”与模板里另一处的设置矛盾，这张模板没有填。'],
])('%s is told at its cell, and nothing is filled', (text, message) => {
  const of = run([form([[null, `排名${text}`], HEADER, []])]);
  expect(told(of, 'form-placeholder').map((one) => [one.sheet, one.cell, one.message])).toEqual([['结果模板-排名表', 'B1', message]]);
  expect(filled(of)).toBeUndefined();
  expect(JSON.stringify(of.plan!.sheets[0]!.head)).toContain('模板有待改正之处');
});

test('without a header that is known nothing is filled', () => {
  const of = run([form([['甲', '乙']])]);
  expect(told(of, 'form-no-table')).toHaveLength(1);
  expect(filled(of)).toBeUndefined();
});

test('nobody whose place hangs on what is missing stands on it; below it says how many', () => {
  const gap = [...five.slice(0, 4), zone('西一', '省级', null, null), zone('西二', '省级', null, 0.3)];
  const of = run([form([['第一名：{{第一名}}'], HEADER, [], ['{{说明}}']])], gap);
  const decided = ofRanking(of).filter(({ rank, places }) => rank !== null && places?.[0] === rank && places[1] === rank);
  const shown = (filled(of) ?? []).flat().filter((text) => /^[东西].区$/u.test(String(text)));
  expect(shown).toEqual(decided.map(({ subject }) => subject));
  if (decided.length === 0) expect(JSON.stringify(of.plan!.sheets[0]!.head)).toMatch(/还没有名次已定/u);
});

test('what is said stands behind a note that the form begins itself, which is not begun twice', () => {
  const gap = five.map((row) => (row['zone'] === '东三区' ? { ...row, output: null } : row));
  const last = (text: string) => String(filled(run([form([HEADER, [], [text]])], gap))!.at(-1)![0]);
  expect(last('{{说明}}')).toMatch(/^注：/);
  expect(last('注：第一名为{{第一名}}。{{说明}}')).toBe(`注：第一名为东一区。${last('{{说明}}').slice(2)}`);
});

test('a header that is not sure is asked, left blank, and filled once it is accepted', () => {
  const sheets = [tableSheet(pack, 'indicators', five), form([['名次', '开发区', '考核最终得分'], []])];
  const asked = assessed(pack, sheets);
  const [doubt] = told(asked, 'form-header');
  expect(doubt).toMatchObject({
    sheet: '结果模板-排名表',
    cell: 'C1',
    proposals: [{ kind: 'header', value: 'total', seen: '考核最终得分' }],
  });
  expect(filled(asked)![1]![2]).toBeNull();
  const { kind, cell, value, words, seen } = doubt!.proposals![0]!;
  const decision: Decision = { kind, sheet: doubt!.sheet!, cell, seen: seen!, value: value!, words };
  const settled = assess({ ...inputOf(pack, sheets), decisions: [decision] });
  expect(told(settled, 'form-header')).toEqual([]);
  expect(settled.result.decisions).toHaveLength(1);
  expect(filled(settled)![1]![2]).toBe(ofRanking(settled)[0]!.total);
});

test('several forms in one workbook, each its sheet', () => {
  const of = run([form([HEADER, []]), form([HEADER, [], []], '结果模板'), form([['{{前1名}}'], HEADER], '结果模板（前一名）')]);
  expect(of.plan!.sheets.flatMap(({ name, copied }) => (copied ? [name] : []))).toEqual(['排名表', '结果表', '前一名']);
  expect(filled(of, '前一名')!.slice(2, 3)[0]![1]).toBe('东一区');
  expect(cellName(0, 0)).toBe('A1');
});

test.each(smallBooks.map((book) => [book.pack.pack, book] as const))(
  '%s: a form names nobody but those whose place or conclusion is settled',
  (_, book) => {
    const lists = book.pack.sheets.map(({ title }, at) =>
      form([[`{{清单=${title}}}`], ['序号', '开发区', '事项', '结论', '处理', '依据'], []], `结果模板-名单${at}`),
    );
    const of = assessed(book.pack, [...book.sheets, form([HEADER, []]), ...lists]);
    const { rankings, findings } = of.result;
    const settled = (zone: unknown, rank: unknown): boolean =>
      rankings.some(({ rows }) =>
        rows.some((row) => row.subject === zone && row.rank === rank && row.places?.[0] === rank && row.places?.[1] === rank),
      );
    for (const [rank, zone] of (filled(of) ?? []).slice(1).filter(([first]) => typeof first === 'number'))
      expect([zone, settled(zone, rank)]).toEqual([zone, true]);
    let shown = 0;
    for (const { copied, head } of of.plan!.sheets) {
      if (!copied || copied.sheet === '结果模板-排名表') continue;
      for (const [order, zone, , word] of head.slice(copied.first, copied.first + copied.count)) {
        expect(typeof order!.value).toBe('number');
        shown++;
        expect(
          findings.some(
            (one) => one.subject === zone!.value && one.word === word!.value && one.certainty === 'certain' && one.status !== 'missing',
          ),
        ).toBe(true);
      }
    }
    expect(shown).toBeGreaterThan(0);
  },
);

test('a form is no list of indicators either, whatever it is called', () => {
  const { pack: guangdong, sheets } = smallBooks.find((book) => book.pack.pack === 'guangdong-2016')!;
  const named = form([HEADER, []], `结果模板-${guangdong.indicator_import!.sheet[0]!}得分表`);
  const codes = (all: readonly SheetGrid[]): string[] => assessed(guangdong, all).result.problems.map(({ code }) => code);
  expect(codes([...sheets, named])).toEqual(codes(sheets));
  expect(mayStateMethod(guangdong, [named])).toBe(false);
});
