import type { Pack } from '../core/pack/schema';
import { jurisdictionName } from '../core/report/jurisdiction';
import { workbenchWords as words } from './words';

export interface Sample {
  /** Id of the pack that the sample is for. */
  readonly id: string;
  readonly title: string;
  /** Relative to the page. */
  readonly path: string;
  /** Name of the file as shown and downloaded. */
  readonly name: string;
}

/** A sample comes with each built-in pack, under the pack's id. */
export function samplesOf(packs: readonly Pack[]): Sample[] {
  return packs.map((pack) => ({
    id: pack.pack,
    title: `${jurisdictionName(pack)} · ${pack.title}`,
    path: `samples/${pack.pack}.xlsx`,
    name: words.sample(pack.jurisdiction.name),
  }));
}
