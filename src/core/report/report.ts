import type { Judgement } from '../judge/judge';
import type { Finding } from '../judge/finding';
import type { Figures } from '../measure/derive';
import { placeOf } from '../judge/context';
import type { Pack } from '../pack/schema';
import type { OwnershipMark, Plan, PlanCell, SheetPlan } from '../plan';
import type { Problem } from '../problem';
import type { RankedZones } from '../ranking/rank-zones';
import { aggregationTitles } from '../words/score';
import { methodTitle } from '../score/methods/index';
import { reportWords as words } from '../words/report';
import { detailSheet } from './detail-sheet';
import { findingsSheet } from './findings-sheet';
import { jurisdictionName } from './jurisdiction';
import { matrixSheet } from './matrix-sheet';
import { notesSheet } from './notes-sheet';
import { overviewSheet } from './overview-sheet';
import { rankingSheet } from './ranking-sheet';
import { StyleBook } from './style-book';
import { heightOf, linesIn } from './width';

/** Everything that a result sheet may show. */
export interface ReportInput {
  readonly pack: Pack;
  readonly figures: Figures;
  readonly ranked: RankedZones;
  readonly judgement: Judgement;
  readonly problems: readonly Problem[];
  readonly asOf: string;
  readonly mark: OwnershipMark;
}

export interface ReportContext extends ReportInput {
  readonly book: StyleBook;
}

/** Result → plan: plain data that every host can carry out. */
export function report(input: ReportInput): Plan {
  const context: ReportContext = { ...input, book: new StyleBook() };
  const { pack, ranked, judgement } = input;
  const rankings = [...ranked.rankings.values()];
  const placed = new Set(pack.sheets.flatMap(({ rules }) => rules));
  const listed = pack.sheets.map((sheet) =>
    sheet.layout === 'matrix' ? matrixSheet(context, sheet) : findingsSheet(context, sheet.title, sheet.rules, sheet.note),
  );
  const rest = [...new Set(judgement.findings.filter(({ rule }) => !placed.has(rule)).map(({ rule }) => rule))];
  const others = rest.length > 0 ? [findingsSheet(context, words.sheets.findings, rest)] : [];
  const results = [
    ...rankings.map((one) => rankingSheet(context, one)),
    ...listed,
    ...others,
    ...rankings.map((one) => detailSheet(context, one)),
    notesSheet(context),
  ];
  const sheets = distinctNames([
    overviewSheet(
      context,
      results.map(({ name }) => name),
    ),
    ...results,
  ]);
  return { sheets, styles: context.book.styles, mark: input.mark };
}

/** Sheet names of at most 31 characters, no two alike. */
export function sheetName(wanted: string): string {
  return wanted.replaceAll(/[\\/?*[\]:]/g, '·').slice(0, 31);
}

function distinctNames(sheets: readonly SheetPlan[]): SheetPlan[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    let { name } = sheet;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${sheet.name.slice(0, 28)}${number}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** Title, document, date and the word on weights: the first rows of every result sheet, spanning its columns. */
export function headRows(
  context: ReportContext,
  title: string,
  columns: number,
  widths: readonly number[],
  more: readonly string[],
): { head: PlanCell[][]; heights: number[] } {
  const { pack, book, ranked, asOf } = context;
  const span = Math.max(1, columns);
  const width = widths.slice(0, columns).reduce((sum, one) => sum + one, 0);
  const document = [words.document(pack.title, pack.number), jurisdictionName(pack), words.asOf(asOf)].join('　');
  const lines: { text: string; role: 'title' | 'basis' | 'warning' }[] = [
    { text: title, role: 'title' },
    { text: document, role: 'basis' },
    { text: words.basis[ranked.basis], role: ranked.basis === 'pack_weights' ? 'basis' : 'warning' },
    ...more.map((text) => ({ text, role: 'basis' as const })),
  ];
  return {
    head: lines.map(({ text, role }) => [{ value: text, style: book.style(role), span }]),
    heights: lines.map(({ text, role }) => (role === 'title' ? 28 : heightOf(linesIn(text, width)))),
  };
}

export function methodLine(context: ReportContext): string {
  const { pack, ranked } = context;
  const first = [...ranked.rankings.values()][0]?.indicators[0];
  const method = first ? methodTitle(first.method) : '';
  return words.method(method, aggregationTitles[pack.scoring.aggregate.method]);
}

/** Notes for the cells that cite clauses: the clause's own words. */
export function clauseNote(pack: Pack, clauses: readonly string[]): string {
  return clauses.map((clause) => words.clauseNote(placeOf(clause), pack.clauses[clause] ?? '')).join('\n');
}

export function places(clauses: readonly string[]): string {
  return [...new Set(clauses.map(placeOf))].join('、');
}

export const worst = (findings: readonly Finding[]): Finding['status'] | undefined =>
  (['unmet', 'missing', 'explain', 'met'] as const).find((status) => findings.some((finding) => finding.status === status));
