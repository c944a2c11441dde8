import data from '../data/catalogue.json';

/** An item that a reader drew from one of the five documents. */
export interface CatalogueItem {
  readonly id: string;
  readonly type: string;
  readonly clause: string;
  readonly indicator_basis?: string;
  readonly quote: string;
}

export const catalogue: readonly CatalogueItem[] = data;

/** First letters of the ids of each pack's document. */
export const prefixes: Readonly<Record<string, string>> = {
  'national-2014': 'GB',
  'shaanxi-2015': 'SN',
  'jilin-2016': 'JL',
  'shandong-2016': 'SD',
  'guangdong-2016': 'GD',
};
