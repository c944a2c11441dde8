/** Calendar arithmetic on YYYY-MM-DD, free of time zones: days are counted in UTC. */

const DAY = 86_400_000;

const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first day that counts is the day after `date`. */
export function addDays(date: string, days: number): string {
  return dateOf(timeOf(date) + days * DAY);
}

/** Same day of a later month; the month's last day where it has no such day (31 January + 1 month is 28 or 29 February). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY);
}
