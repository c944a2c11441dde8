import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellChanges } from '../../../src/core/cell-changes';
import type { SheetGrid } from '../../../src/core/grid';
import { ProblemError } from '../../../src/core/problem';
import { openXlsx, type XlsxWorkbook } from '../../../src/hosts/xlsx/open-xlsx';
import { sampleBytes } from '../../app/sample';
import { planOf, sheetPlan } from './sample-plan';

const SHEET = '权重与参数';
const open = (): XlsxWorkbook => openXlsx(sampleBytes());
const sheetIn = async (file: XlsxWorkbook, name = SHEET): Promise<SheetGrid> => (await file.read()).find((sheet) => sheet.name === name)!;
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.problems[0]!.code : String(error)),
  );

async function changesFor(file: XlsxWorkbook): Promise<CellChanges> {
  const { grid } = await sheetIn(file);
  return {
    sheet: SHEET,
    cells: [
      { row: grid.rows, column: 0, value: '参数' },
      { row: grid.rows, column: 1, value: '=1+1' },
      { row: grid.rows, column: 2, value: 12.5, numberFormat: 'General' },
    ],
    expected: [
      { row: 0, column: 0, text: String(grid.text(0, 0)).trim() },
      { row: grid.rows, column: 2, text: '' },
    ],
  };
}

test('cells are changed, a text is never a formula, and all other sheets stay as they are', async () => {
  const file = open();
  const before = await file.read();
  await file.change(await changesFor(file));
  const after = await file.read();
  const { grid } = after.find(({ name }) => name === SHEET)!;
  expect([grid.text(grid.rows - 1, 0), grid.text(grid.rows - 1, 1), grid.number(grid.rows - 1, 2)]).toEqual(['参数', '=1+1', 12.5]);
  expect(grid.formula(grid.rows - 1, 1)).toBeUndefined();
  const others = (sheets: readonly SheetGrid[]): readonly SheetGrid[] => sheets.filter(({ name }) => name !== SHEET);
  expect(others(after)).toEqual(others(before));
});

test('nothing is changed where a cell shows something else, nor on a sheet that is not there', async () => {
  const file = open();
  const bytes = file.bytes();
  const changes = await changesFor(file);
  expect(await codeOf(file.change({ ...changes, expected: [{ row: 0, column: 0, text: '别的' }] }))).toBe('cells-changed');
  expect(await codeOf(file.change({ ...changes, sheet: '没有' }))).toBe('no-sheet');
  expect(file.bytes()).toBe(bytes);
});

test('a protected sheet keeps its locked cells', async () => {
  const file = open();
  const changes = await changesFor(file);
  const part = unzipSync(file.bytes());
  for (const [name, data] of Object.entries(part))
    if (/worksheets\/sheet\d+\.xml$/.test(name))
      part[name] = strToU8(strFromU8(data).replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'));
  const locked = openXlsx(zipSync(part));
  expect(await codeOf(locked.change(changes))).toBe('protected-sheet');
});

test('a sheet of the person’s is taken away with its parts; results and their names stay', async () => {
  const file = open();
  const names = (await file.describe()).sheets.map(({ name }) => name);
  const plain = file.bytes();
  await file.write(planOf(sheetPlan({ name: '结果', names: [{ name: '得分', range: '$A$1:$A$2' }] })));
  await file.insert({ sheets: [sheetPlan({ name: '新表' })], styles: [{ border: true }] });
  await file.remove('新表');
  expect((await file.describe()).sheets.map(({ name }) => name)).toEqual([...names, '结果']);
  expect((await file.look()).names?.map(({ name }) => name)).toBeDefined();
  expect(openXlsx(file.bytes())).toBeDefined();
  expect(await file.clear()).toEqual(['结果']);
  expect((await file.describe()).sheets.map(({ name }) => name)).toEqual(names);
  // The style sheet alone is the person's from the moment that sheets of theirs were inserted.
  expect(Math.abs(file.bytes().length - plain.length)).toBeLessThan(2000);
  expect(await codeOf(file.remove('新表'))).toBe('no-sheet');
});
