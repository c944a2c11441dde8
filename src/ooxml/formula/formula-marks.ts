/**
 * What is wrong with a formula:
 * `empty` nothing; `long` the whole; `full-width` a sign of Chinese typing; `open-text`, `long-text` a text in quotes; `parenthesis` one
 * too many or missing; `operand` a value is missing; `operator` two values without a sign between them; `reference` a value where only
 * cells can stand; `outside` a cell beyond the sheet; `name` no name; `number` too large; `parameter` LET or LAMBDA without proper names;
 * `deep`, `arguments` too many; `sign` a character that no formula has there.
 */
export type FormulaFlaw =
  | 'empty'
  | 'long'
  | 'full-width'
  | 'open-text'
  | 'long-text'
  | 'parenthesis'
  | 'operand'
  | 'operator'
  | 'reference'
  | 'outside'
  | 'name'
  | 'number'
  | 'parameter'
  | 'deep'
  | 'arguments'
  | 'sign';

export class FormulaFault extends Error {
  /** @param at UTF-16 units from the formula's beginning, without its '=' */
  constructor(
    readonly flaw: FormulaFlaw,
    readonly at: number,
  ) {
    super(flaw);
  }
}

/** From where to where something stands in a formula, and of which kind it is. */
export interface Operand {
  readonly start: number;
  readonly end: number;
  readonly kind: 'constant' | 'array' | 'cell' | 'name' | 'call' | 'table' | 'error' | 'area' | 'parentheses' | 'computed';
  /** Can name cells, so that ':', a space or a comma may join it with others. */
  readonly cells: boolean;
}

/** What in a formula stands otherwise in a file than on a screen, or hangs on other things in the workbook; in no order. */
export type FormulaMark =
  | {
      readonly kind: 'function';
      readonly start: number;
      readonly end: number;
      readonly close: number;
      readonly args: readonly (Operand | null)[];
    }
  | { readonly kind: 'parameter'; readonly start: number; readonly end: number }
  /** `[y]` among the parameters of LAMBDA. */
  | { readonly kind: 'optional'; readonly start: number; readonly end: number }
  /** `@` before an operand. */
  | { readonly kind: 'single'; readonly start: number; readonly operand: Operand }
  /** `#` behind an operand. */
  | { readonly kind: 'spill'; readonly operand: Operand }
  /** `A1.:.B2`, with a period on either side or both. */
  | {
      readonly kind: 'trim';
      readonly start: number;
      readonly end: number;
      readonly colon: number;
      readonly before: boolean;
      readonly after: boolean;
    }
  | { readonly kind: 'error'; readonly start: number; readonly end: number }
  /** What stands before '!': `book` as in its brackets, `names` one sheet, or first and last of several, or none. */
  | {
      readonly kind: 'sheet';
      readonly start: number;
      readonly end: number;
      readonly quoted: boolean;
      readonly book: string | undefined;
      readonly names: readonly string[];
    }
  /** `name` is '' inside of the table itself; `bracket` is where its '[' stands. */
  | { readonly kind: 'table'; readonly name: string; readonly bracket: number; readonly end: number };
