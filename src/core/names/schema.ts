import { z } from 'zod';
import { NO_READING_WORDS } from '../table/no-reading-words';
import { readingWordsSchema } from '../table/words-schema';

const words = z.array(z.string().trim().min(1));

/** The words of names and list values, as packs/words.yaml writes those that all packs share. */
export const nameWordsSchema = z.strictObject({
  /** Accepted value → other ways of writing it, in whatever column accepts the value. */
  spellings: z.record(z.string().trim().min(1), words).default({}),
  /** Ends of zone names that only say what kind of institution it is. */
  zone_kinds: words.default([]),
  /** Words within zone names that say of which administration it is. */
  zone_areas: words.default([]),
  /** Ends of the names of places that may be left out. */
  place_kinds: words.default([]),
  /** What the table reader knows by sight. */
  reading: readingWordsSchema.default(NO_READING_WORDS),
  /** Names of rows that add up all rows of a table, and of sheets that list all zones. */
  sum_rows: words.default([]),
  register_sheets: words.default([]),
});

export type NameWords = z.output<typeof nameWordsSchema>;
