import { own } from '../own';

/** "二（五）5·警示" is the place "二（五）5" with a word of ours that tells clauses of one place apart. */
export function placeOf(clause: string): string {
  return clause.split('·')[0] ?? clause;
}

/** Where the clauses stand, each place once: "二（五）5、三3". */
export function places(clauses: readonly string[]): string {
  return [...new Set(clauses.map(placeOf))].join('、');
}

/** The clauses' own words. */
export function quotes(clauses: Readonly<Record<string, string>>, cited: readonly string[]): string {
  return cited.map((clause) => own(clauses, clause) ?? '').join('；');
}
