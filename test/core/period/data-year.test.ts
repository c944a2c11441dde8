import fc from 'fast-check';
import { assess, type AssessInput } from '../../../src/core/assess';
import { check } from '../../../src/core/checked';
import type { SheetGrid } from '../../../src/core/grid';
import type { Problem } from '../../../src/core/problem';
import { packOf } from '../../packs/built-in';
import { inputOf } from '../../packs/run';
import { sheetOf, type CellInput } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';

const trend = { kind: 'trend', title: '产值增长', measure: 'output', unit: '亿元', must: 'increase', clause: '一·产值' };
const pack = valid(draft({ rules: { trend } }));

const HEADER = ['开发区名称', '级别', '工业总产值（亿元）'];
const table = (name: string, above: readonly (readonly CellInput[])[], header: readonly CellInput[] = HEADER, output = 10): SheetGrid =>
  sheetOf(name, [...above, header, ['甲区', '省级', output], ['乙区', '省级', 5]]);
const main = (title: string, name = '指标数据', header = HEADER): SheetGrid => table(name, [[title]], header);
const before = (title: string, name = '上年指标数据'): SheetGrid => table(name, [[title]], HEADER, 9);
const settings = (...rows: readonly (readonly [string, CellInput])[]): SheetGrid =>
  sheetOf('权重与参数', [['类别', '名称', '数值'], ...rows.map(([name, value]) => ['参数', name, value])]);

interface Found {
  readonly year: number | undefined;
  readonly from: string;
  readonly part: string | undefined;
  readonly doubt: string | undefined;
  readonly asked: readonly Problem[];
}

function found(sheets: readonly SheetGrid[], more: Partial<AssessInput> = {}): Found {
  const { dataYear, problems } = check({ ...inputOf(pack, sheets, '2018-03-31'), ...more });
  return {
    year: dataYear.year,
    from: `${dataYear.source} ${dataYear.place}`,
    part: dataYear.part,
    doubt: dataYear.doubt,
    asked: problems.filter(({ code }) => code.startsWith('data-year') || code === 'table-of-another-year'),
  };
}

const told = ({ asked }: Found): string[] => asked.map(({ code, severity, sheet, cell }) => `${code} ${severity} ${sheet}!${cell}`);

describe('where the year is read', () => {
  test.each([
    ['a title over the table', [main('示例省指标数据表（2016年度）')], 2016, 'title 指标数据!A1'],
    ['the sheet’s name', [main('指标数据表', '指标数据2016')], 2016, 'sheet_name 指标数据2016'],
    ['a header', [main('指标数据表', '指标数据', ['开发区名称', '级别', '2016年工业总产值（亿元）'])], 2016, 'header 指标数据!C2'],
    ['a title and the sheet’s name that agree', [main('2016年度', '2016')], 2016, 'title 2016!A1'],
    ['a cell beside its label', [table('指标数据', [['指标数据表'], ['数据年度：', 2016]])], 2016, 'title 指标数据!B2'],
  ] as const)('%s', (_, sheets, year, from) => {
    const result = found([...sheets]);
    expect([result.year, result.from, result.asked]).toEqual([year, from, []]);
  });

  test('a part of the year stands with it, wherever it is said', () => {
    expect(found([main('2016年1-11月主要指标')])).toMatchObject({ year: 2016, part: '1-11月' });
    const grouped = table('指标数据', [['2016年度指标'], ['开发区名称', '级别', '2016年1-9月']], [null, null, '工业总产值（亿元）']);
    expect(found([grouped])).toMatchObject({ year: 2016, part: '1-9月' });
  });

  test.each([
    ['a day of filling in', table('指标数据', [['指标数据表'], ['填报单位：某某', '填报日期：2017年3月']])],
    ['a day in the cell beside its label', table('指标数据', [['指标数据表'], ['填报日期', '2017年3月']])],
    ['a day as a date cell', table('指标数据', [['指标数据表'], ['填报日期', { value: 42810, format: 'yyyy-mm-dd' }]])],
    ['a document’s number', main('贯彻国办发〔2014〕54号考核指标数据表')],
    ['a goal', main('到2020年目标任务指标表')],
  ])('not from %s', (_, sheet) => {
    const result = found([sheet]);
    expect([result.year, told(result).map((line) => line.split(' ').slice(0, 2).join(' '))]).toEqual([
      undefined,
      ['data-year-unknown info'],
    ]);
  });

  test('two tables side by side have a title each', () => {
    const both = sheetOf('数据', [
      ['指标数据（2016年）', null, null, null, '上年指标数据（2015年）'],
      [...HEADER, null, ...HEADER],
      ['甲区', '省级', 10, null, '甲区', '省级', 9],
      ['乙区', '省级', 5, null, '乙区', '省级', 5],
    ]);
    const result = found([both]);
    expect(result.doubt).toBeUndefined();
    expect([undefined, 2016]).toContain(result.year);
  });

  test('two tables under each other too', () => {
    const both = sheetOf('数据', [
      ['指标数据（2016年）'],
      HEADER,
      ['甲区', '省级', 10],
      ['乙区', '省级', 5],
      [],
      ['上年指标数据（2015年）'],
      HEADER,
      ['甲区', '省级', 9],
      ['乙区', '省级', 5],
    ]);
    expect(found([both])).toMatchObject({ year: 2016, from: 'title 数据!A1', asked: [] });
  });
});

describe('what comes first', () => {
  test('the parameter, before the option of the run, before what is read', () => {
    expect(found([main('指标表'), settings(['数据年度', 2016])])).toMatchObject({ year: 2016, from: 'parameter 权重与参数!C2', asked: [] });
    expect(found([main('指标表')], { year: 2016 })).toMatchObject({ year: 2016, from: 'option undefined', asked: [] });
    expect(found([main('2016年度'), settings(['数据年度', 2016])], { year: 2016 })).toMatchObject({
      from: 'parameter 权重与参数!C2',
      asked: [],
    });
  });
  test('of two years in a title the person says which it is, and the other is told', () => {
    const result = found([main('2017年度考核指标数据表（2016年）'), settings(['数据年度', 2016])]);
    expect([result.year, told(result)]).toEqual([2016, ['data-year-chosen info 指标数据!A1']]);
  });
});

describe('what does not agree is asked', () => {
  test.each([
    ['title against sheet’s name', [main('2015年度', '指标数据2016')], {}, '指标数据2016!A1'],
    ['two years in a title', [main('2017年度考核指标数据表（2016年）')], {}, '指标数据!A1'],
    ['a header against the title', [main('2016年度', '指标数据', ['开发区名称', '级别', '2015年工业总产值（亿元）'])], {}, '指标数据!A1'],
    ['parameter against title', [main('2015年度'), settings(['数据年度', 2016])], {}, '权重与参数!C2'],
    ['parameter against option', [main('指标表'), settings(['数据年度', 2016])], { year: 2015 }, '权重与参数!C2'],
    ['option against title', [main('2015年度')], { year: 2016 }, undefined],
    ['last year’s table of this year', [main('2016年度'), before('2016年度')], {}, '上年指标数据!A1'],
    ['last year’s table of a later year', [main('2016年度'), before('2017年度')], {}, '上年指标数据!A1'],
    ['last year’s table of two years ago', [main('2016年度'), before('2014年度')], {}, '上年指标数据!A1'],
    ['a part of a year against a whole', [main('2016年1-11月'), before('2015年度')], {}, '上年指标数据!A1'],
  ] as const)('%s', (_, sheets, more, at) => {
    const result = found([...sheets], more);
    expect([result.year, result.doubt === undefined]).toEqual([undefined, false]);
    const [problem, ...others] = result.asked;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'data-year-contradictory', severity: 'error' });
    expect(problem?.sheet === undefined ? undefined : `${problem.sheet}!${problem.cell}`).toBe(at);
    expect(problem?.nextStep).toContain('重新考评');
  });

  test('and a trend is not judged then, only shown', () => {
    const sheets = [main('2016年度'), before('2016年度')];
    const { result } = assess(inputOf(pack, sheets, '2018-03-31'));
    expect(result.findings.map(({ subject, status, word }) => `${subject} ${status} ${word}`)).toEqual([
      '甲区 missing 未判定',
      '乙区 missing 未判定',
    ]);
    expect(result.findings[0]?.sentence).toContain('本年为10亿元，上年为9亿元，变动+1亿元');
    const fine = assess(inputOf(pack, [main('2016年度'), before('2015年度')], '2018-03-31')).result;
    expect(fine.findings.map(({ subject, status }) => `${subject} ${status}`)).toEqual(['甲区 met', '乙区 explain']);
    const unstated = assess(inputOf(pack, [main('指标'), before('指标')], '2018-03-31')).result;
    expect(unstated.findings[0]?.status).toBe('met');
  });

  test('a side table of another year is used and told', () => {
    const province = sheetOf('全省汇总', [['全省汇总表（2015年度）'], ['地区', '工业总产值（亿元）'], ['全省', 100]]);
    expect(told(found([main('2016年度'), province]))).toEqual(['table-of-another-year warning 全省汇总!A1']);
  });
  test('figures of a year that has not come yet are told', () =>
    expect(told(found([main('2020年度')]))).toEqual(['data-year-after-day warning 指标数据!A1']));
});

describe('lists of earlier years', () => {
  const shandong = packOf('shandong-2016');
  const zones = sheetOf('指标数据', [
    ['指标数据表（2016年度）'],
    ['开发区名称', '级别', '实际使用外资（亿美元）', '新增债务（亿元）'],
    ...['甲', '乙', '丙', '丁'].map((zone, at) => [zone, '省级', 40 - at * 10, at]),
  ]);
  const ranks = (title: string): SheetGrid =>
    sheetOf('上年结果', [
      [title],
      ['开发区名称', '上年名次', '参评总数'],
      ...['甲', '乙', '丙', '丁'].map((zone, at) => [zone, at + 1, 4]),
    ]);
  const twice = (title: string) => assess(inputOf(shandong, [zones, ranks(title)], '2017-03-31')).result;
  const listed = (title: string) =>
    twice(title)
      .findings.filter(({ rule }) => rule === 'last_two_in_two_years')
      .map(({ subject, status }) => `${subject} ${status}`);

  test('one of the year before counts', () => expect(listed('考核结果（2015年度）')).toEqual(['丙 unmet', '丁 unmet']));
  test('one that states no year counts as what its sheet’s name says', () => expect(listed('考核结果')).toEqual(['丙 unmet', '丁 unmet']));
  test.each(['考核结果（2016年度）', '2013年度考核结果'])('%s names nobody, and is asked', (title) => {
    expect(listed(title)).toEqual(['丙 missing', '丁 missing']);
    const [asked, ...more] = twice(title).problems.filter(({ code }) => code === 'odd-list-year');
    expect([asked?.severity, asked?.sheet, asked?.cell, more]).toEqual(['error', '上年结果', 'A1', []]);
    expect(asked?.message).toContain('应为2015年的名次');
  });
});

describe('nobody says it', () => {
  test('asked once, at the table, with what to do; last year’s table gives a proposal', () => {
    const result = found([main('指标表'), before('2015年度')]);
    expect(told(result)).toEqual(['data-year-unknown info 指标数据!A2']);
    expect(result.asked[0]?.nextStep).toContain('应填2016');
  });
  test('whatever the day of the run, the year does not come from it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
        expect(found([main('指标表')], { asOf: `${year}-06-30` }).year).toBeUndefined();
        expect(found([main(`指标表（${year}年度）`)], { asOf: '2095-06-30' }).year).toBe(year);
      }),
      { numRuns: 20 },
    ));
});

describe('the day of the assessment', () => {
  const day = (sheets: readonly SheetGrid[], more: Partial<AssessInput>) => check({ ...inputOf(pack, sheets, '2026-11-26'), ...more }).day;
  const stated = [main('2016年度'), settings(['考评日期', '2017年3月31日'])];
  test('is the person’s, else the workbook’s own, else that of the run', () => {
    expect(day(stated, {})).toEqual({ date: '2026-11-26', from: 'chosen', cell: undefined });
    expect(day(stated, { asOfIsToday: true })).toEqual({ date: '2017-03-31', from: 'workbook', cell: '权重与参数!C2' });
    expect(day([main('2016年度')], { asOfIsToday: true })).toEqual({ date: '2026-11-26', from: 'today', cell: undefined });
  });
});

describe('on every working sheet', () => {
  const heads = (sheets: readonly SheetGrid[], more: Partial<AssessInput> = {}): string[][] =>
    assess({ ...inputOf(pack, sheets, '2018-03-31'), handOut: undefined, ...more })
      .plan!.sheets // A sheet that is signed names the year in its title, and the day below the table.
      .filter(({ name }) => !name.includes('排名') || name.startsWith('得分明细'))
      .map(({ head }) => [String(head[0]?.[0]?.value), String(head[1]?.[0]?.value)]);
  test.each([
    [[main('2016年度')], '2016年度）', '数据年度：2016（据指标数据!A1标题）　考评日期：2018-03-31'],
    [[main('2016年1-11月')], '2016年1-11月）', '数据年度：2016年1-11月（据指标数据!A1标题）'],
    [[main('指标表')], '数据年度未载明）', '数据年度：未载明'],
    [[main('2015年度', '2016')], '数据年度待核定）', '数据年度：待核定，所载年度不一致'],
    [[main('表'), settings(['数据年度', 2016])], '2016年度）', '数据年度：2016（据权重与参数!C2）'],
  ] as const)('title and basis line: case %#', (sheets, title, basis) => {
    for (const [first, second] of heads([...sheets])) {
      expect(first).toContain(title);
      expect(second).toContain(basis);
    }
  });
  test('and whose day it is', () => {
    expect(heads([main('2016年度')], { asOfIsToday: true })[0]?.[1]).toContain('考评日期：2018-03-31（未填考评日期，按运行当日）');
    expect(heads([main('2016年度'), settings(['考评日期', '2017-03-31'])], { asOfIsToday: true })[0]?.[1]).toContain(
      '考评日期：2017-03-31（据权重与参数!C2）',
    );
  });
});
