import { compareNumbers, compareRatio, ratioOf, subtractRatio, type Ratio } from '../decimal';
import { showChange, showFigure } from '../limit/show';
import type { Series } from '../measure/series';
import { frameOf } from '../pack/references';
import { placeOfCell } from '../table/placed-table';
import { dataCheckWords as words } from '../words/data-check';
import { judgeWords } from '../words/judge';
import { askedMeasures } from './check-figures';
import { CheckOutcome } from './check-finding';
import type { CheckScope } from './check-scope';

interface Range {
  readonly at_least?: number | undefined;
  readonly at_most?: number | undefined;
}

/** Values that a figure cannot have. What columns and measures declare is refused where they are read, and told there. */
export function checkRanges(scope: CheckScope): CheckOutcome[] {
  const { figures } = scope;
  return [
    ...refusedCells(scope),
    ...refusedMeasures(scope),
    ...Object.values(figures.pack.checks).flatMap((check) =>
      check.kind === 'range' ? check.of.flatMap((reference) => outcomeOf(scope, reference, check.title, check)) : [],
    ),
  ];
}

const shownRange = (scope: CheckScope, { at_least, at_most }: Range, unit: string | undefined): string => {
  const shown = (limit: number): string => showFigure(scope.figures.units, ratioOf(limit), unit);
  if (at_least !== undefined && at_most !== undefined) return judgeWords.between(shown(at_least), shown(at_most));
  return at_least !== undefined ? judgeWords.edge('at_least', shown(at_least)) : judgeWords.edge('at_most', shown(at_most ?? 0));
};

/** Cells whose number lies outside what their column declares. */
function refusedCells(scope: CheckScope): CheckOutcome[] {
  const { figures, digits } = scope;
  return [...figures.tables].flatMap(([id, table]) =>
    [...table.columns.values()].flatMap((column): CheckOutcome[] => {
      const { atLeast, atMost } = column.spec;
      if (column.spec.kind !== 'number' || (atLeast === undefined && atMost === undefined)) return [];
      const outcome = new CheckOutcome(undefined);
      for (const [row, why] of column.missing) {
        if (why !== 'out_of_range') continue;
        outcome.add(() => {
          const { zone, order, item } = scope.owner(id, row);
          const stored = digits.stored(table, column.column, row);
          return {
            kind: 'range',
            zone,
            order,
            title: words.of(words.rangeTitle(column.header), item),
            cells: [placeOfCell(table, column, row)],
            actual: Number.isNaN(stored) ? digits.text(table, column.column, row) : String(stored),
            expected: shownRange(scope, { at_least: atLeast, at_most: atMost }, column.unit),
            difference: '',
            question: words.askRange(column.header),
          };
        });
      }
      return [outcome];
    }),
  );
}

/** Figures worked out from others that lie outside what their measure declares. */
function refusedMeasures(scope: CheckScope): CheckOutcome[] {
  const { figures } = scope;
  const asked = askedMeasures(figures);
  return Object.entries(figures.pack.measures).flatMap(([id, measure]): CheckOutcome[] => {
    const { range } = measure;
    if (range === undefined || !asked.has(id)) return [];
    const series = figures.series(id);
    if (series.absent !== undefined) return [];
    const outcome = new CheckOutcome(undefined);
    for (const row of series.refused ?? [])
      outcome.add(() => ({
        ...place(scope, series, row, measure.title),
        actual: '',
        expected: shownRange(scope, range, series.unit),
        difference: '',
        question: words.askComputed(series.missing(row)),
      }));
    return [outcome];
  });
}

function outcomeOf(scope: CheckScope, reference: string, title: string, range: Range): CheckOutcome[] {
  const { figures } = scope;
  const series = figures.series(reference);
  if (series.absent !== undefined || frameOf(figures.pack, reference) === undefined) return [];
  const outcome = new CheckOutcome({ severity: 'warning', code: 'value-impossible', say: words.toldRelation });
  series.values.forEach((near, row) => {
    if (Number.isNaN(near)) return;
    const limit = passed(range, near, () => series.exact(row));
    const exact = limit === undefined ? undefined : series.exact(row);
    if (limit === undefined || !exact) return;
    outcome.add(() => ({
      ...place(scope, series, row, title),
      actual: showFigure(figures.units, exact, series.unit, [ratioOf(limit)]),
      expected: shownRange(scope, range, series.unit),
      difference: showChange(figures.units, subtractRatio(exact, ratioOf(limit)), series.unit),
      question: words.askRange(series.title),
    }));
  });
  return [outcome];
}

/** The limit that a value passes; compared exactly where the two are close. */
function passed({ at_least, at_most }: Range, near: number, exact: () => Ratio | undefined): number | undefined {
  const order = (limit: number): number => {
    const rough = compareNumbers(near, limit);
    if (Math.abs(near - limit) > 1e-9 * Math.max(1, Math.abs(limit))) return rough;
    const value = exact();
    return value ? compareRatio(value, ratioOf(limit)) : rough;
  };
  if (at_least !== undefined && order(at_least) < 0) return at_least;
  return at_most !== undefined && order(at_most) > 0 ? at_most : undefined;
}

function place(
  scope: CheckScope,
  series: Series,
  row: number,
  title: string,
): { kind: 'range'; zone: string; order: number; title: string; cells: readonly string[] } {
  const { zone, order, item } = scope.ownerIn(series.frame, row);
  return { kind: 'range', zone, order, title: words.of(title, item), cells: series.cells(row) };
}
