import type { SheetsPlan } from '../../core/plan';
import { Package } from '../../ooxml/parts/package';
import { newWorkbook } from './new-workbook';
import { readResultWorkbook } from '../xlsx/result-workbook';
import { writeResults } from '../xlsx/results';

const FIRST = { name: 'Sheet1', state: 'visible', columns: [], frames: [], merges: [], rows: [] } as const;

/** An .xlsx file that holds the sheets of the plan and nothing else. @throws ProblemError bad-plan */
export function bookOfPlan(plan: SheetsPlan): Uint8Array {
  const empty = Package.open(newWorkbook([FIRST]).bytes);
  const workbook = readResultWorkbook(empty);
  // A workbook has a sheet at any time; this one goes as results of an earlier run do.
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, owned: true, mark: { sheet: undefined, calculated: false } }));
  return writeResults(empty, { ...workbook, sheets }, plan).pack.bytes();
}
