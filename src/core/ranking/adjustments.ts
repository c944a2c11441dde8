import { isReckonable } from '../decimal';
import type { Figures } from '../measure/figures';
import type { Pack, PackAdjustment } from '../pack/schema';
import type { UserSettings } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import { isOpenFor, type Adjustment } from '../score/adjust';
import { adjustmentWords as words } from '../words/adjustments';
import { elsewhere, TIMES } from './method-figures';
import { placeAdjustment, placeCells } from './place-adjustment';
import type { RankedPopulation } from './population';
import { settledAdjustment, type Settled, type SettledAdjustment } from './settled-adjustment';

/**
 * What changes totals after they are put together, in the pack's order, for these rows of the main table.
 * @param nodes scores of dimensions; left out where only their bounds are asked
 */
export function adjustmentsFor(pack: Pack, figures: Figures, rows: Int32Array, nodes?: ReadonlyMap<string, Float64Array>): Adjustment[] {
  return pack.scoring.adjustments.map((one): Adjustment => {
    const { declared, off } = settledAdjustment(pack, figures.settings, one);
    if (off !== undefined) return nothing(declared, rows.length);
    if (declared.kind === 'rescale') return { kind: 'rescale', best: declared.best };
    if (declared.kind === 'coefficient') {
      const { number } = elsewhere(figures, declared.by, TIMES);
      const factors = Float64Array.from(rows, (row) => {
        const factor = number(row);
        return factor >= 0 && isReckonable(factor) ? factor : NaN;
      });
      return { kind: 'coefficient', title: declared.title, factors };
    }
    if (declared.kind === 'limit')
      return { kind: 'limit', cap: declared.cap, floor: declared.floor, on: declared.on && membersOf(pack, declared.on) };
    if (declared.kind === 'veto') {
      const column = figures.column(pack.main_table, declared.column);
      const flags = Float64Array.from(rows, (row) => {
        const answer = column?.texts[row] ?? '';
        return answer === '' ? NaN : answer === declared.when ? 1 : 0;
      });
      return { kind: 'veto', title: declared.title, effect: declared.effect, flags };
    }
    if (declared.kind === 'places') return placeAdjustment(declared, figures, rows, nodes);
    const series = figures.series(declared.measure);
    return {
      kind: declared.kind,
      title: declared.title,
      points_per: declared.points_per,
      cap: declared.cap,
      amounts: Float64Array.from(rows, (row) => series.values[series.frame === 'single' ? 0 : row] ?? NaN),
    };
  });
}

/** Changes nobody, and keeps its position. */
const nothing = (declared: SettledAdjustment, rows: number): Adjustment =>
  declared.kind === 'bonus' || declared.kind === 'deduction'
    ? { kind: declared.kind, title: declared.title, points_per: 0, amounts: new Float64Array(rows) }
    : { kind: 'limit' };

/** Adjustments that the department did not turn on. */
export const offProblems = (pack: Pack, settings: UserSettings): Problem[] =>
  pack.scoring.adjustments.flatMap((one): Problem[] => {
    const { declared, off } = settledAdjustment(pack, settings, one);
    return off === undefined ? [] : [{ severity: 'warning', code: 'adjustment-off', ...words.off(words.title(declared), off) }];
  });

/** Positions in the pack's list of the bonuses and deductions that rest on these measures. */
const membersOf = (pack: Pack, measures: readonly string[]): number[] =>
  pack.scoring.adjustments.flatMap((one, index) => ('measure' in one && measures.includes(one.measure) ? [index] : []));

/** An adjustment of a ranking, for those who show it. */
export interface ShownAdjustment extends Settled {
  /** The figure that it rests on, by which other programs know it; `limit` for what rests on the total itself. Told apart by a number where two are alike. */
  readonly key: string;
  readonly title: string;
  /** As the pack writes it. */
  readonly written: PackAdjustment;
  /** Position in the pack's list. */
  readonly index: number;
  /** Points by place, see {@link AdjustResult.changes}; not known where it is off. */
  readonly changes: Float64Array;
}

/** In the order in which they take effect: coefficients, rescaling, points, limits over several of them, limits of the total, vetoes. */
const effectOf = (declared: SettledAdjustment): number => (declared.kind === 'limit' && declared.on ? 1 : EFFECT[declared.kind]);
const EFFECT = { coefficient: -2, rescale: -1, bonus: 0, deduction: 0, places: 0, limit: 2, veto: 3 } as const;

/** The adjustments of a ranking in the order in which they take effect. */
export function shownAdjustments(
  pack: Pack,
  settings: Pick<UserSettings, 'parameters'>,
  { adjusted }: Pick<RankedPopulation, 'adjusted'>,
): ShownAdjustment[] {
  const taken = new Set<string>();
  return pack.scoring.adjustments
    .flatMap((written, index): ShownAdjustment[] => {
      const changes = adjusted.changes[index];
      // Nothing adjusts a ranking by one dimension or indicator.
      if (!changes) return [];
      const settled = settledAdjustment(pack, settings, written);
      const { declared, off } = settled;
      const wanted = 'measure' in declared ? declared.measure : declared.kind === 'veto' ? declared.column : declared.kind;
      let key = wanted;
      for (let number = 2; taken.has(key); number++) key = `${wanted}_${number}`;
      taken.add(key);
      const known = off === undefined ? changes : new Float64Array(changes.length).fill(NaN);
      return [{ ...settled, key, title: words.title(declared), written, index, changes: known }];
    })
    .sort((a, b) => effectOf(a.declared) - effectOf(b.declared));
}

/** Whether anything changes points, and not only who takes a place. */
export const changesPoints = (pack: Pack): boolean =>
  pack.scoring.adjustments.some((declared) => declared.kind !== 'veto' || declared.effect === 'zero');

/** "Sheet!B4": the cells that an adjustment of a row rests on, and those of its amounts. */
export function adjustmentCells(figures: Figures, declared: PackAdjustment, row: number): readonly string[] {
  const of = (): readonly string[] => {
    if (declared.kind === 'limit' || declared.kind === 'rescale') return [];
    if (declared.kind === 'coefficient') return elsewhere(figures, declared.by, TIMES).cells(row);
    if (declared.kind === 'veto') return figures.cellsOf(figures.pack.main_table, declared.column, row);
    if (declared.kind === 'places') return placeCells(declared, figures, row);
    const series = figures.series(declared.measure);
    return series.cells(series.frame === 'single' ? 0 : row);
  };
  return [...of(), ...settledAdjustment(figures.pack, figures.settings, declared).cells];
}

/** Cells of a row that leave it open what adjusts its total. */
export function openAdjustmentCells(figures: Figures, row: number): string[] {
  const { pack } = figures;
  return adjustmentsFor(pack, figures, Int32Array.of(row)).flatMap((adjustment, index) => {
    return isOpenFor(adjustment, 1) ? adjustmentCells(figures, pack.scoring.adjustments[index]!, row) : [];
  });
}

/** Whether an adjustment applies at a place of the ranking; undefined where nothing was reported that says it. */
export function appliesAt(
  { adjusted }: RankedPopulation,
  { declared, index, changes, off }: ShownAdjustment,
  place: number,
): boolean | undefined {
  if (adjusted.vetoed.get(place)?.includes(index) === true) return true;
  if (off !== undefined) return false;
  const change = changes[place]!;
  // Without a total there is nothing to hold within limits.
  return change === change ? change !== 0 : declared.kind === 'limit' || declared.kind === 'rescale' ? false : undefined;
}
