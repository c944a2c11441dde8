import type { ReadingWords } from './words-schema';

/** For readers without packs. Apart from the schema, which a page of Excel does without. */
export const NO_READING_WORDS: ReadingWords = {
  harmless_remarks: [],
  changing_words: [],
  plain_levels: [],
  total_rows: [],
  total_row_starts: [],
  note_starts: [],
  no_figure: [],
};
