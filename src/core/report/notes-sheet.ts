import { ASSESSMENT_DAY } from '../period/assessment-day';
import { WEIGHTS_GROUND } from '../parameters/weights-ground';
import { DATA_YEAR } from '../period/data-year';
import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { placeOf, toldProblems } from '../told-problems';
import { dataCheckWords as checkWords } from '../words/data-check';
import { reportWords as words } from '../words/report';
import { linkTo } from './cell-link';
import { places } from '../pack/clause-place';
import { onPage } from './print-fit';
import type { ReportContext } from './report-context';
import { headRows, sheetName } from './sheet-head';
import type { Tone } from './style-book';
import { bodyHeights, columnWidth, headerHeight } from './width';

interface Line {
  readonly kind: string;
  readonly severity: string;
  readonly tone?: Tone | undefined;
  readonly place: string;
  /** The cell that its link leads to, where the place names several. */
  readonly first?: string;
  readonly content: string;
  readonly next: string;
}

/** As in the pane: what could not be used counts as missing, and missing is grey. */
const severityTone = { block: 'unmet', error: 'missing', warning: 'explain', info: undefined } as const;
const severityOrder = { block: 0, error: 1, warning: 2, info: 3 } as const;

/** What was missing, assumed, decided or left to the user: nothing is settled silently. */
export function notesSheet(context: ReportContext): SheetPlan {
  const { book } = context;
  const lines = [
    ...problemLines(context),
    ...acceptedLines(context),
    ...checkLines(context),
    ...periodLines(context),
    ...parameterLines(context),
    ...decisionLines(context),
  ];
  const word = words.notes;
  const text = (
    header: string,
    pick: (line: Line) => string,
    least: number,
    most: number,
  ): { header: string; body: BodyColumn; width: number } => {
    const values = lines.map(pick);
    return { header, body: { kind: 'text', values, style: book.style('text') }, width: columnWidth(header, values, { least, most }) };
  };
  const severity = text(word.severity, (line) => line.severity, 10, 12);
  const made = [
    text(word.kind, ({ kind }) => kind, 10, 14),
    { ...severity, body: { ...severity.body, styles: Uint16Array.from(lines, ({ tone }) => book.style('centre', tone)) } },
    text(word.place, ({ place }) => place, 14, 28),
    text(word.content, ({ content }) => content, 40, 70),
    text(word.next, ({ next }) => next, 30, 60),
  ];
  const columns = onPage(made, true);
  const widths = columns.map(({ width }) => width);
  const { head, heights } = headRows(context, words.sheets.notes, columns.length, widths, []);
  const header: PlanCell[] = columns.map((column) => ({ value: column.header, style: book.style('header') }));
  const firstRow = head.length + 1;
  return {
    name: sheetName(words.sheets.notes),
    tabColor: '7F7F7F',
    head: [...head, header],
    body: columns.map(({ body }) => body),
    bodyRows: lines.length,
    foot: lines.length > 0 ? [] : [[{ value: words.notes.none, style: book.style('basis'), span: columns.length }]],
    widths,
    headHeights: [...heights, headerHeight(columns)],
    bodyHeights: bodyHeights(columns, lines.length),
    freeze: { rows: firstRow, columns: 0 },
    ...(lines.length > 0 && { filterRow: head.length }),
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes: [],
    links: lines.flatMap(({ place, first = place }, row) => {
      const link = linkTo(first);
      return link ? [{ row: firstRow + row, column: 2, link }] : [];
    }),
    names: [],
  };
}

function problemLines({ problems }: ReportContext): Line[] {
  return toldProblems(problems)
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
    .map((problem) => ({
      kind:
        problem.code === 'rule-off' ? words.notes.off : problem.code === 'rule-missing-input' ? words.notes.missing : words.notes.problem,
      severity: words.severity[problem.severity],
      tone: severityTone[problem.severity],
      place: placeOf(problem),
      ...(problem.sheet !== undefined && problem.cell !== undefined && { first: `${problem.sheet}!${problem.cell}` }),
      content: problem.message,
      next: problem.nextStep,
    }));
}

/** What persons accepted: where, what stands there, and how it counts. */
function acceptedLines({ decisions }: ReportContext): Line[] {
  return decisions.map(({ sheet, cell, seen, words: accepted }) => ({
    kind: words.notes.accepted,
    severity: '',
    place: `${sheet}!${cell}`,
    content: words.accepted(seen, accepted),
    next: words.notes.ofAccepted,
  }));
}

/** A clean bill is worth a line; what was found has a sheet of its own. */
function checkLines({ checks: { made, findings } }: ReportContext): Line[] {
  if (made === 0 || findings.length > 0) return [];
  return [{ kind: checkWords.kind, severity: '', place: '', content: checkWords.none(made), next: checkWords.noneNext }];
}

/** The year of the figures and the day of the assessment hold whether the user stated them or not. */
function periodLines({ day, dataYear }: ReportContext): Line[] {
  const line = (place: string | undefined, content: string, next: string): Line => ({
    kind: words.notes.parameter,
    severity: '',
    place: place ?? '',
    content,
    next,
  });
  return [line(dataYear.place, words.dataYear(dataYear), words.notes.ofYear), line(day.cell, words.asOf(day), words.notes.ofDay)];
}

function parameterLines({ pack, figures }: ReportContext): Line[] {
  const { parameters } = figures.settings;
  // Where nobody names a document for the weights, the sheets that rest on them say so.
  const elsewhere = new Set<string>([DATA_YEAR, ASSESSMENT_DAY, ...Object.values(WEIGHTS_GROUND).filter((key) => !parameters.has(key))]);
  const others = Object.entries(pack.parameters).filter(([key]) => !elsewhere.has(key));
  return others.map(([key, parameter]) => {
    const set = parameters.get(key);
    const value = set === undefined ? words.unset : `${set.value}${parameter.unit ?? ''}`;
    const source = parameter.clause
      ? words.fromClause(places(parameter.clause))
      : parameter.decided
        ? words.fromDecision(parameter.decided.join('、'))
        : words.fromDefault;
    return {
      kind: words.notes.parameter,
      severity: '',
      place: set?.cell ?? '',
      content: words.parameterSet(parameter.title, value),
      next: set === undefined ? words.unsetNext : set.cell === undefined ? source : words.fromWorkbook(set.cell),
    };
  });
}

function decisionLines({ pack }: ReportContext): Line[] {
  return Object.entries(pack.decided).map(([id, { what, why }]) => ({
    kind: words.notes.decision,
    severity: '',
    place: '',
    content: words.decision(id, what),
    next: why,
  }));
}
