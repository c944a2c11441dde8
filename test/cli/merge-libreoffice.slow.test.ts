import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { asXlsx } from '../../src/hosts/old-files/as-xlsx';
import { savedAt } from '../../src/hosts/old-files/saved-at';
import { templateIdentity } from '../../src/core/template/identity';
import { packOf } from '../packs/built-in';
import { LibreOffice, withLibreOffice } from '../user-packs/libreoffice';
import { filledForm } from './forms';
import { runHere } from './run-here';
import { Workspace } from './workspace';

const pack = packOf('jilin-2016');
const ZONES = ['青石经济开发区', '白云经济开发区'] as const;
const FIGURES = { level: '省级', leading_output: 120.5, industrial_output: 300, concentration: 40.25, same_standard: '否' };

/** LibreOffice keeps the time of what it saves without a change. */
const SAVED = '2017-03-01T01:00:00.000Z';

withLibreOffice('forms that another program saved', () => {
  const space = new Workspace();
  const office = new LibreOffice();
  const forms = ZONES.map((zone) => filledForm(pack, { zone, figures: FIGURES, savedAt: '2017-03-01T01:00:00Z' }));
  const [saved, old] = [office.saved(forms, 'xlsx'), office.saved(forms, 'xls')];

  afterAll(() => {
    office.remove();
    space.remove();
  });

  it.each([
    ['.xlsx', saved],
    ['.xls', old],
  ])('say in %s whose they are and when they were saved', async (_, files) => {
    for (const [at, bytes] of files.entries()) {
      const made = await asXlsx(bytes, 'form.xls');
      const sheets = await openXlsx(made?.bytes ?? bytes).read();
      expect(templateIdentity(sheets)).toEqual({ pack: pack.pack, version: pack.version, year: 2016, zone: ZONES[at] });
      expect(savedAt(bytes)).toBe(SAVED);
    }
  });

  it('are merged as they were: one as .xlsx, one as .xls', async () => {
    const files = [space.write('青石.xlsx', saved[0]!), space.write('白云.xls', old[1]!)];
    const ran = await runHere('merge', ...files, '--pack', pack.pack, '--out', space.path('汇总.xlsx'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('收 2 个文件，并入 2 个（2016 年度）');
    const sheets = await openXlsx(space.read('汇总.xlsx')).read();
    const { grid } = sheets.find(({ name }) => name === '指标数据')!;
    const row = (name: string): (string | number)[] => {
      const at = Array.from({ length: grid.rows }, (_, n) => n).find((n) => grid.text(n, 0) === name)!;
      return [...grid.filled(at)].map((column) => grid.text(at, column) || grid.number(at, column));
    };
    for (const zone of ZONES) expect(row(zone)).toEqual([zone, '省级', 120.5, 300, 40.25, '否']);
  });
});
