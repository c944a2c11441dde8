import { own } from '../own';
import type { Pack } from '../pack/schema';

/** Whether what a rule says rests on one of the pack's own rankings, and so on weights; the others rest on the document's limits. */
export function restsOnWeights(pack: Pack, rule: string, asked: ReadonlySet<string> = new Set()): boolean {
  const declared = own(pack.rules, rule);
  if (!declared || asked.has(rule)) return false;
  if (declared.kind === 'grade') return true;
  if (declared.kind === 'position') return declared.ranking !== undefined;
  if (declared.kind !== 'deadline' || declared.when_found_by === undefined) return false;
  return restsOnWeights(pack, declared.when_found_by, new Set(asked).add(rule));
}
