import { moveFormula } from '../../../src/ooxml/formula/move-formula';

describe('a formula in another cell', () => {
  it.each([
    ['A1+B$2+$C3+$D$4', 2, 1, 'B3+C$2+$C5+$D$4'],
    ['SUM(A1:B2,A:A,$A:B,3:3,$3:4)', 1, 1, 'SUM(B2:C3,B:B,$A:C,4:4,$3:5)'],
    ["'A1 表'!A1+Sheet1!A1+Sheet1:Sheet3!B2+[1]Sheet1!C3", 1, 0, "'A1 表'!A2+Sheet1!A2+Sheet1:Sheet3!B3+[1]Sheet1!C4"],
    ['B3+C4', -1, -1, 'A2+B3'],
    ['A1', -1, 0, '#REF!'],
  ])('%s', (formula, rows, columns, expected) => {
    expect(moveFormula(formula, rows, columns)).toBe(expected);
  });
});
