import { CellKind } from '../../grid';
import { trimMarks } from '../../trim-marks';
import { foldHeader, foldText } from '../fold';
import { ORDINAL_HEADER } from '../vocabulary';
import type { Words } from '../words';
import { withoutMarks } from './header-unit';
import type { Layout } from './layout';

const PART = /^#?其中[:,]?/u;
const REMARK = /\([^()]{0,40}\)$/u;
const LONGEST_NAME = 60;

/** What a row's folded name says of it by words alone; undefined where it may be the name of a zone. */
export function rowName(folded: string, words: Words): 'total' | 'part' | 'note' | undefined {
  if (!words.noPlainName.test(folded)) return undefined;
  if (folded.length > LONGEST_NAME) return words.noteStarts.some((start) => folded.startsWith(start)) ? 'note' : undefined;
  if (PART.test(folded)) return 'part';
  const bare = folded.replace(REMARK, '');
  if (words.totals.has(bare) || words.countedRow.test(bare)) return 'total';
  if (words.totalStarts.some((start) => bare.startsWith(start) && totalEnds(bare.slice(start.length), words))) return 'total';
  return words.noteStarts.some((start) => folded.startsWith(start)) && !words.zoneEnds.some((end) => folded.endsWith(end))
    ? 'note'
    : undefined;
}

/** What may stand behind 合计 or 全部: a count, a bare kind of zone, 数; 全部经济开发区 is no name, 全部湾经济开发区 is one. */
function totalEnds(rest: string, words: Words): boolean {
  return rest.length <= 3 || rest.startsWith(':') || rest.startsWith('(') || words.zoneEnds.includes(rest);
}

/** A line of text that is no name: it holds the end of a sentence, or is longer than names are. */
export const isSentence = (text: string): boolean => text.length > 40 || /[。；！？]/.test(text);

const PLAIN_NAME = /^[\u4e00-\u9fff0-9A-Za-z]*$/;

/** A row's name without the marks of footnotes. */
export const withoutKeyMarks = (name: string): string => (PLAIN_NAME.test(name) ? name : trimMarks(withoutMarks(name), '', '*＊※†‡ '));

/** Most rows are like this; fewer rows are no pattern. */
const MOST = 0.8;
const FEWEST = 4;

/**
 * Rows that differ from the others in what a zone's row has: a running number, an end of its name, words in the columns of words.
 * @returns places in `rows` of those that lack two of these where most have them
 */
export function strangeRows(layout: Layout, rows: readonly number[], keys: readonly string[]): ReadonlySet<number> {
  if (rows.length < FEWEST) return new Set();
  const { source, columns, keyColumn } = layout;
  const ordinal = columns.find(({ column, levels }) => column !== keyColumn && ORDINAL_HEADER.test(foldHeader(levels.at(-1) ?? '')));
  const tests: ((row: number, at: number) => boolean)[] = [
    (_, at) => source.words.zoneEnds.some((end) => foldText(keys[at]!).endsWith(end)),
  ];
  if (ordinal) tests.push((row) => !source.isBlank(row, ordinal.column));
  const ofWords = columns.find(
    ({ column }) =>
      column > keyColumn && rows.slice(0, FEWEST).filter((row) => source.kind(row, column) === CellKind.text).length >= FEWEST - 1,
  );
  if (ofWords) tests.push((row) => !source.isBlank(row, ofWords.column) || source.mergeAt(row, ofWords.column) !== undefined);
  const lacking = new Uint8Array(rows.length);
  for (const test of tests) {
    const without = [...rows.keys()].filter((at) => !test(rows[at]!, at));
    if (without.length > rows.length * (1 - MOST)) continue;
    for (const at of without) lacking[at]!++;
  }
  return new Set([...rows.keys()].filter((at) => lacking[at]! >= 2));
}
