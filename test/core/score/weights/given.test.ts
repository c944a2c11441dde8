import { branch, codes, shareOf, weighed } from './weighed';

const tree = (a: number, b: number, c: number) =>
  branch('total', [
    branch('d', [
      { id: 'a', title: '产值', weight: a },
      { id: 'b', weight: b },
    ]),
    { id: 'c', weight: c },
  ]);

it('makes shares among siblings; a branch without a weight weighs as its children together', () => {
  const shares = weighed(tree(30, 10, 60), { kind: 'given', total: 100, scope: 'indicators' });
  expect(shares.problems).toEqual([]);
  expect(['a', 'b', 'c', 'd'].map((id) => shareOf(shares, id))).toEqual([0.75, 0.25, 0.6, 0.4]);
});

it('names the sum that is not the total', () => {
  const shares = weighed(tree(30, 10, 59.5), { kind: 'given', total: 100, scope: 'indicators' });
  expect(shares.problems).toEqual([
    { severity: 'block', code: 'weights-total', message: '全部指标的权重合计为99.5，应为100。', nextStep: '请调整权重，使合计等于100。' },
  ]);
  expect(shares.shares.size).toBe(0);
});

it('adds exact decimals: ten tenths are 1', () => {
  const tenths = branch(
    'total',
    Array.from({ length: 10 }, (_, at) => ({ id: `i${at}`, weight: 0.1 })),
  );
  expect(codes(weighed(tenths, { kind: 'given', total: 1 }))).toEqual([]);
});

it('checks the children of every branch where the total is theirs', () => {
  const both = branch('total', [
    branch(
      'd',
      [
        { id: 'a', weight: 50 },
        { id: 'b', weight: 40 },
      ],
      70,
    ),
    { id: 'c', weight: 30 },
  ]);
  const { problems } = weighed(both, { kind: 'given', total: 100 });
  expect(problems.map(({ message }) => message)).toEqual(['“d”各下级的权重合计为90，应为100。']);
});

it('refuses negative, missing and all-zero weights', () => {
  expect(codes(weighed(tree(-1, 2, 3), { kind: 'given' }))).toEqual(['weights-negative']);
  expect(codes(weighed(tree(NaN, 2, 3), { kind: 'given' }))).toEqual(['weights-negative']);
  expect(codes(weighed(branch('total', [{ id: 'a' }, { id: 'b', weight: 1 }]), { kind: 'given' }))).toEqual(['weights-missing']);
  expect(codes(weighed(branch('total', [{ id: 'a', weight: 0 }]), { kind: 'given' }))).toEqual(['weights-zero']);
});

it('lets a branch of weight 0 hold children of weight 0', () => {
  const shares = weighed(tree(0, 0, 5), { kind: 'given' });
  expect(codes(shares)).toEqual([]);
  expect(['a', 'b', 'c', 'd'].map((id) => shareOf(shares, id))).toEqual([0, 0, 1, 0]);
});

it('shares the weight of an indicator that takes no part among its siblings', () => {
  const shares = weighed(tree(30, 10, 60), { kind: 'given' }, { silent: ['a'] });
  expect(['a', 'b', 'c', 'd'].map((id) => shareOf(shares, id))).toEqual([0, 1, 0.6, 0.4]);
});
