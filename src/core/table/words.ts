import { foldText } from './fold';
import type { ReadingWords } from './words-schema';

/** The words of official tables that come with the packs, as the reader looks them up: folded, in sets and expressions. */
export interface Words {
  /** Remarks in brackets behind a header that do not change what it means: 现价, 年末. */
  readonly harmless: ReadonlySet<string>;
  /** Words anywhere in a header that change what it means: 规模以上, 合同, 上半年. */
  readonly changing: readonly string[];
  /** A header that has one of these anywhere in its path and an alias that lacks it do not speak of the same figure: 上年, 增长. */
  readonly otherFigures: readonly string[];
  /** Words round an alias that do not change what it means: 全区, 总额. */
  readonly decorations: readonly string[];
  /** Lowest levels of a header that only say "the figure itself": 本年累计. */
  readonly plainLevels: ReadonlySet<string>;
  /** A year, or words for the year assessed, before or behind the name of a figure. */
  readonly yearAround: RegExp;
  /** Text that speaks of the year before the one assessed. */
  readonly lastYear: RegExp;
  /** A level of a header that says nothing else. */
  readonly lastYearLevel: RegExp;
  /** A sheet's name that speaks of some earlier year, or of the base year. */
  readonly earlierYears: RegExp;
  /** The end of a header, or all of it, that says the figures are growth against the year before, in per cent. */
  readonly growth: RegExp;
  /** Headers of columns that say of which year each row is. */
  readonly yearColumns: ReadonlySet<string>;
  /** Rows for the whole of the zones or of an area: 全省, 各组小计. Kept where a table has no other row. */
  readonly wholeRow: RegExp;
  /** Names of rows that add up, compare or plan: 汇总, 增长率. */
  readonly totals: ReadonlySet<string>;
  /** Beginnings of such names: 合计：5家, 平均每家. */
  readonly totalStarts: readonly string[];
  /** Rows that say how many they add up: 共12家. */
  readonly countedRow: RegExp;
  /** A heading between data rows: 一、国家级, （一）国家级, 其中, 续表. */
  readonly section: RegExp;
  /** A table's title says that it goes on with another one. */
  readonly continued: RegExp;
  /** A line above or below the table that is no data. */
  readonly noteLine: RegExp;
  /** Cheap test that every name passes of which the words for rows say anything. */
  readonly noPlainName: RegExp;
  /** Beginnings of what stands in a row's name and is none: 联系电话, 以上数据. */
  readonly noteStarts: readonly string[];
  /** Words that stand for a dash: 无, 不详. */
  readonly dashes: ReadonlySet<string>;
  /** What is written where a figure is still to come: 待报. */
  readonly noFigure: ReadonlySet<string>;
  /** What stands in a line that states units, and is none: words of their own, words before a unit (均为), words behind it (计). */
  readonly unitLine: { readonly fillers: ReadonlySet<string>; readonly starts: RegExp; readonly ends: RegExp };
  /** By how many years the figures of a table come before the assessment that its title names. */
  readonly figuresBefore: number;
  /** Ends of the names of zones: 经济开发区. */
  readonly zoneEnds: readonly string[];
}

const compiled = new WeakMap<ReadingWords, Words>();

/** @param zoneEnds ends of the names of zones */
export function wordsOf(words: ReadingWords, zoneEnds: readonly string[] = []): Words {
  let known = compiled.get(words);
  if (!known) compiled.set(words, (known = compile(words, zoneEnds)));
  return known;
}

/** For a table whose rows are no zones: 增长率 may be the name of an indicator there. */
export const wordsForLists = (words: Words): Words => ({ ...words, totals: new Set(), totalStarts: [], noteStarts: [], zoneEnds: [] });

const PART_OF_YEAR = '(?:上半年|下半年|第?[一二三四1-4]个?季度|\\d{1,2}(?:[-~至到]\\d{1,2})?月份?)';
const SAYS_PART = /半年|季度|月/u;

/** For figures of a part of the year: a header may name it, as others name the year. */
export const wordsForParts = (words: Words): Words => ({
  ...words,
  changing: words.changing.filter((word) => !SAYS_PART.test(word)),
  otherFigures: words.otherFigures.filter((word) => !SAYS_PART.test(word)),
  yearAround: new RegExp(`^(?:${YEAR}年)?${PART_OF_YEAR}|\\((?:${YEAR}年)?${PART_OF_YEAR}\\)$|${words.yearAround.source}`, 'gu'),
});

/** Source of an expression that fits one of the words, the longest first. */
function oneOf(words: readonly string[]): string {
  const escaped = [...words]
    .map(foldText)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'));
  return escaped.length > 0 ? `(?:${escaped.join('|')})` : '(?:(?!))';
}

const NUMERALS = '[一二三四五六七八九十]+';
const YEAR = '(?:19|20)\\d\\d';

function compile(words: ReadingWords, zoneEnds: readonly string[]): Words {
  const set = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldText));
  const thisYear = oneOf(words.this_year);
  return {
    harmless: set(words.harmless_remarks),
    changing: words.changing_words.map(foldText),
    otherFigures: words.other_figures.map(foldText),
    decorations: words.decorations.map(foldText),
    plainLevels: set(words.plain_levels),
    yearAround: new RegExp(`^(?:${YEAR}年(?:度|末)?|${thisYear})|(?:\\(?${YEAR}年?(?:度|末)?\\)?|\\(${thisYear}\\))$`, 'gu'),
    lastYear: new RegExp(oneOf(words.last_year), 'u'),
    lastYearLevel: new RegExp(`^${oneOf(words.last_year)}${oneOf(words.last_year_ends)}?$`, 'u'),
    earlierYears: new RegExp(oneOf(words.earlier_years), 'u'),
    growth: new RegExp(`${oneOf(words.growth)}$`, 'u'),
    yearColumns: set(words.year_columns),
    wholeRow: new RegExp(`^(?:其中:?)?(?:${oneOf(words.whole_rows)}|[^:]{0,8}${oneOf(words.whole_row_ends)})$`, 'u'),
    totals: set(words.total_rows),
    totalStarts: words.total_row_starts.map(foldText),
    countedRow: new RegExp(`^${oneOf(words.counted_rows)}\\d{1,5}[家个户项]`, 'u'),
    section: new RegExp(`^(?:${NUMERALS}[,.:]|\\(${NUMERALS}\\)|其中:?$|${oneOf(words.continued)})`, 'u'),
    continued: new RegExp(oneOf(words.continued), 'u'),
    noteLine: new RegExp(`^[(*※★]?(?:注\\d*[:.,]|注\\)|${oneOf(words.notes)}$|${oneOf(words.note_lines)})`, 'u'),
    noPlainName: new RegExp(
      `^(?:#?其中|${oneOf([...words.total_rows, ...words.total_row_starts, ...words.counted_rows, ...words.note_starts])})`,
      'u',
    ),
    noteStarts: words.note_starts.map(foldText),
    dashes: set(words.dash_words),
    noFigure: set(words.no_figure),
    unitLine: {
      fillers: set(words.unit_line_fillers),
      starts: new RegExp(`^${oneOf(words.unit_line_starts)}`, 'u'),
      ends: new RegExp(`${oneOf(words.unit_line_ends)}$`, 'u'),
    },
    figuresBefore: 0,
    zoneEnds: zoneEnds.map(foldText),
  };
}
