import type { Area } from '../../core/cell';
import { areaName, cellName, columnName, quoteSheet } from '../../core/cell';
import type { CellStyle } from '../../core/plan';
import { resultWords } from '../results/words';
import { filterRange, repeatedColumns, repeatedRows } from '../results/layout';
import type { SheetLayout } from '../results/layout';
import { notesAre } from './requirements';
import { areaJobs, OBJECT, PROPERTY, RANGE, type Job } from './area-jobs';
import { chartJobs } from './chart-jobs';
import { entryJobs } from './entry-jobs';
import { liveLookJobs } from './live-look-jobs';
import type { Entry, ResultCells } from './result-cells';
import { entryBytes } from './result-cells';
import { StyleMatrix, lookAreas, numberFormatAreas } from './style-areas';
import type { Look } from './style-areas';

export interface JobSetting {
  readonly styles: readonly CellStyle[];
  /** Pixels that a digit of the default font takes. */
  readonly digitPixels: number;
  /** A sheet's name as a link wants it. */
  readonly linkedSheet: (wanted: string) => string;
}

/** Values of so many bytes are put into one job. */
const VALUE_BYTES = 1_000_000;
const BORDER_COLOR = '#BFBFBF';
/** So many rows or columns are named in one address. */
const STRIPS = 200;

/**
 * What a result can do without: Excel refuses each of these at times (no printer, a shared workbook, another workbook in view), and no
 * result may be lost for it.
 */
export const EXTRAS = [
  'links',
  'freeze',
  'filter',
  'print',
  'titles',
  'tab',
  'gridlines',
  'choices',
  'looks',
  'charts',
  'pageBreaks',
  'notes',
] as const;
export type Extra = (typeof EXTRAS)[number];

/** Everything that makes a sheet, in the order in which Excel wants it: a link changes a cell's look, so looks come after links. */
export function* sheetJobs(layout: SheetLayout, cells: ResultCells, setting: JobSetting): Generator<Job> {
  yield* valueJobs(cells);
  yield* runJobs(cells);
  yield* linkJobs(layout, setting);
  yield* lookJobs(layout, cells, setting);
  for (const extra of EXTRAS) if (extra !== 'links') yield* extraJobs(extra, layout, cells, setting);
}

/** The same without the extras, which then follow one kind at a time with {@link extraJobs}. */
export function* bareSheetJobs(layout: SheetLayout, cells: ResultCells, setting: JobSetting): Generator<Job> {
  yield* valueJobs(cells);
  yield* runJobs(cells);
  yield* lookJobs(layout, cells, setting);
}

/** One kind of what a result can do without. */
export function* extraJobs(extra: Extra, layout: SheetLayout, cells: ResultCells, setting: JobSetting): Generator<Job> {
  // A copy has what the copied sheet has.
  if (layout.plan.copied) return;
  switch (extra) {
    case 'links':
      if (layout.links.length === 0) return;
      yield* linkJobs(layout, setting);
      return yield* fontJobs(new StyleMatrix(cells), setting);
    case 'notes':
      if (notesAre() !== 'there') return;
      for (const { row, column, text } of layout.notes)
        yield { bytes: RANGE + entryBytes(text), queue: (sheet) => void sheet.notes.add(cellName(row, column), text) };
      return;
    case 'looks':
      return yield* liveLookJobs(layout, setting.styles);
    case 'charts':
      return yield* chartJobs(layout);
    case 'choices':
      yield* entryJobs(layout);
      for (const { column, top, bottom, values } of layout.plan.choices ?? []) {
        const source = values.join(',');
        yield {
          bytes: RANGE + OBJECT + PROPERTY * 2 + entryBytes(source),
          queue: (sheet) => {
            const { dataValidation } = sheet.getRange(areaName({ top, bottom, left: column, right: column }));
            dataValidation.rule = { list: { inCellDropDown: true, source } };
            // Values are offered; what else may be written the reader knows.
            dataValidation.errorAlert = { showAlert: false, title: '', message: '', style: 'Information' };
          },
        };
      }
      return;
    default:
      yield { bytes: FRAME[extra].bytes, queue: (sheet) => FRAME[extra].queue(sheet, layout) };
  }
}

function* fontJobs(matrix: StyleMatrix, { styles }: JobSetting): Generator<Job> {
  for (const { areas, look } of lookAreas(matrix, styles))
    yield* areaJobs(areas, lookBytes(look), (target) => applyLook(target.format, look, areas));
}

function* lookJobs(layout: SheetLayout, cells: ResultCells, setting: JobSetting): Generator<Job> {
  const matrix = new StyleMatrix(cells);
  yield* fontJobs(matrix, setting);
  for (const [code, areas] of numberFormatAreas(matrix, setting.styles)) yield* areas.map((area) => numberFormatJob(area, code));
  for (const area of stacked(layout.merges.filter(isOneRow)))
    yield { bytes: RANGE + PROPERTY, queue: (sheet) => sheet.getRange(areaName(area)).merge(true) };
  for (const area of layout.merges.filter((one) => !isOneRow(one)))
    yield { bytes: RANGE + PROPERTY, queue: (sheet) => sheet.getRange(areaName(area)).merge(false) };
  yield* widthJobs(layout.plan.widths, setting.digitPixels);
  yield* heightJobs(layout);
}

function* valueJobs(cells: ResultCells): Generator<Job> {
  for (let row = 0; row < cells.rows && cells.columns > 0;) {
    const top = row;
    const entries: Entry[][] = [];
    let bytes = RANGE;
    while (row < cells.rows && bytes < VALUE_BYTES) {
      const line = cells.entries(row++);
      bytes += line.reduce<number>((sum, entry) => sum + entryBytes(entry), 3);
      entries.push(line);
    }
    yield { bytes, queue: (sheet) => (sheet.getRangeByIndexes(top, 0, entries.length, cells.columns).formulas = entries) };
  }
}

function* runJobs(cells: ResultCells): Generator<Job> {
  for (const { column, top, bottom, formula } of cells.runs) {
    // One text for a whole range is allowed, and the only short way; the types know arrays only.
    yield {
      bytes: RANGE + PROPERTY + entryBytes(formula),
      queue: (sheet) =>
        sheet.getRange(areaName({ top, bottom, left: column, right: column })).set({ formulasR1C1: formula as unknown as string[][] }),
    };
  }
}

const isOneRow = ({ top, bottom }: Area): boolean => top === bottom;

/** Merged areas of one row each that lie one below the other, as one: Excel merges it row by row. */
function stacked(merges: readonly Area[]): Area[] {
  const found: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const area of merges) {
    const above = found.find(({ bottom, left, right }) => bottom === area.top - 1 && left === area.left && right === area.right);
    if (above) above.bottom = area.bottom;
    else found.push({ ...area });
  }
  return found;
}

function* linkJobs(layout: SheetLayout, { linkedSheet }: JobSetting): Generator<Job> {
  for (const { row, column, link } of layout.links) {
    const documentReference = `${quoteSheet(linkedSheet(link.sheet))}!${link.cell}`;
    yield {
      bytes: RANGE + PROPERTY + documentReference.length * 2,
      queue: (sheet) => (sheet.getRange(cellName(row, column)).hyperlink = { documentReference }),
    };
  }
}

const lookBytes = (look: Look): number =>
  OBJECT * 3 + Object.keys(look).length * PROPERTY + (look.border ? 6 * (OBJECT + 2 * PROPERTY) : 0);

function applyLook(format: Excel.RangeFormat, look: Look, areas: readonly Area[]): void {
  const { bold, italic, underline, font, size, color, fill, align, valign, wrap, unlocked, border } = look;
  if (bold) format.font.bold = true;
  if (italic) format.font.italic = true;
  if (underline) format.font.underline = 'Single';
  if (font !== undefined) format.font.name = font;
  if (size !== undefined) format.font.size = size;
  if (color !== undefined) format.font.color = color;
  if (fill !== undefined) format.fill.color = fill;
  if (align) format.horizontalAlignment = align;
  if (valign) format.verticalAlignment = valign;
  if (wrap) format.wrapText = true;
  if (unlocked) format.protection.locked = false;
  if (border) applyBorders(format.borders, areas);
}

function applyBorders(borders: Excel.RangeBorderCollection, areas: readonly Area[]): void {
  const sides: Excel.BorderIndex[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as Excel.BorderIndex[];
  if (areas.some(({ top, bottom }) => bottom > top)) sides.push('InsideHorizontal' as Excel.BorderIndex);
  if (areas.some(({ left, right }) => right > left)) sides.push('InsideVertical' as Excel.BorderIndex);
  for (const side of sides) {
    const border = borders.getItem(side);
    border.style = 'Continuous';
    border.color = BORDER_COLOR;
  }
}

function numberFormatJob(area: Area, code: string): Job {
  // One text for a whole range is allowed (and what Excel's documentation shows), but the types know arrays only.
  return {
    bytes: RANGE + PROPERTY + entryBytes(code),
    queue: (sheet) => sheet.getRange(areaName(area)).set({ numberFormat: code as unknown as string[][] }),
  };
}

/** Points of a column that holds so many digits: Excel keeps 5 pixels beside them, and 96 pixels are 72 points. */
export function columnPoints(characters: number, digitPixels: number): number {
  const width = Math.min(255, Math.max(0, characters));
  return Math.round(width * digitPixels + 5) * 0.75;
}

function* widthJobs(widths: readonly number[], digitPixels: number): Generator<Job> {
  for (const [width, spans] of spansByValue(widths)) {
    const points = columnPoints(width, digitPixels);
    yield* stripJobs(
      spans.map(([from, to]) => `${columnName(from)}:${columnName(to)}`),
      (format) => (format.columnWidth = points),
    );
  }
}

function* heightJobs({ plan }: SheetLayout): Generator<Job> {
  const { footHeights = [] } = plan;
  const body = plan.bodyHeights ?? (footHeights.length > 0 ? new Float32Array(plan.bodyRows) : []);
  const heights = [...plan.head.map((_, row) => plan.headHeights?.[row] ?? 0), ...body, ...footHeights];
  for (const [points, spans] of spansByValue(heights)) {
    if (points > 0)
      yield* stripJobs(
        spans.map(([from, to]) => `${from + 1}:${to + 1}`),
        (format) => (format.rowHeight = points),
      );
  }
}

/** Where each value stands: first and last index of every unbroken span of it. */
function spansByValue(values: readonly number[]): Map<number, [number, number][]> {
  const found = new Map<number, [number, number][]>();
  values.forEach((value, at) => {
    const spans = found.get(value) ?? [];
    const last = spans.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else spans.push([at, at]);
    found.set(value, spans);
  });
  return found;
}

/** Whole rows or columns, many together. */
function* stripJobs(strips: readonly string[], apply: (format: Excel.RangeFormat) => void): Generator<Job> {
  for (let from = 0; from < strips.length; from += STRIPS) {
    const address = strips.slice(from, from + STRIPS).join(',');
    yield {
      bytes: RANGE + OBJECT + PROPERTY + address.length,
      queue: (sheet) => apply((address.includes(',') ? sheet.getRanges(address) : sheet.getRange(address)).format),
    };
  }
}

interface FramePart {
  readonly bytes: number;
  readonly queue: (sheet: Excel.Worksheet, layout: SheetLayout) => void;
}

/** What belongs to the sheet as a whole. */
const FRAME: Readonly<Record<Exclude<Extra, 'links' | 'choices' | 'looks' | 'charts' | 'notes'>, FramePart>> = {
  freeze: {
    bytes: OBJECT + RANGE,
    queue: (sheet, { plan: { freeze } }) => {
      const { rows, columns } = freeze;
      if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
      else if (rows > 0) sheet.freezePanes.freezeRows(rows);
      else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
    },
  },
  filter: {
    bytes: OBJECT + RANGE,
    queue: (sheet, layout) => {
      const filter = filterRange(layout);
      if (filter !== undefined) sheet.autoFilter.apply(sheet.getRange(filter));
    },
  },
  print: { bytes: OBJECT * 2 + PROPERTY * 10, queue: (sheet, layout) => printSetup(sheet.pageLayout, layout) },
  titles: {
    bytes: OBJECT + PROPERTY * 2,
    queue: (sheet, { plan }) => {
      const [columns, rows] = [repeatedColumns(plan), repeatedRows(plan)];
      if (columns !== undefined) sheet.pageLayout.setPrintTitleColumns(columns);
      if (rows !== undefined) sheet.pageLayout.setPrintTitleRows(rows);
    },
  },
  pageBreaks: {
    bytes: OBJECT,
    queue: (sheet, { plan: { pageBreaks = [] } }) => {
      for (const row of pageBreaks) sheet.horizontalPageBreaks.add(cellName(row, 0));
    },
  },
  tab: {
    bytes: PROPERTY,
    queue: (sheet, { plan: { tabColor } }) => {
      if (/^[0-9a-f]{6}$/i.test(tabColor ?? '')) sheet.tabColor = `#${tabColor!.toUpperCase()}`;
    },
  },
  gridlines: { bytes: PROPERTY, queue: (sheet) => (sheet.showGridlines = false) },
};

function printSetup(page: Excel.PageLayout, { plan }: SheetLayout): void {
  page.orientation = plan.landscape ? 'Landscape' : 'Portrait';
  page.paperSize = 'A4';
  page.zoom = { horizontalFitToPages: 1 };
  page.leftMargin = 36;
  page.rightMargin = 36;
  page.topMargin = 43.2;
  page.bottomMargin = 43.2;
  page.headerMargin = 21.6;
  page.footerMargin = 21.6;
  page.headersFooters.defaultForAllPages.centerFooter = resultWords.pageFooter;
}
