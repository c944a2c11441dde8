/**
 * block   – nothing is scored or written until it is mended
 * error   – a value could not be used; it counts as missing
 * warning – someone should look; the message says whether the value is used
 * info    – worth knowing (a rule that is off, an assumption that was made)
 */
export type Severity = 'block' | 'error' | 'warning' | 'info';

/** One thing that is wrong or doubtful: where, what, and what to do next. Message and next step are Chinese. */
export interface Problem {
  readonly severity: Severity;
  /** A stable word in kebab-case, for programs and tests. */
  readonly code: string;
  readonly sheet?: string;
  /** "B4"; with a sheet it reads Sheet!B4. */
  readonly cell?: string;
  readonly message: string;
  readonly nextStep: string;
  /** Keys of the pack's rules that it concerns, where one cause concerns several. */
  readonly rules?: readonly string[];
  /** Keys of the pack's indicators that it concerns. */
  readonly indicators?: readonly string[];
}

/** Thrown where work cannot go on at all (unreadable file, invalid pack); carries what the official is told. */
export class ProblemError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'ProblemError';
  }
}

export const blocks = (problems: readonly Problem[]): boolean => problems.some((problem) => problem.severity === 'block');
