import type { Plan } from '../../../src/core/plan';
import { openExcel, type ExcelPort } from '../../../src/hosts/excel/open-excel';
import { ProblemError } from '../../../src/core/problem';
import { WorkbookModel } from '../../excel-host/model/workbook';
import { ExcelHost, type HostOptions } from '../../excel-host/host';
import { startExcel } from '../../excel-host/hostbridge';
import { fullPlan } from '../xlsx/sample-plan';

export interface Session {
  readonly host: ExcelHost;
  readonly book: WorkbookModel;
  readonly port: ExcelPort;
}

/** The port over a workbook in memory, through Microsoft's own client. */
export async function session(book: WorkbookModel, options: HostOptions = {}): Promise<Session> {
  const host = new ExcelHost(book, options);
  startExcel(host);
  return { host, book, port: await openExcel() };
}

/** A workbook of the user's: one table with one row. */
export function userBook(): WorkbookModel {
  const book = new WorkbookModel();
  book.addSheet('指标表', [
    ['开发区', '产值（亿元）'],
    ['甲', 12.5],
  ]);
  return book;
}

/** Without names of cells, as results are. */
export function plainPlan(): Plan {
  const full = fullPlan();
  return { ...full, sheets: full.sheets.map((sheet) => ({ ...sheet, names: [] })) };
}

/** The user's workbook with its sheets known and read, as a click finds it. @param rerun with results of an earlier click */
export async function opened({ rerun = false, ...options }: HostOptions & { readonly rerun?: boolean } = {}): Promise<Session> {
  const open = await session(userBook(), options);
  await open.port.describe();
  await open.port.read();
  if (rerun) await open.port.write(plainPlan());
  if (rerun) await open.port.read();
  return open;
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
