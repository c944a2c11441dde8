import type { Area } from '../../core/cell';
import { cellName } from '../../core/cell';
import { areaOf } from './array-parts';
import type { CellEdit } from './cell-edit';
import { typedMarkup } from './cell-markup';
import type { CellStyles } from './cell-styles';
import type { EditedRow, EditedRows } from './edited-rows';
import { reopened, type Splice } from './splice';

/** An attribute's value and its place in the part. */
export interface PlacedValue {
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

/** What a sheet says beside its cells that concerns cells to be added. */
export interface SheetSurroundings {
  /** "x:" or '', as <sheetData> has it. */
  readonly prefix: string;
  /** Behind the '>' of a <sheetData/>, -1 where it has a closing tag. */
  readonly emptyData: number;
  readonly dimension: PlacedValue | undefined;
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: number }[];
}

/** Works out where cells that the part does not have are to be inserted, once all of the part has been read. */
export class CellInsertion {
  private readonly splices: Splice[] = [];

  constructor(
    private readonly edits: EditedRows,
    private readonly styles: CellStyles,
    private readonly sheet: SheetSurroundings,
  ) {}

  all(): readonly Splice[] {
    const { prefix, emptyData } = this.sheet;
    const added = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
    const newRows = new Map<number, string>();
    for (const row of this.edits.rows) {
      const missing = row.cells.filter(
        ({ found, edit }) => !found && (edit.kind === 'formula' || (edit.kind === 'value' && edit.value !== null)),
      );
      if (missing.length === 0) continue;
      const [left, right] = [missing[0]!.edit.column, missing.at(-1)!.edit.column];
      added.top = Math.min(added.top, row.row);
      added.bottom = Math.max(added.bottom, row.row);
      added.left = Math.min(added.left, left);
      added.right = Math.max(added.right, right);
      if (!row.found) {
        const cells = missing.map(({ edit }) => this.newCell(row, edit, prefix)).join('');
        newRows.set(row.before, `${newRows.get(row.before) ?? ''}<${prefix}row r="${row.row + 1}">${cells}</${prefix}row>`);
        continue;
      }
      const own = row.name.slice(0, row.name.indexOf(':') + 1);
      if (row.selfClosing)
        this.splices.push(reopened(row.openEnd, row.name, missing.map(({ edit }) => this.newCell(row, edit, own)).join('')));
      else for (const { edit, before } of missing) this.splices.push({ start: before, end: before, text: this.newCell(row, edit, own) });
      this.widenSpans(row, left, right);
    }
    for (const [at, markup] of newRows)
      this.splices.push(emptyData >= 0 ? reopened(emptyData, `${prefix}sheetData`, markup) : { start: at, end: at, text: markup });
    if (added.bottom >= 0) this.widenDimension(added);
    return this.splices;
  }

  private newCell(row: EditedRow, edit: CellEdit, prefix: string): string {
    const style = this.styles.choose(
      row.style ?? this.sheet.columnStyles.find(({ first, last }) => first <= edit.column && edit.column <= last)?.style ?? 0,
      edit,
    );
    const { type, content } = typedMarkup(edit, prefix, this.styles.shift(style));
    return `<${prefix}c r="${cellName(edit.row, edit.column)}"${style === 0 ? '' : ` s="${style}"`}${type}>${content}</${prefix}c>`;
  }

  /** The attribute is a hint that Excel may trust. */
  private widenSpans({ spans }: EditedRow, left: number, right: number): void {
    if (!spans || !/^\s*\d+:\d+(\s+\d+:\d+)*\s*$/.test(spans.value)) return;
    const ends = spans.value.trim().split(/\s+|:/).map(Number);
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    if (left + 1 >= first && right + 1 <= last) return;
    this.splices.push({ start: spans.from, end: spans.to, text: `${Math.min(first, left + 1)}:${Math.max(last, right + 1)}` });
  }

  private widenDimension(added: Area): void {
    const { dimension } = this.sheet;
    const area = dimension && areaOf(dimension.value);
    if (!area) return;
    const wide = {
      top: Math.min(area.top, added.top),
      left: Math.min(area.left, added.left),
      bottom: Math.max(area.bottom, added.bottom),
      right: Math.max(area.right, added.right),
    };
    if (wide.top === area.top && wide.left === area.left && wide.bottom === area.bottom && wide.right === area.right) return;
    this.splices.push({
      start: dimension.from,
      end: dimension.to,
      text: `${cellName(wide.top, wide.left)}:${cellName(wide.bottom, wide.right)}`,
    });
  }
}
