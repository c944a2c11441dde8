import { NOTHING_ADDED, queueAdded, type Added } from './added';
import { CellDigest } from './digest';
import type { ListedSheet } from './listing';
import { loadExtent } from './read-pieces';
import { answerBytes, type Entry, type ResultCells } from './result-cells';

/** Results of more cells are not looked at again: that would take as long as reading the workbook. */
const MOST_CELLS = 60_000;

/**
 * A digest of what stands on a result sheet, to tell later whether a person has changed it. Constants count as they are; a formula counts only as
 * one, because Excel writes formulas its own way (letter case, quotes, names of sheets).
 */
export function digestOfCells(cells: ResultCells): string {
  const formulas = new Set<number>();
  let bytes = 0;
  for (const { column, top, bottom, bytes: run } of cells.runs) {
    bytes += run;
    for (let row = top; row <= bottom; row++) formulas.add(row * cells.columns + column);
  }
  const rows: unknown[][] = [];
  for (let row = 0; row < cells.rows; row++)
    rows.push(
      cells.entries(row).map((entry, column) => {
        bytes += answerBytes(entry);
        return formulas.has(row * cells.columns + column) ? FORMULA : standing(entry);
      }),
    );
  return `${digest(0, 0, rows)}:${Math.ceil(bytes / 1000)}`;
}

const FORMULA = '=';
/** An apostrophe only says that the rest is text. */
const standing = (entry: Entry): unknown => (typeof entry === 'string' && entry.startsWith("'") ? entry.slice(1) : entry);

function digest(top: number, left: number, rows: readonly (readonly unknown[])[]): string {
  const found = new CellDigest();
  found.add(
    top,
    left,
    rows.map((row) => row.map(plain)),
  );
  return found.value;
}

/** Numbers to the digits that any way of writing them keeps. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (typeof value !== 'string') return value;
  return value.startsWith('=') ? FORMULA : value.replace(/\r/g, '');
}

/** A result sheet that a person has had a hand in since it was written. */
export interface EditedSheet extends Added {
  readonly sheet: string;
  /** Whether its cells hold something else. */
  readonly cells: boolean;
}

/** Cells of results that one answer brings at most, in bytes: Excel on the web answers with 5 MB at most. */
const LOOK_BYTES = 4_500_000;
/** Where the digest does not say how much text the cells hold. */
const CELL_BYTES = 100;

/** Bytes that a look at the sheet's cells brings; undefined where they are not looked at. */
function lookBytes({ digest: written }: ListedSheet): number | undefined {
  if (written === undefined) return undefined;
  const [cells, , , thousands] = written.split(':');
  if (Number(cells) > MOST_CELLS) return undefined;
  const bytes = thousands === undefined ? Number(cells) * CELL_BYTES : Number(thousands) * 1000;
  return bytes > LOOK_BYTES ? undefined : bytes;
}

/**
 * Result sheets in groups that can be looked at in one request each.
 * @param room bytes that the answer to the first request has besides
 */
export function lookGroups(sheets: readonly ListedSheet[], room = LOOK_BYTES): readonly (readonly ListedSheet[])[] {
  const groups: ListedSheet[][] = [[]];
  let left = Math.min(room, LOOK_BYTES);
  for (const sheet of sheets) {
    const bytes = lookBytes(sheet) ?? 0;
    if (bytes > left) {
      groups.push([]);
      left = LOOK_BYTES;
    }
    groups.at(-1)!.push(sheet);
    left -= bytes;
  }
  return groups;
}

/** What the first request of a write has room for beside the second look at the user's cells. */
export const roomBeside = (seenCells: number): number => LOOK_BYTES - Math.min(seenCells, MOST_CELLS) * 15;

/**
 * Queues a look at result sheets: at their cells where they say what stood there when they were written, and at what was put on them.
 * @param added false where Excel refused that kind of look
 * @returns those that a person has changed since, once the batch was sent
 */
export function queueEdited(context: Excel.RequestContext, sheets: readonly ListedSheet[], added = true): () => readonly EditedSheet[] {
  const queued = new Map(
    sheets.flatMap((sheet) => {
      const { id, digest: written } = sheet;
      if (written === undefined || lookBytes(sheet) === undefined) return [];
      const used = context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);
      used.load('formulas');
      return [[id, { written: written.split(':').slice(0, 3).join(':'), used, extent: loadExtent(used) }] as const];
    }),
  );
  const takeAdded = added ? queueAdded(context, sheets) : undefined;
  return () => {
    const found = takeAdded?.();
    return sheets.flatMap(({ id, name }) => {
      const look = queued.get(id);
      const area = look?.extent();
      const now = look && digest(area?.top ?? 0, area?.left ?? 0, area ? (look.used.formulas as unknown[][]) : []);
      const edited = { sheet: name, cells: now !== look?.written, ...(found?.get(id) ?? NOTHING_ADDED) };
      return isTouched(edited) ? [edited] : [];
    });
  };
}

export const isTouched = ({ cells, charts, comments, shapes }: EditedSheet): boolean => cells || charts + comments + shapes > 0;
