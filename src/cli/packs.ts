import { loadPack, sharedPartsOf } from '../core/pack/load';
import type { Pack } from '../core/pack/schema';
import { ProblemError, type Problem } from '../core/problem';
import { wordsOf, type Words } from '../core/table/words';
import { createUnits, type Units } from '../core/units/units';
import { offeredPacks, unitData } from '../packs';
import { loadPackText } from '../packs/pack-text';
import { wordData } from '../packs/shared-words';
import { readBytes } from './files';
import { UsageError } from './terminal';
import { cliWords as words } from './words';

/** A pack file is text that a person writes; anything larger is a mistake. */
const PACK_MEGABYTES = 4;

export const units: Units = createUnits(unitData);
export const sharedWords = sharedPartsOf(wordData);

const idOf = (data: unknown): string => (typeof data === 'object' && data !== null && 'pack' in data ? String(data.pack) : '');

/** Ids of the packs that come with the product. */
export const packIds = (): string[] => offeredPacks.map(({ data }) => idOf(data));

/** Looks a built-in pack up; undefined where there is none of that id. */
export const findBuiltIn = (id: string): Pack | undefined => (packIds().includes(id) ? builtIn(id) : undefined);

export function builtIn(id: string): Pack {
  const found = offeredPacks.find(({ data }) => idOf(data) === id);
  if (!found) throw new UsageError(words.unknownPack(id, packIds().join('、')));
  const { pack, problems } = loadPack(found.data, found.file, units, sharedWords);
  if (!pack) throw new ProblemError(problems);
  return pack;
}

/** A person's own pack; problems say file:line:column. */
export function readPackFile(path: string): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
  const bytes = readBytes(path, PACK_MEGABYTES);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problems: [{ severity: 'block', code: 'pack-yaml', sheet: path, ...words.yamlEncoding(path) }] };
  }
  return loadPackText(text, path, units, sharedWords);
}

/** The words of official tables that all packs share, where no pack is chosen yet. */
export const plainWords = (): Words => wordsOf(sharedWords.reading, sharedWords.zone_kinds);

/** Whether a pack is named by its file and not by its id. */
export const isPackFile = (name: string): boolean => /\.(ya?ml|json)$/i.test(name);

/**
 * A built-in id, or the path of a pack file.
 * @param doubt told what is suspicious about a pack file that can be used
 */
export function choosePack(name: string, doubt: (problems: readonly Problem[]) => void = () => undefined): Pack {
  if (!isPackFile(name)) return builtIn(name);
  const { pack, problems } = readPackFile(name);
  if (!pack) throw new ProblemError(problems);
  const doubts = problems.filter(({ severity }) => severity === 'warning');
  if (doubts.length > 0) doubt(doubts);
  return pack;
}
