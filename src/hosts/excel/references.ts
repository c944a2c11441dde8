import { cellName } from '../../core/cell';
import { nameKey, replaceNames } from '../results/names';
import { flush, Unanswered } from './context';
import { failureKind } from './failure';
import type { ListedName } from './listing';
import type { ReadBlock } from './read-grid';
import { isFormula } from './read-grid';
import type { Reference, SeenSheet } from './seen-sheet';
import { excelWords as words } from './words';

/** Formulas among the blocks that point into sheets of ours. @param ours names of our sheets */
export function referencesIn(blocks: readonly ReadBlock[], ours: readonly string[]): Reference[] {
  if (ours.length === 0) return [];
  const keys = new Set(ours.map(nameKey));
  return blocks.flatMap(({ top, left, values, formulas }) =>
    formulas.flatMap((row, r) =>
      row.flatMap((formula, c): Reference[] => {
        if (!isFormula(formula, values[r]?.[c]) || !formula.includes('!')) return [];
        const sheets = sheetsIn(formula, keys);
        return sheets.length === 0 ? [] : [{ cell: cellName(top + r, left + c), formula, sheets }];
      }),
    ),
  );
}

/** Sheets that a formula names. @param keys of the sheets that matter */
function sheetsIn(formula: string, keys: ReadonlySet<string>): readonly string[] {
  const sheets = new Set<string>();
  replaceNames(formula, (name) => {
    if (keys.has(nameKey(name))) sheets.add(name);
    return undefined;
  });
  return [...sheets];
}

/** A defined name of the user's that points into result sheets of ours. */
export interface PointingName {
  readonly name: string;
  readonly formula: string;
  readonly sheets: readonly string[];
}

/** @param ours names of the sheets that are replaced */
export function namesInto(names: readonly ListedName[], ours: readonly string[]): readonly PointingName[] {
  const keys = new Set(ours.map(nameKey));
  return names.flatMap(({ name, formula, ours: own }) => {
    const sheets = own ? [] : sheetsIn(formula, keys);
    return sheets.length === 0 ? [] : [{ name, formula, sheets }];
  });
}

/**
 * Gives defined names and formulas of the user's that pointed into replaced sheets their references back: Excel makes them #REF! when a sheet is deleted, and the
 * new sheet has the same name.
 * @param written names of the sheets that there are now
 * @returns places whose reference is lost, "Sheet!B4", and names
 */
export async function restoreReferences(
  context: Excel.RequestContext,
  seen: readonly SeenSheet[],
  names: readonly PointingName[],
  written: readonly string[],
): Promise<readonly string[]> {
  const there = new Set(written.map(nameKey));
  const lost: string[] = [];
  let queued = false;
  // Formulas may use them.
  for (const { name, formula, sheets } of names) {
    if (!sheets.every((sheet) => there.has(nameKey(sheet)))) lost.push(words.nameAt(name));
    else {
      context.workbook.names.getItem(name).formula = formula;
      queued = true;
    }
  }
  for (const { id, name, references } of seen) {
    for (const { cell, formula, sheets } of references) {
      if (!sheets.every((sheet) => there.has(nameKey(sheet)))) lost.push(`${name}!${cell}`);
      else {
        context.workbook.worksheets.getItem(id).getRange(cell).formulas = [[formula]];
        queued = true;
      }
    }
  }
  if (!queued) return lost;
  try {
    await flush(context);
    return lost;
  } catch (error) {
    // The result is written whole; a sheet of the user's that is protected, or an Excel that does not answer, can only be told.
    if (failureKind(error) === undefined && !(error instanceof Unanswered)) throw error;
    return [
      ...names.map(({ name }) => words.nameAt(name)),
      ...seen.flatMap(({ name, references }) => references.map(({ cell }) => `${name}!${cell}`)),
    ];
  }
}
