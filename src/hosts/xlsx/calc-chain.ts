import type { Edit } from './xml-outline';
import { applyEdits, attribute, childrenNamed, outline, setAttribute } from './xml-outline';

/**
 * Takes the cells of sheets that go out of the calculation chain: Excel offers to repair a file whose chain names cells that are
 * not there. An entry without a sheet number has that of the entry before it.
 * @returns undefined where nothing would be left, because an empty chain is against the schema
 */
export function withoutSheets(part: string, text: string, sheetIds: ReadonlySet<number>): string | undefined {
  const cells = childrenNamed(outline(part, text), 'c');
  const edits: Edit[] = [];
  let sheet: string | undefined;
  let gap = false;
  let left = 0;
  for (const cell of cells) {
    const own = attribute(cell, 'i');
    sheet = own ?? sheet;
    if (sheetIds.has(Number(sheet))) {
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
