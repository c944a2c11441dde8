import type { Worksheet } from '@univerjs/core';
import { isFilled, type Fill } from './fill';
import { FIRST_ROWS, isCut, type Shown } from './sheets-shown';
import { cellRow } from './snapshot';

/** Rows are put on the screen in slices of so many milliseconds, so that the page never stops. */
const SLICE_MS = 8;

/**
 * Fills sheets behind their first rows, on the screen and before the worker that calculates. Cells are put straight into Univer's
 * tables: as changes that Univer carries out, 180,000 of them would hold up the page for seconds and be calculated in between.
 */
export class Filling {
  private readonly awaited = new Set<string>();
  private screen: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  /** @param formulas must not be listened to by Univer yet, which does not know our messages */
  constructor(
    private readonly formulas: Worker,
    private readonly worksheet: (id: string) => Worksheet | undefined,
  ) {
    formulas.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (!isFilled(event.data)) return;
      event.stopImmediatePropagation();
      this.awaited.delete(event.data.sheetId);
      this.wake();
    });
  }

  /**
   * The sheets must be in Univer by now.
   * @param calculated whether formulas are to be calculated, so that the worker needs the cells
   */
  begin(unit: string, sheets: readonly Shown[], calculated: boolean): void {
    for (const { id, look } of calculated ? sheets.filter((sheet) => !isCut(sheet)) : []) {
      this.awaited.add(id);
      // Copied, because the screen reads them too; a million numbers are a few megabytes.
      const fill: Fill = { kind: 'fill', unit, sheetId: id, sheet: { cells: look.cells } };
      this.formulas.postMessage(fill);
    }
    this.screen = this.screen.then(() => this.fillScreen(sheets));
  }

  /** Forgets what is under way; sheets that are gone are not filled. */
  stop(): void {
    this.awaited.clear();
    this.wake();
  }

  async done(): Promise<void> {
    while (this.awaited.size > 0) await new Promise<void>((resolve) => (this.wake = resolve));
    await this.screen;
  }

  private async fillScreen(sheets: readonly Shown[]): Promise<void> {
    for (const { id, look, rows, batch } of sheets) {
      let started = 0;
      for (let row = FIRST_ROWS; row < rows; row++) {
        if (performance.now() - started > SLICE_MS) {
          await new Promise((resolve) => setTimeout(resolve));
          started = performance.now();
        }
        const matrix = this.worksheet(id)?.getCellMatrix();
        if (!matrix) break;
        const cells = cellRow(look, row, batch.prefix, batch.styles);
        // Someone may have been there first.
        const edited = matrix.getRow(row);
        if (cells) matrix.setRow(row, edited ? { ...cells, ...edited } : cells);
      }
    }
  }
}
