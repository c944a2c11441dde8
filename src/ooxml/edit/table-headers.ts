import { cellName, parseCellName } from '../../core/cell';
import { fileWords as words } from '../words';
import type { Package } from '../parts/package';
import { refusal } from '../../core/refusal';
import type { WorkbookSheet } from '../parts/workbook-part';
import { outline } from '../xml/xml-outline';
import { attribute, child, childrenNamed } from '../xml/xml-tree';
import { decodeCellText } from '../xml/xml-text';
import type { CellEdit } from './cell-edit';

/**
 * The header of a table (an Excel list object) names its columns a second time in the table's own part, and formulas refer to them;
 * Excel offers to repair a file where the two differ. So a header cell keeps its text.
 * @throws ProblemError table-header
 */
export function checkTableHeaders(pack: Package, { name: sheet, part }: WorkbookSheet, cells: readonly CellEdit[]): void {
  for (const table of pack.relationships(part)) {
    if (table.kind !== 'table' || !pack.has(table.part)) continue;
    const root = outline(table.part, pack.text(table.part).text);
    const [from, to] = (attribute(root, 'ref') ?? '').split(':').map(parseCellName);
    if (!from || !to || attribute(root, 'headerRowCount') === '0') continue;
    const list = child(root, 'tableColumns');
    const columns = list ? childrenNamed(list, 'tableColumn').map((one) => decodeCellText(attribute(one, 'name') ?? '')) : [];
    for (const { row, column, kind, value } of cells) {
      if (kind === 'result' || row !== from.row || column < from.column || column > to.column) continue;
      if (kind === 'value' && value === columns[column - from.column]) continue;
      const cell = cellName(row, column);
      throw refusal('table-header', words.tableHeader(sheet, cell, attribute(root, 'displayName') ?? ''), { sheet, cell });
    }
  }
}
