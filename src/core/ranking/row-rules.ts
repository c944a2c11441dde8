import { isReckonable } from '../decimal';
import { edges } from '../limit/edge';
import { limitOf, rowKeeps } from '../limit/limit';
import type { Figures } from '../measure/figures';
import { own } from '../own';
import type { Limit, LimitReference } from '../pack/parts';
import type { Pack } from '../pack/schema';
import { chosenReference } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import type { RowRules, RowSpan } from '../score/row-factors';
import { branchesOf, type ScoreBranch } from '../score/tree';
import { scoreProblems } from '../words/score';
import { elsewhere, TIMES } from './method-figures';
import type { IndicatorUse } from './population';

type Condition = NonNullable<Pack['dimensions'][string]['condition']>;

/** What dimensions say of single rows: coefficients, and conditions under which their indicators are held; undefined where none says anything. */
export function rowRules(
  pack: Pack,
  figures: Figures,
  tree: ScoreBranch,
  used: readonly IndicatorUse[],
  rows: Int32Array,
): RowRules | undefined {
  const coefficients = new Map<string, RowSpan>();
  const ceilings = new Map<string, RowSpan & { now: Float64Array }>();
  for (const { id } of branchesOf(tree)) {
    const { coefficient, condition } = own(pack.dimensions, id) ?? {};
    if (coefficient) {
      const { number } = elsewhere(figures, coefficient, TIMES);
      const factor = (row: number): number | undefined => (number(row) >= 0 && isReckonable(number(row)) ? number(row) : undefined);
      coefficients.set(id, spanOf(rows, factor, [0, Infinity]));
    }
    if (!condition) continue;
    const { otherwise } = condition;
    const span = spanOf(
      rows,
      (row) => {
        const met = isMet(pack, figures, condition, row);
        return met === undefined ? undefined : met ? Infinity : otherwise;
      },
      [otherwise, Infinity],
    );
    // Where it is not known whether indicators are held, a missing figure that counts 0 holds them; else nothing does until it is there.
    const now = used.some((use) => use.id === condition.indicator && use.gaps === 'zero') ? span.least : span.most;
    for (const use of used) if (use.dimension === id && use.id !== condition.indicator) ceilings.set(use.id, { ...span, now });
  }
  return coefficients.size + ceilings.size === 0 ? undefined : { coefficients, ceilings };
}

function spanOf(rows: Int32Array, known: (row: number) => number | undefined, [least, most]: readonly [number, number]): RowSpan {
  const numbers = Array.from(rows, known);
  return { least: Float64Array.from(numbers, (number) => number ?? least), most: Float64Array.from(numbers, (number) => number ?? most) };
}

/** The figure that a condition looks at. */
export function figureOf(pack: Pack, figures: Figures, { indicator }: Condition): string {
  return chosenReference(figures.settings, own(pack.indicators, indicator)?.measure ?? indicator) ?? '';
}

/** Whether a row meets a condition; one that is not for the row is met, undefined where that is not known. */
function isMet(pack: Pack, figures: Figures, condition: Condition, row: number): boolean | undefined {
  const table = pack.main_table;
  const membership = figures.membership(own(pack.indicators, condition.indicator)?.applies, table, row);
  if (membership !== 'in') return membership === 'out' ? true : undefined;
  const series = figures.series(figureOf(pack, figures, condition));
  return rowKeeps(condition, series, series.frame === 'single' ? 0 : row, (limit) => limitOf(figures, limit, table, row, series.unit));
}

const isOpen = ({ least, most }: RowSpan, row: number): boolean => least[row] !== most[row];

/** Rows, of so many, of which it is not known what a coefficient or a condition makes of them. */
export function openRows(rules: RowRules | undefined, count: number): number[] {
  const spans = rules ? [...rules.coefficients.values(), ...rules.ceilings.values()] : [];
  return Array.from({ length: count }, (_, row) => row).filter((row) => spans.some((span) => isOpen(span, row)));
}

/** Coefficients that are not there. What a condition lacks is told where the figure is. */
export function ruleProblems(pack: Pack, rules: RowRules | undefined, count: number): Problem[] {
  return [...(rules?.coefficients ?? [])].flatMap(([id, span]): Problem[] => {
    const open = Array.from({ length: count }, (_, row) => row).filter((row) => isOpen(span, row)).length;
    const title = pack.dimensions[id]?.title ?? id;
    return open === 0 ? [] : [{ severity: 'error', code: 'coefficient-missing', ...scoreProblems.coefficientMissing(title, open) }];
  });
}

/** Cells without which it is not known what coefficients and conditions make of a row. */
export function openRuleCells(figures: Figures, row: number): string[] {
  const { pack } = figures;
  const gaps = (reference: LimitReference, unit: string | undefined): readonly string[] => {
    const { number, gaps: of } = elsewhere(figures, reference, unit);
    return Number.isNaN(number(row)) ? of(row) : [];
  };
  return Object.values(pack.dimensions).flatMap(({ coefficient, condition }) => {
    const ofCoefficient = coefficient ? gaps(coefficient, TIMES) : [];
    if (!condition || isMet(pack, figures, condition, row) !== undefined) return [...ofCoefficient];
    const series = figures.series(figureOf(pack, figures, condition));
    const limits = edges.flatMap((edge): Limit[] => (condition[edge] === undefined ? [] : [condition[edge]]));
    return [
      ...ofCoefficient,
      ...figures.openCells(own(pack.indicators, condition.indicator)?.applies, pack.main_table, row),
      ...series.gaps(series.frame === 'single' ? 0 : row),
      ...limits.flatMap((limit) => (typeof limit === 'number' ? [] : gaps(limit, series.unit))),
    ];
  });
}
