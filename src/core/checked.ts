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
import { derive } from './measure/derivations/index';
import { Figures } from './measure/figures';
import type { Pack } from './pack/schema';
import { readingWords, tableSpecs, type Mapping } from './pack/table-specs';
import { packOfWorkbook } from './pack/workbook-pack';
import { assessmentDay, type AssessmentDay } from './period/assessment-day';
import { findDataYear, statedYear, type DataYear } from './period/data-year';
import type { Problem } from './problem';
import { withSeen } from './seen';
import { columnsOfStandards, readStandards, type ReadStandard } from './ranking/read-standard';
import { withoutIdleSuggestions } from './ranking/idle-suggestions';
import { readTables, type ReadResult } from './table/read-tables';
import { likelyYears } from './table/assign/assessed-year';
import { besidesForms } from './result-form/form-sheets';
import type { Forms } from './result-form/forms';
import type { FormsInput } from './result-form/read-form';
import type { UserSettings } from './parameters/parameter-sheet';
import type { Units } from './units/units';

export interface CheckInput {
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
  /** `formsOf` of result-form/forms.ts. Left out, forms of results in the workbook are neither looked at nor filled. */
  readonly forms?: ((input: FormsInput) => Forms) | undefined;
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
  /** The department's own forms, which results are filled into. */
  readonly forms: Forms | undefined;
}

/** workbook → tables → measures: read and check, score nothing. */
export function check(asked: CheckInput): Checked {
  const input = { ...asked, sheets: besidesForms(asked.sheets) };
  const units = input.units.with(input.pack.units);
  const { pack: whole, settings, problems } = packOfWorkbook(input.pack, input.sheets, units);
  const day = assessmentDay(input.asOf, input.asOfIsToday === true, settings);
  const decided = new Decided(input.decisions ?? [], asked.sheets);
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
  const forms = input.forms?.({ pack, figures, sheets: asked.sheets, units: input.units, dataYear, decided });
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
      ...(forms?.problems ?? []),
    ],
    asked.sheets,
  );
  return {
    pack,
    offered: whole,
    figures,
    standards,
    forms,
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
  input: CheckInput,
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
