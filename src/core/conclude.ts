import { check, type Checked, type CheckInput } from './checked';
import { judge, type Judgement, type OwnJudges } from './judge/judge';
import type { LevelScale } from './levels/levels';
import type { Review } from './review/review';
import type { Figures } from './measure/figures';
import type { Pack } from './pack/schema';
import { blocks } from './problem';
import { WAITING } from './ranking/gap-policy';
import { rankByStandards, standardProblems, type StandardOutcome } from './ranking/by-standard';
import type { GradesOf } from './ranking/ranked-population';
import { rankZones, type RankedZones } from './ranking/rank-zones';
import type { ReportInput } from './report/report-context';
import { resultOf } from './report/result-of';
import type { Result } from './result';

export interface ConcludeInput extends CheckInput {
  /** `ownParts` of own-parts.ts. Needed where the pack has levels, grades, reviews, or rules over movements or answers of a row. */
  readonly own?: OwnParts | undefined;
}

export interface OwnParts {
  levelsOf(pack: Pack, figures: Figures): LevelScale[];
  reviewsOf(pack: Pack, figures: Figures, judged: Judgement): Review[];
  readonly gradesOf: GradesOf;
  readonly judges: OwnJudges;
}

/** Everything but the sheets. */
export interface Conclusion {
  readonly result: Result;
  /** What was read, for hosts that show it. */
  readonly checked: Checked;
  /** What `report` makes the sheets from. Absent where a problem blocks: nothing is written then. */
  readonly toReport?: ReportInput;
}

const NONE: ReadonlyMap<string, StandardOutcome> = new Map();

/**
 * Check, score, rank, judge, in this order. Pure: the same input gives the same result.
 * A blocking problem ends it after the step that found it; the result then holds the problems and nothing else.
 */
export function conclude(input: ConcludeInput): Conclusion {
  const checked = check(input);
  const { pack, offered, figures, day, dataYear, fictional, checks, decisions, problems: found } = checked;
  const nothing: RankedZones = {
    rankings: new Map(),
    unmade: new Map(),
    basis: pack.scoring.basis,
    ground: undefined,
    gaps: WAITING,
    problems: [],
  };
  const silence: Judgement = { findings: [], problems: [], silent: new Map(), unchosen: new Set() };
  const whole = { pack, offered, figures, day, dataYear, fictional, checks, decisions };
  const refused = { ...whole, ranked: nothing, standards: NONE, judgement: silence, levels: [], reviews: [] };
  if (blocks(found)) return { checked, result: resultOf({ ...refused, problems: found }) };

  const ranked = rankZones(pack, figures, input.own?.gradesOf);
  if (blocks(ranked.problems))
    return {
      checked,
      result: resultOf({ ...refused, problems: [...found, ...ranked.problems] }),
    };

  const standards = rankByStandards(pack, checked.standards);
  const judgement = judge(pack, figures, ranked.rankings, day.date, dataYear, input.own?.judges);
  const [hasLevels, hasReviews] = [pack.levels, pack.reviews].map((part) => Object.keys(part).length > 0);
  if ((hasLevels || hasReviews) && !input.own) throw new Error(`${pack.pack} has levels or reviews, and nothing was given to make them`);
  const levels = (hasLevels && input.own?.levelsOf(pack, figures)) || [];
  const reviews = (hasReviews && input.own?.reviewsOf(pack, figures, judgement)) || [];
  const problems = [...found, ...ranked.problems, ...standardProblems(pack, standards, found), ...judgement.problems];
  const mark = { pack: pack.pack, version: pack.version, input: input.fingerprint, at: input.at };
  const concluded = { ...whole, ranked, standards, judgement, levels, reviews, problems };
  return { checked, result: resultOf(concluded), toReport: { ...concluded, mark } };
}
