import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellName } from '../../../src/core/cell';
import type { Grid } from '../../../src/core/grid';
import type { Plan } from '../../../src/core/plan';
import type { Result } from '../../../src/core/result';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { gridOfSheet } from '../../excel-host/grid-of';
import { workbookFromXlsx } from '../../excel-host/workbook-from-xlsx';
import { packOf } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { refusalOf, session } from './session';

/** Forms as a department has them: a two-row head, an average and a signature; a list with last year's names in it; a table of checks with conditional formats. */
const bytes = readFileSync(join(__dirname, '..', '..', 'data', 'result-forms', 'shandong-2016.xlsx'));
const COPIES = ['考核结果表', '通报警示名单', '绿色指标核查表'];

let plan: Plan;
let result: Result;
let written: Map<string, Grid>;
let file: ReturnType<typeof openXlsx>;

beforeAll(async () => {
  file = openXlsx(bytes);
  const run = assessed(packOf('shandong-2016'), await file.read());
  plan = run.plan!;
  result = run.result;
  await file.write(plan);
  written = new Map((await file.read()).map(({ name, grid }) => [name, grid]));
});

const cellsIn = (grid: Grid): Record<string, unknown> => {
  const cells: Record<string, unknown> = {};
  for (let row = 0; row < grid.rows; row++)
    for (const column of grid.filled(row)) {
      const cell = grid.cell(row, column);
      const formula = grid.formula(row, column);
      const value = cell.kind === 'number' ? [cell.value, cell.format] : cell.kind === 'text' ? cell.value : cell.kind;
      if (formula !== undefined || (cell.kind !== 'empty' && value !== ''))
        cells[cellName(row, column)] = formula === undefined ? value : `=${formula}`;
    }
  return cells;
};
const mergesOf = (grid: Grid): string[] =>
  grid.merges.map(({ top, left, bottom, right }) => `${cellName(top, left)}:${cellName(bottom, right)}`).sort();

test('every figure of the ranking is the result’s, and nobody stands on it whose place is open', () => {
  const grid = written.get('考核结果表')!;
  const decided = result.rankings[0]!.rows.filter(({ rank, places }) => rank !== null && places?.[0] === rank && places[1] === rank);
  expect(decided).toHaveLength(22);
  decided.forEach(({ rank, subject, total, dimensions, lastRank, tied }, at) => {
    const row = 4 + at;
    expect([0, 2, 3, 4, 5, 6, 8].map((column) => grid.number(row, column))).toEqual(
      [rank, total, dimensions['innovation'], dimensions['brand'], dimensions['ecology'], dimensions['investment_climate'], lastRank].map(
        Number,
      ),
    );
    expect([grid.text(row, 1), grid.text(row, 10)]).toEqual([subject, tied ? '并列' : '']);
    expect(grid.formula(row, 7)).toBe(`C${row + 1}-C$5`);
  });
  expect(cellsIn(grid)).toMatchObject({
    A1: '山东省省级经济开发区2016年度综合发展水平考核评价结果',
    A2: '参评24家　第一名：金穗经济开发区　制表日期：2017年3月31日',
    C5: [decided[0]!.total, '0.00'],
    D5: [decided[0]!.dimensions['innovation'], '0.000'],
    C27: '=AVERAGE(C5:C26)',
    A28: '注：另有2家因数据待补，名次未定，暂不列入。示例数据（虚构）。试算，不作公布依据。',
  });
  expect(mergesOf(grid)).toEqual([
    'A1:K1',
    'A27:B27',
    'A28:K28',
    'A29:K29',
    'A2:K2',
    'A30:K30',
    'A3:A4',
    'B3:B4',
    'C3:C4',
    'D3:H3',
    'I3:J3',
    'K3:K4',
  ]);
});

test('lists and checks say what the findings say', () => {
  const last = result.findings.filter(({ rule }) => rule === 'last_three');
  const list = written.get('通报警示名单')!;
  expect(last.map((_, at) => list.text(3 + at, 1))).toEqual(last.map(({ subject }) => subject));
  expect(JSON.stringify(cellsIn(list))).not.toMatch(/去年|张三|李四|王五/u);
  const checks = written.get('绿色指标核查表')!;
  const wanted = result.findings.filter(
    ({ rule, word, certainty }) =>
      /^(?:energy|water|pollut|solid|reclaimed)/u.test(rule) && ['不达标', '持平'].includes(word) && certainty === 'certain',
  );
  expect(checks.formula(wanted.length + 2, 2)).toBe(`COUNTA(C3:C${wanted.length + 2})`);
  const shown = wanted.map((_, at) => `${checks.text(2 + at, 1)}${checks.text(2 + at, 5)}`);
  expect([...shown].sort()).toEqual(wanted.map(({ subject, word }) => `${subject}${word}`).sort());
});

test('the forms stay as they are, a rerun replaces the copies, and clearing takes them away', async () => {
  const before = new Map((await openXlsx(bytes).read()).map(({ name, grid }) => [name, cellsIn(grid)]));
  for (const [name, cells] of before) expect(cellsIn(written.get(name)!)).toEqual(cells);
  const { replaced, leftOut } = await file.write(plan);
  expect(replaced).toEqual(expect.arrayContaining(COPIES));
  expect(leftOut).toEqual([]);
  expect(new Map((await file.read()).map(({ name, grid }) => [name, cellsIn(grid)])).get('考核结果表')).toEqual(
    cellsIn(written.get('考核结果表')!),
  );
  const again = openXlsx(file.bytes());
  expect(await again.clear()).toEqual(expect.arrayContaining(COPIES));
  expect((await again.read()).map(({ name }) => name)).toEqual([...before.keys()]);
});

test('the print setup and conditional formats of a copy cover its rows', () => {
  const { sheets } = file.look(['考核结果表', '绿色指标核查表']);
  expect(JSON.stringify(sheets[1])).toContain('$F3=');
});

test('Excel gives the same cells', async () => {
  const { book, port } = await session(await workbookFromXlsx(bytes));
  await port.describe();
  await port.read();
  const { written: names, leftOut } = await port.write(plan);
  expect(names).toEqual(plan.sheets.map(({ name }) => name));
  expect(leftOut.filter((text) => !text.includes('批注'))).toEqual([]);
  for (const name of COPIES) {
    const grid = gridOfSheet(book.sheet(name));
    expect([name, mergesOf(grid)]).toEqual([name, mergesOf(written.get(name)!)]);
    const [theirs, ours] = [cellsIn(grid), cellsIn(written.get(name)!)];
    // The test host takes over no formats of empty cells from the file.
    const plain = (cells: Record<string, unknown>): Record<string, unknown> =>
      Object.fromEntries(Object.entries(cells).map(([at, value]) => [at, Array.isArray(value) ? (value as unknown[])[0] : value]));
    expect(plain(theirs)).toEqual(plain(ours));
  }
  await port.read();
  const second = await port.write(plan);
  expect(second.replaced).toEqual(expect.arrayContaining(COPIES));
  await port.read();
  expect(await port.clear()).toEqual(expect.arrayContaining(COPIES));
  expect(book.sheets.map(({ name }) => name)).toContain('结果模板-考核结果表');
});

test('a form that a password protects is named, and nothing is written', async () => {
  const { book, port } = await session(await workbookFromXlsx(bytes));
  book.sheet('结果模板-通报警示名单').protection = { options: {}, password: '123' };
  const before = book.sheets.map(({ name }) => name);
  await port.describe();
  await port.read();
  const refused = await refusalOf(port.write(plan));
  expect(refused.code).toBe('form-protected');
  expect(refused.message).toContain('“结果模板-通报警示名单”');
  expect(book.sheets.map(({ name }) => name)).toEqual(before);
  book.sheet('结果模板-通报警示名单').protection = { options: {} };
  await port.read();
  expect((await port.write(plan)).written).toContain('通报警示名单');
});

test('what a form brings along is nothing that a person put on the result; what comes later is', async () => {
  const { book, port } = await session(await workbookFromXlsx(bytes));
  book.sheet('结果模板-通报警示名单').shapes.push('Image');
  await port.describe();
  await port.read();
  await port.write(plan);
  expect(book.sheet('通报警示名单').shapes).toEqual(['Image']);
  await port.read();
  await port.write(plan);
  book.sheet('通报警示名单').shapes.push('Line');
  await port.read();
  expect((await refusalOf(port.write(plan))).code).toBe('results-edited');
});
