import type { Pack } from '../../src/core/pack/schema';
import { packs } from './built-in';
import { catalogue, itemsOf } from './catalogue';

/** Items that a pack may leave aside, each with its reason; so far none. */
const exceptions: Readonly<Record<string, string>> = {};

type Way = 'computed' | 'ticked' | 'shown' | 'declined';

/** What becomes of the items that a pack names, part by part. */
function waysOf(pack: Pack): [item: string, way: Way][] {
  const of = (way: Way, ...parts: readonly (readonly string[])[]): [string, Way][] => parts.flat().map((item) => [item, way]);
  const covers = (part: Readonly<Record<string, { readonly covers: readonly string[] }>>): string[] =>
    Object.values(part).flatMap((one) => one.covers);
  return [
    ...of('computed', covers(pack.dimensions), covers(pack.indicators), covers(pack.rankings), covers(pack.grades)),
    ...Object.values(pack.rules).flatMap((rule) =>
      rule.kind === 'checklist' ? of('ticked', rule.covers, covers(rule.items)) : of('computed', rule.covers),
    ),
    ...of('shown', covers(pack.statements)),
    ...pack.covers.flatMap(({ how, ids }) => of(how, ids)),
  ];
}

const coversOf = (pack: Pack): string[] => waysOf(pack).map(([item]) => item);

test.each(packs.map((pack) => [pack.pack, pack] as const))(
  '%s says of every item of its document what becomes of it, in one way',
  (id, pack) => {
    const ways = new Map<string, Set<Way>>();
    for (const [item, way] of waysOf(pack)) ways.set(item, (ways.get(item) ?? new Set()).add(way));
    expect([...ways].filter(([, all]) => all.size > 1).map(([item, all]) => `${item} ${[...all].join('/')}`)).toEqual([]);
    const left = itemsOf(id).filter((item) => !ways.has(item.id));
    expect(left.map((item) => item.id)).toEqual([]);
  },
);

describe.each(packs.map((pack) => [pack.pack, pack] as const))('%s', (id, pack) => {
  const own = itemsOf(id);
  const covered = new Set(coversOf(pack));

  test('covers items of its own document alone', () => {
    const known = new Set(own.map((item) => item.id));
    expect([...covered].filter((item) => !known.has(item))).toEqual([]);
  });

  test.each(['threshold', 'target', 'ranking-rule', 'deadline', 'evaluation-dimension'])('every item of type %s is covered', (type) => {
    const wanted = own.filter((item) => item.type === type).map((item) => item.id);
    expect(wanted.filter((item) => !covered.has(item) && !exceptions[item])).toEqual([]);
  });

  test('every indicator that the text names is covered', () => {
    const wanted = own.filter((item) => item.indicator_basis === 'named').map((item) => item.id);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((item) => !covered.has(item) && !exceptions[item])).toEqual([]);
  });

  test('what is declined or only shown says why', () => {
    expect(pack.covers.filter(({ how, why }) => how !== 'computed' && how !== 'ticked' && why === undefined)).toEqual([]);
  });

  test('thresholds, targets and ranking rules are computed by a rule, not only mentioned', () => {
    const ruled = new Set(Object.values(pack.rules).flatMap(({ covers }) => covers));
    const wanted = own.filter(({ type }) => ['threshold', 'target', 'ranking-rule', 'deadline'].includes(type)).map((item) => item.id);
    expect(wanted.filter((item) => !ruled.has(item))).toEqual([]);
  });

  test('every rule stands on a result sheet', () => {
    const placed = new Set(pack.sheets.flatMap(({ rules }) => rules));
    expect(Object.keys(pack.rules).filter((rule) => !placed.has(rule))).toEqual([]);
  });

  test('a default has a clause or a decision behind it', () => {
    expect(
      Object.entries(pack.parameters)
        .filter(([, { default: value, clause, decided }]) => value !== undefined && !clause && !decided)
        .map(([key]) => key),
    ).toEqual([]);
  });

  test('a parameter that switches a rule on has no default, unless the document itself names the number', () => {
    const numeric = Object.entries(pack.parameters).filter(
      ([, { kind, default: value }]) => value !== undefined && (kind === 'number' || kind === 'integer'),
    );
    // What only asks for a reason switches nothing on: it is named by checks alone.
    const asking = Object.values(pack.checks).flatMap((check) =>
      check.kind === 'change' && typeof check.more_than !== 'number' ? [check.more_than.parameter] : [],
    );
    const elsewhere = JSON.stringify({ ...pack, checks: {}, parameters: {} });
    const only = asking.filter((key) => !elsewhere.includes(`"${key}"`));
    expect(numeric.filter(([key, { clause }]) => !clause && !only.includes(key)).map(([key]) => key)).toEqual([]);
  });

  test('no weights anywhere', () => {
    expect(pack.scoring.basis).toBe('equal_weights_trial');
    expect(pack.scoring.weights).toEqual({ kind: 'equal' });
    expect(pack.scoring.adjustments).toEqual([]);
    expect([...Object.values(pack.dimensions), ...Object.values(pack.indicators)].filter(({ weight }) => weight !== undefined)).toEqual([]);
  });

  test('indicators carry their basis, and suggestions a decision', () => {
    for (const [key, { basis, decided, clause }] of Object.entries(pack.indicators)) {
      expect([key, ['named', 'suggested'].includes(basis)]).toEqual([key, true]);
      expect([key, clause !== undefined]).toEqual([key, true]);
      // Which dimension an indicator belongs to is nowhere in the text.
      expect([key, decided?.includes('G2')]).toEqual([key, true]);
    }
  });

  test('sheet titles are the names of Excel sheets', () => {
    const titles = pack.sheets.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 31)).toEqual([]);
  });
});

test('the catalogue is whole', () => {
  expect(catalogue).toHaveLength(758);
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(758);
});
