import { templatePlan } from '../../src/core/template/template-plan';
import { bookOfPlan } from '../../src/hosts/old-files/book-of-plan';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { columnsOf } from '../../src/core/pack/references';
import { packOf, units } from '../packs/built-in';
import { filledForm, filledSheet, type ZoneFigures } from './forms';
import { resultOf } from './result-schema';
import { runHere } from './run-here';
import { Workspace } from './workspace';

const pack = packOf('shandong-2016');
const space = new Workspace();

afterAll(() => space.remove());

const ZONES = 94;
const [ANSWERED, AGAIN, ABSENT] = [90, 4, 4];
const nameOf = (n: number): string => `${'甲乙丙丁戊己庚辛壬癸'[Math.floor(n / 10)]!}${'子丑寅卯辰巳午未申酉'[n % 10]!}经济开发区`;
const zones = Array.from({ length: ZONES }, (_, n) => nameOf(n));

/** Every figure of the main table, all different. */
function figuresOf(n: number): ZoneFigures {
  const columns = Object.entries(columnsOf(pack, pack.main_table));
  return Object.fromEntries(
    columns.flatMap(([key, { kind, at_most: most, part_of: part }], at): [string, number | string][] => {
      if (key === 'level') return [[key, '省级']];
      if (kind !== 'number') return [];
      const size = (part === undefined ? 300 : 20) + ((n * 37 + at * 11) % 97) + n / 100;
      return [[key, most === undefined ? size : most * (0.2 + ((n * 7 + at) % 60) / 100)]];
    }),
  );
}

/** Columns that the second form of a zone states otherwise: ten cells together. */
const DISPUTED = [3, 3, 2, 2];
const numbersIn = (figures: ZoneFigures): string[] => Object.keys(figures).filter((key) => typeof figures[key] === 'number');

function write(folder: Workspace): void {
  for (let n = 0; n < ANSWERED; n++)
    folder.write(`${String(n).padStart(3, '0')}${nameOf(n)}.xlsx`, filledForm(pack, { zone: nameOf(n), figures: figuresOf(n) }));
  DISPUTED.forEach((cells, n) => {
    const figures = figuresOf(n);
    const other = numbersIn(figures)
      .slice(0, cells)
      .map((key) => [key, Number(figures[key]) + 1]);
    folder.write(`重报${nameOf(n)}.xlsx`, filledForm(pack, { zone: nameOf(n), figures: { ...figures, ...Object.fromEntries(other) } }));
  });
  for (let n = 0; n < 3; n++)
    folder.write(`别的方案${n}.xlsx`, filledForm(packOf('jilin-2016'), { zone: nameOf(ANSWERED + n), figures: { fiscal: n } }));
  for (let n = 0; n < 2; n++) folder.write(`坏${n}.xlsx`, filledForm(pack, { zone: nameOf(n), figures: figuresOf(n) }).slice(0, 3000));
  folder.write('去年.xlsx', filledForm(pack, { zone: nameOf(ANSWERED), year: 2015, figures: figuresOf(ANSWERED) }));
}

it('a hundred files: what is wrong with each is said of it, and the merged workbook scores as the single one', async () => {
  const folder = new Workspace();
  write(folder);
  expect(folder.snapshot()).toHaveLength(ANSWERED + AGAIN + 3 + 2 + 1);
  const register = space.write('名录.csv', `开发区名称\n${zones.join('\n')}\n`);
  const ran = await runHere('merge', folder.folder, '--pack', pack.pack, '--register', register, '--out', space.path('汇总.xlsx'));
  folder.remove();
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toContain('收 100 个文件，并入 94 个（2016 年度）');
  expect(ran.out).toContain('冲突 10 处');
  expect(ran.out).toContain(`未报 ${ABSENT} 个：${zones.slice(ANSWERED).join('、')}。`);

  const sheets = await openXlsx(space.read('汇总.xlsx')).read();
  const lines = (name: string): string[][] => {
    const { grid } = sheets.find((sheet) => sheet.name === name)!;
    return Array.from({ length: grid.rows }, (_, row) => Array.from({ length: grid.columns }, (_cell, column) => grid.text(row, column)));
  };
  const receipt = new Map(lines('收表回执').map((line) => [line[1], line]));
  for (let n = 0; n < 3; n++)
    expect(receipt.get(`别的方案${n}.xlsx`)).toEqual(expect.arrayContaining(['拒收', expect.stringContaining('jilin-2016')]));
  for (let n = 0; n < 2; n++) expect(receipt.get(`坏${n}.xlsx`)).toContain('打不开');
  expect(receipt.get('去年.xlsx')).toEqual(expect.arrayContaining(['拒收', expect.stringContaining('2015年度')]));
  expect([...receipt.values()].filter((line) => line[3] === '已并入')).toHaveLength(ANSWERED + AGAIN);
  expect(lines('数据冲突').filter(([number]) => /^\d+$/.test(number!))).toHaveLength(10);
  expect(lines('催报名单').flatMap(([number, zone]) => (/^\d+$/.test(number!) ? [zone] : []))).toEqual(zones.slice(ANSWERED));

  expect(await scored('汇总.xlsx')).toEqual(await scored(single()));
}, 120_000);

/** All figures in one workbook, without those that are disputed. */
function single(): string {
  const plan = templatePlan(pack, units, 2016);
  const rows = Array.from({ length: ANSWERED }, (_, n): ZoneFigures => {
    const figures = { zone: nameOf(n), ...figuresOf(n) };
    const disputed = new Set(numbersIn(figures).slice(0, DISPUTED[n] ?? 0));
    return Object.fromEntries(Object.entries(figures).filter(([key]) => !disputed.has(key)));
  });
  const main = pack.tables[pack.main_table]!.sheet[0]!;
  const sheets = plan.sheets.filter(({ name }) => name === main).map((sheet) => filledSheet(pack, sheet, rows));
  space.write('单表.xlsx', bookOfPlan({ ...plan, sheets }));
  return '单表.xlsx';
}

async function scored(name: string): Promise<unknown> {
  const ran = await runHere(
    'score',
    space.path(name),
    '--pack',
    pack.pack,
    '--out',
    space.path(`结果${name}`),
    '--json',
    '-',
    '--as-of',
    '2017-03-01',
  );
  expect(ran.code).toBe(0);
  const { rankings, findings } = resultOf(ran.out);
  return {
    rankings,
    findings: findings.map(({ rule, subject, status, word, certainty, consequence }) => ({
      rule,
      subject,
      status,
      word,
      certainty,
      consequence,
    })),
  };
}
