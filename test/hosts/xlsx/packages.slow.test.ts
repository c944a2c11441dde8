import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../../../src/core/problem';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { oddities } from '../../data/packages/oddities';
import { partText, unzip, zip } from '../../ooxml/package-builder';
import type { Written } from '../../ooxml/validator';
import { newFaults, validated } from '../../ooxml/validator';
import { fullPlan, planOf, sheetPlan } from './sample-plan';

const folder = join(__dirname, '../../data/packages');
const read = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)));
const files = readdirSync(folder)
  .filter((file) => /\.xlsx?$/.test(file))
  .sort();

/** What is refused, and at which step. */
const REFUSED: Readonly<Record<string, { readonly step: 'open' | 'read' | 'write'; readonly code: string }>> = {
  'beta-1.xlsx': { step: 'open', code: 'beta-version' },
  'beta-2.xlsx': { step: 'open', code: 'beta-version' },
  'beta-2-refreshed.xlsx': { step: 'open', code: 'beta-version' },
  'biff-2.xls': { step: 'open', code: 'xls-legacy' },
  'biff-3.xls': { step: 'open', code: 'xls-legacy' },
  'biff-4.xls': { step: 'open', code: 'xls-legacy' },
  'biff-5.xls': { step: 'open', code: 'xls-legacy' },
  'row-zero.xlsx': { step: 'read', code: 'outside-sheet' },
  'cell-formats-65480.xlsx': { step: 'write', code: 'too-many-formats' },
};
const usable = files.filter((file) => !Object.hasOwn(REFUSED, file));

/** More formats than fit beside 65,480. */
const manyFormats = {
  ...planOf(sheetPlan({ name: '综合排名', head: [Array.from({ length: 11 }, (_, n) => ({ value: n, style: n }))] })),
  styles: Array.from({ length: 11 }, (_, n) => ({ numberFormat: `0.${'0'.repeat(n + 1)}` })),
};

async function refusal(file: string): Promise<{ step: string; code: string; message: string; nextStep: string }> {
  let step = 'open';
  try {
    const book = openXlsx(read(file));
    step = 'read';
    await book.read();
    step = 'write';
    await book.write(manyFormats);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, message, nextStep } = error.problems[0]!;
    return { step, code, message, nextStep: nextStep ?? '' };
  }
  throw new Error(`${file} was not refused`);
}

it.each([...oddities])('%s is what its builder makes', (file, make) => {
  const made = make();
  if (file.endsWith('.xls')) expect(Buffer.from(read(file)).equals(Buffer.from(made))).toBe(true);
  else expect(unzip(read(file))).toEqual(unzip(made));
});

it.each(usable)('%s is read, looked at, and the very same after results came and went', async (file) => {
  const before = read(file);
  const book = openXlsx(before);
  const cells = (await book.read()).map(({ name, grid }) => [name, grid.rows > 1]);
  expect(cells.length).toBeGreaterThan(0);
  expect(cells[0]![1]).toBe(true);
  expect(book.look().sheets.map(({ name }) => name)).toEqual(cells.map(([name]) => name));
  await book.write(fullPlan());
  const again = openXlsx(book.bytes());
  expect((await again.read()).filter(({ owned }) => owned).map(({ name }) => name)).toEqual(['综合排名', '得分明细']);
  await again.write({ ...fullPlan(), sheets: fullPlan().sheets.slice(1) });
  await again.clear();
  const [old, now] = [unzip(before), unzip(again.bytes())];
  expect(Object.keys(now)).toEqual(Object.keys(old));
  for (const part of Object.keys(old).filter((one) => one !== 'xl/styles.xml'))
    expect({ part, text: partText(again.bytes(), part) }).toEqual({ part, text: partText(before, part) });
});

it.each(Object.entries(REFUSED))(
  '%s is refused in words',
  async (file, { step, code }) => {
    const refused = await refusal(file);
    expect(refused).toMatchObject({ step, code });
    expect(refused.message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(refused.nextStep).toMatch(/[\u4e00-\u9fff].*。$/);
  },
  300_000,
);

it('names row 0 as a row, not as a cell in Excel’s other notation', async () => {
  expect((await refusal('row-zero.xlsx')).message).toContain('第 0 行');
});

it('a file that a system of records wrote is not called damaged', async () => {
  expect((await refusal('biff-2.xls')).message).toContain('早期 Excel');
  expect((await refusal('beta-2.xlsx')).message).toContain('测试版');
});

it('macro modules without a part are sheets without cells', async () => {
  const book = openXlsx(read('macro-modules.xlsx'));
  expect((await book.describe()).sheets).toEqual([
    { name: '指标数据', hidden: false, owned: false, cells: true },
    { name: 'Module1', hidden: true, owned: false, cells: false },
    { name: 'Module2', hidden: false, owned: false, cells: false },
  ]);
  expect((await book.read()).map(({ name }) => name)).toEqual(['指标数据']);
});

it('reads merged whole columns and rows', async () => {
  const [sheet] = await openXlsx(read('merged-lines.xlsx')).read();
  expect(sheet!.grid.merges).toEqual([
    { top: 0, left: 3, bottom: 1_048_575, right: 4 },
    { top: 0, left: 6, bottom: 1_048_575, right: 6 },
    { top: 7, left: 0, bottom: 8, right: 16_383 },
  ]);
  expect(sheet!.grid.rows).toBe(3);
});

it('declares relationships of ours by name where the package knows no extension', async () => {
  const book = openXlsx(read('rels-by-name.xlsx'));
  await book.write(fullPlan());
  const types = partText(book.bytes(), '[Content_Types].xml');
  expect(types).toContain(
    '<Override PartName="/xl/worksheets/_rels/sheet2.xml.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  );
  expect(types).not.toContain('<Default');
});

it('takes the declarations away that LibreOffice added for relationships of our sheets', async () => {
  const book = openXlsx(read('absolute-rels-no-styles-no-strings.xlsx'));
  await book.write(fullPlan());
  const parts = unzip(book.bytes());
  const rels =
    '<Override PartName="/xl/worksheets/_rels/sheet2.xml.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  parts['[Content_Types].xml'] = Buffer.from(partText(book.bytes(), '[Content_Types].xml').replace('</Types>', `${rels}</Types>`));
  const saved = openXlsx(zip(parts));
  await saved.clear();
  expect(partText(saved.bytes(), '[Content_Types].xml')).not.toContain('sheet2.xml.rels');
});

it.each(['sheet-id-2147483646.xlsx', 'sheet-id-4294967294.xlsx'])('%s: new sheets get numbers that are free', async (file) => {
  const book = openXlsx(read(file));
  await book.write(fullPlan());
  const ids = [...partText(book.bytes(), 'xl/workbook.xml').matchAll(/sheetId="(\d+)"/g)].map(([, id]) => Number(id));
  expect(ids.slice(1)).toEqual([1, 2]);
});

it('number formats get free numbers too', async () => {
  const book = openXlsx(read('high-format-numbers.xlsx'));
  await book.write(fullPlan());
  const ids = [...partText(book.bytes(), 'xl/styles.xml').matchAll(/<numFmt numFmtId="(\d+)"/g)].map(([, id]) => Number(id));
  expect(ids).toEqual([164, 4_294_967_294, 165]);
});

validated(
  'what we wrote has no fault that the package had not before',
  async () => {
    const all: Written[] = [];
    for (const file of usable) {
      const before = read(file);
      const book = openXlsx(before);
      await book.write(fullPlan());
      all.push({ name: file, before, after: book.bytes() });
    }
    expect(await newFaults(all, ['Office2019', 'Microsoft365'])).toEqual([]);
  },
  600_000,
);
