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

/** The day that the workbook states, YYYY-MM-DD. */
export function statedDay({ parameters }: UserSettings): string | undefined {
  const stated = parameters.get(ASSESSMENT_DAY);
  return stated && String(stated.value);
}

/** A day that a person chose for this run comes first, then the workbook's own 考评日期, and the day of the run only where neither is there. */
export function assessmentDay(asOf: string, isToday: boolean, settings: UserSettings): AssessmentDay {
  const stated = statedDay(settings);
  return isToday && stated !== undefined
    ? { date: stated, from: 'workbook', cell: settings.parameters.get(ASSESSMENT_DAY)?.cell }
    : { date: asOf, from: isToday ? 'today' : 'chosen', cell: undefined };
}
