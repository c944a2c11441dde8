import { foldText } from '../fold';
import { DASHES } from '../vocabulary';
import type { Words } from '../words';

export interface NumberText {
  readonly value: number;
  /** The text ended in "%". */
  readonly percent: boolean;
  /** "(12.3)": book-keepers write negative numbers in brackets. */
  readonly bracketed: boolean;
}

/** A text that holds figures and is not plainly one number. */
export interface DoubtfulNumber {
  /** footnote – a mark stands at the number; several – figures that may be two numbers; words – words stand round the number. */
  readonly doubt: 'footnote' | 'several' | 'words';
  /** The numbers in it. */
  readonly numbers: readonly number[];
  /** The text without marks of footnotes, signs folded. */
  readonly bare: string;
  /** Words behind the number, which may be its unit: "万元". */
  readonly behind: string;
}

const NUMBER = /^([+-]?) ?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ?(%?)$/;
const BRACKETED = /^\( ?([\d,.]+ ?%?) ?\)$/;

/** Longer texts are no numbers. */
const LONGEST = 100;

/** Invisible characters that only steer how text is shown: all of category Cf. */
const INVISIBLE = /\p{Cf}+/gu;
const HALF = /[\uff01-\uff5e]/gu;
const MINUS = /[‐‑‒–—―─━−]/gu;
const ASCII_DIGIT = /[0-9]/;

/**
 * Full-width forms of digits and signs made half-width, spaces single. No other character is turned into a digit: ① and ² are marks.
 * A full-width comma between half-width digits is left, as it may part two numbers.
 */
function foldNumber(text: string): string | undefined {
  const trimmed = text.replace(INVISIBLE, '').trim();
  if (trimmed.length > LONGEST) return undefined;
  const parts = trimmed.includes('，') && ASCII_DIGIT.test(trimmed);
  return trimmed
    .replace(HALF, (sign) => (parts && sign === '，' ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))
    .replace(MINUS, '-')
    .replace(/\s+/gu, ' ');
}

/** A number that was typed as text: "1,234.5", "１２３", " 12 ", "12.5%", "(12.3)". "1.2万" and "约12" are none: their meaning would be a guess. */
export function parseNumber(text: string): NumberText | undefined {
  const first = text.trimStart().charCodeAt(0);
  // Words are by far the most frequent texts; they need no folding to be told from numbers.
  if (Number.isNaN(first) || (first >= 0x4e00 && first <= 0x9fff)) return undefined;
  const folded = foldNumber(text);
  return folded === undefined ? undefined : numberOf(folded);
}

function numberOf(folded: string): NumberText | undefined {
  const inner = BRACKETED.exec(folded)?.[1];
  const match = NUMBER.exec(inner === undefined ? folded : `-${inner}`);
  if (!match?.[2]) return undefined;
  const value = Number(`${match[1] ?? ''}${match[2].replaceAll(',', '')}${match[3] ?? ''}`);
  return Number.isFinite(value) ? { value: value === 0 ? 0 : value, percent: match[4] === '%', bracketed: inner !== undefined } : undefined;
}

/** Marks of footnotes: circled, superscript and dotted numbers, asterisks, numbers in square brackets. */
const FOOTNOTES =
  /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289*＊※★☆†‡#]+|[[〔［(（]注?\d{1,2}[\]〕］)）]|[(（]?注\d{0,2}[)）]?/gu;
const DIGITS = /\d[\d,]*(?:\.\d+)?/g;

/** What a text that {@link parseNumber} does not take most probably means; undefined where no figure is in it. */
export function doubtfulNumber(text: string): DoubtfulNumber | undefined {
  const folded = foldNumber(text);
  if (folded === undefined) return undefined;
  const bare = folded.replace(FOOTNOTES, ' ').trim();
  if (bare !== folded) {
    const number = numberOf(bare);
    if (number) return { doubt: 'footnote', numbers: [number.value], behind: '', bare };
  }
  const numbers = [...bare.matchAll(DIGITS)];
  const [only, second] = numbers;
  if (!only) return undefined;
  const valueOf = (text: string): number[] => {
    const number = numberOf(text);
    return number ? [number.value] : [];
  };
  if (second) return { doubt: 'several', numbers: numbers.flatMap(([text]) => valueOf(text)), behind: '', bare };
  const sign = bare[only.index - 1] === '-' ? '-' : '';
  return { doubt: 'words', numbers: valueOf(sign + only[0]), behind: bare.slice(only.index + only[0].length).trim(), bare };
}

/** Whether the cell says "no figure": —, …, /, 无, 暂无, N/A. */
export function isDash(text: string, { dashes }: Pick<Words, 'dashes'>): boolean {
  if (text.length > 16) return false;
  const folded = foldText(text);
  return DASHES.test(folded) || dashes.has(folded);
}

const percentFormats = new Map<string, boolean>();

/** Whether a number format shows the number as a percentage; quoted text and escaped signs do not count. */
export function isPercentFormat(format: string): boolean {
  let percent = percentFormats.get(format);
  if (percent === undefined) {
    percent = format.replace(/"[^"]*"|\\./g, '').includes('%');
    if (percentFormats.size < 1000) percentFormats.set(format, percent);
  }
  return percent;
}
