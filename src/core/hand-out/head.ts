import type { PlanCell } from '../plan';
import type { ReportContext } from '../report/report-context';
import type { Role } from '../report/style-book';
import { weightsLine } from '../report/weights-line';
import { linesIn } from '../report/width';
import { FICTION } from '../words/check';
import { handOutWords as words } from '../words/hand-out';

/** Points of the text in whose characters spreadsheets count the width of columns. */
export const DEFAULT_POINTS = 11;

export interface Line {
  readonly cells: readonly PlanCell[];
  readonly height: number;
}

/** One line across the sheet, as high as its text needs at its size. */
export function textLine(
  { book }: ReportContext,
  text: string,
  role: Role,
  { width, span, points, leading }: { readonly width: number; readonly span: number; readonly points: number; readonly leading: number },
): Line {
  return {
    cells: [{ value: text, style: book.style(role), span }],
    height: Math.round(linesIn(text, (width * DEFAULT_POINTS) / points) * points * leading + 4),
  };
}

/** What has to be said directly below a title: that the figures are invented, and that nobody may rest on trial weights. */
export function cautions({ ranked, fictional }: ReportContext): string[] {
  const isTrial = weightsLine(ranked.basis, ranked.ground, ranked.dataWeighting).warns;
  return [...(fictional ? [FICTION] : []), ...(isTrial ? [words.trial] : [])];
}

/** "2016年度", "2016年上半年"; a blank where the year is not settled. */
export function periodNamed({ dataYear: { year, part, doubt, assessed } }: ReportContext): string {
  return year === undefined || doubt !== undefined ? words.noYear : words.year(assessed ?? year, assessed === undefined ? part : undefined);
}
