import { parseDocument } from 'yaml';
import { loadPack } from '../core/pack/load';
import type { Pack } from '../core/pack/schema';
import { ProblemError, type Problem } from '../core/problem';
import { createUnits, type Units } from '../core/units/units';
import { cliWords as words } from '../core/words/cli';
import { builtInPacks, unitData } from '../packs';
import { readBytes } from './files';
import { UsageError } from './terminal';

/** A pack file is text that a person writes; anything larger is a mistake. */
const PACK_MEGABYTES = 4;

export const units: Units = createUnits(unitData);

const idOf = (data: unknown): string => (typeof data === 'object' && data !== null && 'pack' in data ? String(data.pack) : '');

/** Ids of the packs that come with the product. */
export const packIds = (): string[] => builtInPacks.map(({ data }) => idOf(data));

export function builtIn(id: string): Pack {
  const found = builtInPacks.find(({ data }) => idOf(data) === id);
  if (!found) throw new UsageError(words.unknownPack(id, packIds().join('、')));
  const { pack, problems } = loadPack(found.data, found.file, units);
  if (!pack) throw new ProblemError(problems);
  return pack;
}

/** YAML 1.2 (JSON is a part of it) with repeated keys refused; errors name the line. */
export function readPackFile(path: string): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
  const document = parseDocument(new TextDecoder().decode(readBytes(path, PACK_MEGABYTES)), { uniqueKeys: true, strict: true, prettyErrors: true });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return {
      problems: broken.map((error): Problem => ({
        severity: 'block',
        code: 'pack-yaml',
        sheet: path,
        ...words.brokenYaml(path, error.linePos?.[0].line ?? 1, error.message.split('\n')[0] ?? ''),
      })),
    };
  }
  return loadPack(document.toJS({ maxAliasCount: 100 }), path, units);
}

/** A built-in id, or the path of a pack file. */
export function choosePack(name: string): Pack {
  if (!/\.(ya?ml|json)$/i.test(name)) return builtIn(name);
  const { pack, problems } = readPackFile(name);
  if (!pack) throw new ProblemError(problems);
  return pack;
}
