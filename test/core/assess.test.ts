import fc from 'fast-check';
import { ownParts } from '../../src/core/own-parts';
import { assess } from '../../src/core/assess';
import { check } from '../../src/core/checked';
import type { Assessment } from '../../src/core/assess';
import type { Pack } from '../../src/core/pack/schema';
import { packs, units } from '../packs/built-in';
import { fullBook, fullSettings, sheetsOf, unitsOf, type Book } from '../packs/full-book';
import { assessed, inputOf } from '../packs/run';
import { settingsSheet, sheetOf, tableSheet, type CellInput, type Row } from '../packs/sheets';
import { draft, valid } from './pack/small-pack';

const small = valid(draft());
const rows: readonly Row[] = [
  { zone: '甲区', output: 1200, green: 10 },
  { zone: '乙区', output: 600, green: null },
];

test('read → check → score → judge → report: all there for a plain workbook', () => {
  const { result, plan } = assess(inputOf(small, [tableSheet(small, 'indicators', rows)]));
  expect(result).toMatchObject({
    format: 'zone-assessor/result@1',
    asOf: '2017-03-31',
    basis: 'equal_weights_trial',
    pack: { id: 'small', number: null, jurisdiction: '某省' },
  });
  expect(result.rankings[0]?.rows.map(({ subject, rank }) => [subject, rank])).toEqual([
    ['甲区', 1],
    ['乙区', 2],
  ]);
  expect(result.findings.map(({ rule, subject, status, clause }) => [rule, subject, status, clause])).toEqual([
    ['large', '甲区', 'met', '一·产值'],
    ['large', '乙区', 'unmet', '一·产值'],
  ]);
  expect(plan?.mark).toEqual({ pack: 'small', version: '0.1.0', input: 'f00d', at: '2017-03-31T08:00:00.000Z' });
});

test('the result is JSON: no NaN, missing is null', () => {
  for (const pack of packs) {
    const text = JSON.stringify(assessed(pack, sheetsOf(pack, fullBook(pack))).result);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(structuredClone(JSON.parse(text))).toEqual(JSON.parse(text));
  }
  const { rankings } = assessed(small, [tableSheet(small, 'indicators', rows)]).result;
  expect(rankings[0]?.rows[1]?.indicators.green).toMatchObject({ value: null, score: null });
});

describe('a blocking problem ends the run: problems and nothing else', () => {
  test.each<[string, string, () => Assessment]>([
    ['no table', 'no-matching-table', () => assess(inputOf(small, [sheetOf('别的', [['a', 1]])]))],
    ['a zone twice', 'duplicate-row', () => assess(inputOf(small, [tableSheet(small, 'indicators', [...rows, rows[0]!])]))],
    [
      'a parameter in words',
      'parameter-not-integer',
      () => assess(inputOf(small, [tableSheet(small, 'indicators', rows), settingsSheet(small, { parameters: { n: 1.5 } })])),
    ],
    [
      'weights that do not add up',
      'weights-total',
      () =>
        assess(inputOf(small, [tableSheet(small, 'indicators', rows), settingsSheet(small, { dimensions: { scale: 60, ecology: 60 } })])),
    ],
    ['an unknown sheet', 'no-such-sheet', () => assess({ ...inputOf(small, [tableSheet(small, 'indicators', rows)]), sheet: '没有的表' })],
  ])('%s', (_, code, run) => {
    const { result, plan } = run();
    expect(plan).toBeUndefined();
    expect([result.rankings, result.findings]).toEqual([[], []]);
    const blocking = result.problems.filter(({ severity }) => severity === 'block');
    expect(blocking.map((problem) => problem.code)).toContain(code);
    expect(blocking.every(({ message, nextStep }) => message !== '' && nextStep !== '')).toBe(true);
  });
});

test('check finds what assess finds before it scores', () => {
  const input = inputOf(small, [tableSheet(small, 'indicators', rows)]);
  const { problems } = assess(input).result;
  for (const problem of check(input).problems) expect(problems).toContainEqual(problem);
});

test('the main table can be named', () => {
  const twice = [
    tableSheet(small, 'indicators', rows, { name: '甲表' }),
    tableSheet(small, 'indicators', [{ zone: '丙区', output: 1 }], { name: '乙表' }),
  ];
  expect(assess({ ...inputOf(small, twice), sheet: '乙表' }).result.rankings[0]?.rows.map(({ subject }) => subject)).toEqual(['丙区']);
});

/** Rank, total to 9 decimals and findings by subject, free of places on the sheet. */
function outcome({ result }: Assessment): unknown {
  const round = (total: number | null): number | null => (total === null ? null : Math.round(total * 1e9) / 1e9);
  return {
    ranks: Object.fromEntries(
      result.rankings.map(({ id, rows: ranked }) => [
        id,
        Object.fromEntries(ranked.map(({ subject, rank, tied, total }) => [subject, [rank, tied, round(total)]])),
      ]),
    ),
    findings: result.findings.map(({ rule, subject, status, consequence }) => [rule, subject, status, consequence].join('｜')).sort(),
  };
}

/** Rows of every table in another order. */
const shuffled = (book: Book): fc.Arbitrary<Book> =>
  fc.record(
    Object.fromEntries(
      Object.entries(book).map(([table, all]) => [table, fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })]),
    ),
  );

describe.each(packs.map((pack) => [pack.pack, pack] as const))('%s', (_, pack: Pack) => {
  const book = fullBook(pack);
  const expected = outcome(assess(inputOf(pack, sheetsOf(pack, book))));

  test('the order of rows and of sheets changes no rank and no finding', () => {
    fc.assert(
      fc.property(shuffled(book), fc.boolean(), (other, backwards) => {
        const sheets = sheetsOf(pack, other);
        expect(outcome(assess(inputOf(pack, backwards ? sheets.reverse() : sheets)))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('the unit that a header states changes no rank and no finding', () => {
    const scales: Readonly<Record<string, readonly [string, number]>> = {
      亿元: ['万元', 10000],
      公顷: ['平方米', 10000],
      亿美元: ['万美元', 10000],
      人: ['千人', 0.001],
      '%': ['‰', 10],
    };
    const sheets = Object.entries(book).map(([table, all]) => {
      const declared = pack.tables[table]!.like ?? table;
      const stated: Record<string, string> = unitsOf(pack, table);
      const factor: Record<string, number> = {};
      for (const [key, { unit }] of Object.entries(pack.tables[declared]!.columns)) {
        const scale = scales[unit ?? ''];
        if (!scale) continue;
        [stated[key], factor[key]] = scale;
      }
      const moved = (value: CellInput, key: string): CellInput =>
        typeof value === 'number' && factor[key] !== undefined ? Number((value * factor[key]).toPrecision(12)) : value;
      return tableSheet(
        pack,
        table,
        all.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, moved(value, key)]))),
        { units: stated },
      );
    });
    expect(outcome(assess(inputOf(pack, [...sheets, settingsSheet(pack, fullSettings(pack))])))).toEqual(expected);
  });

  test('hiding sheets and adding our own old results changes nothing', () => {
    const sheets = sheetsOf(pack, book);
    const own = sheets.map((sheet) => ({ ...sheet, name: `${sheet.name}旧`, owned: true }));
    expect(outcome(assess(inputOf(pack, [...own, ...sheets])))).toEqual(expected);
  });
});

test('arbitrary grids never throw', () => {
  const cell = fc.oneof(
    fc.constantFrom<CellInput>(
      '经开区名称',
      '开发区名称',
      '级别',
      '国家级',
      '省级',
      '权重与参数',
      '类别',
      '名称',
      '数值',
      '参数',
      '维度权重',
      '—',
      '12%',
      '',
      null,
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ maxLength: 6 }),
  );
  const sheet = fc
    .tuple(
      fc.constantFrom('指标数据', '指标数据表', '权重与参数', '指标体系', 'Sheet1'),
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
    )
    .map(([name, cells]) => sheetOf(name, cells));
  fc.assert(
    fc.property(
      fc.constantFrom(...packs),
      fc.array(sheet, { maxLength: 3 }),
      (pack, sheets) => void assess({ pack, units, sheets, asOf: '2017-01-01', at: '', fingerprint: '', own: ownParts }),
    ),
    { numRuns: 300 },
  );
});
