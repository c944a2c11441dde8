import { GridBuilder } from '../../../src/core/grid';
import type { ReadResult } from '../../../src/core/table/read-tables';
import { cellOf } from '../../../src/core/table/placed-table';
import type { TableSpec } from '../../../src/core/table/spec';
import { codes, column, of, one, output, readTables, sheet, spec, staff, units, values, zoneKey, yesNo } from './small-table';
import { yearbookSheet } from './yearbook-grid';

describe('headers', () => {
  test.each([
    '工业总产值（亿元）',
    '工业总产值(亿元)',
    '工业总产值/亿元',
    '工业总产值／亿元',
    '工业 总产值\n（亿元）',
    '1.工业总产值（亿元）',
    '（一）工业总产值 亿元',
    '2016年工业总产值（亿元，现价）',
    '#工业总产值【亿元】',
  ])('%s', (header) => {
    const result = one(output, header, [1.5, 2]);
    expect(values(result, 'x')).toEqual([1.5, 2]);
    expect(of(result, 'x').statedUnit).toBe('亿元');
  });

  test.each([
    '上年工业总产值（亿元）',
    '工业总产值增长（%）',
    '工业总产值占比（%）',
    '单位工业总产值能耗（吨标准煤/万元）',
    '规模以上高新技术工业总产值增速',
    '工业总产值排名',
  ])('%s is another indicator', (header) => {
    const result = readTables(
      [spec({ x: output, staff })],
      [
        sheet([
          ['地区', header, '从业人员'],
          ['甲区', 1.5, 20],
        ]),
      ],
      units,
    );
    expect(result.tables.get('indicators')?.columns.has('x')).toBe(false);
    expect(codes(result)).toContain('columns-not-found');
  });

  test('a bracketed remark on the key header', () => {
    expect(
      readTables(
        [spec({ output })],
        [
          sheet([
            ['园区 名称（全称）', '工业总产值（亿元）'],
            ['甲区', 1],
          ]),
        ],
        units,
      ).tables.get('indicators')?.keys,
    ).toEqual(['甲区']);
  });

  test('three header rows: groups, years, a unit row, the key at the bottom', () => {
    const result = readTables(
      [spec({ output, before: column(['上年工业总产值'], { unit: '亿元' }) })],
      [
        sheet(
          [
            ['某省2016年指标表'],
            [null, null, '经济发展'],
            [null, null, '工业总产值'],
            ['序号', '开发区名称', '本年', '上年'],
            [null, null, '万元', '万元'],
            [1, '甲区', 10000, '9,000'],
          ],
          'Sheet1',
          {},
          [
            { top: 0, left: 0, bottom: 0, right: 3 },
            { top: 1, left: 2, bottom: 1, right: 3 },
            { top: 2, left: 2, bottom: 2, right: 3 },
          ],
        ),
      ],
      units,
    );
    expect(of(result, 'before').header).toBe('经济发展／工业总产值／上年');
    expect([...values(result, 'output'), ...values(result, 'before')]).toEqual([1, 0.9]);
  });

  test('growth beside the figure is told apart by its unit', () => {
    const result = readTables(
      [spec({ output })],
      [
        sheet([
          ['地区', '工业总产值（%）', '工业总产值（亿元）'],
          ['甲区', 7, 100],
          ['乙区', 8, 200],
        ]),
      ],
      units,
    );
    expect(values(result, 'output')).toEqual([100, 200]);
  });

  test('a header that only says more is used and mentioned', () => {
    const result = one(output, '全区工业总产值完成情况（亿元）', [1, 2]);
    expect(values(result, 'x')).toEqual([1, 2]);
    expect(codes(result)).toContain('column-similar');
  });

  test('two columns that fit equally: neither is used, both are named', () => {
    const result = readTables(
      [spec({ output })],
      [
        sheet([
          ['地区', '工业总产值（亿元）', '工业总产值（万元）'],
          ['甲区', 1, 10000],
        ]),
      ],
      units,
    );
    const problem = result.problems.find((entry) => entry.code === 'column-ambiguous');
    expect(problem?.severity).toBe('error');
    expect(problem?.message).toContain('B1');
    expect(problem?.message).toContain('C1');
    expect(result.tables.get('indicators')?.columns.has('output')).toBe(false);
  });

  test('the better of two aliases wins, and the other is mentioned', () => {
    const result = readTables(
      [spec({ staff })],
      [
        sheet([
          ['地区', '从业人员', '年末从业人员'],
          ['甲区', 1, 2],
        ]),
      ],
      units,
    );
    expect(values(result, 'staff')).toEqual([2]);
    expect(codes(result)).toContain('column-second-choice');
  });

  test('groups without merged cells, parts, running numbers, column numbers', () => {
    const result = readTables(
      [spec({ output, high: column(['高新技术产业产值'], { unit: '亿元', partOf: 'output' }), staff })],
      [
        sheet([
          ['某省开发区主要指标'],
          ['填报单位：某市商务局', null, null, '单位：亿元'],
          ['序号', '地 区', '工业总产值', '其中：高新技术产业产值', '人员', null],
          [null, null, null, null, '年末从业人员', '其中女性'],
          ['甲', '乙', 1, 2, 3, 4],
          [1, '甲区', 10, 4, 7, 1],
          [2, '乙区', 20, 30, 8, 2],
          [null, '合  计', 30, 34, 15, 3],
        ]),
      ],
      units,
    );
    const table = result.tables.get('indicators');
    expect(table?.keys).toEqual(['甲区', '乙区']);
    expect(of(result, 'high').header).toBe('工业总产值／其中／高新技术产业产值');
    expect(values(result, 'high')).toEqual([4, 30]);
    expect(values(result, 'staff')).toEqual([7, 8]);
    expect(table?.skipped.map((row) => row.why)).toEqual(['total']);
    const problem = result.problems.find((entry) => entry.code === 'part-over-whole');
    expect(problem?.message).toContain('D7');
    expect(problem?.message).toContain('30亿元');
    expect(problem?.message).toContain('C7');
  });

  test('a header printed again on every page is no data', () => {
    const head = ['地区', '工业总产值（亿元）'];
    const result = readTables([spec({ output })], [sheet([head, ['甲区', 1], ['续表'], head, ['乙区', 2]])], units);
    expect(result.tables.get('indicators')?.keys).toEqual(['甲区', '乙区']);
    expect(result.tables.get('indicators')?.skipped.filter((row) => row.why === 'sub_header')).toHaveLength(2);
  });

  test('indicators down the side, zones across', () => {
    const result = readTables(
      [spec({ output, staff })],
      [
        sheet([
          ['开发区名称', '单位', '甲区', '乙区'],
          ['工业总产值', '万元', 10000, 25000],
          ['年末从业人员', '人', 5, '—'],
        ]),
      ],
      units,
    );
    const table = result.tables.get('indicators');
    expect(table?.transposed).toBe(true);
    expect(table?.keys).toEqual(['甲区', '乙区']);
    expect(values(result, 'output')).toEqual([1, 2.5]);
    expect(of(result, 'output').expression).toBeUndefined();
    expect(table && cellOf(table, table.rows[1] ?? 0, of(result, 'output').column)).toBe('D2');
  });

  test('the yearbook: 其中 column, unit of the whole, notes, blank cells', () => {
    const result = readTables(
      [spec({ migrants: column(['外来人口'], { unit: '人' }), area: column(['行政区划面积'], { unit: '公顷' }) }, { rowWord: '区' })],
      [yearbookSheet('C0202')],
      units,
    );
    expect(of(result, 'migrants').header).toBe('年末常住人口／其中／外来人口');
    expect(of(result, 'migrants').expression).toBe('#*10000');
    expect(values(result, 'migrants')[0]).toBe(2350900);
    expect(values(result, 'area')[0]).toBe(121041);
    expect(result.tables.get('indicators')?.rows).toHaveLength(16);
  });
});

describe('units', () => {
  test('a line above the table', () => expect(values(one(output, '工业总产值', [30000], [['单位：万元']]), 'x')).toEqual([3]));
  test('a line with several units gives each column its own', () => {
    const result = readTables(
      [spec({ output, staff: column(['从业人员'], { unit: '万人' }) })],
      [sheet([['单位：万元、人'], ['地区', '工业总产值', '从业人员'], ['甲区', 30000, 25000]])],
      units,
    );
    expect([...values(result, 'output'), ...values(result, 'staff')]).toEqual([3, 2.5]);
  });
  test('no unit: nothing is guessed', () => {
    const result = one(output, '工业总产值', [1, 2]);
    expect(values(result, 'x')).toEqual([NaN, NaN]);
    expect(of(result, 'x').missing.get(0)).toBe('unit_unknown');
    expect(of(result, 'x').expression).toBeUndefined();
    expect(result.problems.find((problem) => problem.code === 'unit-missing')?.nextStep).toContain('工业总产值（亿元）');
  });
  test('counting units may be left out', () => expect(values(one(staff, '从业人员', [12], [['单位：万元']]), 'x')).toEqual([12]));
  test('another dimension', () => {
    const result = one(output, '工业总产值（万美元）', [1]);
    expect(codes(result)).toContain('unit-mismatch');
    expect(values(result, 'x')).toEqual([NaN]);
  });
  test('from_header takes the stated unit and demands one', () => {
    expect(of(one(column(['单位能耗'], { unit: 'from_header' }), '单位能耗（吨标煤/万元）', [0.5]), 'x').unit).toBe('吨标准煤/万元');
    expect(codes(one(column(['单位能耗'], { unit: 'from_header' }), '单位能耗', [0.5]))).toContain('unit-missing');
  });
});

describe('percentages', () => {
  const share = column(['研发投入占比'], { unit: '%', atLeast: 0, atMost: 100 });
  const percent = (header: string, cells: readonly (readonly [number, string])[]): ReadResult => {
    const builder = new GridBuilder().text(0, 0, '开发区名称').text(0, 1, header);
    cells.forEach(([value, format], i) => builder.text(i + 1, 0, `${i}区`).number(i + 1, 1, value, format));
    return readTables([spec({ x: share })], [sheet(builder.build())], units);
  };

  test('0.07 shown as 7% is exactly 7', () => {
    const result = percent('研发投入占比', [
      [0.07, '0%'],
      [0.57, '0.00%'],
    ]);
    expect(values(result, 'x')).toEqual([7, 57]);
    expect(of(result, 'x').expression).toBe('#*100');
    expect(of(result, 'x').adjusted.size).toBe(0);
  });
  test('a plain 7 under （%） is 7; formats are heeded cell by cell', () => {
    const result = percent('研发投入占比（%）', [
      [7, 'General'],
      [0.08, '0%'],
    ]);
    expect(values(result, 'x')).toEqual([7, 8]);
    expect(of(result, 'x').expression).toBe('#');
    expect([...of(result, 'x').adjusted]).toEqual([1]);
  });
  test('mixed formats and no unit: not guessed', () =>
    expect(
      codes(
        percent('研发投入占比', [
          [7, 'General'],
          [0.08, '0%'],
        ]),
      ),
    ).toContain('unit-missing'));
  test('beyond 100', () => {
    const result = percent('研发投入占比（%）', [
      [107, 'General'],
      [100, 'General'],
    ]);
    expect(of(result, 'x').missing.get(0)).toBe('out_of_range');
    expect(values(result, 'x')).toEqual([NaN, 100]);
    expect(result.problems.find((problem) => problem.code === 'out-of-range')?.severity).toBe('error');
  });
  test('as text', () => expect(values(one(share, '研发投入占比', ['12.5%', '３％']), 'x')).toEqual([12.5, 3]));
});

describe('cells', () => {
  test('text numbers, dashes, words, blanks', () => {
    const result = one(output, '工业总产值（亿元）', ['1,234.5', '１２３', ' 12 ', '—', '暂无', '1.2万', '', null]);
    expect(values(result, 'x')).toEqual([1234.5, 123, 12, NaN, NaN, NaN, NaN, NaN]);
    expect([...of(result, 'x').missing]).toEqual([
      [3, 'dash'],
      [4, 'dash'],
      [5, 'not_number'],
      [6, 'empty'],
      [7, 'empty'],
    ]);
    expect([...of(result, 'x').adjusted]).toEqual([0, 1, 2]);
    expect(result.problems.filter((problem) => problem.code === 'text-number')).toHaveLength(1);
    expect(result.problems.find((problem) => problem.code === 'not-number')?.cell).toBe('B7');
  });
  test('brackets are negative and out of range here', () => {
    const result = one(output, '工业总产值（亿元）', ['（12.3）', 5]);
    expect(codes(result)).toEqual(expect.arrayContaining(['bracketed-number', 'out-of-range']));
    expect(of(result, 'x').missing.get(0)).toBe('out_of_range');
  });
  test('errors', () => {
    const grid = new GridBuilder().text(0, 0, '地区').text(0, 1, '工业总产值（亿元）').text(1, 0, '甲').error(1, 1, '#DIV/0!').build();
    const result = readTables([spec({ x: output })], [sheet(grid)], units);
    expect(of(result, 'x').missing.get(0)).toBe('error_value');
    expect(result.problems.find((problem) => problem.code === 'error-value')?.message).toContain('B2“#DIV/0!”');
  });
  test('a column of one value', () => expect(codes(one(output, '工业总产值（亿元）', [1, 1, 1]))).toContain('constant-column'));
  test('yes or no, lists, dates', () => {
    const result = readTables(
      [
        spec({
          done: column(['是否完成'], { kind: 'yes_no', spellings: yesNo }),
          level: column(['级别'], { kind: 'list', values: ['国家级', '省级'] }),
          date: column(['批准日期'], { kind: 'date' }),
        }),
      ],
      [
        sheet([
          ['地区', '是否完成', '级别', '批准日期'],
          ['甲区', '√', '国家 级', '2016年11月16日'],
          ['乙区', 0, '市级', '2016/2/30'],
          ['丙区', '无', '省级', '2016.1.2'],
          ['丁区', '也许', null, 42690],
        ]),
      ],
      units,
    );
    expect(of(result, 'done').texts).toEqual(['是', '否', '否', '']);
    expect(of(result, 'level').texts).toEqual(['国家级', '', '省级', '']);
    expect(of(result, 'date').texts).toEqual(['2016-11-16', '', '2016-01-02', '']);
    expect(result.problems.find((problem) => problem.code === 'not-in-list' && problem.cell === 'C3')?.nextStep).toContain('国家级、省级');
    expect(codes(result).filter((code) => code === 'not-date')).toHaveLength(1);
  });
  test('serial dates under a date format', () => {
    const grid = new GridBuilder()
      .text(0, 0, '地区')
      .text(0, 1, '批准日期')
      .text(1, 0, '甲')
      .number(1, 1, 42690, 'yyyy"年"m"月"d"日"')
      .build();
    expect(of(readTables([spec({ x: column(['批准日期'], { kind: 'date' }) })], [sheet(grid)], units), 'x').texts).toEqual(['2016-11-16']);
  });
});

describe('rows', () => {
  test('a name twice blocks, both cells named', () => {
    const result = readTables(
      [spec({ output })],
      [
        sheet([
          ['地区', '工业总产值（亿元）'],
          ['甲 区', 1],
          ['乙区', 2],
          ['甲区', 3],
        ]),
      ],
      units,
    );
    const problem = result.problems.find((entry) => entry.code === 'duplicate-row');
    expect(problem?.severity).toBe('block');
    expect(problem?.message).toContain('A2');
    expect(problem?.message).toContain('A4');
  });
  test('repeats are allowed where the spec says so', () => {
    const result = readTables(
      [spec({ output }, { repeats: true })],
      [
        sheet([
          ['地区', '工业总产值（亿元）'],
          ['甲区', 1],
          ['甲区', 3],
        ]),
      ],
      units,
    );
    expect(codes(result)).toEqual([]);
  });
  test('a name merged over several rows fills them', () => {
    const rows = [
      ['项目名称', '地区', '投资额（万元）'],
      ['P1', '甲区', 5],
      ['P2', null, 6],
      ['P3', '乙区', 7],
    ];
    const projects: TableSpec = {
      ...spec({}),
      id: 'projects',
      key: 'name',
      rowWord: '项目',
      columns: {
        name: column(['项目名称'], { kind: 'text', required: true }),
        zone: zoneKey,
        investment: column(['投资额'], { unit: '万元' }),
      },
    };
    const result = readTables([projects], [sheet(rows, 'Sheet1', {}, [{ top: 1, left: 1, bottom: 2, right: 1 }])], units);
    expect(of(result, 'zone', 'projects').texts).toEqual(['甲区', '甲区', '乙区']);
  });
  test('totals, notes, headings, rows without a name', () => {
    const result = readTables(
      [spec({ output })],
      [
        sheet([
          ['地区', '工业总产值（亿元）'],
          ['全  省', 6],
          ['一、国家级'],
          ['甲区', 1],
          [],
          ['乙区', 2],
          [null, 3],
          ['平均', 2],
          ['注：1.现价。'],
          ['  2.初步数。'],
          ['资料来源：某局'],
        ]),
      ],
      units,
    );
    const table = result.tables.get('indicators');
    expect(table?.keys).toEqual(['甲区', '乙区']);
    expect(table?.skipped.map(({ row, why }) => `${row}${why}`)).toEqual([
      '1total',
      '2sub_header',
      '6blank_key',
      '7total',
      '8note',
      '9note',
      '10note',
    ]);
    expect(codes(result)).toEqual(['blank-key']);
  });
  test('a provincial table may be its total row alone', () => {
    expect(
      readTables(
        [spec({ output }, { rowWord: '全省' })],
        [
          sheet([
            ['地区', '工业总产值（亿元）'],
            ['全省', 6],
          ]),
        ],
        units,
      ).tables.get('indicators')?.keys,
    ).toEqual(['全省']);
  });
});

describe('choosing a table', () => {
  const rows = [
    ['地区', '工业总产值（亿元）'],
    ['甲区', 1],
    ['乙区', 2],
  ];
  const lastYear = spec({ output }, { id: 'last', sheet: ['上年指标数据'], optional: true });

  test('none: says which headers the nearest lacks', () => {
    const wanted = spec({ output: { ...output, required: true }, fdi: column(['实际利用外资'], { unit: '亿美元', required: true }) });
    const problem = readTables([wanted], [sheet(rows)], units).problems[0];
    expect([problem?.code, problem?.severity]).toEqual(['no-matching-table', 'block']);
    expect(problem?.message).toContain('Sheet1');
    expect(problem?.message).toContain('实际利用外资');
    expect(problem?.message).not.toContain('工业总产值');
  });
  test('none, and the key header is unknown', () => {
    const problem = readTables(
      [spec({ output })],
      [
        sheet([
          ['单元', '工业总产值（亿元）'],
          ['甲区', 1],
        ]),
      ],
      units,
    ).problems[0];
    expect(problem?.message).toContain('开发区名称');
    expect(problem?.cell).toBe('A1');
  });
  test('none, but optional', () =>
    expect(readTables([spec({ output }, { optional: true })], [sheet([['x']])], units).problems).toEqual([]));
  test('two that fit equally are never picked from', () => {
    const result = readTables([spec({ output })], [sheet(rows, '一'), sheet(rows, '二')], units);
    expect(result.problems[0]?.code).toBe('two-tables-fit');
    expect(result.problems[0]?.message).toMatch(/一!A1.*二!A1/);
    expect(result.problems[0]?.nextStep).toContain('--sheet');
    expect(result.tables.size).toBe(0);
  });
  test('two tables of the same zones on one sheet: not the advice to name a sheet', () => {
    const result = readTables(
      [spec({ output })],
      [
        sheet([
          ['地区', '工业总产值（亿元）', null, '地区', '工业总产值（亿元）'],
          ['甲区', 1, null, '甲区', 2],
        ]),
      ],
      units,
    );
    expect(result.problems[0]?.nextStep).toContain('合并成一张');
  });
  test('--sheet decides', () =>
    expect(
      readTables([spec({ output })], [sheet(rows, '一'), sheet(rows, '二')], units, { only: '二' }).tables.get('indicators')?.sheet,
    ).toBe('二'));
  test('--sheet that is not there', () =>
    expect(codes(readTables([spec({ output })], [sheet(rows, '一')], units, { only: '三' }))).toEqual(['no-such-sheet']));
  test('the name decides; hidden and owned sheets stand back', () => {
    expect(readTables([spec({ output })], [sheet(rows, '一'), sheet(rows, '指标 数据')], units).tables.get('indicators')?.sheet).toBe(
      '指标 数据',
    );
    expect(
      readTables([spec({ output })], [sheet(rows, '指标数据', { hidden: true }), sheet(rows, '二')], units).tables.get('indicators')?.sheet,
    ).toBe('二');
    expect(
      readTables([spec({ output })], [sheet(rows, '指标数据', { owned: true }), sheet(rows, '二')], units).tables.get('indicators')?.sheet,
    ).toBe('二');
  });
  test('this year and last year by sheet name', () => {
    const result = readTables([spec({ output }), lastYear], [sheet(rows, '上年指标数据'), sheet(rows, '指标数据')], units);
    expect(result.tables.get('indicators')?.sheet).toBe('指标数据');
    expect(result.tables.get('last')?.sheet).toBe('上年指标数据');
    expect(codes(result)).toEqual([]);
  });
  test('this year and last year by title', () => {
    const result = readTables([spec({ output }), lastYear], [sheet([['2015年（上年）指标'], ...rows], '甲'), sheet(rows, '乙')], units);
    expect(result.tables.get('last')?.sheet).toBe('甲');
    expect(result.tables.get('indicators')?.sheet).toBe('乙');
  });
  test('only last year’s sheet is there: it does not serve as this year’s', () => {
    const result = readTables([spec({ output }), lastYear], [sheet(rows, '上年指标数据')], units);
    expect(codes(result)).toEqual(['no-matching-table']);
    expect(result.tables.has('indicators')).toBe(false);
  });
  test('one nameless table serves the spec that must be there, and says so', () => {
    const result = readTables([spec({ output }), lastYear], [sheet(rows)], units);
    expect([...result.tables.keys()]).toEqual(['indicators']);
    expect(codes(result)).toEqual(['table-by-headers']);
  });
  test('two tables below each other on one sheet', () => {
    const projects = spec(
      { area: column(['用地面积'], { unit: '公顷' }) },
      { id: 'projects', sheet: ['项目'], rowWord: '项目', key: 'project' },
    );
    const own = {
      ...projects,
      columns: {
        project: column(['项目名称'], { kind: 'text', required: true }),
        zone: column(['开发区名称'], { kind: 'text' }),
        area: projects.columns['area'] ?? output,
      },
    };
    const result = readTables(
      [spec({ output }), own],
      [sheet([...rows, [], ['表二'], ['项目名称', '开发区名称', '用地面积（公顷）'], ['P1', '甲区', 5], ['P2', '甲区', 6]])],
      units,
    );
    expect(result.tables.get('indicators')?.keys).toEqual(['甲区', '乙区']);
    expect(result.tables.get('projects')?.keys).toEqual(['P1', 'P2']);
    expect(of(result, 'zone', 'projects').texts).toEqual(['甲区', '甲区']);
  });
});
