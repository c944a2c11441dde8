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

/** {@link orderHolds} for two plain cell numbers, compared exactly. */
export function edgeHoldsNumber(edge: Edge, value: number, limit: number): boolean {
  return orderHolds(edge, compareNumbers(value, limit));
}
