import type { AssessInput } from '../core/assess';
import type { Pack } from '../core/pack/schema';

/** What a pack with levels is assessed with besides; none of the documents that come with the product has any. */
export async function levelPartsFor({ levels }: Pack): Promise<AssessInput['levels']> {
  if (Object.keys(levels).length === 0) return undefined;
  return (await import(/* webpackChunkName: "levels" */ '../core/levels/level-parts')).levelParts;
}
