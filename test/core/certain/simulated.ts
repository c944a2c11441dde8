import { Places, type Certainty } from '../../../src/core/certain/places';
import { boundTotals, type PopulationColumns } from '../../../src/core/certain/total-bounds';
import { rankTotals, firstN, lastN, type Ranking } from '../../../src/core/score/rank';
import { score } from '../../../src/core/score/score';
import type { SettledMethod } from '../../../src/core/score/methods/index';
import type { ScoreBranch } from '../../../src/core/score/tree';

/** Mulberry32: the same numbers on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Table = readonly Float64Array[];

/** Indicators of one tree with equal weights, all better when higher. */
export class Assessed {
  readonly tree: ScoreBranch;
  constructor(
    readonly rows: number,
    readonly indicators: number,
    readonly method: SettledMethod,
  ) {
    const children = Array.from({ length: indicators }, (_, at) => ({ id: `x${at}` }));
    this.tree = { id: 'total', children, method: 'weighted_arithmetic', missing: 'renormalise' };
  }

  /** Totals as the program works them out today: what is missing is left out. */
  ranking(table: Table): Ranking & { readonly totals: Float64Array } {
    const { tree, method } = this;
    const rows = table[0]!.length;
    const { nodeScores } = score({
      rows,
      values: new Map(table.map((values, at) => [`x${at}`, values])),
      indicators: table.map((_, at) => ({ id: `x${at}`, direction: 'higher_is_better' as const, method })),
      tree,
      weighting: { kind: 'equal' },
    });
    const totals = nodeScores.get('total')!;
    return { ...rankTotals(totals, { order: 'highest_first' }), totals };
  }

  population(table: Table, members = table[0]!.length): PopulationColumns {
    return {
      members,
      rows: table[0]!.length,
      indicators: new Map(
        table.map((values, at) => [`x${at}`, { direction: 'higher_is_better' as const, method: this.method, values, members }]),
      ),
      tree: this.tree,
      weighting: { kind: 'equal' },
      adjustments: [],
    };
  }

  places(table: Table, members = table[0]!.length): Places {
    return new Places({ bounds: boundTotals(this.population(table, members)), members, order: 'highest_first' });
  }
}

/** A draw of the standard normal distribution (Box–Muller). */
const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/**
 * Figures of one common factor: how strong a zone is and what is its own in an indicator weigh alike, so that any two indicators correlate by
 * one half. Of figures that tell zones apart less, fewer names are certain, and more of those of today are wrong.
 */
export function drawTable(random: () => number, rows: number, indicators: number): Float64Array[] {
  const strength = Array.from({ length: rows }, () => normal(random));
  return Array.from({ length: indicators }, () => Float64Array.from(strength, (own) => Math.max(1, 500 + 100 * (own + normal(random)))));
}

export function strewBlanks(random: () => number, table: Table, share: number): Float64Array[] {
  return table.map((values) => values.map((value) => (random() < share ? NaN : value)));
}

/** Every gap filled: within the range of the figures that are there, or far outside of it. */
export function complete(random: () => number, table: Table, where: 'within' | 'outside'): Float64Array[] {
  return table.map((values) => {
    const present = values.filter((value) => value === value);
    if (present.length === 0) return values.slice();
    const least = Math.min(...present);
    const greatest = Math.max(...present);
    const range = greatest - least;
    return values.map((value) => {
      if (value === value) return value;
      if (where === 'within') {
        const draw = random();
        // The ends of the range are the hardest cases.
        return draw < 0.25 ? least : draw > 0.75 ? greatest : least + random() * range;
      }
      return random() < 0.5 ? least - random() * 20 * range : greatest + random() * 20 * range;
    });
  });
}

export const listed = (ranking: Ranking, end: 'first' | 'last', n: number): ReadonlySet<number> =>
  new Set((end === 'last' ? lastN : firstN)(ranking, n).rows);

export const verdicts = (places: Places, rows: number, end: 'first' | 'last', n: number): Certainty[] =>
  Array.from({ length: rows }, (_, row) => places.among(row, end, n));
