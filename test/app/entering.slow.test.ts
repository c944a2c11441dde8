import type { SheetGrid } from '../../src/core/grid';
import { ProblemError } from '../../src/core/problem';
import { appWords as words } from '../../src/app/words';
import type { XlsxWorkbook } from '../../src/hosts/xlsx/open-xlsx';
import { opened, said } from './sample';

const SHEET = '权重与参数';
const gridOf = async (file: XlsxWorkbook): Promise<SheetGrid['grid']> => (await file.read()).find(({ name }) => name === SHEET)!.grid;
const weightOf = async (file: XlsxWorkbook, title: string): Promise<number> => {
  const grid = await gridOf(file);
  const row = Array.from({ length: grid.rows }, (_, at) => at).find((at) => grid.text(at, 1) === title)!;
  return grid.number(row, 2);
};

test('what is typed waits, over what the sheet says, and is no change where it says the same', async () => {
  const { session } = await opened();
  await session.entering.load();
  session.entering.type(new Map([['dimension:innovation', '30']]));
  session.entering.type(new Map([['dimension:ecology', '25']]));
  expect([...session.state.settings.draft]).toEqual([['dimension:innovation', '30']]);
  session.show('data');
  await session.check();
  await session.entering.load();
  expect(session.state.settings.draft.size).toBe(1);
  session.entering.type(new Map([['dimension:innovation', '25']]));
  expect(session.state.settings.draft.size).toBe(0);
});

test('written, the form shows it, a result is old at once, and one step back makes it new again', async () => {
  const { session, file } = await opened();
  await session.score();
  expect(session.state.stale).toBe(false);
  await session.entering.load();
  session.entering.type(new Map([['dimension:innovation', '30']]));
  await session.entering.write();
  expect(said(session)).toEqual([words.done.entered(SHEET, 1)]);
  expect(await weightOf(file, '创新能力')).toBe(30);
  const field = session.state.settings.form!.groups[0]!.weights[0]!;
  expect([field.title, field.text]).toEqual(['创新能力', '30']);
  expect(session.state.settings.draft.size).toBe(0);
  expect(session.state.stale).toBe(true);

  await session.entering.takeBack();
  expect(said(session)).toEqual([words.done.takenBack(SHEET)]);
  expect(await weightOf(file, '创新能力')).toBe(25);
  expect(session.state.stale).toBe(false);
  expect(session.state.settings.entered).toEqual([]);
});

test('what somebody changed since is not taken back', async () => {
  const { session, file } = await opened();
  await session.entering.load();
  session.entering.type(new Map([['dimension:innovation', '30']]));
  await session.entering.write();
  const entered = session.state.settings.entered.at(-1);
  if (entered?.kind !== 'changed') throw new Error('a sheet was made');
  const { row, column } = entered.changes.cells[0]!;
  file.edit([{ sheet: SHEET, cells: [{ row, column, kind: 'value', value: 31 }] }]);
  await session.entering.takeBack();
  expect(said(session).join()).toContain('与读取时不一样了');
  expect(await weightOf(file, '创新能力')).toBe(31);
});

test('several steps are taken back one after another, down to the sheet that was made', async () => {
  const { session, file } = await opened();
  await file.remove(SHEET);
  const names = (await file.describe()).sheets.map(({ name }) => name);
  await session.check();
  await session.entering.load();
  const write = async (id: string, text: string): Promise<void> => {
    session.entering.type(new Map([[id, text]]));
    await session.entering.write();
  };
  const texts = async (): Promise<string[]> => {
    const grid = await gridOf(file);
    return Array.from({ length: grid.rows }, (_, row) => `${grid.text(row, 1)} ${grid.text(row, 2)}${grid.number(row, 2) || ''}`);
  };
  await write('parameter:demonstration_count', '8');
  const states = [await texts()];
  await write('parameter:demonstration_count', '9');
  states.push(await texts());
  await write('parameter:weights_document', '某办法');
  expect(session.state.settings.entered).toHaveLength(3);
  await session.entering.takeBack();
  expect(await texts()).toEqual(states[1]);
  await session.entering.takeBack();
  expect(await texts()).toEqual(states[0]);
  expect(session.state.settings.form?.parameters.find(({ id }) => id === 'parameter:demonstration_count')?.text).toBe('8');
  await session.entering.takeBack();
  expect(said(session)).toEqual([words.done.takenAway(SHEET)]);
  expect((await file.describe()).sheets.map(({ name }) => name)).toEqual(names);
  await session.entering.takeBack();
  expect(session.state.settings.entered).toEqual([]);
});

test('a step that somebody wrote over stops, and those before it wait', async () => {
  const { session, file } = await opened();
  await session.entering.load();
  for (const text of ['30', '35']) {
    session.entering.type(new Map([['dimension:innovation', text]]));
    await session.entering.write();
  }
  const entered = session.state.settings.entered.at(-1);
  if (entered?.kind !== 'changed') throw new Error('a sheet was made');
  const { row, column } = entered.changes.cells[0]!;
  file.edit([{ sheet: SHEET, cells: [{ row, column, kind: 'value', value: 31 }] }]);
  await session.entering.takeBack();
  expect(await weightOf(file, '创新能力')).toBe(31);
  file.edit([{ sheet: SHEET, cells: [{ row, column, kind: 'value', value: 35 }] }]);
  await session.entering.takeBack();
  await session.entering.takeBack();
  expect(await weightOf(file, '创新能力')).toBe(25);
});

test('a sheet that was made goes again, unless somebody wrote on it', async () => {
  const { session, file } = await opened();
  await file.remove(SHEET);
  const names = (await file.describe()).sheets.map(({ name }) => name);
  const make = async (): Promise<void> => {
    await session.check();
    await session.entering.load();
    session.entering.type(new Map([['parameter:demonstration_count', '8']]));
    await session.entering.write();
    expect(said(session)).toContain(words.done.enteredNew(SHEET, 1));
    expect((await file.describe()).sheets.map(({ name }) => name)).toEqual([...names, SHEET]);
  };
  await make();
  // The figures are of 2016, which the workbook says itself.
  expect((await gridOf(file)).text(0, 0)).toContain('（2016年度）');
  await session.entering.takeBack();
  expect((await file.describe()).sheets.map(({ name }) => name)).toEqual(names);
  await make();
  const grid = await gridOf(file);
  file.edit([{ sheet: SHEET, cells: [{ row: grid.rows, column: 1, kind: 'value', value: '备忘' }] }]);
  await session.entering.takeBack();
  expect(said(session).join()).toContain('写入后又改动过');
  expect((await file.describe()).sheets.map(({ name }) => name)).toEqual([...names, SHEET]);
});

test('what the host refuses is told, and what was typed stays', async () => {
  const refused = new ProblemError([{ severity: 'block', code: 'protected-sheet', message: '受保护。', nextStep: '请撤销保护。' }]);
  const { session } = await opened({ change: () => ({ change: () => Promise.reject(refused) }) });
  await session.entering.load();
  session.entering.type(new Map([['dimension:innovation', '30']]));
  await session.entering.write();
  expect(said(session)).toEqual(['受保护。']);
  expect([...session.state.settings.draft]).toEqual([['dimension:innovation', '30']]);
});
