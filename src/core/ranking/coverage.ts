import type { Pack, PackIndicator } from '../pack/schema';
import { isBranch, type ScoreBranch, type ScoreNode } from '../score/tree';
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
  /** Indicators that nobody has figures for: they take no part for anyone. */
  readonly blankIndicators: readonly Pick<Held, 'id' | 'title' | 'dimension'>[];
  /** Indicators that the user added. */
  readonly ownIndicators: readonly Pick<Held, 'id' | 'title'>[];
  /** Every content that the document names and every indicator has figures that count, and no weight is left for others. */
  readonly complete: boolean;
}

export interface CoverageInput {
  readonly pack: Pack;
  readonly indicators: readonly Held[];
  readonly values: ReadonlyMap<string, Float64Array>;
  /** Indicators whose figures part nobody. */
  readonly constant: ReadonlySet<string>;
  readonly tree: ScoreBranch;
  /** Every node's share among its siblings as the scoring uses it. */
  readonly siblings: ReadonlyMap<string, number>;
  readonly weighting: Weighting;
  readonly weights: ChosenWeights;
}

/** Works out which contents count and with what share; children of a dimension without weights of its own share it as the scoring does. */
export function coverageOf({ pack, indicators, values, constant, tree, siblings, weighting, weights }: CoverageInput): Coverage {
  const blank = (id: string): boolean => values.get(id)?.every((value) => value !== value) ?? false;
  const shares = usedShares(tree, siblings, blank);
  const stated = statedShares(pack, indicators, weighting, weights);
  const parents = new Set(Object.values(pack.dimensions).map(({ parent }) => parent));
  const byGroup = weighting.kind === 'by_group';
  const contents = Object.entries(pack.dimensions).flatMap(([id, { title, basis }]): Content[] => {
    const held = indicators.filter(({ dimension }) => dimension === id);
    // A dimension that holds others is a content itself only as far as it holds indicators beside them.
    if (parents.has(id) && held.length === 0) return [];
    const weight = parents.has(id) ? sumOf(held.map((indicator) => stated?.get(indicator.id) ?? 0)) : stated?.get(id);
    const share = sumOf(held.map((indicator) => shares.get(indicator.id) ?? 0));
    const speaking = held.filter(({ id: indicator }) => !constant.has(indicator) && !blank(indicator));
    const reason = (): Unscored | undefined => {
      if (held.length === 0) return 'no_indicator';
      if (speaking.length > 0) return byGroup || share > 0 ? undefined : 'no_weight';
      return held.every((indicator) => blank(indicator.id)) ? 'no_figures' : 'alike';
    };
    return [{ id, title, basis, weight: stated && weight, share: byGroup ? undefined : share, unscored: reason() }];
  });
  const { rest } = weights;
  const blankIndicators = indicators.filter(({ id }) => blank(id)).map(({ id, title, dimension }) => ({ id, title, dimension }));
  const expected = pack.indicator_import?.expect;
  const listed =
    expected === undefined
      ? undefined
      : { expected, scored: indicators.filter(({ id, basis }) => basis !== 'own' && !constant.has(id) && !blank(id)).length };
  return {
    contents,
    rest,
    listed,
    blankIndicators,
    ownIndicators: indicators.filter(({ basis }) => basis === 'own').map(({ id, title }) => ({ id, title })),
    complete:
      rest === 0 &&
      blankIndicators.length === 0 &&
      (listed === undefined || listed.scored >= listed.expected) &&
      contents.every(({ basis, unscored }) => basis === 'own' || unscored === undefined),
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Share in the whole of every node: what nobody has figures for is missing in every row, so that its siblings share its weight. */
function usedShares(tree: ScoreBranch, siblings: ReadonlyMap<string, number>, blank: (id: string) => boolean): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const counts = (node: ScoreNode): boolean =>
    (siblings.get(node.id) ?? 0) > 0 && (isBranch(node) ? node.children.some(counts) : !blank(node.id));
  const visit = ({ children }: ScoreBranch, above: number): void => {
    const counting = children.filter(counts);
    const total = sumOf(counting.map(({ id }) => siblings.get(id)!));
    for (const child of counting) {
      const share = (above * siblings.get(child.id)!) / total;
      shares.set(child.id, share);
      if (isBranch(child)) visit(child, share);
    }
  };
  visit(tree, 1);
  return shares;
}

/** A dimension, which holds others or indicators, or an indicator. */
interface Node {
  readonly id: string;
  readonly holds: boolean;
}

/** Share in the whole of every dimension and indicator as the weights state it, scored or not; undefined where they state none. */
function statedShares(
  pack: Pack,
  indicators: readonly Held[],
  weighting: Weighting,
  weights: ChosenWeights,
): ReadonlyMap<string, number> | undefined {
  if (weights.groups || (!weights.byUser && weighting.kind !== 'equal' && weighting.kind !== 'given')) return undefined;
  const childrenOf = (parent: string | undefined): Node[] => [
    ...Object.keys(pack.dimensions)
      .filter((key) => pack.dimensions[key]!.parent === parent)
      .map((id) => ({ id, holds: true })),
    ...indicators.filter(({ dimension }) => dimension === parent).map(({ id }) => ({ id, holds: false })),
  ];
  const own = ({ id, holds }: Node): number | undefined => {
    if (weights.byUser) return (holds ? weights.dimension : weights.indicator).get(id);
    if (weighting.kind === 'equal') return weighting.among === 'indicators' && holds ? undefined : 1;
    return (holds ? pack.dimensions[id] : pack.indicators[id])?.weight;
  };
  // A dimension without a weight of its own weighs as much as what it holds, as in the scoring.
  const weigh = (node: Node): number => own(node) ?? (node.holds ? sumOf(childrenOf(node.id).map(weigh)) : 0);
  const shares = new Map<string, number>();
  const visit = (parent: string | undefined, above: number): void => {
    const children = childrenOf(parent).map((node) => [node, weigh(node)] as const);
    const total = sumOf(children.map(([, weight]) => weight));
    for (const [node, weight] of children) {
      const share = total > 0 ? (above * weight) / total : 0;
      shares.set(node.id, share);
      if (node.holds) visit(node.id, share);
    }
  };
  visit(undefined, 1 - weights.rest);
  return shares;
}
