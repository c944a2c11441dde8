import type { LimitReference } from '../pack/parts';
import { resolve, titleOf } from '../pack/references';
import type { PackIndicator } from '../pack/schema';
import type { PlanCell, SheetPlan } from '../plan';
import { appliedMethod, elsewhere, methodFigures, TIMES } from '../ranking/method-figures';
import { weightsAt, type IndicatorUse, type RankedPopulation } from '../ranking/population';
import { TOTAL } from '../ranking/total';
import { columnFigure } from '../score/methods/column-figures';
import { isByRow, methodTitle, scoreFormula } from '../score/methods/index';
import type { ColumnFigure, Standing } from '../score/methods/terms';
import { aggregateFormula, rankAmongFormula } from '../score/node-formula';
import { NOISE_DECIMALS } from '../score/rank';
import { adjustmentWords } from '../words/adjustments';
import { lineKey } from '../rule-book/rule-line';
import { reportWords as words } from '../words/report';
import { adjustmentLegend } from './adjustment-notes';
import { detailAdjustments, totalFormula, vetoColumns } from './detail-adjustments';
import { conditionFormula } from './condition-formula';
import { elsewhereColumn } from './elsewhere-column';
import { DetailLayout, LIVE_CELLS, numberColumn, valueFormat, type DetailColumn } from './detail-layout';
import { dimensionLegend } from './dimension-legend';
import { liveLooks } from './live-looks';
import { headerOf } from './own-header';
import type { ReportContext } from './report-context';
import { headRows, methodLine, sheetName } from './sheet-head';
import { decimalFormat } from './style-book';
import { columnWidth, headerHeight, pagesWide } from './width';

/** Above so many cells only derived figures are shown beside the scores. */
const COPIED_CELLS = 1_000_000;

/** Values, scores, nodes and places with live formulas, in the order of the data sheet. */
export function detailSheet(context: ReportContext, ranked: RankedPopulation): SheetPlan {
  const { pack, figures, book } = context;
  const title = words.detailOf(ranked.title);
  const { live } = context;
  const { columns: columnCount } = new DetailLayout(ranked, pack, context.figures.settings, 0);
  const names = Array.from(ranked.rows, (row) => figures.subject({ table: pack.main_table }, row));
  const first: DetailColumn = {
    group: '',
    header: titleOf(pack, figures.tables.get(pack.main_table)?.spec.key ?? ''),
    sub: words.directionRow,
    body: { kind: 'text', values: names, style: book.style('text') },
    width: columnWidth('', names, { least: 16, most: 36 }),
  };
  const more = [
    live ? words.live : words.notLive(LIVE_CELLS),
    words.looksOf(
      live,
      pack.scoring.adjustments.some(({ kind }) => kind === 'veto'),
    ),
    `${methodLine(context)}；${words.rankFrom(ranked.roundedTo)}。`,
    ...dimensionLegend(pack, figures, ranked),
    ...adjustmentLegend(pack, figures, ranked),
  ];
  const shownColumns = Math.min(columnCount, 12);
  const { head, heights } = headRows(context, title, shownColumns, [first.width, ...Array<number>(shownColumns - 1).fill(12)], more, true);
  const layout = new DetailLayout(ranked, pack, context.figures.settings, head.length, live);
  const columns = [
    first,
    ...groupColumn(context, layout),
    ...valueColumns(context, layout),
    ...measuredByColumns(context, layout, live),
    ...scoreColumns(context, layout, live),
    ...nodeColumns(context, layout, live),
    ...detailAdjustments(context, layout, live),
    ...totalColumn(context, layout, live),
    rankColumn(context, layout, live),
  ];
  const header = book.style('header');
  const [sub, weight] = [book.style('sub'), book.style('sub', undefined, ranked.marks === undefined ? '0.0000' : '0.00')];
  const weightRows = ranked.weightSets.map(({ group }, set) =>
    columns.map(({ weights }, index): PlanCell =>
      index === 0
        ? { value: (ranked.marks === undefined ? words.weightRow : words.markRow)(group), style: sub }
        : { value: weights?.[set] ?? null, style: weight },
    ),
  );
  const figureRows = layout.figureRows.map((figure) =>
    columns.map((column, index): PlanCell =>
      index === 0 ? { value: words.columnFigures[figure], style: sub } : { value: null, style: sub, ...column.figures?.get(figure) },
    ),
  );
  const name = sheetName(title);
  const anchor = (key: string, column = 0): void => context.anchors.take(key, { name }, layout.firstRow - 1, column);
  ranked.indicators.forEach(({ id }, at) => anchor(lineKey('indicators', id), layout.lead + at));
  layout.branches.forEach(({ id }) => anchor(lineKey('dimensions', id)));
  layout.adjustments.forEach(({ index }) => anchor(lineKey('adjustments', index)));
  return {
    name,
    tabColor: '8EA9DB',
    head: [
      ...head,
      groupRow(columns, book.style('group')),
      columns.map((column): PlanCell => ({ value: column.sub, style: sub })),
      ...weightRows,
      ...figureRows,
      columns.map((column): PlanCell => ({
        value: column.header,
        style: header,
        ...(column.headerNote !== undefined && { note: column.headerNote }),
      })),
    ],
    body: columns.map(({ body }) => body),
    bodyRows: ranked.rows.length,
    foot: [],
    widths: columns.map(({ width }) => width),
    headHeights: [...heights, 20, 18, ...[...weightRows, ...figureRows].map(() => 18), headerHeight(columns)],
    freeze: { rows: layout.firstRow, columns: 1 },
    filterRow: layout.firstRow - 1,
    repeatRows: { first: head.length, last: layout.firstRow - 1 },
    landscape: true,
    pagesWide: pagesWide(
      columns.map(({ width }) => width),
      1,
    ),
    looks: liveLooks(book, columns, (index) => layout.firstRow + index),
    notes: [],
    links: [],
    names: [],
  };
}

/** Neighbouring columns of one group share a cell. */
function groupRow(columns: readonly DetailColumn[], style: number): PlanCell[] {
  const cells: PlanCell[] = [];
  for (let at = 0; at < columns.length;) {
    let end = at + 1;
    while (end < columns.length && columns[end]!.group === columns[at]!.group) end++;
    cells.push({ value: columns[at]!.group, style, span: end - at });
    at = end;
  }
  return cells;
}

function valueColumns(context: ReportContext, layout: DetailLayout): DetailColumn[] {
  const { ranked } = layout;
  const { pack, figures, live, book } = context;
  // A copy of millions of figures that stand in the data sheet anyway helps nobody; what was worked out is kept.
  const copied = live || ranked.rows.length * ranked.indicators.length <= COPIED_CELLS;
  return ranked.indicators
    .filter(({ measure }) => copied || resolve(pack, measure)?.kind === 'measure')
    .map((indicator) => {
      const series = figures.series(indicator.measure);
      const at = (place: number): number => (series.frame === 'single' ? 0 : ranked.rows[place]!);
      const outside = ranked.inapplicable.get(indicator.id);
      const values = ranked.values.get(indicator.id)!;
      // A figure that is not used must not move the ends of its column.
      const formulas = live
        ? Array.from(values, (value, place) => (outside && Number.isNaN(value) ? '' : (series.formula(at(place)) ?? '')))
        : undefined;
      const format = valueFormat(values);
      const unit = indicator.unit === undefined ? '' : `（${indicator.unit}）`;
      const suggested = pack.indicators[indicator.id]?.basis === 'suggested' ? words.suggested : '';
      const header = headerOf(indicator.basis, `${indicator.title}${unit}${suggested}`);
      return {
        group: words.groups.value,
        header,
        ...saidOf(pack.indicators[indicator.id]),
        sub: words.directions[indicator.direction],
        body: numberColumn(context, values, format, formulas, outside),
        figures: figuresOf(layout, indicator, values, book.style('sub', undefined, format)),
        width: columnWidth(header, [], { least: 12, most: 18 }),
      };
    });
}

/** Figures of an indicator's column, worked out once above it instead of in every score's cell. */
function figuresOf(
  layout: DetailLayout,
  { id, direction, method }: IndicatorUse,
  values: Float64Array,
  style: number,
): NonNullable<DetailColumn['figures']> {
  const range = layout.range(layout.valueColumn(id));
  const formulas = new Map<ColumnFigure, string>();
  const standing: Standing = (figure, formula) => {
    formulas.set(figure, formula);
    return formula;
  };
  scoreFormula({ value: 'A1', range, standing }, direction, method, () => 'A1');
  return new Map(
    layout.figures(id).map((figure) => {
      const value = columnFigure(figure, values, method);
      // What spreadsheets call an error of an empty column is a blank here.
      return [
        figure,
        { value: Number.isNaN(value) ? '' : value, formula: `IF(COUNT(${range})=0,"",IFERROR(${formulas.get(figure)!},""))`, style },
      ];
    }),
  );
}

/** Numbers that methods take from elsewhere, where an indicator's scores are to be read from cells. */
const measuredByColumns = (context: ReportContext, { ranked, measuredBy }: DetailLayout, live: boolean): DetailColumn[] =>
  measuredBy.map(({ reference, unit }) =>
    elsewhereColumn(context, elsewhere(context.figures, reference, unit), ranked, words.groups.measuredBy, live),
  );

/** Who hands a figure in and who checks it, where the pack says so. */
function saidOf(indicator: PackIndicator | undefined): Pick<DetailColumn, 'headerNote'> {
  const said = [words.source(indicator?.source), words.reviewer(indicator?.reviewed_by)].filter((part) => part !== '');
  return said.length > 0 ? { headerNote: said.join('\n') } : {};
}

/** The group by whose weights each zone is scored, where there are groups. */
function groupColumn({ book, pack }: ReportContext, { ranked, byGroup }: DetailLayout): DetailColumn[] {
  if (!byGroup) return [];
  const values = Array.from(ranked.rows, (_, place) => weightsAt(ranked, place)?.group ?? '');
  const header = titleOf(pack, pack.scoring.group_by ?? '');
  return [
    {
      group: '',
      header,
      sub: '',
      body: { kind: 'text', values, style: book.style('centre') },
      width: columnWidth(header, values, { least: 10, most: 18 }),
    },
  ];
}

function scoreColumns(context: ReportContext, layout: DetailLayout, live: boolean): DetailColumn[] {
  const { ranked } = layout;
  const format = decimalFormat(context.pack.scoring.show_decimals);
  const zero = new Set(ranked.indicators.filter(({ gaps }) => gaps === 'zero').map(({ id }) => id));
  return ranked.indicators.map((use) => {
    const { id, title, direction, method, basis } = use;
    const scores = ranked.scores.indicatorScores.get(id)!;
    const range = layout.range(layout.valueColumn(id));
    const standing: Standing = (figure) => layout.figureCell(id, figure);
    const figures = methodFigures(context.figures, use);
    const applied = appliedMethod(context.figures, use, ranked.rows);
    const isMeasured = (place: number): boolean => figures.every((figure) => !Number.isNaN(figure.number(ranked.rows[place]!)));
    // Numbers that cannot be used are not taken by the scoring; a formula would.
    const isUnusable = (place: number): boolean => isByRow(applied) && !applied.at(place) && isMeasured(place);
    // Decided to count as 0, a missing figure does so in the formula as well.
    const isZero = (place: number): boolean => zero.has(id) && !Number.isNaN(scores[place]!);
    const kindOf = (place: number): string | undefined =>
      isUnusable(place) ? undefined : `${isZero(place)} ${ranked.marks === undefined ? '' : layout.weight(0, place)}`;
    const formula = (at: number, place: number): string => {
      const cellOf = (reference: LimitReference): string => layout.cell(layout.measuredColumn(reference, use.unit), at);
      const cellIn = (indicator: string): string => layout.cell(layout.valueColumn(indicator), at);
      const held = conditionFormula(
        { pack: context.pack, ranked, cellOf: cellIn },
        use,
        zero.has(context.pack.dimensions[use.dimension]?.condition?.indicator ?? id),
      );
      const full = layout.weight(layout.scoreColumn(id), place);
      const hold = held && ((one: string) => (ranked.marks === undefined ? held(one) : `(${held(one)})*${full}/100`));
      const points = hold ? (scoreFormula({ value: cellIn(id), range, standing }, direction, method, cellOf, hold) ?? '') : '';
      return points !== '' && isZero(place) ? `N(${points})` : points;
    };
    return {
      group: words.groups.score,
      header: headerOf(basis, title),
      ...(figures.length > 0 && { headerNote: words.measuredBy(methodTitle(method), figures.map((figure) => figure.title).join('、')) }),
      sub: words.directions[direction],
      weights: layout.weights(id),
      body: numberColumn(context, scores, format, live ? layout.moved(kindOf, formula) : undefined),
      width: columnWidth(title, [], { least: 11, most: 18 }),
    };
  });
}

/** Dimensions, and the total as it is put together. */
function nodeColumns(context: ReportContext, layout: DetailLayout, live: boolean): DetailColumn[] {
  const { ranked, adjustments } = layout;
  const format = decimalFormat(context.pack.scoring.show_decimals);
  return layout.branches.map((branch) => {
    const root = branch.id === TOTAL;
    const isTotal = root && adjustments.length === 0;
    const formula = (at: number, place: number): string => {
      const children = branch.children
        .filter(({ id }) => layout.counts(id, place))
        .map(({ id }) => layout.scoreColumn(id))
        .map((column) => ({ score: layout.cell(column, at), weight: layout.weight(column, place), range: layout.range(column) }));
      // A zone whose group is not known has no weights to be put together with.
      if (weightsAt(ranked, place) === undefined) return '';
      const coefficient = context.pack.dimensions[branch.id]?.coefficient;
      const factor =
        coefficient &&
        ('fraction' in coefficient ? `(${coefficient.fraction.join('/')})` : layout.cell(layout.measuredColumn(coefficient, TIMES), at));
      const marks = root ? String(ranked.marks) : layout.weight(layout.scoreColumn(branch.id), place);
      const limits = { factor, cap: branch.cap, ...(ranked.marks !== undefined && { marks }) };
      return aggregateFormula(children, branch.method, branch.missing, isTotal ? NOISE_DECIMALS : undefined, limits) ?? '';
    };
    const values = ranked.scores.nodeScores.get(branch.id)!;
    const header = isTotal ? words.total : root ? adjustmentWords.before : (branch.title ?? branch.id);
    return {
      group: isTotal ? words.groups.result : words.groups.node,
      header: root ? header : headerOf(context.pack.dimensions[branch.id]?.basis, header),
      sub: '',
      ...(!root && { weights: layout.weights(branch.id) }),
      body: numberColumn(context, values, format, live ? layout.moved((place) => layout.weight(0, place), formula) : undefined),
      width: columnWidth(header, [], { least: 11, most: 16 }),
      bar: barOf(layout, branch.id),
    };
  });
}

/** From nothing to all that a node can come to, where its scores are of a hundred or its mark is the same for everybody. */
function barOf(layout: DetailLayout, id: string): DetailColumn['bar'] {
  const { ranked } = layout;
  if (ranked.marks === undefined) return [0, 100];
  if (id === TOTAL) return [0, ranked.marks];
  const marks = new Set(layout.weights(id));
  const [mark] = marks;
  return marks.size === 1 && mark !== undefined ? [0, mark] : 'own';
}

/** The total that is ranked, where it is not simply what was put together. */
function totalColumn(context: ReportContext, layout: DetailLayout, live: boolean): DetailColumn[] {
  const { ranked, adjustments } = layout;
  if (adjustments.length === 0) return [];
  const formulas = live ? layout.moved(alone, (at) => totalFormula(layout, at)) : undefined;
  return [
    {
      group: words.groups.result,
      header: words.total,
      sub: '',
      body: numberColumn(context, ranked.adjusted.totals, decimalFormat(context.pack.scoring.show_decimals), formulas),
      width: 11,
      bar: barOf(layout, TOTAL),
    },
  ];
}

/** One formula for every place. */
const alone = (): string => '';

function rankColumn(context: ReportContext, layout: DetailLayout, live: boolean): DetailColumn {
  const { ranked, totalColumn: column } = layout;
  const { book } = context;
  const order = ranked.direction;
  // Totals rounded first, means of several years, and who takes no place or one behind all others, are not in the formula.
  const fromLive =
    live &&
    !ranked.years &&
    !ranked.unplaced &&
    vetoColumns(layout, 'last').length === 0 &&
    ranked.roundedTo === undefined &&
    !ranked.indicators.some(({ gaps }) => gaps === 'exclude');
  const out = vetoColumns(layout, 'unranked');
  const formula = (place: number): string =>
    rankAmongFormula(
      layout.cell(column, place),
      layout.fixedRange(column),
      out.map((veto) => ({ cell: layout.cell(veto, place), range: layout.fixedRange(veto) })),
      order,
    );
  const values = Float64Array.from(ranked.rank, (rank) => rank || NaN);
  const grey = book.style('centre', 'missing');
  const plain = book.style('centre');
  return {
    group: words.groups.result,
    header: words.rank,
    sub: '',
    body: {
      kind: 'number',
      values,
      style: plain,
      styles: Uint16Array.from(values, (value, place) =>
        Number.isNaN(value) && ranked.unplaced?.[place] !== 1 && !fromLive ? grey : plain,
      ),
      ...(fromLive && layout.moved(alone, formula)),
    },
    width: 8,
  };
}
