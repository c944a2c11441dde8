import { z } from 'zod';

const words = z.array(z.string().trim().min(1)).default([]);

/** Words of official tables as packs/words.yaml lists them; what each list means stands there and in words.ts. */
export const readingWordsSchema = z.strictObject({
  harmless_remarks: words,
  changing_words: words,
  other_figures: words,
  decorations: words,
  plain_levels: words,
  this_year: words,
  last_year: words,
  last_year_ends: words,
  earlier_years: words,
  growth: words,
  year_columns: words,
  whole_rows: words,
  whole_row_ends: words,
  total_rows: words,
  total_row_starts: words,
  counted_rows: words,
  continued: words,
  notes: words,
  note_lines: words,
  note_starts: words,
  dash_words: words,
  no_figure: words,
  unit_line_fillers: words,
  unit_line_starts: words,
  unit_line_ends: words,
});

export type ReadingWords = z.output<typeof readingWordsSchema>;
