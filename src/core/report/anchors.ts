import { cellName } from '../cell';
import type { CellLink, SheetPlan } from '../plan';

/** Where on the result sheets a part of the pack is shown, as the sheets are made: the first place that tells of it. */
export class Anchors {
  private readonly places = new Map<string, CellLink>();

  /** @param key see lineKey @param row of the sheet, from 0 */
  take(key: string, { name }: Pick<SheetPlan, 'name'>, row = 0, column = 0): void {
    if (!this.places.has(key)) this.places.set(key, { sheet: name, cell: cellName(row, column) });
  }

  at(key: string): CellLink | undefined {
    return this.places.get(key);
  }
}
