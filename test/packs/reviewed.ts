import { guangdong } from './limits/guangdong-2016';
import { jilin } from './limits/jilin-2016';
import type { LimitCase } from './limits/limit-case';
import { national } from './limits/national-2014';
import { shaanxi } from './limits/shaanxi-2015';
import { shandong } from './limits/shandong-2016';

export interface Reviewed {
  /** First letters of the ids of the document's items in the catalogue. */
  readonly items: string;
  /** Every limit with a case just under it, exactly on it and just over it. */
  readonly limits: readonly LimitCase[];
}

/** What people have read of each pack's document; a new pack is one line here. */
export const reviewed: Readonly<Record<string, Reviewed>> = {
  'national-2014': { items: 'GB', limits: national },
  'shaanxi-2015': { items: 'SN', limits: shaanxi },
  'jilin-2016': { items: 'JL', limits: jilin },
  'shandong-2016': { items: 'SD', limits: shandong },
  'guangdong-2016': { items: 'GD', limits: guangdong },
};
