import type { Problem } from './problem';
import type { FindingStatus } from './judge/finding';

/**
 * The JSON result, a contract with other programs: documented in README.md, versioned by `format`.
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
  /** The workbook says of itself that its figures are invented (示例数据（虚构）). */
  readonly fictional: boolean;
  readonly basis: 'equal_weights_trial' | 'user_weights' | 'pack_weights';
  /** How the department lets missing figures count, and on which ground; null where the figures are waited for. */
  readonly gaps: { readonly choice: string; readonly ground: string } | null;
  readonly rankings: readonly ResultRanking[];
  readonly findings: readonly ResultFinding[];
  readonly problems: readonly Problem[];
}

export interface ResultRanking {
  readonly id: string;
  readonly title: string;
  /** Column → values that a row must have; empty for all rows. */
  readonly population: Readonly<Record<string, readonly string[]>>;
  readonly rows: readonly ResultRow[];
}

export interface ResultRow {
  readonly subject: string;
  readonly total: number | null;
  readonly rank: number | null;
  readonly tied: boolean;
  /** Best and worst place that the subject can come to once what is missing is known; null where it takes none. */
  readonly places: readonly [best: number, worst: number] | null;
  /** True where no indicator of the subject is missing. */
  readonly complete: boolean;
  readonly dimensions: Readonly<Record<string, number | null>>;
  readonly indicators: Readonly<Record<string, ResultIndicator>>;
}

export interface ResultIndicator {
  readonly value: number | null;
  readonly unit: string | null;
  readonly score: number | null;
  /** Share in the total, 0 to 1. */
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
  /** certain: holds whatever the missing figures turn out to be; possible: undecided. A consequence stands on certain findings only. */
  readonly certainty: 'certain' | 'possible';
  /** Cells that settle what is only possible, where they are known. */
  readonly settle: readonly string[];
  readonly consequence: string | null;
  readonly sentence: string;
  readonly cells: readonly string[];
}
