import type { Pack } from '../pack/schema';
import { reportWords as words } from '../words/report';

/** "陕西（依内容推断）" where the document names no province. */
export function jurisdictionName(pack: Pack): string {
  return words.jurisdiction(pack.jurisdiction.name, pack.jurisdiction.inferred);
}

/** The place that the document itself names; none where that is the whole country, was only inferred, or stands in the subject's name. */
export function placeNamed({ jurisdiction: { level, name, inferred }, subject }: Pack): string {
  return level === 'nation' || inferred !== undefined || subject.startsWith(name) ? '' : name;
}
