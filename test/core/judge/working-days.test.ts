import fc from 'fast-check';
import { addDays } from '../../../src/core/judge/calendar';
import { addWorkingDays, knownYears } from '../../../src/core/judge/working-days';

test.each([
  // A plain week.
  ['2016-11-14', 1, '2016-11-15'],
  ['2016-11-18', 1, '2016-11-21'],
  ['2016-11-14', 0, '2016-11-14'],
  // National Day 2016: 1 to 7 October off, Saturday the 8th and Sunday the 9th worked.
  ['2016-09-30', 1, '2016-10-08'],
  ['2016-09-30', 2, '2016-10-09'],
  ['2016-09-30', 3, '2016-10-10'],
  ['2016-10-07', 1, '2016-10-08'],
  // New Year 2017: 2 January off; Spring Festival: Sunday 22 January worked, 27 January to 2 February off, Saturday 4 February worked.
  ['2017-01-01', 1, '2017-01-03'],
  ['2017-01-01', 14, '2017-01-20'],
  ['2017-01-01', 15, '2017-01-22'],
  ['2017-01-26', 1, '2017-02-03'],
  ['2017-01-26', 2, '2017-02-04'],
])('%s + %p working days is %s', (from, days, to) => {
  expect(addWorkingDays(from, days)).toEqual({ date: to, isKnown: true });
});

test('the years of the arrangements begin before the first document and go up to the present', () => {
  expect(knownYears.first).toBeLessThan(2014);
  expect(knownYears.last).toBeGreaterThanOrEqual(2026);
});

test('beyond them Monday to Friday count, and that is known of the term', () => {
  const { last } = knownYears;
  expect(addWorkingDays(`${last}-12-30`, 1).isKnown).toBe(true);
  expect(addWorkingDays(`${last}-12-31`, 1).isKnown).toBe(false);
  // 1 January 2050 is a Saturday.
  expect(addWorkingDays('2049-12-31', 1)).toEqual({ date: '2050-01-03', isKnown: false });
  expect(addWorkingDays('2049-12-31', 6)).toEqual({ date: '2050-01-10', isKnown: false });
});

test('working days are never fewer than days, and one more is always later', () => {
  const day = fc.integer({ min: 0, max: 30000 }).map((at) => addDays('1990-01-01', at));
  fc.assert(
    fc.property(day, fc.nat(200), (from, count) => {
      const { date } = addWorkingDays(from, count);
      expect(date >= addDays(from, count) || count === 0 || date > from).toBe(true);
      expect(addWorkingDays(from, count + 1).date > date).toBe(true);
      expect(addWorkingDays(date, 1).date).toBe(addWorkingDays(from, count + 1).date);
    }),
  );
});
