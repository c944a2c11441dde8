import { CellKind } from '../../grid';
import type { Area } from '../../cell';
import { foldHeader, foldText, tidyText } from '../fold';
import { bareTitle } from './bare-title';
import { numbersColumns } from './header-columns';
import type { Layout } from './layout';
import { isDash, parseNumber } from './number-text';
import { unitsOfLine } from './header-unit';
import type { Units } from '../../units/units';
import type { ReadTable } from '../spec';
import { COLUMN_NUMBER_KEY, UNIT_ROW_KEY } from '../vocabulary';
import { isSentence, rowName, strangeRows, withoutKeyMarks } from './row-names';
import { yearInCell } from './table-year';
import { statesOnce } from './stated-once';

export type Skipped = ReadTable['skipped'][number];

export interface DataRows {
  readonly rows: Int32Array;
  /** Tidied text of the key column, one a data row. */
  readonly keys: readonly string[];
  readonly skipped: readonly Skipped[];
  /** First row that is certainly not the table's any more. */
  readonly end: number;
}

/** Reads merged key cells downwards without looking through all merged areas for every row. */
class KeyColumn {
  private readonly areas: readonly Area[];
  constructor(private readonly layout: Layout) {
    this.areas = layout.source.mergesIn(layout.keyColumn).filter((area) => area.left === area.right && area.bottom > area.top);
    this.starts = new Map(this.areas.flatMap((area) => span(area, layout.source.rows).map((row) => [row, area.top] as const)));
  }
  private readonly starts: ReadonlyMap<number, number>;

  at(row: number): string {
    const { source, keyColumn } = this.layout;
    return source.shown(this.starts.get(row) ?? row, keyColumn);
  }
}

const span = (area: Area, rows: number): number[] => {
  const covered: number[] = [];
  for (let row = area.top; row <= Math.min(area.bottom, rows - 1); row++) covered.push(row);
  return covered;
};

/** Rows of one year, where a column says of which year each row is. */
export interface RowYear {
  readonly column: number;
  readonly year: number;
}

/**
 * Sorts the rows under the header into data, totals, parts, notes, headings and blanks. A table that would have no data row at
 * all keeps its total rows: a provincial table may consist of the one row 全省.
 * @param only rows of one year; those of other years are no rows of this table
 */
export function readRows(layout: Layout, units: Units, only?: RowYear): DataRows {
  const { source, left, right, keyColumn } = layout;
  const key = new KeyColumn(layout);
  const headerKey = foldHeader(source.spread(layout.first, keyColumn));
  const headerTexts = new Set(layout.columns.flatMap((column) => column.levels).map(foldHeader));
  const titles = new Set(layout.titles.map((title) => bareTitle(title, source.words)).filter((title) => title !== ''));
  const rows: number[] = [];
  const keys: string[] = [];
  const totals: { row: number; key: string }[] = [];
  const skipped: Skipped[] = [];
  let end = layout.end;
  /** Data rows before the last blank row, as long as only lone texts (titles, perhaps) came after it. */
  let beforeBlank: number | undefined;
  let afterNote = false;
  let afterSubHeader = false;
  let numeric = false;

  const skip = (row: number, why: Skipped['why'], name = ''): void => {
    skipped.push({ row, why, name });
    afterNote = why === 'note';
    afterSubHeader = why === 'sub_header';
  };

  for (let row = layout.last + 1; row < layout.end; row++) {
    if (only && (yearInCell(layout, row, only.column) ?? only.year) !== only.year) continue;
    const keyText = withoutKeyMarks(tidyText(key.at(row)));
    const first = firstFilled(layout, row);
    if (first < 0) {
      beforeBlank = rows.length;
      continue;
    }
    const lead = keyText !== '' ? keyText : source.kind(row, first) === CellKind.text ? tidyText(source.text(row, first)) : '';
    const folded = foldText(lead);
    const alone = onlyText(layout, row);
    const named = rowName(folded, source.words);
    const remark = named === 'note' || isSentence(lead) || unitsOfLine(lead, units, source.words).length > 0 || statesOnce(lead);
    if (alone && (source.words.noteLine.test(folded) || afterNote || remark)) {
      skip(row, 'note');
    } else if (repeatsHeader(layout, row, headerKey, headerTexts)) {
      skip(row, 'sub_header', lead);
    } else if (
      (alone &&
        (source.words.section.test(folded) ||
          named === 'total' ||
          titles.has(bareTitle(folded, source.words)) ||
          source.words.continued.test(folded))) ||
      (afterSubHeader && continuesHeader(layout, row, units))
    ) {
      skip(row, 'sub_header');
    } else if (source.words.wholeRow.test(folded.replace(/^#/u, ''))) {
      totals.push({ row, key: lead });
      skip(row, 'total', lead);
    } else if (named === 'part' || (named === 'total' && hasFigure(layout, row))) {
      skip(row, named, lead);
    } else if ((source.words.noteLine.test(folded) && !hasNumber(layout, row)) || (named === 'note' && fewCells(layout, row))) {
      // With a figure behind it, the words may be a zone's name.
      if (hasFigure(layout, row)) skip(row, 'unlikely', lead);
      else skip(row, 'note');
    } else if (beforeBlank !== undefined && numeric && beginsAnother(layout, row)) {
      end = row;
      rows.length = keys.length = beforeBlank;
      break;
    } else if (keyText === '' || isDash(keyText, source.words)) {
      // A lone text before the names, such as “※ 快报数”, is no row that lacks its name.
      if (alone && first < keyColumn && rows.length > 0) skip(row, 'note');
      else skip(row, numbersColumns(source, row, { left, right, keyColumn }) && rows.length === 0 ? 'sub_header' : 'blank_key');
    } else {
      rows.push(row);
      keys.push(keyText);
      afterNote = afterSubHeader = false;
      if (!numeric) numeric = hasNumber(layout, row);
    }
    if (!alone) beforeBlank = undefined;
  }

  if (rows.length === 0 && totals.length > 0) {
    const kept = new Set(totals.map((total) => total.row));
    return {
      rows: Int32Array.from(kept),
      keys: totals.map((total) => total.key),
      skipped: skipped.filter((one) => !kept.has(one.row)),
      end,
    };
  }
  const strange = strangeRows(layout, rows, keys);
  if (strange.size === 0) return { rows: Int32Array.from(rows), keys, skipped, end };
  const stays = (_: unknown, at: number): boolean => !strange.has(at);
  return {
    rows: Int32Array.from(rows.filter(stays)),
    keys: keys.filter(stays),
    skipped: [...skipped, ...[...strange].map((at): Skipped => ({ row: rows[at]!, why: 'unlikely', name: keys[at]! }))],
    end,
  };
}

/** Column of the row's first cell that holds something, -1 for a blank row. */
function firstFilled({ source, left, right, keyColumn }: Layout, row: number): number {
  if (source.kind(row, left) === CellKind.number) return left;
  for (let column = left; column <= right; column++) {
    if (!source.isBlank(row, column)) return column;
  }
  // A merged key that covers the row does not fill it.
  return source.isBlank(row, keyColumn) ? -1 : keyColumn;
}

/** Whether the row holds one text and nothing else. */
function onlyText({ source, left, right }: Layout, row: number): boolean {
  let texts = 0;
  for (let column = left; column <= right && texts < 2; column++) {
    if (source.isBlank(row, column)) continue;
    if (source.kind(row, column) !== CellKind.text) return false;
    texts++;
  }
  return texts === 1;
}

function hasNumber({ source, left, right, keyColumn }: Layout, row: number): boolean {
  for (let column = left; column <= right; column++) {
    if (column !== keyColumn && source.kind(row, column) === CellKind.number) return true;
  }
  return false;
}

/** A printed page repeats the header: the key's header again, with headers beside it. */
function repeatsHeader(layout: Layout, row: number, headerKey: string, headerTexts: ReadonlySet<string>): boolean {
  const { source, left, right, keyColumn } = layout;
  if (headerKey === '' || source.kind(row, keyColumn) !== CellKind.text || foldHeader(source.text(row, keyColumn)) !== headerKey)
    return false;
  for (let column = left; column <= right; column++) {
    if (column === keyColumn || source.isBlank(row, column)) continue;
    const text = foldHeader(source.shown(row, column));
    const known = layout.columns.some(
      (header) => header.column === column && header.levels.some((level) => text.startsWith(foldHeader(level))),
    );
    if (!known && !headerTexts.has(text)) return false;
  }
  return true;
}

/** Lower rows of a repeated header: units and words without a key, or the running numbers of the columns. */
function continuesHeader({ source, left, right, keyColumn }: Layout, row: number, units: Units): boolean {
  const keyText = foldHeader(source.shown(row, keyColumn));
  const numbers = numbersColumns(source, row, { left, right, keyColumn });
  if (keyText !== '' && !UNIT_ROW_KEY.test(keyText) && !(numbers && COLUMN_NUMBER_KEY.test(keyText))) return false;
  if (numbers) return true;
  for (let column = left; column <= right; column++) {
    if (source.isBlank(row, column)) continue;
    const text = source.text(row, column);
    if (
      source.kind(row, column) !== CellKind.text ||
      (units.find(text) === undefined && (isDash(text, source.words) || parseNumber(text) !== undefined))
    )
      return false;
  }
  return true;
}

/** At most one cell beside the name: a telephone number under the table, say. */
function fewCells({ source, left, right, keyColumn }: Layout, row: number): boolean {
  let cells = 0;
  for (let column = left; column <= right && cells < 2; column++) if (column !== keyColumn && !source.isBlank(row, column)) cells++;
  return cells < 2;
}

/** Whether a figure stands behind the row's name. */
function hasFigure({ source, right, keyColumn }: Layout, row: number): boolean {
  for (let column = keyColumn + 1; column <= right; column++) {
    const kind = source.kind(row, column);
    if (kind === CellKind.number || (kind === CellKind.text && parseNumber(source.text(row, column)) !== undefined)) return true;
  }
  return false;
}

/** Behind a blank row, different words where the figures stood: another table that nobody asked for begins here. */
function beginsAnother({ source, columns, keyColumn }: Layout, row: number): boolean {
  const words = new Set<string>();
  for (const { column } of columns) {
    if (column === keyColumn || source.isBlank(row, column)) continue;
    if (source.kind(row, column) !== CellKind.text) return false;
    const text = source.text(row, column);
    const folded = foldText(text);
    if (isDash(text, source.words) || source.words.noFigure.has(folded) || parseNumber(text) !== undefined) return false;
    words.add(folded);
  }
  return words.size >= Math.max(2, Math.ceil((columns.length - 1) * 0.6));
}
