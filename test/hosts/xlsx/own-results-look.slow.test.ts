import { cellName } from '../../../src/core/cell';
import type { CellStyle, Plan, SheetPlan } from '../../../src/core/plan';
import type { BookLook, SheetLook, StyleLook } from '../../../src/ooxml/look/look';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { layOut, span } from '../../../src/hosts/results/layout';
import { smallBooks } from '../../core/report/small-books';
import { assessed } from '../../packs/run';
import { sheetOf, workbook } from '../../ooxml/package-builder';
import { fullPlan } from './sample-plan';
import { template } from './template';
import { cellsOf, styleSheet } from '../../ooxml/look/look-of';

type Wanted = { readonly value: unknown; readonly style: CellStyle | undefined; readonly formula: string | undefined };

/** Every cell of a sheet plan by its name. */
function wantedCells(plan: Plan, sheet: SheetPlan): Map<string, Wanted> {
  const layout = layOut(sheet, plan.styles.length);
  const wanted = new Map<string, Wanted>();
  const style = (n: number | undefined): CellStyle | undefined => (n === undefined ? undefined : plan.styles[n]);
  const block = (rows: typeof layout.head, top: number): void =>
    rows.forEach((cells, n) => {
      for (const { column, cell } of cells) {
        const value = cell.value === '' && !cell.formula ? null : cell.value === null && cell.formula ? '' : cell.value;
        if (value !== null || cell.formula || cell.style !== undefined)
          wanted.set(cellName(top + n, column), { value, style: style(cell.style), formula: cell.formula || undefined });
        if (cell.style !== undefined)
          for (let covered = 1; covered < span(cell); covered++)
            wanted.set(cellName(top + n, column + covered), { value: null, style: style(cell.style), formula: undefined });
      }
    });
  block(layout.head, 0);
  block(layout.foot, sheet.head.length + sheet.bodyRows);
  sheet.body.forEach((column, c) => {
    for (let row = 0; row < sheet.bodyRows; row++) {
      const formula = column.kind === 'number' ? column.formulas?.[row] || undefined : undefined;
      const raw = column.values[row]!;
      const value = raw === '' || raw !== raw ? (formula === undefined ? null : '') : raw;
      wanted.set(cellName(sheet.head.length + row, c), { value, style: style(column.styles?.[row] ?? column.style), formula });
    }
  });
  return wanted;
}

/** What a cell style of a plan must come to on screen, in a workbook whose default font is this. */
function wantedStyle(style: CellStyle | undefined, usual: StyleLook): StyleLook {
  if (!style) return usual;
  const side = { line: 'thin', color: 'BFBFBF' };
  return {
    ...((style.font ?? usual.font) === undefined ? {} : { font: style.font ?? usual.font }),
    size: style.size ?? 10.5,
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
    ...(style.color ? { color: style.color } : {}),
    ...(style.fill ? { fill: style.fill } : {}),
    ...(style.align ? { align: style.align } : {}),
    valign: style.valign ?? 'center',
    ...(style.wrap ? { wrap: true } : {}),
    ...(style.border ? { borders: { left: side, right: side, top: side, bottom: side } } : {}),
    ...(style.numberFormat && style.numberFormat !== 'General' ? { numberFormat: style.numberFormat } : {}),
  };
}

function expectSheet(book: BookLook, look: SheetLook, plan: Plan, sheet: SheetPlan, digit: number): void {
  const layout = layOut(sheet, plan.styles.length);
  const cells = cellsOf(book, look);
  const wanted = wantedCells(plan, sheet);
  expect(Object.keys(cells).sort()).toEqual([...wanted.keys()].sort());
  for (const [name, { value, style, formula }] of wanted) {
    expect({ name, value: cells[name]!.value, formula: cells[name]!.formula }).toEqual({ name, value, formula });
    expect({ name, ...cells[name]!.style }).toEqual({ name, ...wantedStyle(style, book.styles[0]!) });
  }
  expect(look.owned).toBe(true);
  expect(look.tabColor).toBe(sheet.tabColor);
  expect(look.gridLines).toBe(false);
  expect(look.freeze).toEqual({ rows: Math.max(0, sheet.freeze.rows), columns: Math.max(0, sheet.freeze.columns) });
  const place = ({ top, left }: { top: number; left: number }): number => top * 20_000 + left;
  expect(look.merges).toEqual([...layout.merges].sort((a, b) => place(a) - place(b)));
  expect(look.notes).toEqual(layout.notes.map(({ row, column, text }) => ({ row, column, text })));
  expect(look.links).toEqual(layout.links.map(({ row, column, link }) => ({ row, column, to: `'${link.sheet}'!${link.cell}` })));
  expect([look.drawings, look.protected]).toEqual([(sheet.charts ?? []).length > 0, false]);
  const kinds = { blank: 'blanks', number: 'cellIs', bar: 'dataBar' } as const;
  expect(look.conditional.map(({ kind, areas }) => [kind, areas])).toEqual(
    (sheet.looks ?? []).map(({ kind, areas }) => [kinds[kind], areas]),
  );
  sheet.widths.forEach((width, n) => {
    // The plan counts characters, Excel keeps five pixels beside them.
    const found = look.columns.find(({ first, last }) => first <= n && n <= last)?.width ?? 0;
    expect(Math.abs(found - (width * digit + 5))).toBeLessThanOrEqual(1);
  });
  [
    ...(sheet.headHeights ?? []).map((height, n) => [n, height] as const),
    ...Array.from(sheet.bodyHeights ?? [], (height, n) => [sheet.head.length + n, height || undefined] as const),
  ].forEach(([row, height]) => {
    expect([row, look.rows.find(({ first, last }) => first <= row && row <= last)?.height]).toEqual([
      row,
      height === undefined ? undefined : Math.round((height * 4) / 3),
    ]);
  });
}

const plans = [
  ['a plan with everything', fullPlan()],
  ...smallBooks.map(({ pack, sheets }) => [pack.pack, assessed(pack, sheets).plan!]),
] as [string, Plan][];

describe.each(plans)('%s', (_, plan) => {
  it.each([
    [
      'a plain workbook',
      () =>
        workbook({
          sheets: [
            {
              name: '数据',
              xml: sheetOf([
                ['地区', '产值'],
                ['甲', 1],
              ]),
            },
          ],
          styles: styleSheet({}),
        }),
      7,
    ],
    ['a template with everything', template, 8],
  ])('written into %s comes back whole', async (_name, bytes, digit) => {
    const file = openXlsx(bytes());
    const before = file.look();
    await file.write(plan);
    const book = file.look();
    const ours = book.sheets.filter(({ owned }) => owned);
    expect(ours.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
    plan.sheets.forEach((sheet, n) => expectSheet(book, ours[n]!, plan, sheet, digit));
    // The user's own sheets look as before; only the numbers of styles may be other ones.
    const users = book.sheets.filter(({ owned }) => !owned);
    expect(users.map((sheet) => cellsOf(book, sheet))).toEqual(before.sheets.map((sheet) => cellsOf(before, sheet)));
    expect(structuredClone(book)).toEqual(book);
  });
});
