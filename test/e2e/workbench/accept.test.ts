import { strToU8, unzipSync, zipSync } from 'fflate';
import { sampleBytes } from '../../../assets/samples/samples';
import { appWords } from '../../../src/app/words';
import type { Cell } from '../../../src/core/cell';
import { assess } from '../../../src/core/assess';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../../../src/workbench/words';
import { deformedSample, DOUBT_COUNT, filledSample } from '../../app/deformed-sample';
import { workbookFromXlsx } from '../../excel-host/workbook-from-xlsx';
import { packOf } from '../../packs/built-in';
import { inputOf } from '../../packs/run';
import { cellsInHost, resultSheets } from '../command-line';
import { shandong, withPane } from '../pane';
import { soon } from '../soon';
import { until } from '../until';
import { withDesk, type Desk } from './desk';

/** Tell how the figures were come by, and what was accepted. */
const NOTES = ['考评说明', '数据缺失与口径说明'];
const YEAR = 2016;

async function opens(desk: Desk, name: string, bytes: Uint8Array): Promise<void> {
  await desk.pick({ name, bytes });
  const asks = desk.page.locator('dialog.leave');
  const bar = desk.page.locator('.bar-name', { hasText: name });
  await asks.or(bar).first().waitFor();
  if (await asks.isVisible()) await desk.button(words.leave.open).click();
  await bar.waitFor();
  await desk.ready();
}

/** Accepts whatever is proposed, one after the other, until nothing is. */
async function acceptAll(desk: Desk): Promise<void> {
  await desk.page.locator('#tab-check').click();
  const proposals = desk.pane.locator('.proposal');
  for (let left = DOUBT_COUNT; left > 0; left--) {
    await desk.pane.getByText(appWords.check.acceptable(left)).waitFor();
    await proposals.first().click();
  }
  await soon(async () => expect(await proposals.count()).toBe(0));
}

/** What the sample itself comes to, on the day and for the year that the person sets. */
async function cleanResult(): Promise<Values> {
  const file = openXlsx(filledSample());
  const { plan } = assess({ ...inputOf(packOf(shandong.pack), await file.read(), shandong.asOf), year: YEAR });
  await file.write(plan!);
  return valuesIn(file.bytes());
}

type Values = ReadonlyMap<string, readonly (readonly unknown[])[]>;

/** What the cells of all result sheets but the notes come to: a figure that was accepted stands there as a value, others as formulas over their cells. */
async function valuesIn(bytes: Uint8Array): Promise<Values> {
  const sheets = (await openXlsx(bytes).read()).filter(({ name, owned }) => owned && !NOTES.includes(name));
  return new Map(
    sheets.map(({ name, grid }) => [
      name,
      Array.from({ length: grid.rows }, (_, row) =>
        Array.from({ length: grid.columns }, (_column, column) => valueOf(grid.cell(row, column))),
      ),
    ]),
  );
}

/** A file has as many digits of a figure as its formula gives, which may be one less than the figure has. */
function valueOf(cell: Cell): unknown {
  if (cell.kind === 'number') return Number(cell.value.toPrecision(12));
  return cell.kind === 'empty' ? '' : cell.kind === 'error' ? cell.code : cell.value;
}

/** The workbook with another text in its part of ours, as Excel would save it. */
function withMemory(bytes: Uint8Array, xml: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), 'customXml/item1.xml': strToU8(xml) });
}

it('a deformed workbook is set right by accepting proposals alone, and needs no second decision, in the browser or in Excel', async () => {
  const clean = await cleanResult();
  let scored = new Uint8Array();
  await withDesk({}, async (desk) => {
    await opens(desk, '填报.xlsx', deformedSample());
    await desk.assessOn(shandong.asOf);
    await desk.page.locator('#tab-data').click();
    await desk.page.getByLabel(appWords.data.year).selectOption(String(YEAR));
    await acceptAll(desk);
    await desk.score();
    scored = new Uint8Array((await desk.download()).bytes);
    expect(await valuesIn(scored)).toEqual(clean);
    expect(desk.complaints).toEqual([]);
  });
  if (scored.length === 0) return;

  await withDesk({}, async (desk) => {
    await opens(desk, '填报-考评结果.xlsx', scored);
    await desk.pane.getByText(appWords.pack.chosenBy.memory).waitFor();
    await desk.pane.locator('summary .aside', { hasText: shandong.asOf }).waitFor();
    await desk.page.locator('#tab-data').click();
    await soon(async () => expect(await desk.page.getByLabel(appWords.data.year).inputValue()).toBe(String(YEAR)));
    await desk.page.locator('#tab-check').click();
    await desk.pane.locator('summary', { hasText: appWords.check.decided }).waitFor();
    await soon(async () => expect(await desk.pane.locator('.proposal').count()).toBe(0));
    await desk.page.locator('#tab-result').click();
    await desk.pane.locator('.count-tile').first().waitFor();
    await soon(async () => expect(await desk.pane.getByText(appWords.result.stale).count()).toBe(0));
    await desk.score();
    expect(await valuesIn((await desk.download()).bytes)).toEqual(clean);
  });

  const book = await workbookFromXlsx(scored);
  await withPane({ book, today: '2018-01-01' }, async (pane) => {
    await pane.text(appWords.pack.chosenBy.memory).waitFor();
    await pane.locator('summary .aside', { hasText: shandong.asOf }).waitFor();
    await pane.tab('result');
    await pane.locator('.count-tile').first().waitFor();
    await soon(async () => expect(await pane.text(appWords.result.stale).count()).toBe(0));
    await pane.tab('check');
    await pane.locator('summary', { hasText: appWords.check.decided }).waitFor();
    await soon(async () => expect(await pane.locator('.proposal').count()).toBe(0));
    await pane.score();
    for (const [name, cells] of (await resultSheets(scored)).sheets)
      expect({ name, cells: cellsInHost(book.sheet(name), cells) }).toEqual({ name, cells });
    // What is taken back in Excel is open again in the browser.
    await pane.tab('check');
    await pane.locator('summary', { hasText: appWords.check.decided }).click();
    const kept = book.xmlParts[0]?.xml;
    await pane.button(appWords.check.withdrawOf('指标数据!D6', '按 56720人 计')).click();
    await pane.text(appWords.check.acceptable(1)).waitFor();
    // It is kept with the workbook a moment after it shows.
    await until('what was taken back is kept', () => book.xmlParts[0]?.xml !== kept);
  });

  const [part] = book.xmlParts;
  await withDesk({}, async (desk) => {
    await opens(desk, '填报-退回.xlsx', withMemory(scored, part!.xml));
    await desk.pane.getByText(appWords.pack.chosenBy.memory).waitFor();
    await desk.page.locator('#tab-check').click();
    await desk.pane.getByText(appWords.check.acceptable(1)).waitFor();
    await soon(async () => expect(await desk.pane.locator('.proposal').allInnerTexts()).toEqual(['按 56720人 计']));
  });
});

/** The sample with a header that nothing is like, and what it comes to once a person says whose it is. */
const STRANGE = '填报数三';
function strangeHeader(): Uint8Array {
  const file = openXlsx(sampleBytes(shandong));
  file.edit([{ sheet: '指标数据', cells: [{ kind: 'value', row: 3, column: 3, value: `${STRANGE}（人）` }] }]);
  return file.bytes();
}

it('a column matched by hand is remembered with the download, in the browser and in Excel', async () => {
  const mapped = openXlsx(strangeHeader());
  const { plan } = assess({
    ...inputOf(packOf(shandong.pack), await mapped.read(), shandong.asOf),
    mapping: { indicators: { staff: STRANGE } },
  });
  await mapped.write(plan!);
  const wanted = await valuesIn(mapped.bytes());
  const chosen = appWords.data.chooseHeader('年末从业人员');
  let scored = new Uint8Array();
  await withDesk({}, async (desk) => {
    await opens(desk, '填报.xlsx', strangeHeader());
    await desk.assessOn(shandong.asOf);
    await desk.page.locator('#tab-data').click();
    await desk.pane.locator('summary', { hasText: appWords.data.missing }).first().click();
    await desk.pane.getByLabel(chosen).first().selectOption({ label: STRANGE });
    await desk.idle();
    await desk.score();
    scored = new Uint8Array((await desk.download()).bytes);
    expect(await valuesIn(scored)).toEqual(wanted);
    expect(desk.complaints).toEqual([]);
  });
  if (scored.length === 0) return;

  await withDesk({}, async (desk) => {
    await opens(desk, '填报-考评结果.xlsx', scored);
    await desk.page.locator('#tab-data').click();
    await desk.pane.getByText(appWords.data.remembered).waitFor();
    await desk.score();
    expect(await valuesIn((await desk.download()).bytes)).toEqual(wanted);
  });

  const book = await workbookFromXlsx(scored);
  await withPane({ book, today: '2018-01-01' }, async (pane) => {
    await pane.tab('data');
    await pane.text(appWords.data.remembered).waitFor();
    await pane.score();
    for (const [name, cells] of (await resultSheets(scored)).sheets)
      expect({ name, cells: cellsInHost(book.sheet(name), cells) }).toEqual({ name, cells });
  });
});

it('a workbook in which nothing was chosen but the pack comes back as it was once its results are cleared', async () => {
  const before = unzipSync(sampleBytes(shandong));
  await withDesk({}, async (desk) => {
    await opens(desk, '填报.xlsx', sampleBytes(shandong));
    await desk.score();
    expect(Object.keys(unzipSync((await desk.download()).bytes))).toContain('customXml/item1.xml');
    await desk.pane.getByRole('button', { name: appWords.commands.clear }).click();
    await desk.page.getByRole('button', { name: appWords.asking.clear.yes, exact: true }).click();
    await desk.idle();
    const after = unzipSync((await desk.download()).bytes);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, bytes] of Object.entries(after))
      if (name !== 'xl/styles.xml') expect({ name, same: Buffer.compare(bytes, before[name]!) === 0 }).toEqual({ name, same: true });
  });
});
