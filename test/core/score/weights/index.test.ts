import { branch, codes, shareOf, weighed } from './weighed';

const nested = (dimension?: number, leaf = 1) =>
  branch('total', [
    branch(
      'size',
      [
        { id: 'output', weight: leaf },
        { id: 'tax', weight: leaf },
      ],
      dimension,
    ),
    { id: 'energy', title: '能耗', weight: 2 },
  ]);

it('lets a branch without a weight weigh as its children together', () => {
  const shares = weighed(nested(), { kind: 'given' });
  expect(shareOf(shares, 'size')).toBe(0.5);
  expect(shareOf(shares, 'tax')).toBe(0.5);
  expect(shareOf(weighed(nested(6), { kind: 'given' }), 'size')).toBe(0.75);
});

it('does so group by group', () => {
  const shares = weighed(
    nested(),
    { kind: 'by_group', groups: { 东部: { output: 1, tax: 1, energy: 2, size: 6 }, 西部: { output: 1, tax: 1, energy: 2 } } },
    { groupNames: ['东部', '西部'] },
  );
  expect([shareOf(shares, 'size', 0), shareOf(shares, 'size', 1)]).toEqual([0.75, 0.5]);
});

it('refuses a branch that weighs something and whose children weigh nothing', () => {
  const { problems, shares } = weighed(nested(6, 0), { kind: 'given' });
  expect(problems).toMatchObject([{ severity: 'block', code: 'weights-zero' }]);
  expect(problems[0]!.message).toContain('“size”');
  expect(shares.size).toBe(0);
  // Where the branch weighs nothing either, it is off.
  expect(codes(weighed(nested(0, 0), { kind: 'given' }))).toEqual([]);
});

it.each([1e101, 1e-101])('refuses a weight of %d and says whose it is', (weight) => {
  const tree = branch('total', [
    { id: 'output', weight: 1 },
    { id: 'energy', title: '能耗', weight },
  ]);
  const { problems, shares } = weighed(tree, { kind: 'given' });
  expect(problems).toMatchObject([{ severity: 'block', code: 'weights-unreckonable' }]);
  expect(problems[0]!.message).toContain('“能耗”的权重');
  expect(shares.size).toBe(0);
  const plain = branch('total', [
    { id: 'output', weight },
    { id: 'energy', weight: 1 },
  ]);
  expect(weighed(plain, { kind: 'given' }).problems[0]!.message).toContain('“output”的权重');
});
