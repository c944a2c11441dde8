import { parseDocument } from 'yaml';
import { loadPack, sharedPartsOf } from '../core/pack/load';
import type { Pack } from '../core/pack/schema';
import { ProblemError, type Problem } from '../core/problem';
import { wordsOf, type Words } from '../core/table/words';
import { createUnits, type Units } from '../core/units/units';
import { builtInPacks, unitData } from '../packs';
import { wordData } from '../packs/shared-words';
import { readBytes } from './files';
import { UsageError } from './terminal';
import { cliWords as words } from './words';

/** A pack file is text that a person writes; anything larger is a mistake. */
const PACK_MEGABYTES = 4;
/** Times that one anchor may be repeated, all expansions counted. */
const ALIASES = 100;

export const units: Units = createUnits(unitData);
const sharedWords = sharedPartsOf(wordData);

const idOf = (data: unknown): string => (typeof data === 'object' && data !== null && 'pack' in data ? String(data.pack) : '');

/** Ids of the packs that come with the product. */
export const packIds = (): string[] => builtInPacks.map(({ data }) => idOf(data));

/** Looks a built-in pack up; undefined where there is none of that id. */
export const findBuiltIn = (id: string): Pack | undefined => (packIds().includes(id) ? builtIn(id) : undefined);

export function builtIn(id: string): Pack {
  const found = builtInPacks.find(({ data }) => idOf(data) === id);
  if (!found) throw new UsageError(words.unknownPack(id, packIds().join('、')));
  const { pack, problems } = loadPack(found.data, found.file, units, sharedWords);
  if (!pack) throw new ProblemError(problems);
  return pack;
}

/** YAML 1.2 (JSON is a part of it) with repeated keys refused; errors name the line. */
export function readPackFile(path: string): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
  const refused = (...said: { message: string; nextStep: string }[]): { problems: Problem[] } => ({
    problems: said.map((one) => ({ severity: 'block', code: 'pack-yaml', sheet: path, ...one })),
  });
  const bytes = readBytes(path, PACK_MEGABYTES);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(words.yamlEncoding(path));
  }
  const document = parseDocument(text, { uniqueKeys: true, strict: true });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return refused(...broken.map(({ linePos, code }) => words.brokenYaml(path, linePos?.[0].line ?? 1, code)));
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: ALIASES });
  } catch (error) {
    // An alias that nothing defines, or so many that they would fill the memory.
    if (error instanceof ReferenceError) return refused(words.yamlAliases(path));
    throw error;
  }
  return loadPack(data, path, units, sharedWords);
}

/** The words of official tables that all packs share, where no pack is chosen yet. */
export const plainWords = (): Words => wordsOf(sharedWords.reading, sharedWords.zone_kinds);

/** Whether a pack is named by its file and not by its id. */
export const isPackFile = (name: string): boolean => /\.(ya?ml|json)$/i.test(name);

/** A built-in id, or the path of a pack file. */
export function choosePack(name: string): Pack {
  if (!isPackFile(name)) return builtIn(name);
  const { pack, problems } = readPackFile(name);
  if (!pack) throw new ProblemError(problems);
  return pack;
}
