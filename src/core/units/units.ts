import { Factor } from './factor';
import { unitsSchema, type OwnUnits, type UnitList } from './schema';

/** The closed list of units: every number of the program has one of them, and only like is compared with like. */
export interface Units {
  /** Id of the unit that the text names ("（亿元）", "单位：㎡", "万元／公顷"), undefined where it names none. */
  find(text: string): string | undefined;
  /** Exact ratio that turns a number in `from` into a number in `to`; undefined across dimensions and currencies. */
  factor(from: string, to: string): Factor | undefined;
  /** "money_cny", "money_cny/area"; undefined for an unknown id. */
  dimension(id: string): string | undefined;
  /** How the unit is shown. */
  title(id: string): string;
  /** Chinese name of the unit's dimension, for messages. */
  dimensionTitle(id: string): string;
  /** Whether a header may leave the unit out. */
  plain(id: string): boolean;
  /** Units by which a message may show what is expected: the usual one of each dimension. */
  sample(dimensions: readonly string[]): readonly string[];
  /** Whether figures in it may be added up: amounts and counts, not shares, ranks or quotients. */
  adds(id: string): boolean;
  /** Ids of all simple units, for lists shown to people. */
  readonly ids: readonly string[];
  /** Whether it is a dimension of the list. */
  lists(dimension: string): boolean;
  /** The list with a pack's own units. @throws RangeError where one name stands for two units, or a new dimension has no title or base unit */
  with(own: OwnUnits): Units;
}

interface Unit {
  readonly id: string;
  readonly dimension: string;
  readonly dimensionTitle: string;
  readonly factor: Factor;
  readonly plain: boolean;
  readonly adds: boolean;
  readonly shown: string;
}

/** Longer texts name no unit. */
const LONGEST_NAME = 24;

const WRAPPED = /^[([{【〔［｛<〈《](.*)[)\]}】〕］｝>〉》]$/u;
const PREFIX = /^(?:计量|金额|数量)?单位[:为]?/u;

function foldUnit(text: string): string {
  let folded = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[∕⁄÷]/gu, '/')
    .toLowerCase()
    .replaceAll('µ', 'μ');
  for (;;) {
    const next = folded
      .replace(WRAPPED, '$1')
      .replace(PREFIX, '')
      .replace(/^:|[。.;]$/gu, '');
    if (next === folded) return folded;
    folded = next;
  }
}

/**
 * @param data packs/units.yaml, parsed
 * @throws ZodError where the data has another shape, RangeError where one name stands for two units
 */
export const createUnits = (data: unknown): Units => unitsOf(unitsSchema.parse(data));

/** @throws RangeError where one name stands for two units */
export function unitsOf(list: UnitList): Units {
  const extended = new WeakMap<OwnUnits, Units>();
  const simple = new Map<string, Unit>();
  const ids: string[] = [];
  const byId = new Map<string, Unit>();
  const names = new Map<string, string | undefined>();
  const scaled = new Set(Object.entries(list.dimensions).flatMap(([id, dimension]) => (dimension.scaled ? [id] : [])));
  const scales = Object.entries(list.scales).sort(([a], [b]) => b.length - a.length);
  for (const [dimension, { title, adds, units }] of Object.entries(list.dimensions)) {
    const entries = Object.entries(units);
    if (!entries.some(([, unit]) => Factor.parse(unit.factor).isOne)) throw new RangeError(`dimension ${dimension} has no base unit`);
    for (const [id, unit] of entries) {
      const entry: Unit = {
        id,
        dimension,
        dimensionTitle: title,
        factor: Factor.parse(unit.factor),
        plain: unit.plain,
        adds: unit.adds ?? adds,
        shown: unit.shown ?? id,
      };
      if (byId.has(id)) throw new RangeError(`unit ${id} is listed twice`);
      byId.set(id, entry);
      ids.push(id);
      for (const name of [id, ...unit.aliases]) {
        const folded = foldUnit(name);
        if (simple.has(folded)) throw new RangeError(`unit name ${name} is listed twice`);
        simple.set(folded, entry);
      }
    }
  }

  const compound = (above: Unit, below: Unit): Unit => {
    const id = `${above.id}/${below.id}`;
    const known = byId.get(id);
    if (known) return known;
    const unit: Unit = {
      id,
      dimension: `${above.dimension}/${below.dimension}`,
      dimensionTitle: `${above.dimensionTitle}/${below.dimensionTitle}`,
      factor: above.factor.divide(below.factor),
      plain: false,
      adds: false,
      shown: id,
    };
    byId.set(id, unit);
    return unit;
  };

  /** A listed unit, or one of which some tens or thousands are counted as one: 百人, 十万件. */
  const single = (folded: string): Unit | undefined => {
    const one = simple.get(folded);
    if (one) return one;
    for (const [scale, factor] of scales) {
      if (!folded.startsWith(scale)) continue;
      const counted = simple.get(folded.slice(scale.length));
      if (!counted?.factor.isOne || !scaled.has(counted.dimension)) continue;
      const id = `${scale}${counted.id}`;
      const known = byId.get(id);
      if (known) return known;
      const unit: Unit = { ...counted, id, factor: Factor.parse(factor), plain: false, shown: id };
      byId.set(id, unit);
      return unit;
    }
    return undefined;
  };

  const parse = (text: string): string | undefined => {
    const folded = foldUnit(text);
    const one = single(folded);
    if (one) return one.id;
    const parts = /^([^/每]+)[/每](.+)$/u.exec(folded);
    if (!parts) return undefined;
    const above = single(parts[1] ?? '');
    const below = single(parts[2] ?? '');
    return above && below ? compound(above, below).id : undefined;
  };

  const get = (id: string): Unit | undefined => {
    const known = byId.get(id);
    if (known) return known;
    const found = id.length > LONGEST_NAME ? undefined : parse(id);
    return found === id ? byId.get(found) : undefined;
  };

  return {
    find(text) {
      if (text.length > LONGEST_NAME) return undefined;
      if (names.has(text)) return names.get(text);
      const id = parse(text);
      if (names.size < 5000) names.set(text, id);
      return id;
    },
    factor(from, to) {
      const source = get(from);
      const target = get(to);
      return source && target && source.dimension === target.dimension ? source.factor.divide(target.factor) : undefined;
    },
    dimension: (id) => get(id)?.dimension,
    dimensionTitle: (id) => get(id)?.dimensionTitle ?? id,
    title: (id) => get(id)?.shown ?? id,
    sample: (dimensions) => dimensions.flatMap((dimension) => Object.keys(list.dimensions[dimension]?.units ?? {}).slice(2, 3)),
    plain: (id) => get(id)?.plain ?? false,
    adds: (id) => get(id)?.adds ?? false,
    ids,
    lists: (dimension) => Object.hasOwn(list.dimensions, dimension),
    with(own) {
      if (Object.keys(own).length === 0) return this;
      let known = extended.get(own);
      if (!known) extended.set(own, (known = unitsOf(withOwn(list, own))));
      return known;
    },
  };
}

function withOwn(list: UnitList, own: OwnUnits): UnitList {
  const dimensions = new Map(Object.entries(list.dimensions));
  for (const [id, { title, adds = true, scaled = false, units }] of Object.entries(own)) {
    const known = dimensions.get(id);
    if (!known && title === undefined) throw new RangeError(`dimension ${id} has no title`);
    dimensions.set(id, known ? { ...known, units: { ...known.units, ...units } } : { title: title ?? id, adds, scaled, units });
  }
  return { ...list, dimensions: Object.fromEntries(dimensions) };
}
