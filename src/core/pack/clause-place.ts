/** "二（五）5·警示" is the place "二（五）5" with a word of ours that tells clauses of one place apart. */
export function placeOf(clause: string): string {
  return clause.split('·')[0] ?? clause;
}
