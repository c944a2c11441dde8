import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';

/*
 * What the words of a formula look like, for everyone who reads formulas. Patterns are sticky: they match where `lastIndex` stands.
 */

export const SPACE = /[ \r\n]*/y;
const LETTER = '[\\p{L}\\p{Nl}_\\\\]';
const WORD = `${LETTER}(?:[\\p{L}\\p{N}\\p{M}_\\\\?]|\\.(?!:))*`;
/** Behind a cell, a column or a row no name goes on. */
const END = '(?![\\p{L}\\p{N}\\p{M}_\\\\?!(]|\\.(?!:))';
export const NAME = new RegExp(WORD, 'uy');
/** Groups: dollar, letters, dollar, digits. */
export const CELL = new RegExp(`(\\$?)([A-Za-z]{1,3})(\\$?)([0-9]+)${END}`, 'uy');
const COLON = '(\\.?):(\\.?)';
/** Groups: dollar, first column, period, period, dollar, last column. */
export const COLUMNS = new RegExp(`(\\$?)([A-Za-z]{1,3})${COLON}(\\$?)([A-Za-z]{1,3})${END}`, 'uy');
/** As {@link COLUMNS}. */
export const ROWS = new RegExp(`(\\$?)([0-9]+)${COLON}(\\$?)([0-9]+)${END}`, 'uy');
export const RANGE = new RegExp(`[ \\r\\n]*${COLON}[ \\r\\n]*`, 'y');
export const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?/y;
export const TEXT = /"(?:[^"]|"")*"(?!")/y;
export const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA)/iy;
const PLAIN_SHEET = '[\\p{L}\\p{N}\\p{M}_.\\\\]+';
/**
 * A sheet before '!', quoted or not, with the workbook in brackets; behind a bracket the sheet may be missing. A plain one is looked for only
 * where its letters begin: from each of them anew it would take quadratic time.
 */
export const SHEET = new RegExp(
  `'((?:[^']|'')+)'!|\\[([^[\\]'"!]+)\\](?:(${PLAIN_SHEET})(?::(${PLAIN_SHEET}))?)?!|(?<![\\p{L}\\p{N}\\p{M}_.\\\\])(${PLAIN_SHEET})(?::(${PLAIN_SHEET}))?!`,
  'uy',
);
export const QUOTED_SHEET = /^(?:.*\[([^[\]]+)\])?([^:\\/?*[\]]+)(?::([^:\\/?*[\]]+))?$/s;
/** An object of another program that a workbook is linked to: [1]!'!Sheet1!R1C1'. */
export const LINKED = /'(?:[^']|'')+'/y;

const COLUMN = "(?:[^[\\]#'@]|'[[\\]#'@])(?:[^[\\]#']|'[[\\]#'@])*";
const BRACKETED = `\\[${COLUMN}\\](?: *: *\\[${COLUMN}\\])?`;
const ITEM = '#(?:All|Data|Headers|Totals|This Row)';
export const STRUCTURE = new RegExp(
  `\\[(?: *(?:(?:${ITEM}|@(?:${BRACKETED})?|\\[${ITEM}\\](?: *, *\\[${ITEM}\\]){0,2}(?: *, *${BRACKETED})?|${BRACKETED}) *)?|@?(?! *@)${COLUMN})\\]`,
  'iy',
);
export const OPTIONAL = new RegExp(`\\[(${WORD})\\](?=[ \\r\\n]*,)`, 'uy');
/** What is typed by mistake on a Chinese keyboard. */
export const FULL_WIDTH =
  /[\u3000-\u3003\u3008-\u3011\u3014-\u301f\u2018-\u201f\u2014\u2026\u00d7\u00f7\u2264\u2265\u2260\uff01-\uff20\uff3b-\uff40\uff5b-\uffee]/;

export const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
export const isColumn = (letters: string): boolean => columnOf(letters) <= SHEET_COLUMNS;
export const isRow = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= SHEET_ROWS;
/** Neither a cell, nor R or C with numbers, which Excel takes for cells in its other notation. */
export const isFreeName = (name: string): boolean => !/^(?:R[0-9]*(?:C[0-9]*)?|C[0-9]*)$/i.test(name) && !looksLikeCell(name);

export function looksLikeCell(name: string): boolean {
  const match = /^([A-Za-z]{1,3})[0-9]+$/.exec(name);
  return match !== null && isColumn(match[1]!);
}

/** Whether a sheet's name may stand before '!' without quotes. */
export const isPlainSheet = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}\p{M}_.]*$/u.test(name) && isFreeName(name) && !/^(?:TRUE|FALSE)$/i.test(name);

/** Newer errors too, which the grammar does not take. */
const ANY_ERROR = /#(?:DIV\/0!|N\/A|NAME\?|[A-Z_]+!?)/y;
/**
 * Columns of a table, or another workbook, rightly written or not. What nothing closes goes to the end: looked for again from every bracket, it
 * would take quadratic time.
 */
const BRACKETS = /\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*(?:\]|$))*(?:\]|$)/sy;

export type TokenKind = 'text' | 'sheet' | 'quoted' | 'brackets' | 'error' | 'columns' | 'rows' | 'cell' | 'number' | 'name';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The groups of the kind's pattern. */
  readonly groups: readonly (string | undefined)[];
}

/** In the order in which they are tried: letters and digits in texts, sheets, brackets and errors refer to nothing. */
const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ['text', TEXT],
  ['sheet', SHEET],
  ['quoted', LINKED],
  ['brackets', BRACKETS],
  ['error', ANY_ERROR],
  ['columns', COLUMNS],
  ['rows', ROWS],
  ['cell', CELL],
  ['number', NUMBER],
  ['name', NAME],
];

/** With these no word begins. */
const SIGNS = '+-*/^&=<>%,;:(){}@ \r\n';

/** The words of a formula without its signs; nothing is asked about whether they make a formula. */
export function* tokensOf(text: string): Generator<Token, void, undefined> {
  const kinds = text.includes('!') ? KINDS : KINDS.filter(([kind]) => kind !== 'sheet');
  for (let at = 0; at < text.length;) {
    const start = at++;
    if (SIGNS.includes(text[start]!)) continue;
    for (const [kind, pattern] of kinds) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (!match) continue;
      at = pattern.lastIndex;
      yield { kind, start, end: at, groups: match.slice(1) };
      break;
    }
  }
}
