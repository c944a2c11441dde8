import fc from 'fast-check';
import { cellName, columnName } from '../../../src/core/cell';
import { SharedFormula } from '../../../src/ooxml/formula/formula-shift';

/** The formula of B2 as the cell `down` rows below and `right` columns beside it has it. */
const moved = (formula: string, down: number, right: number): string => new SharedFormula(formula, 1, 1).at(1 + down, 1 + right);

describe('a shared formula', () => {
  it.each([
    ['relative', 'A1+B2', 'B3+C4'],
    ['fixed', '$A$1+A$1+$A1', '$A$1+B$1+$A3'],
    ['areas', 'SUM(A1:B2,$A1:B$2)', 'SUM(B3:C4,$A3:C$2)'],
    ['whole columns', 'SUM(A:B,$A:B,$A:$A)', 'SUM(B:C,$A:C,$A:$A)'],
    ['whole rows', 'SUM(1:2,$1:2,$3:$3)', 'SUM(3:4,$1:4,$3:$3)'],
    ['a sheet', 'Sheet1!A1', 'Sheet1!B3'],
    ['a sheet with a Chinese name', '数据!A1+数据2024!A:A', '数据!B3+数据2024!B:B'],
    ['a quoted sheet', "'A1 B2''s'!A1:B2", "'A1 B2''s'!B3:C4"],
    ['a sheet that looks like a cell', 'Q1!A1', 'Q1!B3'],
    ['several sheets', 'SUM(Jan:Mar!A1,Q1:Q4!A1)', 'SUM(Jan:Mar!B3,Q1:Q4!B3)'],
    ['another workbook', "[1]Sheet1!A1+'[去年.xlsx]A1'!A1", "[1]Sheet1!B3+'[去年.xlsx]A1'!B3"],
    [
      'functions that look like cells',
      'LOG10(A1)+ATAN2(A1,B1)+DEC2BIN(A1)+BIN2DEC(1)+T(A1)',
      'LOG10(B3)+ATAN2(B3,C3)+DEC2BIN(B3)+BIN2DEC(1)+T(B3)',
    ],
    ['names', 'A1B+A1_+A1.x+_A1+rate2024+税率1+ABC+R1C1', 'A1B+A1_+A1.x+_A1+rate2024+税率1+ABC+R1C1'],
    ['names beyond the sheet', 'XFE1+A1048577+ABCD1', 'XFE1+A1048577+ABCD1'],
    ['texts', '"A1 ""B2"" "&A1&"C3"', '"A1 ""B2"" "&B3&"C3"'],
    ['numbers with exponents', '1E5+1.5E+3+.5e-2+A1', '1E5+1.5E+3+.5e-2+B3'],
    ['errors', '#REF!+#N/A+#DIV/0!+#NAME?+A1', '#REF!+#N/A+#DIV/0!+#NAME?+B3'],
    ['an error divided', '#N/A/A1', '#N/A/B3'],
    ['a reference on a lost sheet', '#REF!A1', '#REF!B3'],
    ['tables', '表1[[#This Row],[A1]]+Table1[A1]+A1', '表1[[#This Row],[A1]]+Table1[A1]+B3'],
    ['a quote inside a table column', "Table1[it''s]+Table1['[A1']]+A1", "Table1[it''s]+Table1['[A1']]+B3"],
    ['a range to a function', 'SUM(A1:INDEX(B:B,3))', 'SUM(B3:INDEX(C:C,3))'],
    ['an intersection and a union', 'SUM(A1:C3 B2:B9,(A1,B1))', 'SUM(B3:D5 C4:C11,(B3,C3))'],
    ['implicit intersection and spill', '@A1+A1#', '@B3+B3#'],
    ['arrays', '{1,2;3,4}*A1', '{1,2;3,4}*B3'],
    ['percent and signs', '-A1%^2', '-B3%^2'],
    ['new functions', '_xlfn.IFS(A1>0,"A1")', '_xlfn.IFS(B3>0,"A1")'],
    ['trimmed areas', 'SUM(A1.:.B2,A:.C)', 'SUM(B3.:.C4,B:.D)'],
    ['several sheets that look like cells and rows', 'SUM(A11:3!$A:B)', 'SUM(A11:3!$A:C)'],
    ['line ends', 'IF(A1,\n"A1",\n A1)', 'IF(B3,\n"A1",\n B3)'],
    ['small letters', 'a1+$b$2', 'B3+$B$2'],
    ['nothing', '', ''],
    ['a text that does not end', '"A1', '"B3'],
  ])('%s', (_, formula, expected) => {
    expect(moved(formula, 2, 1)).toBe(expected);
  });

  it.each([
    ['above the first row', 'A1+A2', -1, 0, '#REF!+A1'],
    ['left of the first column', 'A1+B1', 0, -1, '#REF!+A1'],
    ['on the last row', 'A1048575', 1, 0, 'A1048576'],
    ['below the last row', 'A1048576+SUM(A1:A1048576)', 1, 0, '#REF!+SUM(#REF!)'],
    ['on the last column', 'XFC1', 0, 1, 'XFD1'],
    ['right of the last column', 'XFD1+Sheet1!XFD1+SUM(A:XFD)', 0, 1, '#REF!+Sheet1!#REF!+SUM(#REF!)'],
    ['fixed ends stay', 'SUM(A$1:A1048575)', 1, 0, 'SUM(A$1:A1048576)'],
    ['whole rows do not mind columns', 'SUM(1:1)', 0, -1, 'SUM(1:1)'],
  ])('%s', (_, formula, down, right, expected) => {
    expect(moved(formula, down, right)).toBe(expected);
  });
});

describe('shifting there and back', () => {
  const dollar = fc.constantFrom('', '$');
  const cell = fc
    .tuple(dollar, fc.integer({ min: 50, max: 700 }), dollar, fc.integer({ min: 100, max: 90_000 }))
    .map(([c, column, r, row]) => `${c}${columnName(column)}${r}${row}`);
  const column = fc.tuple(dollar, fc.integer({ min: 50, max: 700 })).map(([c, n]) => `${c}${columnName(n)}`);
  const row = fc.tuple(dollar, fc.integer({ min: 100, max: 90_000 })).map(([r, n]) => `${r}${n}`);
  const reference = fc.oneof(
    cell,
    fc.tuple(cell, cell).map((pair) => pair.join(':')),
    fc.tuple(column, column).map((pair) => pair.join(':')),
    fc.tuple(row, row).map((pair) => pair.join(':')),
  );
  const sheet = fc.constantFrom('', 'Sheet1!', "'A1 甲''s'!", '数据!', '[1]AB12!');
  const other = fc.constantFrom('12.5', '1E5', '"A1 ""B2"""', 'rate', '税率2', 'LOG10(3)', '#N/A', '表1[[#This Row],[AB12]]', 'TRUE');
  const operand = fc.oneof(
    fc.tuple(sheet, reference).map((parts) => parts.join('')),
    other,
    cell.map((one) => `ATAN2(${one},1)`),
  );
  const formula = fc.array(fc.tuple(operand, fc.constantFrom('+', '*', '&', ',', ' ', '<=', '/'))).map((parts) => parts.flat().join(''));

  it('gives the same text', () => {
    fc.assert(
      fc.property(formula, fc.integer({ min: -90, max: 900 }), fc.integer({ min: -40, max: 400 }), (text, down, right) => {
        const there = new SharedFormula(text, 100, 100).at(100 + down, 100 + right);
        expect(new SharedFormula(there, 100 + down, 100 + right).at(100, 100)).toBe(text);
      }),
    );
  });

  it('moves a cell as a cell moves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        (r, c, down, right) => {
          expect(moved(cellName(r, c), down, right)).toBe(cellName(r + down, c + right));
        },
      ),
    );
  });
});
