import fc from 'fast-check';
import { addDays, addMonths, daysBetween } from '../../../src/core/judge/calendar';

test.each([
  ['2017-01-01', 15, '2017-01-16'],
  ['2016-02-28', 1, '2016-02-29'],
  ['2015-02-28', 1, '2015-03-01'],
  ['2016-12-31', 1, '2017-01-01'],
  ['2017-03-26', 0, '2017-03-26'],
])('%s + %p days is %s', (from, days, to) => {
  expect(addDays(from, days)).toBe(to);
  expect(daysBetween(from, to)).toBe(days);
});

test.each([
  ['2016-01-31', 1, '2016-02-29'],
  ['2015-01-31', 1, '2015-02-28'],
  ['2016-02-29', 12, '2017-02-28'],
  ['2015-12-31', 60, '2020-12-31'],
  ['2016-11-30', 3, '2017-02-28'],
  ['2016-11-16', 60, '2021-11-16'],
])('%s + %p months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

test('days there and back', () => {
  const day = fc.integer({ min: 0, max: 40000 }).map((at) => addDays('1990-01-01', at));
  fc.assert(
    fc.property(day, fc.nat(400), (from, days) => {
      const to = addDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
    }),
  );
});
