import { cellName } from '../../core/cell';
import { fileWords as words } from '../words';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';
import type { Words } from '../../core/refusal';
import { refusal } from '../../core/refusal';
import { placeName } from '../sheet/cell-value';
import type { WorkbookPart, WorkbookSheet } from '../parts/workbook-part';
import { CELL_TEXT_LIMIT } from '../../core/sheet-limits';
import type { CellEdit, SheetEdits } from './cell-edit';
import { LONGEST_FORMULA, readFormula } from '../formula/formula-grammar';
import { FormulaFault } from '../formula/formula-marks';
import { storedFormula } from '../formula/future-functions';

/** Excel's own limit, in UTF-16 units. */
const LONGEST_FORMAT = 255;

/**
 * The edits by sheet, each cell once.
 * @throws ProblemError no-sheet, missing-sheet, long-text, bad-formula, bad-edit
 */
export function checkEdits(workbook: WorkbookPart, edits: readonly SheetEdits[]): Map<WorkbookSheet, CellEdit[]> {
  const bySheet = new Map<WorkbookSheet, CellEdit[]>();
  for (const { sheet: name, cells } of edits) {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (!sheet) throw refusal('no-sheet', words.noSheet(name), { sheet: name });
    if (!sheet.cells) throw refusal('no-sheet', words.noCells(name), { sheet: name });
    if (sheet.part === '') throw refusal('missing-sheet', words.missingSheet(name), { sheet: name });
    const all = bySheet.get(sheet) ?? [];
    for (const edit of cells) all.push(checked(name, edit));
    if (all.length > 0) bySheet.set(sheet, all);
  }
  for (const [{ name }, cells] of bySheet) {
    const seen = new Set<number>();
    for (const { row, column } of cells) {
      const place = row * SHEET_COLUMNS + column;
      if (seen.has(place)) throw bad(name, row, column, words.editTwice());
      seen.add(place);
    }
  }
  return bySheet;
}

function bad(sheet: string, row: number, column: number, why: string): Error {
  const cell = cellName(row, column);
  return refusal('bad-edit', words.badEdit(sheet, cell, why), { sheet, cell });
}

function flawText(formula: string, { flaw, at }: FormulaFault): string {
  return words.formulaFlaw[flaw](at + 2, String.fromCodePoint(formula.codePointAt(at) ?? 0x20));
}

/** An empty text typed is an empty cell; a formula whose text is too long for a cell gives #VALUE!, as in Excel. */
function checked(sheet: string, edit: CellEdit): CellEdit {
  const { row, column, kind, value, formula, numberFormat } = edit;
  const within = (n: number, limit: number): boolean => Number.isInteger(n) && n >= 0 && n < limit;
  if (!within(row, SHEET_ROWS) || !within(column, SHEET_COLUMNS))
    throw refusal('bad-edit', words.editOutside(sheet, placeName(row, column)), { sheet });
  const cell = cellName(row, column);
  const tooLong = (text: Words): Error => refusal('long-text', text, { sheet, cell });
  if (typeof value === 'number' && !Number.isFinite(value)) throw bad(sheet, row, column, words.editNoNumber());
  const long = typeof value === 'string' && value.length > CELL_TEXT_LIMIT;
  if (long && kind === 'value') throw tooLong(words.longEdit(sheet, cell, value.length, CELL_TEXT_LIMIT));
  if (kind === 'formula') {
    if (formula === undefined || formula.trim() === '') throw bad(sheet, row, column, words.editNoFormula());
    if (formula.length > LONGEST_FORMULA) throw tooLong(words.longFormula(sheet, cell, formula.length, LONGEST_FORMULA));
    const fault = readFormula(formula);
    if (fault instanceof FormulaFault)
      throw refusal('bad-formula', words.badFormula(sheet, cell, formula, flawText(formula, fault)), { sheet, cell });
    // Nothing grows sixteenfold: x# becomes _xlfn.ANCHORARRAY(_xlpm.x).
    const stored = formula.length > LONGEST_FORMULA / 16 ? storedFormula(formula) : '';
    if (stored.length > LONGEST_FORMULA) throw tooLong(words.longFormula(sheet, cell, stored.length, LONGEST_FORMULA));
  } else if (formula !== undefined && kind === 'value') throw bad(sheet, row, column, words.editWithFormula());
  if (numberFormat !== undefined && (numberFormat === '' || numberFormat.length > LONGEST_FORMAT))
    throw bad(sheet, row, column, words.editNoFormat(LONGEST_FORMAT));
  if (long) return { ...edit, value: { error: '#VALUE!' } };
  return kind === 'value' && value === '' ? { ...edit, value: null } : edit;
}
