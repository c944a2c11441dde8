import type { ConcludeInput, Conclusion } from '../core/conclude';
import type { SheetGrid } from '../core/grid';
import type { Pack } from '../core/pack/schema';
import type { Report } from '../core/report/report';
import type { RuleLine } from '../core/rule-book/rule-line';
import type { SheetChoices } from '../core/sheet-choices';
import type { Units } from '../core/units/units';
import type * as Scoring from './scoring';

/** What scores, ranks and judges: no reading needs it, and every look at what was read does. */
const scoring = async (): Promise<typeof Scoring> => import(/* webpackChunkName: "score" */ './scoring');

/** Fetches that while the workbook is read; where it does not come, the look asks for it again. */
export function expectScoring(): void {
  scoring().catch(() => undefined);
}

/** Fetches what makes sheets while somebody reads what was found; where it does not come, the result asks for it again. */
export function expectReport(): void {
  scoring()
    .then(async ({ reportParts }) => reportParts())
    .catch(() => undefined);
}

/** See conclude of core; with the parts that the pack needs. */
export const concluded = async (input: Omit<ConcludeInput, 'own' | 'forms'>): Promise<Conclusion> => (await scoring()).concluded(input);

/** The sheets of a result. Only packs that rank or list somebody have anything to hand out. */
export const reportOf = async (from: Scoring.Reportable, choices: SheetChoices): Promise<Report> =>
  (await scoring()).reportOf(from, choices);

/** Everything that a pack does, as the workbook completes it. */
export const rulesOf = async (pack: Pack, sheets: readonly SheetGrid[], units: Units): Promise<readonly RuleLine[]> =>
  (await scoring()).rulesOf(pack, sheets, units);
