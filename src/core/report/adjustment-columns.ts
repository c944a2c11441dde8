import type { BodyColumn, CellNote } from '../plan';
import { appliesAt, changesPoints, shownAdjustments, type ShownAdjustment } from '../ranking/adjustments';
import type { RankedPopulation } from '../ranking/population';
import { TOTAL } from '../ranking/rank-zones';
import { adjustmentWords as words } from '../words/adjustments';
import { adjustmentNote, adjustmentRemark, pointsFormat } from './adjustment-notes';
import { clauseNote, NOTED_ROWS } from './clause-note';
import type { ReportContext } from './report-context';
import { decimalFormat } from './style-book';
import { columnWidth } from './width';

export interface AdjustmentColumn {
  readonly header: string;
  readonly headerNote?: string;
  readonly body: BodyColumn;
  readonly width: number;
  /** Note beside the cell of a place; undefined where there is nothing to say. */
  note(place: number): string | undefined;
  /** What the remark of a place says of it; undefined where there is nothing to say. */
  remark(place: number): string | undefined;
}

/**
 * What leads from the dimension scores to the total, on a ranking sheet: the total before it, and a column for each adjustment, so that a
 * row adds up. Empty where the pack adjusts nothing.
 */
export function adjustmentColumns(context: ReportContext, ranked: RankedPopulation, order: readonly number[]): AdjustmentColumn[] {
  const { pack, figures, book } = context;
  const adjustments = shownAdjustments(pack, ranked);
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
      values: applied.map((one) => (one === undefined ? words.unknown : one ? words.vetoed : words.notVetoed)),
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
        header: title,
        ...(declared.clause && { headerNote: clauseNote(pack, declared.clause) }),
        body: declared.kind === 'veto' ? vetoes(adjustment) : numbers(changes, pointsFormat(pack.scoring.show_decimals, declared)),
        width: columnWidth(title, [], { least: declared.kind === 'limit' ? 15 : 11, most: 18 }),
        note: (place) => adjustmentNote(pack, figures, ranked, adjustment, place),
        remark: (place) => adjustmentRemark(pack, figures, ranked, adjustment, place),
      };
    }),
  ];
}

/** Notes of the columns that stand from `first` on, for the rows that get notes at all. */
export function adjustmentCellNotes(
  columns: readonly AdjustmentColumn[],
  order: readonly number[],
  { firstRow, firstColumn }: { readonly firstRow: number; readonly firstColumn: number },
): CellNote[] {
  return order.slice(0, Math.floor(NOTED_ROWS / Math.max(1, columns.length))).flatMap((place, row) =>
    columns.flatMap(({ note }, column): CellNote[] => {
      const text = note(place);
      return text === undefined ? [] : [{ row: firstRow + row, column: firstColumn + column, text }];
    }),
  );
}
