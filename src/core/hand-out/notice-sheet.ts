import type { SheetPlan } from '../plan';
import type { ReportContext } from '../report/report-context';
import { sheetName } from '../report/sheet-head';
import type { Role } from '../report/style-book';
import { linesIn } from '../report/width';
import { handOutWords as words } from '../words/hand-out';
import { textLine } from './head';
import type { NoticeLine } from './notice-lines';

/** What an upright page holds at full size: some 26 characters of 15 points a line. */
const WIDTH = 76;

const looks: Readonly<Record<Exclude<NoticeLine['kind'], 'reading'>, { readonly role: Role; readonly points: number }>> = {
  title: { role: 'noticeTitle', points: 18 },
  centre: { role: 'noticeCentre', points: 15 },
  addressee: { role: 'noticeText', points: 15 },
  heading: { role: 'noticeHeading', points: 15 },
  text: { role: 'noticeText', points: 15 },
  signature: { role: 'noticeSignature', points: 15 },
  caution: { role: 'handLine', points: 12 },
  readings: { role: 'handHeader', points: 12 },
};

/** The notice, a paragraph a row, to be copied into the department's paper; below it a line for each zone. */
export function noticeSheet(context: ReportContext, notice: readonly NoticeLine[]): SheetPlan {
  const { book } = context;
  const lines = notice.flatMap(({ kind, text }) => {
    if (kind === 'reading') return [];
    const { role, points } = looks[kind];
    return [textLine(context, text, role, { width: WIDTH, span: 1, points, leading: 1.6 })];
  });
  const readings = notice.flatMap(({ kind, text }) => (kind === 'reading' ? [text] : []));
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
