import { foldText } from '../table/fold';
import type { NameWords } from './schema';

/** Shorter rests would fit too many names. */
const SHORTEST = 2;
/** Longer texts are no names, and comparing their ends would cost the square of their length. */
const LONGEST = 60;

/** How names are written: what may be left out of the name of a place, and what two names of one zone may differ in. */
export class NameForms {
  private readonly kinds: readonly string[];
  private readonly areas: readonly string[];
  private readonly places: readonly string[];

  constructor({ zone_kinds, zone_areas, place_kinds }: Pick<NameWords, 'zone_kinds' | 'zone_areas' | 'place_kinds'>) {
    const longestFirst = (words: readonly string[]): string[] => words.map(foldText).sort((a, b) => b.length - a.length);
    this.kinds = longestFirst(zone_kinds);
    this.areas = longestFirst(zone_areas);
    this.places = longestFirst(place_kinds);
  }

  /** A zone's name without kind and administration: what is left of 广州市经济技术开发区 and of 广州开发区 is 广州. */
  zoneStem(name: string): string {
    let stem = foldText(name);
    if (stem.length > LONGEST) return stem;
    const kind = this.kinds.find((end) => stem.endsWith(end) && stem.length > end.length);
    if (kind !== undefined) stem = stem.slice(0, -kind.length);
    for (const area of this.areas) {
      const without = stem.replaceAll(area, '');
      if (without.length >= SHORTEST) stem = without;
    }
    return stem;
  }

  /** A place's name without its last word: 广州 for 广州市. */
  placeStem(name: string): string {
    const folded = foldText(name);
    const kind = this.places.find((end) => folded.endsWith(end) && folded.length - end.length >= SHORTEST);
    return kind === undefined ? folded : folded.slice(0, -kind.length);
  }

  /** Whether two different names may mean one zone: they differ in kind or administration, or one leaves out the city before it. */
  near(one: string, other: string): boolean {
    const [a, b] = [this.zoneStem(one), this.zoneStem(other)];
    return a === b || endsWith(a, b) || endsWith(b, a);
  }
}

const endsWith = (long: string, short: string): boolean => short.length >= SHORTEST && long.endsWith(short);

/** Finds the names of a list that are near a given one, without comparing every pair. */
export class NearNames {
  /** Every end of a stem → the names that have it. */
  private readonly byEnd = new Map<string, number[]>();
  private readonly stems: readonly string[];

  constructor(
    private readonly forms: NameForms,
    names: readonly string[],
  ) {
    this.stems = names.map((name) => forms.zoneStem(name));
    this.stems.forEach((stem, at) => {
      if (stem.length > LONGEST) return;
      for (let from = 0; from === 0 || stem.length - from >= SHORTEST; from++) {
        const end = stem.slice(from);
        const known = this.byEnd.get(end);
        if (known) known.push(at);
        else this.byEnd.set(end, [at]);
      }
    });
  }

  /** Places in the list of the names that are near. */
  of(name: string): readonly number[] {
    const stem = this.forms.zoneStem(name);
    if (stem.length > LONGEST) return [];
    const found = new Set(stem.length < SHORTEST ? [] : this.byEnd.get(stem));
    for (let from = 0; from === 0 || stem.length - from >= SHORTEST; from++) {
      const end = stem.slice(from);
      for (const at of this.byEnd.get(end) ?? []) if (this.stems[at] === end) found.add(at);
    }
    return [...found].sort((a, b) => a - b);
  }
}
