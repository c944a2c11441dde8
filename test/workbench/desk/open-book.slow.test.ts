import { fileWords } from '../../../src/ooxml/words';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { Desk } from '../../../src/workbench/desk';
import { LARGEST_FILE } from '../../../src/workbench/desk/open-book';
import { samplesOf } from '../../../src/workbench/samples';
import { workbenchWords as words } from '../../../src/workbench/words';
import { biff8, label, number } from '../../hosts/old-files/biff-builder';
import { xlsOf } from '../../hosts/old-files/compound-builder';
import { filledForm } from '../../cli/forms';
import { fileOf } from '../threads';
import { browser, FIRST, FIRST_NAME, SHEET, inFreshBrowsers, picked, ready, started, told, type, until, packs } from './desk-page';

inFreshBrowsers();

const textFile = (text: string, name: string): File => fileOf(new TextEncoder().encode(text), name);

describe('opening', () => {
  test('a page starts with its sample on the grid and in the pane, with nothing to save', async () => {
    const { desk, grid, session } = await started();
    expect(desk.state).toMatchObject({
      file: { name: FIRST_NAME, change: 'none' },
      opening: undefined,
      grid: 'shown',
      notices: [],
      draft: { kind: 'none' },
    });
    expect(grid.sheets).toContain(SHEET);
    expect(session().pack?.pack).toBe(FIRST);
    expect(desk.unsaved).toBe(false);
  });

  test('a sample that nobody knows opens the first one', async () => {
    const { desk, session } = browser.page();
    await desk.start('没有');
    await ready(session());
    expect(desk.state.file?.name).toBe(samplesOf(packs)[0]?.name);
  });

  test('a picked file takes the place of the sample, and its thread with it', async () => {
    const { desk, grid, sessions } = await started();
    await desk.open(picked());
    await ready(sessions[1]!);
    expect(desk.state.file).toEqual({ name: '自己的表.xlsx', change: 'none' });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([true, false]);
    expect(grid.calls.filter((call) => call.startsWith('show'))).toHaveLength(2);
  });

  test('a file that cannot be read leaves everything as it was and says why', async () => {
    const { desk, sessions } = await started();
    await desk.open([fileOf(new Uint8Array([1, 2, 3]), '坏.xlsx')]);
    expect(desk.state.notices).toMatchObject([{ tone: 'error', ...fileWords.notZip() }]);
    expect(desk.state).toMatchObject({ file: { name: FIRST_NAME }, opening: undefined });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([false, true]);
    await sessions[0]!.check();
    expect(sessions[0]!.state.checked).toBe(true);
  });

  test('an old workbook becomes a new one, and what stayed behind is told as long as it is open', async () => {
    const { desk, grid, sessions, downloads } = await started();
    const bytes = xlsOf(biff8([{ name: '征收情况', records: [label(0, 0, '地区'), number(0, 1, 7)] }]));
    await desk.open([fileOf(bytes, '旧表.xls')]);
    await ready(sessions[1]!);
    expect(desk.state.file).toEqual({ name: '旧表.xlsx', change: 'none' });
    expect(grid.sheets).toEqual(['征收情况']);
    expect(desk.state.notices).toMatchObject([{ tone: 'info', ofWorkbook: true }]);
    expect(told(desk)[0]).toContain('《旧表.xls》是旧格式工作簿，已转成新的 .xlsx');
    await desk.download();
    expect(downloads.map(({ name }) => name)).toEqual(['旧表.xlsx']);
    expect((await openXlsx(downloads[0]!.bytes).read())[0]!.grid.number(0, 1)).toBe(7);
    await desk.open(picked());
    await ready(sessions[2]!);
    expect(desk.state.notices).toEqual([]);
  });

  test.each([
    [LARGEST_FILE, true],
    [LARGEST_FILE + 1, false],
  ])('a file of %i bytes is read: %s', async (size, isRead) => {
    const { desk } = await started();
    const file = fileOf(new Uint8Array([1]), '大.xlsx');
    Object.defineProperty(file, 'size', { value: size });
    await desk.open([file]);
    expect(told(desk)).toEqual([isRead ? fileWords.notZip().message : words.trouble.tooBig('大.xlsx', 101, 100).message]);
    expect(browser.threads).toHaveLength(isRead ? 2 : 1);
  });

  test('a workbook and a pack at once are one too many, none is none', async () => {
    const { desk } = await started();
    await desk.open([]);
    await desk.open([...picked(), textFile('pack: a', 'a.yaml')]);
    expect(told(desk)).toEqual([words.trouble.oneFile.message]);
  });

  test('filled forms are gathered into a new workbook, which waits to be saved; a register says who has not answered', async () => {
    const { desk, grid, sessions, downloads } = await started();
    const pack = packs.find((one) => one.pack === 'jilin-2016')!;
    const form = (zone: string, output: number): File =>
      fileOf(filledForm(pack, { zone, figures: { level: '省级', leading_output: output } }), '表.xlsx');
    const register = textFile('开发区名称\n青石经济开发区\n白云经济开发区\n长岭经济开发区\n', '园区名录.csv');
    await desk.open([form('青石经济开发区', 1), form('白云经济开发区', 2), fileOf(new Uint8Array([1, 2, 3]), '坏.xlsx'), register]);
    await ready(sessions[1]!);
    expect(desk.state.file).toEqual({ name: '汇总（4个文件）.xlsx', change: 'changed' });
    expect(desk.unsaved).toBe(true);
    expect(grid.sheets).toEqual(['收表回执', '催报名单', '指标数据']);
    expect(told(desk)[0]).toBe('已汇总3个文件（2016年度），1个没有并入，名录中1个没有报送。');
    expect(sessions[1]!.pack?.pack).toBe('jilin-2016');
    await desk.download();
    const sheets = await openXlsx(downloads[0]!.bytes).read();
    expect(sheets.find(({ name }) => name === '收表回执')!.grid.text(5, 1)).toBe('坏.xlsx');
  });

  test('files of no pack that is known are not gathered, and all stays', async () => {
    const { desk } = await started();
    await desk.open([textFile('甲,乙\n1,2\n', 'a.csv'), textFile('甲,乙\n1,2\n', 'b.csv')]);
    expect(told(desk)).toEqual([words.gather.noPack.message]);
    expect(desk.state.file?.name).toBe(FIRST_NAME);
  });

  test('opening can be cancelled, and a later file wins over one still being opened', async () => {
    const { desk, sessions } = await started();
    const seen = new Set<string | undefined>();
    const stop = desk.subscribe(() => {
      seen.add(desk.state.opening);
      if (desk.state.opening !== undefined) queueMicrotask(() => desk.cancelOpening());
    });
    await desk.open(picked());
    stop();
    expect([...seen]).toEqual([undefined, '自己的表.xlsx']);
    expect(desk.state).toMatchObject({ opening: undefined, notices: [], file: { name: FIRST_NAME } });
    await Promise.all([desk.open(picked('一.xlsx')), desk.open(picked('二.xlsx'))]);
    await ready(sessions.at(-1)!);
    expect(desk.state).toMatchObject({ file: { name: '二.xlsx' }, opening: undefined, notices: [] });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([true, true, true, false]);
  });

  test('a thread that dies while it opens takes nothing else with it', async () => {
    const { desk } = await started();
    const opening = desk.open(picked());
    await until(() => browser.threads.length === 2);
    browser.threads[1]!.die();
    await opening;
    expect(told(desk)).toEqual([words.trouble.lost.message]);
    expect(desk.state.file?.name).toBe(FIRST_NAME);
  });

  test('without a grid the pane works, and says what is missing', async () => {
    const { desk, session } = await started({ grid: () => Promise.reject(new Error('chunk')) });
    expect(desk.state.grid).toBe('failed');
    expect(told(desk)).toEqual([words.trouble.noGrid.message]);
    await session().score();
    expect(session().state.view).toBe('result');
    await session().goTo(SHEET, 'A1');
    expect(session().state.notices.at(-1)?.message).toBe(words.trouble.noGrid.message);
  });
});

describe('unsaved work', () => {
  test('asks before another workbook comes; cancelled, all stays', async () => {
    const { desk, grid } = await started();
    type(grid, 1);
    const opening = desk.open(picked());
    await until(() => desk.state.asking !== undefined);
    expect(desk.state.asking).toEqual({ name: FIRST_NAME, kept: true });
    desk.answer('cancel');
    await opening;
    expect(desk.state).toMatchObject({ asking: undefined, opening: undefined, file: { name: FIRST_NAME, change: 'changed' } });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([false, true]);
  });

  test('opened all the same, it stays as a draft and is offered', async () => {
    const { desk, grid } = await started();
    type(grid, 1);
    const opening = desk.open(picked());
    await until(() => desk.state.asking !== undefined);
    desk.answer('open');
    await opening;
    expect(desk.state.file?.name).toBe('自己的表.xlsx');
    await until(() => desk.state.offers.length === 1);
    expect(desk.state.offers).toMatchObject([{ name: FIRST_NAME }]);
  });

  test('or is downloaded first, and leaves no draft', async () => {
    const { desk, grid, downloads } = await started();
    type(grid, 1);
    const opening = desk.open(picked());
    await until(() => desk.state.asking !== undefined);
    desk.answer('download');
    await opening;
    expect(downloads.map(({ name }) => name)).toEqual(['示例（山东省）-已修改.xlsx']);
    expect([desk.state.file?.name, browser.values.values.size]).toEqual(['自己的表.xlsx', 0]);
  });

  /** Opens another workbook; `act` is called once it is being opened. */
  const whileOpening = async (desk: Desk, act: () => void): Promise<void> => {
    const stop = desk.subscribe(() => {
      if (desk.state.opening === undefined) return;
      stop();
      act();
    });
    await desk.open(picked());
  };

  test('what is typed while the next file is being opened is in the draft', async () => {
    const { desk, grid } = await started();
    let typedLater = false;
    const { set } = browser.values;
    browser.values.set = async (key, value) => {
      if (!typedLater) type(grid, 4712);
      typedLater = true;
      await set(key, value);
    };
    await whileOpening(desk, () => type(grid, 4711));
    await until(() => desk.state.offers.length === 1);
    const draft = await browser.store.get(desk.state.offers[0]!.id);
    const grids = await openXlsx(new Uint8Array(await draft!.file.arrayBuffer())).read();
    expect(grids.find(({ name }) => name === SHEET)?.grid.cell(8, 2)).toMatchObject({ value: 4712 });
  });

  test('where there are no drafts, work that was begun while the next file was being opened is asked for', async () => {
    browser.values.full = true;
    const { desk, grid } = await started();
    const opening = whileOpening(desk, () => type(grid, 4711));
    await until(() => desk.state.asking !== undefined);
    expect(desk.state.asking).toEqual({ name: FIRST_NAME, kept: false });
    desk.answer('cancel');
    await opening;
    expect(desk.state).toMatchObject({ file: { name: FIRST_NAME, change: 'changed' }, opening: undefined });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([false, true]);
  });

  test('without a draft the question says what would be lost', async () => {
    browser.values.full = true;
    const { desk, grid } = await started();
    type(grid, 1);
    const opening = desk.open(picked());
    await until(() => desk.state.asking !== undefined);
    expect(desk.state.asking?.kept).toBe(false);
    desk.answer('cancel');
    await opening;
  });
});
