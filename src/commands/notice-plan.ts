import type { CellLink, CellStyle, Plan, PlanCell } from '../core/plan';
import type { Problem, Severity } from '../core/problem';
import { textWidth } from '../core/report/width';
import { placeOf, toldProblems } from '../core/told-problems';
import { NOTICE } from '../hosts/excel/open-excel';
import { noticeWords as words } from './words';

export interface Notice {
  readonly title: string;
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

const SEVERITIES: readonly Severity[] = ['block', 'error', 'warning', 'info'];
const WIDTHS = [10, 22, 60, 60];
const STYLE = { title: 0, line: 1, header: 2, text: 3, link: 4, block: 5, error: 6, warning: 7, info: 8 } as const;
const cell: CellStyle = { align: 'left', valign: 'center', wrap: true, border: true };
const STYLES: readonly CellStyle[] = [
  { bold: true, size: 16, color: '1F3864', align: 'left' },
  { size: 10, color: '404040', align: 'left', wrap: true },
  { bold: true, fill: 'D9E2F3', color: '1F3864', align: 'center', border: true },
  cell,
  { ...cell, color: '0563C1', underline: true },
  { ...cell, align: 'center', fill: 'FFC7CE', color: '9C0006' },
  { ...cell, align: 'center', fill: 'D9D9D9', color: '595959' },
  { ...cell, align: 'center', fill: 'FFEB9C', color: '7F4F00' },
  { ...cell, align: 'center' },
];
const LINE_POINTS = 15;

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (width - 1))), 0);

/** A small sheet that says what happened: a title, a few lines, and the problems, worst first, each with its place and next step. */
export function noticePlan({ title, lines, problems }: Notice, at: string): Plan {
  const told = toldProblems(problems);
  const sorted = SEVERITIES.flatMap((severity) => told.filter((problem) => problem.severity === severity));
  const whole = WIDTHS.reduce((sum, width) => sum + width, 0);
  const said = [...lines, words.lifetime];
  const head: PlanCell[][] = [
    [{ value: title, style: STYLE.title, span: WIDTHS.length }],
    ...said.map((value): PlanCell[] => [{ value, style: STYLE.line, span: WIDTHS.length }]),
    ...(sorted.length > 0 ? [words.columns.map((value): PlanCell => ({ value, style: STYLE.header }))] : []),
  ];
  const links = sorted.flatMap(({ sheet, cell: on }, n): { row: number; column: number; link: CellLink }[] =>
    sheet === undefined ? [] : [{ row: head.length + n, column: 1, link: { sheet, cell: on ?? 'A1' } }],
  );
  return {
    mark: { pack: NOTICE, version: '1', input: '', at },
    styles: STYLES,
    sheets: [
      {
        name: words.sheet,
        tabColor: 'C00000',
        head,
        headHeights: [28, ...said.map((line) => linesOf(line, whole) * LINE_POINTS), ...(sorted.length > 0 ? [20] : [])],
        body: [
          {
            kind: 'text',
            values: sorted.map(({ severity }) => words.severity[severity]),
            style: STYLE.info,
            styles: Uint16Array.from(sorted, ({ severity }) => STYLE[severity]),
          },
          {
            kind: 'text',
            values: sorted.map(placeOf),
            style: STYLE.text,
            styles: Uint16Array.from(sorted, ({ sheet }) => (sheet === undefined ? STYLE.text : STYLE.link)),
          },
          { kind: 'text', values: sorted.map(({ message }) => message), style: STYLE.text },
          { kind: 'text', values: sorted.map(({ nextStep }) => nextStep), style: STYLE.text },
        ],
        bodyRows: sorted.length,
        bodyHeights: Float32Array.from(sorted, ({ message, nextStep }) =>
          Math.min(400, Math.max(linesOf(message, WIDTHS[2]!), linesOf(nextStep, WIDTHS[3]!), 1) * LINE_POINTS + 3),
        ),
        foot: [],
        widths: WIDTHS,
        freeze: { rows: sorted.length > 0 ? head.length : 0, columns: 0 },
        ...(sorted.length > 0 && { filterRow: head.length - 1 }),
        landscape: true,
        notes: [],
        links,
        names: [],
      },
    ],
  };
}
