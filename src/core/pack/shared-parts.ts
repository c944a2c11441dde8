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
      reading: mapEntries(words.reading, (own, list) => both(own, shared.reading[list])),
      sum_rows: both(words.sum_rows, shared.sum_rows),
      register_sheets: both(words.register_sheets, shared.register_sheets),
    },
  };
}

const mapEntries = <K extends string, T>(entries: Readonly<Record<K, T>>, change: (entry: T, key: K) => T): Record<K, T> =>
  Object.fromEntries((Object.entries(entries) as [K, T][]).map(([key, entry]) => [key, change(entry, key)])) as Record<K, T>;

const listOf = (lists: Readonly<Record<string, readonly string[]>>, key: string): readonly string[] =>
  Object.hasOwn(lists, key) ? lists[key]! : [];
