import { isSettled, methodConfigSchema, normalise, type NormaliseReport, type SettledMethod } from '../../../src/core/score/methods/index';
import type { Direction } from '../../../src/core/score/methods/method';

/** A configuration as a pack writes it, none of whose numbers stands elsewhere. */
export function settledConfig(written: object): SettledMethod {
  const config = methodConfigSchema.parse(written);
  if (!isSettled(config)) throw new RangeError('a number stands elsewhere');
  return config;
}

/** Scores of plain values under a configuration as a pack writes it; null stands for missing, in and out. */
export function scored(
  values: readonly (number | null)[],
  config: object,
  direction: Direction = 'higher_is_better',
): { readonly scores: (number | null)[]; readonly report: NormaliseReport } {
  const out = new Float64Array(values.length);
  const report = normalise(
    Float64Array.from(values, (x) => x ?? NaN),
    direction,
    settledConfig(config),
    out,
  );
  return { scores: [...out].map((x) => (Number.isNaN(x) ? null : x)), report };
}

/** Within 1e-9 of each expected score, missing exactly where expected. */
export function expectScores(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(actual.map((x) => x === null)).toEqual(expected.map((x) => x === null));
  expected.forEach((x, at) => x !== null && expect(actual[at]).toBeCloseTo(x, 9));
}
