import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';

/** Excel's own limits: UTF-16 units of a formula and of a text in it, functions and parentheses in one another, arguments of a function. */
export const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 255;
const DEEPEST = 64;
const MOST_ARGUMENTS = 255;
const LARGEST_NUMBER = 9.99999999999999e307;

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

const SPACE = /[ \r\n]*/y;
const LETTER = '[\\p{L}\\p{Nl}_\\\\]';
const WORD = `${LETTER}(?:[\\p{L}\\p{N}\\p{M}_\\\\?]|\\.(?!:))*`;
/** Behind a cell, a column or a row no name goes on. */
const END = '(?![\\p{L}\\p{N}\\p{M}_\\\\?!(]|\\.(?!:))';
const NAME = new RegExp(WORD, 'uy');
const CELL = new RegExp(`(\\$?)([A-Za-z]{1,3})(\\$?)([0-9]+)${END}`, 'uy');
const COLON = '(\\.?):(\\.?)';
const COLUMNS = new RegExp(`\\$?([A-Za-z]{1,3})${COLON}\\$?([A-Za-z]{1,3})${END}`, 'uy');
const ROWS = new RegExp(`\\$?([0-9]+)${COLON}\\$?([0-9]+)${END}`, 'uy');
const RANGE = new RegExp(`[ \\r\\n]*${COLON}[ \\r\\n]*`, 'y');
const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?/y;
const TEXT = /"(?:[^"]|"")*"(?!")/y;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA)/iy;
const PLAIN_SHEET = '[\\p{L}\\p{N}\\p{M}_.\\\\]+';
/** A sheet before '!', quoted or not, with the workbook in brackets; behind a bracket the sheet may be missing. */
const SHEET = new RegExp(
  `'((?:[^']|'')+)'!|\\[([^[\\]'"!]+)\\](?:(${PLAIN_SHEET})(?::(${PLAIN_SHEET}))?)?!|(${PLAIN_SHEET})(?::(${PLAIN_SHEET}))?!`,
  'uy',
);
const QUOTED_SHEET = /^(?:.*\[([^[\]]+)\])?([^:\\/?*[\]]+)(?::([^:\\/?*[\]]+))?$/s;
/** An object of another program that a workbook is linked to: [1]!'!Sheet1!R1C1'. */
const LINKED = /'(?:[^']|'')+'/y;

const COLUMN = "(?:[^[\\]#'@]|'[[\\]#'@])(?:[^[\\]#']|'[[\\]#'@])*";
const BRACKETED = `\\[${COLUMN}\\](?: *: *\\[${COLUMN}\\])?`;
const ITEM = '#(?:All|Data|Headers|Totals|This Row)';
const STRUCTURE = new RegExp(
  `\\[(?: *(?:(?:${ITEM}|@(?:${BRACKETED})?|\\[${ITEM}\\](?: *, *\\[${ITEM}\\]){0,2}(?: *, *${BRACKETED})?|${BRACKETED}) *)?|@?(?! *@)${COLUMN})\\]`,
  'iy',
);
const OPTIONAL = new RegExp(`\\[(${WORD})\\](?=[ \\r\\n]*,)`, 'uy');

/** Functions whose result may be cells, so that ':' can follow; the parser knows no others. */
const REFERENCING = new Set(
  'IF IFS CHOOSE SWITCH INDEX INDIRECT OFFSET XLOOKUP LET LAMBDA TAKE DROP TRIMRANGE SINGLE ANCHORARRAY _TRO_ALL _TRO_LEADING _TRO_TRAILING'.split(
    ' ',
  ),
);
/** Functions that look like cells. */
const CELL_LIKE = new Set(['LOG10', 'ATAN2']);
const FULL_WIDTH =
  /[\u3000-\u3003\u3008-\u3011\u3014-\u301f\u2018-\u201f\u2014\u2026\u00d7\u00f7\u2264\u2265\u2260\uff01-\uff20\uff3b-\uff40\uff5b-\uffee]/;

/** A function's name without what files put before it, in capitals. */
export const plainFunction = (name: string): string =>
  name
    .replace(/^_xlfn\./i, '')
    .replace(/^_xlws\./i, '')
    .toUpperCase();

const columnOf = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const isColumn = (letters: string): boolean => columnOf(letters) <= SHEET_COLUMNS;
const isRow = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= SHEET_ROWS;
/** Neither a cell, nor R or C with numbers, which Excel takes for cells in its other notation. */
const isFreeName = (name: string): boolean => !/^(?:R[0-9]*(?:C[0-9]*)?|C[0-9]*)$/i.test(name) && !looksLikeCell(name);

function looksLikeCell(name: string): boolean {
  const match = /^([A-Za-z]{1,3})[0-9]+$/.exec(name);
  return match !== null && isColumn(match[1]!);
}

/** Whether a sheet's name may stand before '!' without quotes. */
export const isPlainSheet = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}\p{M}_.]*$/u.test(name) && isFreeName(name) && !/^(?:TRUE|FALSE)$/i.test(name);

/** Names that LET and LAMBDA have given, by the name in small letters. */
interface Scope {
  readonly names: Set<string>;
  readonly outer: Scope | undefined;
}

class Parser {
  readonly marks: FormulaMark[] = [];
  private at = 0;
  private functions = 0;
  private parentheses = 0;
  private scope: Scope | undefined;

  private readonly sheets: boolean;

  constructor(private readonly text: string) {
    this.sheets = text.includes('!');
  }

  whole(): void {
    if (this.text.trim() === '') throw new FormulaFault('empty', 0);
    if (this.text.length > LONGEST_FORMULA) throw new FormulaFault('long', LONGEST_FORMULA);
    this.expression();
    if (this.at < this.text.length) throw this.fault(this.text[this.at] === ')' ? 'parenthesis' : 'operator');
  }

  /** Values with signs between them. Which sign binds closer does not matter for what is a formula. */
  private expression(): Operand {
    this.space();
    const start = this.at;
    let plain = true;
    for (;;) {
      while (this.text[this.at] === '+' || this.text[this.at] === '-') {
        plain = false;
        this.at++;
        this.space();
      }
      const single = this.text[this.at] === '@' ? this.at++ : -1;
      if (single >= 0) this.space();
      const operand = this.intersection();
      if (single >= 0) {
        if (!operand.cells && operand.kind !== 'array' && operand.kind !== 'call') throw new FormulaFault('reference', operand.start);
        this.marks.push({ kind: 'single', start: single, operand });
        plain = false;
      }
      let end = this.at;
      this.space();
      while (this.text[this.at] === '%') {
        plain = false;
        end = ++this.at;
        this.space();
      }
      const sign = this.sign();
      if (sign === 0) return plain ? operand : { start, end, kind: 'computed', cells: false };
      plain = false;
      this.at += sign;
      this.space();
    }
  }

  /** Length of the operator that stands here. */
  private sign(): number {
    const two = this.text.slice(this.at, this.at + 2);
    if (two === '<>' || two === '<=' || two === '>=') return 2;
    return two !== '' && '+-*/^&=<>'.includes(two[0]!) ? 1 : 0;
  }

  private intersection(): Operand {
    let left = this.range();
    for (;;) {
      const end = this.at;
      this.space();
      if (this.at === end || !this.operandBegins()) {
        this.at = end;
        return left;
      }
      const right = this.at;
      if (!left.cells) throw this.fault('operator');
      if (!this.range().cells) throw new FormulaFault('operator', right);
      left = { start: left.start, end: this.at, kind: 'area', cells: true };
    }
  }

  private operandBegins(): boolean {
    return this.at < this.text.length && !'+-*/^&=<>%,;)}'.includes(this.text[this.at]!);
  }

  private range(): Operand {
    let left = this.primary();
    for (;;) {
      const colon = this.match(RANGE);
      if (!colon) return left;
      if (!left.cells) throw new FormulaFault('reference', left.start);
      const sign = this.at - colon[0].length + colon[0].search(/[.:]/);
      const right = this.primary();
      if (!right.cells) throw new FormulaFault('reference', right.start);
      this.trim(left.start, right.end, sign, colon[1]!, colon[2]!);
      left = { start: left.start, end: right.end, kind: 'area', cells: true };
    }
  }

  private trim(start: number, end: number, colon: number, before: string, after: string): void {
    if (before !== '' || after !== '') this.marks.push({ kind: 'trim', start, end, colon, before: before !== '', after: after !== '' });
  }

  private primary(): Operand {
    let operand = this.value();
    for (;;) {
      if (
        this.text[this.at] === '#' &&
        (operand.kind === 'cell' || operand.kind === 'name' || (operand.kind === 'call' && operand.cells))
      ) {
        this.at++;
        this.marks.push({ kind: 'spill', operand });
        operand = { start: operand.start, end: this.at, kind: 'area', cells: true };
      } else return operand;
    }
  }

  private value(): Operand {
    const start = this.at;
    const sheet = this.sheets ? this.match(SHEET) : null;
    if (sheet) return this.onSheet(start, sheet);
    const next = this.text[start];
    if (next === undefined || '+*/^&=<>%,;:)}@'.includes(next))
      throw this.fault(next === ')' && this.functions + this.parentheses === 0 ? 'parenthesis' : 'operand');
    if (next === '"') return this.quoted();
    if (next === '(') return this.parenthesis();
    if (next === '{') return this.array();
    if (next === '[') return this.structure(start, '');
    if (next === '#') return this.error();
    const place = this.place(start);
    if (place) return place;
    if (/[0-9.]/.test(next)) return this.number();
    return this.word(start);
  }

  private onSheet(start: number, [, quoted, outer, first, last, from, to]: RegExpExecArray): Operand {
    const end = this.at;
    let book = outer;
    let names = [first ?? from, last ?? to].filter((name) => name !== undefined);
    if (quoted !== undefined) {
      const parts = QUOTED_SHEET.exec(quoted.replaceAll("''", "'"));
      if (!parts) throw new FormulaFault('name', start);
      book = parts[1];
      names = [parts[2], parts[3]].filter((name) => name !== undefined);
    }
    if ((names.length === 0 && book === undefined) || names.some((name) => name.length > 31 || /^'|'$/.test(name)))
      throw new FormulaFault('name', start);
    this.marks.push({ kind: 'sheet', start, end, quoted: quoted !== undefined, book, names });
    const next = this.text[this.at];
    if (next === '#') return { ...this.error(), start, cells: true };
    if (next === "'" && names.length === 0) {
      if (!this.match(LINKED)) throw this.fault('name');
      return { start, end: this.at, kind: 'name', cells: true };
    }
    const place = this.place(start);
    if (place) return place;
    if (next === undefined || !this.match(NAME, false))
      throw this.fault(next !== undefined && FULL_WIDTH.test(next) ? 'full-width' : 'name');
    return this.word(start, book !== undefined && names.length === 0, true);
  }

  /** Columns, rows or a cell. */
  private place(start: number): Operand | undefined {
    const from = this.at;
    const wide = this.match(COLUMNS) ?? this.match(ROWS);
    if (wide) {
      const fits = /[A-Za-z]/.test(wide[1]!) ? isColumn : isRow;
      if (fits(wide[1]!) && fits(wide[4]!)) {
        this.trim(start, this.at, from + wide[0].search(/[.:]/), wide[2]!, wide[3]!);
        return { start, end: this.at, kind: 'area', cells: true };
      }
      if (fits === isRow) throw new FormulaFault('outside', from);
      this.at = from;
    }
    const cell = this.match(CELL);
    if (cell) {
      const [, fixedColumn, letters, fixedRow, digits] = cell;
      if (isColumn(letters!) && isRow(digits!)) return { start, end: this.at, kind: 'cell', cells: true };
      if (isColumn(letters!) || fixedColumn !== '' || fixedRow !== '') throw new FormulaFault('outside', from);
      this.at = from;
    }
    if (this.text[from] === '$') throw this.fault('sign');
    return undefined;
  }

  /** A name, a function, TRUE or FALSE, a table. */
  private word(start: number, tables = true, onSheet = false): Operand {
    const from = this.at;
    const name = this.match(NAME)?.[0];
    if (name === undefined) throw this.fault(FULL_WIDTH.test(this.text[from]!) ? 'full-width' : 'sign');
    const end = this.at;
    const next = this.text[end];
    if (next === '(') {
      if (looksLikeCell(name) && !CELL_LIKE.has(name.toUpperCase())) throw new FormulaFault('name', from);
      return this.call(start, from, end, onSheet);
    }
    if (next === '[') {
      if (!tables || !isFreeName(name)) throw this.fault('sign');
      return this.structure(start, onSheet ? undefined : name);
    }
    if (!onSheet && /^(?:TRUE|FALSE)$/i.test(name)) return { start, end, kind: 'constant', cells: false };
    if (name.length > LONGEST_TEXT || !isFreeName(name)) throw new FormulaFault('name', from);
    // A space between a function and its parenthesis would make two operands of them in a file.
    this.space();
    if (this.at > end && this.text[this.at] === '(') throw new FormulaFault('operator', end);
    this.at = end;
    if (!onSheet && this.bound(name)) this.marks.push({ kind: 'parameter', start: from, end });
    return { start, end, kind: 'name', cells: true };
  }

  private bound(name: string): boolean {
    const key = name.toLowerCase();
    for (let scope = this.scope; scope; scope = scope.outer) if (scope.names.has(key)) return true;
    return false;
  }

  private call(start: number, from: number, end: number, onSheet: boolean): Operand {
    const name = this.text.slice(from, end);
    const plain = plainFunction(name);
    const parameter = !onSheet && this.bound(name);
    const scope = this.scope;
    const binding = onSheet || parameter ? '' : plain;
    if (parameter) this.marks.push({ kind: 'parameter', start: from, end });
    if (binding === 'LET' || binding === 'LAMBDA') this.scope = { names: new Set(), outer: scope };
    const args = this.args(binding);
    this.scope = scope;
    if (!onSheet && !parameter) this.marks.push({ kind: 'function', start: from, end, close: this.at - 1, args });
    // What LAMBDA makes can be called at once, and so can what comes of that.
    while (binding === 'LAMBDA' && this.text[this.at] === '(') this.args('');
    return { start, end: this.at, kind: 'call', cells: parameter || onSheet || REFERENCING.has(plain) };
  }

  /** From the opening parenthesis to behind the closing one. */
  private args(binding: string): (Operand | null)[] {
    const open = this.at++;
    if (++this.functions > DEEPEST) throw new FormulaFault('deep', open);
    const args: (Operand | null)[] = [];
    let pending: string | undefined;
    for (;;) {
      this.space();
      const parameter = binding === 'LAMBDA' || (binding === 'LET' && args.length % 2 === 0) ? this.parameter(binding) : undefined;
      if (parameter) args.push(parameter);
      else args.push(this.text[this.at] === ',' || this.text[this.at] === ')' ? null : this.expression());
      this.space();
      const next = this.text[this.at];
      if (binding === 'LET' && pending !== undefined) this.scope!.names.add(pending);
      pending = parameter && binding === 'LET' ? this.named(parameter) : undefined;
      if (parameter && binding === 'LAMBDA') this.scope!.names.add(this.named(parameter));
      if (next !== ',' && next !== ')') throw this.fault(next === undefined ? 'parenthesis' : 'operator');
      if (next === ',' && binding !== '' && (binding === 'LAMBDA' || (binding === 'LET' && args.length % 2 === 1)) && !parameter)
        throw new FormulaFault('parameter', open);
      this.at++;
      if (next === ')') break;
      if (args.length === MOST_ARGUMENTS) throw this.fault('arguments');
    }
    const short = binding === 'LET' ? args.length < 3 || args.length % 2 === 0 : binding === 'LAMBDA' && args.length < 1;
    if (short || ((binding === 'LET' || binding === 'LAMBDA') && args.includes(null))) throw new FormulaFault('parameter', open);
    this.functions--;
    return args.length === 1 && args[0] === null ? [] : args;
  }

  /** The name that LET or LAMBDA gives here: a bare name, or one in brackets, with a comma behind it. */
  private parameter(binding: string): Operand | undefined {
    const start = this.at;
    if (binding === 'LAMBDA' && this.match(OPTIONAL)) {
      const operand: Operand = { start, end: this.at, kind: 'name', cells: false };
      if (!isFreeName(this.named(operand))) throw new FormulaFault('parameter', start);
      this.marks.push({ kind: 'optional', start, end: this.at });
      return operand;
    }
    const name = this.match(NAME)?.[0];
    const end = this.at;
    this.space();
    if (name === undefined || this.text[this.at] !== ',') {
      this.at = start;
      return undefined;
    }
    this.at = end;
    if (!isFreeName(name) || /^(?:TRUE|FALSE)$/i.test(name)) throw new FormulaFault('parameter', start);
    this.marks.push({ kind: 'parameter', start, end });
    return { start, end, kind: 'name', cells: true };
  }

  /** The parameter as the body calls it: [y] and _xlop.y are called y and _xlpm.y there. */
  private named({ start, end }: Operand): string {
    return this.text
      .slice(start, end)
      .replace(/^\[|\]$/g, '')
      .replace(/^_xlop\./i, '_xlpm.')
      .toLowerCase();
  }

  private parenthesis(): Operand {
    const start = this.at++;
    if (++this.parentheses > DEEPEST) throw new FormulaFault('deep', start);
    let inner = this.expression();
    this.space();
    while (this.text[this.at] === ',') {
      if (!inner.cells) throw this.fault('reference');
      this.at++;
      inner = this.expression();
      if (!inner.cells) throw new FormulaFault('reference', inner.start);
      this.space();
    }
    if (this.text[this.at] !== ')') throw this.fault(this.at === this.text.length ? 'parenthesis' : 'operator');
    this.at++;
    this.parentheses--;
    return { start, end: this.at, kind: 'parentheses', cells: inner.cells };
  }

  /** Rows of constants, all of one length. */
  private array(): Operand {
    const start = this.at;
    let width = 0;
    for (let column = 1; ; column++) {
      this.at++;
      this.space();
      this.constant();
      this.space();
      const next = this.text[this.at];
      if (next === ',') continue;
      if (next !== ';' && next !== '}') throw this.fault(next === undefined ? 'parenthesis' : 'operator');
      if (width !== 0 && column !== width) throw this.fault('operand');
      width = column;
      column = 0;
      if (next === '}') break;
    }
    this.at++;
    return { start, end: this.at, kind: 'array', cells: false };
  }

  private constant(): void {
    const start = this.at;
    const next = this.text[start];
    if (next === '"') this.quoted();
    else if (next === '#') this.error();
    else if (next !== undefined && /[0-9.+-]/.test(next)) {
      if (next === '+' || next === '-') this.at++;
      this.number();
    } else if (!/^(?:TRUE|FALSE)$/i.test(this.match(NAME)?.[0] ?? '')) throw this.fault('operand', start);
  }

  private quoted(): Operand {
    const start = this.at;
    const text = this.match(TEXT)?.[0];
    if (text === undefined) throw this.fault('open-text');
    if (text.slice(1, -1).replaceAll('""', '"').length > LONGEST_TEXT) throw new FormulaFault('long-text', start);
    return { start, end: this.at, kind: 'constant', cells: false };
  }

  private number(): Operand {
    const start = this.at;
    const number = this.match(NUMBER)?.[0];
    if (number === undefined) throw this.fault('operand');
    if (Number(number) > LARGEST_NUMBER) throw new FormulaFault('number', start);
    if (this.match(NAME, false)) throw this.fault('operator');
    return { start, end: this.at, kind: 'constant', cells: false };
  }

  private error(): Operand {
    const start = this.at;
    const error = this.match(ERROR)?.[0].toUpperCase();
    if (error === undefined) throw this.fault('sign');
    this.marks.push({ kind: 'error', start, end: this.at });
    // The sheet is gone, and the cell is left: #REF!A1.
    if (error === '#REF!') this.place(start);
    return { start, end: this.at, kind: 'error', cells: error === '#REF!' };
  }

  /** @param table undefined for one in another workbook */
  private structure(start: number, table: string | undefined): Operand {
    const bracket = this.at;
    if (!this.match(STRUCTURE)) throw this.fault('sign');
    if (table !== undefined) this.marks.push({ kind: 'table', name: table, bracket, end: this.at });
    return { start, end: this.at, kind: 'table', cells: true };
  }

  private space(): void {
    this.match(SPACE);
  }

  private match(pattern: RegExp, take = true): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match && take) this.at += match[0].length;
    return match;
  }

  private fault(flaw: FormulaFlaw, at = this.at): FormulaFault {
    const here = this.text[at];
    return new FormulaFault(here !== undefined && FULL_WIDTH.test(here) ? 'full-width' : flaw, at);
  }
}

/**
 * What is to know of a formula (without '='), as people write it or as files hold it.
 * @returns the first thing that is wrong where Excel would not take it; Excel offers to repair a file that holds such a formula
 */
export function readFormula(text: string): readonly FormulaMark[] | FormulaFault {
  const parser = new Parser(text);
  try {
    parser.whole();
    return parser.marks;
  } catch (error) {
    if (error instanceof FormulaFault) return error;
    throw error;
  }
}

/** Whether Excel takes the text (without '=') as a formula. Numbers of arguments are not checked, nor whether names are known. */
export function isFormula(text: string): boolean {
  return !(readFormula(text) instanceof FormulaFault);
}
