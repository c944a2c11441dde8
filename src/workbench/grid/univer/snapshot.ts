import type { ICellData, IColumnData, IDocumentData, IRowData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { BooleanNumber, CellValueType, isBooleanString, isRealNum, LocaleType } from '@univerjs/core';
import type { Area } from '../../../core/cell';
import { parseCellName } from '../../../core/cell';
import { CellKind } from '../../../core/grid';
import { shownFormula } from '../../../ooxml/formula/future-functions';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../../core/sheet-limits';
import type { CellsLook, SheetLook } from '../../../ooxml/look/look';
import { apart } from './merges';
import { fittedHeights } from './row-heights';
import type { Styles } from './style';
import { styleId } from './style';

export { stylesOf } from './style';

/** One row's cells by column. */
export type RowCells = Record<number, ICellData>;

/** A workbook without sheets. */
export function bookShell(id: string): IWorkbookData {
  return { id, name: '', appVersion: '', locale: LocaleType.ZH_CN, styles: {}, sheetOrder: [], sheets: {} };
}

const LEAST = { rows: 100, columns: 26 };
const ROOM = { rows: 50, columns: 5 };

/**
 * A sheet as Univer takes it, all but its cells.
 * @param styles the styles of its book ({@link stylesOf}); with them, rows of which the file gives no height get one that fits their text
 * @param rows how many rows with cells are shown; below a sheet that is cut off there is no room to type in
 */
export function sheetShell(
  sheet: SheetLook,
  id: string,
  prefix: string,
  styles?: Styles,
  rows = sheet.cells.rows,
): Partial<IWorksheetData> {
  const cut = rows < sheet.cells.rows;
  const used = usedSize(sheet);
  const rowCount = cut ? rows : Math.min(Math.max(LEAST.rows, used.rows + ROOM.rows), SHEET_ROWS);
  const columnCount = Math.min(Math.max(LEAST.columns, used.columns + ROOM.columns), SHEET_COLUMNS);
  const merges = apart(within(sheet.merges, rowCount, columnCount));
  const columns = columnsOf(sheet, columnCount, prefix);
  const freeze = { rows: Math.min(sheet.freeze.rows, rowCount - 1), columns: Math.min(sheet.freeze.columns, columnCount - 1) };
  const widthOf = (column: number): number => columns.data[column]?.w ?? columns.width;
  return {
    id,
    name: sheet.name,
    tabColor: sheet.tabColor === undefined ? '' : `#${sheet.tabColor}`,
    hidden: flag(sheet.hidden),
    freeze: { xSplit: freeze.columns, ySplit: freeze.rows, startRow: freeze.rows || -1, startColumn: freeze.columns || -1 },
    rowCount,
    columnCount,
    zoomRatio: sheet.zoom / 100,
    defaultColumnWidth: columns.width,
    defaultStyle: styleId(prefix, 0),
    showGridlines: flag(sheet.gridLines),
    columnData: columns.data,
    mergeData: merges.map(({ top, left, bottom, right }) => ({ startRow: top, startColumn: left, endRow: bottom, endColumn: right })),
    ...rowsOf(
      sheet,
      rowCount,
      prefix,
      styles && fittedHeights(sheet, styles, prefix, widthOf, coverOf(merges)),
      cut ? rows : sheet.cells.rows,
    ),
  };
}

const flag = (value: boolean): BooleanNumber => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** What is to be seen: cells, and merges that do not run to the end of the sheet. */
function usedSize({ cells, merges }: SheetLook): { rows: number; columns: number } {
  let { rows, columns } = cells;
  for (const { bottom, right } of merges) {
    if (bottom < SHEET_ROWS - 1) rows = Math.max(rows, bottom + 1);
    if (right < SHEET_COLUMNS - 1) columns = Math.max(columns, right + 1);
  }
  return { rows, columns };
}

function within(areas: readonly Area[], rows: number, columns: number): Area[] {
  return areas.flatMap(({ top, left, bottom, right }) => {
    const clipped = { top, left, bottom: Math.min(bottom, rows - 1), right: Math.min(right, columns - 1) };
    const cells = (clipped.bottom - top + 1) * (clipped.right - left + 1);
    return top < rows && left < columns && cells > 1 ? [clipped] : [];
  });
}

/** Whether a cell is part of a merge; asked of few cells, so the merges are laid out at the first question. */
function coverOf(merges: readonly Area[]): (row: number, column: number) => boolean {
  let byRow: Map<number, Area[]> | undefined;
  return (row, column) => {
    byRow ??= merges.reduce((map, area) => {
      // A merge across more rows than these holds no text that would make one of them higher.
      for (let at = area.top; at <= Math.min(area.bottom, area.top + 1000); at++) map.set(at, [...(map.get(at) ?? []), area]);
      return map;
    }, new Map<number, Area[]>());
    return byRow.get(row)?.some(({ left, right }) => column >= left && column <= right) ?? false;
  };
}

/** The length that more than half of `count` have, the default where there is none: Univer needs an object for every row and column that differs. */
function usual(
  runs: readonly { readonly first: number; readonly last: number; readonly length: number | undefined }[],
  count: number,
  fallback: number,
): number {
  const shares = new Map<number, number>();
  for (const { first, last, length } of runs) {
    if (length !== undefined && first < count) shares.set(length, (shares.get(length) ?? 0) + Math.min(last, count - 1) - first + 1);
  }
  for (const [length, share] of shares) if (share * 2 > count) return length;
  return fallback;
}

function columnsOf(sheet: SheetLook, count: number, prefix: string): { width: number; data: Record<number, IColumnData> } {
  const width = usual(
    sheet.columns.map((run) => ({ ...run, length: run.width })),
    count,
    sheet.defaultWidth,
  );
  const data: Record<number, IColumnData> = {};
  let next = 0;
  const gap = (end: number): void => {
    if (width !== sheet.defaultWidth) for (let at = next; at < end; at++) data[at] = { w: sheet.defaultWidth };
  };
  for (const run of sheet.columns) {
    if (run.first >= count) break;
    gap(run.first);
    next = Math.min(run.last, count - 1) + 1;
    const own = run.width ?? sheet.defaultWidth;
    if (own === width && !run.hidden && run.style === undefined) continue;
    for (let at = run.first; at < next; at++) {
      data[at] = {
        w: own,
        ...(run.hidden && { hd: BooleanNumber.TRUE }),
        ...(run.style !== undefined && { s: styleId(prefix, run.style) }),
      };
    }
  }
  gap(count);
  return { width, data };
}

type Rows = Pick<IWorksheetData, 'rowData' | 'defaultRowHeight'>;

function rowsOf(
  sheet: SheetLook,
  count: number,
  prefix: string,
  fitted: ((row: number) => number | undefined) | undefined,
  filled: number,
): Rows {
  const height = usual(
    sheet.rows.map((run) => ({ ...run, length: run.height })),
    count,
    sheet.defaultHeight,
  );
  const data: Record<number, Partial<IRowData>> = {};
  let next = 0;
  const open = (end: number, from = next): void => {
    for (let at = from; at < end; at++) {
      const own = (at < filled ? fitted?.(at) : undefined) ?? sheet.defaultHeight;
      if (own !== height) data[at] = { ...data[at], h: own };
    }
  };
  for (const run of sheet.rows) {
    if (run.first >= count) break;
    open(run.first);
    next = Math.min(run.last, count - 1) + 1;
    const extra: Partial<IRowData> = {
      ...(run.hidden && { hd: BooleanNumber.TRUE }),
      ...(run.style !== undefined && { s: styleId(prefix, run.style) }),
    };
    const bare = !run.hidden && run.style === undefined;
    if (run.height !== height || !bare) {
      for (let at = run.first; at < next; at++) {
        if (run.height !== undefined) data[at] = { h: run.height, ia: BooleanNumber.FALSE, ...extra };
        else if (!bare) data[at] = { ...extra };
      }
    }
    if (run.height === undefined) open(next, run.first);
  }
  open(count);
  return { rowData: data, defaultRowHeight: height };
}

/** What is worked out once for a sheet. */
interface Prepared {
  readonly ids: (string | undefined)[];
  readonly formulas: CellsLook['formulas'];
}

const prepared = new WeakMap<CellsLook, Map<string, Prepared>>();
/** How a text is kept, by its index; sheets of a book share their texts. 0 is not yet known. */
const textTypes = new WeakMap<readonly string[], Uint8Array>();
const BREAKS = 5;
/** Line breaks that Excel allows in a cell. The time that Univer lays out a text in grows with their square: one with more is shown on one line. */
const MOST_BREAKS = 253;

/**
 * The cells of one row, undefined where it has none.
 * @param prefix of the style ids; '' leaves styles out
 * @param styles as given to {@link sheetShell}; Univer shows line breaks only in a small document, which needs the cell's font. Without
 *   them (where nothing is drawn) such a text stays plain
 */
export function cellRow(sheet: Pick<SheetLook, 'cells'>, row: number, prefix: string, styles?: Styles): RowCells | undefined {
  const { cells } = sheet;
  if (row >= cells.rows) return undefined;
  const from = cells.rowStart[row]!;
  const to = cells.rowStart[row + 1]!;
  if (from === to) return undefined;
  const { columnOf, kinds, payload, styleOf, texts } = cells;
  const { ids, formulas } = prepare(cells, prefix);
  const types = typesOf(texts);
  let formula = firstFrom(formulas, from);
  const out: RowCells = {};
  for (let at = from; at < to; at++) {
    const cell: ICellData = {};
    const value = payload[at]!;
    switch (kinds[at]) {
      case CellKind.number:
        cell.v = value;
        cell.t = CellValueType.NUMBER;
        break;
      case CellKind.text: {
        const text = texts[value]!;
        const type = types[value] || (types[value] = typeOf(text));
        cell.v = text;
        cell.t = type === BREAKS ? CellValueType.STRING : type;
        if (type === BREAKS && styles) cell.p = documentOf(text, styles[styleId(prefix, styleOf[at]!)]);
        break;
      }
      case CellKind.boolean:
        cell.v = value;
        cell.t = CellValueType.BOOLEAN;
        break;
      case CellKind.error:
        cell.v = texts[value]!;
        cell.t = CellValueType.STRING;
        break;
    }
    if (prefix !== '') {
      const style = styleOf[at]!;
      cell.s = ids[style] ??= styleId(prefix, style);
    }
    if (formula < formulas.length && formulas[formula]!.at === at) {
      const { text, array } = formulas[formula++]!;
      if ((array === undefined || oneCell(array)) && isShallow(text)) {
        cell.f = `=${shownFormula(text)}`;
        delete cell.p;
      }
    }
    out[columnOf[at]!] = cell;
  }
  return out;
}

function prepare(cells: CellsLook, prefix: string): Prepared {
  let byPrefix = prepared.get(cells);
  if (!byPrefix) prepared.set(cells, (byPrefix = new Map()));
  let one = byPrefix.get(prefix);
  if (!one) {
    const ordered = cells.formulas.every(({ at }, index, all) => index === 0 || all[index - 1]!.at < at);
    byPrefix.set(prefix, (one = { ids: [], formulas: ordered ? cells.formulas : [...cells.formulas].sort((a, b) => a.at - b.at) }));
  }
  return one;
}

function typesOf(texts: readonly string[]): Uint8Array {
  let types = textTypes.get(texts);
  if (!types) textTypes.set(texts, (types = new Uint8Array(texts.length)));
  return types;
}

/** Univer reads texts such as "0012" and "TRUE" of the plain kind as numbers and booleans once a number format or a formula touches them. */
function typeOf(text: string): number {
  if (isRealNum(text) || isBooleanString(text)) return CellValueType.FORCE_STRING;
  return hasBreaks(text) ? BREAKS : CellValueType.STRING;
}

/** One at least, and no more than can be laid out. */
function hasBreaks(text: string): boolean {
  const breaks = /\r\n?|\n/g;
  let count = 0;
  while (count <= MOST_BREAKS && breaks.test(text)) count++;
  return count > 0 && count <= MOST_BREAKS;
}

function firstFrom(formulas: CellsLook['formulas'], at: number): number {
  let low = 0;
  let high = formulas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (formulas[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Univer calls itself once for each operator and bracket of a formula and runs out of stack at some thousands; a cell with more than these keeps the value that the file gives it. */
const MOST_OPERATORS = 1000;

function isShallow(formula: string): boolean {
  return formula.length <= MOST_OPERATORS || (formula.match(/[-+*/^&=<>(]/g)?.length ?? 0) <= MOST_OPERATORS;
}

/**
 * Univer spills the result of a formula over its neighbours, which an array of several cells already holds as values; those stay as
 * the file has them.
 */
function oneCell(area: string): boolean {
  const [from = '', to = from] = area.split(':');
  const [first, last] = [parseCellName(from), parseCellName(to)];
  return first?.row === last?.row && first?.column === last?.column;
}

/** A text with line breaks; Univer ends every line with a carriage return. */
function documentOf(text: string, style: Styles[string] | undefined): IDocumentData {
  const body = text.replace(/\r\n?|\n/g, '\r');
  const paragraphs: { startIndex: number }[] = [];
  for (let at = body.indexOf('\r'); at >= 0; at = body.indexOf('\r', at + 1)) paragraphs.push({ startIndex: at });
  paragraphs.push({ startIndex: body.length });
  const { ff, fs, bl, it, ul, st, cl } = style ?? {};
  const ts = {
    ...(ff && { ff }),
    ...(fs && { fs }),
    ...(bl && { bl }),
    ...(it && { it }),
    ...(ul?.s && { ul }),
    ...(st?.s && { st }),
    ...(cl && { cl }),
  };
  return {
    id: 'd',
    documentStyle: {},
    body: {
      dataStream: `${body}\r\n`,
      textRuns: [{ st: 0, ed: body.length, ts }],
      paragraphs,
      sectionBreaks: [{ startIndex: body.length + 1 }],
    },
    drawings: {},
    drawingsOrder: [],
  };
}
