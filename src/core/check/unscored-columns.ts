import { parseCellName } from '../cell';
import { CellKind, type SheetGrid } from '../grid';
import type { Figures } from '../measure/figures';
import { places } from '../pack/clause-place';
import type { Problem } from '../problem';
import { foldText } from '../table/fold';
import { PATH_MARK } from '../table/describe/header-columns';
import { ORDINAL_HEADER } from '../table/vocabulary';
import type { ReadTable } from '../table/spec';
import { contentWords as words } from '../words/contents';

/** How many columns are named. */
const NAMED = 10;

/**
 * Columns of figures on the main table's sheet that the pack does not know: said once, with how to have them scored.
 * @param elsewhere columns of that sheet, from 0, that another document's standard takes
 */
export function unscoredColumns(
  figures: Figures,
  sheets: readonly SheetGrid[],
  elsewhere: (sheet: string) => ReadonlySet<number>,
): Problem[] {
  const { pack } = figures;
  const table = figures.tables.get(pack.main_table);
  const sheet = table && sheets.find(({ name }) => name === table.sheet);
  if (!table || !sheet || table.transposed) return [];
  const taken = elsewhere(table.sheet);
  const found = table.unmatched.filter(
    ({ header, cell }) =>
      !taken.has(parseCellName(cell)?.column ?? -1) &&
      header !== '' &&
      !header.split(PATH_MARK).some((level) => ORDINAL_HEADER.test(foldText(level))) &&
      holdsFigures(table, sheet, cell),
  );
  const [first] = found;
  if (!first) return [];
  const named = found
    .slice(0, NAMED)
    .map(({ header, cell }) => `${cell}“${header}”`)
    .join('、');
  const names = named + (found.length > NAMED ? words.more(found.length) : '');
  const said =
    pack.contents?.list === 'open'
      ? words.unscored(table.sheet, names, found.length)
      : words.unscoredClosed(table.sheet, names, found.length, places(pack.contents?.clause ?? []));
  return [{ severity: 'info', code: 'columns-unscored', sheet: table.sheet, cell: first.cell, ...said }];
}

/** Whether most of a column's filled cells are numbers. */
function holdsFigures({ rows }: ReadTable, { grid }: SheetGrid, headerCell: string): boolean {
  const column = parseCellName(headerCell)?.column;
  if (column === undefined) return false;
  let numbers = 0;
  let texts = 0;
  for (const row of rows) {
    const kind = grid.kind(row, column);
    if (kind === CellKind.number) numbers++;
    else if (kind === CellKind.text) texts++;
  }
  return numbers > texts;
}
