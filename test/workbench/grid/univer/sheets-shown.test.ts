import type { BookLook, SheetLook } from '../../../../src/ooxml/look/look';
import { firstRows, SheetsShown } from '../../../../src/workbench/grid/univer/sheets-shown';
import { sheetOf } from '../look-of';

const book = (...sheets: SheetLook[]): BookLook => ({ sheets, active: sheets[0]?.name ?? '', styles: [{}, { locked: false }] });

/** A sheet of so many full rows, without making their cells. */
function full(name: string, rows: number, columns: number): SheetLook {
  const rowStart = Int32Array.from({ length: rows + 1 }, (_, row) => row * columns);
  return sheetOf([], { name, cells: { ...sheetOf([]).cells, rows, columns, rowStart } });
}

describe('how much of a workbook is shown', () => {
  test.each([
    ['exactly as much as a sheet may hold', 10_000, 60, []],
    ['one row more', 10_001, 60, [{ sheet: '表', shown: 10_000, rows: 10_001 }]],
  ])('%s', (_, rows, columns, cuts) => {
    const shown = new SheetsShown('u');
    shown.add(book(full('表', rows, columns)));
    expect(shown.cuts).toEqual(cuts);
  });

  test('what comes when the room is used up shows a little', () => {
    const shown = new SheetsShown('u');
    shown.add(book(...['甲', '乙', '丙', '丁'].map((name) => full(name, 10_000, 60))));
    expect(shown.cuts.map(({ sheet, shown: rows }) => [sheet, rows])).toEqual([
      ['丙', 5_000],
      ['丁', 166],
    ]);
  });

  test('results that are cut leave formulas on whole sheets right', () => {
    const shown = new SheetsShown('u');
    shown.add(book(full('表', 10_000, 60), { ...full('得分明细', 10_001, 60), owned: true }));
    expect([shown.cuts.length, shown.whole]).toEqual([1, true]);
    shown.add(book(full('上年', 10_001, 60)));
    expect(shown.whole).toBe(false);
  });

  test('a row that is too long by itself is shown all the same', () => {
    const shown = new SheetsShown('u');
    shown.add(book(...['甲', '乙', '丙', '丁', '戊'].map((name) => full(name, name === '戊' ? 3 : 40, 16_384))));
    expect(shown.get('戊')?.rows).toBe(1);
  });

  test('sheets that come later have ids and styles of their own', () => {
    const shown = new SheetsShown('u');
    const first = shown.add(book(sheetOf([[1]], { name: '甲' })));
    const second = shown.add(book(sheetOf([[1]], { name: '乙' })));
    expect(first.sheets[0]?.id).not.toBe(second.sheets[0]?.id);
    expect(Object.keys(first.batch.styles)).not.toContain(Object.keys(second.batch.styles)[0]);
    shown.remove('甲');
    expect(shown.all.map(({ look }) => look.name)).toEqual(['乙']);
  });
});

test('the first hundred rows are there at once', () => {
  const { sheets } = new SheetsShown('u').add(book(sheetOf(Array.from({ length: 101 }, (_, row) => [row]))));
  expect(Object.keys(firstRows(sheets[0]!))).toHaveLength(100);
});

describe('cells whose contents must stay', () => {
  const add = (changes: Partial<SheetLook>, rows: Parameters<typeof sheetOf>[0] = [[1]]): SheetsShown => {
    const shown = new SheetsShown('u');
    shown.add(book(sheetOf(rows, changes)));
    return shown;
  };

  test('none on a sheet without protection', () => expect(add({}).locked('表1', 0, 0)).toBeUndefined());
  test('all on a protected one, but those that their style unlocks: their own, their row’s or their column’s', () => {
    const shown = add({ protected: true, rows: [{ first: 3, last: 4, style: 1 }], columns: [{ first: 5, last: 6, style: 1 }] }, [
      [1, { v: 1, s: 1 }],
    ]);
    expect(shown.locked('表1', 0, 0)).toEqual({ kind: 'protected', sheet: '表1' });
    expect(shown.locked('表1', 9, 9)).toEqual({ kind: 'protected', sheet: '表1' });
    expect(shown.locked('表1', 0, 1)).toBeUndefined();
    expect(shown.locked('表1', 4, 0)).toBeUndefined();
    expect(shown.locked('表1', 5, 0)).toEqual({ kind: 'protected', sheet: '表1' });
    expect(shown.locked('表1', 9, 6)).toBeUndefined();
  });
  test('those of an array formula, up to its edges', () => {
    const shown = add({}, [[{ v: 1, f: 'A1:A2*2', array: 'B2:B3' }]]);
    expect(shown.locked('表1', 1, 1)).toEqual({ kind: 'array', sheet: '表1' });
    expect(shown.locked('表1', 2, 1)).toEqual({ kind: 'array', sheet: '表1' });
    expect(shown.locked('表1', 3, 1)).toBeUndefined();
    expect(shown.locked('表1', 1, 2)).toBeUndefined();
  });
  test('the headers of a table', () => {
    const shown = add({ tables: [{ name: '表', area: { top: 1, left: 1, bottom: 5, right: 2 }, columns: ['a', 'b'] }] });
    expect(shown.locked('表1', 1, 2)).toEqual({ kind: 'table', sheet: '表1' });
    expect(shown.locked('表1', 1, 3)).toBeUndefined();
    expect(shown.locked('表1', 2, 2)).toBeUndefined();
  });
  test('none on a sheet that is not shown', () => expect(add({}).locked('别的表', 0, 0)).toBeUndefined());
});

test('a style on the screen stands for the number format that the file gives it', () => {
  const shown = new SheetsShown('u');
  shown.add({ sheets: [sheetOf([[1]])], active: '表1', styles: [{}, { numberFormat: '#,##0;;' }] });
  expect([shown.numberFormat('0.s1'), shown.numberFormat('0.s0'), shown.numberFormat('abc'), shown.numberFormat('0.s9')]).toEqual([
    '#,##0;;',
    'General',
    undefined,
    undefined,
  ]);
});

test('a result sheet that is cut shows values, not formulas over the rows that are left', () => {
  const shown = new SheetsShown('u');
  const cells = { ...full('得分明细', 10_001, 60).cells, formulas: [{ at: 0, text: 'SUM(A1:A9)' }] };
  shown.add(book({ ...sheetOf([]), name: '得分明细', owned: true, cells }, { ...sheetOf([]), name: '表', cells }));
  expect(shown.all.map(({ look }) => look.cells.formulas.length)).toEqual([0, 1]);
});

describe('formulas', () => {
  const [input, result] = [
    sheetOf([[{ v: 1, f: "'得分明细'!A5+1" }]], { name: '汇总' }),
    sheetOf([[{ v: 1, f: '汇总!A1' }]], { name: '得分明细', owned: true }),
  ];
  const shown = (...sheets: SheetLook[]): SheetsShown => {
    const all = new SheetsShown('u');
    all.add(book(...sheets));
    return all;
  };

  test('that refer to a result sheet are found', () => {
    expect(shown(input, result).refersTo(['得分明细'])).toBe(true);
    expect(shown(input, result).refersTo(['考评说明', '汇总'])).toBe(false);
  });
});
