import { appWords as words } from '../../src/app/words';
import { keptXml } from '../../src/hosts/results/kept-part';
import { keyColumn, keyRow } from '../excel-host/model/area';
import { packOf } from '../packs/built-in';
import { bookOf, shandong, withPane } from './pane';
import { soon } from './soon';
import { until } from './until';

it('a pane that is opened again over the same workbook knows pack, date and the last result', async () => {
  const book = await bookOf(shandong);
  let counts: string[] = [];
  let sheets: string[] = [];
  await withPane({ book }, async (pane) => {
    await pane.score();
    counts = await pane.locator('.count-tile .figure').allTextContents();
    sheets = await pane.locator('.sheets li').allInnerTexts();
    expect(sheets.length).toBeGreaterThan(3);
  });
  await withPane({ book, today: '2017-04-02' }, async (pane) => {
    await soon(async () => expect(await pane.locator('#pack-title').textContent()).toBe(packOf(shandong.pack).title));
    await soon(async () => expect(await pane.text(words.pack.chosenBy.memory).count()).toBe(1));
    await pane.button(words.commands.seeResult).click();
    await soon(async () => expect(await pane.text(words.result.asOf(shandong.asOf)).count()).toBe(1));
    await soon(async () => expect(await pane.locator('.count-tile .figure').allTextContents()).toEqual(counts));
    await soon(async () => expect(await pane.locator('.sheets li').allInnerTexts()).toEqual(sheets));
    await soon(async () => expect(await pane.text(words.result.stale).count()).toBe(0));
    await soon(async () => expect(await pane.notices()).toEqual([]));
  });
});

it('what a person chose is there again: another pack, another date', async () => {
  const book = await bookOf(shandong);
  await withPane({ book }, async (pane) => {
    await pane.button(words.pack.change).click();
    await pane.excel.frame.getByRole('radio', { name: new RegExp(packOf('jilin-2016').title) }).click();
    await pane.locator('summary', { hasText: words.pack.settings }).click();
    await pane.excel.frame.getByLabel(words.pack.asOf).fill('2016-12-31');
    await pane.excel.frame.getByLabel(words.pack.asOf).blur();
    await pane.locator('summary .aside', { hasText: '2016-12-31' }).waitFor();
    await until('the choices are kept', () => book.xmlParts.some(({ xml }) => xml.includes('2016-12-31')));
  });
  await withPane({ book }, async (pane) => {
    await soon(async () => expect(await pane.locator('#pack-title').textContent()).toBe(packOf('jilin-2016').title));
    await soon(async () => expect(await pane.locator('summary .aside').first().textContent()).toMatch(/，2016-12-31$/));
  });
});

it('after the data changed the old summary is shown as what it is', async () => {
  const book = await bookOf(shandong);
  await withPane({ book }, (pane) => pane.score());
  const main = book.sheet('指标数据');
  const [key, { value }] = [...main.cells].find(
    ([, content]) => typeof content.value === 'number' && content.formula === undefined && content.value > 100,
  )!;
  main.put(keyRow(key), keyColumn(key), { value: Number(value) + 1 });
  await withPane({ book }, async (pane) => {
    await pane.tab('result');
    await soon(async () => expect(await pane.text(words.result.stale).count()).toBe(1));
    await soon(async () => expect(await pane.text(words.result.earlier).count()).toBe(1));
    await pane.score();
    await soon(async () => expect(await pane.text(words.result.stale).count()).toBe(0));
    await soon(async () => expect(await pane.locator('.count-tile').count()).toBe(4));
  });
});

it('damaged memory is told and replaced', async () => {
  const book = await bookOf(shandong);
  book.xmlParts.push({ id: book.guid(), xml: keptXml({ key: 'zone-assessor.pane', text: '{"format":"zone-assessor/pane@9"}' }) });
  await withPane({ book }, async (pane) => {
    await soon(async () => expect((await pane.notices()).join()).toContain(words.trouble.memoryUnreadable.message));
    await soon(async () => expect(await pane.locator('#pack-title').count()).toBe(1));
    await pane.score();
  });
  await withPane({ book }, async (pane) => expect(await pane.notices()).toEqual([]));
});
