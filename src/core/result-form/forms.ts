import type { Problem } from '../problem';
import type { ReportContext } from '../report/report-context';
import { fillForms, type FilledForms } from './fill-form';
import { readForms, type FormsInput } from './read-form';

/** The forms of a workbook: what is wrong with them, and how they are filled. */
export interface Forms {
  readonly problems: readonly Problem[];
  fill(context: ReportContext): FilledForms;
}

/** Only a workbook that has forms needs this, so that browsers fetch it with one. */
export function formsOf(input: FormsInput): Forms {
  const read = readForms(input);
  return { problems: read.problems, fill: (context) => fillForms(context, read, input.units.with(input.pack.units)) };
}
