import { CellValueType, type ICellData, type ICommandService } from '@univerjs/core';
import { FormulaTrust, placeOf } from '../../../../src/workbench/grid/univer/formula-trust';
import { SheetsShown } from '../../../../src/workbench/grid/univer/sheets-shown';
import { sheetOf, type HandCell } from '../look-of';

interface Calculated {
  readonly trust: FormulaTrust;
  /** Cells on the screen. */
  readonly cells: Map<string, ICellData>;
  readonly sheetId: string;
}

/** @param results what Univer comes to, by row and column; a formula without one is not calculated */
function trustOver(rows: readonly (readonly HandCell[])[], results: Readonly<Record<string, ICellData>>): Calculated {
  const { sheets } = new SheetsShown('u').add({ sheets: [sheetOf(rows, { name: '表' })], active: '表', styles: [{}] });
  const sheetId = sheets[0]!.id;
  const cells = new Map<string, ICellData>();
  const commands = {
    syncExecuteCommand(id: string, params: { cellValue?: Record<number, Record<number, ICellData>> }) {
      if (id !== 'sheet.mutation.set-range-values') return;
      for (const [row, columns] of Object.entries(params.cellValue ?? {}))
        for (const [column, cell] of Object.entries(columns)) cells.set(`${row},${column}`, cell);
    },
  } as unknown as ICommandService;
  const trust: FormulaTrust = new FormulaTrust('u', sheets, {
    commands,
    cell: (_, row, column) => cells.get(`${row},${column}`),
    async calculated() {
      for (const [place, cell] of Object.entries(results)) {
        if (cells.get(place)?.f === null) continue;
        cells.set(place, cell);
        trust.note(sheetId, ...(place.split(',').map(Number) as [number, number]));
      }
      return true;
    },
    through: (work) => work(),
  });
  return { trust, cells, sheetId };
}

const number = (v: number): ICellData => ({ v, t: CellValueType.NUMBER });
const here = (): boolean => true;

test('a formula that comes to what the file says is calculated from then on, another keeps the file’s result', async () => {
  const { trust, cells, sheetId } = trustOver([[1, { v: 2, f: 'A1*2' }, { v: 6.8, f: 'IFERROR(A1*税率,0)' }]], {
    '0,1': number(2),
    '0,2': number(0),
  });
  const { fixed, found } = await trust.check(true, here);
  expect(fixed.map(placeOf)).toEqual([{ sheet: '表', cell: 'C1' }]);
  expect(found).toEqual([]);
  expect([trust.isFixed(sheetId, 0, 1), trust.isFixed(sheetId, 0, 2)]).toEqual([false, true]);
  expect(cells.get('0,2')).toEqual({ v: 6.8, t: CellValueType.NUMBER, f: null, si: null });
  expect(trust.ranges).toEqual([{ unitId: 'u', sheetId, range: { startRow: 0, endRow: 0, startColumn: 1, endColumn: 1 } }]);
});

test('a formula that is not calculated at all, or joins areas, is not trusted', async () => {
  const { trust } = trustOver(
    [
      [
        { v: 3, f: 'SUM(总量)' },
        { v: 3, f: 'SUM((A1,A3))' },
      ],
    ],
    { '0,1': number(3) },
  );
  const { fixed } = await trust.check(true, here);
  expect(fixed.map(({ text }) => text).sort()).toEqual(['SUM((A1,A3))', 'SUM(总量)']);
});

test('a formula without a result gets one, unless it is an error', async () => {
  const { trust } = trustOver([[{ v: '', f: 'A9+1' }, { f: 'NOSUCH()' }]], {
    '0,0': number(5),
    '0,1': { v: '#NAME?', t: CellValueType.STRING },
  });
  expect(trust.incomplete).toBe(true);
  const { fixed, found } = await trust.check(true, here);
  expect(found).toEqual([{ sheet: '表', cells: [{ row: 0, column: 0, kind: 'result', value: 5 }] }]);
  expect(fixed.map(({ text }) => text)).toEqual(['NOSUCH()']);
  expect(trust.incomplete).toBe(false);
});

test('only what is new is told, and nothing of a formula that is not trusted', async () => {
  const { trust, sheetId } = trustOver(
    [
      [
        { v: 54723.428571, f: 'AVERAGE(A2:A9)' },
        { v: 1, f: 'X()' },
      ],
    ],
    { '0,0': number(54723.42857142857), '0,1': number(2) },
  );
  await trust.check(true, here);
  expect(trust.isNews(sheetId, 0, 0, number(54723.42857142857))).toBe(false);
  expect(trust.isNews(sheetId, 0, 0, number(54724))).toBe(true);
  expect(trust.isNews(sheetId, 0, 0, number(54724))).toBe(false);
  expect(trust.isNews(sheetId, 0, 0, number(54723.42857142857))).toBe(true);
  expect(trust.isNews(sheetId, 0, 1, number(9))).toBe(false);
  // Typed since.
  expect(trust.isNews(sheetId, 7, 7, number(1))).toBe(true);
});

test('where rows are missing no formula is calculated, and all are named', async () => {
  const { trust } = trustOver([[{ v: 1, f: 'A2' }]], {});
  expect((await trust.check(false, here)).fixed).toHaveLength(1);
  expect(trust.off).toBe(true);
});

test('a workbook that was left meanwhile says nothing', async () => {
  const { trust } = trustOver([[{ v: 1, f: 'A2' }]], { '0,0': number(2) });
  expect(await trust.check(true, () => false)).toEqual({ fixed: [], found: [] });
});
