import fc from 'fast-check';
import { assess } from '../../src/core/assess';
import type { Pack } from '../../src/core/pack/schema';
import { lacksWhatOthersHave } from '../../src/core/ranking/population';
import { packs } from './built-in';
import { fullBook, numberCells, sheetsOf, withoutCells, type NumberCell } from './full-book';
import { inputOf, judged, type Judged } from './run';

/** Places of an own ranking are relative: a figure less moves others as well. What must hold for them is said apart. */
const isOwnPlace = (pack: Pack, rule: string): boolean => {
  const declared = pack.rules[rule];
  return declared?.kind === 'position' && declared.ranking !== undefined;
};
const red = ({ findings }: Judged): Set<string> =>
  new Set(findings.filter(({ status }) => status === 'unmet').map(({ rule, subject }) => `${rule}／${subject}`));
const blanked = (pack: Pack, cells: readonly NumberCell[]) => sheetsOf(pack, withoutCells(fullBook(pack), cells));

describe.each(packs.map((pack) => [pack.pack, pack] as const))('%s', (_, pack) => {
  const book = fullBook(pack);
  const cells = numberCells(pack, book);
  const before = judged(pack, sheetsOf(pack, book));
  const wasRed = red(before);
  const some = fc.array(fc.constantFrom(...cells), { minLength: 1, maxLength: 4 });

  test('the workbook is worth blanking: rules of every kind speak', () => {
    const kinds = new Set(
      Object.values(pack.rules)
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'weight_increase'),
    );
    const notSpeaking = [...kinds].filter(
      (kind) => !before.findings.some((finding) => finding.kind === kind && finding.status !== 'missing'),
    );
    expect(notSpeaking).toEqual([]);
    expect(
      before.findings.filter(({ kind, status }) => status === 'missing' && kind !== 'weight_increase').map(({ sentence }) => sentence),
    ).toEqual([]);
  });

  test('a blank never makes anything red', () => {
    fc.assert(
      fc.property(some, (gone) => {
        const after = judged(pack, blanked(pack, gone));
        for (const finding of after.findings) {
          if (finding.status !== 'unmet' || wasRed.has(`${finding.rule}／${finding.subject}`) || isOwnPlace(pack, finding.rule)) continue;
          // A deadline may follow a list of an own ranking; no pack has one that does.
          expect(finding.sentence).toBe('grey');
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a zone that comes on a list of this ranking with figures lacking says that its place is provisional', () => {
    fc.assert(
      fc.property(some, (gone) => {
        const after = judged(pack, blanked(pack, gone));
        for (const finding of after.findings) {
          if (!isOwnPlace(pack, finding.rule) || finding.status === 'missing') continue;
          const ranking = pack.rules[finding.rule];
          const population = ranking?.kind === 'position' ? after.ranked.rankings.get(ranking.ranking!) : undefined;
          const place = population && Array.from(population.rows).findIndex((row) => book[pack.main_table]![row]!.zone === finding.subject);
          expect(/暂列|尚不能排出名次/.test(finding.sentence)).toBe(lacksWhatOthersHave(population!, place!));
          if (finding.certainty === 'possible') expect(finding.consequence).toBeUndefined();
        }
      }),
      { numRuns: 20 },
    );
  });

  test('a missing figure has no score, and no score stands for a missing figure', () => {
    fc.assert(
      fc.property(some, (gone) => {
        const { result } = assess(inputOf(pack, blanked(pack, gone)));
        for (const { rows } of result.rankings) {
          for (const { indicators, total, rank } of rows) {
            for (const { value, score } of Object.values(indicators)) if (value === null) expect(score).toBeNull();
            expect(rank === null).toBe(total === null);
          }
        }
        for (const cell of gone.filter(({ table }) => table === pack.main_table)) {
          const indicator = Object.entries(pack.indicators).find(([key, { measure = key }]) => measure === cell.column)?.[0];
          if (indicator === undefined) continue;
          const zone = book[pack.main_table]![cell.row]!.zone;
          const shown = result.rankings
            .flatMap(({ rows }) => rows.filter(({ subject }) => subject === zone))
            .map(({ indicators }) => indicators[indicator]);
          for (const one of shown) expect([one?.value, one?.score]).toEqual([null, null]);
        }
      }),
      { numRuns: 20 },
    );
  });

  const judgedAsIs = cells.filter(
    ({ table, column }) =>
      table === pack.main_table &&
      Object.values(pack.rules).some(
        ({ kind, ...rule }) => (kind === 'threshold' || kind === 'trend') && 'measure' in rule && rule.measure === column,
      ),
  );

  test('a blank is named with its cell in a grey line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...judgedAsIs), (gone) => {
        const after = judged(pack, blanked(pack, [gone]));
        const zone = String(book[gone.table]![gone.row]!.zone);
        const rules = Object.entries(pack.rules)
          .filter(([, rule]) => (rule.kind === 'threshold' || rule.kind === 'trend') && rule.measure === gone.column)
          .map(([id]) => id);
        const was = rules.filter((rule) => before.one(rule, zone));
        for (const rule of was) {
          const finding = after.one(rule, zone);
          expect(finding?.status).toBe('missing');
          expect(finding?.cells.some((cell) => finding.sentence.includes(cell))).toBe(true);
        }
      }),
      { numRuns: 10 },
    );
  });
});

test('a workbook without any figure has nothing red but places and dates', () => {
  for (const pack of packs) {
    const empty = judged(pack, blanked(pack, numberCells(pack, fullBook(pack))));
    expect(empty.findings.filter(({ status, kind }) => status === 'unmet' && kind !== 'deadline')).toEqual([]);
    expect(empty.findings.some(({ status }) => status === 'missing')).toBe(true);
    for (const population of empty.ranked.rankings.values()) expect(population.ranked).toBe(0);
  }
});
