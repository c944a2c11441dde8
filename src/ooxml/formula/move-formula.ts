import { SharedFormula } from './formula-shift';

/** A formula as it reads so many rows and columns further on, as when it is copied there. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return new SharedFormula(formula, 0, 0).at(rows, columns);
}
