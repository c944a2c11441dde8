import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellName } from '../../src/core/cell';
import type { PlainValue } from '../../src/core/grid';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { sheetOf, workbook } from '../ooxml/package-builder';

const SAMPLE = join(__dirname, '../../assets/samples/shandong-2016.xlsx');
const SHEET = '指标数据';
/** Rows above the first zone of the sample. */
const HEAD = 5;
const NAME = 1;

/**
 * The sample's main table grown to so many zones and columns; the further columns serve no indicator. Every zone has figures of its own.
 * @param rows of zones
 */
export async function largeWorkbook(rows: number, columns: number): Promise<Uint8Array> {
  const sample = (await openXlsx(readFileSync(SAMPLE)).read()).find(({ name }) => name === SHEET);
  if (!sample) throw new Error(`the sample lacks ${SHEET}`);
  const { grid } = sample;
  const valueOf = (row: number, column: number): PlainValue => {
    const cell = grid.cell(row, column);
    return cell.kind === 'empty' || cell.kind === 'error' ? null : cell.value;
  };
  const full = Array.from({ length: grid.rows - HEAD }, (_, row) => HEAD + row).filter(
    (row) => typeof valueOf(row, 0) === 'number' && typeof valueOf(row, NAME) === 'string',
  );
  // Plain numbers lose the number format that makes some of the sample's columns shares.
  const share = (column: number): boolean => grid.format(HEAD, column).includes('%');
  const headed = (row: number, column: number): PlainValue => {
    const value = valueOf(row, column);
    const lowest = valueOf(HEAD - 1, column) === null ? HEAD - 2 : HEAD - 1;
    return share(column) && row === lowest ? `${String(value)}（%）` : value;
  };
  const line = (row: number, zone?: number): PlainValue[] =>
    Array.from({ length: columns }, (_, column) => {
      if (column >= grid.columns) return zone === undefined ? (row === HEAD - 1 ? `备用指标${column}` : null) : zone * columns + column;
      const value = valueOf(row, column);
      if (zone === undefined) return headed(row, column);
      if (column === 0) return zone + 1;
      if (column === NAME) return `第${zone + 1}开发区`;
      return typeof value === 'number' ? Math.round(value * (share(column) ? 100 : 1) * (1 - (zone % 997) / 2000) * 100) / 100 : value;
    });
  const head = Array.from({ length: HEAD }, (_, row) => line(row));
  const zones = Array.from({ length: rows }, (_, zone) => line(full[zone % full.length]!, zone));
  const merges = grid.merges.filter(({ bottom }) => bottom < HEAD);
  const markup = merges
    .map(({ top, left, bottom, right }) => `<mergeCell ref="${cellName(top, left)}:${cellName(bottom, right)}"/>`)
    .join('');
  const xml = sheetOf([...head, ...zones]).replace(
    '</sheetData>',
    `</sheetData><mergeCells count="${merges.length}">${markup}</mergeCells>`,
  );
  return workbook({ sheets: [{ name: SHEET, xml }] });
}
