import type { Area } from '../../core/cell';

/** A formula of the user's that points into one of our result sheets. */
export interface Reference {
  /** "B4". */
  readonly cell: string;
  readonly formula: string;
  /** Names of our sheets that it points into. */
  readonly sheets: readonly string[];
}

/** What was read of one of the user's sheets, to find later whether it is still the same. */
export interface SeenSheet {
  readonly id: string;
  readonly name: string;
  /** Undefined where no cell holds anything. */
  readonly extent: Area | undefined;
  /** The rectangles that were read, from top to bottom. */
  readonly areas: readonly Area[];
  readonly digest: string;
  /** Formulas that point into results of ours. */
  readonly references: readonly Reference[];
}
