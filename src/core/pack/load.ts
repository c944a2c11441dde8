import type { Units } from '../units/units';
import { lintPack } from './lint';
import type { PackProblem } from './pack-problem';
import { schemaProblems } from './schema-problems';
import { withSharedParts } from './shared-parts';
import { packSchema, sharedPartsSchema, type Pack, type SharedParts } from './schema';

export interface LoadedPack {
  /** Absent where a blocking problem was found. */
  readonly pack?: Pack;
  readonly problems: readonly PackProblem[];
}

/**
 * Parsed YAML or JSON → a pack that has passed schema and lint. Every problem names the file (as its sheet) and the key;
 * pack-text.ts adds line and column.
 * @param file what to call the source in messages.
 * @param shared the words and parameters that all packs share; the pack holds them afterwards, so that whoever has the pack has them.
 */
export function loadPack(data: unknown, file: string, units: Units, shared?: SharedParts): LoadedPack {
  const parsed = packSchema.safeParse(data);
  if (!parsed.success) return { problems: schemaProblems(parsed.error, data, file) };
  const pack = shared ? withSharedParts(parsed.data, shared) : parsed.data;
  const problems = lintPack(pack, units, file);
  return problems.some(({ severity }) => severity === 'block') ? { problems } : { pack, problems };
}

/** @throws ZodError */
export const sharedPartsOf = (data: unknown): SharedParts => sharedPartsSchema.parse(data);

export { packJsonSchema } from './schema-shape';
