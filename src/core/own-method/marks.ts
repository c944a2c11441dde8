import Big from 'big.js';
import { cellName } from '../cell';
import { decimalOf } from '../decimal';
import { weightGroupOf } from '../parameters/group-weights';
import { ownMethodWords as words, systemSheet } from '../words/own-method';
import type { Draft } from './draft';
import type { Row, SheetRows } from './sheet-rows';

/** A column of full marks or weights, for all or for one group. */
export interface MarkColumn {
  readonly column: number;
  readonly header: string;
  /** undefined where it is for all. */
  readonly group: string | undefined;
}

/** The columns of marks: by group where there are any, else the one for all. */
export function markColumns<F extends string>({ rows, others }: SheetRows<F | 'weight'>): MarkColumn[] {
  const byGroup = [...others].flatMap(([column, header]): MarkColumn[] => {
    const group = weightGroupOf(header);
    return group === undefined ? [] : [{ column, header, group }];
  });
  if (byGroup.length > 0) return byGroup;
  const single = rows[0]?.columnOf('weight');
  return single === undefined ? [] : [{ column: single, header: systemSheet.headers.weight[0], group: undefined }];
}

interface Marked {
  readonly key: string;
  readonly title: string;
  readonly row: Row<string>;
}

/**
 * The marks of all indicators in each column, which make 100 together.
 * @returns undefined where none is given, or something is wrong, which is told
 */
export function marksOf(
  columns: readonly MarkColumn[],
  indicators: readonly Marked[],
  header: number,
  draft: Draft,
): Map<MarkColumn, Map<string, number>> | undefined {
  const given = new Map(
    columns.map((mark) => [
      mark,
      new Map(
        indicators.flatMap(({ key, title, row }): [string, number][] => {
          const weight = row.weightAt(mark.column, title);
          return weight === undefined ? [] : [[key, weight]];
        }),
      ),
    ]),
  );
  if ([...given.values()].every(({ size }) => size === 0)) return undefined;
  let isWhole = true;
  for (const [{ column, header: name }, weights] of given) {
    const blank = indicators.find(({ key }) => !weights.has(key));
    const sum = [...weights.values()].reduce((total, weight) => total.plus(decimalOf(weight)), new Big(0));
    if (blank) draft.refuse(blank.row.placeAt(column), 'method-weight-needed', words.someWeights(blank.title, name));
    else if (!sum.eq(100) && !sum.eq(1)) {
      const sheet = indicators[0]!.row.sheet;
      draft.refuse({ sheet, cell: cellName(header, column) }, 'method-weights-total', words.weightsTotal(name, sum.toString()));
    } else continue;
    isWhole = false;
  }
  return isWhole ? given : undefined;
}
