import type { CellChange, CellChanges } from '../../core/cell-changes';
import type { CellEdit, SheetEdits } from '../../ooxml/edit/cell-edit';

/** Changes of cells as a file is edited. */
export const editsOf = ({ sheet, cells }: CellChanges): SheetEdits => ({ sheet, cells: cells.map(editOf) });

const editOf = ({ row, column, value, formula, numberFormat }: CellChange): CellEdit => ({
  row,
  column,
  value,
  ...(formula === undefined ? { kind: 'value' } : { kind: 'formula', formula }),
  ...(numberFormat !== undefined && { numberFormat }),
});
