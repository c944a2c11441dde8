/**
 * block   – nothing is scored or written until it is mended
 * error   – a value could not be used; it counts as missing
 * warning – someone should look; the message says whether the value is used
 * info    – worth knowing (a rule that is off, an assumption that was made)
 */
export type Severity = 'block' | 'error' | 'warning' | 'info';

/** How a doubt can be settled at one place; a program that is told to accept it needs nothing else. */
export interface Proposal {
  /** value – a cell counts as `value`; row – a row is no data, or stays where a `value` says so; header – a column is the one named; table – a table counts for a year. */
  readonly kind: 'value' | 'row' | 'header' | 'table';
  /** Where it is not the problem's. */
  readonly sheet?: string;
  /** "B4", on the problem's sheet. */
  readonly cell: string;
  /** Text of the cell as the reader saw it: whoever accepts the proposal accepts it for this text. */
  readonly seen?: string;
  /** What a person reads on the button: "按 400 计". */
  readonly words: string;
  readonly value?: number | string;
  /** The answer that is possible beside a likely one: a person may choose it, nothing accepts it in bulk. */
  readonly otherwise?: true;
}

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
  /** Where the doubt has a likely answer: one a place. Nothing is taken before someone has accepted it. */
  readonly proposals?: readonly Proposal[];
  /** Whether a person has to choose: the proposals exclude each other, or the only one is no more than possible. */
  readonly oneOf?: true;
  /** Whether a person may give all places of it the one chosen answer at once; with `oneOf`. */
  readonly forAll?: true;
}

/** Thrown where work cannot go on at all (unreadable file, invalid pack); carries what the official is told. */
export class ProblemError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'ProblemError';
  }
}

export const blocks = (problems: readonly Problem[]): boolean => problems.some((problem) => problem.severity === 'block');
