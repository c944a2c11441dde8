import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SheetGrid } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { plainWorkbook } from '../../ooxml/package-builder';
import { fullPlan, planOf, sheetPlan } from './sample-plan';
import { template } from './template';

const program = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));
/** A second program's judgement; it may be left out only where LibreOffice is not installed and nobody insists on it. */
const withLibreOffice = program !== undefined || process.env['REQUIRE_LIBREOFFICE'] ? describe : describe.skip;

withLibreOffice('LibreOffice', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zone-assessor-'));
    // Without this setting it shows the stored values of formulas and never calculates.
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(
      join(folder, 'profile/user/registrymodifications.xcu'),
      '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>',
    );
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** @param sheet for text, which goes to one file a sheet */
  function convert(bytes: Uint8Array, to: string, sheet?: string): Buffer {
    if (program === undefined) throw new Error('REQUIRE_LIBREOFFICE is set but LibreOffice was not found');
    writeFileSync(join(folder, 'in.xlsx'), bytes);
    execFileSync(
      program,
      [
        '--headless',
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, 'in.xlsx'),
      ],
      { stdio: 'pipe' },
    );
    return readFileSync(join(folder, 'out', sheet === undefined ? 'in.xlsx' : `in-${sheet}.csv`));
  }

  async function through(bytes: Uint8Array): Promise<readonly SheetGrid[]> {
    return openXlsx(new Uint8Array(convert(bytes, 'xlsx:Calc MS Excel 2007 XML'))).read();
  }

  it('keeps values, formulas, sheet names and our mark', async () => {
    const file = openXlsx(plainWorkbook());
    await file.write(fullPlan());
    const sheets = await through(file.bytes());
    expect(sheets.map(({ name, owned }) => ({ name, owned }))).toEqual([
      { name: '数据', owned: false },
      { name: '综合排名', owned: true },
      { name: '得分明细', owned: true },
    ]);
    const { grid } = sheets[1]!;
    expect(grid.text(0, 0)).toBe('开发区综合考评排名');
    expect([3, 4, 5].map((row) => grid.text(row, 1))).toEqual(['甲开发区', '=乙开发区', '@丙']);
    // 45.5 + 50 calculated anew, and the sum over it.
    expect(grid.number(3, 2)).toBe(95.5);
    expect(grid.number(6, 2)).toBe(183.75);
    expect(grid.merges).toHaveLength(3);
  });

  it('calculates the live formulas itself, and reaches other values where ours are wrong', async () => {
    const file = openXlsx(plainWorkbook([[1], [2], [39]]));
    await file.write(
      planOf(
        sheetPlan({
          name: '结果',
          head: [
            [
              { value: 0, formula: "SUM('数据'!A1:A3)" },
              { value: '', formula: `IF('数据'!A1=1,"达标","不达标")` },
            ],
          ],
          body: [{ kind: 'number', values: Float64Array.of(0, 7), style: 3, formulas: ['A1/2', ''] }],
          bodyRows: 2,
        }),
      ),
    );
    const grid = (await through(file.bytes()))[1]!.grid;
    expect([grid.number(0, 0), grid.text(0, 1), grid.number(1, 0), grid.number(2, 0)]).toEqual([42, '达标', 21, 7]);
  });

  it('opens a template with everything after we wrote into it', async () => {
    const file = openXlsx(template());
    await file.write(fullPlan());
    const sheets = await through(file.bytes());
    expect(sheets.map((sheet) => sheet.name)).toEqual(['指标表', '名单', '深藏', '图', '综合排名', '得分明细']);
    expect(sheets[0]!.grid.number(2, 2)).toBe(24691.2);
    expect(sheets[4]!.grid.number(6, 2)).toBe(183.75);
  });

  it('exports our sheet as text, formats applied', async () => {
    const file = openXlsx(plainWorkbook());
    await file.write(fullPlan());
    // Separator, quote, UTF-8, from line 1; the last number picks the second sheet and puts its name into the file's.
    const csv = convert(file.bytes(), 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,2', '综合排名');
    expect(csv.toString('utf8').split('\n')).toEqual([
      '开发区综合考评排名,,,',
      '依据：鲁政办字〔2016〕,,,',
      '序号,开发区,得分,结论',
      '1,甲开发区,95.50,达标',
      '2,=乙开发区,88.25,达标',
      '3,@丙,,不达标',
      '合计,,183.75,见明细',
      '',
    ]);
  });
});
