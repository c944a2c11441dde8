import type { Finding } from '../judge/finding';
import type { Pack } from '../pack/schema';
import type { BodyColumn, CellNote, PlanCell, SheetPlan } from '../plan';
import { reportWords as words } from '../words/report';
import { cellsInShort, linkTo } from './cell-link';
import { places } from '../pack/clause-place';
import { lineKey } from '../rule-book/rule-line';
import { clauseNote, NOTED_ROWS } from './clause-note';
import { isBlank, onPage } from './print-fit';
import type { ReportContext } from './report-context';
import { restsOnWeights } from './rests-on-weights';
import { headRows, sheetName } from './sheet-head';
import { findingTone } from './style-book';
import { subjectHeader } from './subject-header';
import { ruleLines } from './unmade';
import { bodyHeights, columnWidth, headerHeight } from './width';

/** Order of findings under each other: what needs action first. */
const order: Readonly<Record<Finding['status'], number>> = { unmet: 0, explain: 1, missing: 2, met: 3 };

/** Whom a veto keeps off a list stands behind those who are on it. */
const place = ({ status, certainty }: Finding): number => (certainty === 'impossible' ? order.met + 1 : order[status]);

/** A line of the sheet: a finding, or the one that parts the decided from those that wait for figures. */
type Line = Finding | undefined;

/** Whether a finding on a list waits for figures: it never stands among the decided ones. */
const isWaiting = ({ kind, certainty }: Finding): boolean =>
  (kind === 'position' || kind === 'grade' || kind === 'movement') && certainty === 'possible';

/** So many cells are named that settle a finding, and so many that it rests on. */
const SETTLE_SHOWN = 12;
const CELLS_SHOWN = 3;

interface Column {
  readonly header: string;
  readonly body: BodyColumn;
  readonly width: number;
  readonly unbroken?: boolean;
}

/** What a rule has to say of itself, once for all its lines; several rules may say the same. */
function ruleNotes(pack: Pack, rules: readonly string[]): string[] {
  const byNote = new Map<string, string[]>();
  for (const rule of rules) {
    const { note, title } = pack.rules[rule] ?? {};
    if (note !== undefined && title !== undefined) byNote.set(note, [...(byNote.get(note) ?? []), title]);
  }
  return [...byNote].map(([note, titles]) => words.ruleNote(titles, note));
}

/** One line a finding: subject, verdict with its colour and word, value, limit, consequence, sentence, clause, cells. */
export function findingsSheet(context: ReportContext, title: string, rules: readonly string[], note?: string): SheetPlan {
  const { pack, book, judgement } = context;
  const wanted = new Set(rules);
  const all = judgement.findings
    .filter(({ rule }) => wanted.has(rule) && !judgement.silent.has(rule))
    .sort((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule) || place(a) - place(b));
  const undecided = all.filter(isWaiting).sort((a, b) => a.settle.length - b.settle.length);
  const findings: Line[] = [...all.filter((finding) => !isWaiting(finding)), ...(undecided.length > 0 ? [undefined] : []), ...undecided];
  const text = (
    header: string,
    pick: (finding: Finding, index: number) => string,
    least: number,
    most: number,
    role: 'text' | 'centre' = 'text',
  ): Column => {
    const values = findings.map((line, index) => (line ? pick(line, index) : ''));
    return { header, body: { kind: 'text', values, style: book.style(role) }, width: columnWidth(header, values, { least, most }) };
  };
  const withLine = (column: Column): Column => {
    if (column.body.kind !== 'text') return column;
    const values = column.body.values.map((value, index) => (findings[index] ? value : words.undecided));
    return { ...column, body: { ...column.body, values } };
  };
  const word = words.findings;
  const verdict = text(word.word, (finding) => finding.word, 12, 18, 'centre');
  const clause = text(word.clause, ({ clauses }) => places(clauses), 10, 20);
  const said = (header: string, pick: (finding: Finding) => string, least: number, most: number): Column[] =>
    isBlank(all.map(pick)) ? [] : [text(header, pick, least, most)];
  const made: Column[] = [
    text(word.number, (finding, index) => String(index + (isWaiting(finding) ? 0 : 1)), 6, 8, 'centre'),
    withLine(text(subjectHeader(pack, rules), ({ subject }) => subject, 14, 34)),
    text(word.rule, (finding) => finding.title, 16, 32),
    {
      ...verdict,
      body: {
        ...verdict.body,
        styles: Uint16Array.from(findings, (line) => (line ? book.style('centre', findingTone(line)) : book.style('sub'))),
      },
    },
    ...said(word.value, ({ value }) => value ?? '—', 10, 22),
    ...said(word.limit, ({ limit }) => limit ?? '—', 10, 26),
    ...said(word.consequence, ({ consequence }) => consequence ?? '—', 12, 30),
    text(word.sentence, ({ statement }) => statement, 30, 62),
    clause,
    ...(undecided.length > 0 || all.some(({ settle }) => settle.length > 0)
      ? [
          text(
            word.settle,
            ({ settle }) => (settle.length === 0 ? '—' : words.settle(cellsInShort(settle, SETTLE_SHOWN), settle.length)),
            14,
            34,
          ),
        ]
      : []),
    // A cell with a link stays on one line in some spreadsheets, however narrow: it holds little, and is as wide as that.
    {
      ...text(word.place, ({ cells, settle }) => cellsInShort(settle.length > 0 ? settle.slice(0, 1) : cells, CELLS_SHOWN), 12, 36),
      unbroken: true,
    },
  ];
  const clauseColumn = made.indexOf(clause);
  const columns = onPage(made, true);
  const widths = columns.map(({ width }) => width);
  const found = new Set(all.map(({ rule }) => rule));
  const off = ruleLines(context, rules, (rule) => found.has(rule));
  const weighed = rules.some((rule) => restsOnWeights(pack, rule));
  const { head, heights } = headRows(
    context,
    title,
    columns.length,
    widths,
    [...(note === undefined ? [] : [note]), ...ruleNotes(pack, [...found]), ...off],
    weighed,
  );
  const header: PlanCell[] = columns.map((column) => ({ value: column.header, style: book.style('header') }));
  const firstRow = head.length + 1;
  const shown = findings.slice(0, NOTED_ROWS);
  const name = sheetName(title);
  findings.forEach((line, row) => line && context.anchors.take(lineKey('rules', line.rule), { name }, firstRow + row));
  rules.forEach((rule) => context.anchors.take(lineKey('rules', rule), { name }));
  return {
    name,
    tabColor: all.some(({ status }) => status === 'unmet')
      ? 'C00000'
      : all.some(({ status }) => status === 'explain')
        ? 'BF9000'
        : '548235',
    head: [...head, header],
    body: columns.map(({ body }) => body),
    bodyRows: findings.length,
    foot: [[{ value: all.length === 0 ? words.noFindings : words.disclaimer, style: book.style('basis'), span: columns.length }]],
    widths,
    headHeights: [...heights, headerHeight(columns)],
    bodyHeights: bodyHeights(columns, findings.length),
    freeze: { rows: firstRow, columns: 2 },
    ...(findings.length > 0 && { filterRow: head.length }),
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes: shown.flatMap((line, row): CellNote[] =>
      line ? [{ row: firstRow + row, column: clauseColumn, text: clauseNote(pack, line.clauses) }] : [],
    ),
    links: shown.flatMap((line, row) => {
      const link = linkTo(line?.settle[0] ?? line?.cells[0]);
      return link ? [{ row: firstRow + row, column: columns.length - 1, link }] : [];
    }),
    names: [],
  };
}
