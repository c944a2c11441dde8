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
      reading: {
        harmless_remarks: both(words.reading.harmless_remarks, shared.reading.harmless_remarks),
        changing_words: both(words.reading.changing_words, shared.reading.changing_words),
        plain_levels: both(words.reading.plain_levels, shared.reading.plain_levels),
        total_rows: both(words.reading.total_rows, shared.reading.total_rows),
        total_row_starts: both(words.reading.total_row_starts, shared.reading.total_row_starts),
        note_starts: both(words.reading.note_starts, shared.reading.note_starts),
        no_figure: both(words.reading.no_figure, shared.reading.no_figure),
      },
      sum_rows: both(words.sum_rows, shared.sum_rows),
      register_sheets: both(words.register_sheets, shared.register_sheets),
    },
  };
}

const listOf = (lists: Readonly<Record<string, readonly string[]>>, key: string): readonly string[] =>
  Object.hasOwn(lists, key) ? lists[key]! : [];
