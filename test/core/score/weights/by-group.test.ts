import { branch, codes, shareOf, weighed } from './weighed';

const tree = branch('total', [{ id: 'a' }, { id: 'b' }]);
const groups = { 国家级: { a: 70, b: 30 }, 省级: { a: 20, b: 80 } };

it('has other shares for every group', () => {
  const shares = weighed(tree, { kind: 'by_group', groups, total: 100 }, { groupNames: ['省级', '国家级'] });
  expect([0, 1].map((group) => [shareOf(shares, 'a', group), shareOf(shares, 'b', group)])).toEqual([
    [0.2, 0.8],
    [0.7, 0.3],
  ]);
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('a group called %s has no weights of its own accord', (name) => {
  expect(codes(weighed(tree, { kind: 'by_group', groups }, { groupNames: [name] }))).toEqual(['weights-group-missing']);
  expect(codes(weighed(tree, { kind: 'by_group', groups: { 省级: { a: 1, b: 1 } } }, { groupNames: ['省级', name] }))).toEqual([
    'weights-group-missing',
  ]);
});

it.each(['constructor', 'toString', 'hasOwnProperty'])('a node called %s has no weight of its own accord', (id) => {
  const odd = branch('total', [{ id: 'a' }, { id }]);
  expect(codes(weighed(odd, { kind: 'by_group', groups: { 省级: { a: 20 } } }, { groupNames: ['省级'] }))).toEqual(['weights-missing']);
});

it('names the group whose weights are wrong or missing', () => {
  const wrong = weighed(
    tree,
    { kind: 'by_group', groups: { ...groups, 国家级: { a: 70, b: 31 } }, total: 100 },
    { groupNames: ['国家级'] },
  );
  expect(wrong.problems[0]!.message).toBe('分组“国家级”中“total”各下级的权重合计为101，应为100。');
  expect(codes(weighed(tree, { kind: 'by_group', groups }, { groupNames: ['其他'] }))).toEqual(['weights-group-missing']);
  expect(codes(weighed(tree, { kind: 'by_group', groups }))).toEqual(['weights-no-groups']);
});
