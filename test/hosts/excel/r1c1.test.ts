import fc from 'fast-check';
import { cellName } from '../../../src/core/cell';
import { toR1C1 } from '../../../src/hosts/excel/r1c1';

/** R[1]C[-1] seen from a cell, in A1 notation. */
function toA1(formula: string, row: number, column: number): string {
  const place = (text: string | undefined, from: number): { at: number; fixed: boolean } => {
    if (text === undefined || text === '') return { at: from, fixed: false };
    return text.startsWith('[') ? { at: from + Number(text.slice(1, -1)), fixed: false } : { at: Number(text) - 1, fixed: true };
  };
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')+'!?|(?<![\p{L}\p{N}_.])R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![\p{L}\p{N}_.(])/gu,
    (token: string, r: string | undefined, c: string | undefined) => {
      if (/^["']/.test(token)) return token;
      const to = place(r, row);
      const over = place(c, column);
      const match = /^([A-Z]+)(\d+)$/.exec(cellName(to.at, over.at))!;
      return `${over.fixed ? '$' : ''}${match[1]}${to.fixed ? '$' : ''}${match[2]}`;
    },
  );
}

it.each([
  ['A2*$B$1', 1, 2, 'RC[-2]*R1C2'],
  ["SUM('得分明细'!B2:B3)", 3, 2, "SUM('得分明细'!R[-2]C[-1]:R[-1]C[-1])"],
  ["'A1'!A$1+表1!$A1", 0, 0, "'A1'!R1C+表1!RC1"],
  ['IF(A1="A1","B2","")', 0, 0, 'IF(RC="A1","B2","")'],
  ['LOG10(A1)+考评_A1+_A1+A1_', 0, 0, 'LOG10(RC)+考评_A1+_A1+A1_'],
  ['ROUND(XFD1048576,2)', 0, 0, 'ROUND(R[1048575]C[16383],2)'],
])('%s', (formula, row, column, expected) => {
  expect(toR1C1(formula, row, column)).toBe(expected);
});

it.each(['SUM(A:A)', 'SUM($1:$3)', 'SUM(A1#)', '{1,2}', 'Table[列]', '@A1'])('leaves %s alone', (formula) => {
  expect(toR1C1(formula, 0, 0)).toBeUndefined();
});

it('is the same formula, wherever it stands', () => {
  const place = fc.record({ row: fc.nat(2000), column: fc.nat(300), fixedRow: fc.boolean(), fixedColumn: fc.boolean() });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), fc.nat(2000), fc.nat(300), (places, row, column) => {
      const formula = places
        .map((at) => {
          const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cellName(at.row, at.column))!;
          return `IF(ISNUMBER('表 A1'!${at.fixedColumn ? '$' : ''}${letters}${at.fixedRow ? '$' : ''}${digits}),"R1C1",0)`;
        })
        .join('+');
      expect(toA1(toR1C1(formula, row, column)!, row, column)).toBe(formula);
    }),
  );
});
