import type { CellEdit } from '../../src/ooxml/edit/cell-edit';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { sampleBytes } from './sample';

/** Doubts of several kinds, put into the Shandong sample; each has one likely answer, which is what the sample says. */
export const DOUBTS = {
  footnotes: 3,
  unit: 1,
  fraction: 1,
  row: 1,
  name: 1,
} as const;
export const DOUBT_COUNT = Object.values(DOUBTS).reduce((sum, count) => sum + count, 0);

const value = (row: number, column: number, to: string | number): CellEdit => ({ kind: 'value', row: row - 1, column, value: to });

/** The Shandong sample with the one answer that it leaves blank: nothing in it waits for anyone. */
export function filledSample(): Uint8Array {
  const file = openXlsx(sampleBytes());
  file.edit([{ sheet: '定性清单', cells: [value(27, 2, '是')] }]);
  return file.bytes();
}

/** That sample as people fill it in: footnote marks, an odd unit, a share as a fraction, a row that is no zone, a name written otherwise. */
export function deformedSample(): Uint8Array {
  const file = openXlsx(filledSample());
  file.edit([
    {
      sheet: '指标数据',
      cells: [
        value(6, 3, '56720①'),
        value(7, 3, '44240②'),
        value(8, 4, '2475①'),
        value(4, 8, '实际使用外资\n（万美刀）'),
        value(7, 13, 0.936),
        value(35, 1, '各区参考'),
      ],
    },
    { sheet: '上年指标数据', cells: [value(6, 1, '滨河经济技术开发区')] },
  ]);
  return file.bytes();
}
