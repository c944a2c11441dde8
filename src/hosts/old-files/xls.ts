import type * as Xlsx from '@e965/xlsx';
import { BUILT_IN_FORMATS } from '../../ooxml/parts/number-formats';
import { refusal } from '../../core/refusal';
import { ProblemError } from '../../core/problem';
import { prepareBiff, type SharedTextCell } from './biff-records';
import type { LeftBehind } from './left-behind';
import type { NumberCells } from './number-cells';
import type { PlainCell, PlainRow, PlainSheet, PlainValue } from './plain-sheet';
import { oldFileWords as words } from './words';

type Library = typeof Xlsx;

export interface OldWorkbook {
  readonly sheets: readonly PlainSheet[];
  readonly date1904: boolean;
  readonly leftBehind: ReadonlyMap<LeftBehind, number>;
}

/** What of the library's workbook is used; its own types leave most of it open. */
interface LibraryCell {
  readonly t: string;
  readonly v?: unknown;
  readonly z?: unknown;
}

const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);
const UNKNOWN_ERROR = '#VALUE!';

/** Code page of Chinese texts in workbooks that do not name one. */
const GBK = 936;
/** Code pages by the names under which browsers know them; others are read as Chinese. */
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [950, 'big5'],
  [932, 'shift_jis'],
  [949, 'euc-kr'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [65001, 'utf-8'],
]);
const UTF16 = 1200;

/**
 * Reads the records of an old binary workbook (BIFF 2 to 8). The library is fetched here, at the first file that needs it.
 * @param stream the workbook's records; changed
 * @throws ProblemError those of prepareBiff, xls-broken
 */
export async function readXls(stream: Uint8Array): Promise<OldWorkbook> {
  const { stream: records, sheets, leftBehind, styles } = prepareBiff(stream);
  const library = await import(/* webpackChunkName: "old-xls" */ '@e965/xlsx');
  const book = reading(library, records);
  const codes = library.SSF.get_table() as Readonly<Record<number, unknown>>;
  const codeOf = (style: number): string => {
    const code = codes[styles[style] ?? 0];
    return typeof code === 'string' ? code : 'General';
  };
  // The library hands sheets on in the order in which they stand in the file, which need not be that of the tabs.
  const inFile = [...sheets].sort((a, b) => a.start - b.start);
  // Of a stream that is one sheet without a workbook around it the library gives no name where the sheet is empty.
  const names = book.SheetNames.length === 0 && inFile.length === 1 ? [words.sheet] : book.SheetNames;
  if (names.length !== inFile.length || new Set(names).size !== inFile.length) throw broken();
  return {
    sheets: sheets
      .filter(({ worksheet }) => worksheet)
      .map(({ state, columns, frames, merges, start, texts, numbers }) => {
        const name = names[inFile.findIndex((sheet) => sheet.start === start)]!;
        return { name, state, columns, frames, merges, rows: rowsOf(withTexts(book.Sheets[name], texts), numbers, codeOf) };
      }),
    date1904: book.Workbook?.WBProps?.date1904 === true,
    leftBehind,
  };
}

function reading(library: Library, records: Uint8Array): Xlsx.WorkBook {
  // The library keeps number formats from one file to the next; those of Chinese Excel stand in for the ones that files name by number only.
  const formats = library.SSF.get_table() as Record<number, string>;
  for (const id of Object.keys(formats)) Reflect.deleteProperty(formats, id);
  Object.assign(formats, Object.fromEntries(BUILT_IN_FORMATS));
  library.set_cptable({ utils: { decode, encode: (_: number, text: string) => new TextEncoder().encode(text), hascp: () => true } });
  try {
    return library.read(records, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      codepage: GBK,
    });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // The library throws errors and bare texts at what it does not understand, and fails where records point nowhere.
    throw broken();
  }
}

/** What the library asks of a table of code pages; browsers have them. */
function decode(page: number, bytes: string | ArrayLike<number>): string {
  const codes = typeof bytes === 'string' ? Array.from(bytes, (sign) => sign.charCodeAt(0)) : bytes;
  if (page === UTF16) {
    let text = '';
    for (let n = 0; n + 1 < codes.length; n += 2) text += String.fromCharCode(codes[n]! | (codes[n + 1]! << 8));
    return text;
  }
  return new TextDecoder(CODE_PAGES.get(page) ?? 'gb18030').decode(Uint8Array.from(codes));
}

type LibraryRows = (LibraryCell[] | undefined)[];

/** The library's rows of a sheet with the texts that it was not shown. */
function withTexts(sheet: unknown, texts: readonly SharedTextCell[]): LibraryRows {
  const rows = (sheet as { readonly '!data'?: LibraryRows } | undefined)?.['!data'] ?? [];
  for (const { row, column, text } of texts) (rows[row] ??= [])[column] = { t: 's', v: text };
  return rows;
}

/** @param codeOf the number format of a style */
function* rowsOf(rows: LibraryRows, numbers: NumberCells, codeOf: (style: number) => string): Generator<PlainRow, void, undefined> {
  const ours = numbers.cells();
  let next = ours.next();
  for (let row = 0; row < rows.length || !next.done; row++) {
    if (row >= rows.length && !next.done) row = next.value.row;
    const cells: PlainCell[] = [];
    for (; !next.done && next.value.row === row; next = ours.next()) {
      const { column, value, style } = next.value;
      cells.push({ column, value, format: codeOf(style) });
    }
    const others = cellsOf(rows[row]);
    if (others.length > 0 && cells.length > 0) yield { row, cells: inOrder([...cells, ...others]) };
    else if (others.length > 0 || cells.length > 0) yield { row, cells: others.length > 0 ? others : cells };
  }
}

function cellsOf(row: readonly LibraryCell[] | undefined): PlainCell[] {
  const cells: PlainCell[] = [];
  row?.forEach((cell, column) => {
    const value = valueOf(cell);
    if (value !== undefined) cells.push({ column, value, ...(typeof cell.z === 'string' && { format: cell.z }) });
  });
  return cells;
}

/** Columns ascending; of two in one column the later one. */
function inOrder(cells: PlainCell[]): PlainCell[] {
  return cells.sort((a, b) => a.column - b.column).filter(({ column }, n) => cells[n + 1]?.column !== column);
}

function valueOf({ t, v }: LibraryCell): PlainValue | undefined {
  if (t === 'e') return { error: ERRORS.get(v) ?? UNKNOWN_ERROR };
  if (typeof v === 'string') return v === '' ? undefined : v;
  if (typeof v === 'boolean') return v;
  return typeof v === 'number' && Number.isFinite(v) ? v : undefined;
}

const broken = (): Error => refusal('xls-broken', words.broken());
