import type { Units } from '../units/units';
import { UNIT_LINE } from './vocabulary';

export interface HeaderUnit {
  /** The header without its unit: "工业总产值". */
  readonly name: string;
  readonly unit: string | undefined;
}

/** Behind a mere space only these make a unit: 比例 and 名次 may as well be the end of the name. */
const UNIT_SIGN = /[%％‰元米顷亩里吨煤时人家件个户/／²³]|[a-z]/iu;

const LAST_BRACKET = /[（([【〔]([^（）()[\]【】〔〕]*)[）)\]】〕][\s:：]*$/u;

/** "亿元，现价" names 亿元: any part of a bracket may be the unit. */
function unitInBracket(inner: string, units: Units): string | undefined {
  const whole = units.find(inner);
  if (whole !== undefined) return whole;
  for (const part of inner.split(/[，,、；;：:\s]/u)) {
    const unit = part === '' ? undefined : units.find(part);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/**
 * Splits the unit out of a header: "工业总产值（亿元）", "工业总产值/亿元", "工业总产值 亿元", "工业总产值\n亿元", "（亿元）".
 * A single character behind a space is no unit ("得  分", "年  月" are words that were spaced out); "%" is.
 */
export function splitUnit(text: string, units: Units): HeaderUnit {
  const bracket = LAST_BRACKET.exec(text);
  if (bracket) {
    const unit = unitInBracket(bracket[1] ?? '', units);
    if (unit !== undefined) return { name: text.slice(0, bracket.index).trim(), unit };
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
  return { name: text, unit: undefined };
}

/** Units that a line such as "单位：万元、人" states for the whole table; empty where it states none. */
export function unitsOfLine(text: string, units: Units): string[] {
  const match = UNIT_LINE.exec(text.normalize('NFKC'));
  if (!match?.[1]) return [];
  const whole = units.find(match[1]);
  if (whole !== undefined) return [whole];
  const found = match[1].split(/[,、;；和及\s]/u).map((part) => (part === '' ? undefined : units.find(part)));
  return found.filter((unit): unit is string => unit !== undefined);
}

/** Unit in the bracket that ends a title: "指标：地区生产总值(亿元)". */
export function unitOfTitle(text: string, units: Units): string | undefined {
  const bracket = LAST_BRACKET.exec(text);
  return bracket ? units.find(bracket[1] ?? '') : undefined;
}
