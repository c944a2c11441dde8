import type { Finding } from '../judge/finding';
import { places } from '../pack/clause-place';
import { titleOf } from '../pack/references';
import type { ResultSheet } from '../pack/schema';
import type { BodyColumn, CellNote, PlanCell, SheetPlan } from '../plan';
import { causesOf, type Review, type ReviewedRow } from '../review/review';
import { reportWords } from '../words/report';
import { reviewWords as words } from '../words/review';
import { lineKey } from '../rule-book/rule-line';
import { cellsInShort } from './cell-link';
import { clauseNote, NOTED_ROWS } from './clause-note';
import type { ReportContext } from './report-context';
import { headRows, sheetName } from './sheet-head';
import { findingTone, type Tone } from './style-book';
import { ruleLines } from './unmade';
import { bodyHeights, columnWidth, headerHeight } from './width';

const TONES: Readonly<Record<'red' | 'yellow' | 'green', Tone>> = { red: 'unmet', yellow: 'explain', green: 'met' };

/** So many cells are named that settle an outcome. */
const SETTLE_SHOWN = 8;

/** A reason without the row's name, which stands in a column of its own. */
export const reasonOf = ({ subject, statement }: Finding): string =>
  (statement.startsWith(subject) ? statement.slice(subject.length) : statement).replace(/。$/u, '');

/** Every reason of a row; what can be judged of no row is named in one line, for it has one cause. */
function reasonsOf({ pack, judgement: { silent } }: ReportContext, rowWord: string, { reasons }: ReviewedRow): string {
  if (reasons.length === 0) return words.none;
  const own = reasons.filter(({ rule }) => !silent.has(rule));
  const rest = reasons.filter(({ rule }) => silent.has(rule));
  const named = rest.map(({ rule, clauses }) => words.rule(pack.rules[rule]?.title ?? rule, places(clauses)));
  return [
    ...own.map((finding, index) => words.reason(index + 1, reasonOf(finding), places(finding.clauses))),
    ...(named.length === 0 ? [] : [words.forNobody(own.length + 1, named, rowWord)]),
  ].join('\n');
}

/** Rules that share a column: those that put one figure to other limits for other rows. */
interface Column {
  readonly header: string;
  readonly clauses: readonly string[];
  readonly rules: readonly string[];
}

function ruleColumns({ pack }: ReportContext, rules: readonly string[]): Column[] {
  const byFigure = new Map<string, string[]>();
  for (const id of rules) {
    const rule = pack.rules[id];
    const figure = rule?.kind === 'threshold' && typeof rule.measure === 'string' ? rule.measure : `=${id}`;
    byFigure.set(figure, [...(byFigure.get(figure) ?? []), id]);
  }
  return [...byFigure].map(([figure, shared]) => ({
    header: shared.length > 1 ? titleOf(pack, figure) : (pack.rules[shared[0]!]?.title ?? figure),
    clauses: [...new Set(shared.flatMap((id) => pack.rules[id]?.clause ?? []))],
    rules: shared,
  }));
}

/** What a row shows of the rules of a column; an answer is a word by itself. */
const shown = (finding: Finding | undefined): string =>
  finding === undefined
    ? '—'
    : finding.kind === 'answer' && finding.value !== undefined
      ? finding.value
      : [finding.word, finding.value ?? ''].filter((part) => part !== '').join(' ');

type TextColumn = { readonly header: string; readonly body: BodyColumn; readonly width: number };

/** The lines above the table: how many rows came to what, how the outcomes come about, what cannot be judged. */
function linesAbove(context: ReportContext, sheet: ResultSheet, review: Review, judged: (rule: string) => boolean): string[] {
  const { pack, figures } = context;
  const declared = pack.reviews[review.key]!;
  const causes = causesOf(declared, figures);
  const last = declared.outcomes.length - 1;
  const count = (outcome: number | undefined): number => review.rows.filter((row) => row.outcome === outcome).length;
  const counts = [...declared.outcomes.map(({ title }, index) => [title, count(index)] as const), [words.open, count(undefined)] as const];
  return [
    words.counts(pack.tables[declared.table]?.row ?? '', review.rows.length, counts),
    ...declared.outcomes.map(({ title }, index) =>
      index === last
        ? words.otherwise(title)
        : words.because(
            title,
            causes[index]!.map((rule) => pack.rules[rule]?.title ?? rule),
          ),
    ),
    ...(sheet.note === undefined ? [] : [sheet.note]),
    ...ruleLines(context, sheet.rules, judged),
  ];
}

/** One line a row of the review's table: its zone, the outcome, every reason with its clause, and what each rule found. */
export function reviewSheet(context: ReportContext, sheet: ResultSheet, review: Review): SheetPlan {
  const { pack, book, judgement } = context;
  const { rows } = review;
  const declared = pack.reviews[review.key]!;
  const { outcomes } = declared;
  const found = new Map(rows.map(({ subject }) => [subject, new Map<string, Finding>()]));
  for (const finding of judgement.findings) if (!judgement.silent.has(finding.rule)) found.get(finding.subject)?.set(finding.rule, finding);
  const rules = sheet.rules.filter((rule) => rows.some(({ subject }) => found.get(subject)!.has(rule)));
  const shared = ruleColumns(context, rules);
  const findingOf = ({ subject }: ReviewedRow, column: Column): Finding | undefined => {
    const all = column.rules.flatMap((rule) => found.get(subject)!.get(rule) ?? []);
    return all.find(({ status }) => status !== 'met') ?? all[0];
  };
  const text = (header: string, values: string[], [least, most]: readonly [number, number], tones?: (Tone | undefined)[]): TextColumn => ({
    header,
    body: {
      kind: 'text',
      values,
      style: book.style(tones ? 'centre' : 'text'),
      ...(tones && { styles: Uint16Array.from(tones, (tone) => book.style('centre', tone)) }),
    },
    width: columnWidth(header, values, { least, most }),
  });
  const outcomeOf = ({ outcome, possible }: ReviewedRow): string =>
    outcome === undefined ? words.mayBe(possible.map((one) => outcomes[one]!)) : outcomes[outcome]!.title;
  const toneOf = ({ outcome }: ReviewedRow): Tone => (outcome === undefined ? 'missing' : TONES[outcomes[outcome]!.colour]);
  const settleOf = ({ settle }: ReviewedRow): string =>
    settle.length === 0 ? '—' : reportWords.settle(cellsInShort(settle, SETTLE_SHOWN), settle.length);
  const rowWord = pack.tables[declared.table]?.row ?? '';
  const zones = rows.map(({ zone }) => zone);
  const subjects = rows.map(({ subject }) => subject);
  const before = [
    text(words.zone, zones, [14, 24]),
    text(rowWord, subjects, [14, 24]),
    text(declared.title, rows.map(outcomeOf), [12, 14], rows.map(toneOf)),
    text(
      words.reasons,
      rows.map((row) => reasonsOf(context, rowWord, row)),
      [56, 56],
    ),
    ...(rows.some(({ outcome }) => outcome === undefined) ? [text(reportWords.findings.settle, rows.map(settleOf), [14, 22])] : []),
  ];
  const columns = [
    ...before,
    ...shared.map((column) => {
      const all = rows.map((row) => findingOf(row, column));
      const tones = all.map((finding) => finding && findingTone(finding));
      return text(column.header, all.map(shown), [7, 14], tones);
    }),
  ];
  const widths = columns.map(({ width }) => width);
  const more = linesAbove(context, sheet, review, (rule) => rules.includes(rule));
  const { head, heights } = headRows(context, sheet.title, columns.length, widths, more);
  const firstRow = head.length + 1;
  const header: PlanCell[] = columns.map((one, index) => {
    const column = shared[index - before.length];
    return { value: one.header, style: book.style('header'), ...(column && { note: clauseNote(pack, column.clauses) }) };
  });
  const notes = rows.slice(0, Math.floor(NOTED_ROWS / Math.max(1, shared.length))).flatMap((row, at) =>
    shared.flatMap((column, index): CellNote[] => {
      const finding = findingOf(row, column);
      return finding && finding.status !== 'met' ? [{ row: firstRow + at, column: before.length + index, text: finding.sentence }] : [];
    }),
  );
  const has = (tone: Tone): boolean => rows.some((row) => toneOf(row) === tone);
  const name = sheetName(sheet.title);
  shared.forEach((column, at) =>
    column.rules.forEach((rule) => context.anchors.take(lineKey('rules', rule), { name }, head.length, before.length + at)),
  );
  [lineKey('reviews', review.key), ...sheet.rules.map((rule) => lineKey('rules', rule))].forEach((key) =>
    context.anchors.take(key, { name }),
  );
  return {
    name,
    tabColor: has('unmet') ? 'C00000' : has('explain') ? 'BF9000' : '548235',
    head: [...head, header],
    body: columns.map(({ body }) => body),
    bodyRows: rows.length,
    foot: [[{ value: reportWords.disclaimer, style: book.style('basis'), span: columns.length }]],
    widths,
    headHeights: [...heights, headerHeight(columns)],
    bodyHeights: bodyHeights(columns, rows.length),
    freeze: { rows: firstRow, columns: 3 },
    ...(rows.length > 0 && { filterRow: head.length }),
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes,
    links: [],
    names: [],
  };
}
