import type { Decided } from '../decided';
import type { Figures } from '../measure/figures';
import type { Problem, Proposal } from '../problem';
import { foldText } from '../table/fold';
import { cellAt } from '../table/placed-table';

/**
 * Follows the accepted proposals about names. Which names are near is only known once all tables have been read, so the tables have to be
 * read again with what counts then.
 * @returns whether anything changed
 */
export function settleNames(figures: Figures, problems: readonly Problem[], decided: Decided): boolean {
  let changed = false;
  for (const problem of problems)
    for (const proposal of problem.proposals ?? []) {
      const sheet = proposal.sheet ?? problem.sheet ?? '';
      if (decided.accepts(sheet, proposal) && follow(figures, sheet, proposal, decided)) changed = true;
    }
  return changed;
}

function follow(figures: Figures, sheet: string, { kind, cell, value }: Proposal, decided: Decided): boolean {
  if (kind === 'row') return value === undefined && decided.leaveOut(sheet, cell);
  if (typeof value !== 'string') return false;
  const old = nameOfRow(figures, sheet, cell);
  if ((old !== undefined && foldText(old) === foldText(value)) || namesZone(figures, sheet, cell, value))
    return decided.confirm(sheet, cell);
  let changed = decided.rename(sheet, cell, value);
  if (old === undefined) return changed;
  // A zone that has another name in the main table has it in all tables.
  for (const table of figures.tables.values()) {
    const column = table.columns.get('zone');
    if (!column) continue;
    const names = table.spec.key === 'zone' ? table.keys : column.texts;
    names.forEach((name, row) => {
      if (foldText(name) !== foldText(old)) return;
      const place = cellAt(table, row, column.column);
      if (decided.rename(place.sheet, place.cell, value)) changed = true;
    });
  }
  return changed;
}

/** Whether a row's zone is called so in the cell. */
const namesZone = ({ tables }: Figures, sheet: string, cell: string, name: string): boolean =>
  [...tables.values()].some((table) => {
    const column = table.columns.get('zone');
    return column?.texts.some((text, row) => {
      if (text !== name) return false;
      const place = cellAt(table, row, column.column);
      return place.cell === cell && place.sheet === sheet;
    });
  });

/** The name of the main table's row whose key stands in the cell. */
function nameOfRow(figures: Figures, sheet: string, cell: string): string | undefined {
  const table = figures.table(figures.pack.main_table);
  const key = table?.columns.get(table.spec.key);
  if (!table || !key) return undefined;
  return table.keys.find((_, row) => {
    const place = cellAt(table, row, key.column);
    return place.cell === cell && place.sheet === sheet;
  });
}
