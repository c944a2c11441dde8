import { appWords } from '../../../src/app/words';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { newWorkbook } from '../../../src/hosts/old-files/new-workbook';
import { packOf } from '../../packs/built-in';
import { soon } from '../soon';
import { withDesk } from './desk';

const BLANK = newWorkbook([{ name: 'Sheet1', state: 'visible', columns: [], frames: [], merges: [], rows: [] }]).bytes;
const JILIN = packOf('jilin-2016');
const MAIN = '指标数据';

it('a blank workbook: insert, fill in, check, score, download', () =>
  withDesk({}, async (desk) => {
    await desk.pick({ name: '空白.xlsx', bytes: BLANK });
    await desk.ready();
    await soon(async () => expect(await desk.tabs.allInnerTexts()).toEqual(['Sheet1']));
    await desk.pane.getByRole('radio', { name: JILIN.title }).click();
    await desk.idle();
    await desk.page.locator('#tab-check').click();
    await desk.pane.getByLabel(appWords.template.year).selectOption('2016');
    await desk.pane.getByRole('button', { name: appWords.commands.insert, exact: true }).click();
    await desk.idle();
    await soon(async () => expect((await desk.notices()).join()).toContain('从“填报说明”看起'));
    await soon(async () =>
      expect(await desk.tabs.allInnerTexts()).toEqual(expect.arrayContaining(['填报说明', MAIN, '项目明细', '权重与参数'])),
    );
    await soon(async () => expect(await desk.activeTab.innerText()).toBe('填报说明'));
    await soon(async () => expect(await desk.text(MAIN, 'A1')).toBe('吉林省开发区指标数据（2016年度）'));

    const figures = ['青石经济开发区', '国家级', '3', '5', '700', '1000', '70'];
    for (const [column, text] of figures.entries()) await desk.type(MAIN, `${'ABCDEFG'[column]!}4`, text);
    await desk.button(appWords.commands.check).click();
    await desk.idle();
    await soon(async () => expect(await desk.pane.locator('.tone-unmet').count()).toBe(0));
    await desk.score();
    const { bytes } = await desk.download();
    const grids = await openXlsx(bytes).read();
    expect(grids.find(({ name }) => name === MAIN)).toMatchObject({ owned: false });
    expect(grids.find(({ name }) => name === MAIN)?.grid.text(3, 0)).toBe('青石经济开发区');
    expect(grids.some(({ owned }) => owned)).toBe(true);
  }));
