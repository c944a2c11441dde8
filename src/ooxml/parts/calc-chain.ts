import type { Package } from './package';
import { dropPart } from './part-adding';
import type { WorkbookPart } from './workbook-part';
import type { Edit } from '../xml/xml-outline';
import { applyEdits, outline, setAttribute } from '../xml/xml-outline';
import { attribute, childrenNamed } from '../xml/xml-tree';

/**
 * Takes cells out of the calculation chain: Excel offers to repair a file whose chain names cells that are not there or hold no
 * formula. An entry without a sheet number has that of the entry before it.
 * @param gone told a sheet's number and a cell ("B4")
 * @returns undefined where nothing would be left, because an empty chain is against the schema
 */
export function withoutCells(part: string, text: string, gone: (sheetId: number, cell: string) => boolean): string | undefined {
  const cells = childrenNamed(outline(part, text), 'c');
  const edits: Edit[] = [];
  let sheet: string | undefined;
  let gap = false;
  let left = 0;
  for (const cell of cells) {
    const own = attribute(cell, 'i');
    sheet = own ?? sheet;
    if (gone(Number(sheet), attribute(cell, 'r') ?? '')) {
      edits.push({ start: cell.start, end: cell.end, text: '' });
      gap = true;
      continue;
    }
    left++;
    if (own === undefined && gap && sheet !== undefined) edits.push(setAttribute(text, cell, 'i', sheet));
    gap = false;
  }
  return left === 0 && cells.length > 0 ? undefined : applyEdits(text, edits);
}

/** {@link withoutCells} for all cells of sheets that go. */
export function withoutSheets(part: string, text: string, sheetIds: ReadonlySet<number>): string | undefined {
  return withoutCells(part, text, (sheetId) => sheetIds.has(sheetId));
}

/** Shortens the workbook's calculation chain, if it has one; Excel builds the chain anew where it is missing. */
export function shortenCalcChain(pack: Package, workbook: WorkbookPart, gone: (sheetId: number, cell: string) => boolean): void {
  const part = workbook.parts.get('calcChain');
  if (part === undefined || !pack.has(part)) return;
  const left = withoutCells(part, pack.text(part).text, gone);
  if (left === undefined) dropPart(pack, workbook, 'calcChain', part);
  else pack.edit(part, () => left);
}
