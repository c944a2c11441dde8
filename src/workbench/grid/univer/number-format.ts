import { numfmt } from '@univerjs/core';

/** Names that Chinese editions write into format codes in place of the ones of the file format. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/G\/通用格式/g, 'General'],
  [/上午\/下午/g, 'AM/PM'],
  [/\[红色\]/g, '[Red]'],
  [/\[蓝色\]/g, '[Blue]'],
  [/\[绿色\]/g, '[Green]'],
  [/\[黄色\]/g, '[Yellow]'],
  [/\[黑色\]/g, '[Black]'],
  [/\[白色\]/g, '[White]'],
  [/\[青色\]/g, '[Cyan]'],
  [/\[洋红色?\]/g, '[Magenta]'],
  [/\[颜色\s*(\d+)\]/g, '[Color$1]'],
];
/** Dates and times as the machine's own settings have them; here these are the Chinese ones. */
const SYSTEM: readonly (readonly [RegExp, string])[] = [
  [/^\[\$-(?:x-sysdate|F800)\]/i, 'yyyy"年"m"月"d"日"'],
  [/^\[\$-(?:x-systime|F400)\]/i, 'h:mm:ss'],
];
/** Excel's own limit. numfmt's time grows with the square of a code's length. */
const LONGEST_CODE = 255;
/** A piece that is taken as it stands: a text, an escaped or padded sign, a bracket. */
const TAKEN = /"[^"]*"|\\.|_.|\*.|\[[^\]]*(?:\]|$)/gs;
const BLANK = '" "';
/**
 * General as numfmt spells it too. Univer shows a number of the code `General` with all its 17 digits; of a code that only reads
 * alike it takes what numfmt makes of it, and that is what Excel shows.
 */
export const GENERAL = 'general';

/**
 * The format code with which Univer shows numbers as Excel would with the code of the file, or nearly so. Univer takes an empty
 * result for a failure and shows the bare number, so what is to be blank becomes a space here.
 */
export function shownFormat(code: string | undefined): string {
  if (code === undefined || code === 'General' || code.length > LONGEST_CODE) return GENERAL;
  const system = SYSTEM.find(([like]) => like.test(code));
  if (system) return system[1];
  const spelled = outside(
    code,
    (plain) => CHINESE.reduce((text, [from, to]) => text.replace(from, to), plain).replace(/!(.)/g, '\\$1'),
    (taken) => CHINESE.reduce((text, [from, to]) => (taken.startsWith('[') ? text.replace(from, to) : text), taken),
  );
  const known = [
    spelled,
    outside(
      spelled,
      (plain) => plain,
      (taken) => (taken.endsWith(']') && /^\[(?![<>=$])(?!h+\]|m+\]|s+\])/i.test(taken) ? '' : taken),
    ),
  ].find((each) => numfmt.isValidFormat(each));
  if (known === undefined) return GENERAL;
  return known === 'General' ? GENERAL : withBlanks(known);
}

function outside(code: string, plain: (text: string) => string, taken: (text: string) => string): string {
  let out = '';
  let from = 0;
  for (const match of code.matchAll(TAKEN)) {
    out += plain(code.slice(from, match.index)) + taken(match[0]);
    from = match.index + match[0].length;
  }
  return out + plain(code.slice(from));
}

function withBlanks(code: string): string {
  const sections = outside(
    code,
    (plain) => plain.replaceAll(';', '\u0000'),
    (taken) => taken,
  ).split('\u0000');
  if (/\[[<>=]/.test(code)) return code;
  const filled = sections.map((section, index) => (section === '' && index < 3 ? BLANK : section));
  // "#" and the like leave nothing of a zero.
  if (numfmt.format(filled.join(';'), 0, { throws: false }) === '' && filled.length < 3) {
    if (filled.length === 1) filled.push(`-${filled[0]}`);
    filled.push(BLANK);
  }
  return filled.join(';');
}
