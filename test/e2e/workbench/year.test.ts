import { gridOf } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { filledForm } from '../../cli/forms';
import { runHere } from '../../cli/run-here';
import { Workspace } from '../../cli/workspace';
import { hasChromium } from '../../excel-host/chromium';
import { packOf } from '../../packs/built-in';
import { withDesk } from './desk';

const pack = packOf('jilin-2016');
const ZONES = ['青石', '白云', '红旗', '金河', '长岭'].map((name) => `${name}经济开发区`);
const figuresOf = (at: number) => ({
  level: '省级',
  leading_output: 100 + at * 30,
  industrial_output: 400 + at * 10,
  concentration: 40 + at,
  same_standard: '否',
});

/** The form in which the department wants its ranking. */
const form = [
  ['{{年度}}开发区考核排名（{{参评数}}家）'],
  ['名次', '开发区', '得分', '备注'],
  ['', '', '', ''],
  ['平均', '', '=AVERAGE(C3:C3)', ''],
  ['{{说明}}'],
  ['制表人：'],
];

/** What an official does in Excel: a sheet for the results is added to the gathered workbook. */
async function withForm(bytes: Uint8Array): Promise<Uint8Array> {
  const file = openXlsx(bytes);
  const head = form.map((row) =>
    row.map((text) => (text.startsWith('=') ? { value: null, formula: text.slice(1) } : { value: text === '' ? null : text })),
  );
  const bare = { body: [], bodyRows: 0, foot: [], widths: [8, 24, 10, 12], freeze: { rows: 0, columns: 0 }, landscape: false };
  await file.insert({ styles: [], sheets: [{ name: '结果模板-排名表', head, ...bare, notes: [], links: [], names: [] }] });
  return file.bytes();
}

it('a year: forms come back, are gathered and scored, the department’s form is filled, and the next year begins from it', async () => {
  if (!hasChromium()) return;
  const space = new Workspace();
  try {
    let scored: Uint8Array = new Uint8Array();
    await withDesk({ sample: 'jilin-2016' }, async (desk) => {
      const files = ZONES.map((zone, at) => ({
        name: `${zone}.xlsx`,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(filledForm(pack, { zone, figures: figuresOf(at) })),
      }));
      await desk.page.locator('input[type=file]').setInputFiles(files);
      await desk.tabs.filter({ hasText: /^收表回执$/u }).waitFor();
      await desk.ready();
      const gathered = await desk.download();
      const names = (await openXlsx(gathered.bytes).read()).map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['指标数据', '收表回执']));

      await desk.pick({ name: '汇总.xlsx', bytes: await withForm(gathered.bytes) });
      await desk.tabs.filter({ hasText: /^结果模板-排名表$/u }).waitFor();
      await desk.ready();
      await desk.assessOn('2017-03-31');
      await desk.score();
      await desk.tabs.filter({ hasText: /^排名表$/u }).waitFor();
      scored = (await desk.download()).bytes;
    });
    const grids = new Map((await openXlsx(scored).read()).map(({ name, grid, owned }) => [name, { grid, owned }]));
    const filled = grids.get('排名表')!;
    expect(filled.owned).toBe(true);
    expect(filled.grid.text(0, 0)).toBe('2016年度开发区考核排名（5家）');
    const placed = [2, 3, 4, 5, 6].map((row) => [filled.grid.number(row, 0), filled.grid.text(row, 1)]);
    expect(placed).toEqual([...ZONES].reverse().map((zone, at) => [at + 1, zone]));
    expect(filled.grid.formula(7, 2)).toBe('AVERAGE(C3:C7)');
    expect(grids.get('结果模板-排名表')!.grid.text(0, 0)).toBe(form[0]![0]);

    const from = space.write('2016.xlsx', scored);
    const out = space.path('2017.xlsx');
    const begun = await runHere('template', '--pack', 'jilin-2016', '--from', from, '--out', out);
    expect(begun).toMatchObject({ code: 0 });
    expect(begun.out).toContain('5 个已定的名次');
    const next = new Map((await openXlsx(space.read('2017.xlsx')).read()).map(({ name, grid }) => [name, grid]));
    const list = next.get('上年结果表') ?? gridOf([]);
    const rows = Array.from({ length: list.rows }, (_, row) => [list.text(row, 0), list.number(row, 1)]);
    expect(rows.filter(([zone]) => ZONES.includes(String(zone)))).toEqual([...ZONES].reverse().map((zone, at) => [zone, at + 1]));
  } finally {
    space.remove();
  }
}, 240_000);
