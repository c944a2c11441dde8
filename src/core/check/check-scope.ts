import { NOTHING_DECIDED } from '../decided';
import type { SheetGrid } from '../grid';
import type { Figures } from '../measure/figures';
import { resolve } from '../pack/references';
import type { ReadColumn, ReadTable } from '../table/spec';
import { ShownDigits } from './shown-digits';

/** Order of those who are not on the main table: behind its zones, before what concerns a table as a whole. */
export const STRANGER = Number.MAX_SAFE_INTEGER;

/** Whom a row belongs to. */
export interface Owner {
  readonly zone: string;
  readonly order: number;
  /** What the row is where it is not the zone itself: the name of a project. */
  readonly item: string;
}

/** What every check may ask. */
export class CheckScope {
  readonly digits: ShownDigits;

  constructor(
    readonly figures: Figures,
    readonly sheets: readonly SheetGrid[],
    readonly decided = NOTHING_DECIDED,
  ) {
    this.digits = new ShownDigits(sheets, figures.units);
  }

  /** The column that a reference names, as read this year; undefined for measures and for what is not there. */
  columnOf(reference: string): { readonly id: string; readonly table: ReadTable; readonly column: ReadColumn } | undefined {
    const target = resolve(this.figures.pack, reference);
    if (target?.kind !== 'column') return undefined;
    const table = this.figures.table(target.table);
    const column = table?.columns.get(target.column);
    return table && column && { id: target.table, table, column };
  }

  /** The zone that a row of a table is asked of; of tables without zones, the row's own name. */
  owner(id: string, row: number): Owner {
    const { figures } = this;
    const key = figures.subject({ table: id }, row);
    if (id === figures.pack.main_table) return { zone: key, order: row, item: '' };
    const zone = figures.zoneName(id, row);
    if (zone === '') return { zone: key, order: STRANGER, item: '' };
    return { zone, order: figures.zoneRow(id, row) ?? STRANGER, item: zone === key ? '' : key };
  }

  /** Owner of a figure's row; a single figure is that of the table as a whole. */
  ownerIn(frame: 'single' | { readonly table: string }, row: number): Owner {
    return frame === 'single' ? { zone: '', order: Infinity, item: '' } : this.owner(frame.table, row);
  }
}
