import { edges, type Edge } from '../limit/edge';
import type { Limit } from '../pack/parts';
import { literal } from '../score/formula-text';
import type { IndicatorUse } from '../ranking/population';
import type { DetailLayout } from './detail-layout';

const SIGNS: Readonly<Record<Edge, string>> = { over: '>', at_least: '>=', under: '<', at_most: '<=', equals: '=' };

const limitText = (limit: Limit): string | undefined =>
  typeof limit === 'number' ? literal(limit) : 'fraction' in limit ? `(${limit.fraction.join('/')})` : undefined;

/**
 * How the points of an indicator stand in a formula where a condition of its dimension may hold them down; undefined where a formula cannot say it.
 * @param isZero a missing figure counts 0, so that it meets no condition
 */
export function conditionFormula(
  { pack, ranked, ...layout }: Pick<DetailLayout, 'pack' | 'ranked'> & { readonly cellOf: (indicator: string) => string },
  { id, dimension }: IndicatorUse,
  isZero: boolean,
): ((points: string) => string) | undefined {
  const condition = pack.dimensions[dimension]?.condition;
  if (!condition || condition.indicator === id) return (points) => points;
  if (!ranked.indicators.some((one) => one.id === condition.indicator)) return undefined;
  const cell = layout.cellOf(condition.indicator);
  const given = edges.flatMap((edge) => {
    const limit = condition[edge];
    return limit === undefined ? [] : [{ edge, text: limitText(limit) }];
  });
  if (given.some(({ text }) => text === undefined)) return undefined;
  const holds = given.map(({ edge, text }) => `${cell}${SIGNS[edge]}${text}`).join(',');
  const met = isZero ? `AND(ISNUMBER(${cell}),${holds})` : `OR(NOT(ISNUMBER(${cell})),AND(${holds}))`;
  return (points) => `IF(${met},${points},MIN(${literal(condition.otherwise)},${points}))`;
}
