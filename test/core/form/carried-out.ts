import type { CellChange, CellChanges } from '../../../src/core/cell-changes';
import { GridBuilder, type SheetGrid } from '../../../src/core/grid';
import { SheetReader } from '../../../src/core/parameters/parameter-sheet';
import type { SettingsChange } from '../../../src/core/form/settings-changes';
import { gridOfPlan } from '../template/filled';

/** The sheets as a host leaves them: refuses where a cell does not show what is expected, and keeps formats that a change does not name. */
export function carriedOut(sheets: readonly SheetGrid[], changes: CellChanges): SheetGrid[] {
  const sheet = sheets.find(({ name }) => name === changes.sheet)!;
  const reader = new SheetReader(sheet.name, sheet.grid);
  for (const { row, column, text } of changes.expected) {
    const shown = reader.shown(row, column);
    if (shown !== text) throw new Error(`${reader.at(row, column)}: ${shown} is not ${text}`);
  }
  return sheets.map((one) => (one === sheet ? { ...sheet, grid: changed(sheet.grid, changes.cells) } : one));
}

/** Both outcomes: changes on the sheet, or a new sheet behind all others. */
export const after = (sheets: readonly SheetGrid[], change: SettingsChange): SheetGrid[] =>
  'changes' in change ? carriedOut(sheets, change.changes) : [...sheets, ...change.sheet.sheets.map((plan) => gridOfPlan(plan))];

function changed(grid: SheetGrid['grid'], cells: readonly CellChange[]): SheetGrid['grid'] {
  const at = (row: number, column: number): CellChange | undefined => cells.find((cell) => cell.row === row && cell.column === column);
  const rows = Math.max(grid.rows, ...cells.map(({ row }) => row + 1));
  const columns = Math.max(grid.columns, ...cells.map(({ column }) => column + 1));
  const builder = new GridBuilder();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const before = grid.cell(row, column);
      const change = at(row, column);
      if (!change) {
        if (before.kind === 'number') builder.number(row, column, before.value, before.format);
        else if (before.kind === 'error') builder.error(row, column, before.code);
        else if (before.kind === 'text') builder.text(row, column, before.value);
        else if (before.kind === 'boolean') builder.boolean(row, column, before.value);
        const formula = grid.formula(row, column);
        if (formula !== undefined) builder.formula(formula);
        continue;
      }
      const { value, numberFormat, formula } = change;
      const format = numberFormat ?? (before.kind === 'number' ? before.format : 'General');
      if (typeof value === 'number') builder.number(row, column, value, format);
      else if (typeof value === 'string') builder.text(row, column, value);
      else if (typeof value === 'boolean') builder.boolean(row, column, value);
      if (formula !== undefined) builder.formula(formula);
    }
  grid.merges.forEach((area) => builder.merge(area));
  return builder.build();
}
