import type { Area } from '../../core/cell';
import type { SheetGrid } from '../../core/grid';
import type { Grid } from '../../core/grid';
import type { Watch } from '../port';
import { flush } from './context';
import { CellDigest } from './digest';
import { explained, failureKind, send, stopIfCancelled } from './failure';
import { inferMerges } from './infer-merges';
import { queueListing } from './listing';
import { referencesIn } from './references';
import type { SeenSheet } from './seen-sheet';
import type { ListedSheet, Listing } from './listing';
import { gridFrom } from './read-grid';
import type { ReadBlock } from './read-grid';
import { loadExtent, queueBlock, readPieces } from './read-pieces';
import type { Piece } from './read-pieces';

/** The corner of every sheet that is asked for at once; a sheet of 300 zones and 60 indicators fits. */
const CORNER = 'A1:DX400';
const CORNER_AREA: Area = { top: 0, left: 0, bottom: 399, right: 127 };

export interface Reading {
  readonly listing: Listing;
  readonly grids: readonly SheetGrid[];
  readonly seen: readonly SeenSheet[];
  /** Names of sheets whose filter hides rows; undefined where Excel would not tell. */
  readonly filtered: readonly string[] | undefined;
}

interface Content {
  readonly blocks: readonly ReadBlock[];
  /** Undefined where Excel does not tell: it gives up on more than 512 merged areas. */
  readonly merges: readonly Area[] | undefined;
}

const NOTHING: Content = { blocks: [], merges: [] };

/**
 * Reads the user's sheets. Where the sheets are known already, it is one request for workbooks of usual size; else a small one asks for
 * the sheets first, because Excel gives no cells of sheets that were not named. Our own result sheets are listed with no cells.
 * @param filters whether filters are asked about; an Excel that refused once need not be asked again
 * @throws ProblemError
 */
export async function readSheets(
  context: Excel.RequestContext,
  known: Listing | undefined,
  watch: Watch | undefined,
  filters = true,
): Promise<Reading> {
  stopIfCancelled(watch);
  let listing = known ?? (await list(context));
  for (let attempt = 1; ; attempt++) {
    stopIfCancelled(watch);
    const corners = await readCorners(context, listing, attempt < 3, filters);
    if (corners === 'gone') {
      listing = await list(context);
      continue;
    }
    const asked = new Set(corners.map(({ sheet }) => sheet.id));
    const now = corners.listing ?? listing;
    if (now.sheets.some(({ id, owned }) => !owned && !asked.has(id)) && attempt < 3) {
      listing = now;
      continue;
    }
    return finish(context, now, corners, watch);
  }
}

async function list(context: Excel.RequestContext): Promise<Listing> {
  const take = queueListing(context);
  await send(context, 'list');
  return take();
}

interface Corner {
  readonly sheet: ListedSheet;
  readonly extent: Area | undefined;
  readonly filtered?: boolean | undefined;
  /** Undefined where more is in use than the corner holds. */
  readonly content: Content | undefined;
}

function loadFiltered(worksheet: Excel.Worksheet): () => boolean {
  worksheet.load('autoFilter/isDataFiltered');
  return () => worksheet.autoFilter.isDataFiltered;
}

type Corners = readonly Corner[] & { listing?: Listing };

async function readCorners(
  context: Excel.RequestContext,
  listing: Listing,
  mayRetry: boolean,
  filters: boolean,
): Promise<Corners | 'gone'> {
  const sheets = listing.sheets.filter(({ owned }) => !owned);
  const takeListing = queueListing(context);
  const queued = sheets.map((sheet) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const corner = worksheet.getRange(CORNER);
    return {
      filtered: filters ? loadFiltered(worksheet) : () => undefined,
      sheet,
      extent: loadExtent(worksheet.getUsedRangeOrNullObject(true)),
      take: queueBlock(corner.getUsedRangeOrNullObject(true), corner),
    };
  });
  try {
    await flush(context);
  } catch (error) {
    const kind = failureKind(error);
    if (kind === 'sheet-gone' && mayRetry) return 'gone';
    if (kind === 'too-large' || kind === 'excel-failed' || kind === 'api-missing') return readExtents(context, sheets);
    throw explained(error, 'read');
  }
  const corners: Corner[] = queued.map(({ sheet, extent, take, filtered: isFiltered }) => {
    const whole = extent();
    const taken = take();
    const filtered = isFiltered();
    if (!whole) return { sheet, extent: whole, filtered, content: { blocks: [], merges: taken?.merges ?? [] } };
    const fits = whole.bottom <= CORNER_AREA.bottom && whole.right <= CORNER_AREA.right;
    return { sheet, extent: whole, filtered, content: fits && taken ? { blocks: [taken.block], merges: taken.merges } : undefined };
  });
  return Object.assign(corners, { listing: takeListing() });
}

/** Where the corners together are too much, only what is in use is asked; the cells follow in pieces. */
async function readExtents(context: Excel.RequestContext, sheets: readonly ListedSheet[]): Promise<Corners> {
  const takeListing = queueListing(context);
  const queued = sheets.map((sheet) => ({
    sheet,
    extent: loadExtent(context.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true)),
  }));
  await send(context, 'read');
  const corners = queued.map(({ sheet, extent }): Corner => {
    const area = extent();
    return { sheet, extent: area, content: area ? undefined : NOTHING };
  });
  return Object.assign(corners, { listing: takeListing() });
}

async function finish(context: Excel.RequestContext, listing: Listing, corners: Corners, watch: Watch | undefined): Promise<Reading> {
  const missing = corners.flatMap(({ sheet, extent, content }): Piece[] =>
    content === undefined && extent ? [{ sheet, area: extent }] : [],
  );
  const pieces = missing.length > 0 ? await readPieces(context, missing, watch) : [];
  const contents = new Map<string, Content>();
  for (const { sheet, content } of corners) {
    const own = pieces.filter((piece) => piece.sheet.id === sheet.id);
    contents.set(
      sheet.id,
      content ?? {
        blocks: own.map(({ block }) => block),
        merges: own.every(({ merges }) => merges) ? withoutDoubles(own.flatMap(({ merges }) => merges ?? [])) : undefined,
      },
    );
  }
  watch?.progress?.(1);
  const ours = listing.sheets.filter(({ owned }) => owned).map(({ name }) => name);
  const seen = corners
    .filter(({ sheet }) => listing.sheets.some(({ id, owned }) => id === sheet.id && !owned))
    .map(({ sheet, extent }): SeenSheet => {
      const { blocks } = contents.get(sheet.id)!;
      return {
        id: sheet.id,
        name: nameIn(listing, sheet),
        extent,
        areas: blocks.map(areaOfBlock),
        digest: digestOf(blocks),
        references: referencesIn(blocks, ours),
      };
    });
  const grids = listing.sheets.map(({ id, name, hidden, owned }): SheetGrid => {
    const content = contents.get(id);
    return { name, hidden, owned, grid: content && !owned ? gridOf(content) : EMPTY };
  });
  const told = corners.every(({ filtered }) => filtered !== undefined);
  const filtered = told ? corners.filter((corner) => corner.filtered).map(({ sheet }) => nameIn(listing, sheet)) : undefined;
  return { listing, grids, seen, filtered };
}

const EMPTY: Grid = gridFrom([], []);

function gridOf({ blocks, merges }: Content): Grid {
  return gridFrom(blocks, merges ?? inferMerges(blocks));
}

function areaOfBlock({ top, left, values }: ReadBlock): Area {
  return { top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 1) - 1 };
}

function nameIn(listing: Listing, sheet: ListedSheet): string {
  return listing.sheets.find(({ id }) => id === sheet.id)?.name ?? sheet.name;
}

export function digestOf(blocks: readonly Pick<ReadBlock, 'top' | 'left' | 'formulas'>[]): string {
  const digest = new CellDigest();
  for (const { top, left, formulas } of blocks) digest.add(top, left, formulas);
  return digest.value;
}

/** An area that reaches over the edge of a piece is given by both. */
function withoutDoubles(areas: readonly Area[]): Area[] {
  const known = new Map(areas.map((area) => [`${area.top},${area.left},${area.bottom},${area.right}`, area]));
  return [...known.values()];
}
