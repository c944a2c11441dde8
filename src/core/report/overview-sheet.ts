import { FACES } from '../sheet-choices';
import type { FindingStatus } from '../judge/finding';
import { sheetsOf } from '../table/placed-table';
import type { PlanCell, SheetPlan } from '../plan';
import { faceWords } from '../words/faces';
import { reportWords as words } from '../words/report';
import { coverLines } from './cover-lines';
import { jurisdictionName } from './jurisdiction';
import type { ReportContext } from './report-context';
import { gapLines, headRows, methodLine, sheetName } from './sheet-head';
import type { UnmadeSheet } from './unmade';
import { weightsLine } from './weights-line';
import { heightOf, linesIn } from './width';

/** Of a merged cell's width, what fonts that run wider than ours still leave for a line. */
const SAFE = 0.93;

const STATUSES: readonly FindingStatus[] = ['unmet', 'explain', 'missing', 'met'];

/** The first sheet: which document and year, who took part and what came of it, weights and method, how many of each colour, where to find what; technical marks last. */
export function overviewSheet(
  context: ReportContext,
  sheets: readonly string[],
  unmade: readonly UnmadeSheet[],
  cards: readonly Pick<SheetPlan, 'name'>[] = [],
): SheetPlan {
  const { pack, figures, book, ranked, judgement, day, dataYear } = context;
  const word = words.overview;
  const widths = [26, 36, 36];
  const { head, heights } = headRows(context, words.sheets.overview, widths.length, widths, [...gapLines(context), words.disclaimer]);
  const label = book.style('header');
  const text = book.style('text');
  const row = (name: string, value: string | number, style = text): PlanCell[] => [
    { value: name, style: label },
    { value, style, span: 2 },
  ];
  const tables = [...figures.tables.values()].map((table) => word.table(sheetsOf(table).join('、'), table.rows.length)).join('；');
  const room = SAFE * (widths[1]! + widths[2]!);
  const heightOfRow = ([, cell]: readonly PlanCell[]): number =>
    cell === undefined ? 20 : heightOf(linesIn(String(cell.value ?? ''), room)) + 3;
  const lines: PlanCell[][] = [
    row(word.document, pack.title),
    row(word.number, pack.number ?? word.numberNone),
    row(
      word.jurisdiction,
      pack.jurisdiction.inferred === undefined
        ? pack.jurisdiction.name
        : words.inferredBecause(jurisdictionName(pack), pack.jurisdiction.inferred),
    ),
    row(word.dataYear, words.yearText(dataYear)),
    row(word.asOf, words.dayText(day)),
    ...coverLines(context).map(({ title, lines: said }) => row(title, said.join('\n'))),
    row(word.weights, weightsLine(ranked.basis, ranked.ground, ranked.dataWeighting).text),
    row(word.method, methodLine(context)),
    ...STATUSES.map((status) =>
      row(
        words.statusTitle[status],
        judgement.findings.filter((finding) => finding.status === status).length,
        book.style('centre', status),
      ),
    ),
  ];
  const [card] = cards;
  const listed = [
    ...sheets.map((name) => ({ name, said: name })),
    // Pages of single zones follow one another, so the first leads to all.
    ...(card ? [{ name: card.name, said: faceWords.cards(cards.length, card.name) }] : []),
  ];
  const links: PlanCell[][] = listed.map(({ name, said }, index) => [
    { value: index === 0 ? word.sheets : '', style: label },
    { value: said, style: book.style('link'), span: 2, link: { sheet: name, cell: 'A1' } },
  ]);
  const left = FACES.filter((face) => !context.faces.has(face));
  const unwritten = left.length === 0 ? [] : [row(faceWords.leftOut, faceWords.leftOutOf(left))];
  const absent: PlanCell[][] = unmade.flatMap(({ title, why }, index) => [
    ...(index === 0 ? [[{ value: word.unmade, style: book.style('sub'), span: widths.length }]] : []),
    row(title, why),
  ]);
  const technical: PlanCell[][] = [
    [{ value: word.technical, style: book.style('sub'), span: widths.length }],
    row(word.source, tables),
    row(word.pack, word.packOf(pack.pack, pack.version)),
  ];
  return {
    name: sheetName(words.sheets.overview),
    tabColor: '1F3864',
    head: [...head, ...lines, ...links, ...unwritten, ...absent, ...technical],
    body: [],
    bodyRows: 0,
    foot: [],
    widths,
    headHeights: [
      ...heights,
      ...lines.map(heightOfRow),
      ...links.map(() => 18),
      ...unwritten.map(heightOfRow),
      ...absent.map(([first, cell]) =>
        cell === undefined
          ? 20
          : heightOf(
              Math.max(linesIn(String(first?.value ?? ''), widths[0]!), linesIn(String(cell?.value ?? ''), widths[1]! + widths[2]!)),
            ) + 3,
      ),
      ...technical.map(heightOfRow),
    ],
    freeze: { rows: head.length, columns: 0 },
    landscape: false,
    notes: [],
    links: [],
    names: [],
  };
}
