import { CellValueType, type ICellData } from '@univerjs/core';
import type { EditValue } from '../../../../src/ooxml/edit/cell-edit';
import { changesIn, editOf, formatOf, resultOf } from '../../../../src/workbench/grid/univer/edits';

const document = (dataStream: string): ICellData => ({ p: { id: 'd', documentStyle: {}, body: { dataStream } } });

describe('what a person typed', () => {
  test.each<[string, ICellData | null, EditValue]>([
    ['a number', { v: 12.5, t: CellValueType.NUMBER }, 12.5],
    ['a number that Univer keeps as text', { v: '12.50', t: CellValueType.NUMBER }, 12.5],
    ['zero', { v: 0, t: CellValueType.NUMBER }, 0],
    ['text', { v: '高新区', t: CellValueType.STRING }, '高新区'],
    ['text that looks like a number', { v: '0012', t: CellValueType.FORCE_STRING }, '0012'],
    ['text that looks like a formula', { v: '=A1', t: CellValueType.FORCE_STRING }, '=A1'],
    ['an error code typed as text', { v: '#N/A', t: CellValueType.STRING }, '#N/A'],
    ['true', { v: 1, t: CellValueType.BOOLEAN }, true],
    ['false', { v: 0, t: CellValueType.BOOLEAN }, false],
    ['an emptied cell', { v: null }, null],
    ['empty text', { v: '', t: CellValueType.STRING }, null],
    ['a cell that is gone', null, null],
    ['text on two lines', document('甲\r乙\r\n'), '甲\n乙'],
    ['an empty document', document('\r\n'), null],
  ])('%s', (_, cell, value) => expect(editOf(1, 2, cell, undefined, undefined)).toEqual({ row: 1, column: 2, kind: 'value', value }));

  test('a formula goes without its sign, with what it came to', () => {
    expect(editOf(0, 0, { v: 3, t: CellValueType.NUMBER }, '=SUM(A1:A2)', undefined)).toEqual({
      row: 0,
      column: 0,
      kind: 'formula',
      value: 3,
      formula: 'SUM(A1:A2)',
    });
  });

  test('a date brings its number format along', () => {
    expect(editOf(0, 0, { v: 45473, t: CellValueType.NUMBER }, undefined, 'yyyy-mm-dd')).toEqual({
      row: 0,
      column: 0,
      kind: 'value',
      value: 45473,
      numberFormat: 'yyyy-mm-dd',
    });
  });
});

describe('what a formula came to', () => {
  test.each<[ICellData, EditValue]>([
    [{ v: 7, t: CellValueType.NUMBER }, 7],
    [{ v: '#DIV/0!', t: CellValueType.STRING }, { error: '#DIV/0!' }],
    [{ v: '达标', t: CellValueType.STRING }, '达标'],
  ])('%j', (cell, value) => expect(resultOf(3, 4, cell)).toEqual({ row: 3, column: 4, kind: 'result', value }));
});

describe('the number format of a change', () => {
  test.each<[string, ICellData | null, string | undefined]>([
    ['no style', { v: 1 }, undefined],
    ['a style without a format', { s: { bl: 1 } }, undefined],
    ['a style that is taken away', { s: null }, undefined],
    ['a format', { s: { n: { pattern: '0%' } } }, '0%'],
    ['the general one, as styles on the screen write it', { s: { n: { pattern: 'general' } } }, 'General'],
    ['a style by its id', { s: 's1' }, '0.00'],
    ['an id without a format', { s: 's2' }, 'General'],
    ['no cell', null, undefined],
  ])('%s', (_, change, pattern) => expect(formatOf(change, (id) => (id === 's1' ? '0.00' : undefined))).toBe(pattern));
});

test('changes by row and column', () => {
  expect([...changesIn({ 4: { 2: { v: 1 }, 0: null } })]).toEqual([
    [4, 0, null],
    [4, 2, { v: 1 }],
  ]);
  expect([...changesIn(undefined)]).toEqual([]);
});
