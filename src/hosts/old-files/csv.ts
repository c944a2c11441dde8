import { refusal } from '../../core/refusal';
import { csvRows } from './csv-rows';
import { findDelimiter } from './delimiter';
import type { PlainCell, PlainColumns, PlainRow, PlainSheet } from './plain-sheet';
import { beginning, decoded, type TextEncoding } from './text-encoding';
import { typedField } from './typed-field';
import { oldFileWords as words } from './words';

/** Rows that are measured for the widths of columns. */
const MEASURED_ROWS = 200;
const [NARROWEST, WIDEST] = [9, 40];

export interface TextTable {
  readonly sheet: PlainSheet;
  readonly delimiter: string;
}

/**
 * A text with delimiters as one sheet.
 * @param name of the sheet
 * @throws ProblemError empty, csv-quote, too-many-cells, long-text; the last three also while its rows are taken
 */
export function readCsv(bytes: Uint8Array, encoding: TextEncoding, name: string): TextTable {
  const head = beginning(bytes, encoding);
  if (head.trim() === '') throw refusal('empty', words.blank());
  const { delimiter, skip } = findDelimiter(head);
  const rows = csvRows(without(decoded(bytes, encoding), skip), delimiter);
  const first: (readonly string[])[] = [];
  while (first.length < MEASURED_ROWS) {
    const { done, value } = rows.next();
    if (done) break;
    first.push(value);
  }
  const sheet: PlainSheet = {
    name,
    state: 'visible',
    columns: widths(first),
    frames: [],
    merges: [],
    rows: typedRows(chained(first, rows)),
  };
  return { sheet, delimiter };
}

/** The text without its first characters. */
function* without(pieces: Iterable<string>, skip: number): Generator<string, void, undefined> {
  let left = skip;
  for (const piece of pieces) {
    yield left === 0 ? piece : piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

function* chained<T>(first: Iterable<T>, rest: Iterable<T>): Generator<T, void, undefined> {
  yield* first;
  yield* rest;
}

function* typedRows(rows: Iterable<readonly string[]>): Generator<PlainRow, void, undefined> {
  let row = 0;
  for (const fields of rows) {
    const cells: PlainCell[] = [];
    fields.forEach((field, column) => {
      const typed = typedField(field);
      if (typed) cells.push({ column, ...typed });
    });
    if (cells.length > 0) yield { row, cells };
    row++;
  }
}

/** Columns as wide as their texts in the first rows. A text alone in its row is a title and stands over the columns beside it. */
function widths(rows: readonly (readonly string[])[]): PlainColumns[] {
  const widest: number[] = [];
  for (const fields of rows) {
    const alone = fields.filter((field) => field !== '').length < 2;
    fields.forEach((field, column) => {
      widest[column] = Math.max(widest[column] ?? 0, alone ? 0 : placesOf(field));
    });
  }
  return widest.map((places, column) => ({
    first: column,
    last: column,
    width: Math.min(WIDEST, Math.max(NARROWEST, places + 2)),
    hidden: false,
  }));
}

/** A Chinese sign takes two places. */
function placesOf(text: string): number {
  let places = 0;
  for (let n = 0; n < text.length && places < WIDEST; n++) places += text.charCodeAt(n) > 0xff ? 2 : 1;
  return places;
}
