import { appWords as words } from '../../src/app/words';
import { templatePlan } from '../../src/core/template/template-plan';
import { WorkbookModel } from '../excel-host/model/workbook';
import { packOf, units } from '../packs/built-in';
import { withPane } from './pane';
import { sheetNames } from './snapshot';
import { soon } from './soon';

const JILIN = packOf('jilin-2016');

it('a blank workbook in Excel: a pack is chosen, and its blank sheets are inserted as the person’s own', async () => {
  const book = new WorkbookModel();
  book.addSheet('Sheet1', []);
  await withPane({ book, today: '2017-03-31', untouched: true }, async (pane) => {
    await pane.locator('label.option', { hasText: JILIN.title }).click();
    await pane.button(words.commands.insert).click();
    const sheets = templatePlan(JILIN, units, 2016).sheets.map(({ name }) => name);
    await soon(async () => expect((await pane.notices()).join()).toContain(words.done.inserted(sheets.length, '填报说明').message));
    expect(sheets).toEqual(expect.arrayContaining(['填报说明', '指标数据', '项目明细', '权重与参数']));
    expect(sheetNames(book)).toEqual(['Sheet1', ...sheets]);
    expect(book.active?.name).toBe('填报说明');
    expect(book.sheet('指标数据').value(0, 0)).toBe('吉林省开发区指标数据（2016年度）');
    expect(book.names.filter(({ name }) => name === '_zone_assessor')).toEqual([]);
  });
});
