import { own } from '../own';

/** "二（五）5·警示" is the place "二（五）5" with a word of ours that tells clauses of one place apart. */
export function placeOf(clause: string): string {
  return clause.split('·')[0] ?? clause;
}

/** A part of a document and, where there is one, an item directly below it: "一", "三3". */
const PART = /^([一二三四五六七八九十]+)(\d*)$/u;

/** A clause's place as it is said to people: a part alone would read as a dash ("一"), so it is called 第一部分. */
export function spokenPlace(clause: string): string {
  const place = placeOf(clause);
  const [, part, item] = PART.exec(place) ?? [];
  return part === undefined ? place : `第${part}部分${item === undefined || item === '' ? '' : `第${item}点`}`;
}

/** Where the clauses stand, each place once: "二（五）5、第三部分第3点". */
export function places(clauses: readonly string[]): string {
  return [...new Set(clauses.map(spokenPlace))].join('、');
}

/** The clauses' own words. */
export function quotes(clauses: Readonly<Record<string, string>>, cited: readonly string[]): string {
  return cited.map((clause) => own(clauses, clause) ?? '').join('；');
}

/** A place that the workbook's own method names for a row of its sheets: “考评规则”表第5行. */
const ROW = /^“[^”]+”表第\d+行/u;

/** Whether a clause's words are those of a row in which the workbook states its method, and no document's. */
export const isRowOfWorkbook = (clause: string): boolean => ROW.test(clause);
