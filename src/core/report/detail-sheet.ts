import { cellName, columnName } from '../cell';
import { resolve, titleOf } from '../pack/references';
import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import type { RankedPopulation } from '../ranking/population';
import { TOTAL } from '../ranking/rank-zones';
import { scoreFormula } from '../score/methods/index';
import { aggregateFormula, rankFormula } from '../score/node-formula';
import { NOISE_DECIMALS } from '../score/rank';
import { branchesOf, type ScoreBranch } from '../score/tree';
import { reportWords as words } from '../words/report';
import { headerOf } from './own-header';
import type { ReportContext } from './report-context';
import { headRows, methodLine, sheetName } from './sheet-head';
import { decimalFormat } from './style-book';
import { columnWidth, headerHeight } from './width';

/** Above so many formula cells values are written instead: a workbook should still open at once. */
export const LIVE_CELLS = 60_000;

/** Characters that still read well across a landscape page. */
const PAGE_WIDTH = 190;

/** Above so many cells only derived figures are shown beside the scores. */
const COPIED_CELLS = 1_000_000;

interface Column {
  readonly group: string;
  readonly header: string;
  readonly sub: string;
  readonly weight: number | undefined;
  readonly body: BodyColumn;
  readonly width: number;
}

/** Where things stand on the sheet: columns of values, scores and nodes, and the rows that formulas point at. */
class Layout {
  private readonly indicatorAt: ReadonlyMap<string, number>;
  private readonly branchAt: ReadonlyMap<string, number>;

  constructor(
    readonly ranked: RankedPopulation,
    readonly branches: readonly ScoreBranch[],
    private readonly weightRow: number,
    private readonly firstRow: number,
  ) {
    this.indicatorAt = new Map(ranked.indicators.map(({ id }, index) => [id, index]));
    this.branchAt = new Map(branches.map(({ id }, index) => [id, index]));
  }

  valueColumn(id: string): number {
    return 1 + this.indicatorAt.get(id)!;
  }

  /** Column of a node's score. */
  scoreColumn(id: string): number {
    const count = this.ranked.indicators.length;
    const indicator = this.indicatorAt.get(id);
    return indicator === undefined ? 1 + 2 * count + this.branchAt.get(id)! : 1 + count + indicator;
  }

  range(column: number): string {
    const name = columnName(column);
    return `${name}$${this.firstRow + 1}:${name}$${this.firstRow + this.ranked.rows.length}`;
  }

  cell(column: number, place: number): string {
    return cellName(this.firstRow + place, column);
  }

  weight(column: number): string {
    return `${columnName(column)}$${this.weightRow + 1}`;
  }
}

/** Values, scores, nodes and places with live formulas, in the order of the data sheet. */
export function detailSheet(context: ReportContext, ranked: RankedPopulation): SheetPlan {
  const { pack, figures, book } = context;
  const title = words.detailOf(ranked.title);
  const branches = branchesOf(ranked.tree);
  const live =
    ranked.rows.length * (ranked.indicators.length * 2 + branches.length + 1) <= LIVE_CELLS && ranked.scores.groupWeights.size === 0;
  const names = Array.from(ranked.rows, (row) => figures.subject({ table: pack.main_table }, row));
  const first: Column = {
    group: '',
    header: titleOf(pack, figures.tables.get(pack.main_table)?.spec.key ?? ''),
    sub: words.weightRow,
    weight: undefined,
    body: { kind: 'text', values: names, style: book.style('text') },
    width: columnWidth('', names, { least: 16, most: 36 }),
  };
  const more = [live ? words.live : words.notLive(LIVE_CELLS), `${methodLine(context)}；${words.rankFrom(ranked.roundedTo)}。`];
  const columnCount = 2 + ranked.indicators.length * 2 + branches.length;
  const shownColumns = Math.min(columnCount, 12);
  const { head, heights } = headRows(context, title, shownColumns, [first.width, ...Array<number>(shownColumns - 1).fill(12)], more, true);
  // Group row, direction row, weight row, header row.
  const layout = new Layout(ranked, branches, head.length + 2, head.length + 4);
  const columns = [
    first,
    ...valueColumns(context, layout, live),
    ...scoreColumns(context, layout, live),
    ...nodeColumns(context, layout, live),
    rankColumn(context, layout, live),
  ];
  const cells = (text: (column: Column) => string | number | null, role: 'group' | 'sub' | 'header'): PlanCell[] =>
    columns.map((column) => ({ value: text(column), style: book.style(role) }));
  return {
    name: sheetName(title),
    tabColor: '8EA9DB',
    head: [
      ...head,
      groupRow(columns, book.style('group')),
      cells(({ sub }) => sub, 'sub').map((cell, index) => (index === 0 ? { ...cell, value: words.directionRow } : cell)),
      cells(({ weight }) => weight ?? null, 'sub').map((cell, index) =>
        index === 0 ? { ...cell, value: words.weightRow } : { ...cell, style: book.style('sub', undefined, '0.0000') },
      ),
      cells(({ header }) => header, 'header'),
    ],
    body: columns.map(({ body }) => body),
    bodyRows: ranked.rows.length,
    foot: [],
    widths: columns.map(({ width }) => width),
    headHeights: [...heights, 20, 18, 18, headerHeight(columns)],
    freeze: { rows: head.length + 4, columns: 1 },
    filterRow: head.length + 3,
    repeatRows: { first: head.length, last: head.length + 3 },
    landscape: true,
    pagesWide: Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_WIDTH),
    notes: [],
    links: [],
    names: [],
  };
}

/** Neighbouring columns of one group share a cell. */
function groupRow(columns: readonly Column[], style: number): PlanCell[] {
  const cells: PlanCell[] = [];
  for (let at = 0; at < columns.length;) {
    let end = at + 1;
    while (end < columns.length && columns[end]!.group === columns[at]!.group) end++;
    cells.push({ value: columns[at]!.group, style, span: end - at });
    at = end;
  }
  return cells;
}

function numberColumn(
  context: ReportContext,
  values: Float64Array,
  format: string | undefined,
  formulas: readonly string[] | undefined,
): BodyColumn {
  const plain = context.book.style('number', undefined, format);
  const grey = context.book.style('number', 'missing', format);
  const styles = new Uint16Array(values.length);
  for (let place = 0; place < values.length; place++) styles[place] = Number.isNaN(values[place]!) ? grey : plain;
  return { kind: 'number', values, style: plain, styles, ...(formulas && { formulas }) };
}

function valueColumns(context: ReportContext, { ranked }: Layout, live: boolean): Column[] {
  const { pack, figures } = context;
  // A copy of millions of figures that stand in the data sheet anyway helps nobody; what was worked out is kept.
  const copied = live || ranked.rows.length * ranked.indicators.length <= COPIED_CELLS;
  return ranked.indicators
    .filter(({ measure }) => copied || resolve(pack, measure)?.kind === 'measure')
    .map((indicator) => {
      const series = figures.series(indicator.measure);
      const at = (place: number): number => (series.frame === 'single' ? 0 : ranked.rows[place]!);
      const values = ranked.values.get(indicator.id)!;
      const formulas = live ? Array.from(values, (_, place) => series.formula(at(place)) ?? '') : undefined;
      const unit = indicator.unit === undefined ? '' : `（${indicator.unit}）`;
      const suggested = pack.indicators[indicator.id]?.basis === 'suggested' ? words.suggested : '';
      const header = headerOf(indicator.basis, `${indicator.title}${unit}${suggested}`);
      return {
        group: words.groups.value,
        header,
        sub: words.directions[indicator.direction],
        weight: undefined,
        body: numberColumn(context, values, valueFormat(values), formulas),
        width: columnWidth(header, [], { least: 12, most: 18 }),
      };
    });
}

/** Whole numbers without decimals, others with two, small ones with four: enough to compare, short enough to read. */
function valueFormat(values: Float64Array): string {
  let whole = true;
  let small = true;
  for (let row = 0; row < values.length && (whole || small); row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    whole &&= Number.isInteger(value);
    small &&= Math.abs(value) < 1;
  }
  return whole ? '#,##0' : small ? '0.0000' : '#,##0.00';
}

function scoreColumns(context: ReportContext, layout: Layout, live: boolean): Column[] {
  const { ranked } = layout;
  const format = decimalFormat(context.pack.scoring.show_decimals);
  return ranked.indicators.map(({ id, title, direction, method, basis }) => {
    const scores = ranked.scores.indicatorScores.get(id)!;
    const column = layout.valueColumn(id);
    const range = layout.range(column);
    const formulas = live
      ? Array.from(scores, (_, place) => scoreFormula({ value: layout.cell(column, place), range }, direction, method) ?? '')
      : undefined;
    return {
      group: words.groups.score,
      header: headerOf(basis, title),
      sub: words.directions[direction],
      weight: ranked.scores.weights.get(id),
      body: numberColumn(context, scores, format, formulas),
      width: columnWidth(title, [], { least: 11, most: 18 }),
    };
  });
}

function nodeColumns(context: ReportContext, layout: Layout, live: boolean): Column[] {
  const { ranked } = layout;
  const format = decimalFormat(context.pack.scoring.show_decimals);
  return layout.branches.map((branch) => {
    const total = branch.id === TOTAL;
    const values = total ? ranked.totals : ranked.scores.nodeScores.get(branch.id)!;
    // Bonus points and vetoes are not in the formula, so an adjusted total is written as a value.
    const plain = !total || context.pack.scoring.adjustments.length === 0;
    const children = branch.children
      .filter(({ id }) => ranked.scores.weights.get(id) !== 0)
      .map(({ id }) => layout.scoreColumn(id))
      .map((column) => ({ column, weight: layout.weight(column) }));
    const formula = (place: number): string =>
      aggregateFormula(
        children.map(({ column, weight }) => ({ score: layout.cell(column, place), weight })),
        branch.method,
        branch.missing,
        total ? NOISE_DECIMALS : undefined,
      ) ?? '';
    return {
      group: total ? words.groups.result : words.groups.node,
      header: total ? words.total : headerOf(context.pack.dimensions[branch.id]?.basis, branch.title ?? branch.id),
      sub: '',
      weight: total ? undefined : ranked.scores.weights.get(branch.id),
      body: numberColumn(context, values, format, live && plain ? Array.from(values, (_, place) => formula(place)) : undefined),
      width: columnWidth(branch.title ?? branch.id, [], { least: 11, most: 16 }),
    };
  });
}

function rankColumn(context: ReportContext, layout: Layout, live: boolean): Column {
  const { ranked } = layout;
  const { book, pack } = context;
  const column = layout.scoreColumn(TOTAL);
  const order = pack.rankings[ranked.id]?.order ?? 'highest_first';
  const fromLive = live && ranked.roundedTo === undefined && pack.scoring.adjustments.length === 0;
  const range = layout.range(column).replaceAll(/([A-Z]+)\$/g, '$$$1$$');
  const formulas = fromLive ? Array.from(ranked.rank, (_, place) => rankFormula(layout.cell(column, place), range, order)) : undefined;
  const values = Float64Array.from(ranked.rank, (rank) => rank || NaN);
  const grey = book.style('centre', 'missing');
  const plain = book.style('centre');
  return {
    group: words.groups.result,
    header: words.rank,
    sub: '',
    weight: undefined,
    body: {
      kind: 'number',
      values,
      style: plain,
      styles: Uint16Array.from(values, (value) => (Number.isNaN(value) ? grey : plain)),
      ...(formulas && { formulas }),
    },
    width: 8,
  };
}
