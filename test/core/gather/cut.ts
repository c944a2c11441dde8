import { check } from '../../../src/core/checked';
import { GridBuilder, type Grid, type SheetGrid } from '../../../src/core/grid';
import { keyColumnOf } from '../../../src/core/pack/references';
import type { Pack } from '../../../src/core/pack/schema';
import { foldText } from '../../../src/core/table/fold';
import type { ReadTable } from '../../../src/core/table/spec';
import { inputOf } from '../../packs/run';

/** Names of the main table's rows. */
export const zonesIn = (pack: Pack, sheets: readonly SheetGrid[]): readonly string[] =>
  check(inputOf(pack, sheets)).figures.table(pack.main_table)!.keys;

/**
 * The workbook with the rows of one zone alone; rows that belong to none stay. Totals go, as they would be another total.
 * @param zone undefined for all of them
 */
export function cutTo(pack: Pack, sheets: readonly SheetGrid[], zone: string | undefined): SheetGrid[] {
  const { tables } = check(inputOf(pack, sheets)).figures;
  const gone = new Map<string, Set<number>>();
  for (const [id, table] of tables) {
    const rows = gone.get(table.sheet) ?? new Set<number>();
    gone.set(table.sheet, rows);
    table.skipped.filter(({ why }) => why !== 'note').forEach(({ row }) => rows.add(row));
    if (zone === undefined) continue;
    table.rows.forEach((row, at) => {
      const of = zoneOf(pack, id, table, at);
      if (of !== '' && foldText(of) !== foldText(zone)) rows.add(row);
    });
  }
  return sheets.map((sheet) => ({ ...sheet, grid: withoutRows(sheet.grid, gone.get(sheet.name) ?? new Set()) }));
}

function zoneOf(pack: Pack, id: string, table: ReadTable, row: number): string {
  const main = pack.tables[pack.main_table]!;
  const isOfZones = pack.tables[id]!.row === main.row && keyColumnOf(pack, id) === keyColumnOf(pack, pack.main_table);
  return isOfZones ? table.keys[row]! : (table.columns.get('zone')?.texts[row] ?? '');
}

function withoutRows(grid: Grid, gone: ReadonlySet<number>): Grid {
  const builder = new GridBuilder();
  const places: number[] = [];
  for (let row = 0, next = 0; row < grid.rows; row++) places.push(gone.has(row) ? -1 : next++);
  for (let row = 0; row < grid.rows; row++) {
    const at = places[row]!;
    if (at < 0) continue;
    for (const column of grid.filled(row)) {
      const cell = grid.cell(row, column);
      if (cell.kind === 'number') builder.number(at, column, cell.value, cell.format);
      else if (cell.kind === 'text') builder.text(at, column, cell.value);
      else if (cell.kind === 'boolean') builder.boolean(at, column, cell.value);
      else if (cell.kind === 'error') builder.error(at, column, cell.code);
    }
  }
  for (const area of grid.merges) {
    const [top, bottom] = [places[area.top]!, places[area.bottom]!];
    if (top >= 0 && bottom >= 0) builder.merge({ ...area, top, bottom });
  }
  return builder.build();
}
