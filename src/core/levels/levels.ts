import { ratioOf, ratioToNumber } from '../decimal';
import { boundsKeep, rowKeeps, type ResolvedLimit } from '../limit/limit';
import { sides, type Edged } from '../limit/edge';
import type { Figures } from '../measure/figures';
import type { Limit } from '../pack/parts';
import { titleOf } from '../pack/references';
import type { Pack, PackLevels } from '../pack/schema';
import { chosenReference } from '../parameters/parameter-sheet';

/** Best and worst level that something can have, counted from 0 for the best; the same where it is settled. */
export interface LevelAt {
  readonly best: number;
  readonly worst: number;
}

export interface LevelColumn {
  readonly id: string;
  readonly title: string;
  readonly kind: 'dimension' | 'indicator';
  /** By row of the main table; undefined where it is not for the row, and of a dimension where none of its indicators is. */
  readonly at: readonly (LevelAt | undefined)[];
}

export interface LevelScale {
  readonly key: string;
  readonly title: string;
  /** Each dimension before the indicators that it holds itself. */
  readonly columns: readonly LevelColumn[];
}

const plain = (limit: Limit): ResolvedLimit => {
  const exact = ratioOf(limit as number);
  return { exact, near: ratioToNumber(exact), cells: [] };
};

/** Levels of one indicator by row: compared exactly; of a missing figure, what its declared range leaves open. */
function indicatorLevels(pack: Pack, figures: Figures, id: string, given: PackLevels['indicators'][string]): (LevelAt | undefined)[] {
  const declared = pack.indicators[id]!;
  const series = figures.series(chosenReference(figures.settings, declared.measure ?? id) ?? '');
  const side = sides.find((one) => given[one] !== undefined)!;
  const edged = given[side]!.map((limit): Edged => ({ [side]: limit }));
  const worst = edged.length;
  const first = (holds: (edge: Edged) => boolean): number => {
    const at = edged.findIndex(holds);
    return at < 0 ? worst : at;
  };
  return Array.from({ length: figures.rowsOf({ table: pack.main_table }) }, (_, row): LevelAt | undefined => {
    const membership = figures.membership(declared.applies, pack.main_table, row);
    if (membership === 'out') return undefined;
    if (membership === 'open') return { best: 0, worst };
    const at = series.frame === 'single' ? 0 : row;
    if (Number.isNaN(series.values[at] ?? NaN)) {
      const bounds = series.bounds(at);
      return {
        best: first((edge) => boundsKeep(edge, bounds, plain) !== false),
        worst: first((edge) => boundsKeep(edge, bounds, plain) === true),
      };
    }
    const level = first((edge) => rowKeeps(edge, series, at, plain) === true);
    return { best: level, worst: level };
  });
}

/** The level of what holds these; it rises with each of them, so that the best of all gives its best. */
function combined({ steps, combine, caps }: PackLevels, levels: readonly number[]): number {
  const taken = [...levels].sort((a, b) => b - a).slice(0, combine.worst ?? levels.length);
  const mean = taken.reduce((sum, level) => sum + level, 0) / taken.length;
  const stepOf = (title: string): number => steps.findIndex((step) => step.title === title);
  return caps.reduce(
    (level, { any, at_best: least }) => (levels.some((one) => one >= stepOf(any)) ? Math.max(level, stepOf(least)) : level),
    combine.between === 'better' ? Math.floor(mean) : Math.ceil(mean),
  );
}

function scaleOf(pack: Pack, figures: Figures, key: string, scale: PackLevels): LevelScale {
  const indicators = new Map(
    Object.entries(scale.indicators).flatMap(([id, given]) =>
      pack.indicators[id] ? [[id, indicatorLevels(pack, figures, id, given)] as const] : [],
    ),
  );
  const rows = figures.rowsOf({ table: pack.main_table });
  const childrenOf = (parent: string | undefined): string[] =>
    Object.keys(pack.dimensions).filter((id) => pack.dimensions[id]!.parent === parent);
  const ownOf = (dimension: string): string[] => [...indicators.keys()].filter((id) => pack.indicators[id]!.dimension === dimension);
  const below = (dimension: string): string[] => [...ownOf(dimension), ...childrenOf(dimension).flatMap(below)];
  const columns = (dimension: string): LevelColumn[] => {
    const held = below(dimension);
    if (held.length === 0) return [];
    const at = Array.from({ length: rows }, (_, row): LevelAt | undefined => {
      const all = held.flatMap((id) => indicators.get(id)![row] ?? []);
      const taken = scale.missing === 'wait' ? all : all.filter(({ best, worst }) => best === worst);
      if (all.length === 0) return undefined;
      if (taken.length === 0) return { best: 0, worst: scale.steps.length - 1 };
      const ends = (end: keyof LevelAt): number =>
        combined(
          scale,
          taken.map((one) => one[end]),
        );
      return { best: ends('best'), worst: ends('worst') };
    });
    return [
      { id: dimension, title: pack.dimensions[dimension]!.title, kind: 'dimension', at },
      ...ownOf(dimension).map((id): LevelColumn => {
        const { title, measure = id } = pack.indicators[id]!;
        const named = title ?? titleOf(pack, chosenReference(figures.settings, measure) ?? '');
        return { id, title: named, kind: 'indicator', at: indicators.get(id)! };
      }),
      ...childrenOf(dimension).flatMap(columns),
    ];
  };
  return { key, title: scale.title, columns: childrenOf(undefined).flatMap(columns) };
}

/** Every scale of levels of the pack over the rows of the main table. */
export function levelsOf(pack: Pack, figures: Figures): LevelScale[] {
  return Object.entries(pack.levels).map(([key, scale]) => scaleOf(pack, figures, key, scale));
}
