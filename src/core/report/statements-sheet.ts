import { places, quotes } from '../pack/clause-place';
import type { Pack } from '../pack/schema';
import type { SheetPlan } from '../plan';
import { lineKey } from '../rule-book/rule-line';
import { statementWords as words } from '../words/tasks';
import { listingSheet } from './listing-sheet';
import type { ReportContext } from './report-context';

const ORDER: readonly Pack['statements'][string]['kind'][] = ['support', 'duty', 'report', 'other'];

/** What the document says and nobody computes or ticks, in its own words; no sheet where there is nothing. */
export function statementsSheet(context: ReportContext): SheetPlan[] {
  const { pack } = context;
  const all = Object.entries(pack.statements).map(([key, one]) => ({ key, ...one }));
  if (all.length === 0) return [];
  const lines = ORDER.flatMap((kind) => all.filter((one) => one.kind === kind));
  const plan = listingSheet(
    context,
    words.sheet,
    lines,
    [
      { header: words.number, pick: (_, index) => String(index + 1), least: 6, most: 8, centred: true },
      { header: words.kind, pick: ({ kind }) => words.kinds[kind], least: 10, most: 12, centred: true },
      { header: words.title, pick: ({ title }) => title, least: 20, most: 40 },
      { header: words.quote, pick: ({ clause }) => quotes(pack.clauses, clause), least: 40, most: 80 },
      { header: words.clause, pick: ({ clause }) => places(clause), least: 10, most: 16 },
      { header: words.responsible, pick: ({ responsible }) => responsible.join('、') || '—', least: 10, most: 30 },
      { header: words.note, pick: ({ note }) => note ?? '—', least: 10, most: 40 },
    ],
    [words.hint],
    words.foot,
  );
  lines.forEach(({ key }, row) => context.anchors.take(lineKey('statements', key), plan, plan.freeze.rows + row));
  return [plan];
}
