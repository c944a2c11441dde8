/** What Excel 2021 and Microsoft 365 have. The manifest asks for it; older Excel runs add-ins in an engine that this code is not made for. */
export const FLOOR = '1.14';

/** Whether this Excel has what the port needs. Beyond it only notes are asked for. */
export function meetsFloor(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', FLOOR);
}

/** Notes need the set and a client library that knows them: Microsoft's npm package 1.1.110 does not, whatever its Excel can do. */
export function notesAre(): 'there' | 'missing-in-excel' | 'missing-in-library' {
  if (!('notes' in Excel.Worksheet.prototype)) return 'missing-in-library';
  return Office.context.requirements.isSetSupported('ExcelApi', '1.18') ? 'there' : 'missing-in-excel';
}
