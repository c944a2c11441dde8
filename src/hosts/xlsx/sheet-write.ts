import { areaName, cellName, columnName, quoteSheet } from '../../core/cell';
import type { BodyColumn, CellStyle, PlanCell, SheetPlan } from '../../core/plan';
import { resultWords as words } from '../results/words';
import type { Dialect } from '../../ooxml/xml/namespaces';
import { DAYS_1904, isCalendarFormat } from '../../ooxml/parts/number-formats';
import type { ResultNames } from '../results/names';
import { SheetBytes } from './sheet-bytes';
import { barExtensionXml, liveLooksXml } from './live-looks-write';
import type { PlacedCell, SheetLayout } from '../results/layout';
import { filterRange, span } from '../results/layout';
import { LIKE_FORMULA } from '../../ooxml/parts/styles-append';
import type { PlanStyles } from './styles-append';
import { encodeCellText, escapeXml } from '../../ooxml/xml/xml-text';
import { entryRuleXml } from './entry-rules-write';
import { EntryWriter, type DeflatePiece } from '../../ooxml/zip/zip-data';
import type { ZipEntry } from '../../ooxml/zip/zip-directory';

/** Above so many cells the fastest level pays: the file grows by a few percent, the time halves. */
const LARGE = 20_000;
/** Excel keeps 5 pixels beside the digits of a column: widths in the file are that much more than their characters. */
const WIDTH_PADDING = 0.71;
const NO_STYLE = -1;
/** What all sheets of one plan share while they are written. */
export interface SheetSetting {
  readonly dialect: Dialect;
  readonly styles: readonly CellStyle[];
  readonly planStyles: PlanStyles;
  readonly names: ResultNames;
  readonly date1904: boolean;
  readonly deflatePiece?: DeflatePiece | undefined;
}

/** Relationships by which a sheet points to what lies on it. */
export interface PartIds {
  readonly notes?: string;
  readonly drawing?: string;
}

/** Writes one worksheet part. @returns the part, and how many texts were cut to the limit of a cell */
export function writeSheet(part: string, setting: SheetSetting, layout: SheetLayout, ids: PartIds): { entry: ZipEntry; shortened: number } {
  const writer = new EntryWriter(part, layout.rows * layout.columns > LARGE ? 1 : 6, setting.deflatePiece);
  const out = new SheetBytes(writer);
  out.markup(sheetHead(setting.dialect, layout));
  const rows = new RowWriter(out, setting);
  layout.head.forEach((cells, row) => rows.block(row, cells, layout.plan.headHeights?.[row]));
  rows.body(layout.plan.head.length, layout.plan);
  layout.foot.forEach((cells, n) => rows.block(layout.plan.head.length + layout.plan.bodyRows + n, cells, layout.plan.footHeights?.[n]));
  out.markup(sheetTail(setting, layout, ids));
  out.finish();
  return { entry: writer.finish(), shortened: out.shortened };
}

function sheetHead(dialect: Dialect, layout: SheetLayout): string {
  const { plan, rows, columns } = layout;
  const widths = plan.widths.map(
    (width, n) =>
      `<col min="${n + 1}" max="${n + 1}" width="${Math.min(255, Math.max(0, width) + WIDTH_PADDING).toFixed(2)}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${dialect.spreadsheet}" xmlns:r="${dialect.references}">${sheetProperties(plan)}` +
    `<dimension ref="A1${rows * columns > 1 ? `:${cellName(Math.max(0, rows - 1), Math.max(0, columns - 1))}` : ''}"/>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane(plan.freeze)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`
  );
}

function sheetProperties(plan: SheetPlan): string {
  const tab = /^[0-9a-f]{6}$/i.test(plan.tabColor ?? '') ? `<tabColor rgb="FF${plan.tabColor!.toUpperCase()}"/>` : '';
  return `<sheetPr>${tab}<pageSetUpPr fitToPage="1"/></sheetPr>`;
}

function pane({ rows, columns }: { rows: number; columns: number }): string {
  if (rows <= 0 && columns <= 0) return '';
  const where = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const corner = cellName(Math.max(0, rows), Math.max(0, columns));
  return `<pane${split} topLeftCell="${corner}" activePane="${where}" state="frozen"/><selection pane="${where}" activeCell="${corner}" sqref="${corner}"/>`;
}

/** Everything behind the rows, in the schema's order. */
function sheetTail({ names, styles, planStyles }: SheetSetting, layout: SheetLayout, ids: PartIds): string {
  const filter = filterRange(layout);
  const merges = layout.merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${cellName(top, left)}:${cellName(bottom, right)}"/>`,
  );
  const links = layout.links.map(({ row, column, link, display }) => {
    const location = `${quoteSheet(names.sheet(link.sheet))}!${link.cell}`;
    return `<hyperlink ref="${cellName(row, column)}" location="${escapeXml(location)}"${display === '' ? '' : ` display="${escapeXml(display.slice(0, 255))}"`}/>`;
  });
  return [
    '</sheetData>',
    layout.plan.guarded ? PROTECTION : '',
    filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    liveLooksXml(layout.plan.looks ?? [], styles, planStyles),
    choiceLists(layout.plan),
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${layout.plan.landscape ? 'landscape' : 'portrait'}" fitToWidth="${Math.max(1, Math.trunc(layout.plan.pagesWide ?? 1))}" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>&amp;C${escapeXml(words.pageFooter)}</oddFooter></headerFooter>`,
    pageBreaks(layout.plan),
    ids.drawing === undefined ? '' : `<drawing r:id="${ids.drawing}"/>`,
    ids.notes === undefined ? '' : `<legacyDrawing r:id="${ids.notes}"/>`,
    barExtensionXml(layout.plan.looks ?? []),
    '</worksheet>',
  ].join('');
}

function pageBreaks({ pageBreaks: rows = [] }: SheetPlan): string {
  if (rows.length === 0) return '';
  const breaks = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks.join('')}</rowBreaks>`;
}

/** Without a password; rows may be put in and looks changed. Nought allows. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" sort="0" autoFilter="0"/>';

function choiceLists({ choices = [], entries = [] }: SheetPlan): string {
  if (choices.length + entries.length === 0) return '';
  const lists = choices.map(({ column, top, bottom, values }) => {
    const area = `${cellName(top, column)}:${cellName(bottom, column)}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${area}"><formula1>"${escapeXml(values.join(','))}"</formula1></dataValidation>`;
  });
  const all = [...lists, ...entries.map(entryRuleXml)];
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

/** A cell that shares a formula with its neighbours. */
interface SharedCell {
  readonly id: number;
  readonly range: string;
  readonly isFirst: boolean;
}

/** Writes rows of cells. */
class RowWriter {
  private readonly styleMarkup: string[] = [];
  private readonly quotedMarkup: (string | undefined)[] = [];
  private readonly shifts: readonly number[];
  private sharedFormulas = 0;

  constructor(
    private readonly out: SheetBytes,
    private readonly setting: SheetSetting,
  ) {
    for (const style of setting.styles) this.styleMarkup.push(` s="${setting.planStyles.xf(style, false)}"`);
    // The plan counts days from 1900; a workbook of the Macintosh's epoch shows a number as a date four years later.
    this.shifts = setting.styles.map((style) => (setting.date1904 && isCalendarFormat(style.numberFormat ?? 'General') ? DAYS_1904 : 0));
  }

  /** The attribute s for a style, or for the variant that keeps formula-like text text. */
  private style(style: number, value?: string): string {
    if (value !== undefined && LIKE_FORMULA.test(value)) {
      return (this.quotedMarkup[style + 1] ??=
        ` s="${this.setting.planStyles.xf(style === NO_STYLE ? undefined : this.setting.styles[style], true)}"`);
    }
    return style === NO_STYLE ? '' : this.styleMarkup[style]!;
  }

  block(row: number, cells: readonly PlacedCell[], height: number | undefined): void {
    if (cells.length === 0 && height === undefined) return;
    this.out.ascii(`<row r="${row + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`);
    for (const { column, cell } of cells) {
      this.planCell(row, column, cell);
      // Covered cells carry the style too, or a merged cell would lose its right-hand border.
      for (let covered = 1; covered < span(cell) && cell.style !== undefined; covered++)
        this.out.ascii(`<c r="${cellName(row, column + covered)}"${this.style(cell.style)}/>`);
    }
    this.out.ascii('</row>');
  }

  private planCell(row: number, column: number, { value, style = NO_STYLE, formula = '' }: PlanCell): void {
    const { out } = this;
    const open = `<c r="${cellName(row, column)}"`;
    const live = formula === '' ? '' : this.formula(formula);
    if (typeof value === 'string' && value !== '') {
      if (live === '') return this.inline(open, style, value);
      out.ascii(`${open}${this.style(style)} t="str">`);
      out.markup(`${live}<v>`);
      out.text(value);
      out.ascii('</v></c>');
    } else if (typeof value === 'boolean') {
      out.ascii(`${open}${this.style(style)} t="b">`);
      if (live !== '') out.markup(live);
      out.ascii(`<v>${value ? 1 : 0}</v></c>`);
    } else if (typeof value === 'number' && Number.isFinite(value)) {
      out.ascii(`${open}${this.style(style)}>`);
      if (live !== '') out.markup(live);
      out.ascii(`<v>${value - (this.shifts[style] ?? 0)}</v></c>`);
    } else if (live !== '') {
      out.ascii(`${open}${this.style(style)} t="str">`);
      out.markup(`${live}<v></v></c>`);
    } else if (style !== NO_STYLE) out.ascii(`${open}${this.style(style)}/>`);
  }

  private inline(open: string, style: number, value: string): void {
    this.out.ascii(`${open}${this.style(style, value)} t="inlineStr"><is><t xml:space="preserve">`);
    this.out.text(value);
    this.out.ascii('</t></is></c>');
  }

  private formula(formula: string): string {
    return `<f>${escapeXml(encodeCellText(this.setting.names.rewrite(formula)))}</f>`;
  }

  /**
   * Stretches of a column whose formulas are one filled down: its text stands in the first of them. Formulas that name other sheets have their own
   * each, as Excel writes them.
   */
  private sharedIn(column: BodyColumn, top: number, at: number): (SharedCell | undefined)[] | undefined {
    if (column.kind === 'text' || !column.alike || !column.formulas) return undefined;
    const { alike, formulas } = column;
    const cells: (SharedCell | undefined)[] = [];
    for (let from = 0; from < alike.length;) {
      let to = from;
      while (alike[from] !== 0 && to + 1 < alike.length && alike[to + 1] === alike[from]) to++;
      const range = areaName({ top: top + from, bottom: top + to, left: at, right: at });
      const id = to > from && !formulas[from]!.includes('!') ? this.sharedFormulas++ : undefined;
      for (let row = from; row <= to; row++) cells.push(id === undefined ? undefined : { id, range, isFirst: row === from });
      from = to + 1;
    }
    return cells;
  }

  body(top: number, { body: columns, bodyRows: rows, bodyHeights: heights }: Pick<SheetPlan, 'body' | 'bodyRows' | 'bodyHeights'>): void {
    const { out } = this;
    const opens = columns.map((_, n) => `<c r="${columnName(n)}`);
    const bodyStyle = columns.map(({ style }) => this.style(style));
    const shared = columns.map((column, n) => this.sharedIn(column, top, n));
    for (let n = 0; n < rows; n++) {
      const row = String(top + n + 1);
      const height = heights?.[n] ?? 0;
      out.ascii(height > 0 ? `<row r="${row}" ht="${height}" customHeight="1">` : `<row r="${row}">`);
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c]!;
        const style = column.styles ? column.styles[n]! : column.style;
        const open = opens[c]!;
        if (column.kind === 'text') {
          const value = column.values[n]!;
          if (value === '') out.ascii(`${open}${row}"${this.style(style)}/>`);
          else this.inline(`${open}${row}"`, style, value);
          continue;
        }
        const value = column.values[n]!;
        const formula = column.formulas?.[n] ?? '';
        const mark = column.styles ? this.style(style) : bodyStyle[c]!;
        if (formula === '') {
          if (Number.isFinite(value)) out.ascii(`${open}${row}"${mark}><v>${value - this.shifts[style]!}</v></c>`);
          else out.ascii(`${open}${row}"${mark}/>`);
        } else {
          out.ascii(`${open}${row}"${mark}${Number.isFinite(value) ? '' : ' t="str"'}>`);
          const one = shared[c]?.[n];
          if (one?.isFirst === false) out.ascii(`<f t="shared" si="${one.id}"/>`);
          else {
            out.ascii(one ? `<f t="shared" ref="${one.range}" si="${one.id}">` : '<f>');
            out.formula(this.setting.names.rewrite(formula));
            out.ascii('</f>');
          }
          out.ascii(`<v>${Number.isFinite(value) ? value - this.shifts[style]! : ''}</v></c>`);
        }
      }
      out.ascii('</row>');
    }
  }
}
