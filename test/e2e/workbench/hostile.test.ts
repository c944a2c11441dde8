import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appWords } from '../../../src/app/words';
import { oldFileWords } from '../../../src/hosts/old-files/words';
import { fileWords } from '../../../src/ooxml/words';
import { workbenchWords as words } from '../../../src/workbench/words';
import { zip } from '../../ooxml/package-builder';
import { withDesk, type Desk } from './desk';
import * as hostile from './hostile-workbooks';
import { MISCHIEF } from './hostile-workbooks';
import { soon } from '../soon';
import { PATIENCE } from '../patience';

const folder = mkdtempSync(join(tmpdir(), 'zone-assessor-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OPEN_MS = 2 * PATIENCE;
const SAMPLE_CELL = ['指标数据', 'B6'] as const;

/** Files above this size are handed to the browser by path. */
const LARGE = 40_000_000;

async function pick(desk: Desk, name: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length < LARGE) return desk.pick({ name, bytes });
  writeFileSync(join(folder, name), bytes);
  await desk.pick(join(folder, name));
}

/** Unsaved results are left behind where the page asks. */
async function opens(desk: Desk, name: string, bytes: Uint8Array): Promise<void> {
  await pick(desk, name, bytes);
  const asks = desk.page.locator('dialog.leave');
  const bar = desk.page.locator('.bar-name', { hasText: name });
  await asks.or(bar).first().waitFor({ timeout: OPEN_MS });
  if (await asks.isVisible()) await desk.button(words.leave.open).click();
  await bar.waitFor({ timeout: OPEN_MS });
  await desk.ready(OPEN_MS);
}

/** The page answers: it paints, and the sheet under the pointer scrolls. */
async function alive(desk: Desk): Promise<void> {
  const { page } = desk;
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, 2000);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await page.mouse.wheel(3000, -2000);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

async function scores(desk: Desk): Promise<void> {
  await desk.score(OPEN_MS);
  await soon(async () => expect((await desk.notices()).join('\n')).toContain(appWords.done.scored(0).slice(0, 4)));
}

/** The workbook is refused in words, and the one before it stays as it was. */
async function refuses(desk: Desk, name: string, bytes: Uint8Array | string, message: string | RegExp): Promise<void> {
  const before = [await desk.page.locator('.bar-name').textContent(), await desk.text(...SAMPLE_CELL)];
  if (typeof bytes === 'string') await desk.pick(bytes);
  else await pick(desk, name, bytes);
  const notice = desk.page.locator('.strip .notice', { hasText: message });
  await notice.waitFor({ timeout: OPEN_MS });
  await desk.ready(OPEN_MS);
  await soon(async () => expect(await desk.page.locator('.strip .notice').count()).toBe(1));
  await soon(async () => expect(await notice.locator('.next').textContent()).toMatch(/。$/));
  await soon(async () => expect([await desk.page.locator('.bar-name').textContent(), await desk.text(...SAMPLE_CELL)]).toEqual(before));
  await notice.getByRole('button', { name: words.close }).click();
}

/** The sample beneath can still be worked with. */
async function usable(desk: Desk): Promise<void> {
  await alive(desk);
  await desk.type(SAMPLE_CELL[0], 'D6', '60000');
  await desk.shows(SAMPLE_CELL[0], 'D6', '60,000');
  await scores(desk);
}

/** Says which file it was. */
async function during(name: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

interface Working {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** A cell of the sheet on top and what it shows. */
  readonly shows: readonly [cell: string, text: string] | readonly [cell: string, text: string, sheet: string];
  readonly then?: (desk: Desk) => Promise<void>;
}

/** Each workbook is the sample with something hostile beside it: it opens, scrolls and is scored, and so is the plain sample afterwards. */
async function works(cases: readonly Working[]): Promise<void> {
  await withDesk({}, async (desk) => {
    for (const {
      name,
      bytes,
      shows: [cell, text, sheet = MISCHIEF],
      then,
    } of cases) {
      await during(name, async () => {
        await opens(desk, `${name}.xlsx`, bytes());
        await desk.shows(sheet, cell, text);
        await alive(desk);
        await then?.(desk);
        await scores(desk);
        await alive(desk);
        expect(desk.complaints).toEqual([]);
      });
    }
    await during('the sample afterwards', async () => {
      await opens(desk, '山东.xlsx', hostile.sample());
      await usable(desk);
    });
  });
}

const BROKEN = '<a><b></a>';
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('refused in words', () => {
  it.each<[string, () => readonly (readonly [string, Uint8Array, string])[]]>([
    [
      'files that are no .xlsx',
      () => [
        ['空.xlsx', new Uint8Array(0), fileWords.empty().message],
        ['乱码.xlsx', Uint8Array.of(1, 2, 3), fileWords.notZip().message],
        ['引号.csv', text('地区,产值\n甲,"1'), oldFileWords.openQuote(2).message],
        ['通报.pdf', text('%PDF-1.4\n1 0 obj'), fileWords.pdf().message],
        ['网页.xlsx', text('<html><table></table></html>'), fileWords.markup().message],
        ['旧版.xls', hostile.compoundFile('Workbook'), oldFileWords.broken().message],
        ['加密.xlsx', hostile.compoundFile('EncryptionInfo', 'EncryptedPackage'), fileWords.encrypted().message],
        [
          '开放文档.ods',
          zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
          fileWords.openDocument().message,
        ],
        ['照片.zip', zip({ 'a.png': 'x' }), fileWords.notZip().message],
      ],
    ],
    [
      'damaged ones',
      () => [
        ['半截.xlsx', hostile.sample().slice(0, 9000), fileWords.truncated().message],
        ['表.xlsx', hostile.sampleWithPart('xl/worksheets/sheet2.xml', BROKEN), 'xl/worksheets/sheet2.xml'],
        ['样式.xlsx', hostile.sampleWithPart('xl/styles.xml', BROKEN), 'xl/styles.xml'],
        ['文字.xlsx', hostile.sampleWithPart('xl/sharedStrings.xml', BROKEN), 'xl/sharedStrings.xml'],
        ['主题.xlsx', hostile.sampleWithPart('xl/theme/theme1.xml', BROKEN), 'xl/theme/theme1.xml'],
        ['文档类型.xlsx', hostile.documentType(), fileWords.doctype('xl/styles.xml').message],
      ],
    ],
    [
      'bombs and giants',
      () => [
        ['炸弹.xlsx', hostile.bomb(), fileWords.zipBomb('').message.slice(0, 9)],
        ['文字炸弹.xlsx', hostile.textBomb(), fileWords.zipBomb('').message.slice(0, 9)],
      ],
    ],
  ])('%s', async (_, files) => {
    await withDesk({}, async (desk) => {
      for (const [name, bytes, message] of files()) await during(name, () => refuses(desk, name, bytes, message));
      await usable(desk);
    });
  });

  it('a file above the limit is refused before it is read, one below it is looked into', async () => {
    await withDesk({}, async (desk) => {
      const over = join(folder, '超限.xlsx');
      writeFileSync(over, '');
      truncateSync(over, 100_000_001);
      await refuses(desk, '', over, words.trouble.tooBig('超限.xlsx', 101, 100).message);
      truncateSync(over, 100_000_000);
      await refuses(desk, '', over, fileWords.notZip().message);
      await usable(desk);
    });
  });
});

describe('opened, shown and scored', () => {
  it('many sheets, wide sheets, tall sheets', () =>
    works([
      { name: '两百张表', bytes: () => hostile.manySheets(200), shows: ['A1', '1', '表1'] },
      { name: '最宽', bytes: hostile.widestSheet, shows: ['XFD3', '16383'] },
      { name: '末格', bytes: hostile.lastCell, shows: ['A1', ''] },
      { name: '角上一格', bytes: hostile.strayCell, shows: ['D6', '56,720', SAMPLE_CELL[0]] },
      { name: '百万行样式', bytes: hostile.styledRows, shows: ['A1', '7'] },
    ]));

  it('formulas', () =>
    works([
      { name: '循环引用', bytes: hostile.circles, shows: ['A1', '0'] },
      { name: '易失函数', bytes: hostile.volatileFormulas, shows: ['B2', '1'] },
      { name: '最长公式', bytes: hostile.longFormula, shows: ['A1', '4096'] },
    ]));

  it('texts and names', () =>
    works([
      { name: '最长文字', bytes: hostile.longTexts, shows: ['A50', hostile.LONG_TEXT] },
      {
        name: '脚本',
        bytes: hostile.markup,
        shows: ['A1', hostile.MARKUP],
        then: async (desk) => {
          await desk.shows(MISCHIEF, 'B1', hostile.COMMAND);
          for (const cell of ['A1', 'C1', 'D1', 'A2']) await desk.select(MISCHIEF, cell);
          await soon(async () => expect(await desk.page.evaluate(() => 'pwned' in window)).toBe(false));
        },
      },
      { name: '怪名', bytes: hostile.oddNames, shows: ['A2', '3', hostile.ODD_NAMES[1]!] },
    ]));

  it('furniture', () =>
    works([
      { name: '条件格式', bytes: hostile.manyConditions, shows: ['B2', '1'] },
      { name: '合并', bytes: hostile.manyMerges, shows: ['A3', '2'] },
      { name: '重叠合并', bytes: hostile.overlappingMerges, shows: ['A1', '角'] },
      { name: '冻结', bytes: hostile.frozenToTheEnd, shows: ['A200', '200'] },
    ]));

  it('large files', () =>
    works([
      { name: '四十兆文字', bytes: () => hostile.incompressible(40), shows: ['U2', '1'] },
      { name: '九十兆图片', bytes: () => hostile.largePicture(90), shows: ['D6', '56,720', SAMPLE_CELL[0]] },
    ]));
});
