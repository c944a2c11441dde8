import type { Pack } from '../../src/core/pack/schema';

/** The same pack with the catalogue numbers of its parts emptied, wherever they stand. */
export function withoutNumbers(pack: Pack): unknown {
  const bare = (part: unknown): unknown =>
    Array.isArray(part)
      ? part.map(bare)
      : typeof part === 'object' && part !== null
        ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, key === 'covers' ? [] : bare(value)]))
        : part;
  return { ...(bare(pack) as object), covers: pack.covers };
}
