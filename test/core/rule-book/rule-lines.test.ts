import { ruleLines } from '../../../src/core/rule-book/rule-lines';
import { lineKey, type RuleLine } from '../../../src/core/rule-book/rule-line';
import { settingText } from '../../../src/core/rule-book/setting-text';
import type { Pack } from '../../../src/core/pack/schema';
import { readUserSettings } from '../../../src/core/parameters/parameter-sheet';
import { packOf, packs } from '../../packs/built-in';
import { settingsSheet } from '../../packs/sheets';

const linesOf = (pack: Pack, sheets: Parameters<typeof readUserSettings>[1] = []): RuleLine[] =>
  ruleLines(pack, readUserSettings(pack, sheets));

/** What a pack declares, written out here a second time. */
function declaredKeys(pack: Pack): string[] {
  const of = (section: string, part: object): string[] => Object.keys(part).map((key) => lineKey(section, key));
  return [
    ...of('dimensions', pack.dimensions),
    ...of('indicators', pack.indicators),
    ...of('rankings', pack.rankings),
    ...of('grades', pack.grades),
    ...of('levels', pack.levels),
    ...of('adjustments', pack.scoring.adjustments),
    ...of('rules', pack.rules),
    ...Object.entries(pack.rules).flatMap(([key, rule]) => (rule.kind === 'checklist' ? of(lineKey('rules', key), rule.items) : [])),
    ...of('reviews', pack.reviews),
    ...of('checks', pack.checks),
    ...of('statements', pack.statements),
    ...of('covers', pack.covers),
  ];
}

describe.each(packs.map((pack) => [pack.pack, pack] as const))('%s', (_, pack) => {
  const lines = linesOf(pack);

  test('every rule, item, ranking, indicator, check and statement stands there exactly once', () => {
    const keys = lines.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const more = /^(scoring:|contents$|indicator_import$|decided:|parameters:)/u;
    expect(keys.filter((key) => !more.test(key)).sort()).toEqual(declaredKeys(pack).sort());
  });

  test('every quote is verbatim one of the clauses, and no clause of a rule is left out', () => {
    const words = new Set(Object.values(pack.clauses));
    for (const { quotes } of lines) for (const quote of quotes) expect(words).toContain(quote.words);
    for (const [key, rule] of Object.entries(pack.rules)) {
      const line = lines.find((one) => one.key === lineKey('rules', key))!;
      expect(line.quotes.map((quote) => quote.words)).toEqual(rule.clause.map((clause) => pack.clauses[clause]));
    }
  });

  test('every parameter and every decision of the pack is named, and none that it does not have', () => {
    const titles = new Set(Object.values(pack.parameters).map(({ title }) => title));
    const named = new Set(lines.flatMap(({ settings }) => settings.map(({ title }) => title)));
    expect([...titles].filter((title) => !named.has(title))).toEqual([]);
    expect([...named].filter((title) => !titles.has(title))).toEqual(expect.arrayContaining(['赋权方法']));
    expect([...named].filter((title) => !titles.has(title) && !['赋权方法', '维度权重', '指标权重'].includes(title))).toEqual([]);
    expect([...new Set(lines.flatMap(({ decided }) => decided.map(({ id }) => id)))].sort()).toEqual(Object.keys(pack.decided).sort());
  });

  test('what the text does not name is not said to be named', () => {
    for (const [key, { basis }] of Object.entries(pack.indicators))
      expect(lines.find((line) => line.key === lineKey('indicators', key))!.source).toBe(basis === 'suggested' ? 'suggested' : 'named');
  });
});

const line = (lines: readonly RuleLine[], key: string): RuleLine => lines.find((one) => one.key === key)!;

test('a parameter says what counts, where that stands, and the default', () => {
  const pack = packOf('shandong-2016');
  const untouched = line(linesOf(pack), 'rules:demonstration_zones');
  expect(untouched.settings.map(settingText)).toEqual(['示范开发区数量：10家（默认值）；文件写每年10家；是否按考核名次产生文件没有写']);
  const set = linesOf(pack, [settingsSheet(pack, { parameters: { demonstration_count: 3 } })]);
  expect(line(set, 'rules:demonstration_zones').settings.map(settingText).join()).toMatch(
    /^示范开发区数量：3家（取自权重与参数![A-Z]+\d+；默认10家）/u,
  );
  expect(line(set, 'rules:land_reference').settings.map(settingText).join()).toContain(
    '用地考核结果可作依据的前几名：未填（无默认）；不列名单',
  );
});

test('parameters of a figure that a rule measures are the rule’s as well', () => {
  const titles = line(linesOf(packOf('national-2014')), 'rules:control_plan').settings.map(({ title }) => title);
  expect(titles).toContain(packOf('national-2014').parameters['plan_denominator']!.title);
});

test('a weight is told where the user may state it', () => {
  const pack = packOf('shandong-2016');
  const lines = linesOf(pack, [settingsSheet(pack, { dimensions: { innovation: 40 } })]);
  expect(line(lines, 'dimensions:innovation').settings[0]).toMatchObject({ now: '40', default: '等权' });
  expect(line(lines, 'dimensions:brand').settings[0]).toMatchObject({ now: undefined });
  const stated = { ...pack, scoring: { ...pack.scoring, basis: 'pack_weights' as const } };
  expect(line(linesOf(stated), 'dimensions:brand').settings).toEqual([]);
});

test('weights of single groups stand beside the common one', () => {
  const pack = packOf('shandong-2016');
  const weights = { dimension: new Map([['innovation', { value: 100 / 3, cell: '权重与参数!E4' }]]), indicator: new Map() };
  const settings = {
    ...readUserSettings(pack, [settingsSheet(pack, { dimensions: { innovation: 40 } })]),
    groupWeights: new Map([['省级', weights]]),
  };
  expect(line(ruleLines(pack, settings), 'dimensions:innovation').settings[0]!.now).toBe('40、省级33.3333');
});
