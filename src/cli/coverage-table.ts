import type { Pack } from '../core/pack/schema';

/** What becomes of an item of a document. */
export const ways = ['computed', 'ticked', 'shown', 'declined'] as const;
export type Way = (typeof ways)[number];

/** Items of a pack's document by way and by kind, which the letters in the middle of their ids name: DIM, IND, THR … */
export interface Coverage {
  readonly total: Readonly<Record<Way, number>>;
  readonly kinds: ReadonlyMap<string, Readonly<Record<Way, number>>>;
  /** Items that are declined, each with the reason. */
  readonly declined: readonly (readonly [item: string, why: string])[];
}

const none = (): Record<Way, number> => ({ computed: 0, ticked: 0, shown: 0, declined: 0 });

/** What a pack says of the items of its document. An item of several parts counts once. */
export function coverageOf(pack: Pack): Coverage {
  const found = new Map<string, Way>();
  const take = (way: Way, items: readonly string[]): void => items.forEach((item) => found.set(item, way));
  const takeAll = (way: Way, part: Readonly<Record<string, { readonly covers: readonly string[] }>>): void =>
    Object.values(part).forEach(({ covers }) => take(way, covers));
  for (const { how, ids } of pack.covers) take(how, ids);
  takeAll('shown', pack.statements);
  for (const rule of Object.values(pack.rules)) {
    if (rule.kind !== 'checklist') continue;
    take('ticked', rule.covers);
    takeAll('ticked', rule.items);
  }
  for (const part of [pack.dimensions, pack.indicators, pack.rankings, pack.grades]) takeAll('computed', part);
  for (const rule of Object.values(pack.rules)) if (rule.kind !== 'checklist') take('computed', rule.covers);

  const total = none();
  const kinds = new Map<string, Record<Way, number>>();
  for (const [item, way] of [...found].sort(([a], [b]) => a.localeCompare(b))) {
    const kind = item.split('-')[1] ?? '';
    const counts = kinds.get(kind) ?? none();
    counts[way]++;
    total[way]++;
    kinds.set(kind, counts);
  }
  const declined = pack.covers.flatMap(({ how, ids, why }) => (how === 'declined' ? ids.map((id) => [id, why ?? ''] as const) : []));
  return { total, kinds, declined };
}
