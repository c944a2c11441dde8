import { foldText } from './fold';
import { NO_READING_WORDS } from './no-reading-words';
import type { ReadingWords } from './words-schema';

/** The words of official tables that come with the packs, as the reader looks them up: folded, in sets. */
export interface Words {
  /** Remarks in brackets behind a header that do not change what it means: 现价, 年末. */
  readonly harmless: ReadonlySet<string>;
  /** Words anywhere in a header that change what it means: 规模以上, 合同, 上半年. */
  readonly changing: readonly string[];
  /** Lowest levels of a header that only say "the figure itself": 本年累计. */
  readonly plainLevels: ReadonlySet<string>;
  /** Names of rows that add up, compare or plan: 汇总, 增长率. */
  readonly totals: ReadonlySet<string>;
  /** Beginnings of such names: 合计：5家, 平均每家. */
  readonly totalStarts: readonly string[];
  /** Beginnings of lines that are no rows: 联系电话, 以上数据. */
  readonly noteStarts: readonly string[];
  /** What is written where a figure is still to come: 待报. */
  readonly noFigure: ReadonlySet<string>;
  /** Ends of the names of zones: 经济开发区. */
  readonly zoneEnds: readonly string[];
}

const EMPTY: Words = compile(NO_READING_WORDS);

const compiled = new WeakMap<ReadingWords, Words>();

/** @param words absent for callers that have no pack: then only the words of vocabulary.ts are known */
export function wordsOf(words: ReadingWords | undefined, zoneEnds: readonly string[] = []): Words {
  if (!words) return EMPTY;
  let known = compiled.get(words);
  if (!known) compiled.set(words, (known = compile(words, zoneEnds)));
  return known;
}

function compile(words: ReadingWords, zoneEnds: readonly string[] = []): Words {
  const set = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldText));
  return {
    harmless: set(words.harmless_remarks),
    changing: words.changing_words.map(foldText),
    plainLevels: set(words.plain_levels),
    totals: set(words.total_rows),
    totalStarts: words.total_row_starts.map(foldText),
    noteStarts: words.note_starts.map(foldText),
    noFigure: set(words.no_figure),
    zoneEnds: zoneEnds.map(foldText),
  };
}
