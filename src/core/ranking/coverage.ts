import type { Pack, PackIndicator } from '../pack/schema';
import type { Weighting } from '../score/weights/index';
import type { ChosenWeights } from './user-weights';

/** Why a content is not scored: nothing measures it, nobody has its figures, they part nobody, or its weight is 0. */
export type Unscored = 'no_indicator' | 'no_figures' | 'alike' | 'no_weight';

/** An indicator as far as coverage asks about it. */
interface Held {
  readonly id: string;
  readonly title: string;
  readonly dimension: string;
  readonly basis: PackIndicator['basis'];
}

/** A content of the document, or one that the user added: a dimension that holds no other. */
export interface Content {
  readonly id: string;
  readonly title: string;
  readonly basis: 'named' | 'own';
  /** Share of the whole that its weight gives it, 0 to 1; undefined where weights differ by group or come from the figures. */
  readonly weight: number | undefined;
  /** Share that it has in the total, after what is not scored was shared out; undefined where weights differ by group. */
  readonly share: number | undefined;
  /** undefined where it is scored. */
  readonly unscored: Unscored | undefined;
}

/** What of the document's contents a ranking scores. */
export interface Coverage {
  readonly contents: readonly Content[];
  /** Share of the whole that the weights leave to contents which the document does not name; 0 for none. */
  readonly rest: number;
  /** How many indicators the document's list has, where it says so, and how many of the list are scored; undefined where it does not. */
  readonly listed: { readonly expected: number; readonly scored: number } | undefined;
  /** Indicators that the user added. */
  readonly ownIndicators: readonly Pick<Held, 'id' | 'title'>[];
  /** Every content that the document names, and every indicator that it counts, has figures that count, and no weight is left for others. */
  readonly complete: boolean;
}

export interface CoverageInput {
  readonly pack: Pack;
  readonly indicators: readonly Held[];
  readonly values: ReadonlyMap<string, Float64Array>;
  /** Indicators whose figures part nobody. */
  readonly constant: ReadonlySet<string>;
  /** Share of every node in the total. */
  readonly shares: ReadonlyMap<string, number>;
  readonly weighting: Weighting;
  readonly weights: ChosenWeights;
}

/** Works out which contents count and with what share; children of a dimension without weights of its own share it as the scoring does. */
export function coverageOf({ pack, indicators, values, constant, shares, weighting, weights }: CoverageInput): Coverage {
  const stated = statedShares(pack, indicators, weighting, weights);
  const parents = new Set(Object.values(pack.dimensions).map(({ parent }) => parent));
  const byGroup = weighting.kind === 'by_group';
  const contents = Object.entries(pack.dimensions).flatMap(([id, { title, basis }]): Content[] => {
    const held = indicators.filter(({ dimension }) => dimension === id);
    // A dimension that holds others is a content itself only as far as it holds indicators beside them.
    if (parents.has(id) && held.length === 0) return [];
    const weight = parents.has(id) ? sumOf(held.map((indicator) => stated?.get(indicator.id) ?? 0)) : stated?.get(id);
    const share = sumOf(held.map((indicator) => shares.get(indicator.id) ?? 0));
    const speaking = held.filter((indicator) => !constant.has(indicator.id));
    const reason = (): Unscored | undefined => {
      if (held.length === 0) return 'no_indicator';
      if (speaking.length > 0) return byGroup || share > 0 ? undefined : 'no_weight';
      return held.some((indicator) => values.get(indicator.id)!.some((value) => value === value)) ? 'alike' : 'no_figures';
    };
    return [{ id, title, basis, weight: stated && weight, share: byGroup ? undefined : share, unscored: reason() }];
  });
  const { rest } = weights;
  const expected = pack.indicator_import?.expect;
  const listed = expected === undefined ? undefined : { expected, scored: scoredOfList(indicators, constant) };
  return {
    contents,
    rest,
    listed,
    ownIndicators: indicators.filter(({ basis }) => basis === 'own').map(({ id, title }) => ({ id, title })),
    complete:
      rest === 0 &&
      (listed === undefined || listed.scored >= listed.expected) &&
      contents.every(({ basis, unscored }) => basis === 'own' || unscored === undefined),
  };
}

/** Indicators of the list that the document cites, where the user has brought it, and those of the text else. */
function scoredOfList(indicators: readonly Held[], constant: ReadonlySet<string>): number {
  return indicators.filter(({ id, basis }) => basis !== 'own' && !constant.has(id)).length;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Share in the whole of every dimension and indicator as the weights state it, scored or not; undefined where they state none. */
function statedShares(
  pack: Pack,
  indicators: readonly Held[],
  weighting: Weighting,
  weights: ChosenWeights,
): ReadonlyMap<string, number> | undefined {
  if (!weights.byUser && weighting.kind !== 'equal' && weighting.kind !== 'given') return undefined;
  const childrenOf = (parent: string | undefined): string[] => [
    ...Object.keys(pack.dimensions).filter((key) => pack.dimensions[key]!.parent === parent),
    ...indicators.filter(({ dimension }) => dimension === parent).map(({ id }) => id),
  ];
  const own = (id: string): number | undefined => {
    if (weights.byUser) return weights.dimension.get(id) ?? weights.indicator.get(id);
    const isDimension = Object.hasOwn(pack.dimensions, id);
    if (weighting.kind === 'equal') return weighting.among === 'indicators' && isDimension ? undefined : 1;
    return (isDimension ? pack.dimensions[id] : pack.indicators[id])?.weight;
  };
  const weigh = (id: string): number => own(id) ?? sumOf(childrenOf(id).map(weigh));
  const shares = new Map<string, number>();
  const visit = (parent: string | undefined, above: number): void => {
    const children = childrenOf(parent).map((id) => [id, weigh(id)] as const);
    const total = sumOf(children.map(([, weight]) => weight));
    for (const [id, weight] of children) {
      const share = total > 0 ? (above * weight) / total : 0;
      shares.set(id, share);
      if (Object.hasOwn(pack.dimensions, id)) visit(id, share);
    }
  };
  visit(undefined, 1 - weights.rest);
  return shares;
}
