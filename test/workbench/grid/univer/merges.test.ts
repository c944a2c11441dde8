import fc from 'fast-check';
import type { Area } from '../../../../src/core/cell';
import { apart } from '../../../../src/workbench/grid/univer/merges';

const area = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right });
const share = (a: Area, b: Area): boolean => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

describe('apart', () => {
  test('neighbours stay, the later of two that share a cell goes', () => {
    const merges = [area(0, 0, 0, 3), area(0, 4, 1, 5), area(1, 0, 3, 3), area(1, 5, 2, 6), area(2, 4, 2, 5)];
    expect(apart(merges)).toEqual([merges[0], merges[1], merges[2], merges[4]]);
  });

  test('none that are kept share a cell, and none is dropped without one that it shares a cell with', () => {
    const some = fc
      .tuple(fc.nat(8), fc.nat(8), fc.nat(4), fc.nat(4))
      .map(([top, left, height, width]) => area(top, left, top + height, left + width));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (merges) => {
        const kept = apart(merges);
        expect(kept.every((a, i) => kept.every((b, j) => i === j || !share(a, b)))).toBe(true);
        expect(merges.filter((each) => !kept.includes(each)).every((each) => kept.some((other) => share(each, other)))).toBe(true);
      }),
    );
  });
});
