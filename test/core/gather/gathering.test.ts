import { check } from '../../../src/core/checked';
import type { Gathered, GatherOptions } from '../../../src/core/gather/gathered';
import { Gathering } from '../../../src/core/gather/gathering';
import type { SheetGrid } from '../../../src/core/grid';
import { templatePlan } from '../../../src/core/template/template-plan';
import { bookOfPlan } from '../../../src/hosts/old-files/book-of-plan';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { packOf, units } from '../../packs/built-in';
import { inputOf } from '../../packs/run';
import { percent, sheetOf, tableSheet, type CellInput } from '../../packs/sheets';
import { gridOfPlan } from '../template/filled';

const pack = packOf('jilin-2016');
const [STONE, CLOUD] = ['青石经济开发区', '白云经济开发区'];
const HEADER = ['开发区名称', '级别', '主导产业产值合计（亿元）', '工业总产值（亿元）', '产业集中度（%）'];
const TITLE = ['某省开发区指标数据表（2016年度）'];

/** The main table as a zone sends it. */
const main = (rows: readonly (readonly CellInput[])[], header: readonly string[] = HEADER, title: readonly string[] = TITLE): SheetGrid =>
  sheetOf('指标数据', [title, header, ...rows]);

interface Merged extends Gathered {
  readonly sheets: readonly SheetGrid[];
  /** What is read of a column of the main table, row by row. */
  figures(column: string): Readonly<Record<string, number | string | undefined>>;
  said(file: string): string;
}

async function merge(files: Readonly<Record<string, readonly SheetGrid[]>>, options: GatherOptions = {}): Promise<Merged> {
  const gathering = new Gathering(pack, units);
  for (const [name, sheets] of Object.entries(files)) gathering.add({ name, sheets });
  const gathered = gathering.finish(options);
  const sheets = gathered.plan ? await openXlsx(bookOfPlan(gathered.plan)).read() : [];
  const table = () => check(inputOf(pack, sheets)).figures.table(pack.main_table)!;
  return {
    ...gathered,
    sheets,
    figures(column) {
      const { keys, columns } = table();
      const read = columns.get(column);
      const value = (row: number) =>
        !read || read.missing.has(row) ? undefined : read.spec.kind === 'number' ? read.values[row] : read.texts[row];
      return Object.fromEntries(keys.map((key, row) => [key, value(row)]));
    },
    said: (file) => gathered.lines.find((line) => line.file === file)!.problems.join('\n'),
  };
}

describe('cells', () => {
  it('keep their kind and format: 7.5 % as a format and as a number under （%）, texts that look like numbers, dashes', async () => {
    const { figures, sheets } = await merge({
      a: [main([[STONE, '省级', '1,200', 1500, percent(0.075)]])],
      b: [main([[CLOUD, '省级', 80, '—', 7.5]])],
    });
    expect(figures('concentration')).toEqual({ [STONE]: 7.5, [CLOUD]: 7.5 });
    expect(figures('leading_output')).toEqual({ [STONE]: 1200, [CLOUD]: 80 });
    expect(figures('industrial_output')).toEqual({ [STONE]: 1500, [CLOUD]: undefined });
    const { grid } = sheets.find(({ name }) => name === '指标数据')!;
    expect([grid.text(2, 2), grid.text(3, 3)]).toEqual(['1,200', '—']);
  });

  it('in another unit are converted, exactly', async () => {
    const { figures } = await merge({
      a: [main([[STONE, '省级', 120, 150]], HEADER.slice(0, 4))],
      b: [main([[CLOUD, '省级', 800_100.7, 900]], ['开发区名称', '级别', '主导产业产值合计（万元）', '工业总产值（亿元）'])],
    });
    expect(figures('leading_output')).toEqual({ [STONE]: 120, [CLOUD]: 80.01007 });
  });

  it('without a unit that could be known are left out and told', async () => {
    const { figures, said } = await merge({
      a: [main([[STONE, '省级', 120, 150]], HEADER.slice(0, 4))],
      b: [main([[CLOUD, '省级', 800_000, 900]], ['开发区名称', '级别', '主导产业产值合计', '工业总产值（亿元）'])],
    });
    expect(figures('leading_output')).toEqual({ [STONE]: 120, [CLOUD]: undefined });
    expect(said('b')).toContain('指标数据!C3（主导产业产值合计）写的是“800000”');
  });

  it('that a file’s own header makes doubtful are not taken for sure under a header of ours', async () => {
    const { figures, said } = await merge({
      a: [main([[STONE, '省级', 120]], HEADER.slice(0, 3))],
      b: [main([[CLOUD, '省级', 80, 900]], [...HEADER.slice(0, 3), '2015年工业总产值（亿元）'])],
    });
    expect(figures('industrial_output')).toEqual({ [STONE]: undefined, [CLOUD]: undefined });
    expect(said('b')).toContain('指标数据!D3（工业总产值）');
  });

  it('of columns that only later files have come behind, those of nobody’s knowledge with their own header', async () => {
    const { figures, sheets } = await merge({
      a: [main([[STONE, '省级', 120]], HEADER.slice(0, 3))],
      b: [main([[CLOUD, '省级', 80, 900, 33]], [...HEADER.slice(0, 4), '研发经费支出（万元）'])],
    });
    expect(figures('industrial_output')).toEqual({ [STONE]: undefined, [CLOUD]: 900 });
    const { grid } = sheets.find(({ name }) => name === '指标数据')!;
    expect([grid.text(1, 4), grid.number(3, 4)]).toEqual(['研发经费支出（万元）', 33]);
  });

  it('of a table that lies on its side stand upright', async () => {
    const aside = sheetOf('指标数据', [
      TITLE,
      ['开发区名称', STONE],
      ['级别', '省级'],
      ['主导产业产值合计（亿元）', 120],
      ['工业总产值（亿元）', 150],
    ]);
    const { figures } = await merge({ a: [aside], b: [main([[CLOUD, '省级', 80, 90]], HEADER.slice(0, 4))] });
    expect(figures('leading_output')).toEqual({ [STONE]: 120, [CLOUD]: 80 });
    expect(figures('level')).toEqual({ [STONE]: '省级', [CLOUD]: '省级' });
  });
});

describe('rows', () => {
  it('of names that are only near each other stay two', async () => {
    const { figures } = await merge({ a: [main([['青石开发区', '省级', 1, 2, 3]])], b: [main([['青石经济开发区', '省级', 4, 5, 6]])] });
    expect(figures('leading_output')).toEqual({ 青石开发区: 1, 青石经济开发区: 4 });
  });

  it('of one name, spaces and width apart, are one: equal figures are taken once, a blank gives way, others are a conflict', async () => {
    const { figures, conflicts } = await merge({
      a: [main([['青石经济开发区', '省级', 120, 150, undefined]])],
      b: [main([['青石 经济开发区', '省级', 120, 151, 80]])],
    });
    expect(figures('leading_output')).toEqual({ [STONE]: 120 });
    expect(figures('concentration')).toEqual({ [STONE]: 80 });
    expect(figures('industrial_output')).toEqual({ [STONE]: undefined });
    expect(conflicts).toMatchObject([
      {
        title: '工业总产值（亿元）',
        sources: [
          { file: 'a', place: '指标数据!D3', shown: '150' },
          { file: 'b', place: '指标数据!D3', shown: '151' },
        ],
        sheet: '指标数据',
        cell: 'D3',
      },
    ]);
  });

  it('that say the same in two units say the same', async () => {
    const { conflicts } = await merge({
      a: [main([[STONE, '省级', 120, 150]], HEADER.slice(0, 4))],
      b: [main([[STONE, '省级', 1_200_000, 150]], ['开发区名称', '级别', '主导产业产值合计（万元）', '工业总产值（亿元）'])],
    });
    expect(conflicts).toEqual([]);
  });

  it('of projects belong to their zones: two zones may have one of the same name', async () => {
    const projects = (zone: string, investment: number): SheetGrid =>
      tableSheet(pack, 'projects', [{ project: '标准厂房', zone, industrial: '是', investment }]);
    const { sheets, conflicts } = await merge({
      a: [main([[STONE, '省级', 1, 2, 3]]), projects(STONE, 100)],
      b: [main([[CLOUD, '省级', 4, 5, 6]]), projects(CLOUD, 200)],
    });
    expect(conflicts).toEqual([]);
    const { grid } = sheets.find(({ name }) => name === '项目明细')!;
    expect(grid.rows).toBe(4);
  });
});

describe('time', () => {
  it('keeps the year and the months of a title that names the zone', async () => {
    const of = (zone: string): readonly string[] => [`${zone}指标数据表（2016年1-11月）`];
    const { sheets } = await merge({
      a: [main([[STONE, '省级', 1, 2, 3]], HEADER, of(STONE))],
      b: [main([[CLOUD, '省级', 4, 5, 6]], HEADER, of(CLOUD))],
    });
    expect(sheets.find(({ name }) => name === '指标数据')!.grid.text(0, 0)).toMatch(/开发区指标数据（2016年1-11月）$/u);
    expect(check(inputOf(pack, sheets)).dataYear).toMatchObject({ year: 2016, part: '1-11月' });
  });

  it('of a part of the year is another than the whole year', async () => {
    const { lines } = await merge({
      a: [main([[STONE, '省级', 1, 2, 3]])],
      b: [main([[CLOUD, '省级', 4, 5, 6]])],
      c: [main([['长岭经济开发区', '省级', 4, 5, 6]], HEADER, ['指标数据表（2016年1-11月）'])],
    });
    expect(lines[0]).toMatchObject({
      file: 'c',
      outcome: 'refused',
      problems: ['这是2016年1-11月的数据，本次收的是2016年度。请该区报送本次要收的。'],
    });
  });

  it('of last year’s table has to be last year', async () => {
    const before = (year: number): SheetGrid =>
      sheetOf('上年指标数据', [[`上年指标数据表（${year}年度）`], HEADER, [STONE, '省级', 100, 140, 70]]);
    const right = await merge({ a: [main([[STONE, '省级', 1, 2, 3]]), before(2015)] });
    expect(right.sheets.map(({ name }) => name)).toContain('上年指标数据');
    const wrong = await merge({ a: [main([[STONE, '省级', 1, 2, 3]]), before(2014)] });
    expect(wrong.sheets.map(({ name }) => name)).not.toContain('上年指标数据');
    expect(wrong.said('a')).toContain('“上年指标数据”写的是2014年');
  });
});

it('answers of a zone’s form are answers, though nothing but the list is filled in', async () => {
  const plan = templatePlan(pack, units, 2016, { name: STONE, known: new Map([['level', '省级']]) });
  const grids = plan.sheets.map((sheet) => {
    if (sheet.name !== '定性清单') return gridOfPlan(sheet);
    const answer = sheet.head.at(-1)!.findIndex(({ value }) => String(value).includes('是/否'));
    return gridOfPlan(sheet, [{ sheet: sheet.name, row: sheet.head.length, column: answer, value: '是' }]);
  });
  const { lines, sheets } = await merge({ a: grids });
  expect(lines).toMatchObject([{ outcome: 'taken', filled: expect.any(Number) as number, zones: [STONE] }]);
  const { grid } = sheets.find(({ name }) => name === '定性清单')!;
  expect(grid.rows).toBe(4);
});

it('a form that came back as it was sent is blank', async () => {
  const plan = templatePlan(pack, units, 2016, { name: STONE, known: new Map([['level', '省级']]) });
  const { lines, plan: made } = await merge({ a: plan.sheets.map((sheet) => gridOfPlan(sheet)) });
  expect(lines).toMatchObject([{ outcome: 'blank', zones: [STONE], filled: 0 }]);
  expect(made).toBeUndefined();
});

it('sheets that are no tables come along where all files have the same, and are told where they differ', async () => {
  const settings = (value: number): SheetGrid =>
    sheetOf('权重与参数', [
      ['类别', '名称', '数值'],
      ['维度权重', '产业基础', value],
    ]);
  const [a, b] = [main([[STONE, '省级', 1, 2, 3]]), main([[CLOUD, '省级', 4, 5, 6]])];
  const same = await merge({ a: [a, settings(10)], b: [b, settings(10)] });
  expect(same.sheets.map(({ name }) => name)).toContain('权重与参数');
  const other = await merge({ a: [a, settings(10)], b: [b, settings(20)] });
  expect(other.sheets.map(({ name }) => name)).not.toContain('权重与参数');
  expect(other.said('b')).toContain('工作表“权重与参数”与“a”中的不同');
});

it('a sheet that is called a table’s and could not be read as one is told, and does not come along as it is', async () => {
  const lacking = sheetOf('项目明细', [
    ['项目名称', '投资额（亿元）'],
    ['标准厂房', 100],
  ]);
  const { sheets, said } = await merge({ a: [main([[STONE, '省级', 1, 2, 3]]), lacking] });
  expect(sheets.map(({ name }) => name)).not.toContain('项目明细');
  expect(said('a')).toContain('工作表“项目明细”没有读出数据表');
});

it('two tables on one sheet have a sheet each', async () => {
  const { grid } = main([[STONE, '省级', 1, 2, 3]]);
  const rows = [TITLE, HEADER, [STONE, '省级', 1, 2, 3], [], ['上年指标数据表（2015年度）'], HEADER, [STONE, '省级', 4, 5, 6]];
  expect(grid.rows).toBe(3);
  const merged = await merge({ a: [sheetOf('数据', rows)], b: [main([[CLOUD, '省级', 7, 8, 9]])] });
  expect(merged.sheets.map(({ name }) => name)).toEqual(['收表回执', '数据', '上年指标数据']);
  expect(merged.figures('leading_output')).toEqual({ [STONE]: 1, [CLOUD]: 7 });
});
