import type { Problem, Proposal, Severity } from '../problem';

/** What kind of relation does not hold. */
export type CheckKind = 'part' | 'share' | 'range' | 'unit_slip' | 'change' | 'sum' | 'equal_rows' | 'register' | 'unfilled';

/** One relation that reported figures do not keep: what is asked of whoever reported them. */
export interface CheckFinding {
  readonly kind: CheckKind;
  /** The zone that is asked; '' where it concerns the table as a whole. */
  readonly zone: string;
  /** Row of the main table, for the order; Infinity for what concerns no single row. */
  readonly order: number;
  /** What was checked, in words. */
  readonly title: string;
  /** "Sheet!B4", the questionable figure first. */
  readonly cells: readonly string[];
  /** What was reported, with its unit; '' where nothing was. */
  readonly actual: string;
  /** What it should be by the relation, or the figure that it is compared with. */
  readonly expected: string;
  /** How far apart the two are; '' where that says nothing. */
  readonly difference: string;
  readonly question: string;
}

/** What the person is told in the pane, once for all places of one cause. */
export interface Told {
  readonly severity: Extract<Severity, 'warning' | 'info'>;
  readonly code: string;
  /** `cells` are the first places, `count` is how many there are in all. */
  readonly say: (first: CheckFinding, cells: string, count: number) => Pick<Problem, 'message' | 'nextStep'>;
}

/** So many findings of one check are listed; the rest are counted. A column in the wrong unit is one cause, however many zones it has. */
const MOST_LISTED = 1000;
/** So many places carry answers of their own. */
const MOST_PROPOSED = 500;

/** One check that could be made, whatever it found. */
export class CheckOutcome {
  readonly findings: CheckFinding[] = [];
  /** Answers of which a person may choose one a place. */
  readonly proposals: Proposal[] = [];
  count = 0;

  /** @param told undefined where the reader of tables has told it already */
  constructor(readonly told: Told | undefined) {}

  /** Texts are made only for what is listed. */
  add(make: () => CheckFinding, proposals: readonly Proposal[] = []): void {
    if (++this.count <= MOST_LISTED) this.findings.push(make());
    if (this.count <= MOST_PROPOSED) this.proposals.push(...proposals);
  }
}
