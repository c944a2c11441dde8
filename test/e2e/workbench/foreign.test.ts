import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appWords } from '../../../src/app/words';
import { cellName } from '../../../src/core/cell';
import { CellKind, type Grid } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../../../src/workbench/words';
import { unzip } from '../../ooxml/package-builder';
import { template } from '../../hosts/xlsx/template';
import { officialTemplate } from '../../ooxml/look/official-template';
import { withDesk, type Desk } from './desk';
import { soon } from '../soon';

const yearbook = (name: string): Uint8Array => readFileSync(join(__dirname, '../../data/yearbook', `${name}.xlsx`));
const TABLES = ['C0202', 'C0206', 'C1106', 'C1302', 'C1805', 'nbs_fenSheng_GDP_title_footnotes'];

async function opens(desk: Desk, name: string, bytes: Uint8Array): Promise<void> {
  await desk.pick({ name, bytes });
  const asks = desk.page.locator('dialog.leave');
  const bar = desk.page.locator('.bar-name', { hasText: name });
  await asks.or(bar).first().waitFor();
  if (await asks.isVisible()) await desk.button(words.leave.open).click();
  await bar.waitFor();
  await desk.ready();
}

/** What the screen shows in the whole sheet, row by row. */
const shownIn = (desk: Desk, sheet: string, { rows, columns }: Grid): Promise<string[][]> => {
  const names = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_unused, column) => cellName(row, column)));
  return desk.page.evaluate(([of, places]) => places.map((line) => line.map((place) => window.workbench?.at(of, place)?.text ?? '')), [
    sheet,
    names,
  ] as const);
};

/** Numbers are compared to half a unit of the last digit shown. */
function agrees(shown: string, grid: Grid, row: number, column: number): boolean {
  switch (grid.kind(row, column)) {
    case CellKind.empty:
      return shown === '';
    case CellKind.number: {
      const digits = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
      return shown !== '' && Math.abs(Number(shown.replace(/[, ]/g, '')) - grid.number(row, column)) <= 0.5 * 10 ** -digits + 1e-9;
    }
    default:
      return shown === grid.text(row, column);
  }
}

/** Parts whose bytes differ, and those that only one of the two has. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzip(before), unzip(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((part) => !a[part] || !b[part] || !Buffer.from(a[part]).equals(Buffer.from(b[part])))
    .sort();
}

describe('yearbook tables', () => {
  it('are shown as they are, fit no pack, and keep everything but the cell that was edited', async () => {
    await withDesk({}, async (desk) => {
      for (const name of TABLES) {
        const bytes = yearbook(name);
        const [sheet] = await openXlsx(bytes).read();
        const { grid } = sheet!;
        await opens(desk, `${name}.xlsx`, bytes);
        await desk.shows(
          sheet!.name,
          cellName(grid.rows - 1, grid.columns - 1),
          (await desk.text(sheet!.name, cellName(grid.rows - 1, grid.columns - 1))) ?? '',
        );
        const shown = await shownIn(desk, sheet!.name, grid);
        const wrong = shown.flatMap((line, row) =>
          line.flatMap((text, column) => (agrees(text, grid, row, column) ? [] : [`${name} ${cellName(row, column)}: ${text}`])),
        );
        expect(wrong).toEqual([]);
        for (const { top, left, bottom, right } of grid.merges) {
          for (let row = top; row <= bottom; row++)
            for (let column = left; column <= right; column++)
              if (row !== top || column !== left) expect(shown[row]?.[column] ?? '').toBe('');
        }

        await soon(async () => expect(await desk.pane.innerText()).toContain(appWords.pack.none));
        await desk.score();
        await soon(async () => expect((await desk.notices()).join('\n')).toContain(appWords.trouble.noPack.message));

        const last = cellName(grid.rows - 1, 0);
        await desk.nameBox.fill(last);
        await desk.nameBox.press('Enter');
        await desk.page.keyboard.type('改过');
        await desk.page.keyboard.press('Enter');
        await desk.shows(sheet!.name, last, '改过');
        const saved = await desk.download();
        const part = 'xl/worksheets/sheet1.xml';
        expect(changedParts(bytes, saved.bytes).filter((one) => one !== 'xl/sharedStrings.xml')).toEqual([part]);
        const rows = (of: Uint8Array): string[] => new TextDecoder().decode(unzip(of)[part]).split(/(?=<row )/);
        const [before, after] = [rows(bytes), rows(saved.bytes)];
        expect(after.filter((row, n) => row !== before[n]).length).toBe(1);
      }
    });
  });

  it('numbers look as LibreOffice shows them', async () => {
    await withDesk({}, async (desk) => {
      const row = (cells: readonly string[]): Promise<(string | undefined)[]> =>
        Promise.all(cells.map((cell) => desk.text('Sheet1', cell)));
      await opens(desk, 'C0202.xlsx', yearbook('C0202'));
      await soon(async () => expect(await row(['B5', 'C5', 'D5', 'E5'])).toEqual([' 6 340.50', ' 2 418.33', '  972.68', ' 3 814']));
      await opens(desk, 'C1106.xlsx', yearbook('C1106'));
      await soon(async () =>
        expect(await row(['A9', 'B9', 'C9', 'D9', 'E9', 'F9'])).toEqual([' 黄浦区', ' 1 749', '  8', '…', ' 1 386', '  87']),
      );
    });
  });
});

describe('a workbook with macros, charts, pictures and protected sheets', () => {
  it('tells what is not shown, refuses locked cells, and keeps all parts', async () => {
    const bytes = template({ macros: true });
    await withDesk({}, async (desk) => {
      await opens(desk, '模板.xlsm', bytes);
      const notes = await desk.page.locator('.strip p.quiet').innerText();
      expect(notes).toContain(words.notes.drawings);
      expect(notes).toContain(words.notes.macros);
      await desk.shows('指标表', 'A1', '开发区指标表');
      await desk.nameBox.fill('B3');
      await desk.nameBox.press('Enter');
      await desk.page.keyboard.type('5');
      await desk.page.locator('.strip', { hasText: words.refusal.protected('指标表') }).waitFor();
      await desk.page.keyboard.press('Escape');
      const saved = await desk.download();
      expect(saved.name).toMatch(/\.xlsm$/);
      expect(changedParts(bytes, saved.bytes)).toEqual([]);
    });
  });

  it('an unlocked cell of a protected sheet can be edited, and nothing else changes', async () => {
    const bytes = officialTemplate();
    await withDesk({}, async (desk) => {
      await opens(desk, '填报表.xlsx', bytes);
      const look = openXlsx(bytes).look();
      const sheet = look.sheets.find(({ name }) => name === '填报表')!;
      expect(sheet.protected).toBe(true);
      const { rowStart, columnOf, styleOf, rows } = sheet.cells;
      const cells = Array.from({ length: rows }, (_, row) =>
        Array.from(columnOf.subarray(rowStart[row], rowStart[row + 1]), (column, n) => ({
          cell: cellName(row, column),
          locked: look.styles[styleOf[rowStart[row]! + n]!]?.locked !== false,
        })),
      ).flat();
      const open = cells.filter(({ locked }) => !locked)[0]!.cell;
      await desk.nameBox.fill(open);
      await desk.nameBox.press('Enter');
      await desk.page.keyboard.type('7');
      await desk.page.keyboard.press('Enter');
      await desk.page.waitForFunction(([place]) => window.workbench?.at('填报表', place)?.text.startsWith('7'), [open] as const);
      const saved = await desk.download();
      // The workbook's own part asks Excel to work out the sums anew.
      expect(changedParts(bytes, saved.bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet2.xml']);
    });
  });
});
