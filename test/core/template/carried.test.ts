import { sampleBytes, samples } from '../../../assets/samples/samples';
import { check } from '../../../src/core/checked';
import { conclude } from '../../../src/core/conclude';
import type { SheetGrid } from '../../../src/core/grid';
import { gridOf } from '../../../src/core/grid';
import { carriedFrom, type Carried } from '../../../src/core/template/carried';
import { carriedPlan } from '../../../src/core/template/template-plan';
import { FICTION } from '../../../src/core/words/check';
import { bookOfPlan } from '../../../src/hosts/old-files/book-of-plan';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { packOf, units } from '../../packs/built-in';
import { inputOf } from '../../packs/run';

interface Followed {
  readonly before: ReturnType<typeof conclude>;
  readonly carried: Carried;
  readonly after: ReturnType<typeof check>;
  readonly sheets: readonly SheetGrid[];
}

/** The workbook that last year's hands on, read again. */
async function follow(id: string, asOf: string, sheets: readonly SheetGrid[]): Promise<Followed> {
  const pack = packOf(id);
  const before = conclude(inputOf(pack, sheets, asOf));
  const carried = carriedFrom({ checked: before.checked, toReport: before.toReport! }, units, sheets);
  const made = await openXlsx(bookOfPlan(carriedPlan(carried, units))).read();
  const after = check({ ...inputOf(pack, made, `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4)}`), year: carried.year });
  return { before, carried, after, sheets: made };
}

describe.each(samples.map((sample) => [sample.pack, sample] as const))('%s', (id, sample) => {
  let followed: Followed;
  beforeAll(async () => {
    followed = await follow(id, sample.asOf, await openXlsx(sampleBytes(sample)).read());
  });

  test('figures are taken exactly, in the tables of the year before', () => {
    const { before, after } = followed;
    const { pack, figures } = before.checked;
    let compared = 0;
    for (const [to, declared] of Object.entries(pack.tables)) {
      const source = declared.previous ? figures.tables.get(declared.like ?? '') : undefined;
      if (!source) continue;
      const read = after.figures.tables.get(to)!;
      expect(read.keys).toEqual(source.keys);
      for (const [key, column] of source.columns) {
        const mine = read.columns.get(key);
        if (!mine) throw new Error(`${to}.${key} ${column.header}`);
        expect([to, key, mine.unit]).toEqual([to, key, column.unit]);
        if (column.spec.kind === 'number') expect([key, ...mine.values]).toEqual([key, ...column.values]);
        else expect([key, ...mine.texts]).toEqual([key, ...column.texts]);
        compared += column.values.length;
      }
    }
    if (id !== 'shaanxi-2015') expect(compared).toBeGreaterThan(100);
  });

  test('decided places become last year’s, undecided ones do not, and the year moves by one', () => {
    const { before, after, carried } = followed;
    expect(carried.year).toBe(before.checked.dataYear.year! + 1);
    expect(after.dataYear.year).toBe(carried.year);
    const rows = before.result.rankings.flatMap((ranking) => ranking.rows);
    const list = after.figures.tables.get('last_year_ranks');
    list?.keys.forEach((zone, row) => {
      const rank = list.columns.get('rank')!.values[row]!;
      expect(rows.some((one) => one.subject === zone && one.rank === rank && one.places?.[0] === rank && one.places[1] === rank)).toBe(
        true,
      );
    });
    if (id !== 'guangdong-2016') expect(list!.keys.length).toBeGreaterThan(10);
  });

  test('parameters and weights say the same', () => {
    const plain = ({ parameters, dimensionWeights, indicatorWeights }: Followed['after']['figures']['settings']): unknown => [
      [...parameters].filter(([key]) => !['data_year', 'assessment_day'].includes(key)).map(([key, { value }]) => [key, value]),
      [...dimensionWeights].map(([key, { value }]) => [key, value]),
      [...indicatorWeights].map(([key, { value }]) => [key, value]),
    ];
    expect(plain(followed.after.figures.settings)).toEqual(plain(followed.before.checked.figures.settings));
  });

  test('nothing blocks but what is still to be filled in, and what was invented stays so', () => {
    const { after, sheets } = followed;
    expect(after.problems.filter(({ severity }) => severity === 'block').map(({ code }) => code)).toEqual([]);
    expect(after.fictional).toBe(true);
    expect(sheets.some(({ grid }) => grid.text(1, 0).startsWith(FICTION))).toBe(true);
  });
});

test('a register goes along as it stands, and without a year nothing is begun', async () => {
  const sample = samples.find(({ pack }) => pack === 'shandong-2016')!;
  const sheets = await openXlsx(sampleBytes(sample)).read();
  const register: SheetGrid = {
    name: '园区名录',
    grid: gridOf([
      ['园区名称', '所在市'],
      ['金穗经济开发区', '甲市'],
    ]),
    hidden: false,
    owned: false,
  };
  const { sheets: made } = await follow('shandong-2016', sample.asOf, [...sheets, register]);
  expect(made.find(({ name }) => name === '园区名录')!.grid.text(1, 1)).toBe('甲市');
  const pack = packOf('shandong-2016');
  const before = conclude(inputOf(pack, sheets, sample.asOf));
  const undated = { ...before.checked, dataYear: { ...before.checked.dataYear, year: undefined } };
  expect(() => carriedFrom({ checked: undated, toReport: before.toReport! }, units, sheets)).toThrow('数据年度');
});
