import type { Problem } from '../../problem';
import type { Units } from '../../units/units';
import { tableWords } from '../../words/table';
import { NAMED_CELLS } from './doubts';
import { cellOf, type PlacedTable } from '../placed-table';

/** A part greater than its whole is a slip of the pen or of the unit; both numbers are used as they are. */
export function partsOverWhole(table: PlacedTable, units: Units): Problem[] {
  const problems: Problem[] = [];
  for (const part of table.columns.values()) {
    const whole = part.spec.partOf === undefined ? undefined : table.columns.get(part.spec.partOf);
    if (!whole) continue;
    const factor = part.unit === whole.unit ? undefined : units.factor(part.unit ?? '', whole.unit ?? '');
    if (part.unit !== whole.unit && !factor) continue;
    const where = { sheet: table.sheet };
    const titles = [part.spec.header[0] ?? part.key, whole.spec.header[0] ?? whole.key] as const;
    let count = 0;
    let lastCell = '';
    for (let i = 0; i < table.rows.length; i++) {
      const value = part.values[i]!;
      const limit = whole.values[i]!;
      if (!((factor ? factor.apply(value) : value) > limit)) continue;
      lastCell = cellOf(table, table.rows[i]!, part.column);
      if (++count > NAMED_CELLS) continue;
      const words = tableWords.partOverWhole(
        titles[0],
        lastCell,
        `${value}${part.unit ?? ''}`,
        titles[1],
        cellOf(table, table.rows[i]!, whole.column),
        `${limit}${whole.unit ?? ''}`,
      );
      problems.push({ severity: 'warning', code: 'part-over-whole', ...where, cell: lastCell, ...words });
    }
    if (count > NAMED_CELLS)
      problems.push({
        severity: 'warning',
        code: 'part-over-whole',
        ...where,
        cell: lastCell,
        ...tableWords.partOverWholeMore(titles[0], titles[1], count - NAMED_CELLS),
      });
  }
  return problems;
}
