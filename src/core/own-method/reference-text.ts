import { own } from '../own';
import type { Limit } from '../pack/parts';
import type { Units } from '../units/units';
import { figureWords, made, ownMethodWords as words, referenceWords } from '../words/own-method';
import type { Draft, Place } from './draft';
import { figureOf } from './figure-text';
import { countOf } from './texts';

/** An indicator whose method is read. */
interface Indicator {
  readonly title: string;
  readonly unit: string | undefined;
  /** Key of its own figure; undefined where that was refused. */
  readonly measure: string | undefined;
  readonly place: Place;
}

const isOneOf = (words: readonly string[], word: string): boolean => words.includes(word);
const NAMED = /^(.+?)[：:](.+)$/u;

/**
 * A figure in the indicator's unit as an argument of its method writes it: a number, "列：税收目标" where every row has its own, "上年" and "平均" of the
 * indicator's own figure, or of another one: "上年：…", "平均：…", "中位数：…", "最高：…", "最低：…".
 * @returns undefined where it is none of these, 'told' where it was refused
 */
export function referenceOf(text: string, indicator: Indicator, units: Units, draft: Draft): Limit | 'told' | undefined {
  const plain = text.trim();
  const number = countOf(plain);
  if (number !== undefined) return number;
  const [, word = plain, name] = NAMED.exec(plain) ?? [];
  const take = own(referenceWords.statistics, word);
  const isColumn = isOneOf(referenceWords.column, word) && name !== undefined;
  const isPrevious = isOneOf(figureWords.previous, word);
  if (take === undefined && !isColumn && !isPrevious) return undefined;
  const { title, unit, place, measure: ownFigure } = indicator;
  const figure = (of: string): string | undefined => figureOf({ title, unit, text: of, place }, units, draft);
  if (isColumn) return referenceTo(figure(name), draft);
  if (isPrevious && name !== undefined) return referenceTo(figure(plain), draft);
  if (unit === undefined) {
    draft.refuse(place, 'method-unit-needed', words.unitNeededFor(title, plain));
    return 'told';
  }
  const of = name === undefined ? ownFigure : figure(name);
  if (of === undefined) return 'told';
  if (take !== undefined) return { measure: draft.measure(made.statistic(name ?? title, word), { kind: 'statistic', unit, of, take }) };
  draft.askPrevious(place);
  return { measure: draft.previous(of, title, unit) };
}

function referenceTo(key: string | undefined, draft: Draft): Limit | 'told' {
  if (key === undefined) return 'told';
  return Object.hasOwn(draft.measures, key) ? { measure: key } : { column: key };
}
