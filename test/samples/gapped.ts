import { Seeded } from '../../assets/samples/seeded';
import { CellKind, GridBuilder, type Grid, type SheetGrid } from '../../src/core/grid';
import { parameterSheet } from '../../src/core/words/parameters';

/** A copy in which a share of the figures is blank: numbers of every sheet but 权重与参数, the first column (序号) left alone. The same on every run. */
export function gapped(sheets: readonly SheetGrid[], share: number, seed: number): SheetGrid[] {
  const random = new Seeded(seed);
  return sheets.map((sheet) =>
    sheet.name === parameterSheet.name ? sheet : { ...sheet, grid: withGaps(sheet.grid, () => random.next() < share) },
  );
}

function withGaps(grid: Grid, isBlank: () => boolean): Grid {
  const builder = new GridBuilder();
  for (let row = 0; row < grid.rows; row++) {
    for (const column of grid.filled(row)) {
      const cell = grid.cell(row, column);
      if (cell.kind === 'number') {
        if (column > 0 && isBlank()) continue;
        builder.number(row, column, cell.value, cell.format);
      } else if (cell.kind === 'text') builder.text(row, column, cell.value);
      else if (cell.kind === 'boolean') builder.boolean(row, column, cell.value);
      else if (cell.kind === 'error') builder.error(row, column, cell.code);
      const formula = grid.kind(row, column) === CellKind.empty ? undefined : grid.formula(row, column);
      if (formula !== undefined) builder.formula(formula);
    }
  }
  grid.merges.forEach((area) => builder.merge(area));
  return builder.build();
}
