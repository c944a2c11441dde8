import { decimalsOfFormat } from '../../../src/core/check/shown-digits';

test.each([
  ['General', undefined],
  ['@', undefined],
  ['yyyy-mm-dd', undefined],
  ['0.00E+00', undefined],
  ['0', 0],
  ['#,##0', 0],
  ['0.0', 1],
  ['#,##0.00', 2],
  ['0.0#', 2],
  ['0%', 2],
  ['0.00%', 4],
  ['0.0_ ;[Red]-0.0', 1],
  ['0.00"约.0000"', 2],
  ['x'.repeat(300), undefined],
])('%s', (format, decimals) => {
  expect(decimalsOfFormat(format)).toBe(decimals);
});
