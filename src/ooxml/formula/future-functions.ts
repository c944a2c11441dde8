import { quoteSheet } from '../../core/cell';
import type { FormulaMark, Operand } from './formula-marks';
import { plainFunction, readFormula } from './formula-grammar';
import { isPlainSheet } from './tokens';
import { FormulaFault } from './formula-marks';

/**
 * Functions that came after the file format was fixed (MS-XLSX 2.2.3, future functions): files name them with a prefix that Excel does
 * not show, and without it Excel shows #NAME?. PY is left out, because its program stands in a part of its own.
 */
const FUTURE = new Set(
  [
    'ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR',
    'BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM',
    'CONFIDENCE.T COPILOT COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DETECTLANGUAGE DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST',
    'F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT',
    'FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMPORTCSV',
    'IMPORTTEXT IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT',
    'NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC',
    'PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC',
    'SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE',
    'TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP',
    'XMATCH XOR Z.TEST _TRO_ALL _TRO_LEADING _TRO_TRAILING',
  ].flatMap((line) => line.split(' ')),
);
/** Two more that carry a second prefix. */
const SHEET_FUNCTIONS = new Set(['FILTER', 'SORT']);

/** Functions that take another function, and the places where it may stand as a bare name (BYROW(A1:B3,SUM)). */
const TAKING = new Map([
  ['BYCOL', 1],
  ['BYROW', 1],
  ['GROUPBY', 2],
  ['PIVOTBY', 3],
]);
/** What they are given so; a name of the user's own must stay as it is. */
const TAKEN = new Set(
  'SUM PERCENTOF AVERAGE MEDIAN COUNT COUNTA MAX MIN PRODUCT ARRAYTOTEXT CONCAT STDEV.S STDEV.P VAR.S VAR.P MODE.SNGL AND OR XOR'.split(
    ' ',
  ),
);

const TRIMMING: ReadonlyMap<string, readonly [before: string, after: string]> = new Map([
  ['_TRO_ALL', ['.', '.']],
  ['_TRO_LEADING', ['.', '']],
  ['_TRO_TRAILING', ['', '.']],
]);

/** A change of the text: `closing` comes before what else stands at its place, `opening` before that which is replaced there. */
class Rewriting {
  private readonly changes: { readonly start: number; readonly end: number; readonly text: string; readonly rank: number }[] = [];

  constructor(private readonly text: string) {}

  replace(start: number, end: number, text: string): void {
    this.changes.push({ start, end, text, rank: 1 });
  }

  open(at: number, text: string): void {
    // Marks of inner things come first, and what stands around them opens before them.
    this.changes.push({ start: at, end: at, text, rank: -this.changes.length });
  }

  close(at: number, text: string): void {
    this.changes.push({ start: at, end: at, text, rank: Number.MIN_SAFE_INTEGER + this.changes.length });
  }

  done(): string {
    if (this.changes.length === 0) return this.text;
    let out = '';
    let at = 0;
    for (const { start, end, text } of this.changes.sort((a, b) => a.start - b.start || a.rank - b.rank)) {
      out += this.text.slice(at, start) + text;
      at = end;
    }
    return out + this.text.slice(at);
  }
}

/** A formula as people write it → as a file holds it; what has its prefix already keeps it, and what is no formula stays as it is. */
export function storedFormula(typed: string): string {
  const marks = readFormula(typed);
  if (marks instanceof FormulaFault) return typed;
  const out = new Rewriting(typed);
  for (const mark of marks) store(typed, mark, out);
  return out.done();
}

function store(typed: string, mark: FormulaMark, out: Rewriting): void {
  switch (mark.kind) {
    case 'function': {
      const name = typed.slice(mark.start, mark.end).toUpperCase();
      if (FUTURE.has(name)) out.replace(mark.start, mark.end, `_xlfn.${name}`);
      else if (SHEET_FUNCTIONS.has(name)) out.replace(mark.start, mark.end, `_xlfn._xlws.${name}`);
      const taken = takenBy(typed, mark);
      if (taken && TAKEN.has(typed.slice(taken.start, taken.end).toUpperCase())) out.open(taken.start, '_xleta.');
      return;
    }
    case 'parameter':
      if (!/^_xl(?:pm|op)\./i.test(typed.slice(mark.start, mark.end))) out.open(mark.start, '_xlpm.');
      return;
    case 'optional':
      out.replace(mark.start, mark.end, `_xlop.${typed.slice(mark.start + 1, mark.end - 1)}`);
      return;
    case 'single':
      out.replace(mark.start, mark.operand.start, '_xlfn.SINGLE(');
      out.close(mark.operand.end, ')');
      return;
    case 'spill':
      out.open(mark.operand.start, '_xlfn.ANCHORARRAY(');
      out.replace(mark.operand.end, mark.operand.end + 1, ')');
      return;
    case 'trim':
      out.open(mark.start, `_xlfn.${mark.before ? (mark.after ? '_TRO_ALL' : '_TRO_LEADING') : '_TRO_TRAILING'}(`);
      out.replace(mark.colon, mark.colon + 1 + Number(mark.before) + Number(mark.after), ':');
      out.close(mark.end, ')');
      return;
    case 'error':
      out.replace(mark.start, mark.end, typed.slice(mark.start, mark.end).toUpperCase());
      return;
    case 'sheet':
      // Excel asks for quotes around 2022年 and Q1, the grid does not.
      if (!mark.quoted && !mark.names.every(isPlainSheet))
        out.replace(mark.start, mark.end, `${quoteSheet(typed.slice(mark.start, mark.end - 1))}!`);
      return;
    case 'table': {
      const inside = typed.slice(mark.bracket + 1, mark.end - 1).trim();
      const row = inside.slice(1);
      if (inside.startsWith('@'))
        out.replace(mark.bracket, mark.end, row === '' ? '[#This Row]' : `[[#This Row],${row.startsWith('[') ? row : `[${row}]`}]`);
    }
  }
}

function takenBy(text: string, { start, end, args }: FormulaMark & { readonly kind: 'function' }): Operand | undefined {
  const place = TAKING.get(plainFunction(text.slice(start, end)));
  const taken = place === undefined ? undefined : args[place];
  return taken?.kind === 'name' ? taken : undefined;
}

/**
 * A formula as a file holds it → as Excel shows it and people write it: storedFormula(shownFormula(f)) is f for what Excel has stored.
 * Prefixes of functions that are not known here stay, as in Excel.
 */
export function shownFormula(stored: string): string {
  if (!stored.includes('_xl')) return stored;
  const marks = readFormula(stored);
  if (marks instanceof FormulaFault) return stored;
  const out = new Rewriting(stored);
  for (const mark of marks) show(stored, mark, out);
  return out.done();
}

function show(stored: string, mark: FormulaMark, out: Rewriting): void {
  if (mark.kind === 'parameter') {
    const text = stored.slice(mark.start, mark.end);
    if (/^_xlop\./i.test(text)) out.replace(mark.start, mark.end, `[${text.slice(6)}]`);
    else if (/^_xlpm\./i.test(text)) out.replace(mark.start, mark.start + 6, '');
  }
  if (mark.kind !== 'function') return;
  const { start, end, close, args } = mark;
  const written = stored.slice(start, end);
  const name = plainFunction(written);
  const taken = takenBy(stored, mark);
  if (taken && /^_xleta\./i.test(stored.slice(taken.start, taken.end))) out.replace(taken.start, taken.start + 7, '');
  if (!/^_xlfn\./i.test(written) || !(FUTURE.has(name) || SHEET_FUNCTIONS.has(name))) return;
  const trimming = TRIMMING.get(name);
  const only = args.length === 1 && args[0] && args[0].start === end + 1 && args[0].end === close ? args[0] : undefined;
  if (only && name === 'ANCHORARRAY' && (['cell', 'name'].includes(only.kind) || (only.kind === 'call' && only.cells))) {
    out.replace(start, only.start, '');
    out.replace(close, close + 1, '#');
  } else if (
    only &&
    name === 'SINGLE' &&
    (only.cells || only.kind === 'array' || only.kind === 'call') &&
    standsAlone(stored, start, close)
  ) {
    out.replace(start, only.start, '@');
    out.replace(close, close + 1, '');
  } else if (
    only &&
    trimming &&
    /^[^:'"()[\]#@ ]+:[^:'"()[\]#@ ]+$/.test(stored.slice(only.start, only.end)) &&
    standsAlone(stored, start, close)
  ) {
    const [before, after] = trimming;
    const colon = stored.indexOf(':', only.start);
    out.replace(start, only.start, '');
    out.replace(colon, colon + 1, `${before}:${after}`);
    out.replace(close, close + 1, '');
  } else out.replace(start, end, written.slice(written.length - name.length));
}

/** No part of a larger area, in which a sign before or within it would reach further than the function did. */
function standsAlone(text: string, start: number, close: number): boolean {
  const [before, after] = [text.slice(0, start).trimEnd().at(-1), text.slice(close + 1).trimStart()[0]];
  return (before === undefined || ',(+-*/^&=<>'.includes(before)) && (after === undefined || ',)+-*/^&=<>%'.includes(after));
}
