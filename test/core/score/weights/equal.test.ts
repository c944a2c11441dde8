import { overallShares } from '../../../../src/core/score/weights/index';
import { branch, shareOf, weighed } from './weighed';

const tree = branch('total', [branch('d', [{ id: 'a' }, { id: 'b' }, { id: 'c' }]), { id: 'e' }]);
const ids = ['d', 'e', 'a', 'b', 'c'];

it('counts siblings alike', () => {
  const shares = weighed(tree, { kind: 'equal' });
  expect(ids.map((id) => shareOf(shares, id))).toEqual([1 / 2, 1 / 2, 1 / 3, 1 / 3, 1 / 3]);
});

it('counts indicators alike on request', () => {
  const shares = weighed(tree, { kind: 'equal', among: 'indicators' });
  expect(ids.map((id) => shareOf(shares, id))).toEqual([3 / 4, 1 / 4, 1 / 3, 1 / 3, 1 / 3]);
  const overall = overallShares(tree, new Map(ids.map((id) => [id, shareOf(shares, id)])));
  expect(['total', 'a', 'b', 'c', 'e'].map((id) => overall.get(id))).toEqual([1, 1 / 4, 1 / 4, 1 / 4, 1 / 4]);
});

it('says nothing about a branch that is silent altogether', () => {
  const shares = weighed(tree, { kind: 'equal' }, { silent: ['a', 'b', 'c'] });
  expect(shares.problems).toEqual([]);
  expect(ids.map((id) => shareOf(shares, id))).toEqual([0, 1, 0, 0, 0]);
});
