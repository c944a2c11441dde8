import type { AssessInput } from '../core/assess';
import type { Pack } from '../core/pack/schema';

/** What a pack is assessed with besides, where it has levels, grades, reviews, or rules over movements or answers of a row. */
export async function ownPartsFor({ levels, grades, reviews, rules }: Pack): Promise<AssessInput['own']> {
  const isNeeded =
    [levels, grades, reviews].some((scales) => Object.keys(scales).length > 0) ||
    Object.values(rules).some(({ kind }) => kind === 'movement' || kind === 'answer');
  if (!isNeeded) return undefined;
  return (await import(/* webpackChunkName: "own-parts" */ '../core/own-parts')).ownParts;
}

/** The public list and the notice; only packs that rank or list somebody have them. */
export async function handOutFor({ rankings }: Pack): Promise<AssessInput['handOut']> {
  if (Object.keys(rankings).length === 0) return undefined;
  return (await import(/* webpackChunkName: "hand-out" */ '../core/hand-out/hand-out')).handOut;
}
