import { z } from 'zod';
import { nameWordsSchema, type NameWords } from '../names/schema';
import type { Problem } from '../problem';
import type { Units } from '../units/units';
import { packWords as words } from '../words/pack';
import { lintPack } from './lint';
import { withSharedWords } from './shared-words';
import { packSchema, type Pack } from './schema';

export interface LoadedPack {
  /** Absent where a blocking problem was found. */
  readonly pack?: Pack;
  readonly problems: readonly Problem[];
}

const chinese = z.locales.zhCN().localeError;

/**
 * Parsed YAML or JSON → a pack that has passed schema and lint. Every problem names the file (as its sheet) and the key.
 * @param file what to call the source in messages.
 * @param shared the words that all packs share; the pack holds them afterwards, so that whoever has the pack has them.
 */
export function loadPack(data: unknown, file: string, units: Units, shared?: NameWords): LoadedPack {
  const parsed = packSchema.safeParse(data, { error: chinese });
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => ({
        severity: 'block',
        code: 'pack-schema',
        sheet: file,
        ...words.schema(issue.path.map(String).join('.'), issue.message),
      })),
    };
  }
  const pack = shared ? withSharedWords(parsed.data, shared) : parsed.data;
  const problems = lintPack(pack, units, file);
  return problems.some(({ severity }) => severity === 'block') ? { problems } : { pack, problems };
}

/** @throws ZodError */
export const nameWordsOf = (data: unknown): NameWords => nameWordsSchema.parse(data);

/** JSON Schema of the pack format, for editors. */
export function packJsonSchema(): unknown {
  return z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' });
}
