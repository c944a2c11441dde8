import { titleOf } from '../pack/references';
import type { PlanCell, SheetPlan } from '../plan';
import { columnWidth, textWidth } from '../report/width';
import { placeNamed } from '../report/jurisdiction';
import { cityTexts } from '../report/ranking-columns';
import type { ReportContext } from '../report/report-context';
import { sheetName } from '../report/sheet-head';
import { handOutWords as words } from '../words/hand-out';
import type { Block, Placed } from './block';
import { listedBy } from './block';
import { cautions, DEFAULT_POINTS, periodNamed, textLine, type Line } from './head';
import { mergeRuns } from './merge-runs';

interface ListColumn {
  readonly header: string;
  readonly width: number;
  /** What repeats in rows one below the other is said once. */
  readonly merged?: true;
  readonly pick: (placed: Placed, block: Block) => string | number;
}

/** Points of the rows, and their height. */
const POINTS = 12;
const ROW_HEIGHT = 22;
const TITLE_POINTS = 18;
/** Characters that a portrait page holds at its full size, and the column of names. */
const PAGE = 88;
const NAMES = 1;

/** Characters of the default size that a bold title takes on one line. */
const onLine = (title: string): number => Math.ceil(((textWidth(title) * TITLE_POINTS) / DEFAULT_POINTS) * 1.08) + 2;

/** The list that is published: place and name, no score, no measure and no colour; whoever waits for figures is only counted. */
export function publicList(context: ReportContext, blocks: readonly Block[]): SheetPlan {
  const { book, pack } = context;
  const title = words.listTitle(placeNamed(pack), pack.subject, periodNamed(context));
  const columns = columnsOf(context, blocks);
  const sum = columns.reduce((all, { width }) => all + width, 0);
  // Few columns would break the title; the names have room for it.
  const missing = Math.max(0, Math.min(onLine(title), PAGE) - sum);
  const widths = columns.map(({ width }, at) => (at === NAMES ? width + missing : width));
  const across = { width: widths.reduce((sum, one) => sum + one, 0), span: columns.length };
  const above: Line[] = [
    textLine(context, title, 'handTitle', { ...across, points: TITLE_POINTS, leading: 1.6 }),
    ...cautions(context).map((text) => textLine(context, text, 'handLine', { ...across, points: POINTS, leading: 1.5 })),
    { cells: columns.map(({ header }) => ({ value: header, style: book.style('handHeader') })), height: ROW_HEIGHT + 4 },
  ];
  const text = book.style('handText');
  const lines: Line[] = blocks.flatMap((block) => [
    ...(blocks.length > 1 ? [textLine(context, block.label, 'handGroup', { ...across, points: POINTS, leading: 1.5 })] : []),
    ...rowsOf(columns, block, text),
    ...leftOut(block).map((note) => textLine(context, note, 'handNote', { ...across, points: POINTS, leading: 1.5 })),
  ]);
  const all = [...above, ...lines];
  return {
    name: sheetName(words.list),
    tabColor: '375623',
    head: all.map(({ cells }) => cells),
    body: [],
    bodyRows: 0,
    foot: [],
    widths,
    headHeights: all.map(({ height }) => height),
    freeze: { rows: above.length, columns: 0 },
    repeatRows: { first: above.length - 1, last: above.length - 1 },
    landscape: false,
    notes: [],
    links: [],
    names: [],
  };
}

function rowsOf(columns: readonly ListColumn[], block: Block, style: number): Line[] {
  const rows = block.placed.map((placed) => columns.map(({ pick }): PlanCell => ({ value: pick(placed, block), style })));
  columns.forEach(({ merged }, column) => merged && mergeRuns(rows, column));
  return rows.map((cells) => ({ cells, height: ROW_HEIGHT }));
}

/** How many do not stand on the list, and because of what; never who. */
function leftOut({ placed, waiting, outside }: Block): string[] {
  return [
    ...(waiting.length > 0 ? [words.waiting(waiting.length, placed.length > 0)] : []),
    ...(outside > 0 ? [words.outside(outside)] : []),
  ];
}

function columnsOf(context: ReportContext, blocks: readonly Block[]): ListColumn[] {
  const { pack, figures } = context;
  const all = blocks.flatMap(({ placed }) => placed);
  const scales = new Map(blocks.flatMap(({ ranked: { grades } }) => grades.map(({ key, title }) => [key, title])));
  const praise = praised(context);
  const remark = ({ subject, tied }: Placed, { ranked }: Block): string =>
    [...(tied ? [words.tied] : []), ...(praise.get(ranked.id)?.get(subject) ?? [])].join('；');
  const remarks = blocks.flatMap((block) => block.placed.map((placed) => remark(placed, block)));
  const names = titleOf(pack, figures.tables.get(pack.main_table)?.spec.key ?? '');
  const city = cityTexts(context);
  // Text of 12 points is a seventh wider than what widths are counted in.
  const wide = (values: readonly string[], least: number, most: number): number =>
    Math.ceil(columnWidth('', values, { least, most }) * 1.15);
  return [
    { header: words.order, width: 10, pick: ({ rank }) => rank },
    {
      header: names,
      width: wide(
        all.map(({ subject }) => subject),
        36,
        52,
      ),
      pick: ({ subject }) => subject,
    },
    ...(city ? [{ header: words.city, width: wide(city, 14, 22), pick: ({ row }: Placed) => city[row] ?? '' }] : []),
    ...[...scales].map(([key, header]) => ({
      header,
      width: 12,
      merged: true as const,
      pick: ({ grades }: Placed) => grades.get(key) ?? '',
    })),
    ...(remarks.some((one) => one !== '') ? [{ header: words.remark, width: wide(remarks, 12, 26), pick: remark }] : []),
  ];
}

/** Lists of praise over several years (连续两年优秀), by ranking and zone: what a public list remarks on beside its places. */
function praised(context: ReportContext): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Map<string, string[]>>();
  for (const [id, rule] of Object.entries(context.pack.rules)) {
    if ((rule.kind !== 'position' && rule.kind !== 'grade') || !rule.in || rule.ranking === undefined) continue;
    const of = found.get(rule.ranking) ?? new Map<string, string[]>();
    found.set(rule.ranking, of);
    for (const { subject, title, status } of listedBy(context, id).findings)
      if (status === 'met') of.set(subject, [...(of.get(subject) ?? []), title]);
  }
  return found;
}
