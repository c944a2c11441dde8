import { branch, codes, shareOf, weighed } from './weighed';

const tree = branch('total', [{ id: 'a' }, { id: 'b' }]);
const entropy = (columns: Record<string, number[]>, more = {}) => weighed(tree, { kind: 'entropy' }, { columns, ...more });

it('weighs by divergence', () => {
  // a: p = 1/4, 3/4; e = −(1/4·log2 1/4 + 3/4·log2 3/4) = 2 − 3/4·log2 3 = 0.811278; d = 0.188722
  // b: p = 1/8, 7/8; e = 3 − 7/8·log2 7 = 0.543564; d = 0.456436
  // w_a = 0.188722 / 0.645157 = 0.292520
  const shares = entropy({ a: [1, 3], b: [1, 7] });
  const a = 0.75 * Math.log2(3) - 1;
  const b = 0.875 * Math.log2(7) - 2;
  expect(shareOf(shares, 'a')).toBeCloseTo(a / (a + b), 12);
  expect(shareOf(shares, 'a')).toBeCloseTo(0.29252, 5);
  expect(shareOf(shares, 'b')).toBeCloseTo(0.70748, 5);
});

it('takes 0·ln 0 for 0: all in one zone has no entropy at all', () => {
  // a: p = 0, 1: e = 0, d = 1; b: d = 0.188722; w_a = 1/1.188722 = 0.841240
  expect(shareOf(entropy({ a: [0, 5], b: [1, 3] }), 'a')).toBeCloseTo(0.84124, 6);
});

it('leaves an indicator out that nobody has a figure for', () => {
  const shares = entropy({ a: [1, 3], b: [NaN, NaN] });
  expect([shareOf(shares, 'a'), shareOf(shares, 'b')]).toEqual([1, 0]);
});

it('looks at complete rows, and gives nothing to a column without spread', () => {
  const shares = entropy({ a: [1, 3, NaN], b: [4, 4, 9] });
  expect([shareOf(shares, 'a'), shareOf(shares, 'b')]).toEqual([1, 0]);
});

it('gives nothing to a column without spread, also where its entropy is a hair below 1 as a double, or where it is all 0', () => {
  for (const even of [7, 0]) {
    const shares = entropy({ a: [1, 2, 3, 4, 5, 6], b: [even, even, even, even, even, even] });
    expect([shareOf(shares, 'a'), shareOf(shares, 'b')]).toEqual([1, 0]);
  }
});

it('weighs branches as their indicators together', () => {
  const nested = branch('total', [branch('d', [{ id: 'a' }]), { id: 'b' }]);
  const shares = weighed(nested, { kind: 'entropy' }, { columns: { a: [1, 3], b: [1, 7] } });
  expect(shareOf(shares, 'd')).toBeCloseTo(0.29252, 5);
  expect(shareOf(shares, 'a')).toBe(1);
});

it('refuses negative scores, too few rows and no spread anywhere', () => {
  expect(codes(entropy({ a: [-1, 3], b: [1, 7] }))).toEqual(['weights-entropy-negative']);
  expect(codes(entropy({ a: [1, NaN], b: [1, 7] }))).toEqual(['weights-few-rows']);
  expect(codes(entropy({ a: [2, 2], b: [0, 0] }))).toEqual(['weights-undefined']);
});
