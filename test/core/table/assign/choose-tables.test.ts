import type { PlainValue, SheetGrid } from '../../../../src/core/grid';
import type { ReadResult } from '../../../../src/core/table/read-tables';
import type { TableSpec } from '../../../../src/core/table/spec';
import { codes, column, output, readTables, sheet, spec, staff, units } from '../small-table';

const area = column(['用地面积'], { unit: '公顷' });
const now = spec({ output, area });
const last = spec({ output, area }, { id: 'last', sheet: ['上年指标数据'], optional: true });
const rows: readonly (readonly PlainValue[])[] = [
  ['地区', '工业总产值（亿元）', '用地面积（公顷）'],
  ['甲区', 1, 1],
  ['乙区', 2, 2],
];
const titled = (title: string, name: string): SheetGrid => sheet([[title], ...rows], name);
const chosen = (result: ReadResult): Record<string, string> =>
  Object.fromEntries([...result.tables].map(([id, table]) => [id, table.sheet]));
const read = (specs: readonly TableSpec[], ...sheets: SheetGrid[]): ReadResult => readTables(specs, sheets, units);

describe('tables of two years, of the same headers', () => {
  test.each(['上年指标', '去年数据', '上一年', '前一年度', '上年度'])('%s says last year, on the sheet or in the title', (words) => {
    expect(chosen(read([now, last], sheet(rows, words), sheet(rows, '甲')))).toEqual({ indicators: '甲', last: words });
    expect(chosen(read([now, last], titled(`某省${words}`, '甲'), sheet(rows, '乙')))).toEqual({ indicators: '乙', last: '甲' });
  });

  test('whichever comes first in the workbook and in the pack', () => {
    for (const specs of [
      [now, last],
      [last, now],
    ])
      expect(chosen(read(specs, sheet(rows, '指标数据'), sheet(rows, '上年指标数据')))).toEqual({
        indicators: '指标数据',
        last: '上年指标数据',
      });
  });

  test('last year’s sheet alone is not this year’s; a nameless one alone is not last year’s', () => {
    expect(chosen(read([now, last], titled('上年情况', '甲')))).toEqual({ last: '甲' });
    expect(chosen(read([now, last], sheet(rows, '甲')))).toEqual({ indicators: '甲' });
    expect(chosen(read([last], sheet(rows, '甲')))).toEqual({ last: '甲' });
  });

  test('of two nameless tables neither year can be told', () => {
    const result = read([now, last], sheet(rows, '甲'), sheet(rows, '乙'));
    expect([chosen(result), codes(result)]).toEqual([{}, ['two-tables-fit']]);
  });

  test('both must be there and one has no name: the sheet has to be named', () => {
    const result = read([now, { ...last, optional: false }], sheet(rows, '甲'));
    expect(chosen(result)).toEqual({});
    const problem = result.problems.find(({ code }) => code === 'no-matching-table');
    expect(problem).toMatchObject({ severity: 'block', sheet: '甲', cell: 'A1' });
    expect(`${problem?.message}${problem?.nextStep}`).toContain('指标数据');
  });

  test('the nameless table that was taken is said, with the names that would settle it', () => {
    const problem = read([now, last], sheet(rows, '甲')).problems.find(({ code }) => code === 'table-by-headers');
    expect(problem).toMatchObject({ severity: 'info', sheet: '甲', cell: 'A1' });
    expect(`${problem?.message}${problem?.nextStep}`).toMatch(/指标数据.*上年指标数据/u);
    expect(codes(read([now, last], sheet(rows, '指标数据')))).toEqual([]);
    expect(codes(read([now, last], sheet(rows, '2016年指标数据表')))).toEqual([]);
  });

  test('specs that share fewer than six headers in ten are told apart by headers', () => {
    const other = spec({ output, staff, x: column(['出口额']), y: column(['外资']) }, { id: 'other', sheet: ['别的'], optional: true });
    const wide = spec({ output, area, z: column(['绿地']), w: column(['税收']) });
    const result = read(
      [wide, other],
      sheet(
        [
          ['地区', '工业总产值（亿元）', '用地面积（公顷）', '绿地', '税收'],
          ['甲区', 1, 1, 1, 1],
        ],
        '甲',
      ),
    );
    expect(codes(result)).not.toContain('table-by-headers');
    expect(chosen(result)['indicators']).toBe('甲');
  });
});

describe('names', () => {
  test('the sheet called like the spec comes before one that has more columns', () => {
    const short: readonly (readonly PlainValue[])[] = [
      ['地区', '工业总产值（亿元）'],
      ['甲区', 1],
    ];
    expect(chosen(read([now], sheet(rows, '甲'), sheet(short, '指标数据')))).toEqual({ indicators: '指标数据' });
    expect(chosen(read([now], sheet(rows, '甲'), sheet(short, '2016年指标数据')))).toEqual({ indicators: '2016年指标数据' });
    expect(chosen(read([now], sheet(rows, '甲'), sheet([['2016年指标数据'], ...short], '乙')))).toEqual({ indicators: '乙' });
  });

  test('a sheet that is called like another table is not taken for this one', () => {
    const projects = spec({ staff }, { id: 'projects', sheet: ['项目明细'], optional: true });
    const result = read([now, projects], sheet(rows, '项目明细'));
    expect([chosen(result), codes(result)]).toEqual([{}, ['no-matching-table', 'table-lacks-columns']]);
  });

  test('any of the names of a spec will do', () =>
    expect(
      chosen(read([spec({ output, area }, { sheet: ['指标数据', '基础数据'] })], sheet(rows, '甲'), sheet(rows, '基础 数据'))),
    ).toEqual({
      indicators: '基础 数据',
    }));

  test('--sheet is for the first table alone', () => {
    const projects = spec({ staff }, { id: 'projects', sheet: ['项目明细'], optional: true });
    const people: readonly (readonly PlainValue[])[] = [
      ['地区', '从业人员'],
      ['甲区', 1],
    ];
    const result = readTables([now, projects], [sheet(rows, '上年指标数据'), sheet(rows, '乙'), sheet(people, '丙')], units, {
      only: '上年指标数据',
    });
    expect(chosen(result)).toEqual({ indicators: '上年指标数据', projects: '丙' });
    const none = readTables([now], [sheet(rows, '甲'), sheet([['x']], '乙')], units, { only: '乙' });
    expect(codes(none)).toEqual(['no-matching-table']);
    expect(none.problems[0]?.message).not.toContain('甲!');
  });

  test('a sheet that is not there is said with those that are; results of ours are none of them', () => {
    const [problem] = readTables([now], [sheet(rows, '甲'), sheet(rows, '乙', { owned: true })], units, { only: '丙' }).problems;
    expect(`${problem?.message}${problem?.nextStep}`).toContain('甲');
    expect(`${problem?.message}${problem?.nextStep}`).not.toContain('乙');
  });
});

describe('two tables for one spec', () => {
  test('the one with more columns; one nearly as good is mentioned', () => {
    const five = spec({ output, area, staff, x: column(['出口额'], { unit: '亿元' }) });
    const full: PlainValue[] = ['地区', '工业总产值（亿元）', '用地面积（公顷）', '从业人员', '出口额（亿元）'];
    const withColumns = (count: number, name: string): SheetGrid =>
      sheet([full.slice(0, count), ['甲区', 1, 1, 1, 1].slice(0, count)], name);
    const near = read([five], withColumns(4, '乙'), withColumns(5, '甲'));
    expect([chosen(near), codes(near).includes('another-table-fits')]).toEqual([{ indicators: '甲' }, true]);
    expect(near.problems.find(({ code }) => code === 'another-table-fits')).toMatchObject({ severity: 'warning', sheet: '甲', cell: 'A1' });
    const far = read([five], withColumns(3, '乙'), withColumns(5, '甲'));
    expect([chosen(far), codes(far).includes('another-table-fits')]).toEqual([{ indicators: '甲' }, false]);
  });

  test('hidden sheets stand back even where they are called like the spec', () =>
    expect(chosen(read([now], sheet(rows, '指标数据', { hidden: true }), sheet(rows, '甲')))).toEqual({ indicators: '甲' }));
  test('a hidden sheet alone is read', () =>
    expect(chosen(read([now], sheet(rows, '甲', { hidden: true })))).toEqual({ indicators: '甲' }));
});

describe('no table', () => {
  const wanted = spec({ output: { ...output, required: true }, area: { ...area, required: true }, staff: { ...staff, required: true } });

  test('the nearest is named with what it lacks, and of several the one that lacks least', () => {
    const one = sheet(
      [
        ['地区', '工业总产值（亿元）'],
        ['甲区', 1],
      ],
      '甲',
    );
    const two = sheet(rows, '乙');
    const [problem] = read([wanted], one, two).problems;
    expect(problem).toMatchObject({ code: 'no-matching-table', severity: 'block', sheet: '乙', cell: 'A1' });
    expect(problem?.message).toContain('年末从业人员');
    expect(problem?.message).not.toContain('用地面积');
  });

  test('a table whose names have another header is named with that header', () => {
    const [problem] = read(
      [wanted],
      sheet(
        [
          ['单元', '工业总产值（亿元）', '用地面积（公顷）'],
          ['甲区', 1, 1],
        ],
        '甲',
      ),
    ).problems;
    expect(problem).toMatchObject({ sheet: '甲', cell: 'A1' });
    expect(problem?.message).toMatch(/开发区名称.*年末从业人员/u);
  });

  test('nothing near: what is needed is told', () => {
    const [problem] = read([wanted], sheet([['x', 'y']], '甲')).problems;
    expect(problem?.sheet).toBeUndefined();
    expect(`${problem?.message}${problem?.nextStep}`).toContain('工业总产值');
  });

  test('a header without rows is a table without data, which blocks unless it may be absent', () => {
    const head = sheet([rows[0]!], '指标数据');
    expect(
      read([now], head)
        .problems.filter(({ severity }) => severity === 'block')
        .map(({ code, cell }) => `${code} ${cell}`),
    ).toEqual(['no-data-rows A1']);
    expect(codes(read([{ ...now, optional: true }], head))).not.toContain('no-data-rows');
  });
});

describe('what is told of a table', () => {
  const table = (result: ReadResult) => result.tables.get('indicators')!;
  const result = read(
    [spec({ output, area, staff })],
    sheet([['某省'], ['地区', '工业总产值（亿元）', '绿化', '用地面积（公顷）'], ['甲区', 1, 2, 3]], '甲'),
  );

  test('header rows, headers that fit nothing with their cells, columns that were not found', () => {
    expect(table(result).header).toEqual({ first: 1, last: 1 });
    expect(table(result).unmatched).toEqual([{ header: '绿化', cell: 'C2' }]);
    const absent = result.problems.find(({ code }) => code === 'columns-not-found');
    expect(absent).toMatchObject({ severity: 'info', sheet: '甲', cell: 'A2' });
    expect(absent?.message).toContain('年末从业人员');
  });

  test('confidence: half for how many columns are there, half for how well headers fit', () => {
    expect(table(read([now], sheet(rows))).confidence).toBe(1);
    // 3 of 4 columns, all of them whole paths.
    expect(table(result).confidence).toBeCloseTo(0.875, 12);
    const loose = read(
      [now],
      sheet([
        ['地区', '全区工业总产值（亿元）', '用地面积（公顷）'],
        ['甲区', 1, 1],
      ]),
    );
    // All columns, one of three headers fits by its words alone.
    expect(table(loose).confidence).toBeCloseTo(0.5 + 0.5 * (2.25 / 3), 12);
  });

  test('of two headers that fit alike both are named, and of two columns for one header the header', () => {
    const two = read(
      [now],
      sheet([
        ['地区', '工业总产值（亿元）', '工业总产值（万元）', '用地面积'],
        ['甲区', 1, 2, 3],
      ]),
    );
    expect(two.problems.find(({ code }) => code === 'column-ambiguous')?.message).toMatch(/有2列.*B1.*C1/u);
    const three = read(
      [now],
      sheet([
        ['地区', '工业总产值（亿元）', '工业总产值（万元）', '工业总产值（元）', '用地面积'],
        ['甲区', 1, 2, 3, 4],
      ]),
    );
    expect(three.problems.find(({ code }) => code === 'column-ambiguous')?.message).toMatch(/有3列.*B1.*C1.*D1/u);
    expect(table(three).ambiguous?.get('output')).toEqual(['B1', 'C1', 'D1']);
    expect(table(two).unmatched).toEqual([]);
    const shared = read([spec({ output, again: column(['工业总产值'], { unit: '亿元' }), area })], sheet(rows));
    expect(shared.problems.filter(({ code }) => code === 'column-ambiguous').map(({ cell }) => cell)).toEqual(['B1', 'B1']);
    expect(shared.problems.find(({ code }) => code === 'column-ambiguous')?.message).toMatch(/^表头B1“工业总产值”既可作.*又可作/u);
  });
});

describe('a part greater than its whole', () => {
  const whole = column(['从业人员'], { unit: '人' });
  const part = column(['外来人员'], { unit: '万人', partOf: 'whole' });
  const over = (parts: readonly (number | null)[], wholes: readonly (number | null)[]) =>
    read(
      [spec({ whole, part })],
      sheet([['地区', '从业人员（人）', '外来人员（万人）'], ...parts.map((one, at): PlainValue[] => [`${at}区`, wholes[at]!, one])]),
    ).problems.filter(({ code }) => code === 'part-over-whole');

  test('in whatever units; as much as the whole is no fault, and a gap is none', () => {
    expect(over([1, 1.0001, null, 2], [10000, 10000, 5, null]).map(({ cell, severity }) => `${cell} ${severity}`)).toEqual(['C3 warning']);
    const [problem] = over([2], [10000]);
    expect(problem?.message).toMatch(/外来人员.*C2.*2万人.*从业人员.*B2.*10000人/u);
  });
  test('after some cells the rest are counted', () => {
    const many = over(
      Array.from({ length: 9 }, () => 2),
      Array.from({ length: 9 }, () => 1),
    );
    const named = many.length - 1;
    expect(many.at(-1)?.message).toContain(String(9 - named));
    expect(many.at(-1)?.cell).toBe('C10');
    expect(
      over(
        Array.from({ length: named }, () => 2),
        Array.from({ length: named }, () => 1),
      ),
    ).toHaveLength(named);
  });
});
