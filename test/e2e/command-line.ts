import { formulasIn } from '../ooxml/formulas-in';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { assess } from '../../src/core/assess';
import { cellName } from '../../src/core/cell';
import type { SheetGrid } from '../../src/core/grid';
import type { Plan } from '../../src/core/plan';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { sampleBytes, type Sample } from '../../assets/samples/samples';
import type { SheetModel } from '../excel-host/model/sheet';
import { unattended } from '../cli/run-here';
import { packOf } from '../packs/built-in';
import { inputOf } from '../packs/run';
import { dist } from './built';
import { morningOf } from './pane';

/** Values and formulas of a sheet by cell; cells that hold a number with its format. */
export type Cells = Readonly<Record<string, unknown>>;

export interface ResultSheets {
  /** Result sheets by name, in the workbook's order. */
  readonly sheets: ReadonlyMap<string, Cells>;
  readonly merges: ReadonlyMap<string, unknown>;
}

export interface CommandLineResult extends ResultSheets {
  /** The file that was written; sheets and merges are read back from it. */
  readonly bytes: Uint8Array;
  /** What both hosts are to carry out, for the comparison of looks. */
  readonly plan: Plan;
}

/** What `zone-assessor score` writes by a pack of a person's own. @param day on which it runs @param chosen whether somebody chose that day */
export async function byOwnPack(bytes: Uint8Array, packFile: string, day: string, chosen = false): Promise<ResultSheets> {
  const folder = mkdtempSync(join(tmpdir(), 'zone-assessor-e2e-'));
  try {
    const [file, out] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
    writeFileSync(file, bytes);
    await scored(['score', file, '--pack', packFile, '--out', out, ...(chosen ? ['--as-of', day] : [])], day);
    return await resultSheets(new Uint8Array(readFileSync(out)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scored(args: readonly string[], today: string): Promise<void> {
  let said = '';
  const say = (text: string): void => void (said += text);
  const code = await run([...args], { out: say, err: say, now: () => morningOf(today), root: dist, ...unattended });
  if (code !== 0) throw new Error(said);
}

/** What `zone-assessor score` writes for a sample on the day that the sample itself states. @param bytes the workbook where it is not the sample as it comes */
export async function byCommandLine(sample: Sample, bytes: Uint8Array = sampleBytes(sample)): Promise<CommandLineResult> {
  const folder = mkdtempSync(join(tmpdir(), 'zone-assessor-e2e-'));
  try {
    const [file, out] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
    writeFileSync(file, bytes);
    await scored(['score', file, '--pack', sample.pack, '--out', out], sample.asOf);
    const { plan } = assess({ ...inputOf(packOf(sample.pack), await openXlsx(bytes).read(), sample.asOf), asOfIsToday: true });
    const written = new Uint8Array(readFileSync(out));
    return { ...(await resultSheets(written)), bytes: written, plan: plan! };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The result sheets that lie in a file. */
export async function resultSheets(bytes: Uint8Array): Promise<ResultSheets> {
  const owned = (await openXlsx(bytes).read()).filter((sheet) => sheet.owned);
  const formulas = formulasIn(bytes);
  return {
    sheets: new Map(owned.map(({ name, grid }) => [name, cellsOf(grid, formulas.get(name)!)])),
    merges: new Map(owned.map(({ name, grid }) => [name, byPlace([...grid.merges])])),
  };
}

function cellsOf(grid: SheetGrid['grid'], formulas: ReadonlyMap<string, string>): Cells {
  const cells: Record<string, unknown> = {};
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const cell = grid.cell(row, column);
      const formula = formulas.get(cellName(row, column));
      if (cell.kind === 'empty' && formula === undefined) continue;
      const content = formula !== undefined ? `=${formula}` : cell.kind === 'error' ? cell.code : cell.kind === 'empty' ? '' : cell.value;
      cells[cellName(row, column)] = cell.kind === 'number' ? [content, grid.format(row, column)] : content;
    }
  }
  return cells;
}

/** The same of a sheet in the host's workbook. The host computes no formula, so which of them hold numbers is taken from the file. */
export function cellsInHost(sheet: SheetModel, file: Cells): Cells {
  const used = sheet.usedArea(true);
  const cells: Record<string, unknown> = {};
  for (let row = 0; row <= (used?.bottom ?? -1); row++) {
    for (let column = 0; column <= (used?.right ?? -1); column++) {
      const content = sheet.content(row, column);
      if (!content || (content.value === '' && content.formula === undefined)) continue;
      const bare = content.formula ?? content.value;
      const at = cellName(row, column);
      const number = content.formula === undefined ? typeof content.value === 'number' : Array.isArray(file[at]);
      cells[at] = number ? [bare, sheet.styles.value(row, column, 'numberFormat')] : bare;
    }
  }
  return cells;
}

export function byPlace<T extends { readonly top: number; readonly left: number }>(merges: readonly T[]): readonly T[] {
  return [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
}
