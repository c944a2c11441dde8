import { strFromU8, unzipSync } from 'fflate';
import { CellKind } from '../../src/core/grid';
import type { Grid } from '../../src/core/grid';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { Package } from '../../src/ooxml/parts/package';
import { readWorkbookPart } from '../../src/ooxml/parts/workbook-part';
import { attribute, child, childrenNamed, isSet, readTree } from '../../src/ooxml/xml/xml-tree';
import type { CellContent } from './model/entry';
import type { SheetModel } from './model/sheet';
import { WorkbookModel } from './model/workbook';

/** A workbook as Excel would show the file: values, formulas, number formats, merges, hidden sheets, names, custom XML. Other formats stay out. */
export async function workbookFromXlsx(bytes: Uint8Array): Promise<WorkbookModel> {
  const file = openXlsx(bytes);
  const book = new WorkbookModel();
  const { traits } = await file.describe();
  for (const { name, grid, hidden } of await file.read()) {
    const sheet = book.addSheet(name);
    if (hidden) sheet.visibility = 'Hidden';
    fill(sheet, grid);
  }
  if (traits.includes('protected-structure')) book.protection = { options: {} };
  addNames(book, bytes);
  const parts = Object.entries(unzipSync(bytes)).filter(([part]) => /^customXml\/item\d+\.xml$/.test(part));
  for (const [, xml] of parts) book.xmlParts.push({ id: book.guid(), xml: strFromU8(xml) });
  book.active = book.visibleSheets[0];
  return book;
}

/** Names but those that Excel keeps to itself (print titles, filters). */
function addNames(book: WorkbookModel, bytes: Uint8Array): void {
  const pack = Package.open(bytes);
  const { part, sheets } = readWorkbookPart(pack);
  for (const element of childrenNamed(child(readTree(part, pack.text(part).text), 'definedNames'), 'definedName')) {
    const name = attribute(element, 'name') ?? '';
    const local = attribute(element, 'localSheetId');
    const sheet = local === undefined ? undefined : book.find(sheets[Number(local)]?.name ?? '');
    if (name.startsWith('_xlnm.') || (local !== undefined && !sheet)) continue;
    book.addName(name, `=${element.text}`, {
      comment: attribute(element, 'comment') ?? '',
      visible: !isSet(element, 'hidden'),
      ...(sheet && { sheet }),
    });
  }
}

function fill(sheet: SheetModel, grid: Grid): void {
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const content = contentOf(grid, row, column);
      if (content) sheet.put(row, column, content);
      const format = grid.format(row, column);
      if (format !== 'General') sheet.styles.set({ top: row, left: column, bottom: row, right: column }, 'numberFormat', format);
    }
  }
  sheet.merges = [...grid.merges];
}

function contentOf(grid: Grid, row: number, column: number): CellContent | undefined {
  const text = grid.formula(row, column);
  const formula = text === undefined ? {} : { formula: `=${text}` };
  switch (grid.kind(row, column)) {
    case CellKind.number:
      return { value: grid.number(row, column), ...formula };
    case CellKind.text:
      return { value: grid.text(row, column), ...formula };
    case CellKind.boolean: {
      const cell = grid.cell(row, column);
      return { value: cell.kind === 'boolean' && cell.value, ...formula };
    }
    case CellKind.error:
      return { value: grid.text(row, column), error: true, ...formula };
    default:
      return text === undefined ? undefined : { value: '', ...formula };
  }
}
