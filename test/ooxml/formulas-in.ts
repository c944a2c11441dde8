import { cellName } from '../../src/core/cell';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';

/** The formulas of a file, without '=', by sheet and cell; those that cells share are each in full. */
export function formulasIn(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    openXlsx(bytes)
      .look()
      .sheets.map(({ name, cells }) => {
        const rowOf = new Int32Array(cells.columnOf.length);
        for (let row = 0; row < cells.rows; row++) rowOf.fill(row, cells.rowStart[row], cells.rowStart[row + 1]);
        return [name, new Map(cells.formulas.map(({ at, text }) => [cellName(rowOf[at]!, cells.columnOf[at]!), text]))];
      }),
  );
}
