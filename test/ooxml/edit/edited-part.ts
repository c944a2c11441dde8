import { ProblemError } from '../../../src/core/problem';
import type { CellEdit, EditValue } from '../../../src/ooxml/edit/cell-edit';
import type { XlsxWorkbook } from '../../../src/hosts/xlsx/open-xlsx';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { parseCellName } from '../../../src/core/cell';
import type { WorkbookSource } from '../package-builder';
import { DECLARATION, MAIN, REFS, partText, sheetXml, workbook } from '../package-builder';

export const PART = 'xl/worksheets/sheet1.xml';

const place = (cell: string): { row: number; column: number } => parseCellName(cell)!;

export const value = (cell: string, to: EditValue, numberFormat?: string): CellEdit => ({
  ...place(cell),
  kind: 'value',
  value: to,
  ...(numberFormat === undefined ? {} : { numberFormat }),
});
export const formula = (cell: string, text: string, result: EditValue = null): CellEdit => ({
  ...place(cell),
  kind: 'formula',
  formula: text,
  value: result,
});
export const result = (cell: string, to: EditValue): CellEdit => ({ ...place(cell), kind: 'result', value: to });

/** A workbook with the one sheet 数据. */
export function oneSheet(xml: string, more: Partial<WorkbookSource> = {}): Uint8Array {
  return workbook({ sheets: [{ name: '数据', xml }], ...more });
}

export function edited(bytes: Uint8Array, ...cells: CellEdit[]): XlsxWorkbook {
  const file = openXlsx(bytes);
  file.edit([{ sheet: '数据', cells }]);
  return file;
}

/** What stands in sheetData after edits of a sheet with the rows given. */
export function rowsAfter(rows: string, ...cells: CellEdit[]): string {
  return dataOf(partText(edited(oneSheet(sheetXml(rows)), ...cells).bytes(), PART));
}

export function dataOf(xml: string): string {
  return /<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1] ?? xml;
}

/** The code, cell and words with which edits are refused; the file must be as it was. */
export function refused(
  file: XlsxWorkbook,
  edits: Parameters<XlsxWorkbook['edit']>[0],
): { code: string; cell: string | undefined; message: string } {
  const before = file.bytes();
  try {
    file.edit(edits);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(file.bytes()).toBe(before);
    const [{ code, cell, message, nextStep }] = error.problems as [ProblemError['problems'][number]];
    expect(nextStep).not.toBe('');
    return { code, cell, message };
  }
  throw new Error('not refused');
}

/** A style sheet with the records of cellXfs given. */
export function styleSheet(xfs: readonly string[], formats = ''): string {
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}" xmlns:r="${REFS}">${formats}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`
  );
}
