import { cellName } from '../../core/cell';
import type { CellChange, CellChanges } from '../../core/cell-changes';
import type { Watch } from '../port';
import { checkExpected, protectedSheet } from '../results/person-cells';
import { typedText } from './cell-text';
import { flush, newContext, Unanswered } from './context';
import { explained, send, stopIfCancelled } from './failure';
import { isFormula } from './read-grid';
import { excelWords as words } from './words';
import { RECOVERY } from './write-results';

/** Values, as Excel wants them: what a person would type. */
type Typed = string | number | boolean;

interface Former {
  readonly row: number;
  readonly column: number;
  readonly value: unknown;
  readonly formula: unknown;
  readonly format: unknown;
  /** The sheet's protection keeps its format. */
  readonly fixed: boolean;
}

/**
 * Changes cells of a sheet of the person's. One request looks whether they show what is expected and may be changed, one changes them; where Excel
 * breaks off within that, the former cells are put back.
 * @throws ProblemError cells-changed, protected-sheet, cancelled, unanswered, and what Excel says
 */
export async function changeCells(changes: CellChanges, watch: Watch | undefined): Promise<void> {
  const context = newContext(watch);
  const former = await look(context, changes);
  stopIfCancelled(watch);
  const formatOf = ({ numberFormat }: CellChange, n: number): string | undefined =>
    former[n]!.fixed || former[n]!.format === numberFormat ? undefined : numberFormat;
  queueCells(
    context,
    changes.sheet,
    changes.cells.map((cell, n) => ({ ...cell, typed: typedOf(cell), format: formatOf(cell, n) })),
  );
  try {
    await flush(context);
  } catch (error) {
    if (error instanceof Unanswered) void error.answer.then(() => watch?.late?.(words.lateCells)).catch(() => undefined);
    else await putBack(changes.sheet, former);
    throw explained(error, 'enter');
  }
}

/** What stands in the cells that are to change. @throws ProblemError */
async function look(context: Excel.RequestContext, changes: CellChanges): Promise<readonly Former[]> {
  const { cells } = changes;
  if (cells.length === 0) return [];
  const take = queueLook(context, changes);
  await send(context, 'enter');
  const { at, fixed } = take();
  // Excel hands an empty cell over as an empty text.
  checkExpected(changes, ({ row, column }) => String(at(row, column).value ?? '').trim());
  if (fixed) await refuseLocked(context, changes, (row, column) => String(at(row, column).format));
  return cells.map(({ row, column }) => ({ row, column, fixed, ...at(row, column) }));
}

interface Seen {
  /** Whether the sheet is protected. */
  readonly fixed: boolean;
  at(row: number, column: number): Pick<Former, 'value' | 'formula' | 'format'>;
}

function queueLook(context: Excel.RequestContext, { sheet, cells, expected }: CellChanges): () => Seen {
  const places = [...cells, ...expected];
  const [top, left] = [Math.min(...places.map(({ row }) => row)), Math.min(...places.map(({ column }) => column))];
  const rows = Math.max(...places.map(({ row }) => row)) - top + 1;
  const columns = Math.max(...places.map(({ column }) => column)) - left + 1;
  const { protection, range } = placesOn(context.workbook.worksheets.getItem(sheet), top, left, rows, columns);
  range.load('values,formulas,numberFormat');
  protection.load('protected');
  return () => {
    const { values, formulas, numberFormat } = range;
    const cellOf = (table: readonly (readonly unknown[])[], row: number, column: number): unknown => table[row - top]?.[column - left];
    return {
      fixed: protection.protected,
      at: (row, column) => ({
        value: cellOf(values, row, column),
        formula: cellOf(formulas, row, column),
        format: cellOf(numberFormat, row, column),
      }),
    };
  };
}

const placesOn = (
  worksheet: Excel.Worksheet,
  ...[top, left, rows, columns]: [number, number, number, number]
): { readonly protection: Excel.WorksheetProtection; readonly range: Excel.Range } => ({
  protection: worksheet.protection,
  range: worksheet.getRangeByIndexes(top, left, rows, columns),
});

/** Formats in which a number is another number, or none. */
const OTHERWISE = /[%@]/;

/**
 * A person's protection stays: the cells that it leaves free may be changed, but not their formats.
 * @throws ProblemError protected-sheet
 */
async function refuseLocked(
  context: Excel.RequestContext,
  { sheet, cells }: CellChanges,
  formatAt: (row: number, column: number) => string,
): Promise<void> {
  const { worksheets } = context.workbook;
  const takes = cells.map(({ row, column }) => queueLocked(worksheets.getItem(sheet).getRange(cellName(row, column))));
  await send(context, 'enter');
  const locked = cells.find(
    ({ row, column, numberFormat }, n) => takes[n]!() || (numberFormat !== undefined && OTHERWISE.test(formatAt(row, column))),
  );
  if (locked) throw protectedSheet(sheet, locked.row, locked.column);
}

function queueLocked({ format }: Excel.Range): () => boolean {
  const { protection } = format;
  protection.load('locked');
  return () => protection.locked !== false;
}

interface Queued {
  readonly row: number;
  readonly column: number;
  readonly typed: Typed;
  readonly format: string | undefined;
}

function queueCells(context: Excel.RequestContext, sheet: string, cells: readonly Queued[]): void {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  for (const { row, column, typed, format } of cells) {
    const range = worksheet.getRange(cellName(row, column));
    // First the format: in a cell of texts a number would become one.
    if (format !== undefined) range.numberFormat = [[format]];
    range.formulas = [[typed]];
  }
}

function typedOf({ value, formula }: CellChange): Typed {
  if (formula !== undefined) return `=${formula}`;
  if (value === null) return '';
  return typeof value === 'string' ? typedText(value).typed : value;
}

/** As far as Excel lets us: what it refuses here it has refused before. */
async function putBack(sheet: string, former: readonly Former[]): Promise<void> {
  const context = newContext({ signal: AbortSignal.timeout(RECOVERY) });
  const cells = former.map(({ row, column, value, formula, format, fixed }): Queued => {
    const live = isFormula(formula, value);
    const constant =
      typeof value === 'string' ? typedText(value).typed : typeof value === 'number' || typeof value === 'boolean' ? value : '';
    return {
      row,
      column,
      typed: live ? formula : constant,
      format: !fixed && typeof format === 'string' && format !== '' ? format : undefined,
    };
  });
  queueCells(context, sheet, cells);
  await flush(context).catch(() => undefined);
}
