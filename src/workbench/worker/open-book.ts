import { cellName, type Cell } from '../../core/cell';
import type { CellChanges } from '../../core/cell-changes';
import type { SheetGrid } from '../../core/grid';
import type { Plan, SheetsPlan } from '../../core/plan';
import { ProblemError, type Problem } from '../../core/problem';
import type { OpenWorkbook, Watch, WorkbookInfo, WriteReport } from '../../hosts/port';
import type { CellEdit, EditValue, SheetEdits } from '../../ooxml/edit/cell-edit';
import type { BookLook } from '../../ooxml/look/look';
import type { XlsxWorkbook } from '../../hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../words';
import { PendingEdits } from './pending-edits';

/** The workbook on the page: a file, and what was edited on screen since. Whoever asks for anything gets it with the edits. */
export class OpenBook implements OpenWorkbook {
  readonly limits = words.limits;
  private readonly pending = new PendingEdits();
  private refusals: Problem[] = [];
  private gone: readonly string[] = [];

  constructor(private readonly file: XlsxWorkbook) {}

  /** Names of the sheets that the last writing took away. */
  get replaced(): readonly string[] {
    return this.gone;
  }

  edit(edits: readonly SheetEdits[]): void {
    this.pending.add(edits);
  }

  /** Edits that could not be put into the file since this was asked last; they are on screen alone. */
  async refused(): Promise<readonly Problem[]> {
    await this.carryOut();
    const told = this.refusals;
    this.refusals = [];
    return told;
  }

  async describe(): Promise<WorkbookInfo> {
    await this.carryOut();
    return this.file.describe();
  }

  async read(watch?: Watch): Promise<readonly SheetGrid[]> {
    await this.ready(watch);
    return this.file.read(watch);
  }

  async write(plan: Plan, watch?: Watch): Promise<WriteReport> {
    await this.ready(watch);
    const report = await this.file.write(plan, watch);
    this.gone = report.replaced;
    return report;
  }

  async insert(plan: SheetsPlan, watch?: Watch): Promise<Pick<WriteReport, 'written' | 'leftOut'>> {
    await this.ready(watch);
    return this.file.insert(plan);
  }

  async change(changes: CellChanges, watch?: Watch): Promise<void> {
    await this.ready(watch);
    await this.file.change(changes);
  }

  async remove(sheet: string): Promise<void> {
    await this.carryOut();
    await this.file.remove(sheet);
  }

  async clear(): Promise<readonly string[]> {
    await this.carryOut();
    return this.file.clear();
  }

  async look(only?: readonly string[]): Promise<BookLook> {
    await this.carryOut();
    return this.file.look(only);
  }

  /** The file as it stands now; not to be changed or handed over, as the workbook lives on it. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    await this.carryOut();
    return this.file.bytes() as Uint8Array<ArrayBuffer>;
  }

  /** The page selects cells itself, on the screen that it has. */
  async goTo(): Promise<void> {
    throw new Error('there is no screen on this thread');
  }

  recall(key: string): Promise<string | undefined> {
    return this.file.recall(key);
  }

  remember(key: string, value: string | undefined): Promise<void> {
    return this.file.remember(key, value);
  }

  private async ready(watch: Watch | undefined): Promise<void> {
    // A cancellation waits as a message for the thread to be free.
    if (watch?.signal) await new Promise((resolve) => setTimeout(resolve, 0));
    if (watch?.signal?.aborted) throw new ProblemError([{ severity: 'info', code: 'cancelled', ...words.trouble.cancelled }]);
    await this.carryOut();
  }

  /**
   * Edits on sheets that a rerun has taken away meanwhile have no place any more. What formulas come to on result sheets is nobody's loss,
   * and may be of sheets that a rerun has replaced by others of the same name; Excel works it out when it opens the file.
   */
  private async carryOut(): Promise<void> {
    const owned = new Map((await this.file.describe()).sheets.map((sheet) => [sheet.name, sheet.owned]));
    const edits = this.pending.edits.flatMap((one) => {
      const cells = owned.get(one.sheet) === false ? one.cells : one.cells.filter(({ kind }) => kind !== 'result');
      return cells.length > 0 ? [{ ...one, cells }] : [];
    });
    const refused: Refused[] = [];
    this.patch(
      edits.filter(({ sheet }) => owned.has(sheet)),
      refused,
    );
    this.pending.clear();
    const lost = edits.filter(({ sheet }) => !owned.has(sheet));
    this.refusals.push(...lost.map(({ sheet }): Problem => ({ severity: 'error', code: 'no-sheet', sheet, ...words.trouble.gone(sheet) })));
    if (refused.length > 0) await this.tell(refused);
  }

  /** The file takes all edits or none; where it refuses, halves are tried, so that one bad cell keeps no good one out. */
  private patch(edits: readonly SheetEdits[], refused: Refused[]): void {
    if (edits.length === 0) return;
    try {
      this.file.edit(edits);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const cells = edits.flatMap(({ sheet, cells: of }) => of.map((cell) => ({ sheet, cell })));
      const [only, second] = cells;
      if (only && !second) return void refused.push({ ...only, problems: error.problems });
      const middle = cells.length >> 1;
      this.patch(bySheet(cells.slice(0, middle)), refused);
      this.patch(bySheet(cells.slice(middle)), refused);
    }
  }

  /** What was refused stays on the screen: whoever sees it has to know that the file says something else. */
  private async tell(refused: readonly Refused[]): Promise<void> {
    const grids = new Map((await this.file.read()).map(({ name, grid }) => [name, grid]));
    for (const { sheet, cell, problems } of refused) {
      const inFile = valueOf(grids.get(sheet)?.cell(cell.row, cell.column));
      const screen = cell.formula === undefined ? shown(cell.value) : words.trouble.inCell(`=${cell.formula}`);
      const message = words.trouble.notInFile(sheet, cellName(cell.row, cell.column), screen, shown(inFile));
      this.refusals.push(
        ...problems.map((problem): Problem => ({ ...problem, message, nextStep: `${problem.message}${problem.nextStep}` })),
      );
    }
  }
}

interface Refused {
  readonly sheet: string;
  readonly cell: CellEdit;
  readonly problems: readonly Problem[];
}

/** A long text is told by its beginning. */
const LONGEST_SHOWN = 40;

function valueOf(cell: Cell | undefined): EditValue {
  if (!cell || cell.kind === 'empty') return null;
  return cell.kind === 'error' ? { error: cell.code } : cell.value;
}

function shown(value: EditValue): string {
  const text =
    value === null
      ? ''
      : typeof value === 'object'
        ? value.error
        : typeof value === 'boolean'
          ? String(value).toUpperCase()
          : String(value);
  return words.trouble.inCell(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}

function bySheet(cells: readonly { readonly sheet: string; readonly cell: CellEdit }[]): SheetEdits[] {
  const sheets = new Map<string, CellEdit[]>();
  for (const { sheet, cell } of cells) {
    const of = sheets.get(sheet);
    if (of) of.push(cell);
    else sheets.set(sheet, [cell]);
  }
  return [...sheets].map(([sheet, of]) => ({ sheet, cells: of }));
}
