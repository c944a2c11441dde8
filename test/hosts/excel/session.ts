import type { OpenWorkbook } from '../../../src/hosts/port';
import { openExcel } from '../../../src/hosts/excel/open-excel';
import { ProblemError } from '../../../src/core/problem';
import type { WorkbookModel } from '../../excel-host/model/workbook';
import { ExcelHost, type HostOptions } from '../../excel-host/host';
import { startExcel } from '../../excel-host/hostbridge';

export interface Session {
  readonly host: ExcelHost;
  readonly book: WorkbookModel;
  readonly port: OpenWorkbook;
}

/** The port over a workbook in memory, through Microsoft's own client. */
export async function session(book: WorkbookModel, options: HostOptions = {}): Promise<Session> {
  const host = new ExcelHost(book, options);
  startExcel(host);
  return { host, book, port: await openExcel() };
}

/** The code of the problem with which work ended. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; message: string; nextStep: string }> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw new Error(`no ProblemError but ${error instanceof Error ? error.stack : String(error)}`);
  return error.problems[0]!;
}

/** Everything of a sheet that a user could see, to compare before and after. */
export function picture(book: WorkbookModel): Record<string, unknown> {
  return Object.fromEntries(
    book.sheets.map((sheet) => [
      sheet.name,
      {
        cells: [...sheet.cells].sort(([a], [b]) => a - b).map(([key, { value, formula }]) => [key, formula ?? value]),
        merges: sheet.merges,
        visibility: sheet.visibility,
        frozen: sheet.frozen,
        names: book.names.filter((name) => name.sheet === sheet).map(({ name, formula }) => [name, formula]),
      },
    ]),
  );
}
