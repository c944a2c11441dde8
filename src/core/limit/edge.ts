import { compareNumbers, type Order } from '../decimal';
import type { Limit } from '../pack/parts';

/** The words for one side of a limit: over (>), at_least (≥), under (<), at_most (≤). */
export const sides = ['over', 'at_least', 'under', 'at_most'] as const;
export type Side = (typeof sides)[number];

/** The words for an edge, in the order in which they are shown. */
export const edges = [...sides, 'equals'] as const;
export type Edge = (typeof edges)[number];

/** What a rule or a measure says about its limits. */
export type Edged = { readonly [edge in Edge]?: Limit | undefined };

const holds: Readonly<Record<Edge, (order: Order) => boolean>> = {
  over: (order) => order > 0,
  at_least: (order) => order >= 0,
  under: (order) => order < 0,
  at_most: (order) => order <= 0,
  equals: (order) => order === 0,
};

/** Whether the order of value to limit satisfies the edge. */
export function orderHolds(edge: Edge, order: Order): boolean {
  return holds[edge](order);
}

/** Whether the edge holds for every value whose order to the limit lies from `least` to `greatest`; undefined where for some only. */
export function ordersHold(edge: Edge, least: Order, greatest: Order): boolean | undefined {
  const between = ([-1, 0, 1] as const).filter((order) => order >= least && order <= greatest);
  const holding = between.filter((order) => orderHolds(edge, order));
  return holding.length === between.length ? true : holding.length === 0 ? false : undefined;
}

/** {@link orderHolds} for two plain cell numbers, compared exactly. */
export function edgeHoldsNumber(edge: Edge, value: number, limit: number): boolean {
  return orderHolds(edge, compareNumbers(value, limit));
}
