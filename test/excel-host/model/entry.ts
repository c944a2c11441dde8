/** What Excel makes of a value that is put into a cell, as if it had been typed. */

/** A cell's content: '' is empty and is never stored. */
export type CellValue = string | number | boolean;

export interface CellContent {
  readonly value: CellValue;
  /** With the leading '='. */
  readonly formula?: string;
  /** True for an Excel error such as #DIV/0!; a text of the same letters is no error. */
  readonly error?: boolean;
  /** Entered with an apostrophe, or into a cell formatted '@'. */
  readonly quoted?: boolean;
}

export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly content: CellContent; readonly numberFormat?: string }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'wrong' };

const errorTexts = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!', '#GETTING_DATA']);

export function isErrorText(text: string): boolean {
  return errorTexts.has(text);
}

/** @param format the number format that the cell has at this moment. */
export function entryOf(value: unknown, format: string): Entry {
  if (typeof value === 'boolean') return { kind: 'value', content: { value } };
  if (typeof value === 'number') {
    return format === '@' ? { kind: 'value', content: { value: String(value), quoted: true } } : { kind: 'value', content: { value } };
  }
  if (typeof value !== 'string') return { kind: 'wrong' };
  if (value === '') return { kind: 'empty' };
  if (value.length > 32767) return { kind: 'wrong' };
  if (value.startsWith("'"))
    return value.length === 1
      ? { kind: 'value', content: { value: '', quoted: true } }
      : { kind: 'value', content: { value: value.slice(1), quoted: true } };
  if (format === '@') return { kind: 'value', content: { value, quoted: true } };
  if (value.startsWith('=') && value.length > 1) return formulaEntry(value);
  return typed(value);
}

function formulaEntry(formula: string): Entry {
  return isSoundFormula(formula) ? { kind: 'formula', formula } : { kind: 'wrong' };
}

/** Excel refuses a formula whose brackets or quotes do not close, and texts in it of more than 255 characters; nothing more is looked at here. */
export function isSoundFormula(formula: string): boolean {
  let depth = 0;
  let quote = '';
  let opened = 0;
  for (let at = 0; at < formula.length; at++) {
    const sign = formula[at]!;
    if (quote) {
      if (sign !== quote) continue;
      // A doubled quote stands for one and does not close.
      if (formula[at + 1] === quote) at++;
      else {
        if (quote === '"' && formula.slice(opened + 1, at).replaceAll('""', '"').length > 255) return false;
        quote = '';
      }
    } else if (sign === '"' || sign === "'") [quote, opened] = [sign, at];
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0 && quote === '' && formula.length <= 8192;
}

/** Text typed into a cell: numbers, percentages, dates, truth values and errors turn into what they look like. */
function typed(text: string): Entry {
  const trimmed = text.trim();
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return number(Number(trimmed));
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed))
    return number(Number(trimmed.replaceAll(',', '')), trimmed.includes('.') ? '#,##0.00' : '#,##0');
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)\s*%$/.test(trimmed))
    return number(Number(trimmed.replace(/\s*%$/, '')) / 100, trimmed.includes('.') ? '0.00%' : '0%');
  if (/^(true|false)$/i.test(trimmed)) return { kind: 'value', content: { value: trimmed.toLowerCase() === 'true' } };
  if (isErrorText(trimmed)) return { kind: 'value', content: { value: trimmed, error: true } };
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(trimmed) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(trimmed);
  if (date) {
    const serial = dateSerial(Number(date[1]), Number(date[2]), Number(date[3]));
    if (serial !== undefined) return number(serial, 'yyyy/m/d');
  }
  // Excel reads "+…" and "-…" as the beginning of a formula.
  if (/^[+-][^+\-\s]/.test(trimmed)) return formulaEntry('=' + trimmed);
  return { kind: 'value', content: { value: text } };
}

function number(value: number, numberFormat?: string): Entry {
  return numberFormat === undefined ? { kind: 'value', content: { value } } : { kind: 'value', content: { value }, numberFormat };
}

/** Days since 1899-12-30, as Excel counts after February 1900; undefined where there is no such day. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || year < 1900) return undefined;
  return Math.round(at.getTime() / 86400000) + 25569;
}
