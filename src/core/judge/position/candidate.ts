import type { RuleOf } from '../../pack/rule-schema';

export type PositionRule = RuleOf<'position'>;

/** A subject on the list of this year, before earlier years and answers are looked at. */
export interface Candidate {
  readonly subject: string;
  readonly said: string;
  readonly value: string;
  readonly cells: readonly string[];
  readonly tied: boolean;
  /** Row of the table that `and_yes` columns are looked up from. */
  readonly table: string;
  readonly row: number;
  /** Whether it is on the list in every completion of what is missing; otherwise in some. */
  readonly certain: boolean;
  /** Whether it is on the list by the figures that are there now. */
  readonly now: boolean;
  /** Cells that settle it; empty where it is certain. */
  readonly settle: readonly string[];
}
