import Big from 'big.js';
import fc from 'fast-check';
import {
  addRatio,
  compareFast,
  compareNumbers,
  compareRatio,
  decimalOf,
  divideRatio,
  formatHalfUp,
  multiplyRatio,
  ratio,
  ratioOf,
  ratioToNumber,
  roundHalfUp,
  subtractRatio,
  sumRatios,
} from '../../src/core/decimal';

describe('decimalOf', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [7.000000000000001, '7'],
    [-5.1000000000000005, '-5.1'],
    [1e21, '1e+21'],
    [0, '0'],
  ])('reads %p as %s', (x, text) => expect(decimalOf(x).toString()).toBe(text));

  it('refuses what is no number', () => {
    expect(() => decimalOf(NaN)).toThrow(RangeError);
    expect(() => decimalOf(Infinity)).toThrow(RangeError);
  });
});

describe('ratios', () => {
  it('keeps thirds whole: 1/3 + 1/3 + 1/3 is 1', () => {
    const third = divideRatio(ratioOf(1), ratioOf(3))!;
    expect(compareRatio(sumRatios([third, third, third]), ratioOf(1))).toBe(0);
    expect(compareRatio(subtractRatio(ratioOf(1), third), multiplyRatio(ratioOf(2), third))).toBe(0);
    expect(compareRatio(addRatio(third, ratioOf(0.5)), ratio(new Big(5), new Big(6))!)).toBe(0);
    expect(ratioToNumber(third)).toBe(1 / 3);
  });

  it('moves the sign to the numerator and has no quotient by zero', () => {
    expect(compareRatio(divideRatio(ratioOf(1), ratioOf(-4))!, ratioOf(-0.25))).toBe(0);
    expect(divideRatio(ratioOf(1), ratioOf(0))).toBeUndefined();
    expect(ratio(new Big(1), new Big(0))).toBeUndefined();
  });
});

describe('comparing numbers', () => {
  const cell = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });

  it('agrees with exact decimals everywhere, also next to equal', () => {
    const near = cell.chain((a) =>
      fc.tuple(fc.constant(a), fc.constantFrom(a, a * (1 + 1e-15), a * (1 - 3e-15), a + 1e-9, a * (1 + 1e-8))),
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(cell, cell)), ([a, b]) => {
        expect(compareNumbers(a, b)).toBe(decimalOf(a).cmp(decimalOf(b)));
        expect(compareFast(a, b, () => decimalOf(a).cmp(decimalOf(b)))).toBe(decimalOf(a).cmp(decimalOf(b)));
      }),
    );
  });

  it('asks the exact order only where doubles are close', () => {
    const exact = jest.fn(() => 0 as const);
    expect(compareFast(1, 2, exact)).toBe(-1);
    expect(exact).not.toHaveBeenCalled();
    expect(compareFast(0.1 + 0.2, 0.3, exact)).toBe(0);
    expect(exact).toHaveBeenCalledTimes(1);
  });
});

describe('rounding half up', () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-0.004, 2, 0],
    [0.5, 0, 1],
    [1.0049999, 2, 1],
    [8.345, 2, 8.35],
    [123456789.123456, 4, 123456789.1235],
    [1e20, 2, 1e20],
  ])('%p to %p places is %p', (x, digits, expected) => expect(roundHalfUp(x, digits)).toBe(expected));

  it('leaves NaN alone and shows it as nothing', () => {
    expect(roundHalfUp(NaN, 2)).toBeNaN();
    expect(formatHalfUp(NaN, 2)).toBe('');
  });

  it('shows fixed digits and no negative zero', () => {
    expect(formatHalfUp(1.005, 2)).toBe('1.01');
    expect(formatHalfUp(3, 2)).toBe('3.00');
    expect(formatHalfUp(-0.001, 2)).toBe('0.00');
  });

  it('is what the decimal itself rounds to', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 }), (x, digits) => {
        expect(roundHalfUp(x, digits)).toBe(Number(decimalOf(x).round(digits, 1).toString()) + 0);
      }),
    );
  });
});
