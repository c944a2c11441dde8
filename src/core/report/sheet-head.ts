import { titleOf } from '../pack/references';
import type { PlanCell } from '../plan';
import { methodTitle } from '../score/methods/index';
import { FICTION } from '../words/check';
import { reportWords as words } from '../words/report';
import { aggregationTitles } from '../words/score';
import { jurisdictionName, placeNamed } from './jurisdiction';
import type { ReportContext } from './report-context';
import { weightsLine } from './weights-line';
import { heightOf, linesIn } from './width';
import { LONGEST_SHEET_NAME, NOT_IN_SHEET_NAMES } from '../sheet-limits';

/** Sheet names of at most 31 characters, no two alike. */
export function sheetName(wanted: string): string {
  return wanted.replaceAll(NOT_IN_SHEET_NAMES, '·').slice(0, LONGEST_SHEET_NAME);
}

/**
 * Title, document and date: the first rows of every result sheet, spanning its columns.
 * @param weighed whether the sheet rests on weights; only then it says whose they are
 */
export function headRows(
  context: ReportContext,
  title: string,
  columns: number,
  widths: readonly number[],
  more: readonly string[],
  weighed = false,
): { head: PlanCell[][]; heights: number[] } {
  const { pack, book, ranked, day, dataYear, fictional } = context;
  const span = Math.max(1, columns);
  const width = widths.slice(0, columns).reduce((sum, one) => sum + one, 0);
  const weights = weightsLine(ranked.basis, ranked.ground, ranked.dataWeighting);
  const document = [words.document(pack.title, pack.number), jurisdictionName(pack), words.dataYear(dataYear), words.asOf(day)].join('　');
  const lines: { text: string; role: 'title' | 'basis' | 'warning' }[] = [
    { text: words.ofYear(title, dataYear), role: 'title' },
    ...(fictional ? [{ text: FICTION, role: 'warning' as const }] : []),
    { text: document, role: 'basis' },
    ...(context.standardLine === undefined ? [] : [{ text: context.standardLine, role: 'basis' as const }]),
    ...(weighed ? [{ text: weights.text, role: weights.warns ? ('warning' as const) : ('basis' as const) }] : []),
    ...(weighed ? gapLines(context) : []).map((text) => ({ text, role: 'basis' as const })),
    ...more.map((text) => ({ text, role: 'basis' as const })),
  ];
  return {
    head: lines.map(({ text, role }) => [{ value: text, style: book.style(role), span }]),
    heights: lines.map(({ text, role }) => (role === 'title' ? 28 : heightOf(linesIn(text, width)))),
  };
}

/** Title, what the figures are, and whose weights count, where they are not the document's: what stands over a ranking that is signed. */
export function signedHead(
  context: ReportContext,
  { title, subject }: { readonly title: string; readonly subject: string },
  widths: readonly number[],
  isOfFigures: boolean,
): { head: PlanCell[][]; heights: number[] } {
  const { pack, book, ranked, dataYear, fictional } = context;
  const width = widths.reduce((sum, one) => sum + one, 0);
  const full = words.ofYear(words.signedTitle(title, placeNamed(pack), subject), dataYear);
  const weights = weightsLine(ranked.basis, ranked.ground, ranked.dataWeighting);
  const lines = [
    ...(fictional ? [{ text: FICTION, role: 'warning' as const }] : []),
    ...(isOfFigures || (ranked.basis === 'pack_weights' && !ranked.dataWeighting)
      ? []
      : [{ text: weights.text, role: weights.warns ? ('warning' as const) : ('basis' as const) }]),
  ];
  return {
    head: [[full, 'formTitle'] as const, ...lines.map(({ text, role }) => [text, role] as const)].map(([value, role]) => [
      { value, style: book.style(role), span: widths.length },
    ]),
    // The title is set half as large again.
    heights: [6 + 24 * linesIn(full, width / 1.6), ...lines.map(({ text }) => heightOf(linesIn(text, width)))],
  };
}

/** How gaps count: as the department decided, and what the method says of single indicators, those together of which it says the same. */
export function gapLines({ pack, ranked }: ReportContext): string[] {
  const { decision } = ranked.gaps;
  const said = new Map<string, { readonly titles: string[]; readonly choice: string; readonly ground: string }>();
  for (const [key, { choice, ground }] of ranked.gaps.own) {
    const together = said.get(`${choice}\n${ground}`) ?? { titles: [], choice, ground };
    together.titles.push(pack.indicators[key]?.title ?? titleOf(pack, key));
    said.set(`${choice}\n${ground}`, together);
  }
  return [
    ...(decision ? [words.gapsDecided(decision.choice, decision.ground)] : []),
    ...[...said.values()].map(({ titles, choice, ground }) => words.gapsOf(titles, choice, ground)),
  ];
}

export function methodLine(context: ReportContext): string {
  const { pack, ranked } = context;
  const used = [...ranked.rankings.values()].find(({ by }) => by === undefined)?.indicators ?? [];
  const titles = [...new Set(used.map(({ method: own }) => methodTitle(own)))];
  const method = titles.length > 1 ? words.methodEach(titles) : (titles[0] ?? '');
  const { marks, aggregate } = pack.scoring;
  return (
    words.method(method, aggregationTitles[aggregate.method], words.gapsIn[ranked.gaps.policy], ranked.gaps.own.size > 0) +
    (marks ? words.inMarks(marks.full) : '')
  );
}
