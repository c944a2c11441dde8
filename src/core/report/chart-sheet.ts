import type { Area } from '../cell';
import type { PlanCell, SeriesFill, SheetChart, SheetPlan } from '../plan';
import { chartWords as words } from '../words/charts';
import { pageOf } from './print-fit';
import type { ReportContext } from './report-context';
import { headRows, sheetName } from './sheet-head';
import { columnWidth, headerHeight, heightOf, linesIn } from './width';

export interface ChartSeries {
  readonly title: string;
  /** NaN where there is none. */
  readonly values: Float64Array;
  readonly fill: SeriesFill;
}

/** A chart, and below it the table that it is drawn from. */
export interface ChartBlock {
  readonly title: string;
  readonly lines: readonly string[];
  readonly stacked: boolean;
  readonly axes: SheetChart['axes'];
  /** What stands before the names: places, or numbers. */
  readonly lead: { readonly title: string; readonly values: readonly number[] };
  readonly names: readonly string[];
  readonly series: readonly ChartSeries[];
  /** What they come to, in the table alone. */
  readonly total?: Pick<ChartSeries, 'title' | 'values'>;
  readonly format: string;
  /** Said where not all find room. */
  readonly firstOf: (shown: number, all: number) => string;
}

/** Points of height that a page holds. */
const PAGE = { portrait: 720, landscape: 480 } as const;
/** Points that a zone takes: one bar, or two. */
const EACH = { stacked: 14.5, beside: 22 } as const;
/** Points of a chart's title, axis and legend. */
const AROUND = 110;
const ROW = 18;
const SPACE_ROW = 15;
/** Characters of width. */
const LEAD = 6;
const COLUMN = { narrow: 6, least: 8, most: 14 } as const;

/** Charts one below the other, each above its table and none across two pages. */
export function chartSheet(
  context: ReportContext,
  title: string,
  more: readonly string[],
  blocks: readonly ChartBlock[],
  weighed: boolean,
): SheetPlan {
  const { widths, landscape } = columnsFor(blocks);
  const { head, heights } = headRows(context, title, widths.length, widths, more, weighed);
  const rows: PlanCell[][] = [...head];
  const rowHeights: number[] = [...heights];
  const charts: SheetChart[] = [];
  const pageBreaks: number[] = [];
  const page = PAGE[landscape ? 'landscape' : 'portrait'];
  const room = page - sumOf(heights) - AROUND;
  let used = sumOf(heights);
  for (const block of blocks) {
    const most = Math.floor(room / EACH[block.stacked ? 'stacked' : 'beside']);
    const made = blockRows(context, firstZones(block, most), widths, rows.length);
    const whole = sumOf(made.heights);
    if (charts.length > 0 && used + Math.min(whole, page) > page) {
      pageBreaks.push(rows.length);
      used = 0;
    }
    rows.push(...made.rows);
    rowHeights.push(...made.heights);
    charts.push(made.chart);
    // A table may go on over the page.
    used = (used + whole) % page;
  }
  return {
    name: sheetName(title),
    tabColor: '2F5597',
    head: rows,
    body: [],
    bodyRows: 0,
    foot: [],
    widths,
    headHeights: rowHeights,
    freeze: { rows: 0, columns: 0 },
    landscape,
    charts,
    pageBreaks,
    notes: [],
    links: [],
    names: [],
  };
}

const sumOf = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0);

/** Columns that hold the table of every block at full size: on an upright page, or else on a lying one, however narrow figures become there. */
function columnsFor(blocks: readonly ChartBlock[]): { widths: number[]; landscape: boolean } {
  const numbers = Math.max(...blocks.map(({ series, total }) => series.length + (total ? 1 : 0)));
  const names = columnWidth(
    '',
    blocks.flatMap((block) => block.names),
    { least: 14, most: 30 },
  );
  const left = (landscape: boolean): number => pageOf(numbers + 2, landscape) - LEAD - names;
  const landscape = left(false) < numbers * COLUMN.least;
  const each = Math.max(COLUMN.narrow, Math.min(COLUMN.most, Math.floor(left(landscape) / numbers)));
  // Figures want less of the room than names, and no table looks lost on the page.
  const rest = Math.max(0, left(landscape) - each * numbers);
  return { widths: [LEAD, names + rest, ...Array<number>(numbers).fill(each)], landscape };
}

function firstZones(block: ChartBlock, most: number): ChartBlock {
  const all = block.names.length;
  if (all <= most) return block;
  const cut = <S extends { readonly values: Float64Array }>(one: S): S => ({ ...one, values: one.values.slice(0, most) });
  return {
    ...block,
    lines: [block.firstOf(most, all), ...block.lines],
    lead: { ...block.lead, values: block.lead.values.slice(0, most) },
    names: block.names.slice(0, most),
    series: block.series.map(cut),
    ...(block.total && { total: cut(block.total) }),
  };
}

/** @param from the sheet's row with which the block begins */
function blockRows(
  { book }: ReportContext,
  block: ChartBlock,
  widths: readonly number[],
  from: number,
): { rows: PlanCell[][]; heights: number[]; chart: SheetChart } {
  const { title, series, total, names, lead, format } = block;
  const span = widths.length;
  const room = widths.reduce((sum, width) => sum + width, 0);
  const overAll = (text: string, style: number): PlanCell[] => [{ value: text, style, span }];
  const space = Math.ceil((AROUND + names.length * EACH[block.stacked ? 'stacked' : 'beside']) / SPACE_ROW);
  const columns = [...series, ...(total ? [total] : [])];
  const header = [lead.title, block.axes.zones, ...columns.map((column) => column.title)];
  const [centre, text, number] = [book.style('centre'), book.style('text'), book.style('number', undefined, format)];
  const table = names.map((name, row): PlanCell[] => [
    { value: lead.values[row]!, style: centre },
    { value: name, style: text },
    ...columns.map(({ values }): PlanCell => ({ value: Number.isNaN(values[row]!) ? null : values[row]!, style: number })),
  ]);
  // What stands below a chart is seen where none is drawn.
  const below = overAll(words.below, book.style('basis'));
  const rows = [
    ...Array.from({ length: space }, (_, row) => (row === 1 ? below : [])),
    [],
    overAll(title, book.style('group')),
    ...block.lines.map((line) => overAll(line, book.style('basis'))),
    header.map((value): PlanCell => ({ value, style: book.style('header') })),
  ];
  const top = from + rows.length;
  const areaAt = (column: number): Area => ({ top, bottom: top + names.length - 1, left: column, right: column });
  return {
    rows: [...rows, ...table, []],
    heights: [
      ...Array<number>(space + 1).fill(SPACE_ROW),
      22,
      ...block.lines.map((line) => heightOf(linesIn(line, room))),
      headerHeight(header.map((one, at) => ({ header: one, width: widths[at]! }))),
      ...names.map(() => ROW),
      SPACE_ROW,
    ],
    chart: {
      title,
      stacked: block.stacked,
      axes: block.axes,
      zones: { area: areaAt(1), values: names },
      series: series.map((one, at) => ({ ...one, area: areaAt(at + 2) })),
      format,
      over: { top: from, bottom: from + space - 1, left: 0, right: span - 1 },
    },
  };
}

/** Fills for so many series that each is told from the next in a grey print: dark and light by turns, some of them striped. */
const FILLS: readonly SeriesFill[] = [
  { color: '1F4E79' },
  { color: 'BDD7EE' },
  { color: '2E75B6' },
  { color: 'F2F2F2' },
  { color: '1F4E79', hatch: 'up' },
  { color: '595959' },
  { color: '9DC3E6' },
  { color: '7F7F7F' },
  { color: 'DDEBF7' },
  { color: '2E75B6', hatch: 'down' },
];
export const fillOf = (at: number): SeriesFill => FILLS[at % FILLS.length]!;

/** What is added and taken away stands apart from the parts. */
export const ADJUSTED: SeriesFill = { color: '7F4F00', hatch: 'down' };
