import type { UserSettings } from '../parameters/parameter-sheet';

/** The day on which the assessment stands, and who says so. */
export interface AssessmentDay {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly from: 'chosen' | 'workbook' | 'today';
  /** "权重与参数!C7" where the workbook states it. */
  readonly cell: string | undefined;
}

/** Parameter key by which a workbook states the day. */
export const ASSESSMENT_DAY = 'assessment_day';

/** A day that a person chose for this run comes first, then the workbook's own 考评日期, and the day of the run only where neither is there. */
export function assessmentDay(asOf: string, isToday: boolean, settings: UserSettings): AssessmentDay {
  const stated = settings.parameters.get(ASSESSMENT_DAY);
  return isToday && stated
    ? { date: String(stated.value), from: 'workbook', cell: stated.cell }
    : { date: asOf, from: isToday ? 'today' : 'chosen', cell: undefined };
}
