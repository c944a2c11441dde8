import type { CsvRow } from '../data/csv';
import { sheetOf, workbook } from '../ooxml/package-builder';

/** A workbook with the one sheet 指标数据: a name and numbers a row, empty and NA left blank. */
export function csvWorkbook(
  rows: readonly CsvRow[],
  name: string,
  columns: readonly (readonly [column: string, header: string])[],
): Uint8Array {
  const header = ['国家', ...columns.map(([, title]) => title)];
  const body = rows.map((row) => [row[name] ?? '', ...columns.map(([column]) => numberIn(row[column]))]);
  return workbook({ sheets: [{ name: '指标数据', xml: sheetOf([header, ...body]) }] });
}

function numberIn(text: string | undefined): number | null {
  if (text === undefined) throw new RangeError('no such column');
  return text === '' || text === 'NA' ? null : Number(text);
}
