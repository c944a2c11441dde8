import { compareNumbers, roundHalfUp } from '../decimal';
import { countSet, endAmong } from '../parameters/end';
import type { UserSettings } from '../parameters/parameter-sheet';
import type { Pack, PackGrades } from '../pack/schema';
import { NOISE_DECIMALS } from '../score/rank';
import type { GradeAt, RankedGrades } from './grade';
import type { RankedPopulation } from './population';

type Ranked = Omit<RankedPopulation, 'grades'>;

const NONE: GradeAt = { now: undefined, best: undefined, worst: undefined };

/** Every scale of the pack that is for this ranking and whose limits are all set. */
export function gradesOf(pack: Pack, settings: UserSettings, ranked: Ranked): RankedGrades[] {
  return Object.entries(pack.grades).flatMap(([key, scale]) => {
    if (scale.rankings ? !scale.rankings.includes(ranked.id) : ranked.by !== undefined) return [];
    const steps = stepsOf(settings, scale, ranked);
    return steps ? [{ key, title: scale.title, at: gradesAt(pack, steps, ranked) }] : [];
  });
}

/** A grade with its limits as numbers. */
interface Step {
  readonly title: string;
  readonly reaches: (total: number) => boolean;
  /** Places from the first that may have it: those who take part for sure decide the least number, all who may take part the most. */
  readonly first: { readonly least: number; readonly most: number } | undefined;
  /** How many may have it. */
  readonly cap: { readonly least: number; readonly most: number } | undefined;
}

function stepsOf(settings: UserSettings, scale: PackGrades, { taking }: Ranked): Step[] | undefined {
  const steps: Step[] = [];
  for (const { title, at_least: from, over, first, most } of scale.grades) {
    const limit = from ?? over;
    const value = limit === undefined ? undefined : countSet(settings, limit);
    if (limit !== undefined && value === undefined) return undefined;
    const among = (end: typeof first): Step['first'] | null => {
      if (end === undefined) return undefined;
      const [least, greatest] = taking.map((count) => endAmong(settings, end, count)) as [number | undefined, number | undefined];
      return least === undefined || greatest === undefined ? null : { least, most: greatest };
    };
    const [ahead, cap] = [among(first), among(most)];
    if (ahead === null || cap === null) return undefined;
    const edge = from === undefined ? 1 : 0;
    const reaches = (total: number): boolean => value === undefined || compareNumbers(roundHalfUp(total, NOISE_DECIMALS), value) >= edge;
    steps.push({ title, reaches, first: ahead, cap });
  }
  return steps;
}

function gradesAt(pack: Pack, steps: readonly Step[], ranked: Ranked): GradeAt[] {
  const { now, tiedAtCap } = gradesNow(pack, steps, ranked);
  const title = (step: number | undefined): string | undefined => (step === undefined ? undefined : steps[step]?.title);
  return Array.from(ranked.rows, (_, place): GradeAt => {
    const own = now[place];
    if (own === undefined && !ranked.places?.takesPart(place)) return NONE;
    let [best, worst] = rangeAt(pack, steps, ranked, place) ?? [own, own];
    best = Math.min(best ?? own!, own ?? best!, tiedAtCap.get(place) ?? Infinity);
    worst = Math.max(worst ?? own!, own ?? worst!);
    return { now: title(own), best: title(best), worst: title(worst) };
  });
}

/** Grades by the figures that are there. Where those who are level at a cap are too many for it, none of them gets the grade, and that is open. */
function gradesNow(
  pack: Pack,
  steps: readonly Step[],
  ranked: Ranked,
): { readonly now: readonly (number | undefined)[]; readonly tiedAtCap: ReadonlyMap<number, number> } {
  const now = new Array<number | undefined>(ranked.rows.length).fill(undefined);
  const tiedAtCap = new Map<number, number>();
  const placed = Array.from(ranked.order).filter((place) => ranked.rank[place]! > 0);
  steps.forEach(({ title, reaches, first, cap }, step) => {
    const eligible = placed.filter(
      (place) =>
        now[place] === undefined &&
        reaches(ranked.totals[place]!) &&
        barredAt(pack, ranked, place, title) !== 'yes' &&
        (first === undefined || ranked.rank[place]! <= first.least),
    );
    const room = cap?.least ?? eligible.length;
    const edge = eligible[room];
    const taken = eligible.slice(0, room).filter((place) => edge === undefined || ranked.rank[place] !== ranked.rank[edge]);
    taken.forEach((place) => (now[place] = step));
    eligible.slice(taken.length).forEach((place) => {
      if (edge !== undefined && taken.length < room && ranked.rank[place] === ranked.rank[edge]) tiedAtCap.set(place, step);
    });
  });
  return { now, tiedAtCap };
}

/** Best and worst step of a place over all completions; undefined where nothing is open. */
function rangeAt(
  pack: Pack,
  steps: readonly Step[],
  ranked: Ranked,
  place: number,
): readonly [best: number | undefined, worst: number | undefined] | undefined {
  const { places } = ranked;
  if (!places) return undefined;
  const [low, high] = places.totals(place);
  const barred = Array.from(ranked.rows, (_, other) => other);
  const found = (total: number, isBest: boolean): number | undefined => {
    const at = steps.findIndex(({ title, reaches, first, cap }) => {
      if (!reaches(total)) return false;
      const bar = barredAt(pack, ranked, place, title);
      if (isBest ? bar === 'yes' : bar !== 'no') return false;
      // Whoever is kept from the grade makes room for those behind.
      const room = isBest ? barred.filter((other) => barredAt(pack, ranked, other, title) !== 'no').length : 0;
      return [first && { ...first, room: 0 }, cap && { ...cap, room }].every((end) => {
        if (!end) return true;
        if (isBest) return places.among(place, 'first', end.most + end.room) !== 'impossible';
        return places.possiblyLevelOrBefore(place) < end.least;
      });
    });
    return at < 0 ? undefined : at;
  };
  return [found(high, true), found(low, false)];
}

/** Whether a veto keeps a place from a grade; open while nothing was answered. */
function barredAt(pack: Pack, { adjusted }: Ranked, place: number, title: string): 'yes' | 'no' | 'open' {
  let open = false;
  for (const [index, declared] of pack.scoring.adjustments.entries()) {
    if (declared.kind !== 'veto' || !declared.bars.includes(title)) continue;
    if (adjusted.vetoed.get(place)?.includes(index) === true) return 'yes';
    open ||= Number.isNaN(adjusted.changes[index]![place]!);
  }
  return open ? 'open' : 'no';
}
