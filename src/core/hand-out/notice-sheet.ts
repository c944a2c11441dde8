import type { SheetPlan } from '../plan';
import type { ReportContext } from '../report/report-context';
import { sheetName } from '../report/sheet-head';
import type { Role } from '../report/style-book';
import { linesIn } from '../report/width';
import { handOutWords as words } from '../words/hand-out';
import type { Block } from './block';
import { cautions, textLine, type Line } from './head';
import type { Paragraph } from './notice';
import { readingsOf } from './readings';

/** What an upright page holds at full size: some 26 characters of 15 points a line. */
const WIDTH = 76;

const looks: Readonly<Record<Paragraph['kind'], { readonly role: Role; readonly points: number }>> = {
  title: { role: 'noticeTitle', points: 18 },
  centre: { role: 'noticeCentre', points: 15 },
  addressee: { role: 'noticeText', points: 15 },
  heading: { role: 'noticeHeading', points: 15 },
  text: { role: 'noticeText', points: 15 },
  signature: { role: 'noticeSignature', points: 15 },
};

/** The notice, a paragraph a row, to be copied into the department's paper; below it a line for each zone. */
export function noticeSheet(context: ReportContext, blocks: readonly Block[], paragraphs: readonly Paragraph[]): SheetPlan {
  const { book } = context;
  const line = (text: string, role: Role, points: number): Line =>
    textLine(context, text, role, { width: WIDTH, span: 1, points, leading: 1.6 });
  const [title, ...rest] = paragraphs.map(({ kind, text }) => line(text, looks[kind].role, looks[kind].points));
  const readings = readingsOf(context, blocks);
  const lines = [
    title!,
    ...cautions(context).map((text) => line(text, 'handLine', 12)),
    ...rest,
    ...(readings.length > 0 ? [line(words.readings(context.pack.subject), 'handHeader', 12)] : []),
  ];
  return {
    name: sheetName(words.notice),
    tabColor: '375623',
    head: lines.map(({ cells }) => cells),
    body: readings.length > 0 ? [{ kind: 'text', values: readings, style: book.style('handNote') }] : [],
    bodyRows: readings.length,
    foot: [],
    widths: [WIDTH],
    headHeights: lines.map(({ height }) => height),
    bodyHeights: Float32Array.from(readings, (text) => linesIn(text, (WIDTH * 11) / 12) * 18 + 4),
    freeze: { rows: 0, columns: 0 },
    landscape: false,
    notes: [],
    links: [],
    names: [],
  };
}
