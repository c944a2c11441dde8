import fc from 'fast-check';
import { priorities } from '../../../../src/core/score/weights/ahp';
import { branch, codes, shareOf, weighed } from './weighed';

const tree = branch('total', [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
const ahp = (matrix: number[][]) => weighed(tree, { kind: 'ahp', matrices: { total: matrix } });

it('finds the weights of consistent judgements exactly', () => {
  // 4 : 2 : 1
  const { weights, lambdaMax, index, ratio } = priorities([
    [1, 2, 4],
    [1 / 2, 1, 2],
    [1 / 4, 1 / 2, 1],
  ]);
  [4 / 7, 2 / 7, 1 / 7].forEach((w, at) => expect(weights[at]).toBeCloseTo(w, 12));
  expect(lambdaMax).toBeCloseTo(3, 12);
  expect(index).toBeCloseTo(0, 12);
  expect(ratio).toBeCloseTo(0, 12);
});

it('measures inconsistency', () => {
  // Of a 3×3 reciprocal matrix the eigenvector is the geometric means of the rows: ∛15, ∛1, ∛(1/15) = 2.466212, 1, 0.405480,
  // sum 3.871692, and λmax = 1 + ∛x + 1/∛x with x = a12·a23/a13 = 9/5: 1 + 1.216440 + 0.822071 = 3.038511.
  // CI = 0.038511/2 = 0.019256; CR = 0.019256/0.58 = 0.033200
  const { weights, lambdaMax, index, ratio } = priorities([
    [1, 3, 5],
    [1 / 3, 1, 3],
    [1 / 5, 1 / 3, 1],
  ]);
  [0.636986, 0.258285, 0.104729].forEach((w, at) => expect(weights[at]).toBeCloseTo(w, 6));
  expect(lambdaMax).toBeCloseTo(3.038511, 6);
  expect(index).toBeCloseTo(0.019256, 6);
  expect(ratio).toBeCloseTo(0.0332, 4);
});

it('takes 0.33 typed for 1/3', () => {
  const typed = ahp([
    [1, 3, 5],
    [0.33, 1, 3],
    [0.2, 0.33, 1],
  ]);
  expect(shareOf(typed, 'a')).toBeCloseTo(0.636986, 6);
  expect(typed.consistency.get('total')!.ratio).toBeCloseTo(0.0332, 4);
});

it('recovers any weights from their ratios', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 2, maxLength: 15 }), (raw) => {
      const { weights } = priorities(raw.map((own) => raw.map((other) => own / other)));
      const sum = raw.reduce((total, w) => total + w, 0);
      raw.forEach((w, at) => expect(weights[at]).toBeCloseTo(w / sum, 9));
    }),
  );
});

it('refuses judgements that contradict each other', () => {
  const { problems } = ahp([
    [1, 9, 1],
    [1 / 9, 1, 9],
    [1, 1 / 9, 1],
  ]);
  expect(problems.map(({ code }) => code)).toEqual(['ahp-inconsistent']);
  expect(problems[0]!.message).toContain('超过0.10');
});

it.each([
  [
    'ahp-shape',
    [
      [1, 2],
      [0.5, 1],
    ],
  ],
  [
    'ahp-not-positive',
    [
      [1, 2, 0],
      [0.5, 1, 2],
      [0, 0.5, 1],
    ],
  ],
  [
    'ahp-not-reciprocal',
    [
      [1, 2, 4],
      [2, 1, 2],
      [0.25, 0.5, 1],
    ],
  ],
  [
    'ahp-not-reciprocal',
    [
      [2, 2, 4],
      [0.5, 1, 2],
      [0.25, 0.5, 1],
    ],
  ],
])('refuses %s', (code, matrix) => expect(codes(ahp(matrix))).toEqual([code]));

it('needs a matrix for every branch of more than one child, and has no random index over 15', () => {
  expect(codes(weighed(tree, { kind: 'ahp', matrices: {} }))).toEqual(['ahp-missing']);
  expect(codes(weighed(branch('total', [{ id: 'a' }]), { kind: 'ahp', matrices: {} }))).toEqual([]);
  const wide = branch(
    'total',
    Array.from({ length: 16 }, (_, at) => ({ id: `i${at}` })),
  );
  expect(codes(weighed(wide, { kind: 'ahp', matrices: { total: [[1]] } }))).toEqual(['ahp-too-large']);
});

it('is always consistent with one judgement or none', () => {
  expect(priorities([[1]])).toEqual({ weights: Float64Array.of(1), lambdaMax: 1, index: 0, ratio: 0 });
  const { weights, index, ratio } = priorities([
    [1, 4],
    [1 / 4, 1],
  ]);
  expect([...weights]).toEqual([expect.closeTo(0.8, 12), expect.closeTo(0.2, 12)]);
  expect(index).toBeCloseTo(0, 12);
  expect(ratio).toBe(0);
});

it('takes the diagonal for 1, and of two mirrored entries the one from 1 up', () => {
  const { weights, lambdaMax } = priorities([
    [0.98, 1],
    [0.96, 1],
  ]);
  expect([...weights]).toEqual([0.5, 0.5]);
  expect(lambdaMax).toBe(2);
});

it('says in which row and column the mistake is', () => {
  const message = (matrix: number[][]) => ahp(matrix).problems.map((problem) => problem.message);
  expect(
    message([
      [1, 2, 4],
      [0.5, 1, 2],
      [0, 0.5, 1],
    ]),
  ).toEqual(['“total”判断矩阵第3行第1列不是大于0的数。']);
  expect(
    message([
      [1, 2, 4],
      [0.5, 1, 2],
      [0.25, 3, 1],
    ]),
  ).toEqual(['“total”判断矩阵第2行第3列与第3行第2列不互为倒数。']);
});

it.each([
  [
    'a row too few',
    [
      [1, 2, 4],
      [0.5, 1, 2],
    ],
  ],
  [
    'a row too short',
    [
      [1, 2, 4],
      [0.5, 1],
      [0.25, 0.5, 1],
    ],
  ],
  [
    'a row too long',
    [
      [1, 2, 4],
      [0.5, 1, 2],
      [0.25, 0.5, 1, 1],
    ],
  ],
  [
    'a row too many',
    [
      [1, 2, 4],
      [0.5, 1, 2],
      [0.25, 0.5, 1],
      [1, 1, 1],
    ],
  ],
])('refuses a matrix with %s', (_, matrix) => expect(codes(ahp(matrix))).toEqual(['ahp-shape']));
