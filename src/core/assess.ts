import { conclude, type ConcludeInput, type Conclusion } from './conclude';
import type { handOut } from './hand-out/hand-out';
import { report, type Report } from './report/report';

export interface AssessInput extends ConcludeInput {
  /** `handOut` of hand-out/hand-out.ts: makes the public list and the notice; left out, there are none. */
  readonly handOut?: typeof handOut | undefined;
}

/** What was concluded, and the sheets that show it; without them where a problem blocks. */
export interface Assessment extends Conclusion, Partial<Report> {}

/** The main job: check, score, rank, judge, report, in this order. Pure: the same input gives the same result. */
export function assess(input: AssessInput): Assessment {
  const conclusion = conclude(input);
  return { ...conclusion, ...(conclusion.toReport && report(conclusion.toReport, input.handOut)) };
}
