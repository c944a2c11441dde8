import { accepts } from './references';
import type { Pack, SharedParts } from './schema';

/**
 * The pack with the words and parameters that all packs share. A spelling that the pack's columns give another meaning is left to them, and so
 * is a parameter that the pack declares itself.
 */
export function withSharedParts(pack: Pack, shared: SharedParts): Pack {
  const accepted = new Set(Object.values(pack.tables).flatMap(({ columns }) => Object.values(columns).flatMap(accepts)));
  const both = <T>(own: readonly T[], others: readonly T[]): T[] => [...new Set([...own, ...others])];
  const { words } = pack;
  const spellings = Object.fromEntries(
    [...new Set([...Object.keys(words.spellings), ...Object.keys(shared.spellings)])]
      .filter((value) => accepted.has(value))
      .map((value) => [value, both(listOf(words.spellings, value), listOf(shared.spellings, value))]),
  );
  return {
    ...pack,
    parameters: { ...shared.parameters, ...pack.parameters },
    words: {
      spellings,
      zone_kinds: both(words.zone_kinds, shared.zone_kinds),
      zone_areas: both(words.zone_areas, shared.zone_areas),
      place_kinds: both(words.place_kinds, shared.place_kinds),
    },
  };
}

const listOf = (lists: Readonly<Record<string, readonly string[]>>, key: string): readonly string[] =>
  Object.hasOwn(lists, key) ? lists[key]! : [];
