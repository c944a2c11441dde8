/** Small grammars of the cells of a method's sheets. Whoever reads one says where it stood when it cannot be read. */

/** Parts of a cell that stand side by side: "最多3分；每项1分". */
export const partsOf = (text: string): string[] =>
  text
    .split(/[;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Names in a list: "国家级、省级". */
export const namesOf = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The longest a number is written. */
const LONGEST = 24;
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/u;

/** A number as written, per cent and thousands marks left out; undefined where it is none. */
export function numberOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，%]/gu, '');
  if (plain.length > LONGEST || !PLAIN.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

export type Side = 'over' | 'at_least' | 'under' | 'at_most';

const SIDES: readonly [Side, readonly string[]][] = [
  ['at_least', ['不低于', '不少于', '不小于', '>=', '≥', '≧']],
  ['at_most', ['不高于', '不超过', '不多于', '不大于', '<=', '≤', '≦']],
  ['over', ['高于', '超过', '大于', '多于', '>']],
  ['under', ['低于', '不足', '小于', '少于', '不满', '<']],
];
const ABOVE = '以上';
const UNIT = /(?:分|%|名|位|家|个|项|起|次|倍)$/u;

/** An edge in words, as its side and what stands for the figure: "不低于90分" → 90分, "列：目标以上" → 列：目标. undefined where it is none. */
export function edgeOf(text: string): { readonly side: Side; readonly figure: string } | undefined {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  const bare = (figure: string): string => figure.replace(/\(含\)/gu, '');
  for (const [side, marks] of SIDES) {
    const mark = marks.find((one) => plain.startsWith(one));
    if (mark !== undefined) return { side, figure: bare(plain.slice(mark.length)) };
  }
  return plain.endsWith(ABOVE) ? { side: 'at_least', figure: bare(plain.slice(0, -ABOVE.length)) } : undefined;
}

/** A number with the unit that may stand behind it. */
export const countOf = (text: string): number | undefined => numberOf(text.replace(UNIT, ''));

/** A limit in words: "不低于90分", "＞10", "90分以上" (which takes in 90, as the law reads 以上). undefined where it is none. */
export function limitOf(text: string): { readonly side: Side; readonly limit: number } | undefined {
  const edge = edgeOf(text);
  const limit = edge && countOf(edge.figure);
  return edge === undefined || limit === undefined ? undefined : { side: edge.side, limit };
}

/** "名称＝数": what stands on both sides of the first equals sign; undefined where there is none. */
export function pairOf(text: string): readonly [name: string, value: string] | undefined {
  const at = text.search(/[=＝]/u);
  if (at <= 0) return undefined;
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** "名称：数": what stands on both sides of the last colon. */
export function colonOf(text: string): readonly [name: string, value: string] | undefined {
  const at = Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'));
  return at <= 0 ? undefined : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
