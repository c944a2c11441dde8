import { CellKind } from '../../grid';
import type { Units } from '../../units/units';
import { foldHeader, foldText } from '../fold';
import { isUnitRow, numbersColumns, readHeader, type Band, type HeaderColumn } from './header-columns';
import { readUnitLine, unitOfTitle, unitsOfLine, type UnitLine } from './header-unit';
import { isDash, parseNumber } from './number-text';
import type { TableSource } from './source';
import { COLUMN_NUMBER_KEY, ORDINAL_HEADER, UNIT_ROW_KEY } from '../vocabulary';

/** Where a table lies on its sheet; `end` is the first row that no longer belongs to it. */
export interface Layout extends Band {
  readonly source: TableSource;
  /** Topmost row of titles and unit lines over the header. */
  readonly top: number;
  readonly end: number;
  readonly titles: readonly string[];
  /** Cell of each title. */
  readonly titleCells: readonly string[];
  /** Units stated for the whole table by a line above it. */
  readonly tableUnits: readonly string[];
  /** The lines that state them, as they stand. */
  readonly unitLines: readonly (UnitLine & { readonly cell: string; readonly text: string })[];
  readonly columns: readonly HeaderColumn[];
}

/** Folded headers of columns that name the rows of some table. */
export interface KeyWords {
  readonly keys: ReadonlySet<string>;
  /** Those that are no column of the table looked for: behind a blank column, or behind running numbers, they begin another table. */
  readonly others: ReadonlySet<string>;
}

export const NO_KEYS: KeyWords = { keys: new Set(), others: new Set() };

const MOST_HEADER_ROWS = 6;
const WIDEST_GAP = 3;
const MOST_TITLE_ROWS = 10;

/** Header cells are words, or years typed as numbers. */
function isHeaderCell(source: TableSource, row: number, column: number): boolean {
  const kind = source.kind(row, column);
  if (kind === CellKind.number) {
    const value = source.number(row, column);
    return Number.isInteger(value) && value >= 1949 && value <= 2100;
  }
  return kind === CellKind.text;
}

/** "填报单位：某某开发区    单位：万元": a line of particulars, no header. */
function isFormLine(text: string): boolean {
  const folded = foldText(text);
  return folded.includes(':') && !/^(?:其中|#)/u.test(folded);
}

function bandOf(source: TableSource, keyRow: number, keyColumn: number, units: Units, cut: KeyWords): Band {
  const area = source.mergeAt(keyRow, keyColumn);
  let first = area?.top ?? keyRow;
  let last = Math.min(area?.bottom ?? keyRow, first + MOST_HEADER_ROWS - 1, source.rows - 1);
  const key = foldHeader(source.shown(keyRow, keyColumn));
  let { left, right } = sides(source, first, last, keyColumn, key, cut);

  const continues = (row: number): boolean => {
    if (row >= source.rows) return false;
    const keyText = foldHeader(source.spread(row, keyColumn));
    const numbers = numbersColumns(source, row, { left, right, keyColumn });
    if (keyText !== '' && !UNIT_ROW_KEY.test(keyText) && !(numbers && (COLUMN_NUMBER_KEY.test(keyText) || keyText === key))) return false;
    // Columns of words have a dash for a unit.
    if (numbers || isUnitRow(source, row, { left, right, keyColumn }, units)) return true;
    let texts = 0;
    for (let column = left; column <= right; column++) {
      if (column === keyColumn || source.isBlank(row, column)) continue;
      if (!isHeaderCell(source, row, column)) return false;
      const text = source.shown(row, column);
      const folded = foldText(text);
      if (isDash(text, source.words) || (source.words.wholeRow.test(folded) && column < keyColumn) || source.words.noteLine.test(folded))
        return false;
      if (source.kind(row, column) === CellKind.text && parseNumber(text) !== undefined) return false;
      texts++;
    }
    return texts > 0;
  };
  while (last - first + 1 < MOST_HEADER_ROWS && continues(last + 1)) last++;

  const stands = (row: number): boolean => {
    if (row < 0 || !source.isBlank(row, keyColumn)) return false;
    const cover = source.mergeAt(row, keyColumn);
    if (cover && !(cover.left === keyColumn && cover.right === keyColumn)) return false;
    const texts: number[] = [];
    for (let column = left; column <= right; column++) {
      if (source.isBlank(row, column)) continue;
      if (!isHeaderCell(source, row, column) || isFormLine(source.shown(row, column))) return false;
      texts.push(column);
    }
    if (texts.length !== 1) return texts.length > 1;
    // One text alone is a group only where it is merged over some of the columns; else it is a title.
    const alone = source.mergeAt(row, texts[0] ?? 0);
    return alone !== undefined && alone.right > alone.left && (alone.left > keyColumn || alone.right < keyColumn);
  };
  while (last - first + 1 < MOST_HEADER_ROWS && stands(first - 1)) first--;
  ({ left, right } = sides(source, first, last, keyColumn, key, cut));
  return { first, last, left, right, keyColumn };
}

function headed(source: TableSource, first: number, last: number, column: number): boolean {
  for (let row = first; row <= last; row++) {
    if (source.spread(row, column).trim() !== '') return true;
  }
  return false;
}

/** Leftmost and rightmost column of the table whose key header stands in `keyColumn`. */
function sides(
  source: TableSource,
  first: number,
  last: number,
  keyColumn: number,
  key: string,
  cut: KeyWords,
): { left: number; right: number } {
  const names = (column: number, among: (folded: string) => boolean): boolean => {
    for (let row = first; row <= last; row++) {
      const folded = foldHeader(source.shown(row, column));
      if (folded !== '' && among(folded)) return true;
    }
    return false;
  };
  const again = (folded: string): boolean => folded === key;
  const keyBefore = (from: number): boolean => {
    for (let column = from - 1; column >= 0 && headed(source, first, last, column); column--)
      if (names(column, (folded) => cut.keys.has(folded))) return true;
    return false;
  };
  let left = keyColumn;
  for (let column = keyColumn - 1; column >= 0 && headed(source, first, last, column); column--) {
    if (names(column, again)) {
      // A twin table stands to the left: only a column of running numbers before our key is ours.
      left = names(keyColumn - 1, (folded) => ORDINAL_HEADER.test(folded)) ? keyColumn - 1 : keyColumn;
      break;
    }
    left = column;
    // Running numbers begin a table that stands beside another one.
    if (names(column, (folded) => ORDINAL_HEADER.test(folded)) && keyBefore(column)) break;
  }
  let right = keyColumn;
  for (let column = keyColumn + 1; column < source.columns && column - right <= WIDEST_GAP + 1; column++) {
    if (!headed(source, first, last, column)) continue;
    const afterGap = column - right > 1;
    if (
      column > keyColumn + 1 &&
      names(column, (folded) => ORDINAL_HEADER.test(folded)) &&
      column + 1 < source.columns &&
      names(column + 1, (folded) => cut.others.has(folded))
    )
      break;
    if (key !== '' && names(column, again)) {
      if (names(right, (folded) => ORDINAL_HEADER.test(folded)) && right > keyColumn) right--;
      break;
    }
    if (afterGap && names(column, (folded) => cut.others.has(folded) || (ORDINAL_HEADER.test(folded) && column > keyColumn + 1))) break;
    right = column;
  }
  return { left, right };
}

/** Whether a row belongs to a wider table further up: a name in the band, and a figure right before or behind it. */
function goesOnInFigures(source: TableSource, row: number, { left, right }: Band): boolean {
  const figureFrom = (edge: number, step: 1 | -1): boolean => {
    let column = edge;
    while (column >= 0 && column < source.columns && source.kind(row, column) === CellKind.text) column += step;
    return column !== edge && column >= 0 && column < source.columns && source.kind(row, column) === CellKind.number;
  };
  return figureFrom(right, 1) || figureFrom(left, -1);
}

/** Titles, unit lines and blank rows over the header. */
function aboveHeader(
  source: TableSource,
  band: Band,
  units: Units,
): Pick<Layout, 'top' | 'titles' | 'titleCells' | 'tableUnits' | 'unitLines'> {
  const titles: { text: string; cell: string }[] = [];
  const tableUnits: string[] = [];
  const unitLines: Layout['unitLines'][number][] = [];
  let top = band.first;
  for (let row = band.first - 1; row >= Math.max(0, band.first - MOST_TITLE_ROWS); row--) {
    const texts: { text: string; cell: string }[] = [];
    let fits = true;
    for (let column = band.left; column <= band.right && fits; column++) {
      if (source.isBlank(row, column)) continue;
      fits = source.kind(row, column) === CellKind.text;
      if (fits) texts.push({ text: source.text(row, column).trim(), cell: source.cellName(row, column) });
    }
    // A title merged from further left covers the table too.
    const area = texts.length === 0 ? source.mergeAt(row, band.left) : undefined;
    if (area && area.left < band.left && source.shown(area.top, area.left).trim() !== '')
      texts.push({ text: source.shown(area.top, area.left).trim(), cell: source.cellName(area.top, area.left) });
    if (!fits || goesOnInFigures(source, row, band) || (texts.length > 2 && !texts.some(({ text }) => isFormLine(text)))) break;
    if (
      texts.some(
        ({ text }) =>
          source.words.noteLine.test(foldText(text)) && unitsOfLine(text, units, source.words).length === 0 && !isFormLine(text),
      )
    )
      break;
    for (const { text, cell } of texts) {
      const line = readUnitLine(text, units, source.words);
      if (line.units.length > 0 || line.partly) unitLines.unshift({ ...line, text, cell });
      tableUnits.push(...line.units);
      const unit = unitOfTitle(text, units);
      if (unit !== undefined && tableUnits.length === 0) tableUnits.push(unit);
    }
    titles.unshift(...texts);
    if (texts.length > 0) top = row;
  }
  return {
    top,
    titles: titles.map(({ text }) => text),
    titleCells: titles.map(({ cell }) => cell),
    tableUnits: [...new Set(tableUnits)],
    unitLines,
  };
}

/**
 * The table whose key header stands in the given cell.
 * @param cut headers that may begin another table beside this one
 * @param end first row that is known to belong to something else
 */
export function layoutAt(source: TableSource, keyRow: number, keyColumn: number, units: Units, cut: KeyWords, end = source.rows): Layout {
  const band = bandOf(source, keyRow, keyColumn, units, cut);
  return {
    ...band,
    source,
    ...aboveHeader(source, band, units),
    end: Math.max(end, band.last + 1),
    columns: readHeader(source, band, units),
  };
}
