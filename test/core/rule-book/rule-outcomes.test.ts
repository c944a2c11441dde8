import { assessed, judged } from '../../packs/run';
import { settingsSheet } from '../../packs/sheets';
import { ruleLines } from '../../../src/core/rule-book/rule-lines';
import { lineKey } from '../../../src/core/rule-book/rule-line';
import { smallBooks } from '../report/small-books';
import { valueAt } from '../report/plan-markdown';

describe.each(smallBooks.map((book) => [book.pack.pack, book] as const))('%s', (_, { pack, sheets }) => {
  const { outcomes, plan, checked, result } = assessed(pack, sheets);
  const findings = judged(pack, sheets);

  test('counts are those of the findings', () => {
    for (const rule of Object.keys(pack.rules)) {
      const { counts } = outcomes!.get(lineKey('rules', rule))!;
      const of = findings.of(rule);
      const expected = { met: 0, explain: 0, unmet: 0, missing: 0 };
      of.forEach(({ status }) => expected[status]++);
      expect([rule, counts]).toEqual([rule, expected]);
    }
    const all = Object.keys(pack.rules).map((rule) => Object.values(outcomes!.get(lineKey('rules', rule))!.counts!));
    expect(all.flat().reduce((sum, count) => sum + count, 0)).toBe(result.findings.length);
  });

  test('the words of a rule’s findings stand with their numbers, and a rule that says nothing says why', () => {
    const { silent, unchosen } = findings.judgement;
    for (const rule of Object.keys(pack.rules)) {
      const { text } = outcomes!.get(lineKey('rules', rule))!;
      const isMade = !silent.has(rule) && !unchosen.has(rule);
      expect([rule, text.startsWith('未做：')]).toEqual([rule, !isMade]);
      if (!isMade) expect(text.length).toBeGreaterThan('未做：'.length);
      else for (const { word } of findings.of(rule)) expect(text).toContain(word);
    }
  });

  test('every outcome is one of a line, and every line of a rule, ranking, item or indicator has one', () => {
    const keys = ruleLines(checked.offered, checked.figures.settings).map(({ key }) => key);
    const without = keys.filter((key) => !outcomes!.has(key));
    expect(without.filter((key) => !/^(contents$|indicator_import$|decided:|parameters:)/u.test(key))).toEqual([]);
    expect([...outcomes!.keys()].filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('a place is a cell of a sheet of the plan, and of a list the first line of the rule', () => {
    for (const [key, { at }] of outcomes!) {
      if (!at) continue;
      const sheet = plan!.sheets.find(({ name }) => name === at.sheet);
      expect([key, sheet?.name]).toEqual([key, at.sheet]);
      const rule = pack.rules[key.replace('rules:', '')];
      const row = Number(/\d+$/u.exec(at.cell)![0]) - 1 - sheet!.head.length;
      const isList = pack.sheets.some(({ title, layout }) => title === at.sheet && layout === 'list');
      if (rule && isList && row >= 0) expect(valueAt(sheet!.body[2]!, row)).toBe(rule.title);
    }
  });
});

test('an indicator that nobody took up, and a limit that nobody gave, are told as such', () => {
  const { pack, sheets } = smallBooks.find((book) => book.pack.pack === 'shandong-2016')!;
  const { outcomes } = assessed(pack, sheets);
  const idle = Object.entries(pack.indicators).find(([, { basis }]) => basis === 'suggested')![0];
  expect(outcomes!.get(lineKey('indicators', idle))!.text).toBe('未做：建议指标，工作簿没有报送，不计分');
  const own = settingsSheet(pack, {});
  const bare = assessed(pack, [...sheets.filter(({ name }) => name !== own.name), own]);
  expect(bare.outcomes!.get('rules:air_pm25')!.text).toBe('未做：文件未规定“空气质量指标”，用户也未填写');
});

test('a run that a problem blocks has no outcomes', () => {
  const { pack } = smallBooks[0]!;
  expect(assessed(pack, []).outcomes).toBeUndefined();
});
