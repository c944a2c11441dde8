import fc from 'fast-check';
import type { CellEdit } from '../../../src/ooxml/edit/cell-edit';
import { PendingEdits } from '../../../src/workbench/worker/pending-edits';

const A1 = { row: 0, column: 0 };
const after = (...edits: readonly Omit<CellEdit, 'row' | 'column'>[]): readonly CellEdit[] => {
  const pending = new PendingEdits();
  edits.forEach((edit) => pending.add([{ sheet: '表', cells: [{ ...A1, ...edit }] }]));
  return pending.edits.flatMap(({ cells }) => cells);
};

test.each<[string, readonly Omit<CellEdit, 'row' | 'column'>[], Omit<CellEdit, 'row' | 'column'>]>([
  [
    'the later value wins',
    [
      { kind: 'value', value: 1 },
      { kind: 'value', value: 2 },
    ],
    { kind: 'value', value: 2 },
  ],
  [
    'emptying wins over a value',
    [
      { kind: 'value', value: 1 },
      { kind: 'value', value: null },
    ],
    { kind: 'value', value: null },
  ],
  [
    'a value wins over a result',
    [
      { kind: 'result', value: 1 },
      { kind: 'value', value: 2 },
    ],
    { kind: 'value', value: 2 },
  ],
  [
    'a result does not win over what was typed',
    [
      { kind: 'value', value: 2 },
      { kind: 'result', value: 9 },
    ],
    { kind: 'value', value: 2 },
  ],
  [
    'the later result wins',
    [
      { kind: 'result', value: 1 },
      { kind: 'result', value: { error: '#DIV/0!' } },
    ],
    { kind: 'result', value: { error: '#DIV/0!' } },
  ],
  [
    'a result is the value of a typed formula',
    [
      { kind: 'formula', formula: 'B1*2', value: 2 },
      { kind: 'result', value: 4 },
    ],
    { kind: 'formula', formula: 'B1*2', value: 4 },
  ],
  [
    'a value takes a typed formula away',
    [
      { kind: 'formula', formula: 'B1*2', value: 2 },
      { kind: 'value', value: 5 },
    ],
    { kind: 'value', value: 5 },
  ],
  [
    'a number format stays',
    [
      { kind: 'value', value: 0.5, numberFormat: '0%' },
      { kind: 'value', value: 0.7 },
    ],
    { kind: 'value', value: 0.7, numberFormat: '0%' },
  ],
  [
    'until another comes',
    [
      { kind: 'value', value: 0.5, numberFormat: '0%' },
      { kind: 'value', value: 42000, numberFormat: 'yyyy-mm-dd' },
    ],
    { kind: 'value', value: 42000, numberFormat: 'yyyy-mm-dd' },
  ],
])('%s', (_, edits, left) => {
  expect(after(...edits)).toEqual([{ ...A1, ...left }]);
});

test('cells of the last row and column are told apart from all others', () => {
  const pending = new PendingEdits();
  const places = [
    [0, 0],
    [0, 16383],
    [1, 0],
    [1_048_575, 16383],
  ] as const;
  pending.add([{ sheet: '表', cells: places.map(([row, column], value) => ({ row, column, kind: 'value', value })) }]);
  expect(pending.edits[0]?.cells.map(({ row, column }) => [row, column])).toEqual(places);
});

test('whatever order edits come in, each cell has one, and what was typed last is in it', () => {
  const edit = fc.record({
    sheet: fc.constantFrom('甲', '乙'),
    row: fc.nat(2),
    column: fc.nat(2),
    kind: fc.constantFrom('value' as const, 'result' as const),
    value: fc.integer(),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const pending = new PendingEdits();
      edits.forEach(({ sheet, ...cell }) => pending.add([{ sheet, cells: [cell] }]));
      const left = pending.edits.flatMap(({ sheet, cells }) => cells.map((cell) => ({ sheet, ...cell })));
      expect(new Set(left.map(({ sheet, row, column }) => `${sheet}!${row},${column}`)).size).toBe(left.length);
      for (const one of left) {
        const same = edits.filter(({ sheet, row, column }) => sheet === one.sheet && row === one.row && column === one.column);
        const typed = same.filter(({ kind }) => kind === 'value').at(-1);
        expect(one.value).toBe((typed ?? same.at(-1))?.value);
      }
    }),
  );
});
