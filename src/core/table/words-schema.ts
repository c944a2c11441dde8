import { z } from 'zod';

const words = z.array(z.string().trim().min(1)).default([]);

/** Words of official tables as packs/words.yaml lists them; what each list means stands in words.ts. */
export const readingWordsSchema = z.strictObject({
  harmless_remarks: words,
  changing_words: words,
  plain_levels: words,
  total_rows: words,
  total_row_starts: words,
  note_starts: words,
  no_figure: words,
});

export type ReadingWords = z.output<typeof readingWordsSchema>;
