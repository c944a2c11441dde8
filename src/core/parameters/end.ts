import Big from 'big.js';
import { decimalOf } from '../decimal';
import type { Count, End } from '../pack/parts';
import type { UserSettings } from './parameter-sheet';

/** A number of the pack, or the user's; undefined while that is not set. */
export function countSet(settings: UserSettings, count: Count | number): number | undefined {
  if (typeof count === 'number') return count;
  const set = settings.parameters.get(count.parameter)?.value;
  return typeof set === 'number' ? set : undefined;
}

const ROUNDING = { down: Big.roundDown, up: Big.roundUp, nearest: Big.roundHalfUp } as const;

/**
 * How many places an end of a list has among so many who take part; undefined while its parameter is not set. A share is worked out exactly: 5 % of
 * 20 is 1, not 1.0000000000000002.
 */
export function endAmong(settings: UserSettings, end: End, taking: number): number | undefined {
  if (typeof end === 'number' || !('percent' in end)) return countSet(settings, end);
  const percent = countSet(settings, end.percent);
  if (percent === undefined) return undefined;
  const share = decimalOf(percent).times(taking).div(100).round(0, ROUNDING[end.round]);
  return Math.min(taking, Math.max(end.at_least, Number(share.toString())));
}
