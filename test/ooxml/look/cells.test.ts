import fc from 'fast-check';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { plainWorkbook } from '../package-builder';
import { template } from '../../hosts/xlsx/template';
import { bookLook, cellsOf, styleSheet, worksheet } from './look-of';

type Values = Record<string, readonly [value: unknown, formula?: string, array?: string]>;

function values(rows: string, more: Parameters<typeof bookLook>[1] = {}): Values {
  const book = bookLook(worksheet({ rows }), more);
  return Object.fromEntries(
    Object.entries(cellsOf(book, book.sheets[0]!)).map(([name, { value, formula, array }]) => [
      name,
      [value, ...(formula === undefined ? [] : [formula]), ...(array === undefined ? [] : [array])],
    ]),
  ) as unknown as Values;
}

const shared =
  '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>不用</t></si><si><r><t>开发</t></r><r><t>区</t></r></si><si><t/></si></sst>';

describe('cells', () => {
  const row = (cells: string): string => `<row r="1">${cells}</row>`;
  const every =
    '<c r="A1"><v>1.5</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>甲</t></is></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="b"><v>0</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1" s="1"/><c r="I1" s="1"></c><c r="J1" t="str"><f>""</f><v></v></c><c r="K1"><f>1+1</f></c><c r="L1" t="inlineStr"><is><t>甲</t></is></c>';
  const expected: Values = {
    A1: [1.5],
    B1: ['开发区'],
    C1: [null],
    D1: ['甲'],
    E1: [true],
    F1: [false],
    G1: ['#N/A'],
    H1: [null],
    I1: [null],
    J1: ['', '""'],
    K1: ['', '1+1'],
    L1: ['甲'],
  };

  it('of every type, those with a style alone too', () => {
    expect(values(row(every), { sharedStrings: shared })).toEqual(expected);
  });

  it('by the book', () => {
    expect(values(row(`<!-- -->${every}`), { sharedStrings: shared })).toEqual(expected);
  });

  it('texts: each once, and of the shared ones those of the sheet alone', () => {
    const { texts, payload } = bookLook(worksheet({ rows: row(every) }), { sharedStrings: shared }).sheets[0]!.cells;
    expect(texts).toEqual(['开发区', '甲', '#N/A', '']);
    expect([...payload]).toEqual([1.5, 0, 0, 1, 1, 0, 2, 0, 0, 3, 3, 1]);
  });

  it('rows without cells between', () => {
    const { cells } = bookLook(
      worksheet({ rows: '<row r="2"><c r="B2"><v>1</v></c><c r="XFD2"/></row><row r="5"><c r="A5"><v>2</v></c></row><row r="9"/>' }),
    ).sheets[0]!;
    expect([cells.rows, cells.columns, [...cells.rowStart], [...cells.columnOf], [...cells.kinds]]).toEqual([
      5,
      16_384,
      [0, 0, 2, 2, 2, 3],
      [1, 16_383, 0],
      [1, 0, 1],
    ]);
  });

  it('out of order and given twice: the later one stays, but nothing does not take the place of something', () => {
    expect(
      values(
        '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c><c r="B2"><f>A2</f><v>3</v></c><c r="B2"/></row><row r="1"><c r="A1" t="b"><v>1</v></c><c r="A1" s="1"/><c r="C1"/><c r="A1" t="e"><v>#REF!</v></c></row>',
      ),
    ).toEqual({ A1: ['#REF!'], C1: [null], A2: [2], B2: [3, 'A2'] });
  });

  it('an empty sheet', () => {
    const { cells } = bookLook(worksheet({})).sheets[0]!;
    expect([cells.rows, cells.columns, [...cells.rowStart], cells.kinds.length]).toEqual([0, 0, [0], 0]);
  });

  it('hold what reading gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: 'grapheme' }), fc.constant(null)), { maxLength: 6 }), {
          maxLength: 6,
        }),
        async (rows) => {
          const file = openXlsx(plainWorkbook(rows));
          const { grid } = (await file.read())[0]!;
          const book = file.look();
          const found = cellsOf(book, book.sheets[0]!);
          for (const [name, { value }] of Object.entries(found)) {
            const cell = grid.cell(Number(/\d+/.exec(name)![0]) - 1, name.charCodeAt(0) - 65);
            expect(value).toBe(cell.kind === 'empty' ? null : cell.kind === 'error' ? cell.code : cell.value);
          }
          expect(Object.values(found).filter(({ value }) => value !== null)).toHaveLength(grid.size);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('survive a copy to another thread', () => {
    const book = openXlsx(template()).look();
    expect(structuredClone(book)).toEqual(book);
    const { cells } = structuredClone(book, {
      transfer: book.sheets.flatMap((sheet) =>
        [sheet.cells.rowStart, sheet.cells.columnOf, sheet.cells.kinds, sheet.cells.payload, sheet.cells.styleOf].map(
          (array) => array.buffer,
        ),
      ),
    }).sheets[0]!;
    expect(cells.payload).toHaveLength(cells.kinds.length);
  });
});

describe('dates', () => {
  const styles = styleSheet({ cellXfs: '<xf/><xf numFmtId="14"/><xf numFmtId="20"/>' });
  const rows =
    '<row r="1"><c r="A1" s="1"><v>100</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1"><v>7</v></c><c r="D1" t="d"><v>2024-03-01</v></c><c r="E1" s="1" t="d"><v>2024-03-01</v></c></row>';

  it.each<[string, string, number]>([
    ['of the 1900 epoch stay', '', 100],
    ['of the 1904 epoch are moved', '<workbookPr date1904="1"/>', 1562],
  ])('%s', (_, beforeSheets, serial) => {
    const book = bookLook(worksheet({ rows }), { styles, beforeSheets });
    const cells = cellsOf(book, book.sheets[0]!);
    expect(['A1', 'B1', 'C1', 'D1', 'E1'].map((name) => [cells[name]!.value, cells[name]!.style.numberFormat])).toEqual([
      [serial, 'yyyy/m/d'],
      [0.5, 'h:mm'],
      [7, undefined],
      [45352, 'yyyy-mm-dd'],
      [45352, 'yyyy/m/d'],
    ]);
  });
});

describe('formulas', () => {
  const c = (name: string, f: string): string => `<c r="${name}">${f}<v>1</v></c>`;

  it('shared ones are worked out for each cell', () => {
    expect(
      values(
        `<row r="1">${c('A1', '<f t="shared" ref="A1:B2" si="0">D1*$E$1</f>')}${c('B1', '<f t="shared" si="0"/>')}</row><row r="2">${c('A2', '<f t="shared" si="0"></f>')}${c('B2', '<f si="1" t="shared" ref="B2">A9</f>')}</row>`,
      ),
    ).toEqual({
      A1: [1, 'D1*$E$1'],
      B1: [1, 'E1*$E$1'],
      A2: [1, 'D2*$E$1'],
      B2: [1, 'A9'],
    });
  });

  it('shared from a cell that comes later, from none, and by a number used anew', () => {
    expect(
      values(
        `<row r="1">${c('A1', '<f t="shared" si="0"/>')}${c('B1', '<f t="shared" si="7"/>')}</row><row r="2">${c('A2', '<f t="shared" ref="A1:A2" si="0">C2</f>')}</row><row r="3">${c('A3', '<f t="shared" ref="A3:A4" si="0">Z9</f>')}</row><row r="4">${c('A4', '<f t="shared" si="0"/>')}</row>`,
      ),
    ).toEqual({
      A1: [1, 'Z7'],
      B1: [1],
      A2: [1, 'C2'],
      A3: [1, 'Z9'],
      A4: [1, 'Z10'],
    });
  });

  it('arrays: the first cell has text and range, the others their values', () => {
    expect(
      values(
        `<row r="1">${c('A1', '<f t="array" ref="A1:A2">B1:B2*2</f>')}</row><row r="2">${c('A2', '')}${c('B2', '<f t="array" ref="x">B1</f>')}${c('C2', '<f t="array">B1</f>')}</row>`,
      ),
    ).toEqual({ A1: [1, 'B1:B2*2', 'A1:A2'], A2: [1], B2: [1, 'B1'], C2: [1, 'B1'] });
  });

  it('what-if tables are values', () => {
    expect(
      values(
        `<row r="1">${c('A1', '<f t="dataTable" ref="A1:A2" dt2D="1" dtr="1" r1="B1" r2="C1"/>')}${c('B1', '<f ca="1">NOW()</f>')}</row>`,
      ),
    ).toEqual({ A1: [1], B1: [1, 'NOW()'] });
  });

  it('out of order too, and by the book', () => {
    const rows = `<row r="2">${c('A2', '<f t="shared" si="0"/>')}</row><row r="1">${c('A1', '<f t="shared" ref="A1:A2" si="0">B1</f>')}${c('B1', '<f t="array" ref="B1:C1">1</f>')}</row>`;
    const expected = { A1: [1, 'B1'], B1: [1, '1', 'B1:C1'], A2: [1, 'B2'] };
    expect(values(rows)).toEqual(expected);
    expect(values(`<!-- -->${rows}`)).toEqual(expected);
  });

  it.each([
    ['of the longest text that Excel allows is shared', 8192, [1, expect.stringMatching(/^B2\+1/)]],
    ['longer than that is left in its own cell', 8193, [1]],
  ])('one %s', (_, length, expected) => {
    const text = `B1+${'1'.repeat(length - 3)}`;
    const found = values(
      `<row r="1">${c('A1', `<f t="shared" ref="A1:A2" si="0">${text}</f>`)}</row><row r="2">${c('A2', '<f t="shared" si="0"/>')}</row>`,
    );
    expect(found).toEqual({ A1: [1, text], A2: expected });
  });
});
