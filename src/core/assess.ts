import { conclude, type ConcludeInput, type Conclusion } from './conclude';
import { report, type Report, type ReportParts } from './report/report';
import type { SheetChoices } from './sheet-choices';

export interface AssessInput extends ConcludeInput, ReportParts {
  /** Which sheets are written, and how; left out, all but cards. The result itself does not hang on it. */
  readonly sheetChoices?: SheetChoices | undefined;
}

/** What was concluded, and the sheets that show it; without them where a problem blocks. */
export interface Assessment extends Conclusion, Partial<Report> {}

/** The main job: check, score, rank, judge, report, in this order. Pure: the same input gives the same result. */
export function assess(input: AssessInput): Assessment {
  const conclusion = conclude(input);
  return {
    ...conclusion,
    ...(conclusion.toReport && report(conclusion.toReport, { ...input, fillForms: conclusion.checked.forms?.fill }, input.sheetChoices)),
  };
}
