import type { Units } from '../../units/units';
import { foldText } from '../fold';
import { UNIT_LINE } from '../vocabulary';
import type { Words } from '../words';

export interface HeaderUnit {
  /** The header without its unit: "工业总产值". */
  readonly name: string;
  readonly unit: string | undefined;
  /** What stands where a unit would stand, looks like one and is none that is known: "百人次天". */
  readonly oddUnit?: string;
}

/** Behind a mere space only these make a unit: 比例 and 名次 may as well be the end of the name. */
const UNIT_SIGN = /[%％‰元米顷亩里吨煤时人家件个户/／²³]|[a-z]/iu;

/** dB(A) has a bracket of its own. */
const BRACKET = /[（([【〔]((?:[^（）()[\]【】〔〕]|[（(][a-z][）)])*)[）)\]】〕]/giu;
const LAST_BRACKET = /[（([【〔]((?:[^（）()[\]【】〔〕]|[（(][a-z][）)])*)[）)\]】〕][\s:：]*$/iu;

/** A bracket that says how much is counted as one, in words of no unit that is known: 万, 百人, 千标准箱, 元/人次, GWh. */
const LOOKS_LIKE_UNIT =
  /^(?:单位:?.+|[十百千万亿]+[^年月日以级].{0,5}|[十百千万亿]+|.{0,6}[元吨米瓦亩焦]|[^年月]{1,5}\/[^年月]{1,5}|[a-z][a-z0-9³²]{0,4}|[€£$¥￥].{0,3})$/iu;

/** Marks of footnotes within a header; the ² of ㎡ and km² is none. */
const MARKS =
  /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]|(?<![mM米])[\u00b9\u00b2\u00b3\u2070-\u2079\u2080-\u2089]|[[〔［]注?\d{1,2}[\]〕］]|[（(]注\d{0,2}[)）]/gu;

/** The header without the marks that point to footnotes; a text of nothing but marks stays. */
export function withoutMarks(text: string): string {
  const bare = text.replace(MARKS, '');
  return bare.trim() === '' ? text : bare;
}

/** "亿元，现价" names 亿元, and 现价 is left over: any part of a bracket may be the unit. */
function unitInBracket(inner: string, units: Units): { unit: string; rest: string } | undefined {
  const whole = units.find(inner);
  if (whole !== undefined) return { unit: whole, rest: '' };
  const parts = inner.split(/[，,、；;：:\s]/u).filter((part) => part !== '');
  const at = parts.findIndex((part) => units.find(part) !== undefined);
  if (at < 0) return undefined;
  return { unit: units.find(parts[at]!)!, rest: parts.filter((_, n) => n !== at).join('，') };
}

/**
 * Splits the unit out of a header: "工业总产值（亿元）", "工业总产值/亿元", "工业总产值 亿元", "工业总产值\n亿元", "（亿元）".
 * A single character behind a space is no unit ("得  分", "年  月" are words that were spaced out); "%" is.
 */
export function splitUnit(text: string, units: Units): HeaderUnit {
  const brackets = [...text.matchAll(BRACKET)].slice(-4).reverse();
  for (const bracket of brackets) {
    const inner = unitInBracket(bracket[1] ?? '', units);
    if (inner === undefined) continue;
    const behind = text.slice(bracket.index + bracket[0].length);
    const last = LAST_BRACKET.test(bracket[0] + behind) && behind.trim().length <= 1;
    // A unit amid the name ("新增（万元）以上企业") is part of the name, unless only brackets follow it.
    if (!last && behind.replace(BRACKET, '').trim() !== '') continue;
    const rest = inner.rest === '' ? '' : `（${inner.rest}）`;
    return { name: `${text.slice(0, bracket.index).trim()}${rest}${last ? '' : behind.trim()}`, unit: inner.unit };
  }
  const end = text.trimEnd();
  for (const mark of end.matchAll(/[/／∕,，:：]|\s+/gu)) {
    const after = end.slice(mark.index + mark[0].length).trimStart();
    const spaced = mark[0].trim() === '' && !/[\r\n]/.test(mark[0]);
    if (after === '' || mark.index === 0 || (spaced && /^[\u4e00-\u9fff]$/u.test(after))) continue;
    const unit = units.find(after);
    if (unit !== undefined && spaced && (units.plain(unit) || !UNIT_SIGN.test(after))) continue;
    if (unit !== undefined && units.find(text) === undefined) return { name: text.slice(0, mark.index).trim(), unit };
  }
  const [last] = brackets;
  const odd = last && LAST_BRACKET.test(text.slice(last.index)) ? foldText(last[1] ?? '') : '';
  if (last && LOOKS_LIKE_UNIT.test(odd))
    return { name: text.slice(0, last.index).trim(), unit: undefined, oddUnit: (last[1] ?? '').trim() };
  return { name: text, unit: undefined };
}

/** A part of a unit line that only says what it does not hold for: 除注明外. */
const EXCEPTION = /^(?:除|另有).*外$/u;

/** What a line over or under a table states for the numbers that state no unit themselves. */
export interface UnitLine {
  readonly units: readonly string[];
  /** Whether the line gives some column another unit ("万元，外资为万美元"), in words that are not taken apart. */
  readonly partly: boolean;
}

const LONGEST_LINE = 200;
const NO_LINE: UnitLine = { units: [], partly: false };

/** Reads "单位：万元、人" and "单位：万元（除注明外）"; no units where the line states none. */
export function readUnitLine(text: string, units: Units, words: Pick<Words, 'unitLine'>): UnitLine {
  if (!text.includes('单位')) return NO_LINE;
  const match = UNIT_LINE.exec(text.slice(0, LONGEST_LINE).normalize('NFKC'));
  if (!match?.[1]) return NO_LINE;
  const said = match[1].replace(/[)\]】\s。.]+$/u, '');
  const whole = units.find(said);
  if (whole !== undefined) return { units: [whole], partly: false };
  const { fillers, starts, ends } = words.unitLine;
  let partly = false;
  const found = said.split(/[,、;；和及\s()（）]/u).map((part) => {
    if (part === '' || EXCEPTION.test(part) || fillers.has(foldText(part))) return undefined;
    const bare = part.replace(starts, '').replace(ends, '');
    const unit = units.find(part) ?? units.find(bare);
    if (unit === undefined && !/\d/.test(part)) partly ||= [4, 3, 2, 1].some((length) => units.find(part.slice(-length)) !== undefined);
    return unit;
  });
  return { units: [...new Set(found.filter((unit): unit is string => unit !== undefined))], partly };
}

/** Units that a line such as "单位：万元、人" states for the whole table; empty where it states none. */
export const unitsOfLine = (text: string, units: Units, words: Pick<Words, 'unitLine'>): readonly string[] =>
  readUnitLine(text, units, words).units;

/** Unit in the bracket that ends a title: "指标：地区生产总值(亿元)". */
export function unitOfTitle(text: string, units: Units): string | undefined {
  const bracket = LAST_BRACKET.exec(text);
  return bracket ? units.find(bracket[1] ?? '') : undefined;
}
