import { z } from 'zod';
import type { Problem } from '../problem';
import type { Units } from '../units/units';
import { packWords as words } from '../words/pack';
import { lintPack } from './lint';
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
 */
export function loadPack(data: unknown, file: string, units: Units): LoadedPack {
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
  const problems = lintPack(parsed.data, units, file);
  return problems.some(({ severity }) => severity === 'block') ? { problems } : { pack: parsed.data, problems };
}

/** JSON Schema of the pack format, for editors. */
export function packJsonSchema(): unknown {
  return z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' });
}
