import { cellName, type Area } from '../../cell';
import { CellKind, type SheetGrid } from '../../grid';
import { NOTHING_DECIDED, type Decided } from '../../decided';
import type { Words } from '../words';

const NOTHING_SEEN = /^[\s\p{Cf}]*$/u;

/** Spaces and invisible characters show nothing. */
function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most cells begin with a letter or a Chinese character.
  return Number.isNaN(first) || (first >= 0x21 && first <= 0x7e) || (first >= 0x4e00 && first <= 0x9fff)
    ? text === ''
    : NOTHING_SEEN.test(text);
}

/** A sheet seen upright or on its side: with `transposed` a row of the source is a column of the sheet. */
export class TableSource {
  readonly rows: number;
  readonly columns: number;
  private readonly areasOfColumn = new Map<number, readonly Area[]>();

  constructor(
    readonly sheet: SheetGrid,
    readonly transposed: boolean,
    readonly words: Words,
    readonly decided: Decided = NOTHING_DECIDED,
  ) {
    this.rows = transposed ? sheet.grid.columns : sheet.grid.rows;
    this.columns = transposed ? sheet.grid.rows : sheet.grid.columns;
  }

  kind(row: number, column: number): CellKind {
    return this.transposed ? this.sheet.grid.kind(column, row) : this.sheet.grid.kind(row, column);
  }

  number(row: number, column: number): number {
    return this.transposed ? this.sheet.grid.number(column, row) : this.sheet.grid.number(row, column);
  }

  text(row: number, column: number): string {
    const accepted = this.decided.hasNames ? this.decided.nameAt(this.sheet.name, this.cellName(row, column)) : undefined;
    if (accepted !== undefined) return accepted;
    return this.transposed ? this.sheet.grid.text(column, row) : this.sheet.grid.text(row, column);
  }

  format(row: number, column: number): string {
    return this.transposed ? this.sheet.grid.format(column, row) : this.sheet.grid.format(row, column);
  }

  /** The formula without its leading '=', undefined where the cell holds none. */
  formula(row: number, column: number): string | undefined {
    return this.transposed ? this.sheet.grid.formula(column, row) : this.sheet.grid.formula(row, column);
  }

  /** Address on the sheet, whichever way the table lies. */
  cellName(row: number, column: number): string {
    return this.transposed ? cellName(column, row) : cellName(row, column);
  }

  /**
   * Whether a person accepted a proposal about the cell: then it is followed and nothing is asked.
   * @param words what the button said, where the cell is blank and could be any row's
   */
  accepts(kind: 'value' | 'row' | 'table', row: number, column: number, value?: number | string, words?: string): boolean {
    if (this.decided.isEmpty) return false;
    const cell = this.cellName(row, column);
    return this.decided.accepts(this.sheet.name, {
      kind,
      cell,
      ...(value !== undefined && { value }),
      ...(words !== undefined && { words }),
    });
  }

  /** What an official reads in the cell, as plain text; numbers without their format. */
  shown(row: number, column: number): string {
    switch (this.kind(row, column)) {
      case CellKind.number:
        return String(this.number(row, column));
      case CellKind.boolean: {
        const cell = this.transposed ? this.sheet.grid.cell(column, row) : this.sheet.grid.cell(row, column);
        return cell.kind === 'boolean' && cell.value ? 'TRUE' : 'FALSE';
      }
      case CellKind.empty:
        return '';
      default:
        return this.text(row, column);
    }
  }

  isBlank(row: number, column: number): boolean {
    const kind = this.kind(row, column);
    return kind === CellKind.empty || (kind === CellKind.text && isBlankText(this.text(row, column)));
  }

  /** The merged area that covers the cell, if any. */
  mergeAt(row: number, column: number): Area | undefined {
    return this.mergesIn(column).find((area) => area.top <= row && row <= area.bottom);
  }

  /** Merged areas that cover any cell of the column. */
  mergesIn(column: number): readonly Area[] {
    let areas = this.areasOfColumn.get(column);
    if (!areas) {
      const upright = ({ top, left, bottom, right }: Area): Area =>
        this.transposed ? { top: left, left: top, bottom: right, right: bottom } : { top, left, bottom, right };
      areas = this.sheet.grid.merges.map(upright).filter((area) => area.left <= column && column <= area.right);
      this.areasOfColumn.set(column, areas);
    }
    return areas;
  }

  /** {@link shown}, where a cell inside a merged area reads as the area's first cell. */
  spread(row: number, column: number): string {
    const own = this.shown(row, column);
    if (own.trim() !== '') return own;
    const area = this.mergeAt(row, column);
    return area ? this.shown(area.top, area.left) : own;
  }
}
