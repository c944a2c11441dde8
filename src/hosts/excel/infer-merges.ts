import type { Area } from '../../core/cell';
import type { ReadBlock } from './read-grid';

/** Header rows stand near the top of what is in use. */
const ROWS = 16;

/**
 * Merged areas of a header in several rows, where Excel cannot tell them (before ExcelApi 1.13). Taken as a group row over a row of
 * sub-headers: the leftmost column is named in the upper row and empty in the lower one (a data row always names its zone), and
 * the lower row has texts under the gaps of the upper one. Merged cells among the data are not inferred.
 */
export function inferMerges(blocks: readonly ReadBlock[]): Area[] {
  const block = blocks[0];
  if (!block) return [];
  const header = new HeaderRows(block);
  return header.areas();
}

class HeaderRows {
  private readonly rows: readonly (readonly unknown[])[];

  constructor(private readonly block: ReadBlock) {
    this.rows = block.values.slice(0, ROWS);
  }

  private text(row: number, column: number): boolean {
    const value = this.rows[row]?.[column];
    return typeof value === 'string' && value.trim() !== '';
  }

  private empty(row: number, column: number): boolean {
    const value = this.rows[row]?.[column];
    return value === '' || (typeof value === 'string' && value.trim() === '');
  }

  private width(row: number): number {
    return this.rows[row]?.length ?? 0;
  }

  /** Leftmost column with a text in the row; -1 where there is none. */
  private first(row: number): number {
    return this.rows[row]?.findIndex((_, column) => this.text(row, column)) ?? -1;
  }

  private onlyTexts(row: number): boolean {
    return (this.rows[row] ?? []).every((value) => typeof value === 'string') && this.first(row) >= 0;
  }

  /** The row's texts under it are sub-headers of it. */
  private isGroupRow(row: number): boolean {
    const first = this.first(row);
    if (first < 0 || !this.onlyTexts(row) || !this.onlyTexts(row + 1) || !this.empty(row + 1, first)) return false;
    for (let column = first; column + 1 < this.width(row); column++) {
      if (this.text(row, column) && this.text(row + 1, column) && this.empty(row, column + 1) && this.text(row + 1, column + 1))
        return true;
    }
    return false;
  }

  areas(): Area[] {
    const found: Area[] = [];
    for (let row = 0; row + 1 < this.rows.length; row++) {
      if (!this.isGroupRow(row)) continue;
      let bottom = row + 1;
      // A third header row: the first column is still empty, and texts follow.
      while (this.onlyTexts(bottom + 1) && this.empty(bottom + 1, this.first(row))) bottom++;
      for (let at = row; at <= bottom; at++) found.push(...this.areasOfRow(at, bottom));
      row = bottom;
    }
    return found;
  }

  private areasOfRow(row: number, bottom: number): Area[] {
    const { top, left } = this.block;
    const found: Area[] = [];
    for (let column = 0; column < this.width(row); column++) {
      if (!this.text(row, column)) continue;
      if (row === bottom) continue;
      if (this.text(row + 1, column)) {
        let right = column;
        while (right + 1 < this.width(row) && this.empty(row, right + 1) && this.text(row + 1, right + 1)) right++;
        if (right > column) found.push({ top: top + row, bottom: top + row, left: left + column, right: left + right });
        continue;
      }
      let last = row + 1;
      while (last < bottom && this.empty(last + 1, column)) last++;
      found.push({ top: top + row, bottom: top + last, left: left + column, right: left + column });
    }
    return found;
  }
}
