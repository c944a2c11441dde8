import { CellValueType, LocaleType } from '@univerjs/core';
import { bookShell, cellRow, sheetShell, stylesOf } from '../../../../src/workbench/grid/univer/snapshot';
import { bookOf, sheetOf } from '../look-of';

const wrapped = bookOf([{ font: '仿宋', size: 14, bold: true, wrap: true }], sheetOf([]));
const styles = stylesOf(wrapped, 'p.');

describe('sheetShell', () => {
  test('room to type in, up to the end of a sheet', () => {
    expect(sheetShell(sheetOf([]), 'a', '')).toMatchObject({ rowCount: 100, columnCount: 26 });
    const of = (rows: number, columns: number) => {
      const sheet = sheetOf([]);
      return sheetShell({ ...sheet, cells: { ...sheet.cells, rows, columns, rowStart: new Int32Array(rows + 1) } }, 'a', '');
    };
    expect(of(50, 21)).toMatchObject({ rowCount: 100, columnCount: 26 });
    expect(of(51, 22)).toMatchObject({ rowCount: 101, columnCount: 27 });
    expect(of(1_048_526, 16_379)).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
    expect(of(1_048_576, 16_384)).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
  });

  test('a sheet that is cut off leaves no room below', () => {
    const sheet = sheetOf(
      Array.from({ length: 300 }, () => [1]),
      { rows: [{ first: 0, last: 299, height: 20 }], freeze: { rows: 400, columns: 0 } },
    );
    expect(sheetShell(sheet, 'a', '', undefined, 200)).toMatchObject({ rowCount: 200, freeze: { ySplit: 199 } });
    expect(sheetShell(sheet, 'a', '', undefined, 300).rowCount).toBe(350);
  });

  test('name, tab, view', () => {
    expect(
      sheetShell(
        sheetOf([], { name: '得分', tabColor: 'C00000', hidden: true, gridLines: false, zoom: 85, freeze: { rows: 3, columns: 2 } }),
        'x1',
        '0.',
      ),
    ).toMatchObject({
      id: 'x1',
      name: '得分',
      tabColor: '#C00000',
      hidden: 1,
      showGridlines: 0,
      zoomRatio: 0.85,
      defaultStyle: '0.s0',
      freeze: { xSplit: 2, ySplit: 3, startRow: 3, startColumn: 2 },
    });
    expect(sheetShell(sheetOf([]), 'a', '').freeze).toEqual({ xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 });
  });

  test('one record for all columns makes no object at all', () => {
    const shell = sheetShell(sheetOf([], { columns: [{ first: 0, last: 16383, width: 90 }] }), 'a', '');
    expect(shell).toMatchObject({ defaultColumnWidth: 90, columnData: {} });
  });

  test('columns: widths, hidden ones, styles; what lies beyond the shown ones is dropped', () => {
    const columns = [
      { first: 0, last: 0, width: 120 },
      { first: 2, last: 3, hidden: true },
      { first: 25, last: 16383, style: 1 },
    ];
    const shell = sheetShell(sheetOf([], { columns }), 'a', 'p.');
    expect(shell.defaultColumnWidth).toBe(72);
    expect(shell.columnData).toEqual({ 0: { w: 120 }, 2: { w: 72, hd: 1 }, 3: { w: 72, hd: 1 }, 25: { w: 72, s: 'p.s1' } });
  });

  test('where most columns share a width that is not the default, the others keep the default', () => {
    const shell = sheetShell(sheetOf([], { columns: [{ first: 1, last: 20, width: 50 }] }), 'a', '');
    expect(shell.defaultColumnWidth).toBe(50);
    expect(Object.keys(shell.columnData!).map(Number)).toEqual([0, 21, 22, 23, 24, 25]);
    expect(shell.columnData![0]).toEqual({ w: 72 });
  });

  test('rows: heights of the file are fixed, the most frequent one is the default', () => {
    const shell = sheetShell(
      sheetOf([], {
        rows: [
          { first: 0, last: 0, height: 40 },
          { first: 2, last: 2, hidden: true, style: 1 },
          { first: 3, last: 1048575, height: 25 },
        ],
      }),
      'a',
      'p.',
    );
    expect(shell.defaultRowHeight).toBe(25);
    expect(shell.rowData).toEqual({ 0: { h: 40, ia: 0 }, 1: { h: 18 }, 2: { h: 18, hd: 1, s: 'p.s1' } });
  });

  test('rows without a height are fitted to wrapped text and great fonts, merged cells left out of account', () => {
    const long = '需要换行的一段比较长的文字';
    const sheet = sheetOf([[{ v: long, s: 1 }], [{ v: 3, s: 1 }], [{ v: '一\n二\n三', s: 1 }], [{ v: long, s: 1 }], ['平常']], {
      merges: [{ top: 3, left: 0, bottom: 3, right: 4 }],
    });
    const { rowData } = sheetShell(sheet, 'a', 'p.', styles);
    expect(Object.keys(rowData!).map(Number)).toEqual([0, 1, 2]);
    expect(rowData![2]!.h).toBeGreaterThan(3 * 14 * (96 / 72));
    expect(rowData![1]!.h).toBeLessThan(32);
    expect(sheetShell(sheet, 'a', 'p.').rowData).toEqual({});
  });

  test('merges are cut to what is shown and do not overlap', () => {
    const merges = [
      { top: 0, left: 0, bottom: 0, right: 16383 },
      { top: 0, left: 3, bottom: 2, right: 4 },
      { top: 4, left: 1, bottom: 120, right: 1 },
      { top: 5, left: 2, bottom: 1048575, right: 2 },
    ];
    const shell = sheetShell(sheetOf([[1]], { merges }), 'a', '');
    expect(shell.rowCount).toBe(171);
    expect(shell.mergeData).toEqual([
      { startRow: 0, startColumn: 0, endRow: 0, endColumn: 25 },
      { startRow: 4, startColumn: 1, endRow: 120, endColumn: 1 },
      { startRow: 5, startColumn: 2, endRow: 170, endColumn: 2 },
    ]);
  });
});

describe('cellRow', () => {
  const { STRING, NUMBER, BOOLEAN, FORCE_STRING } = CellValueType;

  test('values by their kind', () => {
    const sheet = sheetOf([[1.5, '文字', true, false, { error: '#DIV/0!' }, { s: 1 }, null, 0], [], [-1]]);
    expect(cellRow(sheet, 0, 'p.')).toEqual({
      0: { v: 1.5, t: NUMBER, s: 'p.s0' },
      1: { v: '文字', t: STRING, s: 'p.s0' },
      2: { v: 1, t: BOOLEAN, s: 'p.s0' },
      3: { v: 0, t: BOOLEAN, s: 'p.s0' },
      4: { v: '#DIV/0!', t: STRING, s: 'p.s0' },
      5: { s: 'p.s1' },
      7: { v: 0, t: NUMBER, s: 'p.s0' },
    });
    expect(cellRow(sheet, 1, 'p.')).toBeUndefined();
    expect(cellRow(sheet, 2, '')).toEqual({ 0: { v: -1, t: NUMBER } });
    expect(cellRow(sheet, 3, 'p.')).toBeUndefined();
  });

  test.each([
    ['0012', FORCE_STRING],
    [' 12 ', FORCE_STRING],
    ['1e5', FORCE_STRING],
    ['TRUE', FORCE_STRING],
    ['false', FORCE_STRING],
    ["'123", STRING],
    ['12家', STRING],
    ['', STRING],
    ['=A1', STRING],
    ['1,234', STRING],
  ])('the text %j stays text', (text, type) => {
    expect(cellRow(sheetOf([[text]]), 0, '')).toEqual({ 0: { v: text, t: type } });
  });

  test('formulas, also where they are not told in order; arrays of several cells stay values', () => {
    const sheet = sheetOf([
      [
        { v: 3, f: 'A2+1' },
        { v: 5, f: '_xlfn.XLOOKUP(1,A:A,B:B)' },
        { v: 7, f: 'SUM(A1:A2*B1:B2)', array: 'C1' },
        { v: 8, f: 'A1:A2*2', array: 'D1:D2' },
      ],
      [{ v: 1, f: 'ROW()' }],
    ]);
    const mixed = { cells: { ...sheet.cells, formulas: [...sheet.cells.formulas].reverse() } };
    for (const each of [sheet, mixed]) {
      expect(cellRow(each, 0, '')).toEqual({
        0: { v: 3, t: NUMBER, f: '=A2+1' },
        1: { v: 5, t: NUMBER, f: '=XLOOKUP(1,A:A,B:B)' },
        2: { v: 7, t: NUMBER, f: '=SUM(A1:A2*B1:B2)' },
        3: { v: 8, t: NUMBER },
      });
      expect(cellRow(each, 1, '')).toEqual({ 0: { v: 1, t: NUMBER, f: '=ROW()' } });
    }
  });

  test('line breaks become a small document in the font of the cell where it is drawn, and stay plain elsewhere', () => {
    const sheet = sheetOf([[{ v: '一\r\n二\n三', s: 1 }]]);
    expect(cellRow(sheet, 0, '')).toEqual({ 0: { v: '一\r\n二\n三', t: STRING } });
    const cell = cellRow(sheet, 0, 'p.', styles)![0]!;
    expect(cell.p!.body).toMatchObject({
      dataStream: '一\r二\r三\r\n',
      paragraphs: [{ startIndex: 1 }, { startIndex: 3 }, { startIndex: 5 }],
      sectionBreaks: [{ startIndex: 6 }],
      textRuns: [{ st: 0, ed: 5, ts: { fs: 14, bl: 1, ff: expect.stringMatching(/^仿宋, /) } }],
    });
  });

  test('more line breaks than Excel allows are not laid out', () => {
    const most = `${'x\r\n'.repeat(253)}x`;
    expect(cellRow(sheetOf([[most]]), 0, 'p.', styles)![0]!.p!.body!.paragraphs).toHaveLength(254);
    expect(cellRow(sheetOf([[`${most}\n`]]), 0, 'p.', styles)).toEqual({ 0: { v: `${most}\n`, t: STRING, s: 'p.s0' } });
  });

  test('a formula too deep to be worked out keeps its value', () => {
    const sheet = sheetOf([
      [
        { v: 1001, f: `1${'+1'.repeat(1000)}` },
        { v: 1002, f: `1${'+1'.repeat(1001)}` },
        { v: 3, f: `SUM(${'A1,'.repeat(2000)}A1)` },
      ],
    ]);
    expect(Object.values(cellRow(sheet, 0, '')!).map(({ f }) => f !== undefined)).toEqual([true, false, true]);
  });
});

test('bookShell is an empty workbook in Chinese', () => {
  expect(bookShell('b1')).toMatchObject({ id: 'b1', locale: LocaleType.ZH_CN, sheetOrder: [], sheets: {}, styles: {} });
});
