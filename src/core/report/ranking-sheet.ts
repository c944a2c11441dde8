import type { Finding } from '../judge/finding';
import { titleOf } from '../pack/references';
import type { BodyColumn, CellNote, PlanCell, SheetPlan } from '../plan';
import { changesPoints } from '../ranking/adjustments';
import { completenessOf, placesOf, whyUnranked, type RankedPopulation } from '../ranking/population';
import { branchesOf, type ScoreBranch } from '../score/tree';
import { TOTAL } from '../ranking/total';
import { adjustmentWords } from '../words/adjustments';
import { reportWords as words } from '../words/report';
import { adjustmentCellNotes, adjustmentColumns, withAdjustmentFormulas, type AdjustmentColumn } from './adjustment-columns';
import { adjustmentLegend } from './adjustment-notes';
import { groupWeightLines } from './group-weights';
import { coverageLine } from './coverage-line';
import { gradeColumns } from './grade-columns';
import { dimensionLegend } from './dimension-legend';
import { headerOf } from './own-header';
import type { ReportContext } from './report-context';
import { headRows, methodLine, sheetName } from './sheet-head';
import { decimalFormat } from './style-book';
import { yearColumns, withMeanFormula } from './year-columns';
import { bodyHeights, columnWidth, headerHeight } from './width';

interface RankingColumn {
  readonly header: string;
  readonly headerNote?: string;
  readonly body: BodyColumn;
  readonly width: number;
}

/** How many missing indicators a remark names. */
const NAMED = 3;

/** Places, totals and dimension scores of one population, best first; list rules colour the place and name themselves in the remark. */
export function rankingSheet(context: ReportContext, ranked: RankedPopulation): SheetPlan {
  const { pack, figures, book } = context;
  const main = { table: pack.main_table };
  const decimals = pack.scoring.show_decimals;
  const format = decimalFormat(decimals);
  const order = Array.from(ranked.order);
  const names = order.map((place) => figures.subject(main, ranked.rows[place]!));
  const { by } = ranked;
  const branches: ScoreBranch[] = by === undefined ? branchesOf(ranked.tree).filter(({ id }) => id !== TOTAL) : [];
  const listed = listedBy(context, ranked);
  const blank = new Set(ranked.coverage.blankIndicators.map(({ id }) => id));
  const taking = ranked.indicators
    .filter(({ id }) => !ranked.scores.constant.has(id) && !blank.has(id))
    .map(({ id, title }) => ({
      title,
      values: ranked.scorable.get(id)!,
      given: ranked.values.get(id)!,
      inapplicable: ranked.inapplicable.get(id),
    }));
  const adjustments = adjustmentColumns(context, ranked, order);
  const remarks = order.map((place) => remarkOf(ranked, adjustments, taking, place, listed.get(place) ?? []));

  const plain = book.style('number', undefined, format);
  const grey = book.style('number', 'missing', format);
  const numbers = (values: Float64Array): BodyColumn => {
    const inOrder = new Float64Array(order.length);
    const styles = new Uint16Array(order.length);
    order.forEach((place, index) => {
      inOrder[index] = values[place]!;
      styles[index] = Number.isNaN(values[place]!) ? grey : plain;
    });
    return { kind: 'number', values: inOrder, style: plain, styles };
  };
  const rankStyles = Uint16Array.from(order, (place) => book.style('centre', toneOf(ranked, place, listed.get(place) ?? [])));
  const mean = yearColumns(context, ranked, numbers);
  const total: RankingColumn = {
    header: mean.length > 0 ? words.thisYear(pack.period) : totalHeader(context, ranked),
    body: numbers(ranked.adjusted.totals),
    width: by === undefined ? 11 : 16,
  };
  const columns: RankingColumn[] = [
    {
      header: words.rank,
      body: {
        kind: 'number',
        values: Float64Array.from(order, (place) => ranked.rank[place] || NaN),
        style: book.style('centre'),
        styles: rankStyles,
      },
      width: 7,
    },
    ...intervalColumn(context, ranked, order),
    {
      header: titleOf(pack, figures.tables.get(pack.main_table)?.spec.key ?? ''),
      body: { kind: 'text', values: names, style: book.style('text') },
      width: columnWidth('', names, { least: 14, most: 36 }),
    },
    ...(adjustments.length === 0 ? [total, ...mean] : []),
    ...branches.map(({ id, title }) => ({
      header: headerOf(pack.dimensions[id]?.basis, title ?? id),
      body: numbers(ranked.scores.nodeScores.get(id)!),
      width: columnWidth(title ?? id, [], { least: 10, most: 16 }),
    })),
    // What changes the total stands between its parts and itself.
    ...(adjustments.length === 0 ? [] : [...adjustments, total, ...mean]),
    ...gradeColumns(context, ranked, order),
    ...(by === undefined ? [completeColumn(context, ranked, order)] : []),
    {
      header: words.remark,
      body: { kind: 'text', values: remarks, style: book.style('text') },
      width: columnWidth(words.remark, remarks, { least: 24, most: 60 }),
    },
  ];
  const widths = columns.map(({ width }) => width);
  const population = words.population(ranked.rows.length, ranked.ranked, pack.subject);
  // A document that states full marks states what belongs to which content as well.
  const isOwnReading =
    by === undefined &&
    pack.scoring.basis !== 'pack_weights' &&
    ranked.indicators.some(({ basis, id }) => basis !== 'imported' && (pack.indicators[id]?.decided?.length ?? 0) > 0);
  const isAdjustedLive = by === undefined && changesPoints(pack) && context.live;
  const coverage = by === undefined ? coverageLine(ranked.coverage) : undefined;
  const isOfFigures = by !== undefined && Object.hasOwn(pack.indicators, by);
  const { head, heights } = headRows(
    context,
    ranked.title,
    columns.length,
    widths,
    [
      ...(coverage === undefined ? [] : [coverage]),
      isOfFigures
        ? `${population}。${words.byFigure(ranked.direction)}`
        : `${population}。${scopeSentence(context, ranked)}${methodLine(context)}；${words.rankFrom(ranked.roundedTo)}。`,
      ...(by === undefined ? groupWeightLines(ranked) : []),
      ...dimensionLegend(pack, figures, ranked),
      ...(by === undefined ? adjustmentLegend(pack, figures, ranked) : [words.unadjusted]),
      ...(isAdjustedLive ? [adjustmentWords.live] : []),
      ...(isAdjustedLive && adjustments.some(({ adjustment }) => adjustment?.declared.kind === 'places')
        ? [adjustmentWords.placesKept]
        : []),
      ...(ranked.places ? [words.assumption] : []),
      ...(isOwnReading ? [words.suggestedDimensions] : []),
    ],
    isOfFigures ? 'figures' : true,
  );
  const header: PlanCell[] = columns.map((column) => ({
    value: column.header,
    style: book.style('header'),
    ...(column.headerNote !== undefined && { note: column.headerNote }),
  }));
  const headerRow = head.length;
  const standing = { firstRow: headerRow + 1, firstColumn: adjustments[0] ? columns.indexOf(adjustments[0]) : 0 };
  const formulas = isAdjustedLive ? withAdjustmentFormulas(context, ranked, adjustments, total.body, order, standing) : [];
  const live = new Map(formulas.map((body, at) => [standing.firstColumn + at, body]));
  const last = mean.at(-1);
  if (last && context.live) {
    const at = { row: headerRow + 1, column: columns.indexOf(total) };
    live.set(columns.indexOf(last), withMeanFormula(last.body, order.length, mean.length, at));
  }
  return {
    name: sheetName(ranked.title),
    tabColor: '2F5597',
    head: [...head, header],
    body: columns.map(({ body }, at) => live.get(at) ?? body),
    bodyRows: order.length,
    foot: [[{ value: words.disclaimer, style: book.style('basis'), span: columns.length }]],
    widths,
    headHeights: [...heights, headerHeight(columns)],
    bodyHeights: bodyHeights(columns, order.length),
    freeze: { rows: headerRow + 1, columns: 2 },
    filterRow: headerRow,
    repeatRows: { first: headerRow, last: headerRow },
    landscape: true,
    notes: [...rankNotes(listed, order, headerRow + 1), ...adjustmentCellNotes(adjustments, order, standing)],
    links: [],
    names: [],
  };
}

/** What the ranking is by: the total, a dimension's score, or an indicator's figure with its unit. */
function totalHeader({ figures, pack }: ReportContext, { by, indicators }: RankedPopulation): string {
  if (by === undefined) return words.total;
  const indicator = indicators.find(({ id }) => id === by);
  if (!indicator) return words.scoreOf(pack.dimensions[by]?.title ?? by);
  return indicator.unit === undefined ? indicator.title : words.titleWithUnit(indicator.title, figures.units.title(indicator.unit));
}

function completeColumn({ book }: ReportContext, ranked: RankedPopulation, order: readonly number[]): RankingColumn {
  const of = order.map((place) => completenessOf(ranked, place));
  return {
    header: words.complete,
    body: {
      kind: 'text',
      values: of.map((one) => words.completeness[one]),
      style: book.style('centre'),
      styles: Uint16Array.from(of, (one) => book.style('centre', one === 'gaps' ? 'missing' : undefined)),
    },
    width: 10,
  };
}

/** Over whom the scores were worked out, where more than one ranking makes a difference. */
function scopeSentence({ pack }: ReportContext, { scoredOver }: RankedPopulation): string {
  if (!scoredOver) return '';
  return scoredOver.scope === 'all' ? words.scoredTogether(scoredOver.count, pack.subject) : words.scoredWithin;
}

/** Places that a zone can come to, where missing figures leave more than one to anybody. */
function intervalColumn(
  context: ReportContext,
  ranked: RankedPopulation,
  order: readonly number[],
): { header: string; body: BodyColumn; width: number }[] {
  if (!ranked.places) return [];
  const intervals = order.map((place) => placesOf(ranked, place));
  if (intervals.every((interval) => interval === undefined || interval[0] === interval[1])) return [];
  const values = intervals.map((interval) => (interval === undefined ? '' : words.interval(...interval)));
  return [{ header: words.intervalHeader, body: { kind: 'text', values, style: context.book.style('centre') }, width: 11 }];
}

/** Findings of list rules on this ranking, by place. */
function listedBy(context: ReportContext, ranked: RankedPopulation): Map<number, Finding[]> {
  const { pack, figures, judgement } = context;
  const places = new Map(Array.from(ranked.rows, (row, place) => [figures.subject({ table: pack.main_table }, row), place]));
  const listed = new Map<number, Finding[]>();
  for (const finding of judgement.findings) {
    const rule = pack.rules[finding.rule];
    if (rule?.kind !== 'position' || rule.ranking !== ranked.id || finding.certainty === 'impossible') continue;
    if (finding.status === 'missing' && finding.settle.length === 0) continue;
    const place = places.get(finding.subject);
    if (place !== undefined) listed.set(place, [...(listed.get(place) ?? []), finding]);
  }
  return listed;
}

function toneOf(ranked: RankedPopulation, place: number, listed: readonly Finding[]): Finding['status'] | undefined {
  // Who takes no place by rule lacks nothing.
  if (ranked.rank[place] === 0) return ranked.unplaced?.[place] === 1 ? undefined : 'missing';
  return (['unmet', 'explain', 'met', 'missing'] as const).find((status) => listed.some((finding) => finding.status === status));
}

function remarkOf(
  ranked: RankedPopulation,
  adjustments: readonly AdjustmentColumn[],
  taking: readonly {
    readonly title: string;
    readonly values: Float64Array;
    readonly given: Float64Array;
    readonly inapplicable: Uint8Array | undefined;
  }[],
  place: number,
  listed: readonly Finding[],
): string {
  const isOutside = ({ inapplicable }: (typeof taking)[number]): boolean => inapplicable?.[place] === 1;
  const lacking = taking.filter((one) => Number.isNaN(one.values[place]!) && !isOutside(one));
  const outside = taking.filter(isOutside).map(({ title }) => title);
  const named =
    lacking
      .slice(0, NAMED)
      .map(({ title, given }) => (Number.isNaN(given[place]!) ? title : words.unmeasured(title)))
      .join('、') + (lacking.length > NAMED ? words.more(lacking.length) : '');
  const parts = [
    ...(ranked.rank[place] === 0 ? [words.unranked[whyUnranked(ranked, place)]] : []),
    ...(ranked.tied[place] ? [words.tied] : []),
    ...adjustments.flatMap(({ remark }) => remark(place) ?? []),
    ...listed.map(({ title, word, certainty }) => (certainty === 'certain' ? title : `${title}：${word}`)),
    ...(outside.length > 0 ? [words.notFor(outside.join('、'))] : []),
    ...(lacking.length > 0 ? [words.lacking(named)] : []),
  ];
  return parts.join('；');
}

function rankNotes(listed: ReadonlyMap<number, readonly Finding[]>, order: readonly number[], firstRow: number): CellNote[] {
  return order.flatMap((place, index) => {
    const findings = listed.get(place);
    return findings ? [{ row: firstRow + index, column: 0, text: findings.map(({ sentence }) => sentence).join('\n') }] : [];
  });
}
