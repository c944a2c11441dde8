import { areaName, cellName, parseCellName, quoteSheet } from '../../core/cell';
import type { CopiedFrom, PlanCell } from '../../core/plan';
import { areaOnCopy, formulaOnCopy, mergesOnCopy, rowOnCopy, shiftBelow } from '../../core/result-form/pattern-rows';
import { SHEET_COLUMNS } from '../../core/sheet-limits';
import { linesIn } from '../../core/report/width';
import { formulaMarkup, valueMarkup } from '../../ooxml/edit/cell-markup';
import { storedFormula } from '../../ooxml/formula/future-functions';
import { LIKE_FORMULA, type StyleAppender } from '../../ooxml/parts/styles-append';
import type { WorkbookName } from '../../ooxml/parts/workbook-part';
import { parseArea, parseAreas } from '../../ooxml/sheet/areas';
import { applyEdits, outline, prefixOf, setAttribute, type XmlElement } from '../../ooxml/xml/xml-outline';
import { attribute, child, childrenNamed } from '../../ooxml/xml/xml-tree';
import { escapeXml } from '../../ooxml/xml/xml-text';
import { replaceNames } from '../results/names';

/** A sheet that is copied, and what is put into the copy. */
export interface CopyTask {
  readonly copied: CopiedFrom;
  /** The plan's cells by row; the place in a row is the column. */
  readonly rows: readonly (readonly PlanCell[])[];
  readonly appender: StyleAppender;
  /** Number format of each cell style of the workbook. */
  readonly formats: readonly string[];
}

/** What hangs on other parts, and what is no part of a result; the first few are told. */
const LOST = new Set(['drawing', 'legacyDrawing', 'picture', 'oleObjects', 'controls', 'tableParts']);
const DROPPED = new Set([
  ...LOST,
  ...['legacyDrawingHF', 'drawingHF', 'dimension', 'sheetProtection', 'protectedRanges', 'scenarios', 'sortState', 'dataConsolidate'],
  ...['customSheetViews', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'webPublishItems', 'extLst', 'AlternateContent'],
]);

/** The part of a sheet's copy, and whether something of the sheet could not be taken along. */
export function copySheet(part: string, text: string, task: CopyTask): { readonly text: string; readonly isLess: boolean } {
  const root = outline(part, text);
  const copy = new SheetCopy(text, root, task);
  const open = text.slice(root.start, root.openEnd).replace(/\s[\w]+:uid="[^"]*"/u, '');
  const inside = root.children.filter(({ local }) => !DROPPED.has(local)).map((element) => copy.markup(element));
  return {
    text: `${text.slice(0, root.start)}${open}${inside.join('')}${text.slice(root.closeStart)}`,
    isLess: root.children.some(({ local }) => LOST.has(local)),
  };
}

/** A name of the sheet's own as its copy has it. */
export function nameOnCopy({ formula }: WorkbookName, copied: CopiedFrom, to: string): string {
  const named = `${quoteSheet(to)}!`;
  const moved = formulaOnCopy(formula, copied, copied.sheet, undefined, named);
  return replaceNames(moved, (sheet) => (sheet.toLowerCase() === copied.sheet.toLowerCase() ? named : undefined));
}

/** Points of a line of what official tables are written in, and what stays free in a row. */
const [LINE_POINTS, ROOM_POINTS] = [16, 6];
/** Characters: of a column of which nothing is said, and of the narrowest that text is broken for; the share of a line that text of that size fills. */
const [DEFAULT_WIDTH, NARROWEST, FILLED] = [8.43, 4, 0.85];

class SheetCopy {
  private readonly p: string;
  private readonly widths: ReadonlyMap<number, number>;
  private readonly filled: ReadonlySet<string>;
  private readonly grown: ReadonlySet<number>;
  private readonly code: ReadonlyMap<number, string>;

  constructor(
    private readonly text: string,
    root: XmlElement,
    private readonly task: CopyTask,
  ) {
    this.p = prefixOf(root);
    this.filled = new Set(task.copied.filled.map(({ row, column }) => cellName(row, column)));
    this.grown = new Set(task.copied.grown);
    this.widths = new Map(
      childrenNamed(child(root, 'cols'), 'col').flatMap((one) => {
        const [from, to, width] = ['min', 'max', 'width'].map((name) => Number(attribute(one, name)));
        const count = Math.min(to! - from! + 1, SHEET_COLUMNS);
        return width! > 0 && count > 0 ? Array.from({ length: count }, (_, at) => [from! - 1 + at, width!] as const) : [];
      }),
    );
    this.code = new Map(task.copied.formats.map(({ column, code }) => [column, code]));
  }

  /** A child of the sheet as the copy has it. */
  markup(element: XmlElement): string {
    const { p, text } = this;
    switch (element.local) {
      case 'sheetPr':
        return this.tag(element, { codeName: undefined }) + this.inner(element);
      case 'sheetViews':
        return this.around(
          element,
          childrenNamed(element, 'sheetView').map((view) => this.tag(view, { tabSelected: undefined }) + this.inner(view)),
        );
      case 'sheetData':
        return `<${p}sheetData>${this.rows(element)}</${p}sheetData>`;
      case 'autoFilter':
        // Its criteria would hide rows of the result.
        return `<${p}autoFilter ref="${this.areas(attribute(element, 'ref'))}"/>`;
      case 'mergeCells':
        return this.merges(element);
      case 'conditionalFormatting':
        return this.tag(element, { sqref: this.areas(attribute(element, 'sqref')) }) + this.inner(element, this.formulas(element));
      case 'dataValidations':
        return this.around(
          element,
          childrenNamed(element, 'dataValidation').map(
            (one) => this.tag(one, { sqref: this.areas(attribute(one, 'sqref')) }) + this.inner(one, this.formulas(one)),
          ),
        );
      case 'hyperlinks': {
        const kept = childrenNamed(element, 'hyperlink').filter((one) => attribute(one, 'r:id') === undefined);
        if (kept.length === 0) return '';
        return this.around(
          element,
          kept.map((one) => this.tag(one, { ref: this.areas(attribute(one, 'ref')) }) + this.inner(one)),
        );
      }
      case 'pageSetup':
        return this.tag(element, {}).replace(/\s\w+:id="[^"]*"/u, '') + this.inner(element);
      case 'rowBreaks':
        return this.around(
          element,
          childrenNamed(element, 'brk').map(
            (one) => this.tag(one, { id: String(this.below(Number(attribute(one, 'id')))) }) + this.inner(one),
          ),
        );
      default:
        return text.slice(element.start, element.end);
    }
  }

  /** A break stands below the row whose number it has. */
  private below(row: number): number {
    return row > this.task.copied.last ? row + shiftBelow(this.task.copied) : row;
  }

  private tag(element: XmlElement, attributes: Readonly<Record<string, string | undefined>>): string {
    const { start, openEnd } = element;
    const edits = Object.entries(attributes).map(([name, value]) => setAttribute(this.text, element, name, value && escapeXml(value)));
    const within = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return applyEdits(this.text.slice(start, openEnd), within);
  }

  private inner(element: XmlElement, content = this.text.slice(element.openEnd, element.closeStart)): string {
    return element.selfClosing ? '' : `${content}${this.text.slice(element.closeStart, element.end)}`;
  }

  private around(element: XmlElement, children: readonly string[]): string {
    return `${this.tag(element, attribute(element, 'count') === undefined ? {} : { count: String(children.length) })}${children.join('')}${this.text.slice(element.closeStart, element.end)}`;
  }

  private areas(list = ''): string {
    return parseAreas(list)
      .map((area) => areaName(areaOnCopy(this.task.copied, area)))
      .join(' ');
  }

  /** What is inside of an element, the formulas in it moved. */
  private formulas(element: XmlElement): string {
    const { text, task } = this;
    const edits = formulaElements(element).map((one) => ({
      ...{ start: one.openEnd - element.openEnd, end: one.closeStart - element.openEnd },
      text: escapeXml(formulaOnCopy(one.text, task.copied, task.copied.sheet)),
    }));
    return applyEdits(text.slice(element.openEnd, element.closeStart), edits);
  }

  private merges(element: XmlElement): string {
    const areas = childrenNamed(element, 'mergeCell').flatMap((one) => parseArea(attribute(one, 'ref') ?? '') ?? []);
    const merged = mergesOnCopy(this.task.copied, areas);
    const { p } = this;
    if (merged.length === 0) return '';
    return `<${p}mergeCells count="${merged.length}">${merged.map((area) => `<${p}mergeCell ref="${areaName(area)}"/>`).join('')}</${p}mergeCells>`;
  }

  private rows(data: XmlElement): string {
    const { copied, rows } = this.task;
    const { first, last, count } = copied;
    const out = new Map<number, string>();
    let at = -1;
    for (const row of childrenNamed(data, 'row')) {
      at = Number(attribute(row, 'r') ?? at + 2) - 1;
      if (at > first && at <= last) continue;
      if (at !== first) out.set(rowOnCopy(copied, at), this.row(row, rowOnCopy(copied, at)));
      else for (let n = 0; n < count; n++) out.set(first + n, this.row(row, first + n));
    }
    // What the sheet has no row for: a pattern that nobody has looked after, and a remark below everything.
    for (let row = 0; row < rows.length; row++)
      if (!out.has(row) && rows[row]!.some((_, column) => this.filled.has(cellName(row, column)))) out.set(row, this.row(undefined, row));
    return [...out]
      .sort(([a], [b]) => a - b)
      .map(([, markup]) => markup)
      .join('');
  }

  private row(source: XmlElement | undefined, row: number): string {
    const { copied, rows } = this.task;
    const isMade = row >= copied.first && row < copied.first + copied.count;
    const cells = new Map<number, string>();
    let column = -1;
    for (const cell of source ? childrenNamed(source, 'c') : []) {
      column = parseCellName(attribute(cell, 'r') ?? '')?.column ?? column + 1;
      const style = attribute(cell, 's');
      const at = cellName(row, column);
      if (this.filled.has(at)) cells.set(column, this.cell(at, column, style, rows[row]![column]!, isMade));
      else if (isMade && row > copied.first) cells.set(column, this.cell(at, column, style, { value: null }, isMade));
      else cells.set(column, this.tag(cell, { r: at }) + this.inner(cell, this.withoutFormula(cell)));
    }
    rows[row]?.forEach((cell, one) => {
      const at = cellName(row, one);
      if (!cells.has(one) && this.filled.has(at) && (cell.value !== null || cell.formula !== undefined))
        cells.set(one, this.cell(at, one, undefined, cell, isMade));
    });
    const content = [...cells]
      .sort(([a], [b]) => a - b)
      .map(([, markup]) => markup)
      .join('');
    const { p } = this;
    if (!source) return `<${p}row r="${row + 1}">${content}</${p}row>`;
    const height = this.grown.has(row) ? this.heightOf(row, Number(attribute(source, 'ht') ?? 0)) : undefined;
    const grown = height === undefined ? {} : { ht: String(height), customHeight: '1' };
    const open = this.tag(source, { r: String(row + 1), spans: undefined, ...grown });
    return source.selfClosing ? `${open.slice(0, -2)}>${content}</${p}row>` : `${open}${content}</${p}row>`;
  }

  /** As high as the row is, or as its longest text needs. */
  private heightOf(row: number, own: number): number {
    const lines = (this.task.rows[row] ?? []).map(({ value }, column) =>
      typeof value === 'string' ? linesIn(value, Math.max(NARROWEST, this.widths.get(column) ?? DEFAULT_WIDTH) * FILLED) : 1,
    );
    return Math.max(own, Math.max(1, ...lines) * LINE_POINTS + ROOM_POINTS);
  }

  /** The content of a cell that stays, without a formula that is not told: its value stands. */
  private withoutFormula(cell: XmlElement): string {
    const edits = childrenNamed(cell, 'f').map((one) => ({ start: one.start - cell.openEnd, end: one.end - cell.openEnd, text: '' }));
    return applyEdits(this.text.slice(cell.openEnd, cell.closeStart), edits);
  }

  private cell(at: string, column: number, style: string | undefined, { value, formula }: PlanCell, isMade: boolean): string {
    const { p, task } = this;
    const own = Number(style ?? 0);
    const format = task.formats[own] ?? 'General';
    const code = isMade && typeof value === 'number' && ['General', '@'].includes(format) ? this.code.get(column) : undefined;
    const quoted = typeof value === 'string' && LIKE_FORMULA.test(value);
    const variant =
      code !== undefined || quoted ? task.appender.variant(own, { ...(code !== undefined && { numberFormat: code }), quoted }) : own;
    const s = variant === 0 ? '' : ` s="${variant}"`;
    if (formula !== undefined) return `<${p}c r="${at}"${s}>${formulaMarkup(storedFormula(formula), p, '')}</${p}c>`;
    const { type, content } = valueMarkup(value, p, 0, false);
    return content === '' ? `<${p}c r="${at}"${s}/>` : `<${p}c r="${at}"${s}${type}>${content}</${p}c>`;
  }
}

function formulaElements(element: XmlElement): XmlElement[] {
  return element.children.flatMap((one) => (/^formula\d?$/u.test(one.local) && !one.selfClosing ? [one] : formulaElements(one)));
}
