import type { Units } from '../units/units';
import { figureWords, ownMethodWords as words } from '../words/own-method';
import type { Draft, Place } from './draft';

interface Figure {
  readonly title: string;
  /** As the unit list knows it; undefined where the header of the column says it. */
  readonly unit: string | undefined;
  /** The cell's text; '' where the column bears the indicator's own name. */
  readonly text: string;
  readonly place: Place;
}

const startsWith = (text: string, marks: readonly string[]): string | undefined =>
  marks.map((mark) => [`${mark}：`, `${mark}:`].find((one) => text.startsWith(one))).find((one) => one !== undefined);
const split = (text: string, at: RegExp): string[] => text.split(at).map((part) => part.trim());

const BRACKETED = /^([^（(]+)[（(]([^（()）]+)[)）]$/u;

/** "税收收入（万元）" → the column's name and its unit, where the brackets hold one. */
function withUnit(text: string, units: Units): readonly [name: string, unit: string | undefined] {
  const [, name, inBrackets] = BRACKETED.exec(text) ?? [];
  const unit = inBrackets === undefined ? undefined : units.find(inBrackets);
  return name === undefined || unit === undefined ? [text, undefined] : [name.trim(), unit];
}

/**
 * Where an indicator's figure comes from: a column by its header, or worked out of columns: "税收收入÷已开发土地面积", "甲＋乙", "甲－乙",
 * "增速：实际使用外资", "增量：地区生产总值", "上年：…". A column may bring its unit: "税收收入（万元）÷已开发土地面积（亩）".
 * @returns the key of column or measure; undefined where refused
 */
export function figureOf({ title, unit, text, place }: Figure, units: Units, draft: Draft): string | undefined {
  const column = (written: string, of?: string): string | undefined => {
    const [name, stated] = withUnit(written, units);
    return draft.column(name, 'number', place, stated ?? of);
  };
  if (text === '') return column(title, unit);
  const growth = startsWith(text, figureWords.growth);
  const added = startsWith(text, figureWords.added);
  const previous = startsWith(text, figureWords.previous);
  const quotient = split(text, /[÷/／]/u);
  const sum = split(text, /[+＋]/u);
  const difference = split(text, /[－−]/u);
  const prefix = growth ?? added ?? previous;
  if (prefix === undefined && quotient.length !== 2 && sum.length < 2 && difference.length !== 2) return column(text, unit);
  if (unit === undefined) return void draft.refuse(place, 'method-unit-needed', words.unitNeeded(title));
  if (prefix !== undefined) {
    const of = column(text.slice(prefix.length).trim(), growth === undefined ? unit : undefined);
    if (of === undefined) return undefined;
    draft.askPrevious(place);
    if (growth !== undefined) return draft.measure(title, { kind: 'growth', unit, of });
    if (previous !== undefined) return draft.measure(title, { kind: 'previous', unit, of });
    return draft.measure(title, {
      kind: 'difference',
      unit,
      of,
      minus: draft.previous(of, withUnit(text.slice(prefix.length).trim(), units)[0], unit),
    });
  }
  const parts = (names: readonly string[], of?: string): string[] | undefined => {
    const keys = names.map((name) => column(name, of));
    return keys.some((key) => key === undefined) ? undefined : (keys as string[]);
  };
  if (quotient.length === 2) {
    const keys = parts(quotient);
    return keys && draft.measure(title, { kind: 'ratio', unit, of: keys[0]!, over: keys[1]! });
  }
  if (sum.length >= 2) {
    const keys = parts(sum, unit);
    return keys && draft.measure(title, { kind: 'sum', unit, of: keys });
  }
  const keys = parts(difference, unit);
  return keys && draft.measure(title, { kind: 'difference', unit, of: keys[0]!, minus: keys[1]! });
}
