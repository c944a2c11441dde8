import Big from 'big.js';
import { decimalOf } from '../decimal';
import { TOTAL } from '../ranking/total';
import { own } from '../own';
import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';
import type { Path } from './pack-problem';
import { accepts, columnsOf } from './references';
import type { Pack } from './schema';

type WeightOf = (key: string) => number | undefined;
type Rule = Extract<Pack['scoring']['weights'], { kind: 'given' | 'by_group' }>;

/** Weights name what is weighed, are read by the weighting that is declared, and add up. */
export function lintWeights(lint: LintBook): void {
  const { dimensions, indicators, scoring } = lint.pack;
  const { weights } = scoring;
  const groups = lintGroups(lint);
  const weighed = Object.entries({ ...dimensions, ...indicators }).flatMap(([key, { weight }]) => (weight === undefined ? [] : [key]));
  if (weights.kind !== 'given' && weighed.length > 0) {
    const [first = ''] = weighed;
    const at = `${Object.hasOwn(dimensions, first) ? 'dimensions' : 'indicators'}.${first}`;
    lint.warn('weight-idle', at, words.weightIdle(weighed, weights.kind), { word: 'weight' });
  }
  switch (weights.kind) {
    case 'given':
      lintSums(lint, (key) => (own(indicators, key) ?? own(dimensions, key))?.weight, weights, undefined);
      return;
    case 'by_group':
      if (scoring.group_by === undefined) lint.refuse('group-by-needed', 'scoring.weights', words.groupByNeeded());
      for (const [group, given] of Object.entries(weights.groups)) {
        const place = ['scoring', 'weights', 'groups', group];
        if (groups && !groups.includes(group))
          lint.refuse('unknown-group', ['scoring', 'weights', 'groups'], words.unknownGroup(scoring.group_by ?? '', group), {
            word: group,
            known: groups,
          });
        else lintKeys(lint, place, Object.keys(given), [...Object.keys(dimensions), ...Object.keys(indicators)]);
        for (const [key, weight] of Object.entries(given))
          if (weight < 0) lint.refuse('weight-negative', [...place, key], words.weightNegative(key, group));
        lintSums(lint, (key) => own(given, key), weights, group);
      }
      for (const group of groups ?? [])
        if (!Object.hasOwn(weights.groups, group))
          lint.warn('group-without-weights', ['scoring', 'weights', 'groups'], words.groupWithoutWeights(group));
      return;
    case 'ahp':
      lintKeys(lint, ['scoring', 'weights', 'matrices'], Object.keys(weights.matrices), [...Object.keys(dimensions), TOTAL]);
      return;
    default:
  }
}

/** Values of the column that parts the rows into groups; undefined where it has no list. */
function lintGroups(lint: LintBook): readonly string[] | undefined {
  const by = lint.pack.scoring.group_by;
  if (by === undefined) return undefined;
  const columns = columnsOf(lint.pack, lint.pack.main_table);
  const column = own(columns, by);
  const known = Object.entries(columns).flatMap(([key, one]) => (accepts(one).length > 0 ? [key] : []));
  if (!column) lint.refuse('unknown-column', 'scoring.group_by', words.groupBy(by), { word: by, known });
  else if (column.kind === 'number' || column.kind === 'date')
    lint.refuse('filter-kind', 'scoring.group_by', words.filterKind('scoring.group_by', by, column.kind), { word: by });
  const values = column && accepts(column);
  return values && values.length > 0 ? values : undefined;
}

/** Weights are for what the pack scores; an imported list of indicators may bring more. */
function lintKeys(lint: LintBook, place: Path, keys: readonly string[], known: readonly string[]): void {
  if (lint.pack.indicator_import) return;
  const all = new Set(known);
  for (const key of keys)
    if (!all.has(key)) lint.refuse('unknown-weight', place, words.unknownWeight(String(place.at(-1)), key), { word: key, known });
}

/** Weights of siblings make 100, 1 or the weight of what they are parts of; all indicators together where the pack says so. */
function lintSums(lint: LintBook, weightOf: WeightOf, { total, scope }: Rule, group: string | undefined): void {
  const { dimensions, indicators } = lint.pack;
  if (lint.pack.indicator_import || lint.problems.some(({ code }) => code === 'dimension-cycle' || code === 'unknown-dimension')) return;
  const entries = Object.entries(indicators);
  const place = (keys: readonly string[]): Path =>
    group === undefined
      ? [Object.hasOwn(indicators, keys[0]!) ? 'indicators' : 'dimensions', keys[0]!]
      : ['scoring', 'weights', 'groups', group];
  const missing = entries.filter(([key]) => weightOf(key) === undefined).map(([key]) => key);
  for (const key of missing) lint.refuse('weight-missing', place([key]), words.weightMissing(key, group), { word: key });
  if (missing.length > 0) return;

  const below = (parent: string | undefined): string[] => [
    ...Object.entries(dimensions)
      .filter(([key, one]) => one.parent === parent && below(key).length > 0)
      .map(([key]) => key),
    ...entries.filter(([, { dimension }]) => dimension === parent).map(([key]) => key),
  ];
  const weigh = (key: string): Big => {
    const stated = weightOf(key);
    return stated === undefined ? sum(below(key)) : decimalOf(stated);
  };
  const sum = (keys: readonly string[]): Big => keys.reduce((all, key) => all.plus(weigh(key)), new Big(0));
  const check = (keys: readonly string[], wanted: readonly number[], where: string): void => {
    const found = sum(keys);
    if (keys.length === 0 || wanted.some((one) => found.eq(one))) return;
    const said = words.weightsTotal(
      where,
      keys.map((key) => `${key} ${weigh(key).toString()}`).join('、'),
      found.toString(),
      wanted,
      group,
    );
    lint[total === undefined ? 'warn' : 'refuse']('weights-total', place(keys), said, { word: 'weight' });
  };
  const wanted = total === undefined ? [100, 1] : [total];
  if (scope === 'indicators')
    return check(
      entries.map(([key]) => key),
      wanted,
      words.allIndicators,
    );
  for (const key of [undefined, ...Object.keys(dimensions)]) {
    const own = key === undefined ? undefined : weightOf(key);
    const parts = total === undefined && own !== undefined ? [own] : [];
    // A dimension without a weight of its own weighs what its parts do.
    if (key === undefined || own !== undefined || total !== undefined) check(below(key), [...wanted, ...parts], key ?? words.topDimensions);
  }
}
