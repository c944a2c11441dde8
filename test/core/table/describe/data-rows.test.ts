import type { Area } from '../../../../src/core/cell';
import type { PlainValue } from '../../../../src/core/grid';
import type { ReadResult } from '../../../../src/core/table/read-tables';
import { codes, column, output, readTables, sheet, spec, units, values } from '../small-table';

const area = column(['用地面积'], { unit: '公顷' });
const HEAD: readonly PlainValue[] = ['地区', '工业总产值（亿元）', '用地面积（公顷）'];

const readRows = (rows: readonly (readonly PlainValue[])[], merges: readonly Area[] = [], head: readonly PlainValue[] = HEAD): ReadResult =>
  readTables([spec({ output, area })], [sheet([head, ...rows], 'Sheet1', {}, merges)], units);
const table = (result: ReadResult) => result.tables.get('indicators');
const keys = (result: ReadResult): readonly string[] | undefined => table(result)?.keys;
/** Sheet rows that were left out, from 1 as people count, and why. */
const left = (result: ReadResult): string[] | undefined => table(result)?.skipped.map(({ row, why }) => `${row + 1} ${why}`);

describe('totals', () => {
  test.each([
    '合计',
    '总 计',
    '小计',
    '全省',
    '全市',
    '全区',
    '各市',
    '#全省',
    '其中：小计',
    '全省合计',
    '省级平均',
    '平均值',
    '中位数',
    '全部',
  ])('%s is no zone', (name) => {
    const result = readRows([
      [name, 9, 9],
      ['甲区', 1, 1],
    ]);
    expect([keys(result), left(result)]).toEqual([['甲区'], ['2 total']]);
  });

  test.each(['全州经开区', '总部基地', '各庄工业园', '平均镇工业园'])('%s is a zone', (name) =>
    expect(keys(readRows([[name, 9, 9]]))).toEqual([name]),
  );

  test('合计划区 begins like a total: it is asked about, not dropped', () => {
    const result = readRows([
      ['合计划区', 9, 9],
      ['甲区', 1, 1],
    ]);
    expect([keys(result), left(result), codes(result)]).toEqual([['甲区'], ['2 total'], ['rows-left-out']]);
  });

  test('several total rows and nothing else: they are the table, and no longer left out', () => {
    const result = readRows([['全省', 3, 2], ['全市', 1, 1], ['注：现价']]);
    expect([keys(result), values(result, 'output'), left(result)]).toEqual([['全省', '全市'], [3, 1], ['4 note']]);
  });

  test('a total whose name stands beside the key column is one too', () => {
    const result = readRows(
      [
        [1, '甲区', 1, 1],
        ['合计', null, 1, 1],
      ],
      [],
      ['序号', ...HEAD],
    );
    expect([keys(result), left(result)]).toEqual([['甲区'], ['3 total']]);
  });
});

describe('notes', () => {
  test.each([
    '注：现价',
    '注1：现价',
    '（注：现价）',
    '备注：现价',
    '说明：现价',
    '资料来源：统计局',
    '填表人：张三',
    '※注：现价',
    '单位：万元',
    '单位负责人：李四',
  ])('%s, alone in its row', (text) => {
    const result = readRows([['甲区', 1, 1], [text]]);
    expect([keys(result), left(result)]).toEqual([['甲区'], ['3 note']]);
  });

  test.each(['※ 快报数', '* 初步核算数', '未经审定'])('%s before the column of names is a note: no row lacks its name there', (text) => {
    const result = readRows(
      [
        [1, '甲区', 1, 1],
        [text, '', '', ''],
        [2, '乙区', 2, 2],
        ['', '', 3, 3],
      ],
      [],
      ['序号', ...HEAD],
    );
    // A row with figures and no name is asked about as ever.
    expect([keys(result), left(result), codes(result)]).toEqual([['甲区', '乙区'], ['3 note', '5 blank_key'], ['blank-key']]);
  });

  test('lines below a note belong to it, until a row of data comes', () => {
    const result = readRows([['甲区', 1, 1], ['注：'], ['一是现价。'], ['乙区', 2, 2], ['丙区']]);
    expect([keys(result), left(result)]).toEqual([
      ['甲区', '乙区', '丙区'],
      ['3 note', '4 note'],
    ]);
  });

  test('signatures side by side are one; a row with a figure is asked about, as a zone may be named like a note', () => {
    const result = readRows([
      ['本表工业园', 1, 1],
      ['审核区', null, 2],
      ['制表镇产业园', 3, null],
      ['填表人：张三', '审核：李四', '联系电话：'],
    ]);
    expect([keys(result), left(result), codes(result)]).toEqual([
      ['本表工业园'],
      ['3 unlikely', '4 unlikely', '5 note'],
      ['rows-left-out'],
    ]);
  });
});

describe('headings', () => {
  test.each(['一、国家级', '（二）省级', '其中：', '续表'])('%s, alone in its row', (text) => {
    const result = readRows([[text], ['甲区', 1, 1]]);
    expect([keys(result), left(result)?.length]).toEqual([['甲区'], 1]);
  });

  test('a zone with figures may be numbered like a heading', () => expect(keys(readRows([['一、甲区', 1, 1]]))).toEqual(['一、甲区']));

  test('the title again, as on the next printed page', () => {
    const result = readTables(
      [spec({ output, area })],
      [sheet([['某省指标表'], HEAD, ['甲区', 1, 1], ['某省 指标表'], HEAD, ['乙区', 2, 2]])],
      units,
    );
    expect([keys(result), left(result)]).toEqual([
      ['甲区', '乙区'],
      ['4 sub_header', '5 sub_header'],
    ]);
  });

  test('the header again with its lower rows: units and running numbers', () => {
    const result = readRows([['甲区', 1, 1], HEAD, [null, '亿元', '公顷'], ['甲', 1, 2], ['乙区', 2, 2]]);
    expect(keys(result)).toEqual(['甲区', '乙区']);
    expect(left(result)?.every((one) => one.endsWith('sub_header'))).toBe(true);
    expect(codes(result)).not.toContain('blank-key');
  });

  test('a zone named as the key’s header is one, where figures stand beside it', () =>
    expect(
      keys(
        readRows([
          ['地区', 5, 6],
          ['甲区', 1, 1],
        ]),
      ),
    ).toEqual(['地区', '甲区']));

  test('a row without a name below data is asked about, even one of words', () => {
    const result = readRows([
      ['甲区', 1, 1],
      [null, '暂无', 3],
      ['乙区', 2, 2],
    ]);
    expect([keys(result), left(result)]).toEqual([['甲区', '乙区'], ['3 blank_key']]);
    expect(result.problems.find(({ code }) => code === 'blank-key')?.cell).toBe('A3');
  });

  test('a dash is no name', () =>
    expect(
      left(
        readRows([
          ['甲区', 1, 1],
          ['—', 2, 2],
        ]),
      ),
    ).toEqual(['3 blank_key']));
});

describe('where the table ends', () => {
  const other: readonly (readonly PlainValue[])[] = [
    ['项目', '名称', '备案机关'],
    ['P1', '厂房', '发改委'],
  ];

  test('words where the figures stood, behind a blank row: another table, and a title over it is not a zone', () => {
    expect(keys(readRows([['甲区', 1, 1], ['乙区', 2, 2], [], ...other]))).toEqual(['甲区', '乙区']);
    expect(keys(readRows([['甲区', 1, 1], ['乙区', 2, 2], [], ['项目一览'], ...other]))).toEqual(['甲区', '乙区']);
  });

  test('without a blank row, or with figures beside the words, the table goes on', () => {
    expect(
      keys(
        readRows([
          ['甲区', 1, 1],
          ['乙区', '待报', '待报'],
        ]),
      ),
    ).toEqual(['甲区', '乙区']);
    expect(keys(readRows([['甲区', 1, 1], [], ['乙区', '待报', 2]]))).toEqual(['甲区', '乙区']);
    expect(keys(readRows([['甲区', 1, 1], [], ['乙区', '—', '1,234']]))).toEqual(['甲区', '乙区']);
    expect(keys(readRows([['甲区', 1, 1], [], ['乙区', '待报', null]]))).toEqual(['甲区', '乙区']);
  });

  test('before any figure, words behind a blank row end nothing', () =>
    expect(keys(readRows([['甲区', '待报', '待报'], [], ['乙区', '待报', '待报'], ['丙区', 1, 1]]))).toEqual(['甲区', '乙区', '丙区']));

  test('a row of data after the blank one belongs to the table, and so do words after it', () =>
    expect(keys(readRows([['甲区', 1, 1], [], ['乙区', 2, 2], ['丙区', '待报', '待报']]))).toEqual(['甲区', '乙区', '丙区']));

  test('blank rows are left out without a word', () => {
    const result = readRows([['甲区', 1, 1], [], [null, ' ', null], ['乙区', 2, 2]]);
    expect([keys(result), left(result), codes(result)]).toEqual([['甲区', '乙区'], [], []]);
  });
});

describe('merged names', () => {
  const down = (top: number, bottom: number): Area => ({ top, left: 0, bottom, right: 0 });

  test('one name over several rows stands for each of them: of a table that allows it', () => {
    const rows: PlainValue[][] = [
      ['甲区', 1, 1],
      [null, 2, 2],
      ['乙区', 3, 3],
      [null, 4, 4],
    ];
    const result = readTables([spec({ output, area }, { repeats: true })], [sheet([HEAD, ...rows], 'S', {}, [down(1, 2)])], units);
    expect([keys(result), left(result)]).toEqual([['甲区', '甲区', '乙区'], ['5 blank_key']]);
  });

  test('a merged name does not fill the blank rows that it covers', () => {
    const result = readRows(
      [
        ['甲区', 1, 1],
        [null, null, null],
        ['乙区', 2, 2],
      ],
      [down(1, 2)],
    );
    expect(keys(result)).toEqual(['甲区', '乙区']);
  });

  test('a name merged beyond the last row', () => expect(keys(readRows([['甲区', 1, 1]], [down(1, 40)]))).toEqual(['甲区']));

  test('names are tidied as they are shown', () =>
    expect(
      keys(
        readRows([
          [' 甲  区 ', 1, 1],
          ['# 乙区', 2, 2],
        ]),
      ),
    ).toEqual(['甲区', '乙区']));
});
