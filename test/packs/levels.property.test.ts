import fc from 'fast-check';
import { judged } from './run';
import { packs } from './built-in';
import { fullBook, sheetsOf, type Book } from './full-book';
import type { Pack } from '../../src/core/pack/schema';

/** What is concluded for certain about whom: "rule\nsubject\nstatus". */
function certain(pack: Pack, book: Book): ReadonlySet<string> {
  return new Set(
    judged(pack, sheetsOf(pack, book))
      .findings.filter(({ certainty, status }) => certainty === 'certain' && status !== 'missing')
      .map(({ rule, subject, status }) => `${rule}\n${subject}\n${status}`),
  );
}

const withLevels = (pack: Pack, book: Book, levels: ReadonlyMap<number, string | null>): Book => ({
  ...book,
  [pack.main_table]: book[pack.main_table]!.map((row, at) => (levels.has(at) ? { ...row, level: levels.get(at)! } : row)),
});

describe.each(packs.map((pack) => [pack.pack, pack] as const))('%s', (_, pack) => {
  const book = fullBook(pack);
  const rows = book[pack.main_table]!;
  const known = certain(pack, book);
  const some = fc.uniqueArray(fc.nat({ max: rows.length - 1 }), { minLength: 1, maxLength: rows.length });

  test('another spelling of a level changes nobody who is named', () => {
    const spellings = (level: string): readonly string[] => [level, ...(pack.words.spellings[level] ?? [])];
    fc.assert(
      fc.property(some, fc.nat(), (chosen, pick) => {
        const levels = new Map(
          chosen.map((row, at) => {
            const ways = spellings(String(rows[row]!.level));
            return [row, ways[(pick + at) % ways.length]!];
          }),
        );
        expect(certain(pack, withLevels(pack, book, levels))).toEqual(known);
      }),
      { numRuns: 8 },
    );
  });

  test('a level that is blank or unknown names nobody new', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(null, '', '保税区', '国家重点', '—'), (chosen, word) => {
        const after = certain(pack, withLevels(pack, book, new Map(chosen.map((row) => [row, word]))));
        expect([...after].filter((one) => !known.has(one))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
