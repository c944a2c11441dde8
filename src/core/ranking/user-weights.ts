import Big from 'big.js';
import { decimalOf } from '../decimal';
import type { UserSettings, UserWeight } from '../parameters/parameter-sheet';
import type { GroupWeights } from '../parameters/group-weights';
import type { Pack } from '../pack/schema';
import type { Problem } from '../problem';
import { parameterSheet, parameterWords as words } from '../words/parameters';

/** Weights for the tree's nodes, and whether they are the user's. */
export interface ChosenWeights {
  readonly byUser: boolean;
  /** Share of the whole that the weights leave to contents which the document does not name, 0 to 1; 0 for none. */
  readonly rest: number;
  /** A node without an entry weighs as much as its children together. */
  readonly dimension: ReadonlyMap<string, number>;
  readonly indicator: ReadonlyMap<string, number>;
  /** Weights by group of rows, dimensions and indicators together; undefined where the same hold for everybody. */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  readonly problems: readonly Problem[];
}

/** What of a pack weights are given to. */
export type Weighed = Pick<Pack, 'contents' | 'dimensions' | 'indicators'>;

interface Group {
  readonly name: string;
  readonly members: readonly { readonly key: string; readonly title: string }[];
  readonly given: ReadonlyMap<string, UserWeight>;
  /** Weight of the dimension that the group belongs to, an accepted total besides 100 and 1. */
  readonly own: number | undefined;
}

const total = (weights: Iterable<number>): Big => [...weights].reduce((sum, weight) => sum.plus(decimalOf(weight)), new Big(0));

/** Weights of one group of siblings: all of them or none, and they make 100 (or 1, or the weight of their dimension). */
function checkGroup(group: Group, totalChecked: boolean): Problem[] {
  const cellOf = (weight: UserWeight | undefined): { sheet?: string; cell?: string } => {
    const [sheet, cell] = weight?.cell.split('!') ?? [];
    return sheet !== undefined && cell !== undefined ? { sheet, cell } : { sheet: parameterSheet.name };
  };
  const first = group.members.map(({ key }) => group.given.get(key)).find((weight) => weight !== undefined);
  const absent = group.members.filter(({ key }) => !group.given.has(key));
  if (absent.length > 0) {
    return [
      {
        severity: 'block',
        code: 'weights-missing',
        ...cellOf(first),
        ...words.weightMissing(group.name, absent.map(({ title }) => title).join('、')),
      },
    ];
  }
  const sum = total(group.members.map(({ key }) => group.given.get(key)!.value));
  const fits = sum.eq(100) || sum.eq(1) || (group.own !== undefined && sum.eq(decimalOf(group.own)));
  if (fits || !totalChecked) return [];
  return [
    {
      severity: 'block',
      code: 'weights-total',
      ...cellOf(first),
      ...words.weightTotal(group.name, sum.toString(), words.wantedTotals(group.own === undefined ? undefined : String(group.own))),
    },
  ];
}

/** Weights of the document's contents that come to less than this of the whole are a slip rather than a remainder for others. */
const MOST_NAMED = 0.5;
/** A remainder below this comes from rounding, and is asked about as before. */
const LEAST_REST = 0.01;

interface Remainder {
  readonly share: number;
  readonly problem: Problem;
}

/** What an open list of contents leaves to those that it does not name, where the weights of the named ones come to less than the whole. */
function remainderOf(pack: Weighed, group: Group): Remainder | undefined {
  if (pack.contents?.list !== 'open' || Object.values(pack.dimensions).some(({ basis }) => basis === 'own')) return undefined;
  const given = group.members.map(({ key }) => group.given.get(key));
  const [first] = given;
  if (!first || given.includes(undefined)) return undefined;
  const sum = total(given.map((weight) => weight!.value));
  const whole = sum.lt(1) ? 1 : 100;
  const share = Number(new Big(whole).minus(sum).div(whole).toString());
  if (share < LEAST_REST || share > 1 - MOST_NAMED) return undefined;
  const [sheet = parameterSheet.name, cell] = first.cell.split('!');
  return {
    share,
    problem: {
      severity: 'warning',
      code: 'weights-rest',
      sheet,
      ...(cell !== undefined && { cell }),
      ...words.weightRest(sum.toString(), new Big(whole).minus(sum).toString(), String(whole)),
    },
  };
}

/** Whether any indicator counts towards a dimension, directly or through dimensions below it. */
export function holdsIndicators(pack: Weighed, dimension: string): boolean {
  const below = (parent: string): boolean =>
    Object.values(pack.indicators).some((indicator) => indicator.dimension === parent) ||
    Object.entries(pack.dimensions).some(([key, declared]) => declared.parent === parent && below(key));
  return below(dimension);
}

/** A weight that cannot count, because the dimension has no indicator: its share goes to the others, which nobody should learn by accident. */
function idleWeights(pack: Weighed, weights: ReadonlyMap<string, UserWeight>): Problem[] {
  return [...weights].flatMap(([key, { value, cell }]): Problem[] => {
    if (value === 0 || !pack.dimensions[key] || holdsIndicators(pack, key)) return [];
    const [sheet = parameterSheet.name, at] = cell.split('!');
    return [
      {
        severity: 'warning',
        code: 'weight-without-indicators',
        sheet,
        ...(at !== undefined && { cell: at }),
        ...words.weightIdle(pack.dimensions[key].title, String(value)),
      },
    ];
  });
}

/**
 * The user's weights from 权重与参数. Three ways of filling it in are understood: weights of dimensions alone (indicators of a
 * dimension count alike), of dimensions and of the indicators in each, or of all indicators alone (they make 100 together).
 */
export function userWeights(pack: Weighed, settings: GivenWeights): ChosenWeights {
  const common = weightsOf(pack, settings);
  const { groupWeights } = settings;
  if (!groupWeights || ![...groupWeights.values()].some(isGiven)) return common;
  const problems = [...common.problems];
  const told = new Set(problems.map(signOf));
  let { rest } = common;
  const groups: Record<string, Readonly<Record<string, number>>> = {};
  for (const [group, given] of groupWeights) {
    const own = isGiven(given) ? weightsOf(pack, withCommon(pack, given, settings)) : common;
    rest = Math.max(rest, own.rest);
    if (own.byUser) groups[group] = Object.fromEntries([...own.dimension, ...own.indicator]);
    // What is wrong with the common weights is told once.
    const more = own.problems.filter((problem) => !told.has(signOf(problem)));
    problems.push(...more.map((problem) => ({ ...problem, message: words.ofGroup(group, problem.message) })));
  }
  return { ...common, byUser: true, rest, groups, problems };
}

/** What a person gives: weights for everybody, and for groups of rows in their place. */
export type GivenWeights = Partial<UserSettings> & Pick<UserSettings, 'dimensionWeights' | 'indicatorWeights'>;

const signOf = ({ code, cell, message }: Problem): string => [code, cell, message].join('\n');

const isGiven = ({ dimension, indicator }: GroupWeights): boolean => dimension.size > 0 || indicator.size > 0;

/** A group's weights; siblings of which it gives none weigh as for everybody. */
function withCommon(
  pack: Weighed,
  { dimension, indicator }: GroupWeights,
  { dimensionWeights, indicatorWeights }: GivenWeights,
): GivenWeights {
  const filled = (
    familyOf: ReadonlyMap<string, string | undefined>,
    own: ReadonlyMap<string, UserWeight>,
    common: ReadonlyMap<string, UserWeight>,
  ): ReadonlyMap<string, UserWeight> => {
    const stated = new Set([...own.keys()].map((key) => familyOf.get(key)));
    return new Map([...[...common].filter(([key]) => !stated.has(familyOf.get(key))), ...own]);
  };
  const parents = new Map(Object.entries(pack.dimensions).map(([key, { parent }]) => [key, parent]));
  const holders = new Map(Object.entries(pack.indicators).map(([key, one]) => [key, one.dimension]));
  return {
    dimensionWeights: filled(parents, dimension, dimensionWeights),
    indicatorWeights: filled(holders, indicator, indicatorWeights),
  };
}

function weightsOf(pack: Weighed, { dimensionWeights, indicatorWeights }: GivenWeights): ChosenWeights {
  const byUser = dimensionWeights.size > 0 || indicatorWeights.size > 0;
  const dimension = new Map([...dimensionWeights].map(([key, { value }]) => [key, value]));
  const indicator = new Map([...indicatorWeights].map(([key, { value }]) => [key, value]));
  if (!byUser) return { byUser, rest: 0, dimension, indicator, problems: [] };

  const problems: Problem[] = idleWeights(pack, dimensionWeights);
  let rest = 0;
  const parents = [undefined, ...Object.keys(pack.dimensions)];
  for (const parent of parents) {
    const members = Object.entries(pack.dimensions)
      .filter(([, declared]) => declared.parent === parent)
      .map(([key, { title }]) => ({ key, title }));
    if (!members.some(({ key }) => dimensionWeights.has(key))) continue;
    const name = parent === undefined ? words.dimensionGroup : words.indicatorGroup(pack.dimensions[parent]!.title);
    const group = { name, members, given: dimensionWeights, own: parent === undefined ? undefined : dimension.get(parent) };
    const remainder = parent === undefined ? remainderOf(pack, group) : undefined;
    if (remainder) rest = remainder.share;
    problems.push(...(remainder ? [remainder.problem] : checkGroup(group, true)));
  }
  // What was compared makes 100 within its dimension, whatever others hold.
  const stated = [...indicatorWeights.values()].filter(({ compared }) => !compared);
  const together = dimensionWeights.size === 0 && total(stated.map(({ value }) => value));
  const allTogether = together !== false && (together.eq(100) || together.eq(1));
  for (const [key, { title }] of Object.entries(pack.dimensions)) {
    const members = Object.entries(pack.indicators)
      .filter(([, declared]) => declared.dimension === key)
      .map(([id, declared]) => ({ key: id, title: declared.title ?? id }));
    const some = members.some((member) => indicatorWeights.has(member.key));
    if (some || (allTogether && members.length > 0))
      problems.push(
        ...checkGroup({ name: words.indicatorGroup(title), members, given: indicatorWeights, own: dimension.get(key) }, !allTogether),
      );
    if (!some) members.forEach((member) => indicator.set(member.key, 1));
  }
  // Without weights of their own dimensions count alike, unless the indicators make 100 together: then a dimension weighs what it holds.
  if (!allTogether)
    Object.keys(pack.dimensions)
      .filter((key) => !dimension.has(key))
      .forEach((key) => dimension.set(key, 1));
  return { byUser, rest, dimension, indicator, problems };
}
