import type { Finding } from '../judge/finding';
import type { BodyColumn, CellNote, PlanCell, SheetPlan } from '../plan';
import { reportWords as words } from '../words/report';
import { linkTo } from './cell-link';
import { clauseNote, NOTED_ROWS, places } from './clause-note';
import type { ReportContext } from './report-context';
import { headRows, sheetName } from './sheet-head';
import { bodyHeights, columnWidth, headerHeight } from './width';

/** Order of findings under each other: what needs action first. */
const order: Readonly<Record<Finding['status'], number>> = { unmet: 0, explain: 1, missing: 2, met: 3 };

/** One line a finding: subject, verdict with its colour and word, value, limit, consequence, sentence, clause, cells. */
export function findingsSheet(context: ReportContext, title: string, rules: readonly string[], note?: string): SheetPlan {
  const { pack, book, judgement } = context;
  const wanted = new Set(rules);
  const findings = judgement.findings
    .filter(({ rule }) => wanted.has(rule))
    .sort((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule) || order[a.status] - order[b.status]);
  const text = (
    header: string,
    pick: (finding: Finding, index: number) => string,
    least: number,
    most: number,
    role: 'text' | 'centre' = 'text',
  ): { header: string; body: BodyColumn; width: number } => {
    const values = findings.map(pick);
    return { header, body: { kind: 'text', values, style: book.style(role) }, width: columnWidth(header, values, { least, most }) };
  };
  const word = words.findings;
  const verdict = text(word.word, (finding) => finding.word, 12, 18, 'centre');
  const columns = [
    text(word.number, (_, index) => String(index + 1), 6, 8, 'centre'),
    text(word.subject, ({ subject }) => subject, 14, 34),
    text(word.rule, (finding) => finding.title, 16, 32),
    { ...verdict, body: { ...verdict.body, styles: Uint16Array.from(findings, ({ status }) => book.style('centre', status)) } },
    text(word.value, ({ value }) => value ?? '—', 10, 22),
    text(word.limit, ({ limit }) => limit ?? '—', 10, 26),
    text(word.consequence, ({ consequence }) => consequence ?? '—', 12, 30),
    text(word.sentence, ({ sentence }) => sentence, 30, 62),
    text(word.clause, ({ clauses }) => places(clauses), 10, 20),
    text(word.place, ({ cells }) => cells.slice(0, 3).join('、') + (cells.length > 3 ? '…' : ''), 12, 30),
  ];
  const widths = columns.map(({ width }) => width);
  const off = rules
    .filter((rule) => !findings.some((finding) => finding.rule === rule))
    .map((rule) => words.offRule(pack.rules[rule]?.title ?? rule, places(pack.rules[rule]?.clause ?? [])));
  const { head, heights } = headRows(context, title, columns.length, widths, [...(note === undefined ? [] : [note]), ...off]);
  const header: PlanCell[] = columns.map((column) => ({ value: column.header, style: book.style('header') }));
  const firstRow = head.length + 1;
  const clauseColumn = columns.length - 2;
  const shown = findings.slice(0, NOTED_ROWS);
  return {
    name: sheetName(title),
    tabColor: findings.some(({ status }) => status === 'unmet')
      ? 'C00000'
      : findings.some(({ status }) => status === 'explain')
        ? 'BF9000'
        : '548235',
    head: [...head, header],
    body: columns.map(({ body }) => body),
    bodyRows: findings.length,
    foot: [[{ value: findings.length === 0 ? words.noFindings : words.disclaimer, style: book.style('basis'), span: columns.length }]],
    widths,
    headHeights: [...heights, headerHeight(columns)],
    bodyHeights: bodyHeights(columns, findings.length),
    freeze: { rows: firstRow, columns: 2 },
    ...(findings.length > 0 && { filterRow: head.length }),
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes: shown.map(({ clauses }, row): CellNote => ({ row: firstRow + row, column: clauseColumn, text: clauseNote(pack, clauses) })),
    links: shown.flatMap(({ cells }, row) => {
      const link = linkTo(cells[0]);
      return link ? [{ row: firstRow + row, column: columns.length - 1, link }] : [];
    }),
    names: [],
  };
}
