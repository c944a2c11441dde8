import { cellName, columnName } from '../cell';
import { shownAdjustments, type ShownAdjustment } from '../ranking/adjustments';
import { TIMES } from '../ranking/method-figures';
import { weightsAt, type RankedPopulation } from '../ranking/population';
import type { LimitReference } from '../pack/parts';
import type { Pack } from '../pack/schema';
import type { UserSettings } from '../parameters/parameter-sheet';
import type { BodyColumn, PlanCell } from '../plan';
import { columnFigures, type ColumnFigure } from '../score/methods/terms';
import { figuresAsked } from '../score/methods/column-figures';
import { referencesIn } from '../score/methods/settled';
import { branchesOf, type ScoreBranch } from '../score/tree';
import type { LookedColumn } from './live-looks';
import { movedFormulas, type MovedFormulas } from './moved-formulas';
import type { ReportContext } from './report-context';

/** Above so many cells on the detail sheets of a workbook values are written instead of formulas: it should still open at once. */
export const LIVE_CELLS = 500_000;

/** A column of a detail sheet with what stands above it. */
export interface DetailColumn {
  readonly group: string;
  readonly header: string;
  readonly headerNote?: string;
  readonly sub: string;
  /** One a row of weights; undefined where the column has none. */
  readonly weights?: readonly (number | undefined)[];
  /** Figures of the whole column that formulas of scores refer to. */
  readonly figures?: ReadonlyMap<ColumnFigure, Pick<PlanCell, 'value' | 'formula' | 'style'>>;
  readonly body: BodyColumn;
  readonly width: number;
  readonly bar?: LookedColumn['bar'] | undefined;
  readonly isAnswer?: true;
}

/** Rows above the first row of weights, from the group row on: groups and directions. */
const ABOVE_WEIGHTS = 2;

/**
 * Where things stand on a detail sheet: names (and groups of weights), values, numbers that they are measured by, scores, nodes up to the total as it is put together, amounts that
 * adjust it, points and limits side by side, vetoes, the total, the place; and the rows that formulas point at.
 */
export class DetailLayout {
  readonly branches: readonly ScoreBranch[];
  readonly adjustments: readonly ShownAdjustment[];
  /** Columns before the values. */
  readonly lead: number;
  readonly firstRow: number;
  /** Numbers that methods take from elsewhere, each once, by indicators of one unit. */
  readonly measuredBy: readonly { readonly reference: LimitReference; readonly unit: string | undefined }[];
  /** Rows of figures of whole columns between weights and headers. */
  readonly figureRows: readonly ColumnFigure[];
  private readonly figuresOf: ReadonlyMap<string, readonly ColumnFigure[]>;
  private readonly measuredAt: ReadonlyMap<string, number>;
  private readonly indicatorAt: ReadonlyMap<string, number>;
  private readonly branchAt: ReadonlyMap<string, number>;

  /**
   * @param headRows rows of the sheet above the group row
   * @param live whether formulas refer to figures of whole columns
   */
  constructor(
    readonly ranked: RankedPopulation,
    readonly pack: Pack,
    settings: Pick<UserSettings, 'parameters'>,
    private readonly headRows: number,
    live = false,
  ) {
    this.branches = branchesOf(ranked.tree);
    this.adjustments = shownAdjustments(pack, settings, ranked);
    this.lead = this.byGroup ? 2 : 1;
    this.figuresOf = new Map(
      (live ? ranked.indicators : []).map(({ id, direction, method }) => [id, figuresAsked(direction, method, () => 'A1')]),
    );
    const asked = new Set([...this.figuresOf.values()].flat());
    this.figureRows = columnFigures.filter((figure) => asked.has(figure));
    // Groups, directions, weights, figures of columns, headers.
    this.firstRow = headRows + ABOVE_WEIGHTS + ranked.weightSets.length + this.figureRows.length + 1;
    this.indicatorAt = new Map(ranked.indicators.map(({ id }, index) => [id, index]));
    const references = [
      ...ranked.indicators.flatMap(({ method, unit }) => referencesIn(method).map((reference) => ({ reference, unit }))),
      ...this.branches.flatMap(({ id }) => {
        const coefficient = pack.dimensions[id]?.coefficient;
        return coefficient ? [{ reference: coefficient, unit: TIMES }] : [];
      }),
    ].filter(({ reference }) => !('fraction' in reference));
    const measured = new Map(references.map((one) => [measuredKey(one.reference, one.unit), one]));
    this.measuredBy = [...measured.values()];
    this.measuredAt = new Map([...measured.keys()].map((id, index) => [id, index]));
    this.branchAt = new Map(this.branches.map(({ id }, index) => [id, index]));
  }

  /** Whether zones are weighed by the group that they belong to. */
  get byGroup(): boolean {
    return this.ranked.weightSetOf !== undefined;
  }

  get columns(): number {
    const adjusted = this.adjustments.length === 0 ? 0 : this.amounts.length + this.adjustments.length + 1;
    return this.afterNodes + adjusted + 1;
  }

  /** Adjustments that rest on an amount. */
  get amounts(): readonly ShownAdjustment[] {
    return this.adjustments.filter(({ declared }) => ['coefficient', 'bonus', 'deduction'].includes(declared.kind));
  }

  valueColumn(id: string): number {
    return this.lead + this.indicatorAt.get(id)!;
  }

  /** Column of a number by which indicators of a unit are measured. */
  measuredColumn(reference: LimitReference, unit: string | undefined): number {
    return this.lead + this.ranked.indicators.length + this.measuredAt.get(measuredKey(reference, unit))!;
  }

  /** Column of a node's score; of the root, its score before anything adjusts it. */
  scoreColumn(id: string): number {
    const count = this.ranked.indicators.length;
    const before = this.lead + count + this.measuredBy.length;
    const indicator = this.indicatorAt.get(id);
    return indicator === undefined ? before + count + this.branchAt.get(id)! : before + indicator;
  }

  private get afterNodes(): number {
    return this.lead + 2 * this.ranked.indicators.length + this.measuredBy.length + this.branches.length;
  }

  amountColumn(adjustment: ShownAdjustment): number {
    return this.afterNodes + this.amounts.indexOf(adjustment);
  }

  adjustmentColumn(adjustment: ShownAdjustment): number {
    return this.afterNodes + this.amounts.length + this.adjustments.indexOf(adjustment);
  }

  /** Column of the total that is ranked. */
  get totalColumn(): number {
    return this.adjustments.length === 0 ? this.afterNodes - 1 : this.columns - 2;
  }

  range(column: number): string {
    const name = columnName(column);
    return `${name}$${this.firstRow + 1}:${name}$${this.firstRow + this.ranked.rows.length}`;
  }

  /** The same with its column fixed as well. */
  fixedRange(column: number): string {
    const name = columnName(column);
    return `$${name}$${this.firstRow + 1}:$${name}$${this.firstRow + this.ranked.rows.length}`;
  }

  cell(column: number, place: number): string {
    return cellName(this.firstRow + place, column);
  }

  /** The cell of a column's weight in the row of the group that a place belongs to. */
  weight(column: number, place: number): string {
    const set = this.ranked.weightSetOf?.[place] ?? 0;
    return `${columnName(column)}$${this.headRows + ABOVE_WEIGHTS + set + 1}`;
  }

  /** Formulas of a column that are moved down its rows, see movedFormulas. */
  moved(kindOf: (place: number) => string | undefined, make: (at: number, place: number) => string): MovedFormulas {
    return movedFormulas(this.firstRow, this.ranked.rows.length, kindOf, make);
  }

  /** Figures of the whole column that an indicator's scores rest on. */
  figures(id: string): readonly ColumnFigure[] {
    return this.figuresOf.get(id) ?? [];
  }

  /** The cell of such a figure, its row fixed. */
  figureCell(id: string, figure: ColumnFigure): string {
    const above = this.headRows + ABOVE_WEIGHTS + this.ranked.weightSets.length;
    return `${columnName(this.valueColumn(id))}$${above + this.figureRows.indexOf(figure) + 1}`;
  }

  /** Weights of a node among its siblings, or its full marks, one a row of weights. */
  weights(id: string): (number | undefined)[] {
    const { weightSets, marks } = this.ranked;
    return weightSets.map(({ siblings, shares }) => (marks === undefined ? siblings.get(id) : (shares.get(id) ?? 0) * marks));
  }

  /** Whether a node counts at a place. */
  counts(id: string, place: number): boolean {
    return weightsAt(this.ranked, place)?.siblings.get(id) !== 0;
  }
}

const measuredKey = (reference: LimitReference, unit: string | undefined): string => `${unit ?? ''} ${JSON.stringify(reference)}`;

/** Whether detail sheets and rankings get formulas: all of a workbook, or none. @param detailed what is shown on detail sheets */
export function areLive(detailed: readonly (readonly [RankedPopulation, Pack])[]): boolean {
  // How many columns there are does not rest on what is set.
  const cells = detailed.map(([ranked, pack]) => ranked.rows.length * new DetailLayout(ranked, pack, { parameters: new Map() }, 0).columns);
  return cells.reduce((sum, count) => sum + count, 0) <= LIVE_CELLS;
}

/** A column of numbers, grey where one is missing, blank where there is none to be had. A formula's cell is grey by what it comes to, see liveLooks. */
export function numberColumn(
  { book }: ReportContext,
  values: Float64Array,
  format: string | undefined,
  live: readonly string[] | MovedFormulas | undefined,
  inapplicable?: Uint8Array,
): BodyColumn {
  const moved = live && 'alike' in live ? live : undefined;
  const formulas = moved?.formulas ?? (live as readonly string[] | undefined);
  const plain = book.style('number', undefined, format);
  const grey = book.style('number', 'missing', format);
  const styles = new Uint16Array(values.length);
  for (let place = 0; place < values.length; place++)
    styles[place] = Number.isNaN(values[place]!) && inapplicable?.[place] !== 1 && !formulas?.[place] ? grey : plain;
  return { kind: 'number', values, style: plain, styles, ...(formulas && { formulas }), ...(moved && { alike: moved.alike }) };
}

/** Whole numbers without decimals, others with two, small ones with four: enough to compare, short enough to read. */
export function valueFormat(values: Float64Array): string {
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
