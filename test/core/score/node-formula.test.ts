import { aggregateFormula, rankAmongFormula, rankFormula } from '../../../src/core/score/node-formula';

const side = ['F', 'G', 'H'].map((column) => ({ score: `${column}5`, weight: `${column}$3` }));
const apart = ['F', 'H'].map((column) => ({ score: `${column}5`, weight: `${column}$3` }));

it('uses ranges where cells stand side by side', () => {
  expect(aggregateFormula(side, 'weighted_arithmetic', 'renormalise')).toBe(
    'IF(COUNT(F5:H5)<1,"",SUMPRODUCT(F5:H5,F$3:H$3)/SUMPRODUCT(--ISNUMBER(F5:H5),F$3:H$3))',
  );
  expect(aggregateFormula(side, 'weighted_arithmetic', { need_share: 0.6 }, 9)).toBe(
    'IF(COUNT(F5:H5)<2,"",ROUND(SUMPRODUCT(F5:H5,F$3:H$3)/SUMPRODUCT(--ISNUMBER(F5:H5),F$3:H$3),9))',
  );
});

it('goes cell by cell where they do not', () => {
  expect(aggregateFormula(apart, 'weighted_arithmetic', 'refuse')).toBe(
    'IF(COUNT(F5,H5)<2,"",(N(F5)*F$3+N(H5)*H$3)/(ISNUMBER(F5)*F$3+ISNUMBER(H5)*H$3))',
  );
  expect(aggregateFormula(apart, 'weighted_geometric', 'renormalise')).toBe(
    'IF(COUNT(F5,H5)<1,"",CHOOSE(SIGN(MIN(F5,H5))+2,"",0,EXP((IF(ISNUMBER(F5),LN(F5)*F$3,0)+IF(ISNUMBER(H5),LN(H5)*H$3,0))/(ISNUMBER(F5)*F$3+ISNUMBER(H5)*H$3))))',
  );
});

it.each([
  ['in two rows', ['F5', 'G6'], ['F$3', 'G$3']],
  ['on two sheets', ['甲!F5', '乙!G5'], ['F$3', 'G$3']],
  ['backwards', ['G5', 'F5'], ['G$3', 'F$3']],
  ['with their weights apart', ['F5', 'G5'], ['F$3', 'H$3']],
  ['with their weights side by side and the scores apart', ['F5', 'H5'], ['F$3', 'G$3']],
  ['under names', ['得分一', '得分二'], ['F$3', 'G$3']],
])('goes cell by cell where they stand %s', (_, [first, second], [one, two]) => {
  const children = [
    { score: first!, weight: one! },
    { score: second!, weight: two! },
  ];
  expect(aggregateFormula(children, 'weighted_arithmetic', 'renormalise')).toContain(
    `(N(${first})*${one}+N(${second})*${two})/(ISNUMBER(${first})*${one}+ISNUMBER(${second})*${two})`,
  );
});

it('has no formula for a node without children', () => {
  expect(aggregateFormula([], 'weighted_arithmetic', 'renormalise')).toBeUndefined();
});

it('keeps a sheet’s name before a range', () => {
  const cells = ['F', 'G'].map((column) => ({ score: `'得分'!${column}5`, weight: `'得分'!${column}$3` }));
  expect(aggregateFormula(cells, 'weighted_arithmetic', 'renormalise')).toContain("COUNT('得分'!F5:G5)");
  expect(aggregateFormula(cells.slice(0, 1), 'weighted_arithmetic', 'renormalise')).toContain("COUNT('得分'!F5)");
});

it('holds 60 children apart from each other, and gives up before Excel does', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ score: `'指标得分'!AB${10000 + 2 * at}`, weight: `'指标得分'!AB$${2 * at + 1}` }));
  expect(aggregateFormula(many(60), 'weighted_arithmetic', { need_share: 0.5 })!.length).toBeLessThan(8192);
  expect(aggregateFormula(many(60), 'weighted_geometric', 'renormalise')!.length).toBeLessThan(8192);
  expect(aggregateFormula(many(120), 'weighted_arithmetic', 'renormalise')).toBeUndefined();
  expect(aggregateFormula(side, 'weighted_arithmetic', 'group_mean')).toBeUndefined();
});

it('ranks by the plain RANK', () => {
  expect(rankFormula('H5', 'H$5:H$40')).toBe('IF(ISNUMBER(H5),RANK(H5,H$5:H$40,0),"")');
  expect(rankFormula('H5', 'H$5:H$40', 'lowest_first')).toBe('IF(ISNUMBER(H5),RANK(H5,H$5:H$40,1),"")');
});

it('ranks among those that no veto keeps out', () => {
  expect(rankAmongFormula('H5', '$H$5:$H$9', [])).toBe(rankFormula('H5', '$H$5:$H$9'));
  expect(rankAmongFormula('H5', '$H$5:$H$9', [{ cell: 'G5', range: '$G$5:$G$9' }])).toBe(
    'IF(AND(ISNUMBER(H5),G5<>1),1+SUMPRODUCT(ISNUMBER($H$5:$H$9)*($H$5:$H$9>H5)*($G$5:$G$9<>1)),"")',
  );
  expect(rankAmongFormula('H5', '$H$5:$H$9', [{ cell: 'G5', range: '$G$5:$G$9' }], 'lowest_first')).toContain('($H$5:$H$9<H5)');
});
