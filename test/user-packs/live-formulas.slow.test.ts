import { join } from 'node:path';
import { CellKind, type SheetGrid } from '../../src/core/grid';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { builtInPacks } from '../../src/packs';
import { runHere } from '../cli/run-here';
import { Workspace } from '../cli/workspace';
import { readFileSync } from 'node:fs';
import { exampleWorkbook } from '../../assets/samples/example-workbook';
import { provincePackText, provinceWorkbook } from '../bench/province';
import { adjustedWorkbook } from './adjusted-workbook';
import { asemWorkbook } from './asem-workbook';
import { hdiWorkbook } from './hdi-workbook';
import { measuredWorkbook } from './measured-workbook';
import { LibreOffice, withLibreOffice } from './libreoffice';

/** What an official sees after F9 is what the engine wrote: LibreOffice works out every live formula anew. */
const packFile = (pack: string): string => join(__dirname, '../data/packs', `${pack}.yaml`);
const sample = (pack: string) => (): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../../assets/samples', `${pack}.xlsx`)));
const userCase = (name: string): readonly [pack: string, input: () => Uint8Array] => {
  const file = join(__dirname, '../data/cases/packs', name);
  return [`${file}.yaml`, () => new Uint8Array(readFileSync(`${file}.xlsx`))];
};
const decided = { 缺数的处理: '按办法记0分', 缺数处理的依据: '某政发〔2016〕2号第九条' };
/** adjusted.yaml with a policy on gaps at three of its indicators. */
const MIXED = 'mixed.yaml';
const mixedPack = (): Uint8Array => {
  const gapsOf = new Map([
    ['tax', 'zero'],
    ['tax_per_land', 'renormalise'],
    ['energy', 'exclude'],
  ]);
  const text = readFileSync(packFile('adjusted'), 'utf8').replace(
    /^ {2}(\w+): \{ dimension: .*(?= \}$)/gmu,
    (line, key: string) => line + (gapsOf.has(key) ? `, gaps: { as: ${gapsOf.get(key)!}, clause: "第三条" }` : ''),
  );
  expect(text.match(/gaps: \{ as/gu)).toHaveLength(gapsOf.size);
  return new TextEncoder().encode(text);
};
/** The province that is measured, whose formulas are moved down 300 rows. */
const PROVINCE = 'province.yaml';
const madePacks: Readonly<Record<string, () => Uint8Array>> = {
  [MIXED]: mixedPack,
  [PROVINCE]: () => new TextEncoder().encode(provincePackText()),
};
const idOf = (data: unknown): string => String((data as { pack: unknown }).pack);

const cases: readonly (readonly [name: string, pack: string, input: () => Uint8Array])[] = [
  ['HDI: goalposts, logarithm, geometric mean', packFile('hdi-2022'), hdiWorkbook],
  ['ASEM S1: min-max with missing figures', packFile('asem-s1'), asemWorkbook],
  ['ASEM S1b: blank under 90 %', packFile('asem-s1b'), asemWorkbook],
  ['ASEM S3: z-score', packFile('asem-s3-z'), asemWorkbook],
  ['ASEM S3: percentile', packFile('asem-s3-prank'), asemWorkbook],
  ['ASEM S4: geometric means', packFile('asem-s4-gmean'), asemWorkbook],
  ['ASEM S5: unequal weights', packFile('asem-s5'), asemWorkbook],
  ['weights by area and a veto', ...userCase('jiangsu')],
  ['everything that adjusts a total', packFile('adjusted'), () => adjustedWorkbook()],
  ['the same where a missing figure counts 0', packFile('adjusted'), () => adjustedWorkbook(decided)],
  ['the same where each indicator says how its gaps count', MIXED, () => adjustedWorkbook()],
  ['the same in marks of 120, one dimension capped', packFile('marked'), () => adjustedWorkbook()],
  ['figures from elsewhere, lines, coefficients, a condition, stretching', packFile('measured'), measuredWorkbook],
  [
    'the example province: every method but z-score, two classes, an indicator that is not for all, caps over several deductions',
    join(__dirname, '../../assets/packs/example-province.yaml'),
    exampleWorkbook,
  ],
  ['300 zones by 60 indicators', PROVINCE, () => provinceWorkbook(300)],
  ...builtInPacks.map(({ data }) => [`sample of ${idOf(data)}`, idOf(data), sample(idOf(data))] as const),
];

withLibreOffice('LibreOffice recalculates our sheets', () => {
  const space = new Workspace();
  const office = new LibreOffice();

  afterAll(() => {
    space.remove();
    office.remove();
  });

  /** What we wrote for a case, and what LibreOffice makes of it. */
  const books = new Map<string, readonly [ours: Uint8Array, theirs: Uint8Array]>();

  beforeAll(async () => {
    const written: Uint8Array[] = [];
    for (const [, pack, input] of cases) {
      const ran = await runHere(
        'score',
        space.write('in.xlsx', input()),
        '--pack',
        madePacks[pack] ? space.write(pack, madePacks[pack]()) : pack,
        '--out',
        space.path('out.xlsx'),
        '--as-of',
        '2017-03-01',
      );
      // Shares that add up to anything are asked about; nothing else is.
      expect(ran.code).toBe(0);
      expect(ran.err.split('\n').filter((line) => line.startsWith('【') && !line.includes('各项权重合计为'))).toEqual([]);
      written.push(space.read('out.xlsx'));
    }
    const recalculated = office.recalculated(written);
    cases.forEach(([name], at) => books.set(name, [written[at]!, recalculated[at]!]));
  });

  it.each(cases)('%s', async (name) => {
    const [ours, theirs] = await Promise.all(books.get(name)!.map((bytes) => openXlsx(bytes).read()));
    expect(theirs!.map((sheet) => sheet.name)).toEqual(ours!.map((sheet) => sheet.name));

    let formulas = 0;
    ours!.forEach((sheet, at) => {
      if (sheet.owned) formulas += compare(sheet, theirs![at]!);
    });
    expect(formulas).toBeGreaterThan(100);
  });
});

/** Every number agrees to 1e-9 (totals are rounded to 9 decimals before they are ranked), every blank is blank. */
function compare({ name, grid }: SheetGrid, { grid: other }: SheetGrid): number {
  let formulas = 0;
  const wrong: string[] = [];
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      if (grid.formula(row, column) !== undefined) formulas++;
      const want = grid.number(row, column);
      const got = other.number(row, column);
      const alike = Number.isNaN(want) ? Number.isNaN(got) : Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want));
      const failed = other.kind(row, column) === CellKind.error;
      if (!alike || failed)
        wrong.push(
          `${name} R${row + 1}C${column + 1}: ${want} / ${failed ? other.text(row, column) : got} =${grid.formula(row, column) ?? ''}`,
        );
    }
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  return formulas;
}
