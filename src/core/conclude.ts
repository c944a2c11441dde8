import { checkFigures } from './check/check-figures';
import { askedOfRegister, checkLogic, type DataChecks } from './check/check-logic';
import { fictionMarks, fictionProblems } from './check/fiction';
import { unscoredColumns } from './check/unscored-columns';
import { overlongTexts } from './check/overlong-texts';
import { checkNames } from './check/check-names';
import { settleNames } from './check/settle-names';
import { Decided } from './decided';
import type { Decision } from './decision';
import type { SheetGrid } from './grid';
import { judge, type Judgement, type OwnJudges } from './judge/judge';
import { derive } from './measure/derivations/index';
import type { LevelScale } from './levels/levels';
import type { Review } from './review/review';
import { Figures } from './measure/figures';
import type { Pack } from './pack/schema';
import { readingWords, tableSpecs, type Mapping } from './pack/table-specs';
import { packOfWorkbook } from './pack/workbook-pack';
import { assessmentDay, type AssessmentDay } from './period/assessment-day';
import { findDataYear, statedYear, type DataYear } from './period/data-year';
import { blocks, type Problem } from './problem';
import { withSeen } from './seen';
import { WAITING } from './ranking/gap-policy';
import { rankByStandards, standardProblems, type StandardOutcome } from './ranking/by-standard';
import { columnsOfStandards, readStandards, type ReadStandard } from './ranking/read-standard';
import { withoutIdleSuggestions } from './ranking/idle-suggestions';
import type { GradesOf } from './ranking/ranked-population';
import { rankZones, type RankedZones } from './ranking/rank-zones';
import type { ReportInput } from './report/report-context';
import { resultOf } from './report/result-of';
import type { Result } from './result';
import { readTables, type ReadResult } from './table/read-tables';
import { likelyYears } from './table/assign/assessed-year';
import type { UserSettings } from './parameters/parameter-sheet';
import type { Units } from './units/units';

export interface ConcludeInput {
  readonly pack: Pack;
  readonly units: Units;
  readonly sheets: readonly SheetGrid[];
  /** Date of assessment, YYYY-MM-DD; the core has no clock. */
  readonly asOf: string;
  /** Whether nobody chose that date and it is only the day of the run: a 考评日期 that the workbook states comes before it then. */
  readonly asOfIsToday?: boolean | undefined;
  /** Year of the figures, where a person states it for this run. */
  readonly year?: number | undefined;
  /** When the run takes place, ISO 8601, and the input's fingerprint: written into the mark of our sheets. */
  readonly at: string;
  readonly fingerprint: string;
  /** Sheet that holds the main table, where the user names one. */
  readonly sheet?: string | undefined;
  /** Headers that the user matched by hand. */
  readonly mapping?: Mapping | undefined;
  /** Doubts that persons settled. */
  readonly decisions?: readonly Decision[] | undefined;
  /** What is wrong with the pack where the workbook itself states it; see own-method. */
  readonly packProblems?: readonly Problem[] | undefined;
  /** Looks another pack up by its id, for a document that names another one's standard. */
  readonly packOf?: ((id: string) => Pack | undefined) | undefined;
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

/** Everything before scoring, for hosts that only check. */
export interface Checked {
  readonly pack: Pack;
  /** The pack with the suggestions that nobody took up. */
  readonly offered: Pack;
  readonly figures: Figures;
  /** What rankings by another document's standard are scored from. */
  readonly standards: ReadonlyMap<string, ReadStandard>;
  readonly day: AssessmentDay;
  readonly dataYear: DataYear;
  readonly problems: readonly Problem[];
  /** The workbook says that its figures are invented. */
  readonly fictional: boolean;
  /** What persons decided and was followed. */
  readonly decisions: readonly Decision[];
  /** What the figures ask about themselves: relations between them that do not hold. */
  readonly checks: DataChecks;
}

/** workbook → tables → measures: read and check, score nothing. */
export function check(input: ConcludeInput): Checked {
  const units = input.units.with(input.pack.units);
  const { pack: whole, settings, problems } = packOfWorkbook(input.pack, input.sheets, units);
  const day = assessmentDay(input.asOf, input.asOfIsToday === true, settings);
  const decided = new Decided(input.decisions ?? [], input.sheets);
  const { read, figures } = readFigures(whole, settings, day, decided, input);
  const { pack } = figures;
  const { dataYear, problems: ofYear } = findDataYear({
    pack,
    sheets: input.sheets,
    tables: read.tables,
    settings,
    year: input.year,
    decided: { year: read.acceptedYear, by: decided },
    asOf: day.date,
  });
  const marks = fictionMarks(input.sheets);
  const standards = readStandards(figures, input);
  const checks = checkLogic(figures, input.sheets, decided);
  const found = withSeen(
    [
      ...(input.packProblems ?? []),
      ...fictionProblems(marks),
      ...overlongTexts(input.sheets),
      ...problems,
      ...read.problems,
      ...ofYear,
      ...checkFigures(figures, decided),
      ...checks.problems,
      ...unscoredColumns(figures, input.sheets, (sheet) => columnsOfStandards(standards, sheet)),
    ],
    input.sheets,
  );
  return {
    pack,
    offered: whole,
    figures,
    standards,
    day,
    dataYear,
    problems: [...found, ...decided.problems(found)],
    decisions: decided.followed,
    checks,
    fictional: marks.length > 0,
  };
}

/** Names are settled one after the other: once two tables call a zone alike, the next may be found near. */
const MOST_READINGS = 8;

/** Reads the tables; again where decisions about names change what they say. */
function readFigures(
  pack: Pack,
  settings: UserSettings,
  day: AssessmentDay,
  decided: Decided,
  input: ConcludeInput,
): { readonly read: ReadResult; readonly figures: Figures } {
  const units = input.units.with(pack.units);
  for (let readings = 1; ; readings++) {
    const read = readTables(tableSpecs(pack, input.mapping), input.sheets, units, readingWords(pack), {
      ...(input.sheet !== undefined && { only: input.sheet }),
      years: { stated: statedYear(settings, input.year), likely: likelyYears(day.date).map((year) => year - pack.figures_before) },
      decided,
    });
    const offered = new Figures(pack, read.tables, units, settings, derive);
    const figures = new Figures(withoutIdleSuggestions(offered), read.tables, units, settings, derive);
    if (decided.isEmpty || readings === MOST_READINGS) return { read, figures };
    const asked = [...checkNames(figures, decided), ...askedOfRegister(figures, input.sheets, decided)];
    if (!settleNames(figures, asked, decided)) return { read, figures };
  }
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
