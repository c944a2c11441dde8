import type { ReadingWords } from './words-schema';

/** What a pack has before the words that all packs share are added. Apart from the schema, which a page of Excel does without. */
export const NO_READING_WORDS: ReadingWords = {
  harmless_remarks: [],
  changing_words: [],
  other_figures: [],
  decorations: [],
  plain_levels: [],
  this_year: [],
  last_year: [],
  last_year_ends: [],
  earlier_years: [],
  growth: [],
  year_columns: [],
  whole_rows: [],
  whole_row_ends: [],
  total_rows: [],
  total_row_starts: [],
  counted_rows: [],
  continued: [],
  notes: [],
  note_lines: [],
  note_starts: [],
  dash_words: [],
  no_figure: [],
};
