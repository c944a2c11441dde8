import { FormulaFault, type FormulaMark, type Operand } from './formula-marks';
import { OperandReader } from './formula-operands';
import { FULL_WIDTH, LINKED, NAME, OPTIONAL, QUOTED_SHEET, RANGE, SHEET, isFreeName, looksLikeCell } from './tokens';

/** Excel's own limits: UTF-16 units of a formula and of a name in it, functions and parentheses in one another, arguments of a function. */
export const LONGEST_FORMULA = 8192;
const LONGEST_NAME = 255;
const DEEPEST = 64;
const MOST_ARGUMENTS = 255;

/** Functions whose result may be cells, so that ':' can follow; the parser knows no others. */
const REFERENCING = new Set(
  'IF IFS CHOOSE SWITCH INDEX INDIRECT OFFSET XLOOKUP LET LAMBDA TAKE DROP TRIMRANGE SINGLE ANCHORARRAY _TRO_ALL _TRO_LEADING _TRO_TRAILING'.split(
    ' ',
  ),
);
/** Functions that look like cells. */
const CELL_LIKE = new Set(['LOG10', 'ATAN2']);
/** A function's name without what files put before it, in capitals. */
export const plainFunction = (name: string): string =>
  name
    .replace(/^_xlfn\./i, '')
    .replace(/^_xlws\./i, '')
    .toUpperCase();

/** Names that LET and LAMBDA have given, by the name in small letters. */
interface Scope {
  readonly names: Set<string>;
  readonly outer: Scope | undefined;
}

class Parser extends OperandReader {
  private functions = 0;
  private parentheses = 0;
  private scope: Scope | undefined;

  private readonly sheets: boolean;

  constructor(text: string) {
    super(text);
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
    if (name.length > LONGEST_NAME || !isFreeName(name)) throw new FormulaFault('name', from);
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
