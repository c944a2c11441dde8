import type { Area } from '../../../../src/core/cell';
import type { PlainValue } from '../../../../src/core/grid';
import type { ReadResult } from '../../../../src/core/table/read-tables';
import type { ColumnSpec } from '../../../../src/core/table/spec';
import { codes, column, of, output, readTables, sheet, spec, staff, units } from '../small-table';

/** A table of the given headers beside the zone's name; each column holds its place, from 1, so that a value tells its header. */
function read(columns: Record<string, ColumnSpec>, ...headers: string[]): ReadResult {
  return readTables(
    [spec(columns)],
    [
      sheet([
        ['开发区名称', ...headers],
        ['甲区', ...headers.map((_, at) => at + 1)],
      ]),
    ],
    units,
  );
}

/** The same under a group's title that is merged over all columns but the first. */
function readGrouped(columns: Record<string, ColumnSpec>, group: string, ...headers: string[]): ReadResult {
  const rows: PlainValue[][] = [
    ['开发区名称', group],
    [null, ...headers],
    ['甲区', ...headers.map((_, at) => at + 1)],
  ];
  const merges: Area[] = [
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: headers.length },
  ];
  return readTables([spec(columns)], [sheet(rows, 'Sheet1', {}, merges)], units);
}

/** Column key → place of the header that was taken for it; columns that got none are left out. */
function taken(result: ReadResult): Record<string, number> {
  const columns = [...(result.tables.get('indicators')?.columns ?? [])];
  return Object.fromEntries(columns.filter(([key]) => key !== 'zone').map(([key, { column: at }]) => [key, at]));
}

const area = column(['用地面积'], { unit: '公顷' });

describe('a word that makes another figure of it', () => {
  // Beside it stands a column that is known, or nothing of the table would be.
  test.each(
    [
      '上年 去年 上一年 往年 前年 上期 上年同期 增长 增速 增幅 增减 增量 变动 同比 环比 占比 比重 占全省',
      '计划 目标 预计 预期 任务 累计 人均 地均 排名 排序 位次 得分 权重 指数',
    ]
      .join(' ')
      .split(' '),
  )('%s: over the header, before it and behind it', (word) => {
    expect(taken(readGrouped({ output, area }, word, '工业总产值（亿元）', '其他（亿元）'))).toEqual({});
    expect(taken(readGrouped({ output, area }, '指标', `${word}工业总产值（亿元）`, '用地面积（公顷）'))).toEqual({ area: 2 });
    expect(taken(readGrouped({ output, area }, '指标', `工业总产值${word}（亿元）`, '用地面积（公顷）'))).toEqual({ area: 2 });
  });

  test('a sheet with last year’s figure alone gives no figure of this year', () => {
    const result = readGrouped({ output, area }, '上年', '工业总产值（亿元）', '用地面积（公顷）');
    expect(taken(result)).toEqual({});
    expect(codes(result)).toContain('no-matching-table');
  });

  test('last year’s figure beside this year’s, in whatever order, is left to the column that asks for it', () => {
    const before = column(['上年工业总产值'], { unit: '亿元' });
    const rows: PlainValue[][] = [
      ['开发区名称', '上年', null, '本年', null],
      [null, '工业总产值（亿元）', '用地面积（公顷）', '工业总产值（亿元）', '用地面积（公顷）'],
      ['甲区', 1, 2, 3, 4],
    ];
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 0, right: 4 },
    ];
    const grouped = (columns: Record<string, ColumnSpec>): ReadResult => readTables([spec(columns)], [sheet(rows, 'S', {}, merges)], units);
    expect(taken(grouped({ output, area }))).toEqual({ output: 3, area: 4 });
    expect(taken(grouped({ output, area, before }))).toEqual({ output: 3, area: 4, before: 1 });
  });

  test('the word stands in the alias too: then it is what was asked for', () => {
    const growth = column(['工业总产值增长'], { unit: '%' });
    expect(taken(read({ growth, area }, '工业总产值增长（%）', '用地面积（公顷）'))).toEqual({ growth: 1, area: 2 });
    expect(taken(readGrouped({ growth, area }, '经济', '工业总产值增长（%）', '用地面积（公顷）'))).toEqual({ growth: 1, area: 2 });
  });

  test('another guard word beside the one in the alias is another figure again', () =>
    expect(taken(read({ growth: column(['工业总产值增长'], { unit: '%' }), area }, '上年工业总产值增长（%）', '用地面积（公顷）'))).toEqual(
      {
        area: 2,
      },
    ));
});

describe('how well a header fits', () => {
  const pair = { output, area };

  test.each([
    ['the whole path before its last level', ['规模以上／工业总产值', '工业总产值'], 2],
    ['its last level before one with a year', ['2016年工业总产值', '工业总产值'], 2],
    ['one with a year or remark before one with words that change nothing', ['全区工业总产值', '工业总产值（现价）'], 2],
  ])('%s', (_, headers, place) => expect(taken(read({ output, area }, ...headers, '用地面积'))).toMatchObject({ output: place }));

  test.each([
    '2016年工业总产值',
    '2016年度工业总产值',
    '2016年末工业总产值',
    '本年度工业总产值',
    '全年工业总产值',
    '工业总产值2016年',
    '工业总产值（2016）',
    '工业总产值（本年）',
    '工业总产值（现价）',
  ])('%s: the figure itself, not mentioned', (header) => {
    const result = read(pair, `${header} 亿元`, '用地面积（公顷）');
    expect(taken(result)).toEqual({ output: 1, area: 2 });
    expect(codes(result)).not.toContain('column-similar');
  });

  test.each(['全区工业总产值', '工业总产值总额', '园区完成工业总产值数据', '2016年全区工业总产值情况'])(
    '%s: used, and mentioned',
    (header) => {
      const result = read(pair, `${header}（亿元）`, '用地面积（公顷）');
      expect(taken(result)).toEqual({ output: 1, area: 2 });
      expect(result.problems.find(({ code }) => code === 'column-similar')?.cell).toBe('B1');
    },
  );

  test.each(['规模以上工业总产值', '工业总产值能耗', '单位工业总产值能耗', '高新技术工业总产值'])(
    '%s: words that mean something',
    (header) => expect(taken(read(pair, header, '用地面积（公顷）'))).toEqual({ area: 2 }),
  );

  test.each(['本年', '本年数', '当年', '合计', '总量', '数值', '指标值', '实际', '实际值', '绝对数', '金额'])(
    'a last level “%s” says only that it is the figure',
    (leaf) => expect(taken(readGrouped(pair, '工业总产值（亿元）', leaf, '增速（%）'))).toEqual({ output: 1 }),
  );

  test('a group over the header does not change it; a level “上年” below does', () => {
    expect(taken(readGrouped(pair, '经济发展', '工业总产值（亿元）', '用地面积（公顷）'))).toEqual({ output: 1, area: 2 });
    expect(taken(readGrouped({ before: column(['上年工业总产值']), area }, '工业总产值（亿元）', '上年', '本年'))).toEqual({ before: 1 });
  });

  test('an alias of fewer than three characters is in too many words: it must be all there is', () => {
    const short = { sum: column(['产值'], { unit: '亿元' }), area };
    expect(taken(read(short, '产值（亿元）', '用地面积（公顷）'))).toEqual({ sum: 1, area: 2 });
    expect(taken(read(short, '2016年产值（亿元）', '用地面积（公顷）'))).toEqual({ sum: 1, area: 2 });
    expect(taken(read(short, '全区产值（亿元）', '用地面积（公顷）'))).toEqual({ area: 2 });
    expect(taken(read({ sum: column(['总产值'], { unit: '亿元' }), area }, '全区总产值（亿元）', '用地面积（公顷）'))).toEqual({
      sum: 1,
      area: 2,
    });
  });

  test('a unit written in an alias is not compared as words', () =>
    expect(
      taken(read({ output: column(['工业总产值（亿元）'], { unit: '亿元' }), area }, '工业总产值（万元）', '用地面积（公顷）')),
    ).toEqual({
      output: 1,
      area: 2,
    }));
});

describe('several headers for one column', () => {
  test('the better alias wins, however the headers are ordered', () => {
    expect(taken(read({ staff }, '从业人员', '年末从业人员'))).toEqual({ staff: 2 });
    expect(taken(read({ staff }, '年末从业人员', '从业人员'))).toEqual({ staff: 1 });
  });

  test('the one left over is mentioned with its cell, unless another column has taken it', () => {
    expect(read({ staff }, '从业人员', '年末从业人员').problems.find(({ code }) => code === 'column-second-choice')?.cell).toBe('B1');
    const both = read({ staff, all: column(['从业人员'], { unit: '人' }) }, '从业人员', '年末从业人员');
    expect(taken(both)).toEqual({ staff: 2, all: 1 });
    expect(codes(both)).not.toContain('column-second-choice');
  });

  test('equal headers are told apart by unit; where none or both fit, neither is taken', () => {
    expect(taken(read({ output }, '工业总产值（%）', '工业总产值（亿元）'))).toEqual({ output: 2 });
    expect(taken(read({ output }, '工业总产值（人）', '工业总产值（万元）'))).toEqual({ output: 2 });
    const none = read({ output, area }, '工业总产值（人）', '工业总产值（%）', '用地面积（公顷）');
    expect([taken(none), codes(none).includes('column-ambiguous')]).toEqual([{ area: 3 }, true]);
  });

  test('a unit that is not stated contradicts nothing', () => {
    const result = read({ output, area }, '工业总产值', '工业总产值（亿元）', '用地面积（公顷）');
    expect([taken(result), codes(result).includes('column-ambiguous')]).toEqual([{ area: 3 }, true]);
  });

  test('one header of the wrong unit is still the header, and its unit is what is wrong', () => {
    const result = read({ output, area }, '工业总产值（人）', '用地面积（公顷）');
    expect(taken(result)).toEqual({ output: 1, area: 2 });
    expect(codes(result)).toContain('unit-mismatch');
  });

  test('words have no unit to be told apart by', () => {
    const level = column(['级别'], { kind: 'text' });
    const result = read({ level, area }, '级别', '级别（%）', '用地面积（公顷）');
    expect([taken(result), codes(result).includes('column-ambiguous')]).toEqual([{ area: 3 }, true]);
  });

  test('two that fit alike are kept for nobody else', () => {
    const result = read(
      { output, other: column(['规模', '工业总产值'], { unit: '亿元' }), area },
      '工业总产值（亿元）',
      '工业总产值（万元）',
      '用地面积',
    );
    expect(taken(result)).toEqual({ area: 3 });
  });
});

describe('several columns for one header', () => {
  const first = column(['工业总产值'], { unit: '亿元' });

  test('the one for which it is the better alias gets it, whichever is declared first', () => {
    const second = column(['总产出', '工业总产值'], { unit: '亿元' });
    expect(taken(read({ first, second, area }, '工业总产值', '用地面积'))).toEqual({ first: 1, area: 2 });
    expect(taken(read({ second, first, area }, '工业总产值', '用地面积'))).toEqual({ first: 1, area: 2 });
    expect(taken(read({ second, first, area }, '工业总产值', '总产出'))).toEqual({ first: 1, second: 2 });
  });

  test('claimed alike by two, it goes to neither, and both say so', () => {
    const result = read({ first, second: column(['工业总产值'], { unit: '亿元' }), area }, '工业总产值', '用地面积');
    expect(taken(result)).toEqual({ area: 2 });
    expect(codes(result).filter((code) => code === 'column-ambiguous')).toHaveLength(2);
  });

  test('the one that it fits better gets it', () => {
    const loose = column(['总产值'], { unit: '亿元' });
    expect(taken(read({ loose, whole: column(['全区总产值'], { unit: '亿元' }), area }, '全区总产值', '用地面积'))).toEqual({
      whole: 1,
      area: 2,
    });
  });

  test('the key column serves no other column', () =>
    expect(taken(read({ again: column(['开发区名称'], { kind: 'text' }), area }, '用地面积'))).toEqual({ area: 1 }));

  test('which header was taken is told with its full path', () =>
    expect(of(readGrouped({ output, area }, '经济发展', '工业总产值（亿元）', '用地面积（公顷）'), 'output').header).toBe(
      '经济发展／工业总产值',
    ));
});
