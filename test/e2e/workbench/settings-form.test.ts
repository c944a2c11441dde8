import { appWords as words } from '../../../src/app/words';
import { formAppWords as form } from '../../../src/app/form-words';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { soon } from '../soon';
import { withDesk, type Desk } from './desk';

const SHEET = '权重与参数';
const LINE = '权重依据：《山东省省级经济开发区综合发展水平评价办法》（鲁商字〔2017〕5号，2017-02-01）。';
const field = (desk: Desk, id: string) => desk.page.locator(`[id="setting-${id.replace(':', '-')}"]`);

it('an official enters weights, parameters and the document; the grid, the results and the download hold them', () =>
  withDesk({ sample: 'shandong-2016' }, async (desk) => {
    await desk.button(words.pack.fillIn).click();
    await desk.page.locator('.write-bar').waitFor();
    await field(desk, 'dimension:innovation').fill('30');
    await field(desk, 'dimension:ecology').fill('20');
    await field(desk, 'parameter:air_indicator').selectOption('优良天数比例');
    await field(desk, 'parameter:demonstration_count').fill('3');
    await field(desk, 'parameter:weights_document').fill('山东省省级经济开发区综合发展水平评价办法');
    await field(desk, 'parameter:weights_number').fill('鲁商字〔2017〕5号');
    await field(desk, 'parameter:weights_date').fill('2017-02-01');
    await desk.button(form.write).click();
    await desk.idle();
    await soon(async () => expect((await desk.notices()).join()).toContain(words.done.entered(SHEET, 7)));

    const grid = (await openXlsx((await desk.download()).bytes).read()).find(({ name }) => name === SHEET)!.grid;
    const row = Array.from({ length: grid.rows }, (_, at) => at).find((at) => grid.text(at, 1) === '创新能力')!;
    expect(grid.number(row, 2)).toBe(30);
    // What the file says is what the sheet on the page shows.
    await desk.shows(SHEET, `C${row + 1}`, '30');

    await desk.button(words.commands.back).click();
    await desk.score();
    const sheets = await openXlsx((await desk.download()).bytes).read();
    const naming = sheets.filter(
      ({ owned, grid: cells }) => owned && Array.from({ length: 8 }, (_, at) => cells.text(at, 0)).includes(LINE),
    );
    expect(naming.map(({ name }) => name)).toEqual(expect.arrayContaining(['省级经开区综合排名', '通报警示名单（后3位）']));
    expect(sheets.some(({ owned, grid: cells }) => owned && cells.text(2, 0).startsWith('权重未由文件规定'))).toBe(false);
  }));

it('what was written is taken back by one click, on the page and in the file', () =>
  withDesk({ sample: 'shandong-2016' }, async (desk) => {
    await desk.score();
    await desk.page.locator('#tab-pack').click();
    await desk.button(words.pack.fillIn).click();
    await desk.page.locator('.write-bar').waitFor();
    await field(desk, 'dimension:innovation').fill('40');
    await desk.button(form.write).click();
    await desk.idle();
    await desk.button(form.undo).click();
    await desk.idle();
    await soon(async () => expect((await desk.notices()).join()).toContain(words.done.takenBack(SHEET)));
    await soon(async () => expect(await field(desk, 'dimension:innovation').inputValue()).toBe('25'));
    const grid = (await openXlsx((await desk.download()).bytes).read()).find(({ name }) => name === SHEET)!.grid;
    const row = Array.from({ length: grid.rows }, (_, at) => at).find((at) => grid.text(at, 1) === '创新能力')!;
    expect(grid.number(row, 2)).toBe(25);
    await desk.shows(SHEET, `C${row + 1}`, '25');
  }));
