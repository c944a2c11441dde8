import type { Area } from '../../../../src/core/cell';
import type { PlainValue } from '../../../../src/core/grid';
import type { ReadResult } from '../../../../src/core/table/read-tables';
import type { ColumnSpec } from '../../../../src/core/table/spec';
import { codes, column, of, output, readTables, sheet, spec, units, values, zoneKey } from '../small-table';

type Rows = readonly (readonly PlainValue[])[];
const area = column(['用地面积'], { unit: '公顷' });
const read = (rows: Rows, merges: readonly Area[] = [], columns: Record<string, ColumnSpec> = { output, area }): ReadResult =>
  readTables([spec(columns)], [sheet(rows, 'Sheet1', {}, merges)], units);
const keys = (result: ReadResult) => result.tables.get('indicators')?.keys;
const head = (result: ReadResult) => result.tables.get('indicators')?.header;
const across = (row: number, left: number, right: number, bottom = row): Area => ({ top: row, left, bottom, right });

describe('units', () => {
  const unitOf = (header: string, columnSpec: ColumnSpec = column(['产值'], { unit: 'from_header' })): string | undefined =>
    of(
      read(
        [
          ['地区', header],
          ['甲区', 1],
        ],
        [],
        { x: columnSpec },
      ),
      'x',
    ).statedUnit;

  test.each([
    ['产值（亿元）', '亿元'],
    ['产值(亿元)', '亿元'],
    ['产值[亿元]', '亿元'],
    ['产值【亿元】', '亿元'],
    ['产值〔亿元〕', '亿元'],
    ['产值（亿元）：', '亿元'],
    ['产值（单位：亿元）', '亿元'],
    ['产值（现价，亿元）', '亿元'],
    ['产值（亿元、现价）', '亿元'],
    ['产值/亿元', '亿元'],
    ['产值／亿元', '亿元'],
    ['产值,亿元', '亿元'],
    ['产值，亿元', '亿元'],
    ['产值：亿元', '亿元'],
    ['产值 亿元', '亿元'],
    ['产值\n亿元', '亿元'],
    ['产值（万元/公顷）', '万元/公顷'],
    ['产值 %', '%'],
  ])('%s', (header, unit) => expect(unitOf(header)).toBe(unit));

  test('a bracket that is no unit, and a word behind a space that may belong to the name', () => {
    expect(unitOf('产值（现价）')).toBeUndefined();
    expect(unitOf('产 值')).toBeUndefined();
    expect(
      of(
        read(
          [
            ['地区', '得  分'],
            ['甲区', 1],
          ],
          [],
          { x: column(['得分'], { unit: '分' }) },
        ),
        'x',
      ).values,
    ).toEqual(Float64Array.of(1));
  });

  test('a row of units under the header', () => {
    const result = read([
      ['地区', '工业总产值', '用地面积'],
      ['单位', '万元', '亩'],
      ['甲区', 30000, 15],
    ]);
    expect([keys(result), values(result, 'output'), values(result, 'area')]).toEqual([['甲区'], [3], [1]]);
    const dashed = read([
      ['地区', '工业总产值', '级别', '用地面积（公顷）'],
      [null, '万元', '—', '公顷'],
      ['甲区', 30000, '省级', 1],
    ]);
    expect([keys(dashed), values(dashed, 'output')]).toEqual([['甲区'], [3]]);
  });

  test('a line over the table, for the columns whose unit it fits; the header’s own unit comes first', () => {
    const over = (line: string): number[] => {
      const result = read([[line], ['地区', '工业总产值', '用地面积（公顷）'], ['甲区', 30000, 1]]);
      return [...values(result, 'output'), ...values(result, 'area')];
    };
    expect(over('单位：万元')).toEqual([3, 1]);
    expect(over('单位: 万元')).toEqual([3, 1]);
    expect(over('计量单位：万元、亩')).toEqual([3, 1]);
    expect(over('指标：工业总产值（万元）')).toEqual([3, 1]);
    expect(over('填报单位：某管委会  单位：万元')).toEqual([3, 1]);
    expect(over('填报单位：亿元开发公司')).toEqual([NaN, 1]);
    expect(over('单位：万元、亿元')).toEqual([NaN, 1]);
  });
});

describe('rows of the header', () => {
  test('titles, particulars and blank rows above it are none of it', () => {
    const result = read([
      ['某省开发区指标表'],
      [],
      ['填报单位：某厅', null, '单位：万元'],
      ['地区', '工业总产值', '用地面积（公顷）'],
      ['甲区', 30000, 1],
    ]);
    expect([head(result), values(result, 'output')]).toEqual([{ first: 3, last: 3 }, [3]]);
  });

  test('groups merged over columns, and the key merged down beside them', () => {
    const result = read(
      [
        ['地区', '经济', null, '用地'],
        [null, '工业总产值（亿元）', '税收（亿元）', '用地面积（公顷）'],
        ['甲区', 1, 2, 3],
      ],
      [{ top: 0, left: 0, bottom: 1, right: 0 }, across(0, 1, 2)],
    );
    expect([head(result), of(result, 'output').header, of(result, 'area').header]).toEqual([
      { first: 0, last: 1 },
      '经济／工业总产值',
      '用地／用地面积',
    ]);
  });

  test('groups without merged cells stand over their first column', () => {
    const result = read([
      [null, '本年', null, '上年', null],
      ['地区', '工业总产值（亿元）', '用地面积（公顷）', '工业总产值（亿元）', '用地面积（公顷）'],
      ['甲区', 1, 2, 3, 4],
    ]);
    expect([head(result), values(result, 'output'), values(result, 'area')]).toEqual([{ first: 0, last: 1 }, [1], [2]]);
  });

  test('years typed as numbers are headers, other numbers are figures', () => {
    const years = read(
      [
        ['地区', '工业总产值（亿元）', null, '用地面积（公顷）'],
        [null, 2015, 2016, null],
        ['甲区', 1, 2, 3],
      ],
      [{ top: 0, left: 0, bottom: 1, right: 0 }, across(0, 1, 2), { top: 0, left: 3, bottom: 1, right: 3 }],
    );
    expect([head(years), keys(years)]).toEqual([{ first: 0, last: 1 }, ['甲区']]);
    const figures = read([
      ['地区', '工业总产值（亿元）', '用地面积（公顷）'],
      [null, 1948, 3],
      ['甲区', 1, 2],
    ]);
    expect([head(figures), codes(figures)]).toEqual([{ first: 0, last: 0 }, ['blank-key']]);
  });

  test('a row that numbers the columns says nothing, in its forms', () => {
    for (const numbers of [
      ['甲', 1, 2],
      ['栏次', 1, 2],
      [null, 1, 2],
      [null, '(1)', '(2)'],
      ['甲', '1', '2'],
    ]) {
      const result = read([['地区', '工业总产值（亿元）', '用地面积（公顷）'], numbers, ['乙区', 5, 6]]);
      expect([keys(result), of(result, 'output').header]).toEqual([['乙区'], '工业总产值']);
    }
    const zone = read([
      ['地区', '工业总产值（亿元）', '用地面积（公顷）'],
      ['甲', 1, 3],
      ['乙', 5, 6],
    ]);
    expect(keys(zone)).toEqual(['甲', '乙']);
  });

  test('a row of words alone below the header is a zone without figures, not a header, where it has a name', () =>
    expect(
      keys(
        read([
          ['地区', '工业总产值（亿元）', '用地面积（公顷）'],
          ['甲区', '待报', '待报'],
          ['乙区', 1, 2],
        ]),
      ),
    ).toEqual(['甲区', '乙区']));

  test('a dash, a total or a note in the row below ends the header', () => {
    for (const cell of ['—', '12', '注：']) {
      const result = read([
        ['地区', '工业总产值（亿元）', '用地面积（公顷）'],
        [null, cell, null],
        ['甲区', 1, 2],
      ]);
      expect(head(result)).toEqual({ first: 0, last: 0 });
    }
  });
});

describe('of which', () => {
  const all = column(['从业人员'], { unit: '人' });
  const foreign = column(['从业人员外来人员', '外来人员'], { unit: '人' });

  test('parts stand under the whole before them and are counted in its unit unless they state one', () => {
    for (const part of ['其中：外来人员', '其中外来人员', '#外来人员']) {
      const result = read(
        [
          ['地区', '从业人员（万人）', part],
          ['甲区', 2, 1],
        ],
        [],
        { all, foreign },
      );
      expect([of(result, 'foreign').header, values(result, 'foreign')]).toEqual(['从业人员／其中／外来人员', [10000]]);
    }
    const stated = read(
      [
        ['地区', '从业人员（万人）', '其中：外来人员（人）'],
        ['甲区', 2, 5],
      ],
      [],
      { all, foreign },
    );
    expect(values(stated, 'foreign')).toEqual([5]);
  });

  test('a part of running numbers or of the name is of nothing', () => {
    const result = read(
      [
        ['地区', '序号', '其中：外来人员（人）'],
        ['甲区', 1, 5],
      ],
      [],
      { foreign },
    );
    expect(of(result, 'foreign').header).toBe('其中／外来人员');
  });

  test('several parts of one whole, and the next whole has its own', () => {
    const result = read(
      [
        ['地区', '从业人员（万人）', '其中：外来人员', '其中：女性', '用地面积（公顷）', '其中：绿地'],
        ['甲区', 3, 2, 1, 9, 4],
      ],
      [],
      { all, foreign, women: column(['从业人员女性'], { unit: '人' }), area, green: column(['用地面积绿地'], { unit: '公顷' }) },
    );
    expect(['foreign', 'women', 'green'].map((key) => [of(result, key).header, ...values(result, key)])).toEqual([
      ['从业人员／其中／外来人员', 20000],
      ['从业人员／其中／女性', 10000],
      ['用地面积／其中／绿地', 4],
    ]);
  });
});

describe('left and right', () => {
  test('running numbers before the name, blank columns within, up to three of them', () => {
    const result = read([
      ['序号', '地区', '工业总产值（亿元）', null, null, null, '用地面积（公顷）'],
      [1, '甲区', 5, null, null, null, 6],
    ]);
    expect([values(result, 'output'), values(result, 'area')]).toEqual([[5], [6]]);
    const far = read([
      ['地区', '工业总产值（亿元）', null, null, null, null, null, '用地面积（公顷）'],
      ['甲区', 5, null, null, null, null, null, 6],
    ]);
    expect(far.tables.get('indicators')?.columns.has('area')).toBe(false);
  });

  test('another table beside it begins with its own key behind a gap', () => {
    const people = { ...spec({ staff: column(['从业人员'], { unit: '人' }) }), id: 'people', key: 'name', sheet: ['人员'], optional: true };
    const names = {
      ...people,
      columns: { name: column(['项目名称'], { kind: 'text', required: true }), staff: column(['从业人员'], { unit: '人' }) },
    };
    const result = readTables(
      [spec({ output, area }), names],
      [
        sheet([
          ['地区', '工业总产值（亿元）', '用地面积（公顷）', null, '项目名称', '从业人员'],
          ['甲区', 1, 2, null, 'P1', 7],
          ['乙区', 3, 4, null, 'P2', 8],
        ]),
      ],
      units,
    );
    expect([keys(result), result.tables.get('people')?.keys]).toEqual([
      ['甲区', '乙区'],
      ['P1', 'P2'],
    ]);
    expect(result.tables.get('indicators')?.unmatched).toEqual([]);
  });

  test('two halves of one list side by side, each with its running numbers, are two tables that are joined', () => {
    const half: PlainValue[] = ['序号', '地区', '工业总产值（亿元）', '用地面积（公顷）'];
    const result = read([
      [...half, ...half],
      [1, '甲区', 1, 2, 2, '乙区', 3, 4],
    ]);
    expect([keys(result), codes(result)]).toEqual([['甲区', '乙区'], ['table-continued']]);
    expect(result.problems[0]?.message).toMatch(/B2.*F2/u);
  });
});

describe('a table on its side', () => {
  const rows: Rows = [
    ['地区', '甲区', '乙区'],
    ['工业总产值（万元）', 10000, 20000],
    ['用地面积（公顷）', 3, 4],
  ];

  test('is read, its cells are named as they stand on the sheet, and it has no live formula', () => {
    const result = read(rows);
    expect([keys(result), values(result, 'output'), values(result, 'area')]).toEqual([
      ['甲区', '乙区'],
      [1, 2],
      [3, 4],
    ]);
    expect([result.tables.get('indicators')?.transposed, of(result, 'output').expression]).toEqual([true, undefined]);
    const wrong = read([rows[0]!, ['工业总产值（万元）', 10000, '约2万'], rows[2]!]);
    expect(wrong.problems.find(({ code }) => code === 'not-number')?.cell).toBe('C2');
  });

  test('under a title with a unit line', () => {
    const result = read([['某省指标'], ['单位：万元'], ['地区', '甲区', '乙区'], ['工业总产值', 10000, 20000], ['用地面积（公顷）', 3, 4]]);
    expect([keys(result), values(result, 'area')]).toEqual([
      ['甲区', '乙区'],
      [3, 4],
    ]);
  });

  test('an upright table stays upright though words of its headers stand below too', () => {
    const result = read([
      ['地区', '工业总产值（亿元）', '用地面积（公顷）'],
      ['甲区', 1, 2],
      ['用地面积', 3, 4],
    ]);
    expect([result.tables.get('indicators')?.transposed, keys(result)]).toEqual([false, ['甲区', '用地面积']]);
  });
});

describe('which key header', () => {
  test('a remark in brackets behind it changes nothing; the better alias is the key', () => {
    expect(
      keys(
        read([
          ['开发区名称（全称）', '工业总产值（亿元）', '用地面积（公顷）'],
          ['甲区', 1, 2],
        ]),
      ),
    ).toEqual(['甲区']);
    expect(
      keys(
        read([
          ['地区', '开发区名称', '工业总产值（亿元）', '用地面积（公顷）'],
          ['东部', '甲区', 1, 2],
        ]),
      ),
    ).toEqual(['甲区']);
  });

  test('key words among the data are no header', () => {
    const result = read([
      ['开发区名称', '工业总产值（亿元）', '用地面积（公顷）'],
      ['地区', 5, 6],
      ['甲区', 1, 2],
    ]);
    expect([codes(result), keys(result)]).toEqual([[], ['地区', '甲区']]);
  });

  test('a table that shares nothing but its key is not this table', () => {
    const result = read([
      ['地区', '户数'],
      ['甲区', 1],
    ]);
    expect([codes(result), result.tables.size]).toEqual([['no-matching-table'], 0]);
    expect(result.problems[0]?.message).toContain('工业总产值');
  });

  test('a spec of the key alone takes any table of it', () =>
    expect(
      keys(
        readTables(
          [spec({})],
          [
            sheet([
              ['地区', '户数'],
              ['甲区', 1],
            ]),
          ],
          units,
        ),
      ),
    ).toEqual(['甲区']));

  test('the next printed page repeats the header and is no table of its own', () => {
    const header: PlainValue[] = ['地区', '工业总产值（亿元）', '用地面积（公顷）'];
    const result = read([header, ['甲区', 1, 2], header, ['乙区', 3, 4]]);
    expect([keys(result), codes(result)]).toEqual([['甲区', '乙区'], ['header-again']]);
    expect(result.problems[0]).toMatchObject({ severity: 'info', cell: 'A3', message: expect.stringContaining('共 2 行') as string });
  });

  test('another table below ends this one at its titles', () => {
    const names = {
      ...spec({}),
      id: 'projects',
      key: 'project',
      sheet: ['项目'],
      optional: true,
      columns: { project: column(['项目名称'], { kind: 'text', required: true }), zone: zoneKey, area },
    };
    const result = readTables(
      [spec({ output, area }), names],
      [
        sheet([
          ['地区', '工业总产值（亿元）', '用地面积（公顷）'],
          ['甲区', 1, 2],
          ['表二 项目'],
          ['项目名称', '地区', '用地面积（公顷）'],
          ['P1', '甲区', 3],
        ]),
      ],
      units,
    );
    expect([keys(result), result.tables.get('projects')?.keys]).toEqual([['甲区'], ['P1']]);
  });
});
