import type { DataChecks } from '../check/check-logic';
import type { Decision } from '../decision';
import type { Face } from '../sheet-choices';
import type { Judgement } from '../judge/judge';
import type { LevelScale } from '../levels/levels';
import type { Figures } from '../measure/figures';
import type { Pack } from '../pack/schema';
import type { AssessmentDay } from '../period/assessment-day';
import type { DataYear } from '../period/data-year';
import type { OwnershipMark } from '../plan';
import type { Problem } from '../problem';
import type { StandardOutcome } from '../ranking/by-standard';
import type { Review } from '../review/review';
import type { RankedZones } from '../ranking/rank-zones';
import type { Anchors } from './anchors';
import type { StyleBook } from './style-book';

/** Everything that a result sheet may show. */
export interface ReportInput {
  readonly pack: Pack;
  /** The pack with the suggestions that nobody took up, see withoutIdleSuggestions. */
  readonly offered: Pack;
  readonly figures: Figures;
  readonly ranked: RankedZones;
  /** Rankings that go by another document's standard. */
  readonly standards: ReadonlyMap<string, StandardOutcome>;
  readonly judgement: Judgement;
  readonly levels: readonly LevelScale[];
  readonly reviews: readonly Review[];
  readonly problems: readonly Problem[];
  readonly checks: DataChecks;
  /** Doubts that persons settled, as they were followed. */
  readonly decisions: readonly Decision[];
  readonly day: AssessmentDay;
  readonly dataYear: DataYear;
  /** The workbook says that its figures are invented. */
  readonly fictional: boolean;
  readonly mark: OwnershipMark;
}

export interface ReportContext extends ReportInput {
  /** Whether rankings and detail sheets get formulas. */
  readonly live: boolean;
  /** Said on the sheets of a ranking that goes by another document's standard, whose pack and figures the context then holds. */
  readonly standardLine?: string;
  readonly book: StyleBook;
  /** Which faces are written. */
  readonly faces: ReadonlySet<Face>;
  /** Filled as the sheets are made. */
  readonly anchors: Anchors;
}
