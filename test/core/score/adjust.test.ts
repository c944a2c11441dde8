import { adjustTotals, type Adjustment } from '../../../src/core/score/adjust';

const totals = Float64Array.of(80, 90, 50, NaN);
const amounts = (...xs: number[]) => Float64Array.from(xs);

it('adds bonuses and takes deductions, each up to its cap', () => {
  const {
    totals: out,
    bonus,
    deduction,
  } = adjustTotals(totals, [
    { kind: 'bonus', title: '荣誉', points_per: 2, cap: 5, amounts: amounts(1, 4, 0, 1) },
    { kind: 'deduction', title: '事故', points_per: 3, cap: 6, amounts: amounts(0, 1, 9, 0) },
  ]);
  expect([...out]).toEqual([82, 92, 44, NaN]);
  expect([...bonus]).toEqual([2, 5, 0, 2]);
  expect([...deduction]).toEqual([0, 3, 6, 0]);
});

it('goes bonus, deduction, cap and floor, veto – however the list is sorted', () => {
  const list: Adjustment[] = [
    { kind: 'veto', title: '重大事故', effect: 'zero', flags: amounts(0, 0, 1, 0) },
    { kind: 'limit', cap: 100, floor: 49 },
    { kind: 'deduction', title: '扣分', points_per: 1, amounts: amounts(0, 5, 9, 0) },
    { kind: 'bonus', title: '加分', points_per: 10, amounts: amounts(3, 3, 0, 0) },
  ];
  // 80 + 30 → 100; 90 + 30 − 5 = 115 → 100 (the cap comes after the deduction); 50 − 9 = 41 → 49, then vetoed to 0
  const expected = [100, 100, 0, NaN];
  expect([...adjustTotals(totals, list).totals]).toEqual(expected);
  expect([...adjustTotals(totals, [...list].reverse()).totals]).toEqual(expected);
});

it('vetoes as configured, missing before zero', () => {
  const veto = (effect: 'missing' | 'zero' | 'unranked', ...flags: number[]): Adjustment => ({
    kind: 'veto',
    title: effect,
    effect,
    flags: amounts(...flags),
  });
  const result = adjustTotals(totals, [veto('missing', 1, 0, 0, 0), veto('zero', 1, 1, 0, 0), veto('unranked', 0, 0, 1, 0)]);
  expect([...result.totals]).toEqual([NaN, 0, 50, NaN]);
  expect([...result.unranked]).toEqual([0, 0, 1, 0]);
  expect([...result.vetoed]).toEqual([
    [0, [0, 1]],
    [1, [1]],
    [2, [2]],
  ]);
});

it('reports what was not filled in and does not use negative amounts', () => {
  const { totals: out, problems } = adjustTotals(totals, [
    { kind: 'bonus', title: '加分', points_per: 1, amounts: amounts(NaN, -3, 1, 1) },
    { kind: 'deduction', title: '扣分', points_per: 1, amounts: amounts(NaN, 0, 0, 0) },
    { kind: 'veto', title: '否决', effect: 'zero', flags: amounts(NaN, NaN, 0, 0) },
  ]);
  expect([...out]).toEqual([80, 90, 51, NaN]);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['bonus-missing', 'warning'],
    ['adjustment-negative', 'error'],
    ['deduction-missing', 'warning'],
    ['veto-missing', 'warning'],
  ]);
});

it('says what each adjustment changes a total by: before and changes make the total', () => {
  const { changes, totals: out } = adjustTotals(totals, [
    { kind: 'bonus', title: '加分', points_per: 2, cap: 5, amounts: amounts(1, 9, NaN, 1) },
    { kind: 'veto', title: '重大事故', effect: 'zero', flags: amounts(0, 0, 1, NaN) },
    { kind: 'veto', title: '瞒报', effect: 'zero', flags: amounts(0, 0, 1, 0) },
    { kind: 'limit', cap: 92 },
    { kind: 'veto', title: '取消资格', effect: 'unranked', flags: amounts(1, 0, 0, 0) },
    { kind: 'deduction', title: '事故', points_per: 3, amounts: amounts(1, 0, 2, -1) },
  ]);
  expect(changes.map((change) => [...change])).toEqual([
    [2, 5, NaN, 2],
    [0, 0, -44, NaN],
    [0, 0, 0, 0],
    [0, -3, 0, NaN],
    [0, 0, 0, 0],
    [-3, 0, -6, NaN],
  ]);
  expect([...out]).toEqual([79, 92, 0, NaN]);
});

it('gives no points for an amount that cannot be reckoned with, unless a cap holds them', () => {
  const bonus = (cap?: number): Adjustment => ({
    kind: 'bonus',
    title: '加分',
    points_per: 1e50,
    amounts: amounts(1e-50, 1e60, 1e101, 0),
    ...(cap !== undefined && { cap }),
  });
  const open = adjustTotals(totals, [bonus()]);
  expect([...open.bonus].slice(0, 1)).toEqual([expect.closeTo(1, 9)]);
  expect(open.problems.map(({ code, severity }) => [severity, code])).toEqual([['error', 'adjustment-unreckonable']]);
  expect(open.problems[0]!.message).toContain('有2个对象');
  const capped = adjustTotals(totals, [bonus(5)]);
  expect(capped.bonus[1]).toBe(5);
  expect(capped.problems[0]!.message).toContain('有1个对象');
});

it('holds several deductions together below a cap, and gives back what is beyond', () => {
  const list: Adjustment[] = [
    { kind: 'limit', cap: 8, on: [1, 2] },
    { kind: 'deduction', title: '事故', points_per: 2, cap: 6, amounts: amounts(3, 4, 1, 0) },
    { kind: 'deduction', title: '通报', points_per: 1, amounts: amounts(2, 3, 0, NaN) },
    { kind: 'limit', cap: 105, floor: 0 },
  ];
  const { totals: out, deduction, changes } = adjustTotals(totals, list);
  // 6 + 2 is exactly the cap; 6 + 3 is one beyond.
  expect([...out]).toEqual([72, 82, 48, NaN]);
  expect([...deduction].slice(0, 3)).toEqual([8, 8, 2]);
  expect([...changes[0]!].slice(0, 3)).toEqual([0, 1, 0]);
});

it('holds several bonuses together as well', () => {
  const { totals: out, changes } = adjustTotals(totals, [
    { kind: 'bonus', title: '表彰', points_per: 1, amounts: amounts(3, 1, 0, 0) },
    { kind: 'bonus', title: '试点', points_per: 2, amounts: amounts(1, 0, 0, 0) },
    { kind: 'limit', cap: 4, on: [0, 1] },
  ]);
  expect([...out]).toEqual([84, 91, 50, NaN]);
  expect(changes[2]![0]).toBe(-1);
});

it('a veto that puts a row behind all others leaves its total', () => {
  const result = adjustTotals(totals, [{ kind: 'veto', title: '造假', effect: 'last', flags: amounts(0, 1, 0, 0) }]);
  expect([...result.totals]).toEqual([80, 90, 50, NaN]);
  expect([...result.behind]).toEqual([0, 1, 0, 0]);
  expect([...result.unranked]).toEqual([0, 0, 0, 0]);
});

it('multiplies by coefficients and stretches to the best before anything is added', () => {
  const list: Adjustment[] = [
    { kind: 'bonus', title: '加分', points_per: 1, amounts: amounts(5, 0, 0, 0) },
    { kind: 'rescale', best: 100 },
    { kind: 'coefficient', title: '地区系数', factors: amounts(1.1, 1, 1, 1) },
    { kind: 'coefficient', title: '规模系数', factors: amounts(1, 0.8, 1.2, 1) },
  ];
  // 80 × 1.1 = 88; 90 × 0.8 = 72; 50 × 1.2 = 60: the best of them is 88, and 5 are added to its 100.
  const { totals: out, changes } = adjustTotals(totals, list);
  const expected = [105, (72 / 88) * 100, (60 / 88) * 100];
  expect(out[3]).toBeNaN();
  expected.forEach((total, row) => expect(out[row]).toBeCloseTo(total, 9));
  // Before and all changes make the total.
  expected.forEach((total, row) => expect(changes.reduce((sum, change) => sum + change[row]!, totals[row]!)).toBeCloseTo(total, 9));
  expect(changes[2]![0]).toBeCloseTo(8, 9);
  expect(changes[3]![1]).toBeCloseTo(-18, 9);
});

it('has no total without a coefficient, and says so', () => {
  const { totals: out, problems } = adjustTotals(totals, [{ kind: 'coefficient', title: '地区系数', factors: amounts(1, NaN, 1, NaN) }]);
  expect([...out]).toEqual([80, NaN, 50, NaN]);
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['coefficient-missing', '“地区系数”有2个对象没有可用的系数，没有得分。'],
  ]);
});

it('stretches nothing where nobody is above 0', () => {
  expect([...adjustTotals(Float64Array.of(0, -5, NaN), [{ kind: 'rescale', best: 100 }]).totals]).toEqual([0, -5, NaN]);
});
