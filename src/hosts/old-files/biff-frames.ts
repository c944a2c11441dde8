import type { Area } from '../../core/cell';
import { refusal } from '../../core/refusal';
import { SHEET_COLUMNS } from '../../core/sheet-limits';
import { COLUMN_INFO, MERGE_CELLS, ROW } from './biff-types';
import { OLD_FILE_LIMITS as LIMITS } from './limits';
import type { PlainColumns, PlainSheet, RowFrame } from './plain-sheet';
import { oldFileWords as words } from './words';

/** Merged areas of a whole workbook. */
export interface MergeCount {
  count: number;
}

/** Column widths, row heights and merged areas of one sheet. */
export class FrameReader {
  private readonly columns: PlainColumns[] = [];
  private readonly frames = new Map<number, RowFrame>();
  private readonly merges: Area[] = [];

  constructor(
    private readonly version: number,
    private readonly merged: MergeCount,
  ) {}

  get found(): Pick<PlainSheet, 'columns' | 'frames' | 'merges'> {
    const { columns, frames, merges } = this;
    return { columns, frames: [...frames.values()].sort((a, b) => a.row - b.row), merges };
  }

  /**
   * One record; those of another meaning are passed over.
   * @throws ProblemError xls-broken
   */
  read(type: number, view: DataView, body: number, end: number): void {
    const { columns, frames, merges } = this;
    const size = end - body;
    if (type === COLUMN_INFO && size >= 10) {
      if (columns.length >= LIMITS.frames) throw broken();
      const first = view.getUint16(body, true);
      const last = Math.min(view.getUint16(body + 2, true), SHEET_COLUMNS - 1);
      const hidden = (view.getUint16(body + 8, true) & 1) !== 0;
      if (first <= last) columns.push({ first, last, width: view.getUint16(body + 4, true) / 256, hidden });
    } else if (type === ROW && size >= 16 && this.version >= 5) {
      const row = view.getUint16(body, true);
      const flags = view.getUint16(body + 12, true);
      const hidden = (flags & 0x20) !== 0;
      const height = (flags & 0x40) !== 0 ? (view.getUint16(body + 6, true) & 0x7fff) / 20 : undefined;
      if (hidden || height !== undefined) frames.set(row, { row, height, hidden });
    } else if (type === MERGE_CELLS && size >= 2) {
      const count = Math.min(view.getUint16(body, true), Math.floor((size - 2) / 8));
      this.merged.count += count;
      if (this.merged.count > LIMITS.merges) throw broken();
      for (let n = 0; n < count; n++) {
        const at = body + 2 + 8 * n;
        const [top, bottom, left, right] = [0, 2, 4, 6].map((offset) => view.getUint16(at + offset, true)) as [
          number,
          number,
          number,
          number,
        ];
        if (top <= bottom && left <= right && right < SHEET_COLUMNS) merges.push({ top, left, bottom, right });
      }
    }
  }
}

const broken = (): Error => refusal('xls-broken', words.broken());
