import type { Pack } from '../pack/schema';
import type { Problem } from '../problem';

/** The pack that counts for a workbook. Where a problem blocks it is the one that was given, and nothing can be scored by it. */
export interface OwnMethod {
  readonly pack: Pack;
  readonly problems: readonly Problem[];
}
