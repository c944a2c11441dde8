import { isDecided, type Finding } from '../judge/finding';
import { resolve, titleOf } from '../pack/references';
import type { ResultSheet } from '../pack/schema';
import type { BodyColumn, CellNote, PlanCell, SheetPlan } from '../plan';
import { reportWords as words } from '../words/report';
import { judgeWords } from '../words/judge';
import { lineKey } from '../rule-book/rule-line';
import { clauseNote, NOTED_ROWS } from './clause-note';
import type { ReportContext } from './report-context';
import { restsOnWeights } from './rests-on-weights';
import { headRows, sheetName } from './sheet-head';
import { findingTone } from './style-book';
import { subjectHeader } from './subject-header';
import { ruleLines } from './unmade';
import { bodyHeights, columnWidth, headerHeight } from './width';

const worst = (findings: readonly Finding[]): Finding['status'] | undefined =>
  (['unmet', 'missing', 'explain', 'met'] as const).find((status) => findings.some((finding) => finding.status === status));

/** What somebody entered for a subject in a column of words; a dash where nothing is. */
function enteredFor({ pack, figures }: ReportContext, reference: string, subject: string): string {
  const target = resolve(pack, reference);
  const row = target?.kind === 'column' ? figures.rowByKey(target.table, subject) : undefined;
  const found = target?.kind === 'column' && row !== undefined ? figures.textAt(target.table, row, reference)?.text : undefined;
  return found === undefined || found === '' ? '—' : found;
}

/** One line a subject, one column a rule, and the worst of them first: for projects and for year-on-year figures. */
export function matrixSheet(context: ReportContext, sheet: ResultSheet): SheetPlan {
  const { pack, book, judgement } = context;
  const bySubject = new Map<string, Map<string, Finding>>();
  for (const finding of judgement.findings) {
    if (!sheet.rules.includes(finding.rule) || judgement.silent.has(finding.rule)) continue;
    const row = bySubject.get(finding.subject) ?? new Map<string, Finding>();
    row.set(finding.rule, finding);
    bySubject.set(finding.subject, row);
  }
  const subjects = [...bySubject.keys()];
  const rules = sheet.rules.filter((rule) => subjects.some((subject) => bySubject.get(subject)!.has(rule)));
  const off = ruleLines(context, sheet.rules, (rule) => rules.includes(rule));
  const shown = (finding: Finding | undefined): string =>
    finding ? [finding.word, finding.value ?? ''].filter((part) => part !== '').join(' ') : '—';
  const overall = subjects.map((subject) => worst([...bySubject.get(subject)!.values()]));
  const countOf = (subject: string): string => {
    const all = [...bySubject.get(subject)!.values()];
    const open = all.filter((finding) => !isDecided(finding)).length;
    return words.hits(all.filter((finding) => isDecided(finding) && finding.status !== 'met').length, open);
  };
  const column = (
    header: string,
    values: string[],
    styles: Uint16Array | undefined,
    least: number,
    most: number,
  ): { header: string; body: BodyColumn; width: number } => ({
    header,
    body: { kind: 'text', values, style: book.style(styles ? 'centre' : 'text'), ...(styles && { styles }) },
    width: columnWidth(header, values, { least, most }),
  });
  const columns = [
    column(subjectHeader(pack, sheet.rules), subjects, undefined, 16, 36),
    column(
      words.overall,
      overall.map((status) => (status ? judgeWords.status[status] : '—')),
      Uint16Array.from(overall, (status) => book.style('centre', status)),
      10,
      12,
    ),
    ...(sheet.counted === undefined ? [] : [column(sheet.counted, subjects.map(countOf), undefined, 8, 14)]),
    ...rules.map((rule) =>
      column(
        pack.rules[rule]?.title ?? rule,
        subjects.map((subject) => shown(bySubject.get(subject)!.get(rule))),
        Uint16Array.from(subjects, (subject) => {
          const finding = bySubject.get(subject)!.get(rule);
          return book.style('centre', finding && findingTone(finding));
        }),
        12,
        30,
      ),
    ),
    ...(sheet.columns ?? []).map((reference) =>
      column(
        titleOf(pack, reference),
        subjects.map((subject) => enteredFor(context, reference, subject)),
        undefined,
        12,
        30,
      ),
    ),
  ];
  const before = sheet.counted === undefined ? 2 : 3;
  const widths = columns.map(({ width }) => width);
  const weighed = sheet.rules.some((rule) => restsOnWeights(pack, rule));
  const more = [...(sheet.note === undefined ? [] : [sheet.note]), ...off];
  const { head, heights } = headRows(context, sheet.title, columns.length, widths, more, weighed);
  const firstRow = head.length + 1;
  const header: PlanCell[] = columns.map((one, index) => {
    const rule = index < before ? undefined : pack.rules[rules[index - before] ?? ''];
    return { value: one.header, style: book.style('header'), ...(rule && { note: clauseNote(pack, rule.clause) }) };
  });
  const notes = subjects.slice(0, Math.floor(NOTED_ROWS / Math.max(1, rules.length))).flatMap((subject, row) =>
    rules.flatMap((rule, index): CellNote[] => {
      const finding = bySubject.get(subject)!.get(rule);
      return finding && finding.status !== 'met' ? [{ row: firstRow + row, column: index + before, text: finding.sentence }] : [];
    }),
  );
  const name = sheetName(sheet.title);
  rules.forEach((rule, at) => context.anchors.take(lineKey('rules', rule), { name }, head.length, at + 2));
  sheet.rules.forEach((rule) => context.anchors.take(lineKey('rules', rule), { name }));
  return {
    name,
    tabColor: overall.includes('unmet') ? 'C00000' : overall.includes('explain') ? 'BF9000' : '548235',
    head: [...head, header],
    body: columns.map(({ body }) => body),
    bodyRows: subjects.length,
    foot: [[{ value: subjects.length === 0 ? words.noFindings : words.disclaimer, style: book.style('basis'), span: columns.length }]],
    widths,
    headHeights: [...heights, headerHeight(columns)],
    bodyHeights: bodyHeights(columns, subjects.length),
    freeze: { rows: firstRow, columns: 2 },
    ...(subjects.length > 0 && { filterRow: head.length }),
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes,
    links: [],
    names: [],
  };
}
