import type { Finding } from '../judge/finding';
import { places, quotes } from '../pack/clause-place';
import type { ResultSheet } from '../pack/schema';
import type { RuleOf } from '../pack/rule-schema';
import type { SheetPlan } from '../plan';
import { lineKey } from '../rule-book/rule-line';
import { tasksWords as words } from '../words/tasks';
import { listingSheet } from './listing-sheet';
import type { ReportContext } from './report-context';
import { findingTone } from './style-book';

type Item = RuleOf<'checklist'>['items'][string];

/** An item of a checklist, and what was answered of it; one line an answer. */
interface Line {
  /** Of the item, in the rule book. */
  readonly keys: readonly string[];
  readonly rule: RuleOf<'checklist'>;
  readonly item: Item;
  readonly finding: Finding | undefined;
}

/** Items of checklists with who answers for them and how far they are. */
export function tasksSheet(context: ReportContext, { title, rules, note }: ResultSheet): SheetPlan {
  const { pack, judgement } = context;
  const found = new Map<string, Finding[]>();
  for (const finding of judgement.findings) {
    const id = `${finding.rule}\n${finding.item ?? ''}`;
    found.set(id, [...(found.get(id) ?? []), finding]);
  }
  const lines = rules.flatMap((key): Line[] => {
    const rule = pack.rules[key];
    if (rule?.kind !== 'checklist') return [];
    return Object.entries(rule.items).flatMap(([id, item]): Line[] => {
      const findings = found.get(`${key}\n${id}`) ?? [undefined];
      const keys = [lineKey('rules', key, id), lineKey('rules', key)];
      return findings.map((finding) => ({ keys, rule, item, finding }));
    });
  });
  const clauseOf = ({ rule, item }: Line): readonly string[] => item.clause ?? rule.clause;
  const plan = listingSheet(
    context,
    title,
    lines,
    [
      { header: words.number, pick: (_, index) => String(index + 1), least: 6, most: 8, centred: true },
      { header: words.item, pick: ({ item }) => item.title, least: 20, most: 40 },
      { header: words.group, pick: ({ rule }) => rule.title, least: 12, most: 22 },
      { header: words.lead, pick: ({ item }) => item.responsible[0] ?? '—', least: 10, most: 18 },
      { header: words.others, pick: ({ item }) => item.responsible.slice(1).join('、') || '—', least: 10, most: 30 },
      { header: words.subject, pick: ({ finding }) => finding?.subject ?? '—', least: 12, most: 26 },
      {
        ...{ header: words.state, least: 10, most: 14, centred: true },
        pick: ({ finding }) => finding?.word ?? words.unanswered,
        tone: ({ finding }) => (finding ? findingTone(finding) : 'missing'),
      },
      { header: words.evidence, pick: ({ finding }) => finding?.evidence ?? '—', least: 12, most: 30 },
      { header: words.quote, pick: (line) => quotes(pack.clauses, clauseOf(line)), least: 30, most: 60 },
      { header: words.clause, pick: (line) => places(clauseOf(line)), least: 10, most: 16 },
    ],
    [...(note === undefined ? [] : [note]), ...progressOf(lines)],
    words.foot,
  );
  lines.forEach(({ keys }, row) => keys.forEach((one) => context.anchors.take(one, plan, plan.freeze.rows + row)));
  return plan;
}

/** How many items are done, of all and by leading department. */
function progressOf(lines: readonly Line[]): string[] {
  const asked = lines.filter(({ finding }) => finding?.value !== words.notApplicable);
  const done = (of: readonly Line[]): number => of.filter(({ finding }) => finding?.status === 'met').length;
  const answered = asked.filter(({ finding }) => finding !== undefined && finding.status !== 'missing').length;
  const units = [...new Set(asked.flatMap(({ item }) => item.responsible[0] ?? []))];
  const byUnit = units.map((unit) => {
    const of = asked.filter(({ item }) => item.responsible[0] === unit);
    return words.unit(unit, done(of), of.length);
  });
  return [words.progress(done(asked), answered, asked.length), ...(byUnit.length > 0 ? [words.units(byUnit)] : [])];
}
