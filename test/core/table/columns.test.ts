import { GridBuilder, type PlainValue } from '../../../src/core/grid';
import type { ReadResult } from '../../../src/core/table/read-tables';
import type { ColumnSpec } from '../../../src/core/table/spec';
import { codes, column, of, one, output, readTables, sheet, spec, units, values, yesNo } from './small-table';

const texts = (columnSpec: ColumnSpec, cells: readonly PlainValue[]): ReadResult => one(columnSpec, columnSpec.header[0]!, cells);

describe('numbers', () => {
  test.each<[string, number]>([
    ['1,234.5', 1234.5],
    ['12,345,678', 12345678],
    ['+3', 3],
    ['-3', -3],
    ['－3', -3],
    ['０.５', 0.5],
    ['007', 7],
    ['-0', 0],
    ['(12.3)', -12.3],
    ['（1,234）', -1234],
  ])('“%s” typed as text is %d', (text, value) => expect(values(one(column(['增减']), '增减', [text]), 'x')).toEqual([value]));

  test.each(['1,23', '12,34,567', '1.2.3', '1.2万', '约12', '12人', '1e3', '(12', '12)', '', '1 2 a', '.5', '5.', '1-2', '（）'])(
    '“%s” is no number: its meaning would be a guess',
    (text) => expect(values(one(column(['增减']), '增减', [text, 1]), 'x')).toEqual([NaN, 1]),
  );

  test.each(['-', '—', '——', '…', '/', '无', '暂无', 'N/A', '未统计', '＊', '*', '. . .'])(
    '“%s” says that there is no figure, and nothing is asked',
    (dash) => {
      const result = one(output, '工业总产值（亿元）', [dash, 1, 2]);
      expect([of(result, 'x').missing.get(0), codes(result)]).toEqual(['dash', []]);
    },
  );

  test('each doubt is one problem a column, with its severity and its cells', () => {
    const result = one(output, '工业总产值（亿元）', ['暂估', '12', '（3）', '约5', 7]);
    expect(result.problems.map(({ code, severity, cell }) => `${code} ${severity} ${cell}`)).toEqual([
      'not-number error B2',
      'text-number info B3',
      'bracketed-number warning B4',
      'out-of-range error B4',
    ]);
    expect(result.problems[0]?.message).toMatch(/B2“暂估”.*B5“约5”/u);
  });

  test('a truth value is no number', () => expect(of(one(output, '工业总产值（亿元）', [true, 1]), 'x').missing.get(0)).toBe('not_number'));

  test('bounds belong to the range; beyond it is named with the range', () => {
    const share = column(['占比'], { unit: '%', atLeast: 0, atMost: 100 });
    const result = one(share, '占比（%）', [0, 100, -0.01, 100.01]);
    expect(values(result, 'x')).toEqual([0, 100, NaN, NaN]);
    expect(result.problems.find(({ code }) => code === 'out-of-range')?.message).toMatch(/B4.*B5/u);
  });

  test('a unit other than the column’s is turned exactly, and the live expression with it', () => {
    const result = one(output, '工业总产值（万元）', [3, '7', 12345]);
    expect(values(result, 'x')).toEqual([0.0003, 0.0007, 1.2345]);
    expect([of(result, 'x').expression, [...of(result, 'x').adjusted], of(result, 'x').statedUnit, of(result, 'x').unit]).toEqual([
      '#/10000',
      [1],
      '万元',
      '亿元',
    ]);
  });

  test('a percent format over an amount is said, and the number taken as it stands', () => {
    const grid = new GridBuilder().text(0, 0, '地区').text(0, 1, '工业总产值（万元）').text(1, 0, '甲').number(1, 1, 20000, '0%').build();
    const result = readTables([spec({ x: output })], [sheet(grid)], units);
    expect(values(result, 'x')).toEqual([2]);
    expect(result.problems.find(({ code }) => code === 'percent-in-amount')).toMatchObject({ severity: 'warning', cell: 'B2' });
  });

  test('a quoted or escaped percent sign in a format is none', () => {
    const stored = (format: string): number => {
      const grid = new GridBuilder().text(0, 0, '地区').text(0, 1, '占比（%）').text(1, 0, '甲').number(1, 1, 0.5, format).build();
      return values(readTables([spec({ x: column(['占比'], { unit: '%' }) })], [sheet(grid)], units), 'x')[0]!;
    };
    expect(['0%', '0.0"%"', '0\\%', '"约"0%'].map(stored)).toEqual([50, 0.5, 0.5, 50]);
  });

  test('three equal figures are pointed out, two are not, nor three with a gap and another', () => {
    const constant = (cells: readonly PlainValue[]): boolean => codes(one(output, '工业总产值（亿元）', cells)).includes('constant-column');
    expect([constant([1, 1, 1]), constant([1, null, 1, 1]), constant([1, 1]), constant([1, 1, 1, 2])]).toEqual([true, true, false, false]);
  });

  test('figures without a unit stop the run, an empty column without one does not', () => {
    const severity = (cells: readonly PlainValue[]) =>
      one(output, '工业总产值', cells).problems.find(({ code }) => code === 'unit-missing')?.severity;
    expect([severity([1, null]), severity([null, ' '])]).toEqual(['block', 'warning']);
    expect([...of(one(output, '工业总产值', [1, null]), 'x').missing.values()]).toEqual(['unit_unknown', 'empty']);
  });
});

describe('dates', () => {
  const date = column(['批准日期'], { kind: 'date' });
  test.each<[PlainValue, string]>([
    ['2016-11-16', '2016-11-16'],
    ['2016/1/2', '2016-01-02'],
    ['2016.1.2', '2016-01-02'],
    ['2016年1月2日', '2016-01-02'],
    ['2016年1月2号', '2016-01-02'],
    ['2016年1月2', '2016-01-02'],
    ['2016 年 1 月 2 日', '2016-01-02'],
    ['２０１６－１－２', '2016-01-02'],
    ['20160102', '2016-01-02'],
    [20160102, '2016-01-02'],
    ['2016-02-29', '2016-02-29'],
    ['2016-01-02 08:30', '2016-01-02'],
    ['2016-01-02T08:30:15', '2016-01-02'],
    ['1900-01-01', '1900-01-01'],
  ])('%p is %s', (cell, expected) => expect(of(texts(date, [cell]), 'x').texts).toEqual([expected]));

  test.each<PlainValue>([
    '2015-02-29',
    '2016-13-01',
    '2016-00-10',
    '2016-01-00',
    '2016-04-31',
    '1899-12-31',
    '16-1-2',
    '2016-1',
    '2016年',
    '尽快',
    42690,
    '42690',
    '2016-01-02 晚',
  ])('%p is none', (cell) => {
    const result = texts(date, [cell]);
    expect(of(result, 'x').texts).toEqual(['']);
    expect(result.problems.find(({ code }) => code === 'not-date')).toMatchObject({ severity: 'error', cell: 'B2' });
  });

  test('a number under a date format is a day of the 1900 system; the day that never was is none', () => {
    const under = (format: string, ...serials: number[]): readonly string[] => {
      const builder = new GridBuilder().text(0, 0, '地区').text(0, 1, '批准日期');
      serials.forEach((serial, at) => builder.text(at + 1, 0, `${at}区`).number(at + 1, 1, serial, format));
      return of(readTables([spec({ x: date })], [sheet(builder.build())], units), 'x').texts;
    };
    expect(under('yyyy-mm-dd', 1, 59, 60, 61, 42690, 42690.75, 2958465)).toEqual([
      '1900-01-01',
      '1900-02-28',
      '',
      '1900-03-01',
      '2016-11-16',
      '2016-11-16',
      '9999-12-31',
    ]);
    expect(under('yyyy-mm-dd', 0, 0.5, -1, 2958466)).toEqual(['', '', '', '']);
    expect(['m/d/yy', 'mmm', '[$-804]yyyy"年"', 'm"月"'].map((format) => under(format, 42690)[0])).toEqual(Array(4).fill('2016-11-16'));
    expect(['General', '0.00', '[h]:mm', '"day"0', 'mm:ss'].map((format) => under(format, 42690)[0])).toEqual(Array(5).fill(''));
  });
});

describe('words', () => {
  test('one of a list, however it is typed; without a list any word', () => {
    const list = column(['级别'], { kind: 'list', values: ['国家级', '省级'] });
    expect(of(texts(list, ['国家级', ' 省 级 ', '市级', null]), 'x').texts).toEqual(['国家级', '省级', '', '']);
    expect(of(texts(column(['级别'], { kind: 'list' }), ['国家级', '随便']), 'x').texts).toEqual(['国家级', '随便']);
    expect([...of(texts(list, ['国家级', '市级', null, '—']), 'x').missing]).toEqual([
      [1, 'not_in_list'],
      [2, 'empty'],
      [3, 'dash'],
    ]);
  });

  test('yes and no in their ways; anything else is asked about with the two words', () => {
    const yes = column(['是否'], { kind: 'yes_no', spellings: yesNo });
    const result = texts(yes, ['是', '√', '有', 'Y', 1, true, '否', '×', '无', 'n', 0, false, '可能']);
    expect(of(result, 'x').texts).toEqual([...Array<string>(6).fill('是'), ...Array<string>(6).fill('否'), '']);
    expect(result.problems.find(({ code }) => code === 'not-in-list')?.nextStep).toMatch(/是、否/u);
  });

  test('a sign of a list is one of it; 无 is a word', () => {
    expect(of(texts(column(['档次'], { kind: 'list', values: ['*', '**'] }), ['*', '—']), 'x').texts).toEqual(['*', '']);
    expect(of(texts(column(['备注'], { kind: 'text' }), ['无', '—', '…']), 'x').texts).toEqual(['无', '', '']);
  });

  test('an error value is an error, and its cell named', () => {
    const grid = new GridBuilder()
      .text(0, 0, '地区')
      .text(0, 1, '备注')
      .text(1, 0, '甲')
      .error(1, 1, '#REF!')
      .text(2, 0, '乙')
      .text(2, 1, '好')
      .build();
    const result = readTables([spec({ x: column(['备注'], { kind: 'text' }) })], [sheet(grid)], units);
    expect([of(result, 'x').texts, of(result, 'x').missing.get(0)]).toEqual([['', '好'], 'error_value']);
    expect(result.problems.find(({ code }) => code === 'error-value')).toMatchObject({ severity: 'error', cell: 'B2' });
  });

  test('words merged downwards stand for every row, figures merged downwards for none until someone has said whose they are', () => {
    const rows: PlainValue[][] = [
      ['地区', '备注', '工业总产值（亿元）'],
      ['甲区', '同上', 5],
      ['乙区', null, null],
      ['丙区', '别的', 6],
    ];
    const merged = [1, 2].map((left) => ({ top: 1, left, bottom: 2, right: left }));
    const result = readTables([spec({ note: column(['备注'], { kind: 'text' }), output })], [sheet(rows, 'S', {}, merged)], units);
    expect([of(result, 'note').texts, values(result, 'output')]).toEqual([
      ['同上', '同上', '别的'],
      [NaN, NaN, 6],
    ]);
  });
});
