import type { CheckKind } from './check/check-finding';
import type { Decision } from './decision';
import type { Problem } from './problem';
import type { FindingStatus } from './judge/finding';

/**
 * The JSON result, a contract with other programs: documented in docs/JSON结果.md, versioned by `format`.
 * A missing number is null, never 0 and never NaN.
 */
export interface Result {
  readonly format: 'zone-assessor/result@1';
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly number: string | null;
    readonly jurisdiction: string;
  };
  /** YYYY-MM-DD */
  readonly asOf: string;
  /** chosen: for this run; workbook: its own 考评日期; today: nobody stated one. */
  readonly asOfFrom: 'chosen' | 'workbook' | 'today';
  /** The year of the figures. */
  readonly dataYear: ResultDataYear;
  /** The workbook says of itself that its figures are invented (示例数据（虚构）). */
  readonly fictional: boolean;
  readonly basis: 'equal_weights_trial' | 'user_weights' | 'pack_weights';
  /** The document that the user's weights come from, as the workbook names it; null where it names none. `date` is YYYY-MM-DD. */
  readonly weightsBasis: { readonly name: string; readonly number: string | null; readonly date: string | null } | null;
  /** How the user has weights taken from the figures; left out where they are not. */
  readonly dataWeighting?: 'entropy' | 'critic';
  /** How the department lets missing figures count, and on which ground; null where the figures are waited for. */
  readonly gaps: { readonly choice: string; readonly ground: string } | null;
  /** The same for single indicators, by key, where the method says otherwise of them; left out where it says nothing. */
  readonly indicatorGaps?: Readonly<Record<string, { readonly choice: string; readonly ground: string }>>;
  readonly rankings: readonly ResultRanking[];
  /** Levels of dimensions and indicators by scale; left out where the pack has no scale. */
  readonly levels?: readonly ResultLevels[];
  /** Verdicts on rows of a table; left out where the pack has no review. */
  readonly reviews?: readonly ResultReview[];
  readonly findings: readonly ResultFinding[];
  readonly problems: readonly Problem[];
  /** Sheets that were not made because nothing stands in them: rankings without a place and lists whose rules lack what they rest on. */
  readonly unmade: readonly ResultUnmade[];
  /** Doubts that persons settled, as they were followed. */
  readonly decisions: readonly ResultDecision[];
  /** What the reported figures ask about themselves; it changes no score and no verdict. */
  readonly checks: ResultChecks;
}

export interface ResultLevels {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly {
    readonly subject: string;
    /** By id of the dimension or indicator; null where it is not for the subject. */
    readonly levels: Readonly<Record<string, { readonly best: string; readonly worst: string } | null>>;
  }[];
}

export interface ResultReview {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly {
    readonly subject: string;
    /** null where the row names no zone. */
    readonly zone: string | null;
    /** What holds whatever is missing; null where what is missing could make it graver. */
    readonly outcome: string | null;
    /** Every outcome that the row can come to, the gravest first. */
    readonly possible: readonly string[];
    /** What it misses, then what is missing. */
    readonly reasons: readonly Pick<ResultFinding, 'rule' | 'status' | 'word' | 'clause' | 'sentence' | 'cells'>[];
    /** "Sheet!B4": cells that settle what could make it graver. */
    readonly settle: readonly string[];
  }[];
}

export interface ResultDecision {
  readonly kind: Decision['kind'];
  /** "Sheet!B4" */
  readonly cell: string;
  /** What the cell says. */
  readonly seen: string;
  /** What it counts as; null where the kind says all: a row that is none. */
  readonly value: number | string | null;
  readonly words: string;
}

export interface ResultGrade {
  /** As the figures stand; null for who has no total. */
  readonly grade: string | null;
  /** Best and worst once what is missing is known; the same where that cannot change it. */
  readonly best: string | null;
  readonly worst: string | null;
}

export interface ResultChecks {
  /** How many checks could be made. */
  readonly made: number;
  /** How many findings there are beyond those listed. */
  readonly more: number;
  readonly findings: readonly ResultCheck[];
}

export interface ResultCheck {
  readonly kind: CheckKind;
  /** null where it concerns the table as a whole. */
  readonly zone: string | null;
  readonly title: string;
  /** "Sheet!B4", the questionable figure first. */
  readonly cells: readonly string[];
  readonly actual: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  readonly question: string;
}

export interface ResultUnmade {
  readonly title: string;
  /** Id of the ranking; null for a list. */
  readonly ranking: string | null;
  /** Keys of the rules of the list; empty for a ranking. */
  readonly rules: readonly string[];
  /** What it lacks, as 考评说明 says it. */
  readonly why: string;
}

/** `year` is null where nobody states it, and where what is stated does not agree: `doubt` says how then. */
export interface ResultDataYear {
  readonly year: number | null;
  /** "1-11月" where the figures are of a part of the year. */
  readonly part: string | null;
  readonly source: 'decision' | 'parameter' | 'option' | 'title' | 'header' | 'sheet_name' | null;
  /** Cell ("Sheet!A1") or name of the sheet that states it. */
  readonly place: string | null;
  readonly doubt: string | null;
}

export interface ResultRanking {
  readonly id: string;
  readonly title: string;
  /** The dimension or indicator that it is ranked by, whose score or figure stands as the total; left out where it is the total. */
  readonly by?: string;
  /** Column → values that a row must have; empty for all rows. */
  readonly population: Readonly<Record<string, readonly string[]>>;
  /** all: from one scoring of everybody who is ranked; ranking: its members against each other; null where it is the only ranking. */
  readonly scoredOver: 'all' | 'ranking' | null;
  /** Full mark of the total where all scores are marks; null where they are of 100 each. */
  readonly marks: number | null;
  /** The other document by whose standard it was scored, and whose weights count; null for the pack's own. */
  readonly standard: {
    readonly pack: string;
    readonly title: string;
    readonly number: string | null;
    readonly basis: Result['basis'];
  } | null;
  /** Weights as used: one entry for everyone, or one for each group of subjects that is weighed in its own way. */
  readonly weights: readonly ResultWeights[];
  readonly coverage: ResultCoverage;
  readonly rows: readonly ResultRow[];
}

/** What of the document's contents the ranking scores, and how the weight of the others was shared out. */
export interface ResultCoverage {
  /** True where every content that the document names and every indicator has figures, and no weight is left for others. */
  readonly complete: boolean;
  readonly contents: readonly {
    /** Key of the dimension. */
    readonly id: string;
    readonly title: string;
    /** named: in the document; own: added by the user. */
    readonly basis: 'named' | 'own';
    /** Share of the whole as the weights state it, 0 to 1; null where they differ by group or come from the figures. */
    readonly weight: number | null;
    /** Share in the total after what is not scored was shared out; null where weights differ by group. */
    readonly share: number | null;
    /** Why it is not scored; null where it is. */
    readonly unscored: 'no_indicator' | 'no_figures' | 'alike' | 'no_weight' | null;
  }[];
  /** Share of the whole that the weights leave to contents which the document does not name. */
  readonly rest: number;
  /** How many indicators the document's list has and how many are scored; null where it states no number. */
  readonly listed: { readonly expected: number; readonly scored: number } | null;
  /** Indicators that nobody has figures for, by id: they take no part for anyone. */
  readonly blankIndicators: readonly string[];
  /** Indicators that the user added, by id. */
  readonly ownIndicators: readonly string[];
}

/** Shares in the total, 0 to 1. */
export interface ResultWeights {
  /** null where the weights are for everyone. */
  readonly group: string | null;
  readonly dimensions: Readonly<Record<string, number>>;
  readonly indicators: Readonly<Record<string, number>>;
}

export interface ResultRow {
  readonly subject: string;
  /** The group whose weights count; null where the same are for everyone, or the group is not known (the total is null then). */
  readonly group: string | null;
  readonly total: number | null;
  /** What the total is the mean of: this year's first, then those of the earlier years in the pack's order. Left out where it is this year's alone. */
  readonly yearTotals?: readonly (number | null)[];
  readonly rank: number | null;
  readonly tied: boolean;
  /** Place of the last year or period in the same population; null where it is not known. Both are left out where no such list is there. */
  readonly lastRank?: number | null;
  /** Places gained since (lost: negative); new: the last list is whole and does not name the subject; null where either place is not settled. */
  readonly moved?: number | 'new' | null;
  /** Best and worst place that the subject can come to once what is missing is known; null where it takes none. */
  readonly places: readonly [best: number, worst: number] | null;
  /** Grades by scale, where the pack gives any. */
  readonly grades?: Readonly<Record<string, ResultGrade>>;
  /** True where no indicator of the subject is missing and the ranking scores all of the document's contents by all indicators. */
  readonly complete: boolean;
  /** partial: the subject has all that others have, but the ranking does not score all; gaps: it lacks figures that others have. */
  readonly completeness: 'complete' | 'partial' | 'gaps';
  readonly dimensions: Readonly<Record<string, number | null>>;
  readonly indicators: Readonly<Record<string, ResultIndicator>>;
  /** What changes the total after it is put together, in the order in which it takes effect; empty where the pack adjusts nothing. */
  readonly adjustments: readonly ResultAdjustment[];
}

export interface ResultAdjustment {
  readonly key: string;
  readonly kind: 'coefficient' | 'rescale' | 'bonus' | 'deduction' | 'places' | 'limit' | 'veto';
  readonly title: string;
  /** Whether it applies to the subject; null where nothing was reported that says it. */
  readonly applies: boolean | null;
  /** Points that it changes the total by: negative for what is taken, 0 where it does not apply or a veto takes the place alone, null where not known. */
  readonly value: number | null;
  readonly clause: string;
  /** "Sheet!B4": the cells that it rests on, with those of amounts that the department sets. */
  readonly cells: readonly string[];
  /** Why it is applied to nobody, where an amount is not set; `value` is null then. */
  readonly off?: string;
}

export interface ResultIndicator {
  readonly value: number | null;
  readonly unit: string | null;
  readonly score: number | null;
  /** Share in the total, 0 to 1, by the weights of the subject's group. */
  readonly weight: number;
}

export interface ResultFinding {
  readonly rule: string;
  readonly kind: string;
  readonly clause: string;
  readonly subject: string;
  readonly status: FindingStatus;
  /** The word beside the colour: 达标, 列入, 拟列入，待补数核定, … */
  readonly word: string;
  /**
   * certain: holds whatever the missing figures turn out to be; possible: undecided; impossible: a veto keeps the subject off the list.
   * A consequence stands on certain findings only.
   */
  readonly certainty: 'certain' | 'possible' | 'impossible';
  /** Cells that settle what is only possible, where they are known. */
  readonly settle: readonly string[];
  readonly consequence: string | null;
  readonly sentence: string;
  readonly cells: readonly string[];
}
