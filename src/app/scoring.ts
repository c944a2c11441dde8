import { conclude, type ConcludeInput, type Conclusion } from '../core/conclude';
import type { SheetGrid } from '../core/grid';
import type { Pack } from '../core/pack/schema';
import type { Report } from '../core/report/report';
import type { ReportInput } from '../core/report/report-context';
import type * as ReportParts from '../core/report/report-parts';
import { isFormSheet } from '../core/result-form/form-sheets';
import type { RuleLine } from '../core/rule-book/rule-line';
import type { SheetChoices } from '../core/sheet-choices';
import type { Units } from '../core/units/units';

/**
 * The file that scores, ranks and judges. What is fetched after it is fetched from here, so that it need not bring again what this file holds.
 */

/** What a pack is assessed with besides, where it has levels, grades, reviews, or rules over movements or answers of a row. */
async function ownPartsFor({ levels, grades, reviews, rules }: Pack): Promise<ConcludeInput['own']> {
  const isNeeded =
    [levels, grades, reviews].some((scales) => Object.keys(scales).length > 0) ||
    Object.values(rules).some(({ kind }) => kind === 'movement' || kind === 'answer');
  if (!isNeeded) return undefined;
  return (await import(/* webpackChunkName: "own-parts" */ '../core/own-parts')).ownParts;
}

/** What fills the department's own forms, where the workbook has any. */
async function formsFor(sheets: readonly SheetGrid[]): Promise<ConcludeInput['forms']> {
  if (!sheets.some(isFormSheet)) return undefined;
  return (await import(/* webpackChunkName: "result-forms" */ '../core/result-form/forms')).formsOf;
}

/** See conclude of core; with the parts that the pack and the workbook need. */
export async function concluded(input: Omit<ConcludeInput, 'own' | 'forms'>): Promise<Conclusion> {
  return conclude({ ...input, own: await ownPartsFor(input.pack), forms: await formsFor(input.sheets) });
}

/** What makes the sheets of results: no look at a workbook needs it, and the first result does. */
export const reportParts = async (): Promise<typeof ReportParts> => import(/* webpackChunkName: "report" */ '../core/report/report-parts');

/** What was concluded where nothing blocks. */
export type Reportable = Pick<Conclusion, 'checked'> & { readonly toReport: ReportInput };

/** The sheets of a result. Only packs that rank or list somebody have anything to hand out. */
export async function reportOf({ toReport: from, checked }: Reportable, choices: SheetChoices): Promise<Report> {
  const { report, handOut, cardParts } = await reportParts();
  const ranks = Object.keys(from.pack.rankings).length > 0;
  const cards = choices.cards && (await cardParts()).cards;
  return report(from, { ...(ranks && { handOut }), cards, fillForms: checked.forms?.fill }, choices);
}

/** Everything that a pack does, as the workbook completes it. */
export async function rulesOf(pack: Pack, sheets: readonly SheetGrid[], units: Units): Promise<readonly RuleLine[]> {
  const { ruleBook } = await import(/* webpackChunkName: "rule-book" */ '../core/rule-book/rule-book');
  return ruleBook(pack, sheets, units);
}
