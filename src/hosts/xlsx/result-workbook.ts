import type { Package } from '../../ooxml/parts/package';
import { readWorkbookPart, type WorkbookPart, type WorkbookSheet } from '../../ooxml/parts/workbook-part';
import { OWNER_NAME, ownedSheets, readMark, type Mark } from '../results/mark';

export interface ResultSheet extends WorkbookSheet {
  readonly owned: boolean;
  readonly mark: Mark | undefined;
}

/** A workbook of which is known which sheets are ours. */
export interface ResultWorkbook extends WorkbookPart {
  readonly sheets: readonly ResultSheet[];
}

/** @throws ProblemError as {@link readWorkbookPart} */
export function readResultWorkbook(pack: Package): ResultWorkbook {
  const workbook = readWorkbookPart(pack);
  const marks = new Map<number, Mark>();
  for (const { name, sheet, formula } of workbook.names) {
    if (name.toLowerCase() !== OWNER_NAME || sheet === undefined) continue;
    const mark = readMark(formula);
    if (mark) marks.set(sheet, mark);
  }
  const sheets = workbook.sheets.map((sheet, n) => ({ ...sheet, mark: marks.get(n) }));
  const owned = ownedSheets(sheets);
  return { ...workbook, sheets: sheets.map((sheet, n) => ({ ...sheet, owned: sheet.cells && owned[n]! })) };
}
