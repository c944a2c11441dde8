import type { SheetGrid } from '../../src/core/grid';
import { packOf, packs } from './built-in';
import { limitsOfPack, type Expected, type LimitCase } from './limits/limit-case';
import { reviewed } from './reviewed';
import { AS_OF, judged } from './run';

const ruleOf = ({ limit }: LimitCase): string => limit.slice(0, limit.indexOf('.'));
const subjectOf = ({ subject }: LimitCase, value: string | number): string => (typeof subject === 'string' ? subject : subject(value));

function outcome(packId: string, rule: string, subject: string, book: readonly SheetGrid[], asOf: string, expected: Expected): Expected {
  const { one } = judged(packOf(packId), book, asOf);
  const finding = one(rule, subject) ?? one(rule, `全部${packOf(packId).subject}`);
  if (!finding) return 'silent';
  return expected.includes(' ') ? `${finding.status} ${finding.word}` : finding.status;
}

describe.each(Object.entries(reviewed))('%s', (packId, { limits: cases }) => {
  const pack = packOf(packId);

  test.each(cases.map((one) => [one.limit, one] as const))('%s is what the document says', (limit, one) => {
    const rule = pack.rules[ruleOf(one)]!;
    expect(limitsOfPack(pack).get(limit)).toBe(one.is);
    expect(rule.clause).toContain(one.clause);
    expect(Object.keys(pack.clauses)).toContain(one.clause);
  });

  describe.each(cases.map((one) => [`${one.limit} (${one.clause})`, one] as const))('%s', (_, one) => {
    test.each(['just under', 'exactly on', 'just over'].map((where, at) => [where, one.values[at]!, one.expect[at]!] as const))(
      '%s: %s is %s',
      (_where, value, expected) => {
        expect(outcome(packId, ruleOf(one), subjectOf(one, value), one.book(value), one.asOf?.(value) ?? AS_OF, expected)).toBe(expected);
      },
    );

    if (one.more) {
      test.each(one.more.map((variant) => [variant.name, variant.expect, variant] as const))('%s: %s', (_name, expected, variant) => {
        const subject = variant.subject ?? subjectOf(one, one.values[1]);
        expect(outcome(packId, ruleOf(one), subject, variant.book, variant.asOf ?? AS_OF, expected)).toBe(expected);
      });
    }
  });
});

test.each(packs.map((pack) => [pack.pack, pack] as const))('%s: no limit without its three cases', (id, pack) => {
  const cases = reviewed[id]?.limits ?? [];
  const limits = cases.map(({ limit }) => limit);
  expect([...limitsOfPack(pack).keys()].filter((limit) => !limits.includes(limit))).toEqual([]);
  expect(limits.filter((limit) => !limitsOfPack(pack).has(limit))).toEqual([]);
  expect(limits.filter((limit, at) => limits.indexOf(limit) !== at)).toEqual([]);
  for (const { values } of cases) expect(new Set(values).size).toBe(3);
});

test('numbers stand in order: under, on, over', () => {
  for (const { limit, values } of Object.values(reviewed).flatMap(({ limits }) => limits)) {
    const [under, on, over] = values;
    expect([limit, under < on && on < over]).toEqual([limit, true]);
  }
});
