import type { Units } from '../../units/units';
import { foldHeader, tidyHeader } from '../fold';
import { splitUnit, withoutMarks } from './header-unit';
import { yearsOfHeader } from './header-year';
import type { TableSource } from './source';
import { COLUMN_NUMBER_KEY, ORDINAL_HEADER, PART, UNIT_ROW_KEY } from '../vocabulary';

/** Levels of a header path are joined by this. */
export const PATH_MARK = '／';

export interface HeaderColumn {
  readonly column: number;
  /** Levels from the top, unit removed, tidied: ["年末常住人口", "其中", "外来人口"]. */
  readonly levels: readonly string[];
  /** Unit that stands in the header itself, or in the header of the whole that this column is a part of. */
  readonly unit: string | undefined;
  /** What stands where a unit would stand and is none that is known. */
  readonly oddUnit: string | undefined;
  /** Years that the header names ("2015年地区生产总值", a row of years under it). */
  readonly years: readonly number[];
  /** A level says that the figures are of the year before ("地区生产总值／上年"). */
  readonly lastYear: boolean;
  /** Row of the lowest header cell, where its text stands. */
  readonly row: number;
}

export const pathOf = (column: HeaderColumn): string => column.levels.join(PATH_MARK);

export interface Band {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
  readonly keyColumn: number;
}

const OF_WHICH = '其中';

interface RawLevel {
  readonly text: string;
  /** Lowest header row that it covers. */
  readonly row: number;
  /** Row of the cell that holds the text. */
  readonly at: number;
}

/** A row of "甲 1 2 3": it numbers the columns and says nothing about them. */
export function numbersColumns(source: TableSource, row: number, band: Pick<Band, 'left' | 'right' | 'keyColumn'>): boolean {
  let previous: number | undefined;
  let count = 0;
  for (let column = band.left; column <= band.right; column++) {
    const text = foldHeader(source.shown(row, column));
    if (text === '' || COLUMN_NUMBER_KEY.test(text)) continue;
    const value = /^\(?\d{1,3}\)?$/.test(text) ? Number(text.replace(/[()]/g, '')) : NaN;
    if (Number.isNaN(value) || (previous === undefined ? value > 2 : value !== previous + 1)) return false;
    previous = value;
    count++;
  }
  return count >= 2;
}

/** A row that holds units, and dashes where a column has none. */
export function isUnitRow(source: TableSource, row: number, band: Pick<Band, 'left' | 'right' | 'keyColumn'>, units: Units): boolean {
  let found = 0;
  for (let column = band.left; column <= band.right; column++) {
    const text = source.shown(row, column).trim();
    if (text === '' || (column <= band.keyColumn && (UNIT_ROW_KEY.test(foldHeader(text)) || source.mergeAt(row, column)))) continue;
    if (units.find(text) !== undefined) found++;
    else if (!/^[-—/]+$/u.test(text)) return false;
  }
  return found > 0;
}

/** Header rows flattened top-down into one path a column. Columns without any header text are left out. */
export function readHeader(source: TableSource, band: Band, units: Units): HeaderColumn[] {
  const rows: number[] = [];
  const unitRows = new Set<number>();
  for (let row = band.first; row <= band.last; row++) {
    if (row > band.first && numbersColumns(source, row, band)) continue;
    rows.push(row);
    if (row > band.first && isUnitRow(source, row, band, units)) unitRows.add(row);
  }
  const merged = rows.some((row) => {
    for (let column = band.left; column <= band.right; column++) {
      const area = source.mergeAt(row, column);
      if (area && area.right > area.left) return true;
    }
    return false;
  });

  const found: HeaderColumn[] = [];
  let whole: HeaderColumn | undefined;
  for (let column = band.left; column <= band.right; column++) {
    const raw = levelsOf(source, column, rows, band, merged);
    const levels: string[] = [];
    const years = new Set<number>();
    let unit: string | undefined;
    let oddUnit: string | undefined;
    let lastYear = false;
    let row = band.first;
    for (const level of raw) {
      const rowUnit = unitRows.has(level.row) ? units.find(level.text) : undefined;
      const split = rowUnit === undefined ? splitUnit(withoutMarks(level.text), units) : { name: '', unit: rowUnit };
      unit = split.unit ?? unit;
      oddUnit = split.unit === undefined ? (split.oddUnit ?? oddUnit) : undefined;
      row = level.at;
      for (const year of yearsOfHeader(split.name).years) years.add(year);
      lastYear ||= raw.length > 1 && source.words.lastYearLevel.test(foldHeader(split.name));
      const name = tidyHeader(split.name);
      if (PART.test(name) || /^\s*#/u.test(split.name)) {
        if (levels.at(-1) !== OF_WHICH) levels.push(OF_WHICH);
        const rest = tidyHeader(name.replace(PART, ''));
        if (rest !== '') levels.push(rest);
      } else if (name !== '' && name !== levels.at(-1)) {
        levels.push(name);
      }
    }
    if (levels.length === 0) continue;
    const said = { unit, oddUnit, years: [...years], lastYear };
    const part = levels.indexOf(OF_WHICH);
    if (part < 0) {
      const plain = column > band.keyColumn && !ORDINAL_HEADER.test(foldHeader(levels.at(-1) ?? ''));
      const header: HeaderColumn = { column, levels, ...said, row };
      found.push(header);
      if (plain) whole = header;
    } else {
      // A part is counted in its whole's unit unless it states another one.
      found.push({ column, levels: whole ? [...whole.levels, ...levels.slice(part)] : levels, ...said, unit: unit ?? whole?.unit, row });
    }
  }
  return found;
}

function levelsOf(source: TableSource, column: number, rows: readonly number[], band: Band, merged: boolean): RawLevel[] {
  const raw: RawLevel[] = [];
  let lastArea: unknown;
  for (const row of rows) {
    const area = source.mergeAt(row, column);
    if (area && area === lastArea) continue;
    lastArea = area;
    let text = area ? source.shown(area.top, area.left) : source.shown(row, column);
    // Without merged cells a group's title stands over its first column only.
    if (!merged && text.trim() === '' && row < band.last && column > band.keyColumn + 1 && !source.isBlank(row + 1, column)) {
      text = groupTitle(source, row, column, band);
    }
    if (text.trim() !== '') raw.push({ text, row: area ? Math.min(area.bottom, band.last) : row, at: area?.top ?? row });
  }
  return raw;
}

/** Title of the unmerged group that the blank cell stands in: the nearest text to the left that has headers below it. */
function groupTitle(source: TableSource, row: number, column: number, band: Band): string {
  for (let left = column - 1; left > band.keyColumn; left--) {
    if (source.isBlank(row + 1, left)) return '';
    if (!source.isBlank(row, left)) return source.shown(row, left);
  }
  return '';
}
