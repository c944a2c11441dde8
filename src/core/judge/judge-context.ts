import type { Figures } from '../measure/figures';
import type { Count, End, MeasureRef } from '../pack/parts';
import type { Pack } from '../pack/schema';
import type { DataYear } from '../period/data-year';
import { countSet, endAmong } from '../parameters/end';
import { chosenReference } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import type { RankedPopulation } from '../ranking/population';
import type { Finding } from './finding';
import type { Silence } from './silence';
import type { Yielded } from './yielded';

/** What a rule may look at while it judges. */
export interface JudgeContext {
  readonly pack: Pack;
  readonly figures: Figures;
  readonly rankings: ReadonlyMap<string, RankedPopulation>;
  /** YYYY-MM-DD */
  readonly asOf: string;
  /** Year of the figures; without one, or with contradictory ones, no goal of a year that may have come is judged. */
  readonly dataYear: DataYear;
  /** The figures are of this year at the latest: their own, else that of `asOf`. */
  readonly latestYear: number;
  readonly problems: Problem[];
  /** Rules that say nothing about anybody, and why. */
  readonly silent: Map<string, Silence>;
  /** Lists that a zone is on as well and that yielded to a heavier one. */
  readonly yielded: Yielded[];
  /** Findings of another rule; worked out on demand, so that rules may stand in any order. */
  findingsOf(rule: string): readonly Finding[];
}

/** The number of a count that may be a parameter; undefined where the user has set none. */
export function numberOf({ figures }: JudgeContext, count: Count): number | undefined {
  return countSet(figures.settings, count);
}

/** First parameter among these that is unset. */
export function unsetParameter(context: JudgeContext, counts: readonly (End | undefined)[]): string | undefined {
  const asked = counts.map((count) => (typeof count === 'object' && 'percent' in count ? count.percent : count));
  const found = asked.find((count) => count !== undefined && typeof count !== 'number' && numberOf(context, count) === undefined);
  return found === undefined || typeof found === 'number' ? undefined : found.parameter;
}

/** The measure that applies; with a choice parameter unset, the parameter's key instead. */
export function chosenMeasure(context: JudgeContext, measure: MeasureRef): { readonly measure: string } | { readonly unset: string } {
  const chosen = chosenReference(context.figures.settings, measure);
  return chosen === undefined ? { unset: typeof measure === 'string' ? measure : measure.parameter } : { measure: chosen };
}

/** How many places an end of a list has among so many who take part; undefined while its parameter is not set. */
export function endOf({ figures }: JudgeContext, end: End, taking: number): number | undefined {
  return endAmong(figures.settings, end, taking);
}
