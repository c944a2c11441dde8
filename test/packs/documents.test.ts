import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from '../../src/core/pack/clause-place';
import { packs } from './built-in';
import { itemsOf } from './catalogue';

const bare = (text: string): string => text.replace(/[\s\u3000\u200b\ufeff]+/gu, '');
const documentOf = (pack: string): string => bare(readFileSync(join(__dirname, '../data/documents', `${pack}.txt`), 'utf8'));

describe.each(packs.map((pack) => [pack.pack, pack] as const))('%s', (id, pack) => {
  const document = documentOf(id);

  test.each(Object.entries(pack.clauses))('clause %s is verbatim', (_, words) => {
    expect(document).toContain(bare(words));
  });

  test('a clause stands at the place that its key names', () => {
    // Places are those at which the catalogue has items; 引言 and 结尾 lie outside the numbered parts.
    const known = new Set(itemsOf(id).flatMap(({ clause }) => clause.split(/[；;、]/u).map(bare)));
    const places = [...new Set(Object.keys(pack.clauses).map(placeOf))];
    expect(
      places.filter((place) => !/^(引言|结尾)$/u.test(place) && ![...known].some((one) => one.startsWith(place) || place.startsWith(one))),
    ).toEqual([]);
  });

  test('every clause is cited', () => {
    const cited = JSON.stringify({ ...pack, clauses: {} });
    expect(Object.keys(pack.clauses).filter((clause) => !cited.includes(JSON.stringify(clause)))).toEqual([]);
  });

  test('contents may be added where the document says 等 behind its list, and nowhere else', () => {
    const { list, clause } = pack.contents!;
    const sentence = clause.map((one) => pack.clauses[one]!).join('');
    const titles = Object.values(pack.dimensions).map(({ title }) => title);
    expect(sentence).toContain(`${titles.at(-1)!}${list === 'open' ? '等' : ''}`);
    expect(sentence.includes('等')).toBe(list === 'open');
    expect(list === 'closed').toBe(id === 'guangdong-2016');
  });

  test('every decision is cited or explains what is left out', () => {
    const cited = JSON.stringify({ ...pack, decided: {} });
    expect(Object.keys(pack.decided).filter((decision) => !cited.includes(JSON.stringify(decision)))).toEqual([]);
  });

  test('number and date are those of the document', () => {
    if (pack.number !== undefined) expect(document).toContain(bare(pack.number));
    if (pack.date !== undefined) {
      const [year, month, day] = pack.date.split('-').map(Number);
      expect(document).toContain(`${year}年${month}月${day}日`);
    }
  });

  test('every number of a title, rule or goal that is no parameter stands in its clauses', () => {
    const missing: string[] = [];
    for (const [key, rule] of Object.entries(pack.rules)) {
      const clauses = rule.clause.map((clause) => bare(pack.clauses[clause] ?? '')).join('');
      const wanted: number[] = [];
      if (rule.kind === 'threshold' || rule.kind === 'count_target')
        for (const limit of [rule.over, rule.at_least, rule.under, rule.at_most, rule.equals])
          if (typeof limit === 'number') wanted.push(limit);
      if (rule.kind === 'target' || rule.kind === 'count_target') {
        for (const limit of [
          rule.goal.over,
          rule.goal.at_least,
          rule.goal.under,
          rule.goal.at_most,
          rule.goal.equals,
          rule.goal.year,
          rule.baseline?.value,
        ])
          if (typeof limit === 'number') wanted.push(limit);
      }
      if (rule.kind === 'position') for (const count of [rule.first, rule.last]) if (typeof count === 'number') wanted.push(count);
      if (rule.kind === 'deadline') for (const term of [rule.days, rule.months]) if (typeof term === 'number') wanted.push(term);
      const read = (value: number): readonly string[] => [
        String(value),
        `${'零一二三四五六七八九'[value] ?? '?'}`,
        value === 2 ? '两' : '?',
        value === 1000 ? '千亿' : '?',
      ];
      for (const value of wanted)
        if (!read(value).some((text) => clauses.includes(text)) && !derived[`${key}=${value}`]) missing.push(`${key}: ${value}`);
    }
    expect(missing).toEqual([]);
  });
});

/** Numbers that follow from the words of the clause without standing in it. */
const derived: Readonly<Record<string, string>> = {
  'control_plan=100': '全覆盖 is all of it',
  'air_good_days=0': '逐年改善: a change over zero',
  'air_pm25=0': '逐年改善: a change under zero',
  'large_projects_from=1': '亿美元 is 1',
  'large_projects_over=1': '亿美元 is 1',
  'large_projects=1': '超亿美元: over 1',
  'floor_price_not_priority=100': '最低价标准 itself, only pointed out (JL-A7)',
  'floor_price_not_intensive=100': '最低价标准 itself, only pointed out (JL-A7)',
  'target_large_zones=1': '由1家',
};
