import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainValue } from '../../src/core/grid';
import { sheetOf, workbook } from '../ooxml/package-builder';

/** The small pack and the small workbook that the tests of the command line share. */
export const parkPack = join(__dirname, '../data/packs/park.yaml');

export const parkHeader: readonly PlainValue[] = ['园区', '级别', '总产值（万元）', '税收（万元）', '用地面积（公顷）'];

/** 丙 misses its tax, 己 stands exactly on the limit of 10. */
export const parkRows: readonly (readonly PlainValue[])[] = [
  ['甲园', '国家级', 90000, 6000, 200],
  ['乙园', '省级', 52000, 2600, 150],
  ['丙园', '省级', 31000, '—', 120],
  ['丁园', '省级', 18000, 450, 80],
  ['戊园', '省级', 26000, 900, 100],
  ['己园', '国家级', 44000, 1100, 110],
];

/** A workbook with the sheet 指标数据 and whatever others are given. */
export function parkWorkbook(
  rows: readonly (readonly PlainValue[])[] = parkRows,
  others: Readonly<Record<string, readonly (readonly PlainValue[])[]>> = {},
  header = parkHeader,
): Uint8Array {
  const sheets = { 指标数据: [header, ...rows], ...others };
  return workbook({ sheets: Object.entries(sheets).map(([name, cells]) => ({ name, xml: sheetOf(cells) })) });
}

/** The pack's text with one passage changed; throws where the passage is not there exactly once. */
export function parkPackWith(passage: string, instead: string): string {
  const text = readFileSync(parkPack, 'utf8');
  if (text.split(passage).length !== 2) throw new RangeError(`“${passage}” stands ${text.split(passage).length - 1} times in park.yaml`);
  return text.replace(passage, () => instead);
}
