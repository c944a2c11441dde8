import { roundHalfUp } from '../decimal';
import { titleOf } from '../pack/references';
import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { changesPoints } from '../ranking/adjustments';
import { lacksWhatOthersHave, placesOf, type RankedPopulation } from '../ranking/population';
import { branchesOf, type ScoreBranch } from '../score/tree';
import { TOTAL } from '../ranking/total';
import { reportWords as words } from '../words/report';
import { adjustmentCellNotes, adjustmentColumns, withAdjustmentFormulas, type AdjustmentColumn } from './adjustment-columns';
import { gradeColumns } from './grade-columns';
import { liveLooks, living } from './live-looks';
import { movedColumns } from './moved-columns';
import { headerOf } from './own-header';
import { aboutColumns, fitted, intervalColumn, narrowed, saysNothing, subjectOf, type Fitted, type RankingColumn } from './ranking-columns';
import { asCells, lineRow, meanRow, rowsOf, type FootRow } from './ranking-foot';
import { basisLine, rankingNotes } from './ranking-notes';
import { listedBy, rankNotes, remarksOf, toneOf, type Rows } from './ranking-remarks';
import type { ReportContext } from './report-context';
import { sheetName, signedHead } from './sheet-head';
import { decimalFormat } from './style-book';
import { yearColumns, withMeanFormula } from './year-columns';
import { bodyHeights, columnWidth, headerHeight } from './width';

/** With more zones whose places are open, they keep their rows behind the others. */
const BLOCK = 200;

/** Points of a row at least: more air than on a working sheet. */
const ROW = 19;

/** Rows between the last of the ranks and those whose places are open: the line that says what follows. */
const BETWEEN = 1;

interface Columns {
  /** As they stand on the sheet. */
  readonly all: readonly RankingColumn[];
  /** Those of them that lead to the total, each by itself. */
  readonly adjustments: readonly AdjustmentColumn[];
  readonly total: RankingColumn;
  /** Totals of earlier years, and last their mean. */
  readonly years: readonly RankingColumn[];
  /** Where last year's places come from. */
  readonly lastNote: string | undefined;
}

/** The sheet that is signed: places, totals and dimension scores of one population, best first; list rules colour the place and name themselves in the remark. */
export function rankingSheet(context: ReportContext, ranked: RankedPopulation): SheetPlan {
  const { pack, book } = context;
  const rows: Rows = { ...inBlocks(ranked), listed: listedBy(context, ranked) };
  const { order, settled } = rows;
  const made = columnsOf(context, ranked, rows);
  const { shown, isTogether } = onPage(context, made, rows);
  const widths = shown.columns.map(({ width }) => width);
  const isOfFigures = ranked.by !== undefined && Object.hasOwn(pack.indicators, ranked.by);
  const { head, heights } = signedHead(context, { title: ranked.title, subject: subjectOf(context, ranked) }, widths, isOfFigures);
  const headerRow = head.length;
  const firstRow = headerRow + 2;
  const rowOf = (index: number): number => firstRow + index + (index < settled ? 0 : BETWEEN);
  const isAdjustedLive = ranked.by === undefined && changesPoints(pack) && context.live && !isTogether;
  const columns = withFormulas(context, ranked, { made, shown: shown.columns, order, rowOf, isAdjustedLive });
  const firstAdjusted = made.adjustments[0] && !isTogether ? columns.findIndex(({ header }) => header === made.adjustments[0]!.header) : 0;
  const isShown = new Set(columns.map(({ header }) => header));
  const left = made.all.filter(({ header }) => !isShown.has(header) && header !== words.remark);
  const notes = rankingNotes(context, ranked, {
    last: made.lastNote,
    empty: left.filter(saysNothing),
    tooWide: left.filter((column) => !saysNothing(column)),
    isLive: isAdjustedLive,
    isGrey: order.some((place) => ranked.rank[place] === 0 || lacksWhatOthersHave(ranked, place)),
  });
  const foot = footRows(context, columns, rows, [basisLine(context, ranked), ...words.notesOf(notes)]);
  const mean = meanRow(context, columns, decimalFormat(pack.scoring.show_decimals), rangesOf(rows, rowOf));
  const header = columns.map(({ header: value, headerNote: note }): PlanCell => ({
    value,
    style: book.style('header'),
    ...(note !== undefined && { note }),
  }));
  return {
    name: sheetName(ranked.title),
    tabColor: '2F5597',
    head: [...head, header, mean.cells],
    body: columns.map(({ body }) => rowsOf(body, 0, settled)),
    bodyRows: settled,
    foot: foot.map(({ cells }) => cells),
    widths,
    headHeights: [...heights, headerHeight(columns), mean.height],
    bodyHeights: bodyHeights(columns, settled).map((height) => Math.max(height, ROW)),
    footHeights: foot.map(({ height }) => height),
    freeze: { rows: firstRow, columns: 2 },
    // Sorting by a filter leaves the mean where it is.
    filterRow: firstRow - 1,
    repeatRows: { first: headerRow, last: headerRow },
    landscape: shown.landscape,
    looks: liveLooks(book, columns, rowOf),
    notes: [
      ...rankNotes(rows, rowOf),
      ...(isTogether ? [] : adjustmentCellNotes(made.adjustments, order, { rowOf, firstColumn: firstAdjusted })),
    ],
    links: [],
    names: [],
  };
}

/**
 * Who is placed for good stands in the table; who has no place, or may come to several, below it. Where most may come to several, such a table would
 * say little: who has a place stands in it then, beside the places that are possible.
 */
function inBlocks(ranked: RankedPopulation): Pick<Rows, 'order' | 'settled'> {
  const order = Array.from(ranked.order);
  const unplaced = order.filter((place) => ranked.rank[place] === 0);
  const open = order.filter((place) => {
    const interval = placesOf(ranked, place);
    return ranked.rank[place] === 0 || interval?.[0] !== interval?.[1];
  });
  const below = open.length * 2 <= order.length ? open : unplaced;
  if (below.length > BLOCK || below.length === order.length) return { order, settled: order.length };
  const isBelow = new Set(below);
  return { order: [...order.filter((place) => !isBelow.has(place)), ...below], settled: order.length - below.length };
}

/** Everything that the sheet has to say, wherever a page can hold it. */
function columnsOf(context: ReportContext, ranked: RankedPopulation, rows: Rows): Columns {
  const { pack, figures, book } = context;
  const { order, listed } = rows;
  const { by } = ranked;
  const names = order.map((place) => figures.subject({ table: pack.main_table }, ranked.rows[place]!));
  const adjusting = adjustmentColumns(context, ranked, order).filter((column) => !saysNothing(column));
  // Where nothing changes the total, it is not told twice.
  const adjustments = adjusting.length > 1 ? adjusting : [];
  const numbers = numbersOf(context, order);
  const years = yearColumns(context, ranked, numbers).map((column) => ({ ...column, averaged: true as const }));
  const total: RankingColumn = {
    header: years.length > 0 ? words.thisYear(pack.period) : totalHeader(context, ranked),
    body: numbers(ranked.adjusted.totals),
    width: by === undefined ? 9 : 16,
    ...(by === undefined && { least: 8 }),
    averaged: true,
  };
  const remarks = remarksOf(context, ranked, adjustments, rows);
  const last = movedColumns(context, ranked, order);
  const dimensions = by === undefined ? dimensionColumns(context, ranked, numbers) : [];
  const all: RankingColumn[] = [
    {
      header: words.rank,
      body: {
        kind: 'number',
        values: Float64Array.from(order, (place) => ranked.rank[place] || NaN),
        style: book.style('centre'),
        styles: Uint16Array.from(order, (place) => book.style('centre', toneOf(ranked, place, listed.get(place) ?? []))),
      },
      width: 6,
      least: 5,
    },
    {
      header: titleOf(pack, figures.tables.get(pack.main_table)?.spec.key ?? ''),
      body: { kind: 'text', values: names, style: book.style('text') },
      width: columnWidth('', names, { least: 14, most: 36 }),
      least: columnWidth('', names, { least: 14, most: 20 }),
      early: columnWidth('', names, { least: 14, most: 28 }),
    },
    ...aboutColumns(context, ranked, order),
    // What changes the total stands between its parts and itself.
    ...(adjustments.length === 0 ? [total, ...years, ...dimensions] : [...dimensions, ...adjustments, total, ...years]),
    ...last.columns,
    ...intervalColumn(context, ranked, order),
    ...gradeColumns(context, ranked, order),
    {
      header: words.remark,
      body: { kind: 'text', values: remarks, style: book.style('text') },
      width: columnWidth(words.remark, remarks, { least: 8, most: 60 }),
      least: columnWidth(words.remark, remarks, { least: 8, most: 14 }),
      early: columnWidth(words.remark, remarks, { least: 8, most: 24 }),
    },
  ];
  return { all, adjustments, total, years, lastNote: last.note };
}

/** Scores of the dimensions, their weights in the headers where one set is for everybody. */
function dimensionColumns(
  { pack }: ReportContext,
  ranked: RankedPopulation,
  numbers: (values: Float64Array) => BodyColumn,
): RankingColumn[] {
  const shareOf = sharesIn(ranked);
  const weightOf = (branch: ScoreBranch): string | undefined => {
    const share = shareOf(branch);
    if (share === undefined) return undefined;
    return ranked.marks === undefined ? words.percent(roundHalfUp(share * 100, 2)) : words.marksOf(roundHalfUp(share * ranked.marks, 2));
  };
  return branchesOf(ranked.tree)
    .filter(({ id }) => id !== TOTAL)
    .map((branch): RankingColumn => {
      const title = headerOf(pack.dimensions[branch.id]?.basis, branch.title ?? branch.id);
      const weight = weightOf(branch);
      return {
        header: weight === undefined ? title : words.weighed(title, weight),
        body: numbers(ranked.scores.nodeScores.get(branch.id)!),
        width: columnWidth(title, [], { least: 11, most: 16 }),
        least: 8,
        spare: true,
        averaged: true,
      };
    });
}

/** What each dimension weighs in the total, where that is the same for all on the sheet. What is not scored has given its weight to the others, so that rows add up. */
function sharesIn({ coverage: { contents }, weightSets, weightSetOf }: RankedPopulation): (branch: ScoreBranch) => number | undefined {
  if (weightSetOf) {
    const [set, ...more] = new Set(weightSetOf);
    const isWhole = more.length === 0 && contents.every(({ unscored }) => unscored === undefined);
    return ({ id }) => (isWhole && set !== undefined ? weightSets[set]?.shares.get(id) : undefined);
  }
  const shares = new Map(contents.map(({ id, share }) => [id, share]));
  return (branch) => {
    const below = branchesOf(branch).flatMap(({ id }) => shares.get(id) ?? []);
    return below.length === 0 ? undefined : below.reduce((sum, share) => sum + share, 0);
  };
}

/** As the page holds them: all; narrowed; what adjusts the total as one column; without the dimensions, which stand on 得分明细 as well. */
function onPage(
  context: ReportContext,
  { all, adjustments, total }: Columns,
  { order }: Rows,
): { shown: Fitted<RankingColumn>; isTogether: boolean } {
  const said = all.filter((column) => !saysNothing(column));
  const together = adjustments.length > 2 ? withSum(context, said, adjustments, total, order) : said;
  const without = together.filter(({ spare }) => !spare);
  const first = fitted(said);
  if (first) return { shown: first, isTogether: false };
  const isTogether = together !== said;
  const shown = fitted(together) ?? fitted(without) ?? narrowed(without);
  return { shown, isTogether };
}

/** The total before, and in one column all that changes it; the single ones stand on 得分明细. */
function withSum(
  context: ReportContext,
  said: readonly RankingColumn[],
  [before, ...changes]: readonly AdjustmentColumn[],
  total: RankingColumn,
  order: readonly number[],
): RankingColumn[] {
  const [from, to] = [before!.body, total.body];
  if (from.kind !== 'number' || to.kind !== 'number') return [...said];
  const gone = new Set<RankingColumn>(changes);
  const sum = numbersOf(context, order)(
    to.values.map((value, at) => value - from.values[at]!),
    true,
  );
  return said.flatMap((column) =>
    column === total ? [{ header: words.changed, body: sum, width: 9 }, total] : gone.has(column) ? [] : [column],
  );
}

/** Numbers by place, in the order of the sheet; grey where one is missing. */
const numbersOf =
  ({ pack, book }: ReportContext, order: readonly number[]) =>
  (values: Float64Array, isInOrder = false): BodyColumn => {
    const format = decimalFormat(pack.scoring.show_decimals);
    const [plain, grey] = [book.style('number', undefined, format), book.style('number', 'missing', format)];
    const inOrder = isInOrder ? values : Float64Array.from(order, (place) => values[place]!);
    return {
      kind: 'number',
      values: inOrder,
      style: plain,
      styles: Uint16Array.from(inOrder, (value) => (Number.isNaN(value) ? grey : plain)),
    };
  };

/** The columns that are shown with their live formulas. */
function withFormulas(
  context: ReportContext,
  ranked: RankedPopulation,
  {
    made,
    shown,
    order,
    rowOf,
    isAdjustedLive,
  }: {
    readonly made: Columns;
    readonly shown: readonly RankingColumn[];
    readonly order: readonly number[];
    readonly rowOf: (index: number) => number;
    readonly isAdjustedLive: boolean;
  },
): RankingColumn[] {
  const { adjustments, total, years } = made;
  const at = (header: string): number => shown.findIndex((column) => column.header === header);
  const bodies = new Map<number, BodyColumn>();
  const first = adjustments[0];
  if (isAdjustedLive && first) {
    const standing = { rowOf, firstColumn: at(first.header) };
    withAdjustmentFormulas(context, ranked, adjustments, total.body, order, standing).forEach((body, n) =>
      bodies.set(standing.firstColumn + n, body),
    );
  }
  const mean = years.at(-1);
  if (mean && context.live)
    bodies.set(at(mean.header), withMeanFormula(mean.body, order.length, years.length, { rowOf, column: at(total.header) }));
  return shown.map((column, index) => ({ ...column, body: living(bodies.get(index) ?? column.body) }));
}

/** Rows of the sheet on which zones stand, from and to, both included. */
function rangesOf({ order, settled }: Rows, rowOf: (index: number) => number): (readonly [number, number])[] {
  const blocks = [
    [0, settled],
    [settled, order.length],
  ] as const;
  return blocks.filter(([from, to]) => from < to).map(([from, to]) => [rowOf(from), rowOf(to - 1)]);
}

/** Below the ranks: those whose places are open, what the sheet rests on, notes, and where to sign. */
function footRows(
  context: ReportContext,
  columns: readonly RankingColumn[],
  { order, settled }: Rows,
  lines: readonly string[],
): FootRow[] {
  const { book } = context;
  const widths = columns.map(({ width }) => width);
  const hasBlock = settled < order.length;
  return [
    ...(hasBlock ? [lineRow(words.block, book.style('group'), widths), ...asCells(columns, settled, order.length)] : []),
    ...lines.map((line) => lineRow(line, book.style('note'), widths)),
    lineRow(words.signatures(widths.reduce((sum, width) => sum + width, 0) / 2), book.style('signature'), widths, 36),
  ];
}

/** What the ranking is by: the total, a dimension's score, or an indicator's figure with its unit. */
function totalHeader({ figures, pack }: ReportContext, { by, indicators }: RankedPopulation): string {
  if (by === undefined) return words.total;
  const indicator = indicators.find(({ id }) => id === by);
  if (!indicator) return words.scoreOf(pack.dimensions[by]?.title ?? by);
  return indicator.unit === undefined ? indicator.title : words.titleWithUnit(indicator.title, figures.units.title(indicator.unit));
}
