import { parseCellName } from './cell';
import type { Grid, SheetGrid } from './grid';
import type { Problem } from './problem';

/** What a decision remembers of a cell: its text, or its number without the format. */
export function seenAt(grid: Grid, cell: string): string {
  const at = parseCellName(cell);
  if (!at) return '';
  const held = grid.cell(at.row, at.column);
  switch (held.kind) {
    case 'number':
      return String(held.value);
    case 'boolean':
      return held.value ? 'TRUE' : 'FALSE';
    case 'text':
      return held.value;
    case 'error':
      return held.code;
    default:
      return '';
  }
}

/** The problems with what the cells of their proposals say. */
export function withSeen(problems: readonly Problem[], sheets: readonly SheetGrid[]): Problem[] {
  const grids = new Map(sheets.map(({ name, grid }) => [name, grid]));
  return problems.map((problem) => {
    if (!problem.proposals) return problem;
    const proposals = problem.proposals.map((proposal) => {
      const grid = grids.get(proposal.sheet ?? problem.sheet ?? '');
      return grid ? { ...proposal, seen: seenAt(grid, proposal.cell) } : proposal;
    });
    return { ...problem, proposals };
  });
}
