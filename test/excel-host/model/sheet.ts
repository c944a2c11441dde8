import { HostError } from '../wire';
import { area, cellKey, cellsOf, contains, intersect, keyColumn, keyRow, lastRow, sameArea } from './area';
import type { Area } from './area';
import { entryOf } from './entry';
import type { CellContent, CellValue } from './entry';
import { SheetStyles } from './style';

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export interface CommentModel {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  content: string;
  readonly contentType: string;
  readonly authorName: string;
  readonly created: string;
  resolved: boolean;
  readonly replies: { readonly id: string; content: string; readonly created: string }[];
}

export interface NoteModel {
  readonly row: number;
  readonly column: number;
  content: string;
  visible: boolean;
}

export interface NameModel {
  readonly id: string;
  readonly name: string;
  /** With the leading '='. */
  formula: string;
  comment: string;
  visible: boolean;
  readonly sheet?: SheetModel;
}

export interface TableModel {
  readonly id: string;
  name: string;
  area: Area;
  readonly sheet: SheetModel;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
}

export interface FilterModel {
  readonly area: Area;
  readonly criteria: Map<number, unknown>;
}

export interface ProtectionModel {
  readonly options: Readonly<Record<string, unknown>>;
  readonly password?: string;
}

/** Print setup; wire names in camel case, `zoom` as Excel gives it. */
export type PageModel = Map<string, unknown>;

export const standardColumnWidth = 48;
export const standardRowHeight = 15;

/** One sheet of the in-memory workbook. Rows and columns count from 0. */
export class SheetModel {
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  enableCalculation = true;
  standardWidth = 8.43;
  deleted = false;
  readonly cells = new Map<number, CellContent>();
  readonly styles = new SheetStyles();
  merges: Area[] = [];
  /** Points. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Rows that a filter hides; an add-in sees them as hidden. */
  readonly filteredRows = new Set<number>();
  frozen: { readonly rows: number; readonly columns: number } | undefined;
  filter: FilterModel | undefined;
  readonly page: PageModel = new Map();
  readonly headerFooter = new Map<string, unknown>();
  protection: ProtectionModel | undefined;
  readonly comments: CommentModel[] = [];
  /** Names of charts. */
  readonly charts: string[] = [];
  /** What charts were told, by their names. */
  readonly chartValues = new Map<string, Map<string, unknown>>();
  /** Rows, from 0, above which a page ends. */
  readonly pageBreaks: number[] = [];
  /** Kinds of shapes (Image, GeometricShape, Group, Line, Unsupported); nothing else of them is modelled. */
  readonly shapes: string[] = [];
  readonly notes: NoteModel[] = [];
  readonly tables: TableModel[] = [];
  readonly links = new Map<number, Hyperlink>();
  readonly validations: { readonly area: Area; readonly values: Map<string, unknown> }[] = [];
  readonly conditionalFormats: {
    readonly id: string;
    readonly area: Area;
    readonly type: string;
    readonly values: Map<string, unknown>;
  }[] = [];
  readonly customProperties = new Map<string, string>();
  /** Counts writes, so that what was computed from the cells can be kept until the next one. */
  private revision = 0;
  private used:
    { readonly revision: number; readonly styles: number; readonly values: Area | undefined; readonly all: Area | undefined } | undefined;

  constructor(
    readonly id: string,
    public name: string,
    /** Gives the value of a formula that was just set; see WorkbookModel.calculate. */
    private readonly calculate: (formula: string, row: number, column: number, before: CellValue | undefined) => CellValue,
  ) {}

  content(row: number, column: number): CellContent | undefined {
    return this.cells.get(cellKey(row, column));
  }

  /** The value as an add-in reads it; '' where empty. */
  value(row: number, column: number): CellValue {
    return this.content(row, column)?.value ?? '';
  }

  formula(row: number, column: number): string | undefined {
    return this.content(row, column)?.formula;
  }

  /** Stores a content as it is, without Excel's reading of what was typed: for fixtures. */
  put(row: number, column: number, content: CellContent | undefined): void {
    if (content) this.cells.set(cellKey(row, column), content);
    else this.cells.delete(cellKey(row, column));
    this.revision++;
  }

  /** Enters a value as Excel does, see entry.ts; a cell hidden under a merge takes nothing. */
  enter(row: number, column: number, value: unknown): void {
    if (this.merges.length > 0 && this.merges.some((merge) => contains(merge, row, column) && (merge.top !== row || merge.left !== column)))
      return;
    const entry = entryOf(value, String(this.styles.value(row, column, 'numberFormat')));
    const key = cellKey(row, column);
    this.revision++;
    switch (entry.kind) {
      case 'empty':
        this.cells.delete(key);
        return;
      case 'wrong':
        throw new HostError('InvalidArgument');
      case 'formula': {
        const before = this.cells.get(key)?.value;
        const result = this.calculate(entry.formula, row, column, before);
        this.cells.set(key, { value: result, formula: entry.formula });
        return;
      }
      default:
        this.cells.set(key, entry.content);
        if (entry.numberFormat && this.styles.value(row, column, 'numberFormat') === 'General')
          this.styles.set(area(row, column), 'numberFormat', entry.numberFormat);
    }
  }

  /** Rows of plain values from a corner on, stored as they are; a string with a leading '=' is stored as text. For fixtures. */
  fill(rows: readonly (readonly (CellValue | null | undefined)[])[], top = 0, left = 0): this {
    rows.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (value !== null && value !== undefined && value !== '') this.put(top + row, left + column, { value });
      }),
    );
    return this;
  }

  usedArea(valuesOnly: boolean): Area | undefined {
    if (!this.used || this.used.revision !== this.revision || this.used.styles !== this.styles.revision) {
      const values = extent(this.cells.keys(), undefined);
      this.used = { revision: this.revision, styles: this.styles.revision, values, all: extent(this.styles.keys(), values) };
    }
    return valuesOnly ? this.used.values : this.used.all;
  }

  /** The used rectangle inside another one. */
  usedWithin(within: Area, valuesOnly: boolean): Area | undefined {
    const inside = function* (keys: Iterable<number>): Generator<number> {
      for (const key of keys) if (contains(within, keyRow(key), keyColumn(key))) yield key;
    };
    const values = extent(inside(this.cells.keys()), undefined);
    return valuesOnly ? values : extent(inside(this.styles.keys()), values);
  }

  clearContents(on: Area): void {
    this.revision++;
    this.forCells(on, (key) => this.cells.delete(key));
  }

  clearLinks(on: Area): void {
    for (const key of [...this.links.keys()]) if (contains(on, keyRow(key), keyColumn(key))) this.links.delete(key);
  }

  merge(on: Area): void {
    if (cellsOf(on) < 2) return;
    this.unmerge(on);
    this.forCells(on, (key) => {
      if (key !== cellKey(on.top, on.left)) this.cells.delete(key);
    });
    this.revision++;
    this.merges.push(on);
  }

  unmerge(on: Area): void {
    this.merges = this.merges.filter((merge) => !intersect(merge, on));
  }

  mergedIn(on: Area): readonly Area[] {
    return this.merges.filter((merge) => intersect(merge, on)).sort((a, b) => a.top - b.top || a.left - b.left);
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row) || this.filteredRows.has(row);
  }

  columnWidth(column: number): number {
    return this.hiddenColumns.has(column) ? 0 : (this.columnWidths.get(column) ?? standardColumnWidth);
  }

  rowHeight(row: number): number {
    return this.isRowHidden(row) ? 0 : (this.rowHeights.get(row) ?? standardRowHeight);
  }

  columnLeft(column: number): number {
    let left = column * standardColumnWidth;
    for (const at of new Set([...this.columnWidths.keys(), ...this.hiddenColumns]))
      if (at < column) left += this.columnWidth(at) - standardColumnWidth;
    return left;
  }

  rowTop(row: number): number {
    let top = row * standardRowHeight;
    for (const at of new Set([...this.rowHeights.keys(), ...this.hiddenRows, ...this.filteredRows]))
      if (at < row) top += this.rowHeight(at) - standardRowHeight;
    return top;
  }

  commentAt(row: number, column: number): CommentModel | undefined {
    return this.comments.find((comment) => comment.row === row && comment.column === column);
  }

  validationOn(on: Area): Map<string, unknown> {
    let found = this.validations.find((validation) => sameArea(validation.area, on));
    if (!found) this.validations.push((found = { area: on, values: new Map() }));
    return found.values;
  }

  /** True where a user could not type into every cell of the area. */
  isLocked(on: Area): boolean {
    return this.protection !== undefined && this.styles.shared(on, 'protection.locked') !== false;
  }

  private forCells(on: Area, act: (key: number) => void): void {
    if (cellsOf(on) > this.cells.size || on.bottom === lastRow) {
      for (const key of [...this.cells.keys()]) if (contains(on, keyRow(key), keyColumn(key))) act(key);
      return;
    }
    for (let row = on.top; row <= on.bottom; row++) for (let column = on.left; column <= on.right; column++) act(cellKey(row, column));
  }
}

function extent(keys: Iterable<number>, start: Area | undefined): Area | undefined {
  let top = start?.top ?? Infinity;
  let left = start?.left ?? Infinity;
  let bottom = start?.bottom ?? -1;
  let right = start?.right ?? -1;
  for (const key of keys) {
    const row = keyRow(key);
    const column = keyColumn(key);
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  }
  return bottom < 0 ? undefined : { top, left, bottom, right };
}
