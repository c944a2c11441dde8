import type { Area } from '../../core/cell';
import { parseCellName } from '../../core/cell';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';

/** "B2", "A1:C3", "A:C" or "1:3", with or without dollar signs; undefined for what is no place on a sheet. */
export function parseArea(text: string): Area | undefined {
  const [from = '', to = from, more] = text.split(':');
  const [first, second] = [corner(from), corner(to)];
  if (!first || !second || more !== undefined || first.kind !== second.kind || (first.kind !== 'cell' && !text.includes(':')))
    return undefined;
  const area = {
    top: first.kind === 'column' ? 0 : Math.min(first.row, second.row),
    left: first.kind === 'row' ? 0 : Math.min(first.column, second.column),
    bottom: first.kind === 'column' ? SHEET_ROWS - 1 : Math.max(first.row, second.row),
    right: first.kind === 'row' ? SHEET_COLUMNS - 1 : Math.max(first.column, second.column),
  };
  return area.top >= 0 && area.bottom < SHEET_ROWS && area.right < SHEET_COLUMNS ? area : undefined;
}

interface Corner {
  readonly kind: 'cell' | 'column' | 'row';
  readonly row: number;
  readonly column: number;
}

function corner(text: string): Corner | undefined {
  const cell = parseCellName(text);
  if (cell) return { kind: 'cell', ...cell };
  const bare = text.replace('$', '');
  if (/^[1-9]\d{0,6}$/.test(bare)) return { kind: 'row', row: Number(bare) - 1, column: 0 };
  const column = /^[a-z]{1,3}$/i.test(bare) ? parseCellName(`${bare}1`) : undefined;
  return column && { kind: 'column', row: 0, column: column.column };
}

/** The areas of a list such as sqref; those that are none are left out. */
export function parseAreas(list: string): Area[] {
  return list
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== undefined);
}

/**
 * Areas row by row without those of a single cell, and without those that overlap one before them: Excel would not open such a
 * file, and a screen must not fail over it.
 */
export function disjoint(areas: readonly Area[]): Area[] {
  const kept: Area[] = [];
  // Kept areas that may still reach down to the row in hand, by column; no two of them share one.
  const reaching: Area[] = [];
  for (const area of [...areas].sort((a, b) => a.top - b.top || a.left - b.left)) {
    if (area.top === area.bottom && area.left === area.right) continue;
    let from = 0;
    for (let end = reaching.length; from < end;) {
      const middle = (from + end) >> 1;
      if (reaching[middle]!.right < area.left) from = middle + 1;
      else end = middle;
    }
    let to = from;
    while (to < reaching.length && reaching[to]!.left <= area.right && reaching[to]!.bottom < area.top) to++;
    if (to < reaching.length && reaching[to]!.left <= area.right) continue;
    reaching.splice(from, to - from, area);
    kept.push(area);
  }
  return kept;
}
