import { branch, codes, shareOf, weighed } from './weighed';

const tree = branch('total', [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
const critic = (columns: Record<string, number[]>) => weighed(tree, { kind: 'critic' }, { columns });

it('weighs by contrast times conflict', () => {
  // Deviations a −50, 0, 50; b 50, 0, −50; c −50, 50, 0: σ = 50 each (n − 1);
  // r_ab = −1; r_ac = 2500/5000 = 0.5; r_bc = −0.5
  // C_a = 50·(2 + 0.5) = 125; C_b = 50·(2 + 1.5) = 175; C_c = 50·(0.5 + 1.5) = 100; sum 400
  const shares = critic({ a: [0, 50, 100], b: [100, 50, 0], c: [0, 100, 50] });
  expect(shareOf(shares, 'a')).toBeCloseTo(0.3125, 12);
  expect(shareOf(shares, 'b')).toBeCloseTo(0.4375, 12);
  expect(shareOf(shares, 'c')).toBeCloseTo(0.25, 12);
});

it('takes spread and correlation from each column’s own mean', () => {
  // Deviations a −1, −1, 2; b −2, 2, 0: r_ab = 0, so C_a : C_b = √6 : √8.
  const shares = critic({ a: [0, 0, 3], b: [0, 4, 2], c: [1, 1, 1] });
  expect(shareOf(shares, 'a')).toBeCloseTo(Math.sqrt(6) / (Math.sqrt(6) + Math.sqrt(8)), 12);
  expect(shareOf(shares, 'c')).toBe(0);
});

it('gives nothing to a column without spread whose mean is a hair beside it as a double', () => {
  // (0.1 + 0.1 + 0.1)/3 is 0.10000000000000002.
  const shares = critic({ a: [0, 50, 100], b: [100, 50, 0], c: [0.1, 0.1, 0.1] });
  expect(['a', 'b', 'c'].map((id) => shareOf(shares, id))).toEqual([0.5, 0.5, 0]);
});

it('leaves out incomplete rows and columns without spread', () => {
  const shares = critic({ a: [0, 50, 100, 3], b: [100, 50, 0, NaN], c: [7, 7, 7, 7] });
  expect(['a', 'b', 'c'].map((id) => shareOf(shares, id))).toEqual([0.5, 0.5, 0]);
});

it('goes by the only column with spread', () => {
  expect(shareOf(critic({ a: [0, 1, 2], b: [5, 5, 5], c: [7, 7, 7] }), 'a')).toBe(1);
});

it('refuses too few rows and columns that all say the same', () => {
  expect(codes(critic({ a: [1], b: [2], c: [3] }))).toEqual(['weights-few-rows']);
  expect(codes(critic({ a: [1, 1], b: [2, 2], c: [3, 3] }))).toEqual(['weights-undefined']);
});
