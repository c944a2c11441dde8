import type { AssessInput } from '../core/assess';
import type { Pack } from '../core/pack/schema';

/** What a pack is assessed with besides, where it has levels, grades, or rules over movements; no document that comes with the product has. */
export async function ownPartsFor({ levels, grades, rules }: Pack): Promise<AssessInput['own']> {
  const isNeeded =
    [levels, grades].some((scales) => Object.keys(scales).length > 0) || Object.values(rules).some(({ kind }) => kind === 'movement');
  if (!isNeeded) return undefined;
  return (await import(/* webpackChunkName: "own-parts" */ '../core/own-parts')).ownParts;
}
