import type { BookLook, SheetLook } from '../../../../src/hosts/xlsx/look/look';
import { firstRows, SheetsShown, uncalculated } from '../../../../src/workbench/grid/univer/sheets-shown';
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

  test('none on a sheet without protection', () => expect(add({}).locked('表1', 0, 0, '0.s0')).toBeUndefined());
  test('all on a protected one, but those that their style unlocks', () => {
    const shown = add({ protected: true });
    expect(shown.locked('表1', 0, 0, '0.s0')).toEqual({ kind: 'protected', sheet: '表1' });
    expect(shown.locked('表1', 9, 9, undefined)).toEqual({ kind: 'protected', sheet: '表1' });
    expect(shown.locked('表1', 0, 0, '0.s1')).toBeUndefined();
  });
  test('those of an array formula, up to its edges', () => {
    const shown = add({}, [[{ v: 1, f: 'A1:A2*2', array: 'B2:B3' }]]);
    expect(shown.locked('表1', 1, 1, undefined)).toEqual({ kind: 'array', sheet: '表1' });
    expect(shown.locked('表1', 2, 1, undefined)).toEqual({ kind: 'array', sheet: '表1' });
    expect(shown.locked('表1', 3, 1, undefined)).toBeUndefined();
    expect(shown.locked('表1', 1, 2, undefined)).toBeUndefined();
  });
  test('none on a sheet that is not shown', () => expect(add({}).locked('别的表', 0, 0, undefined)).toBeUndefined());
});

describe('formulas', () => {
  const [input, result] = [sheetOf([[{ v: 1, f: "'得分明细'!A5+1" }]], { name: '汇总' }), sheetOf([[{ v: 1, f: '汇总!A1' }]], { name: '得分明细', owned: true })];
  const shown = (...sheets: SheetLook[]): SheetsShown => {
    const all = new SheetsShown('u');
    all.add(book(...sheets));
    return all;
  };

  test('count as input on sheets of the person, not on results', () => {
    expect(shown(input).readsFormulas).toBe(true);
    expect(shown(result, sheetOf([[1]])).readsFormulas).toBe(false);
  });

  test('that refer to a result sheet are found', () => {
    expect(shown(input, result).refersTo(['得分明细'])).toBe(true);
    expect(shown(input, result).refersTo(['考评说明', '汇总'])).toBe(false);
  });
});

test('formulas without a result, however they are written', () => {
  expect(uncalculated(sheetOf([[1, { v: 2, f: 'A1*2' }]]))).toBeUndefined();
  expect(uncalculated(sheetOf([[1], [null, { f: 'A1' }, { v: 3, f: 'A1*3' }], [], [{ v: '', f: 'A1' }]]))).toEqual({ startRow: 1, endRow: 3, startColumn: 0, endColumn: 1 });
});
