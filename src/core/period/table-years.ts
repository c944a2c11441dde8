import { CellKind, type SheetGrid } from '../grid';
import { cellName } from '../cell';
import { readDate } from '../table/date-cell';
import { foldText } from '../table/fold';
import { PATH_MARK } from '../table/describe/header-columns';
import { cellOf, type PlacedTable } from '../table/placed-table';
import { yearsIn, type YearSaid } from './year-text';

/** Where a workbook states the year of a table's figures. */
export interface YearStatement extends YearSaid {
  readonly from: 'title' | 'header' | 'sheet_name';
  readonly sheet: string;
  /** "A1"; undefined where the sheet's name states it. */
  readonly cell: string | undefined;
  /** The words that state it, as they stand there. */
  readonly words: string;
}

/** Columns and rows that a table covers on its sheet, the names of its rows and what was not matched included. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Titles stand at most so many rows over a header. */
const MOST_TITLE_ROWS = 10;
/** A row over the header that holds more cells or figures than this belongs to another table. */
const MOST_TITLES = 6;
const MOST_FIGURES = 1;
const YEAR_LABEL = /(?:年度|年份|数据年|所属期|报告期):?$/u;

const isYearNumber = (value: number): boolean => Number.isInteger(value) && value >= 1980 && value <= 2099;

function extentOf(table: PlacedTable): Extent {
  const { first, last } = table.header;
  const across = [...table.columns.values()].map(({ column }) => column);
  const [low, high] = [Math.min(...across), Math.max(...across)];
  const own = table.continued?.[0]?.from ?? table.rows.length;
  const end = Math.max(last, ...[table.rows[0] ?? last, table.rows[own - 1] ?? last]);
  return table.transposed ? { top: low, bottom: high, left: first, right: end } : { top: first, bottom: end, left: low, right: high };
}

/**
 * Every year that titles over a table, its headers and its sheet's name state for its figures. Titles come first, since they are written
 * for the table.
 * @param months whether a month alone states a time of figures
 * @param others tables read from the workbook besides this one: what stands over them is theirs
 */
export function statedYears(
  table: PlacedTable,
  sheets: readonly SheetGrid[],
  others: readonly PlacedTable[],
  ownsSheetName = true,
  months = false,
): YearStatement[] {
  const sheet = sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return [];
  const neighbours = others.filter((other) => other !== table && other.sheet === table.sheet).map(extentOf);
  const named = ownsSheetName
    ? yearsIn(table.sheet, months).map((said): YearStatement => ({
        ...said,
        from: 'sheet_name',
        sheet: table.sheet,
        cell: undefined,
        words: table.sheet,
      }))
    : [];
  return [...titleYears(sheet, extentOf(table), neighbours, months), ...named, ...headerYears(table, sheet, months)];
}

function titleYears({ name, grid }: SheetGrid, extent: Extent, neighbours: readonly Extent[], months: boolean): YearStatement[] {
  const found: YearStatement[] = [];
  const above = neighbours.filter(({ bottom }) => bottom < extent.top).map(({ bottom }) => bottom);
  const beside = neighbours.filter(({ top, bottom }) => top <= extent.bottom && bottom >= extent.top);
  const left = Math.max(-1, ...beside.filter((other) => other.right < extent.left).map(({ right }) => right));
  const right = Math.min(Infinity, ...beside.filter((other) => other.left > extent.right).map((other) => other.left));
  const end = Math.max(-1, extent.top - MOST_TITLE_ROWS - 1, ...above);
  for (let row = extent.top - 1; row > end; row--) {
    const filled = [...grid.filled(row).subarray(0, MOST_TITLES + 1)].filter((column) => column > left && column < right);
    const figures = filled.filter((column) => isFigure(grid, row, column));
    if (filled.length > MOST_TITLES || figures.length > MOST_FIGURES) break;
    for (const column of filled) {
      const at = { from: 'title', sheet: name, cell: cellName(row, column) } as const;
      if (grid.kind(row, column) === CellKind.text) {
        const words = grid.text(row, column).trim();
        // 填报日期 may stand in the cell before.
        const label = column > 0 ? foldText(grid.text(row, column - 1)) : '';
        const whole = label.endsWith(':') || /(?:日期|时间)$/u.test(label) ? `${label.replace(/:$/u, '')}:${words}` : words;
        for (const said of yearsIn(whole, months)) found.push({ ...said, ...at, words });
      } else if (isYearNumber(grid.number(row, column)) && column > 0 && YEAR_LABEL.test(foldText(grid.text(row, column - 1)))) {
        const year = grid.number(row, column);
        found.push({ year, part: undefined, ...at, words: String(year) });
      }
    }
  }
  return found.reverse();
}

function isFigure(grid: SheetGrid['grid'], row: number, column: number): boolean {
  if (grid.kind(row, column) !== CellKind.number) return false;
  const value = grid.number(row, column);
  return !isYearNumber(value) && readDate(value, grid.format(row, column)) === undefined;
}

/** Years in the headers of the columns that are used. */
function headerYears(table: PlacedTable, { grid }: SheetGrid, months: boolean): YearStatement[] {
  return [...table.columns.values()].flatMap(({ spec, header, column }) =>
    spec.kind === 'number'
      ? header.split(PATH_MARK).flatMap((level) =>
          yearsIn(level, months).map((said): YearStatement => ({
            ...said,
            from: 'header',
            sheet: table.sheet,
            cell: headerCell(table, grid, column),
            words: level,
          })),
        )
      : [],
  );
}

/** The header cell of the column that states a year, or its lowest one. */
function headerCell(table: PlacedTable, grid: SheetGrid['grid'], column: number): string {
  for (let row = table.header.first; row <= table.header.last; row++) {
    const text = table.transposed ? grid.text(column, row) : grid.text(row, column);
    if (yearsIn(text).length > 0) return cellOf(table, row, column);
  }
  return cellOf(table, table.header.last, column);
}
