import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appWords as words } from '../../../src/app/words';
import { newWorkbook } from '../../../src/hosts/old-files/new-workbook';
import { root } from '../built';
import { byOwnPack, resultSheets } from '../command-line';
import { soon } from '../soon';
import { withDesk } from './desk';

const BLANK = newWorkbook([{ name: 'Sheet1', state: 'visible', columns: [], frames: [], merges: [], rows: [] }]).bytes;
const FOLDER = join(root, 'assets', 'packs');
const TABLES = new Uint8Array(readFileSync(join(FOLDER, 'example-province-tables.xlsx')));
const SHANDONG = new Uint8Array(readFileSync(join(root, 'assets', 'samples', 'shandong-2016.xlsx')));
const DAY = '2026-03-20';

it('a workbook that states its method is known by it, and scores what the command line scores', () =>
  withDesk({}, async (desk) => {
    await desk.pick({ name: '示例省.xlsx', bytes: TABLES });
    await soon(async () => expect(await desk.page.locator('#pack-title').innerText()).toBe('自定办法'));
    await soon(async () => expect(await desk.pane.innerText()).toContain(words.pack.chosenBy.match));
    await desk.assessOn(DAY);
    await desk.score();
    const scored = await resultSheets((await desk.download()).bytes);
    const expected = await byOwnPack(TABLES, 'own-method', DAY, true);
    expect([...scored.sheets.keys()]).toEqual([...expected.sheets.keys()]);
    for (const [name, cells] of expected.sheets) expect({ name, cells: scored.sheets.get(name) }).toMatchObject({ name, cells });
  }));

it('a blank workbook gets a filled example of the method with the tables that it asks for, and a slip is told at its cell', () =>
  withDesk({}, async (desk) => {
    await desk.pick({ name: '空白.xlsx', bytes: BLANK });
    await desk.ready();
    await desk.page.locator('input[type=radio][value=own-method]').click();
    await desk.idle();
    await desk.page.locator('#tab-check').click();
    await soon(async () => expect(await desk.pane.innerText()).toContain('方案“自定办法”要求工作簿里有“指标体系”表'));
    await desk.pane.getByLabel(words.template.year).selectOption('2025');
    await desk.pane.getByRole('button', { name: words.commands.insert, exact: true }).click();
    await desk.idle();
    await soon(async () =>
      expect(await desk.tabs.allInnerTexts()).toEqual(
        expect.arrayContaining(['填报说明', '指标体系', '考评规则', '指标数据', '上年数据', '权重与参数']),
      ),
    );
    await desk.type('指标体系', 'H4', '功效法法');
    await desk.button(words.commands.check).click();
    await desk.idle();
    await soon(async () => expect(await desk.pane.innerText()).toContain('“功效法法”不能识别'));
    await soon(async () => expect(await desk.pane.innerText()).toContain('指标体系!H4'));
  }));

it('a document’s own list is inserted by one click, and its methods are looked at', () =>
  withDesk({}, async (desk) => {
    await desk.pick({ name: '山东.xlsx', bytes: SHANDONG });
    await desk.ready();
    await desk.page.locator('#insert-method').click();
    await desk.idle();
    await soon(async () => expect(await desk.tabs.allInnerTexts()).toContain('指标体系'));
    await soon(async () => expect(await desk.page.locator('#insert-method').count()).toBe(0));
    await desk.type('指标体系', 'G4', '功效系');
    await desk.button(words.commands.check).click();
    await desk.idle();
    await soon(async () => expect(await desk.pane.innerText()).toContain('“功效系”不能识别'));
  }));
