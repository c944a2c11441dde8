import { loadPack, sharedPartsOf, type LoadedPack } from '../../src/core/pack/load';
import type { Pack } from '../../src/core/pack/schema';
import { createUnits } from '../../src/core/units/units';
import { builtInPacks, unitData } from '../../src/packs';
import { loadPackText } from '../../src/packs/pack-text';
import { wordData } from '../../src/packs/shared-words';

export const units = createUnits(unitData);
export const sharedWords = sharedPartsOf(wordData);

/** Reads a pack of a person's own, as a browser does on a thread of its own. */
export const readHere = async (text: string, file: string): Promise<LoadedPack> => loadPackText(text, file, units, sharedWords);

function loaded(file: string, data: unknown): Pack {
  const { pack, problems } = loadPack(data, file, units, sharedWords);
  if (!pack) throw new Error(problems.map(({ message }) => message).join('\n'));
  return pack;
}

/** The packs that come with the product, validated. */
export const packs: readonly Pack[] = builtInPacks.map(({ file, data }) => loaded(file, data));

export function packOf(id: string): Pack {
  const found = packs.find(({ pack }) => pack === id);
  if (!found) throw new Error(`no pack ${id}`);
  return found;
}
