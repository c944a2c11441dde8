import { z } from 'zod';
import type { Problem } from '../problem';
import type { Units } from '../units/units';
import { packWords as words } from '../words/pack';
import { lintPack } from './lint';
import { withSharedParts } from './shared-parts';
import { packSchema, sharedPartsSchema, type Pack, type SharedParts } from './schema';

export interface LoadedPack {
  /** Absent where a blocking problem was found. */
  readonly pack?: Pack;
  readonly problems: readonly Problem[];
}

const chinese = z.locales.zhCN().localeError;

/**
 * Parsed YAML or JSON → a pack that has passed schema and lint. Every problem names the file (as its sheet) and the key.
 * @param file what to call the source in messages.
 * @param shared the words and parameters that all packs share; the pack holds them afterwards, so that whoever has the pack has them.
 */
export function loadPack(data: unknown, file: string, units: Units, shared?: SharedParts): LoadedPack {
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
  const pack = shared ? withSharedParts(parsed.data, shared) : parsed.data;
  const problems = lintPack(pack, units, file);
  return problems.some(({ severity }) => severity === 'block') ? { problems } : { pack, problems };
}

/** @throws ZodError */
export const sharedPartsOf = (data: unknown): SharedParts => sharedPartsSchema.parse(data);

/** JSON Schema of the pack format, for editors. */
export function packJsonSchema(): unknown {
  return z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' });
}
