import { SharedFormula } from '../formula/formula-shift';
import { formulaMarkup } from './cell-markup';
import type { Splice } from './splice';

/** The cell in which a shared formula has its text. */
export interface Master {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  /** Known once the formula's element has been read, and only where others lose it. */
  formula: SharedFormula | undefined;
  /** Whether the cell is edited, so that the others lose the formula. */
  readonly lost: boolean;
}

/** A cell that shares another cell's formula. */
export interface Sharing {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  /** Where the formula's element stands in the part; the end is known once it has been read. */
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  /** Those that stay, with a space before each. */
  readonly attributes: string;
}

/** Follows the shared formulas of a sheet: where the cell with the text is edited, each of the others gets the formula as its own. */
export class SharedFormulas {
  readonly splices: Splice[] = [];
  private readonly masters = new Map<string, Master>();
  private readonly waiting = new Map<string, Sharing[]>();

  /** A cell with the text of a shared formula begins. */
  open(id: string, row: number, column: number, lost: boolean): Master {
    const master: Master = { id, row, column, formula: undefined, lost };
    this.masters.set(id, master);
    return master;
  }

  /** The cell with the text has been read. @param text undefined where nobody loses it */
  close(master: Master, text: string | undefined): void {
    if (text !== undefined) master.formula = new SharedFormula(text, master.row, master.column);
    if (master.lost) for (const cell of this.waiting.get(master.id) ?? []) this.expand(cell, master);
    this.waiting.delete(master.id);
  }

  /** Whether a cell that shares can keep its formula for certain. */
  keeps(id: string): boolean {
    return this.masters.get(id)?.lost === false;
  }

  share(cell: Sharing): void {
    const master = this.masters.get(cell.id);
    if (master) return this.expand(cell, master);
    const cells = this.waiting.get(cell.id);
    if (cells) cells.push(cell);
    else this.waiting.set(cell.id, [cell]);
  }

  private expand({ row, column, start, end, prefix, attributes }: Sharing, { formula }: Master): void {
    if (formula && formula.text !== '') this.splices.push({ start, end, text: formulaMarkup(formula.at(row, column), prefix, attributes) });
  }
}
