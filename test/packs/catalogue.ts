import data from '../data/catalogue.json';
import { reviewed } from './reviewed';

/** An item that a reader drew from one of the five documents. */
export interface CatalogueItem {
  readonly id: string;
  readonly type: string;
  readonly clause: string;
  readonly indicator_basis?: string;
  readonly quote: string;
}

export const catalogue: readonly CatalogueItem[] = data;

/** The items of a pack's own document. */
export function itemsOf(pack: string): readonly CatalogueItem[] {
  const own = reviewed[pack];
  return own ? catalogue.filter(({ id }) => id.startsWith(`${own.items}-`)) : [];
}
