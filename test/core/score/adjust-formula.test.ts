import { withFixedCells } from '../../../src/core/score/formula-text';
import { adjustedTotalFormula, limitFormula, pointsFormula, vetoFormula } from '../../../src/core/score/adjust-formula';

it('points: an amount that is missing or negative gives none', () => {
  expect(pointsFormula('K5', -1, 5, undefined)).toBe('IF(ISNUMBER(K5),IF(K5<0,"",-K5*5),"")');
  expect(pointsFormula('K5', 1, 1.5, 4)).toBe('IF(ISNUMBER(K5),IF(K5<0,"",MIN(4,K5*1.5)),"")');
});

it('a limit: what holding the sum within it changes', () =>
  expect(limitFormula('J5', 'J5+SUM(L5:M5)', 100, 10)).toBe('IF(ISNUMBER(J5),MAX(10,MIN(100,J5+SUM(L5:M5)))-(J5+SUM(L5:M5)),"")'));

it('a veto: the answer is compared as text, quotation marks and all', () =>
  expect(vetoFormula("'指标数据'!H2", '是"真"')).toBe('IF(TRIM(\'指标数据\'!H2)="","",IF(TRIM(\'指标数据\'!H2)="是""真""",1,0))'));

it('the total: points added, rounded for the ranking, 0 where a veto says so even without a sum', () => {
  expect(adjustedTotalFormula('J5', 'L5:M5', ['N5=1', 'O5=1'], 9)).toBe('IF(N5=1,0,IF(O5=1,0,IF(ISNUMBER(J5),ROUND(J5+SUM(L5:M5),9),"")))');
  expect(adjustedTotalFormula('J5', undefined, [], 9)).toBe('IF(ISNUMBER(J5),ROUND(J5,9),"")');
});

it.each([
  [`IF(ISNUMBER('指标数据'!G3),'指标数据'!G3*2,"")`, `IF(ISNUMBER('指标数据'!$G$3),'指标数据'!$G$3*2,"")`],
  [`SUM('A1'!B2:C3,'it''s B2'!D4)&"E5"`, `SUM('A1'!$B$2:$C$3,'it''s B2'!$D$4)&"E5"`],
  ['LOG10(A1)+$B$2+B$3', 'LOG10($A$1)+$B$2+B$3'],
  ['1E5*X12', '1E5*$X$12'],
])('references are fixed, names of sheets, texts, functions and numbers are left alone: %s', (formula, fixed) =>
  expect(withFixedCells(formula)).toBe(fixed),
);
