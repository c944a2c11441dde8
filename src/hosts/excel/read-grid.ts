import { parseCellName } from '../../core/cell';
import type { Area } from '../../core/cell';
import type { Grid } from '../../core/grid';
import { GridBuilder } from '../../core/grid';

/** What a range gives back for a rectangle of cells; rows and columns count from 0 on the sheet. */
export interface ReadBlock {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** Excel hands errors over as texts; these are all that it has. */
const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#BUSY!',
  '#UNKNOWN!',
  '#EXTERNAL!',
  '#PYTHON!',
  '#TIMEOUT!',
]);

/** A constant comes back as itself; what begins with '=' and differs from the value is a formula. */
export function isFormula(formula: unknown, value: unknown): formula is string {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

/** A grid from blocks that follow one another downwards. */
export function gridFrom(blocks: readonly ReadBlock[], merges: readonly Area[]): Grid {
  const builder = new GridBuilder();
  for (const { top, left, values, formulas, formats } of blocks) {
    values.forEach((cells, r) => {
      cells.forEach((value, c) => {
        const formula = formulas[r]?.[c];
        const live = isFormula(formula, value);
        if (value === '' && !live) return;
        place(builder, top + r, left + c, value, formats[r]?.[c]);
        if (live) builder.formula(formula.slice(1));
      });
    });
  }
  for (const area of merges) builder.merge(area);
  return builder.build();
}

function place(builder: GridBuilder, row: number, column: number, value: unknown, format: unknown): void {
  if (typeof value === 'number') builder.number(row, column, value, typeof format === 'string' && format !== '' ? format : 'General');
  else if (typeof value === 'boolean') builder.boolean(row, column, value);
  else {
    const text = typeof value === 'string' ? value : '';
    if (ERRORS.has(text)) builder.error(row, column, text);
    else builder.text(row, column, text);
  }
}

/** "Sheet!A1:B2,Sheet!C3" → areas; whole rows and columns are no merges and are left out. */
export function areasOf(address: string): Area[] {
  return address.split(',').flatMap((part) => {
    const [from = '', to = from] = part.slice(part.lastIndexOf('!') + 1).split(':');
    const start = parseCellName(from);
    const end = parseCellName(to);
    return start && end ? [{ top: start.row, left: start.column, bottom: end.row, right: end.column }] : [];
  });
}
