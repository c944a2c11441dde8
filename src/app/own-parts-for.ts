import type { AssessInput } from '../core/assess';
import type { Pack } from '../core/pack/schema';

/** What a pack is assessed with besides, where it has levels, grades, reviews, rules over movements, answers of a row or results of earlier years, or another document's standard. */
export async function ownPartsFor({ levels, grades, reviews, rules, rankings }: Pack): Promise<AssessInput['own']> {
  const isNeeded =
    [levels, grades, reviews].some((scales) => Object.keys(scales).length > 0) ||
    Object.values(rankings).some(({ standard }) => standard) ||
    Object.values(rules).some((rule) => rule.kind === 'movement' || rule.kind === 'answer' || (rule.kind === 'position' && rule.in));
  if (!isNeeded) return undefined;
  return (await import(/* webpackChunkName: "own-parts" */ '../core/own-parts')).ownParts;
}
