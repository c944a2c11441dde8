import { own } from '../own';
import type { Pack } from '../pack/schema';

/** Whether what a rule says rests on one of the pack's own rankings, and so on weights; the others rest on the document's limits. */
export function restsOnWeights(pack: Pack, rule: string, asked: ReadonlySet<string> = new Set()): boolean {
  const declared = own(pack.rules, rule);
  if (!declared || asked.has(rule)) return false;
  if (declared.kind === 'grade') return true;
  // Who leads by one indicator's figure leads by no weights.
  if (declared.kind === 'position' || declared.kind === 'movement') {
    const ranking = declared.ranking === undefined ? undefined : own(pack.rankings, declared.ranking);
    return ranking !== undefined && (ranking.by === undefined || !Object.hasOwn(pack.indicators, ranking.by));
  }
  if (declared.kind !== 'deadline' || declared.when_found_by === undefined) return false;
  return restsOnWeights(pack, declared.when_found_by, new Set(asked).add(rule));
}
