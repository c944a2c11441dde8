import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultOf, type ResultJson } from '../cli/result-schema';
import { runHere } from '../cli/run-here';
import { Workspace } from '../cli/workspace';
import { readCsv } from '../data/csv';
import { asemMeta, asemWorkbook } from './asem-workbook';

/** COINr's own results (test/data/asem/README.md) by way of a user's pack, a real workbook and the command line. */
const packs: readonly (readonly [pack: string, expected: string])[] = [
  ['asem-s1', 'expected_S1_raw_minmax_amean'],
  ['asem-s1b', 'expected_S1b_raw_minmax_amean_thresh0.9'],
  ['asem-s3-z', 'expected_S3_norm_zscore_50_10_amean'],
  ['asem-s3-prank', 'expected_S3_norm_prank_amean'],
  ['asem-s4-gmean', 'expected_S4_minmax_1_100_a_gmean'],
  ['asem-s4-mixed', 'expected_S4_minmax_1_100_amean_gmean_amean'],
  ['asem-s5', 'expected_S5_perturbed_weights'],
];
const packFile = (pack: string): string => join(__dirname, '../data/packs', `${pack}.yaml`);
const space = new Workspace();
const input = space.write('asem.xlsx', asemWorkbook());

afterAll(() => space.remove());

it.each(packs)('%s is what COINr’s description says', (pack) => {
  const printed = execFileSync(process.execPath, [join(__dirname, 'asem-packs.cjs'), pack], { encoding: 'utf8' });
  expect(readFileSync(packFile(pack), 'utf8')).toBe(printed);
});

describe.each(packs)('%s', (pack, file) => {
  const expected = readCsv(`asem/${file}.csv`);
  let ranking: ResultJson['rankings'][number];
  let rows: ReadonlyMap<string, (typeof ranking)['rows'][number]>;

  beforeAll(async () => {
    const ran = await runHere('score', input, '--pack', packFile(pack), '--out', space.path(`${pack}.xlsx`), '--json', '-');
    // COINr weighs by shares that add up to anything; that is asked about, and nothing else is.
    expect(ran.code).toBe(0);
    expect(ran.err.split('\n').filter((line) => line.startsWith('【') && !line.includes('各项权重合计为'))).toEqual([]);
    ranking = resultOf(ran.out).rankings[0]!;
    rows = new Map(ranking.rows.map((row) => [row.subject, row]));
  });

  it('equals COINr to 1e-9 in every indicator, every aggregate and the index', () => {
    expect(rows.size).toBe(51);
    let compared = 0;
    for (const country of expected) {
      const row = rows.get(country['uCode']!)!;
      for (const { iCode, Type } of asemMeta) {
        const want = country[iCode!]!;
        const got = iCode === 'Index' ? row.total : Type === 'Indicator' ? row.indicators[iCode!]!.score : row.dimensions[iCode!]!;
        if (want === '' || want === 'NA') expect([iCode, got]).toEqual([iCode, null]);
        else expect(Math.abs(got! - Number(want))).toBeLessThanOrEqual(1e-9);
        compared++;
      }
    }
    expect(compared).toBe(51 * 60);
  });

  it('equals COINr in every rank', () => {
    const want = expected.map(({ uCode, Rank }) => [uCode, Rank === '' || Rank === 'NA' ? null : Number(Rank)]);
    expect(expected.map(({ uCode }) => [uCode, rows.get(uCode!)!.rank])).toEqual(want);
  });

  it('lists the ranked best first and the unranked last', () => {
    const order = ranking.rows.map(({ rank }) => rank ?? Infinity);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
