import type { SheetGrid } from '../../../src/core/grid';
import { ProblemError } from '../../../src/core/problem';
import { asXlsx, type Converted } from '../../../src/hosts/old-files/as-xlsx';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';

/** Makes the new workbook. @throws Error where the file is none of the older kinds */
export async function convert(bytes: Uint8Array, name = '旧.xls'): Promise<Converted> {
  const made = await asXlsx(bytes, name);
  if (!made) throw new Error(`${name} was not taken for an older file`);
  return made;
}

/** The sheets of the new workbook, as they are read for scoring. */
export async function sheetsOf(bytes: Uint8Array, name?: string): Promise<readonly SheetGrid[]> {
  return openXlsx((await convert(bytes, name)).bytes).read();
}

/** Cells of the first sheet, row by row; null for an empty one, '#N/A' for an error. */
export async function cellsOf(bytes: Uint8Array, name?: string): Promise<(string | number | boolean | null)[][]> {
  const [sheet] = await sheetsOf(bytes, name);
  const { grid } = sheet!;
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (__, column) => {
      const cell = grid.cell(row, column);
      return cell.kind === 'empty' ? null : cell.kind === 'error' ? cell.code : cell.value;
    }),
  );
}

/** What becomes of a file: 'opened', 'other' where it is none of the older kinds, or the code with which it is refused. */
export async function outcomeOf(bytes: Uint8Array, name = '旧.xls'): Promise<string> {
  try {
    const made = await asXlsx(bytes, name);
    if (!made) return 'other';
    await openXlsx(made.bytes).read();
    return 'opened';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problems[0]!.message).toMatch(/。$/);
    expect(error.problems[0]!.nextStep).toMatch(/。$/);
    return error.problems[0]!.code;
  }
}
