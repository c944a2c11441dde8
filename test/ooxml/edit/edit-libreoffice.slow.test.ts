import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SheetGrid } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { fullPlan } from '../../hosts/xlsx/sample-plan';
import { template } from '../../hosts/xlsx/template';
import { formula, result, value } from './edited-part';

const program = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));
const withLibreOffice = program !== undefined || process.env['REQUIRE_LIBREOFFICE'] ? describe : describe.skip;

withLibreOffice('LibreOffice reads an edited file', () => {
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

  async function through(bytes: Uint8Array): Promise<readonly SheetGrid[]> {
    if (program === undefined) throw new Error('REQUIRE_LIBREOFFICE is set but LibreOffice was not found');
    writeFileSync(join(folder, 'in.xlsx'), bytes);
    execFileSync(
      program,
      [
        '--headless',
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'in.xlsx'),
      ],
      { stdio: 'pipe' },
    );
    return openXlsx(new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')))).read();
  }

  it('with the values typed, and formulas over them', async () => {
    const file = openXlsx(template());
    await file.write(fullPlan());
    const cells = [
      value('B3', 50),
      value('B4', 7),
      value('A4', '=乙'),
      value('B5', 3),
      value('C3', '改'),
      formula('D3', 'SUM(B3:B5)', 0),
      value('E7', 0.25, '0.00%'),
      value('A8', true),
      value('A9', ' 前后 '),
      value('B9', { error: '#N/A' }),
    ];
    file.edit([
      { sheet: '指标表', cells },
      { sheet: '深藏', cells: [value('B2', 'x')] },
    ]);
    const sheets = await through(file.bytes());
    const { grid } = sheets[0]!;
    expect([grid.number(2, 1), grid.text(2, 2), grid.text(3, 0), grid.text(8, 0)]).toEqual([50, '改', '=乙', ' 前后 ']);
    // The formulas that C4 and C5 shared with C3, and the new one, are calculated over the new numbers.
    expect([grid.number(3, 2), grid.number(4, 2), grid.number(2, 3)]).toEqual([14, 6, 60]);
    expect(grid.cell(6, 4)).toEqual({ kind: 'number', value: 0.25, format: '0.00%' });
    expect([grid.cell(7, 0), grid.cell(8, 1)]).toEqual([
      { kind: 'boolean', value: true },
      { kind: 'error', code: '#N/A' },
    ]);
    expect(sheets[2]!.grid.text(1, 1)).toBe('x');
    expect(sheets[4]!.grid.number(6, 2)).toBe(183.75);
  });

  it('made of a sample workbook', async () => {
    const file = openXlsx(new Uint8Array(readFileSync(join(__dirname, '../../../assets/samples/shandong-2016.xlsx'))));
    // D34 is SUM(D6:D33), which comes to 1532256.
    const before = (await file.read()).find(({ name }) => name === '指标数据')!.grid;
    const changed = before.number(5, 3) + 1000;
    file.edit([{ sheet: '指标数据', cells: [value('D6', changed), result('D34', 1)] }]);
    const after = (await through(file.bytes())).find(({ name }) => name === '指标数据')!.grid;
    expect([after.number(5, 3), after.number(33, 3)]).toEqual([changed, 1533256]);
    expect(after.text(4, 1)).toBe(before.text(4, 1));
  });
});
