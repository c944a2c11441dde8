import { cellName } from '../../core/cell';
import { shortenCalcChain } from '../parts/calc-chain';
import type { Package } from '../parts/package';
import { calculateOnLoad, calculatesOnLoad } from '../parts/calculation';
import type { WorkbookPart, WorkbookSheet } from '../parts/workbook-part';
import type { CellEdit, SheetEdits } from './cell-edit';
import { CellStyles } from './cell-styles';
import { checkEdits } from './check-edits';
import { EditedRows } from './edited-rows';
import { settleFormulas } from './settle-formulas';
import { SheetPatch } from './patch-cells';
import { Utf8Part, splicePart } from './splice-part';
import { checkTableHeaders } from './table-headers';

/** Sheets that nobody edited are searched for formulas up to so many bytes altogether; above, they are taken to have some. */
const SEARCHED = 20_000_000;

/**
 * Patches edited cells into their sheets on a copy of the package; everything else stays byte for byte.
 * @throws ProblemError no-sheet, missing-sheet, array-part, table-header, long-text, bad-formula, bad-edit, outside-sheet, broken-xml; the package
 *   given stays as it is in any case
 */
export function editCells(from: Package, workbook: WorkbookPart, edits: readonly SheetEdits[]): Package {
  const bySheet = settleFormulas(from, workbook, checkEdits(workbook, edits));
  const pack = from.fork();
  const styles = new CellStyles(pack, workbook);
  let changed = false;
  let formulas = false;
  for (const [sheet, cells] of bySheet) {
    checkTableHeaders(pack, sheet, cells);
    const patch = patchOf(pack, sheet, new EditedRows(cells), styles);
    const changes = patch.changes();
    formulas ||= patch.formulas || cells.some(({ kind }) => kind === 'formula');
    if (changes.length === 0) continue;
    splicePart(pack, sheet.part, changes);
    changed = true;
  }
  if (!changed) return from;
  styles.finish();
  dropFromCalcChain(pack, workbook, bySheet);
  askForCalculation(pack, workbook, () => formulas || hasFormulas(from, workbook, new Set(bySheet.keys())));
  return pack;
}

function patchOf(pack: Package, { part, name }: WorkbookSheet, edits: EditedRows, styles: CellStyles): SheetPatch {
  const patch = new SheetPatch(part, name, edits, styles);
  for (const chunk of new Utf8Part(pack, part).chunks()) patch.push(chunk);
  return patch;
}

/** A cell into which a value was typed has no formula any more, whether it had one or not. */
function dropFromCalcChain(pack: Package, workbook: WorkbookPart, bySheet: ReadonlyMap<WorkbookSheet, readonly CellEdit[]>): void {
  const typed = new Map<number, Set<string>>();
  for (const [{ sheetId }, cells] of bySheet)
    typed.set(sheetId, new Set(cells.filter(({ kind }) => kind === 'value').map(({ row, column }) => cellName(row, column))));
  if ([...typed.values()].some(({ size }) => size > 0))
    shortenCalcChain(pack, workbook, (sheetId, cell) => typed.get(sheetId)?.has(cell) === true);
}

function hasFormulas(pack: Package, workbook: WorkbookPart, edited: ReadonlySet<WorkbookSheet>): boolean {
  const chain = workbook.parts.get('calcChain');
  if (chain !== undefined && pack.has(chain)) return true;
  const others = workbook.sheets.filter((sheet) => sheet.cells && !edited.has(sheet) && pack.has(sheet.part));
  if (others.reduce((sum, { part }) => sum + pack.size(part), 0) > SEARCHED) return true;
  const styles = new CellStyles(pack, workbook);
  return others.some((sheet) => patchOf(pack, sheet, new EditedRows([]), styles).formulas);
}

/** Excel calculates everything anew when it opens the file: values that we do not know may hang on the edited cells. */
function askForCalculation(pack: Package, { part }: WorkbookPart, wanted: () => boolean): void {
  const { text } = pack.text(part);
  if (!calculatesOnLoad(part, text) && wanted()) pack.edit(part, () => calculateOnLoad(part, text));
}
