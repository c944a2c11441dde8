import type { Pack } from '../pack/schema';
import { reportWords as words } from '../words/report';

/** "陕西（依内容推断）" where the document names no province. */
export function jurisdictionName(pack: Pack): string {
  return words.jurisdiction(pack.jurisdiction.name, pack.jurisdiction.inferred);
}
