import { rowOfLimit, limitOf } from '../limit/limit';
import type { Figures } from '../measure/figures';
import { titleOf } from '../pack/references';
import type { LimitReference } from '../pack/parts';
import type { Problem } from '../problem';
import { isSettled, settledMethod, type AppliedMethod, type MethodByRow } from '../score/methods/index';
import { referencesIn } from '../score/methods/settled';
import { own } from '../own';
import { rankingWords as words } from '../words/ranking';
import type { IndicatorUse } from './population';

/** A number that stands elsewhere than in the pack, in the unit of what it is compared with. */
export interface Elsewhere {
  readonly reference: LimitReference;
  readonly unit: string | undefined;
  readonly title: string;
  /** By row of the main table: NaN where there is none. */
  number(row: number): number;
  /** "Sheet!B4" of every cell that it rests on. */
  cells(row: number): readonly string[];
  /** "Sheet!B4" of the cells without which there is none. */
  gaps(row: number): readonly string[];
  /** Live expression of it, '' where none can be given. */
  formula(row: number): string;
}

/** The numbers that an indicator's method takes from elsewhere, each once. */
export function methodFigures(figures: Figures, { method, unit }: Pick<IndicatorUse, 'method' | 'unit'>): Elsewhere[] {
  const distinct = new Map(referencesIn(method).map((reference) => [JSON.stringify(reference), reference]));
  return [...distinct.values()].map((reference) => elsewhere(figures, reference, unit));
}

/** Coefficients are counted in times: 105 % is 1.05. */
export const TIMES = '倍';

/** What a reference stands for, in a unit. */
export function elsewhere(figures: Figures, reference: LimitReference, unit: string | undefined): Elsewhere {
  const { pack } = figures;
  const table = pack.main_table;
  const number = (row: number): number => {
    const limit = limitOf(figures, reference, table, row, unit);
    return 'why' in limit ? NaN : limit.near;
  };
  const cells = (row: number): readonly string[] => {
    const limit = limitOf(figures, reference, table, row, unit);
    return 'why' in limit ? [] : limit.cells;
  };
  const of = { reference, unit, number, cells };
  if ('fraction' in reference) return { ...of, title: reference.fraction.join('/'), gaps: () => [], formula: () => '' };
  if ('parameter' in reference) {
    const title = own(pack.parameters, reference.parameter)?.title ?? reference.parameter;
    return { ...of, title, gaps: () => [], formula: () => '' };
  }
  if ('values' in reference) {
    const { column } = reference;
    const own = (row: number): string[] => figures.cellsOf(table, column, row);
    return { ...of, title: words.byValue(titleOf(pack, column)), cells: own, gaps: own, formula: () => '' };
  }
  const named = 'column' in reference ? reference.column : reference.measure;
  const series = figures.series(named);
  const at = (row: number): number | undefined => rowOfLimit(figures, series, table, row);
  return {
    ...of,
    title: titleOf(pack, named),
    gaps(row) {
      const found = at(row);
      return found === undefined ? [] : series.gaps(found);
    },
    formula(row) {
      const found = at(row);
      // What is converted on the way is shown as a value.
      return found === undefined || (series.unit ?? unit) !== unit ? '' : (series.formula(found) ?? '');
    },
  };
}

/** An indicator's method as it applies to rows of the main table, each worked out once. */
export function appliedMethod(figures: Figures, use: IndicatorUse, rows: Int32Array): AppliedMethod {
  const { method, direction } = use;
  if (isSettled(method)) return method;
  const found = new Map(methodFigures(figures, use).map((figure) => [JSON.stringify(figure.reference), figure]));
  const known = new Map<number, ReturnType<MethodByRow['at']>>();
  return {
    declared: method,
    at(place) {
      const row = rows[place]!;
      if (!known.has(row))
        known.set(
          row,
          settledMethod(method, direction, (one) => found.get(JSON.stringify(one))!.number(row)),
        );
      return known.get(row);
    },
  };
}

/** Cells without which a row cannot be scored although its figure may be there. */
export function methodGaps(figures: Figures, use: IndicatorUse, row: number): readonly string[] {
  return isSettled(use.method)
    ? []
    : methodFigures(figures, use).flatMap(({ number, gaps }) => (Number.isNaN(number(row)) ? gaps(row) : []));
}

/** Rows that have a figure and no number to measure it by, or none that will do. */
export function methodProblems(
  figures: Figures,
  used: readonly IndicatorUse[],
  values: ReadonlyMap<string, Float64Array>,
  methods: ReadonlyMap<string, AppliedMethod>,
  rows: Int32Array,
): Problem[] {
  return used.flatMap((use): Problem[] => {
    const method = methods.get(use.id)!;
    if (!('declared' in method)) return [];
    const unscored = [...rows.keys()].filter((place) => !Number.isNaN(values.get(use.id)![place]!) && !method.at(place));
    const all = methodFigures(figures, use);
    const lacks = all.map((figure) => ({ figure, count: unscored.filter((place) => Number.isNaN(figure.number(rows[place]!))).length }));
    const unfit = unscored.filter((place) => all.every(({ number }) => !Number.isNaN(number(rows[place]!)))).length;
    return [
      ...lacks
        .filter(({ count }) => count > 0)
        .map(({ figure, count }) => ({
          severity: 'error' as const,
          code: 'method-figure-missing',
          ...words.methodFigureMissing(use.title, figure.title, count, 'parameter' in figure.reference),
        })),
      ...(unfit === 0
        ? []
        : [
            {
              severity: 'error' as const,
              code: 'method-figure-unusable',
              ...words.methodFigureUnusable(use.title, all.map(({ title }) => title).join('、'), unfit),
            },
          ]),
    ];
  });
}
