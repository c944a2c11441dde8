import { cellName } from '../cell';
import type { Pack } from '../pack/schema';
import type { BodyColumn, CellNote } from '../plan';
import { appliesAt, changesPoints, shownAdjustments, type ShownAdjustment } from '../ranking/adjustments';
import { elsewhere, TIMES } from '../ranking/method-figures';
import type { RankedPopulation } from '../ranking/population';
import { TOTAL } from '../ranking/total';
import { adjustedTotalFormula, coefficientFormula, limitFormula, pointsFormula, togetherFormula } from '../score/adjust-formula';
import { withFixedCells } from '../score/formula-text';
import { NOISE_DECIMALS } from '../score/rank';
import { adjustmentWords as words } from '../words/adjustments';
import { adjustmentNote, adjustmentRemark, pointsFormat, vetoWord } from './adjustment-notes';
import { clauseNote, NOTED_ROWS } from './clause-note';
import type { ReportContext } from './report-context';
import { decimalFormat } from './style-book';
import { columnWidth } from './width';

export interface AdjustmentColumn {
  readonly header: string;
  readonly headerNote?: string;
  readonly body: BodyColumn;
  readonly width: number;
  readonly least?: number;
  /** Note beside the cell of a place; undefined where there is nothing to say. */
  note(place: number): string | undefined;
  /** What the remark of a place says of it; undefined where there is nothing to say. */
  remark(place: number): string | undefined;
  /** What it shows; undefined for the total before anything changes it. */
  readonly adjustment?: ShownAdjustment;
}

/**
 * What leads from the dimension scores to the total, on a ranking sheet: the total before it, and a column for each adjustment, so that a
 * row adds up. Empty where the pack adjusts nothing.
 */
export function adjustmentColumns(context: ReportContext, ranked: RankedPopulation, order: readonly number[]): AdjustmentColumn[] {
  const { pack, figures, book } = context;
  const adjustments = shownAdjustments(pack, figures.settings, ranked);
  if (adjustments.length === 0) return [];
  const numbers = (values: Float64Array, format: string): BodyColumn => {
    const inOrder = Float64Array.from(order, (place) => values[place]!);
    const [plain, grey] = [book.style('number', undefined, format), book.style('number', 'missing', format)];
    return { kind: 'number', values: inOrder, style: plain, styles: Uint16Array.from(inOrder, (x) => (Number.isNaN(x) ? grey : plain)) };
  };
  const vetoes = (adjustment: ShownAdjustment): BodyColumn => {
    const applied = order.map((place) => appliesAt(ranked, adjustment, place));
    return {
      kind: 'text',
      values: applied.map((one) => (one === undefined ? words.unknown : one ? vetoWord(adjustment.declared) : words.notVetoed)),
      style: book.style('centre'),
      styles: Uint16Array.from(applied, (one) => book.style('centre', one === undefined ? 'missing' : one ? 'unmet' : undefined)),
    };
  };
  const before: AdjustmentColumn = {
    header: words.before,
    body: numbers(ranked.scores.nodeScores.get(TOTAL)!, decimalFormat(pack.scoring.show_decimals)),
    width: columnWidth(words.before, [], { least: 10, most: 16 }),
    note: () => undefined,
    remark: () => undefined,
  };
  return [
    ...(changesPoints(pack) ? [before] : []),
    ...adjustments.map((adjustment): AdjustmentColumn => {
      const { declared, title, changes } = adjustment;
      return {
        adjustment,
        header: title,
        ...headerNote(pack, adjustment),
        body: declared.kind === 'veto' ? vetoes(adjustment) : numbers(changes, pointsFormat(pack.scoring.show_decimals, declared)),
        width: columnWidth(title, [], { least: declared.kind === 'limit' ? 15 : 11, most: 18 }),
        least: declared.kind === 'limit' ? 15 : 9,
        note: (place) => adjustmentNote(pack, figures, ranked, adjustment, place),
        remark: (place) => adjustmentRemark(pack, figures, ranked, adjustment, place),
      };
    }),
  ];
}

function headerNote(pack: Pack, { title, declared, off }: ShownAdjustment): { readonly headerNote?: string } {
  const lines = [...(off === undefined ? [] : [`${title}：${off}`]), ...(declared.clause ? [clauseNote(pack, declared.clause)] : [])];
  return lines.length === 0 ? {} : { headerNote: lines.join('\n') };
}

/** Where the columns stand on the sheet. */
interface Standing {
  /** Row of the sheet by how many stand before it. */
  readonly rowOf: (index: number) => number;
  readonly firstColumn: number;
}

/**
 * Live formulas on a ranking sheet where anything changes points, so that the first column is the total before: points from the data sheet, what a limit changes and the total from the cells of the row; one body for each of the
 * columns and, last, that of the total. A veto keeps the words that were found; its live answer stands on 得分明细. References to other sheets are
 * fixed, since rankings get sorted.
 */
export function withAdjustmentFormulas(
  { figures }: ReportContext,
  ranked: RankedPopulation,
  columns: readonly AdjustmentColumn[],
  total: BodyColumn,
  order: readonly number[],
  { rowOf, firstColumn }: Standing,
): BodyColumn[] {
  const points = columns.flatMap(({ adjustment }, at) => (adjustment && adjustment.declared.kind !== 'veto' ? [at] : []));
  const zero = columns.flatMap(({ adjustment }, at) =>
    adjustment?.declared.kind === 'veto' && adjustment.declared.effect === 'zero' ? [at] : [],
  );
  const cell = (row: number, at: number): string => cellName(rowOf(row), firstColumn + at);
  const sum = (row: number, until = Infinity): string | undefined => {
    const taken = points.filter((at) => at < until);
    if (taken.length < 2) return taken[0] === undefined ? undefined : cell(row, taken[0]);
    return `${cell(row, taken[0]!)}:${cell(row, taken.at(-1)!)}`;
  };
  const formula = ({ expressed: declared, changes, off }: ShownAdjustment, row: number, at: number): string | undefined => {
    if (declared.kind === 'veto' || off !== undefined) return undefined;
    if (declared.kind === 'limit' && declared.on) {
      const { on, cap = 0 } = declared;
      const of = columns.flatMap(({ adjustment }, column) => {
        const one = adjustment?.declared;
        return one && 'measure' in one && on.includes(one.measure) ? [{ cell: cell(row, column), kind: one.kind }] : [];
      });
      return togetherFormula(
        of.map((one) => one.cell),
        cap,
        of[0]?.kind === 'bonus' ? 1 : -1,
      );
    }
    if (declared.kind === 'limit') {
      const range = sum(row, at);
      const before = cell(row, 0);
      return limitFormula(before, range === undefined ? before : `${before}+SUM(${range})`, declared.cap, declared.floor);
    }
    // Places are counted over everybody who is scored, whom this sheet need not list.
    if (declared.kind === 'places') return undefined;
    const place = order[row]!;
    // What stretches totals asks all of them at once: it stands on 得分明细.
    if (declared.kind === 'rescale') return undefined;
    if (declared.kind === 'coefficient') {
      const { formula: live, number } = elsewhere(figures, declared.by, TIMES);
      const factor = live(ranked.rows[place]!);
      const [before, range] = [cell(row, 0), sum(row, at)];
      if (Number.isNaN(changes[place]!)) return undefined;
      return coefficientFormula(
        range === undefined ? before : `(${before}+SUM(${range}))`,
        factor === '' ? String(number(ranked.rows[place]!)) : withFixedCells(factor),
      );
    }
    const series = figures.series(declared.measure);
    const amount = series.formula(series.frame === 'single' ? 0 : ranked.rows[place]!);
    // An amount that cannot be reckoned with is not used; a formula would.
    if (amount === undefined || Number.isNaN(changes[place]!)) return undefined;
    return pointsFormula(withFixedCells(amount), declared.kind === 'bonus' ? 1 : -1, declared.points_per, declared.cap);
  };
  const live = (body: BodyColumn, of: (row: number) => string | undefined): BodyColumn =>
    body.kind === 'number' ? { ...body, formulas: order.map((_, row) => of(row) ?? '') } : body;
  return [
    ...columns.map(({ adjustment, body }, at) => (adjustment ? live(body, (row) => formula(adjustment, row, at)) : body)),
    live(total, (row) => {
      const conditions = zero.map((at) => `${cell(row, at)}="${words.vetoed}"`);
      return adjustedTotalFormula(cell(row, 0), sum(row), conditions, NOISE_DECIMALS);
    }),
  ];
}

/** Notes of the columns that stand from `first` on, for the rows that get notes at all. */
export function adjustmentCellNotes(
  columns: readonly AdjustmentColumn[],
  order: readonly number[],
  { rowOf, firstColumn }: Standing,
): CellNote[] {
  return order.slice(0, Math.floor(NOTED_ROWS / Math.max(1, columns.length))).flatMap((place, row) =>
    columns.flatMap(({ note }, column): CellNote[] => {
      const text = note(place);
      return text === undefined ? [] : [{ row: rowOf(row), column: firstColumn + column, text }];
    }),
  );
}
