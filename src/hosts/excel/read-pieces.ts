import type { Area } from '../../core/cell';
import { excelWords as words } from './words';
import type { Watch } from '../port';
import { flush } from './context';
import { explained, failureKind, send, stopIfCancelled } from './failure';
import { refusal } from '../../core/refusal';
import type { ListedSheet } from './listing';
import { areasOf } from './read-grid';
import type { ReadBlock } from './read-grid';

/** Cells of one request: values, formulas and formats of so many come to 1 or 2 MB, where Excel on the web allows 5. */
const CELLS = 30_000;
/** More cells than any office keeps, and more than a pane could hold. */
const MOST_CELLS = 30_000_000;
/** An area too large for a request is asked in so many bands which of its cells are in use. */
const BANDS = 16;

/** A rectangle of a sheet that is still to be read. */
export interface Piece {
  readonly sheet: ListedSheet;
  readonly area: Area;
}

export interface ReadPiece extends Piece {
  readonly block: ReadBlock;
  /** Undefined where Excel does not tell. */
  readonly merges: readonly Area[] | undefined;
}

export const rowsOf = ({ top, bottom }: Area): number => bottom - top + 1;
export const columnsOf = ({ left, right }: Area): number => right - left + 1;
export const cellsOf = (area: Area): number => rowsOf(area) * columnsOf(area);

export function rangeOf(worksheet: Excel.Worksheet, area: Area): Excel.Range {
  return worksheet.getRangeByIndexes(area.top, area.left, rowsOf(area), columnsOf(area));
}

export function loadExtent(range: Excel.Range): () => Area | undefined {
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return () => {
    if (range.isNullObject) return undefined;
    const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
    return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
  };
}

/** Queues one rectangle; `within` holds the merged areas to ask for, undefined for none. */
export function queueBlock(
  range: Excel.Range,
  within: Excel.Range | undefined,
): () => { block: ReadBlock; area: Area; merges: Area[] | undefined } | undefined {
  const extent = loadExtent(range);
  range.load('values,formulas,numberFormat');
  const merged = within?.getMergedAreasOrNullObject();
  merged?.load('address');
  return () => {
    const area = extent();
    const merges = merged && (merged.isNullObject ? [] : areasOf(merged.address));
    if (!area) return undefined;
    return {
      area,
      merges,
      block: {
        top: area.top,
        left: area.left,
        values: range.values as unknown[][],
        formulas: range.formulas as unknown[][],
        formats: range.numberFormat as unknown[][],
      },
    };
  };
}

/**
 * Reads sheets that are too large for one request, or of which Excel would not give everything at once. Areas are halved down to what
 * is in use: one stray cell in the last corner costs a few small requests, not seventeen thousand million cells.
 * @throws ProblemError
 */
export async function readPieces(context: Excel.RequestContext, wanted: readonly Piece[], watch: Watch | undefined): Promise<ReadPiece[]> {
  const ready = await findPieces(context, wanted, watch);
  const total = ready.reduce((sum, { area }) => sum + cellsOf(area), 0);
  const reader = new PieceReader(context);
  let done = 0;
  for (let next = 0; next < ready.length;) {
    stopIfCancelled(watch);
    const batch: Piece[] = [];
    let cells = 0;
    while (next < ready.length && (batch.length === 0 || cells + cellsOf(ready[next]!.area) <= CELLS)) {
      cells += cellsOf(ready[next]!.area);
      batch.push(ready[next++]!);
    }
    await reader.read(batch);
    done += cells;
    watch?.progress?.(done / total);
  }
  return reader.pieces;
}

/** Splits what is too large and drops what is empty. */
async function findPieces(context: Excel.RequestContext, wanted: readonly Piece[], watch: Watch | undefined): Promise<Piece[]> {
  const ready: Piece[] = [];
  let large = [...wanted];
  for (let rounds = 0; ; rounds++) {
    ready.push(...large.filter(({ area }) => cellsOf(area) <= CELLS));
    large = large.filter(({ area }) => cellsOf(area) > CELLS);
    if (large.length === 0) break;
    stopIfCancelled(watch);
    const asked = large.flatMap(({ sheet, area }) =>
      bands(area, BANDS).map((band) => ({
        sheet,
        extent: loadExtent(rangeOf(context.workbook.worksheets.getItem(sheet.id), band).getUsedRangeOrNullObject(true)),
      })),
    );
    await send(context, 'read');
    large = asked.flatMap(({ sheet, extent }) => {
      const area = extent();
      return area ? [{ sheet, area }] : [];
    });
    const cells = [...ready, ...large].reduce((sum, { area }) => sum + cellsOf(area), 0);
    const thickest = large[0];
    // The first rounds only come down to what is in use.
    if (rounds >= 2 && thickest && cells > MOST_CELLS)
      throw refusal('too-large', words.tooManyCells(thickest.sheet.name), { sheet: thickest.sheet.name });
  }
  return ready.sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
}

/** Bands of rows, or of columns where there is one row only. */
function bands(area: Area, most: number): Area[] {
  const rows = rowsOf(area);
  if (rows > 1) {
    const height = Math.ceil(rows / Math.min(most, rows));
    return Array.from({ length: Math.ceil(rows / height) }, (_, n) => ({
      ...area,
      top: area.top + n * height,
      bottom: Math.min(area.bottom, area.top + (n + 1) * height - 1),
    }));
  }
  const width = Math.ceil(columnsOf(area) / most);
  return Array.from({ length: Math.ceil(columnsOf(area) / width) }, (_, n) => ({
    ...area,
    left: area.left + n * width,
    right: Math.min(area.right, area.left + (n + 1) * width - 1),
  }));
}

class PieceReader {
  readonly pieces: ReadPiece[] = [];

  constructor(private readonly context: Excel.RequestContext) {}

  /** Reads pieces in one request; where that is too much, in several. */
  async read(batch: readonly Piece[], merges = true): Promise<void> {
    const queued = batch.map(({ sheet, area }) => {
      const range = rangeOf(this.context.workbook.worksheets.getItem(sheet.id), area);
      return { sheet, area, take: queueBlock(range, merges ? range : undefined) };
    });
    try {
      await flush(this.context);
    } catch (error) {
      return this.readLess(batch, merges, error);
    }
    for (const { sheet, area, take } of queued) {
      const taken = take();
      if (taken) this.pieces.push({ sheet, area, block: taken.block, merges: taken.merges });
    }
  }

  private async readLess(batch: readonly Piece[], merges: boolean, error: unknown): Promise<void> {
    const kind = failureKind(error);
    const fewer = kind === 'too-large' || ((kind === 'excel-failed' || kind === 'api-missing') && merges);
    if (fewer && batch.length > 1) {
      for (const piece of batch) await this.read([piece], merges);
    } else if (kind === 'too-large' && batch[0] && cellsOf(batch[0].area) > 1) {
      for (const area of bands(batch[0].area, 4)) await this.read([{ sheet: batch[0].sheet, area }], merges);
    } else if ((kind === 'excel-failed' || kind === 'api-missing') && merges) {
      // Excel gives up on more than 512 merged areas: cells matter more than they do.
      await this.read(batch, false);
    } else {
      throw explained(error, 'read');
    }
  }
}
