import type { IResources } from '@univerjs/core';
import type { ISetSuperTableMutationParam } from '@univerjs/engine-formula';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets';
import type { NameLook, TableLook } from '../../../ooxml/look/look';

/** How Univer's plugin calls its part of a workbook; it does not tell by itself. */
const PLUGIN = 'SHEET_DEFINED_NAME_PLUGIN';

const SHEET = "(?:'(?:[^']|'')+'|[\\p{L}\\p{N}_.]+)!";
const CELLS = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Za-z]{1,3}\\$?\\d{1,7})?';
const REFERENCE = new RegExp(`^${SHEET}${CELLS}$`, 'u');

/**
 * Names as a workbook brings them along (`IWorkbookData.resources`); without them a formula that uses one would come to #NAME? as soon as it
 * is calculated.
 * @param sheetId of a sheet by its name
 */
export function namesResource(names: readonly NameLook[], sheetId: (name: string) => string | undefined): IResources[number] {
  const entries = names.flatMap(({ name, formula, sheet }, n) => {
    const scope = sheet === undefined ? SCOPE_WORKBOOK_VALUE_DEFINED_NAME : sheetId(sheet);
    if (scope === undefined) return [];
    const id = `n${n}`;
    // Univer puts the text in the place of the name; anything but a reference keeps its unity by brackets.
    return [[id, { id, name, formulaOrRefString: REFERENCE.test(formula) ? formula : `(${formula})`, localSheetId: scope }] as const];
  });
  return { name: PLUGIN, data: JSON.stringify(Object.fromEntries(entries)) };
}

/** A table that formulas refer to, as Univer takes it in. */
export function tableParams(unitId: string, sheetId: string, { name, area, columns }: TableLook): ISetSuperTableMutationParam {
  return {
    unitId,
    tableName: name,
    reference: {
      sheetId,
      range: { startRow: area.top, endRow: area.bottom, startColumn: area.left, endColumn: area.right },
      titleMap: new Map(columns.map((column, n) => [column, n])),
    },
  };
}
