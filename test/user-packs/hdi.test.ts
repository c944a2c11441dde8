import { join } from 'node:path';
import { resultOf, type ResultJson } from '../cli/result-schema';
import { runHere } from '../cli/run-here';
import { Workspace } from '../cli/workspace';
import { numbers, readCsv } from '../data/csv';
import { roundHalfUp } from '../../src/core/decimal';
import { hdiWorkbook } from './hdi-workbook';

/** The published Human Development Index 2022 by way of a user's own pack, a real workbook and the command line. */
const countries = readCsv('hdi/hdi_2022.csv');
const space = new Workspace();
let result: ResultJson;

beforeAll(async () => {
  const input = space.write('hdi.xlsx', hdiWorkbook());
  const ran = await runHere(
    'score',
    input,
    '--pack',
    join(__dirname, '../data/packs/hdi-2022.yaml'),
    '--out',
    space.path('out.xlsx'),
    '--json',
    '-',
  );
  expect(ran).toMatchObject({ code: 0, err: '' });
  result = resultOf(ran.out);
});

afterAll(() => space.remove());

it('gives all 193 published values at 3 decimals', () => {
  const rows = result.rankings[0]!.rows;
  expect(rows).toHaveLength(193);
  const byCountry = new Map(rows.map((row) => [row.subject, row]));
  expect(countries.map(({ country }) => roundHalfUp(byCountry.get(country!)!.total!, 3))).toEqual([...numbers(countries, 'hdi_published')]);
});

it('gives all 193 published ranks, ties shared', () => {
  const byCountry = new Map(result.rankings[0]!.rows.map((row) => [row.subject, row]));
  const published = [...numbers(countries, 'hdi_rank_published')];
  expect(countries.map(({ country }) => byCountry.get(country!)!.rank)).toEqual(published);
  const shared = published.map((place) => published.filter((other) => other === place).length > 1);
  expect(countries.map(({ country }) => byCountry.get(country!)!.tied)).toEqual(shared);
});

it('finds nothing doubtful and leaves nothing out', () => {
  expect(result.basis).toBe('pack_weights');
  expect(result.rankings[0]!.rows.every(({ complete }) => complete)).toBe(true);
  expect(result.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
});
