import { isBounded, isReckonable } from '../decimal';
import type { Problem, Severity } from '../problem';
import { scoreProblems } from '../words/score';
import { arePlacesOpen, placePoints, type PlaceAdjustment } from './place-points';

/** Points for every unit of an amount, at most `cap` points. */
export interface PointsAdjustment {
  readonly kind: 'bonus' | 'deduction';
  readonly title: string;
  readonly points_per: number;
  readonly cap?: number | undefined;
  /** Units (bonus) or events (deduction) of each row; NaN where nothing was reported. */
  readonly amounts: Float64Array;
}

/** Bounds of the adjusted total, or of what several bonuses or deductions come to. */
export interface LimitAdjustment {
  readonly kind: 'limit';
  readonly cap?: number | undefined;
  readonly floor?: number | undefined;
  /** Positions in the list of the bonuses, or of the deductions, whose points together the cap holds; the total where left out. */
  readonly on?: readonly number[] | undefined;
}

/**
 * A fact that overrides the score: the total becomes missing, becomes zero, or stays but is not ranked or is ranked behind all others; or total and
 * place stay and only a grade is kept from it.
 */
export interface VetoAdjustment {
  readonly kind: 'veto';
  readonly title: string;
  readonly effect: 'missing' | 'zero' | 'unranked' | 'last' | 'keep';
  /** Not 0 where the veto applies; NaN where it is not known. */
  readonly flags: Float64Array;
}

/** A number by which a row's total is multiplied before anything else changes it. */
export interface CoefficientAdjustment {
  readonly kind: 'coefficient';
  readonly title: string;
  /** NaN where it is not known, or is none that can be used. */
  readonly factors: Float64Array;
}

/** All totals stretched alike, so that the best of them is `best`; coefficients come before. */
export interface RescaleAdjustment {
  readonly kind: 'rescale';
  readonly best: number;
}

export type Adjustment = CoefficientAdjustment | RescaleAdjustment | PointsAdjustment | PlaceAdjustment | LimitAdjustment | VetoAdjustment;

export interface AdjustResult {
  readonly totals: Float64Array;
  /**
   * By adjustment as listed, what it changes each row's total by, in points: before + changes = total. 0 where it does not apply and for a veto
   * that takes the place alone; NaN where nothing was reported that can be used, and for a row without a total.
   */
  readonly changes: readonly Float64Array[];
  /** Points added and points taken, summed, before cap and floor; never negative. */
  readonly bonus: Float64Array;
  readonly deduction: Float64Array;
  /** 1 where a veto takes the row out of the ranking. */
  readonly unranked: Uint8Array;
  /** 1 where a veto puts the row behind all others. */
  readonly behind: Uint8Array;
  /** Row → positions in `adjustments` of the vetoes that apply; rows without one are left out. */
  readonly vetoed: ReadonlyMap<number, readonly number[]>;
  readonly problems: readonly Problem[];
}

/**
 * Adjusts totals in a fixed order, however the list is sorted: coefficients, rescaling, bonuses, deductions, points for places by the totals as they are given, caps over several of them, cap and floor, vetoes. So a cap never
 * gives back what a deduction took beyond it, and nothing outweighs a veto. A missing total stays missing (a bonus alone is no
 * score), and so does one whose coefficient is not known, except that a zeroing veto makes it 0. An amount that is missing counts as none, a negative one is not used;
 * both are reported.
 */
export function adjustTotals(totals: Float64Array, adjustments: readonly Adjustment[]): AdjustResult {
  const rows = totals.length;
  const changes = adjustments.map(() => new Float64Array(rows));
  const bonus = new Float64Array(rows);
  const deduction = new Float64Array(rows);
  const unranked = new Uint8Array(rows);
  const behind = new Uint8Array(rows);
  const vetoed = new Map<number, number[]>();
  const problems: Problem[] = [];
  const tell = (
    severity: Severity,
    code: string,
    count: number,
    words: (title: string, count: number) => { message: string; nextStep: string },
    title: string,
  ): void => {
    if (count > 0) problems.push({ severity, code, ...words(title, count) });
  };

  adjustments.forEach((adjustment, index) => {
    if (adjustment.kind === 'places') {
      const points = placePoints(adjustment, totals);
      points.forEach((some, row) => (bonus[row]! += some === some ? some : 0));
      changes[index]!.set(points);
      const missing = points.reduce((count, some, row) => (some !== some && totals[row] === totals[row] ? count + 1 : count), 0);
      return tell('warning', 'bonus-missing', missing, scoreProblems.bonusMissing, adjustment.title);
    }
    if (adjustment.kind !== 'bonus' && adjustment.kind !== 'deduction') return;
    const isBonus = adjustment.kind === 'bonus';
    const { points, missing, negative, unreckonable } = pointsOf(adjustment, rows);
    const onto = isBonus ? bonus : deduction;
    points.forEach((some, row) => {
      changes[index]![row] = isBonus || some === 0 ? some : -some;
      if (some === some) onto[row]! += some;
    });
    tell(
      'warning',
      isBonus ? 'bonus-missing' : 'deduction-missing',
      missing,
      isBonus ? scoreProblems.bonusMissing : scoreProblems.deductionMissing,
      adjustment.title,
    );
    tell('error', 'adjustment-unreckonable', unreckonable, scoreProblems.adjustmentUnreckonable, adjustment.title);
    tell('error', 'adjustment-negative', negative, scoreProblems.adjustmentNegative, adjustment.title);
  });

  adjustments.forEach((adjustment, index) => {
    if (adjustment.kind !== 'limit' || !adjustment.on) return;
    const { on, cap = Infinity } = adjustment;
    for (let row = 0; row < rows; row++) {
      const sum = on.reduce((all, member) => all + (changes[member]![row] === changes[member]![row] ? changes[member]![row]! : 0), 0);
      const beyond = Math.max(0, Math.abs(sum) - cap);
      (sum > 0 ? bonus : deduction)[row]! -= beyond;
      changes[index]![row] = beyond === 0 ? 0 : sum > 0 ? -beyond : beyond;
    }
  });

  const start = totals.slice();
  const multiply = (index: number, factors: (row: number) => number): void =>
    start.forEach((total, row) => {
      start[row] = total * factors(row);
      changes[index]![row] = start[row]! - total;
    });
  adjustments.forEach((adjustment, index) => {
    if (adjustment.kind !== 'coefficient') return;
    const { factors, title } = adjustment;
    tell('error', 'coefficient-missing', factors.filter((factor) => factor !== factor).length, scoreProblems.coefficientMissing, title);
    multiply(index, (row) => factors[row]!);
  });
  adjustments.forEach((adjustment, index) => {
    if (adjustment.kind !== 'rescale') return;
    const greatest = start.reduce((most, total) => (total > most ? total : most), 0);
    // Where nobody has a total above 0 there is nothing to stretch.
    if (greatest > 0) multiply(index, () => adjustment.best / greatest);
  });

  const out = start.map((total, row) => total + bonus[row]! - deduction[row]!);
  adjustments.forEach((adjustment, index) => {
    if (adjustment.kind !== 'limit' || adjustment.on) return;
    const { cap = Infinity, floor = -Infinity } = adjustment;
    for (let row = 0; row < rows; row++) {
      const held = Math.max(floor, Math.min(cap, out[row]!));
      changes[index]![row] = held - out[row]!;
      out[row] = held;
    }
  });

  adjustments.forEach((adjustment, index) => {
    if (adjustment.kind !== 'veto') return;
    let unknown = 0;
    for (let row = 0; row < rows; row++) {
      const flag = adjustment.flags[row]!;
      if (flag !== flag) {
        unknown++;
        changes[index]![row] = NaN;
      } else if (flag !== 0) vetoed.set(row, [...(vetoed.get(row) ?? []), index]);
    }
    tell('warning', 'veto-missing', unknown, scoreProblems.vetoMissing, adjustment.title);
  });
  for (const [row, indexes] of vetoed) {
    const effects = indexes.map((index) => (adjustments[index] as VetoAdjustment).effect);
    if (effects.includes('unranked')) unranked[row] = 1;
    if (effects.includes('last')) behind[row] = 1;
    // The harsher of the two: without a score at all there is no zero either.
    const harshest = effects.includes('missing') ? 'missing' : 'zero';
    const deciding = indexes[effects.indexOf(harshest)];
    if (deciding === undefined) continue;
    const decided = harshest === 'missing' ? NaN : 0;
    changes[deciding]![row] = decided - out[row]!;
    out[row] = decided;
  }
  return { totals: out, changes, bonus, deduction, unranked, behind, vetoed, problems };
}

/** Whether something was not reported that an adjustment of any row rests on. */
export function isOpenFor(adjustment: Adjustment, rows: number): boolean {
  if (adjustment.kind === 'limit' || adjustment.kind === 'rescale') return false;
  if (adjustment.kind === 'places') return arePlacesOpen(adjustment);
  if (adjustment.kind === 'coefficient') return adjustment.factors.some((x) => x !== x);
  return (adjustment.kind === 'veto' ? adjustment.flags : pointsOf(adjustment, rows).points).some((x) => x !== x);
}

/** Points by row, never negative; NaN where the amount is missing or cannot be used. */
export function pointsOf(
  { amounts, points_per, cap = Infinity }: PointsAdjustment,
  rows: number,
): { points: Float64Array; missing: number; negative: number; unreckonable: number } {
  const points = new Float64Array(rows).fill(NaN);
  let missing = 0;
  let negative = 0;
  let unreckonable = 0;
  for (let row = 0; row < rows; row++) {
    const amount = amounts[row]!;
    if (amount !== amount) missing++;
    else if (amount < 0) negative++;
    else if (!isReckonable(amount) || !isBounded(Math.min(cap, amount * points_per))) unreckonable++;
    else points[row] = Math.min(cap, amount * points_per);
  }
  return { points, missing, negative, unreckonable };
}
