import { assess } from '../../../src/core/assess';
import type { Pack } from '../../../src/core/pack/schema';
import { inputOf } from '../../packs/run';
import { smallBooks } from '../report/small-books';

const scored = (pack: Pack, over: 'all' | 'ranking'): Pack => ({ ...pack, scoring: { ...pack.scoring, over } });

describe.each(smallBooks.map((book) => [book.pack.pack, book] as const))('%s', (_id, { pack, sheets }) => {
  const run = (over: 'all' | 'ranking') => assess(inputOf(scored(pack, over), sheets));
  const totalsOf = (over: 'all' | 'ranking'): Map<string, Set<number>> => {
    const totals = new Map<string, Set<number>>();
    for (const { id, rows } of run(over).result.rankings) {
      if (pack.rankings[id]?.standard) continue;
      for (const { subject, total } of rows) if (total !== null) totals.set(subject, (totals.get(subject) ?? new Set()).add(total));
    }
    return totals;
  };

  test('scored together, a zone has one total on all its lists', () => {
    expect([...totalsOf('all')].filter(([, totals]) => totals.size > 1)).toEqual([]);
  });

  test('places follow the one total inside of each ranking', () => {
    for (const { id, rows } of run('all').result.rankings) {
      if (pack.rankings[id]?.standard) continue;
      const placed = rows.filter(({ rank }) => rank !== null);
      for (const { rank, total } of placed) {
        const better = placed.filter((other) =>
          pack.rankings[id]!.order === 'lowest_first' ? other.total! < total! : other.total! > total!,
        );
        expect(rank).toBe(better.length + 1);
      }
    }
  });

  test('the sheets of scores: one for those who were scored together', () => {
    const own = run('all').result.rankings.filter(({ id }) => !pack.rankings[id]?.standard);
    const details = run('all').plan!.sheets.filter(({ name }) => name.startsWith('得分明细'));
    const standards = run('all').result.rankings.length - own.length;
    if (own.length > 1) expect(details.length).toBe(1 + standards);
  });

  test('each ranking sheet says over whom the scores were worked out', () => {
    const said = (over: 'all' | 'ranking'): string[] =>
      run(over).plan!.sheets.flatMap(({ head, foot }) =>
        [...head, ...foot].flatMap((row) => row.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))),
      );
    if (run('all').result.rankings.filter(({ id }) => !pack.rankings[id]?.standard).length < 2) return;
    expect(said('all').some((text) => text.includes('统一打分'))).toBe(true);
    expect(said('ranking').some((text) => text.includes('组内打分'))).toBe(true);
  });
});
