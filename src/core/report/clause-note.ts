import { spokenPlace } from '../pack/clause-place';
import type { Pack } from '../pack/schema';
import { reportWords as words } from '../words/report';

/** Notes and links are for reading; a sheet with tens of thousands of lines gets them on its first ones only. */
export const NOTED_ROWS = 1000;

/** Notes for the cells that cite clauses: the clause's own words. */
export function clauseNote(pack: Pack, clauses: readonly string[]): string {
  return clauses.map((clause) => words.clauseNote(spokenPlace(clause), pack.clauses[clause] ?? '')).join('\n');
}
