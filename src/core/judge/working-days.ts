import days from 'chinese-days/dist/chinese-days.json';
import { addDays } from './calendar';

/** Days off, and days that are worked in their stead, as the State Council's yearly notices arrange them. */
const OFF: ReadonlySet<string> = new Set(Object.keys(days.holidays));
const WORKED: ReadonlySet<string> = new Set(Object.keys(days.workdays));
const YEARS = [...OFF].map((date) => Number(date.slice(0, 4)));

/** Years whose arrangements are known. */
export const knownYears = { first: Math.min(...YEARS), last: Math.max(...YEARS) } as const;

export interface WorkingTerm {
  readonly date: string;
  /** Whether every day up to it lies in a year whose arrangements are known; where one does not, Monday to Friday are worked. */
  readonly isKnown: boolean;
}

const isWeekday = (date: string): boolean => {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6;
};
const isWorked = (date: string): boolean => WORKED.has(date) || (isWeekday(date) && !OFF.has(date));
const isInKnownYear = (date: string): boolean => {
  const year = Number(date.slice(0, 4));
  return year >= knownYears.first && year <= knownYears.last;
};

/** The first day that may count is the day after `date`. */
export function addWorkingDays(date: string, count: number): WorkingTerm {
  let day = date;
  let isKnown = true;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    isKnown &&= isInKnownYear(day);
    if (isWorked(day)) left--;
  }
  return { date: day, isKnown };
}
