import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appWords } from '../../../src/app/words';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../../../src/workbench/words';
import { soon } from '../soon';
import { withDesk, type Desk } from './desk';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../../data/old-files', name)));

/** Picks the file, and waits until the new workbook that is made of it is open. */
async function opens(desk: Desk, file: string, made: string): Promise<void> {
  await desk.pick({ name: file, bytes: bytesOf(file) });
  const asks = desk.page.locator('dialog.leave');
  const bar = desk.page.locator('.bar-name', { hasText: made });
  await asks.or(bar).first().waitFor();
  if (await asks.isVisible()) await desk.button(words.leave.open).click();
  await bar.waitFor();
  await desk.ready();
}

it.each([
  ['national-2014.xls', '《national-2014.xls》是旧格式工作簿', ['填表说明', '指标数据', '指标体系', '上年结果', '权重与参数']],
  ['national-2014.csv', '《national-2014.csv》是文本表格（GB18030 编码，逗号分隔）', ['national-2014']],
])('%s opens, says what stayed behind, is scored and goes out as an .xlsx', async (file, says, sheets) => {
  await withDesk({}, async (desk) => {
    await opens(desk, file, 'national-2014.xlsx');
    await soon(async () => expect((await desk.notices()).join('\n')).toContain(says));
    await desk.score();
    await soon(async () => expect((await desk.notices()).join('\n')).toContain(appWords.done.scored(0).slice(0, 4)));
    const { name, bytes } = await desk.download();
    expect(name).toBe('national-2014-考评结果.xlsx');
    const read = await openXlsx(bytes).read();
    expect(read.filter(({ owned }) => !owned).map((one) => one.name)).toEqual(sheets);
    expect(read.filter(({ owned }) => owned).length).toBeGreaterThan(1);
    expect(desk.asked.filter((path) => /old-xls/.test(path))).toHaveLength(file.endsWith('.xls') ? 1 : 0);
    expect(desk.complaints).toEqual([]);
  });
});

it('the library for old workbooks is not fetched for an .xlsx', async () => {
  await withDesk({}, async (desk) => {
    await desk.pick(join(__dirname, '../../../assets/samples/national-2014.xlsx'));
    await desk.page.locator('.bar-name', { hasText: 'national-2014.xlsx' }).waitFor();
    await desk.ready();
    expect(desk.asked.filter((path) => /old-xls/.test(path))).toEqual([]);
  });
});
