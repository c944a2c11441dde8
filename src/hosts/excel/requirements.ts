/**
 * Whether this Excel has the requirement set ExcelApi of the version given. The manifest promises 1.7; every newer member is used
 * behind this question only.
 */
export function supports(version: NewerVersion): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/** 1.8 gridlines; 1.9 areas, filter, print setup, screen updating; 1.13 merged areas; 1.18 notes. */
export type NewerVersion = '1.8' | '1.9' | '1.13' | '1.18';

/** Notes need the set and a client library that knows them: an intranet's own copy of office.js may be older than its Excel. */
export function supportsNotes(): boolean {
  return supports('1.18') && 'notes' in Excel.Worksheet.prototype;
}
