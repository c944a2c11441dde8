import { areaName, type Area } from '../../core/cell';
import { addressOf } from './style-areas';

/** One piece of work on a sheet that goes into one request, and about how many bytes it takes there. */
export interface Job {
  readonly bytes: number;
  readonly queue: (sheet: Excel.Worksheet) => void;
}

/** What objects and properties take in a request, about. */
export const RANGE = 260;
export const PROPERTY = 110;
export const OBJECT = 150;
/** Excel refuses addresses of more than 8,192 characters; those of more than a few hundred areas take it long. */
const ADDRESS = 2_000;

export type Target = Excel.Range | Excel.RangeAreas;

/** One job for many areas. */
export function* areaJobs(areas: readonly Area[], bytes: number, apply: (target: Target) => void): Generator<Job> {
  let some: Area[] = [];
  let length = 0;
  const job = (list: readonly Area[]): Job => {
    const address = addressOf(list);
    return {
      bytes: RANGE + address.length + bytes,
      queue: (sheet) => apply(list.length === 1 ? sheet.getRange(address) : sheet.getRanges(address)),
    };
  };
  for (const area of areas) {
    if (length > ADDRESS) {
      yield job(some);
      some = [];
      length = 0;
    }
    some.push(area);
    length += areaName(area).length + 1;
  }
  if (some.length > 0) yield job(some);
}
