import type { Finding } from '../judge/finding';
import type { SheetPlan } from '../plan';
import type { ReportContext } from '../report/report-context';
import type { UnmadeSheet } from '../report/unmade';
import type { SheetChoices } from '../sheet-choices';
import { cardWords as words } from '../words/card';
import { cardSheet } from './card-sheet';
import { groupsOf } from './group';

/** More sheets than that are no workbook that anybody finds their way in. */
export const MOST_CARDS = 200;

/** A page for each zone that is wanted, in the order of the main table, and why some are not made. */
export function cards(
  context: ReportContext,
  wanted: NonNullable<SheetChoices['cards']>,
): { readonly sheets: readonly SheetPlan[]; readonly unmade: readonly UnmadeSheet[] } {
  const { pack, figures, judgement } = context;
  const main = { table: pack.main_table };
  const subjects = Array.from({ length: figures.rowsOf(main) }, (_, row) => figures.subject(main, row));
  const named = wanted === 'all' ? undefined : new Set(wanted);
  const rows = [...subjects.keys()].filter((row) => named === undefined || named.has(subjects[row]!));
  const known = new Set(subjects);
  const unknown = [...(named ?? [])].filter((name) => !known.has(name));
  const lacking = (title: string, why: string): UnmadeSheet => ({ title, rules: [], why });
  const missing = unknown.map((name) => lacking(words.sheet(name), words.unknown));
  if (rows.length > MOST_CARDS) return { sheets: [], unmade: [lacking(words.name, words.tooMany(rows.length, MOST_CARDS)), ...missing] };
  const findings = new Map<string, Finding[]>();
  for (const finding of judgement.findings) {
    if (judgement.silent.has(finding.rule)) continue;
    const of = findings.get(finding.subject);
    if (of) of.push(finding);
    else findings.set(finding.subject, [finding]);
  }
  const source = { groups: groupsOf(context), findings };
  return { sheets: rows.map((row) => cardSheet(context, source, subjects[row]!, row)), unmade: missing };
}
