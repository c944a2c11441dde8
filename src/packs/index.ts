import guangdong from './guangdong-2016.yaml';
import jilin from './jilin-2016.yaml';
import national from './national-2014.yaml';
import ownMethod from './own-method.yaml';
import shaanxi from './shaanxi-2015.yaml';
import shandong from './shandong-2016.yaml';
import units from './units.yaml';

/** The unit list and the packs that come with the product, parsed; a new document is one line here. Not yet validated, except in bundles for browsers (ready.ts). */
export const unitData: unknown = units;

export const builtInPacks: readonly { readonly file: string; readonly data: unknown }[] = [
  { file: 'national-2014.yaml', data: national },
  { file: 'shaanxi-2015.yaml', data: shaanxi },
  { file: 'jilin-2016.yaml', data: jilin },
  { file: 'shandong-2016.yaml', data: shandong },
  { file: 'guangdong-2016.yaml', data: guangdong },
];

/** For a province without a document here: the workbook states the method itself. */
export const ownMethodPack: (typeof builtInPacks)[number] = { file: 'own-method.yaml', data: ownMethod };

/** All that a person can choose from, the documents first. */
export const offeredPacks: typeof builtInPacks = [...builtInPacks, ownMethodPack];
