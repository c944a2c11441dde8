import Big from 'big.js';
import { formatHalfUp } from '../decimal';
import type { Pack } from '../pack/schema';
import type { Problem } from '../problem';
import { MOST_COMPARED, MOST_INCONSISTENT, priorities } from '../score/weights/ahp';
import { parameterSheet, parameterWords as words } from '../words/parameters';
import type { UserWeight } from './user-weight';

/** What of a pack can be compared. */
export type Compared = Pick<Pack, 'dimensions' | 'indicators'>;

/** Siblings that are compared by pairs: contents, parts of one, or indicators of one. */
export interface ComparedGroup {
  readonly kind: 'dimension' | 'indicator';
  /** Key of the dimension that they are of. */
  readonly parent: string | undefined;
  readonly name: string;
  readonly members: readonly { readonly key: string; readonly title: string }[];
}

/** How many times as much the first counts as the second. */
export const pairKey = ({ kind }: Pick<ComparedGroup, 'kind'>, first: string, second: string): string => `${kind}:${first}|${second}`;

export const pairName = (first: string, second: string): string => `${first}／${second}`;

/** Groups of two to fifteen members, as Saaty's random index goes no further. */
export function comparedGroups({ dimensions, indicators }: Compared): readonly ComparedGroup[] {
  const group = (kind: ComparedGroup['kind'], parent: string | undefined, members: ComparedGroup['members']): ComparedGroup[] => {
    const title = parent === undefined ? undefined : dimensions[parent]?.title;
    const name = title === undefined ? words.dimensionGroup : words.indicatorGroup(title);
    return members.length >= 2 && members.length <= MOST_COMPARED ? [{ kind, parent, name, members }] : [];
  };
  const parts = (parent: string | undefined): ComparedGroup['members'] =>
    Object.entries(dimensions).flatMap(([key, one]) => (one.parent === parent ? [{ key, title: one.title }] : []));
  return [
    ...group('dimension', undefined, parts(undefined)),
    ...Object.keys(dimensions).flatMap((parent) => [
      ...group('dimension', parent, parts(parent)),
      ...group(
        'indicator',
        parent,
        Object.entries(indicators).flatMap(([key, one]) => (one.dimension === parent ? [{ key, title: one.title ?? key }] : [])),
      ),
    ]),
  ];
}

/** Keys of all comparisons by the name of their row, in either order. */
export function pairNames(pack: Compared): ReadonlyMap<string, string> {
  return new Map(
    comparedGroups(pack).flatMap((group) =>
      group.members.flatMap((first) =>
        group.members.flatMap((second): [string, string][] =>
          first === second ? [] : [[pairName(first.title, second.title), pairKey(group, first.key, second.key)]],
        ),
      ),
    ),
  );
}

/** What a group's comparisons come to. */
export interface ComparedWeights {
  readonly group: ComparedGroup;
  /** Of 100, by key; they add up to 100 exactly. */
  readonly weights: ReadonlyMap<string, number>;
  readonly ratio: number;
}

/** Decimals of a weight of 100: finer than any total shows, coarse enough to add up exactly. */
const DECIMALS = 10;

/**
 * Weights from comparisons by pairs (层次分析法), of each group that has any: all of them or none, in either order, and not beside weights of its
 * own. @returns groups whose comparisons can be used, and what is wrong with others
 * Source: T. L. Saaty, The Analytic Hierarchy Process (1980); see priorities in score/weights/ahp.ts.
 */
export function comparedWeights(
  pack: Compared,
  comparisons: ReadonlyMap<string, UserWeight>,
  given: Readonly<Record<ComparedGroup['kind'], ReadonlyMap<string, UserWeight>>>,
): { readonly compared: readonly ComparedWeights[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  if (comparisons.size === 0) return { compared: [], problems };
  const compared = comparedGroups(pack).flatMap((group): ComparedWeights[] => {
    const { members, name, kind } = group;
    const pairs = members.flatMap((first, at) => members.slice(at + 1).map((second) => [first, second] as const));
    const judged = pairs.map(([first, second]) => ({
      name: pairName(first.title, second.title),
      there: comparisons.get(pairKey(group, first.key, second.key)),
      back: comparisons.get(pairKey(group, second.key, first.key)),
    }));
    const some = judged.map(({ there, back }) => there ?? back).find((one) => one !== undefined);
    if (!some) return [];
    const refuse = (code: string, said: { message: string; nextStep: string }, at: UserWeight = some): [] => {
      problems.push({ severity: 'block', code, ...placeOf(at), ...said });
      return [];
    };
    const both = judged.find(({ there, back }) => there && back);
    if (both) return refuse('comparison-twice', words.comparisonTwice(both.name), both.back);
    const absent = judged.filter(({ there, back }) => !there && !back);
    if (absent.length > 0)
      return refuse(
        'comparisons-missing',
        words.comparisonsMissing(
          name,
          absent.map((one) => one.name),
        ),
      );
    const weighed = members.map(({ key }) => given[kind].get(key)).find((one) => one !== undefined);
    if (weighed) return refuse('weights-and-comparisons', words.weightsAndComparisons(name), weighed);
    const matrix = members.map(() => members.map(() => 1));
    let at = 0;
    for (let row = 0; row < members.length; row++)
      for (let column = row + 1; column < members.length; column++) {
        const { there, back } = judged[at++]!;
        matrix[row]![column] = there ? there.value : 1 / back!.value;
        matrix[column]![row] = there ? 1 / there.value : back!.value;
      }
    const { weights, ratio } = priorities(matrix);
    const ofHundred = wholeOf([...weights]);
    const shown = formatHalfUp(ratio, 4);
    if (ratio > MOST_INCONSISTENT) return refuse('comparisons-inconsistent', words.comparisonsInconsistent(name, shown));
    const told = members.map(({ title }, place) => `${title} ${formatHalfUp(ofHundred[place]!, 2)}`);
    problems.push({ severity: 'info', code: 'weights-compared', ...placeOf(some), ...words.weightsCompared(name, told, shown) });
    return [{ group, ratio, weights: new Map(members.map(({ key }, place) => [key, ofHundred[place]!])) }];
  });
  return { compared, problems };
}

/** Shares of 1 as decimals of 100 that add up to it: what rounding leaves over goes to the largest. */
function wholeOf(shares: readonly number[]): number[] {
  const rounded = shares.map((share) => new Big(share * 100).round(DECIMALS));
  const rest = rounded.reduce((left, weight) => left.minus(weight), new Big(100));
  const largest = shares.indexOf(Math.max(...shares));
  return rounded.map((weight, at) => Number((at === largest ? weight.plus(rest) : weight).toString()));
}

function placeOf({ cell }: UserWeight): { readonly sheet: string; readonly cell?: string } {
  const [sheet = parameterSheet.name, at] = cell.split('!');
  return { sheet, ...(at !== undefined && { cell: at }) };
}

/** The user's settings with the weights that comparisons come to, each at the cell of its group's first comparison. */
export function withComparedWeights<
  S extends { readonly dimensionWeights: ReadonlyMap<string, UserWeight>; readonly indicatorWeights: ReadonlyMap<string, UserWeight> },
>(
  pack: Compared,
  settings: S,
  comparisons: ReadonlyMap<string, UserWeight>,
): { readonly settings: S; readonly problems: readonly Problem[] } {
  const { dimensionWeights, indicatorWeights } = settings;
  const { compared, problems } = comparedWeights(pack, comparisons, { dimension: dimensionWeights, indicator: indicatorWeights });
  if (compared.length === 0) return { settings, problems };
  const those = (kind: ComparedGroup['kind']): [string, UserWeight][] =>
    compared
      .filter(({ group }) => group.kind === kind)
      .flatMap(({ weights }) => [...weights].map(([key, value]): [string, UserWeight] => [key, { value, cell: COMPARED, compared: true }]));
  return {
    settings: {
      ...settings,
      dimensionWeights: new Map([...dimensionWeights, ...those('dimension')]),
      indicatorWeights: new Map([...indicatorWeights, ...those('indicator')]),
    },
    problems,
  };
}

/** Weights that come from comparisons stand in no cell. */
const COMPARED = parameterSheet.name;
