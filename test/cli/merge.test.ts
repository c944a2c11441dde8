import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import type { SheetGrid } from '../../src/core/grid';
import { packOf } from '../packs/built-in';
import { filledForm, type FilledForm } from './forms';
import { runHere, type Outcome } from './run-here';
import { Workspace } from './workspace';

const pack = packOf('jilin-2016');
const space = new Workspace();
let runs = 0;

afterAll(() => space.remove());

const [STONE, CLOUD] = ['青石经济开发区', '白云经济开发区'];
const form = (name: string, one: FilledForm): string => space.write(name, filledForm(pack, one));

async function merge(files: readonly string[], ...more: string[]): Promise<Outcome & { readonly sheets: readonly SheetGrid[] }> {
  const name = `汇总${++runs}.xlsx`;
  const ran = await runHere('merge', ...files, '--pack', pack.pack, '--out', space.path(name), ...more);
  return { ...ran, sheets: ran.code === 0 ? await openXlsx(space.read(name)).read() : [] };
}

const linesOf = (sheets: readonly SheetGrid[], name: string): string[] => {
  const grid = sheets.find((sheet) => sheet.name === name)?.grid;
  return Array.from({ length: grid?.rows ?? 0 }, (_, row) =>
    Array.from({ length: grid!.columns }, (_cell, column) => {
      const cell = grid!.cell(row, column);
      return 'value' in cell ? String(cell.value) : '';
    }).join('｜'),
  );
};

const figures = { level: '省级', leading_industries: 3, leading_output: 120, fiscal: 12.5 };

it('merges forms of zones by zone and indicator, and says of each what it was', async () => {
  const files = [
    form('青石.xlsx', { zone: STONE, figures, savedAt: '2017-03-01T01:00:00Z' }),
    form('白云.xlsx', { zone: CLOUD, figures: { ...figures, leading_output: 80 } }),
  ];
  const { code, err, out, sheets } = await merge(files);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('收 2 个文件，并入 2 个（2016 年度）');
  const main = linesOf(sheets, '指标数据');
  expect(main[0]).toContain('2016年度');
  expect(main.filter((line) => line.startsWith(STONE))).toHaveLength(1);
  expect(main.find((line) => line.startsWith(STONE))).toContain('｜120｜');
  expect(main.find((line) => line.startsWith(CLOUD))).toContain('｜80｜');
  const receipt = linesOf(sheets, '收表回执');
  expect(receipt.find((line) => line.startsWith('1｜'))).toContain(`1｜青石.xlsx｜${STONE}｜已并入｜4｜`);
  expect(receipt.find((line) => line.startsWith('1｜'))).toMatch(/2017-03-01 \d\d:00/);
  expect(receipt.find((line) => line.startsWith('2｜'))).toContain('未载明');
});

it('takes a folder of files', async () => {
  const other = new Workspace();
  other.write('b.xlsx', filledForm(pack, { zone: CLOUD, figures }));
  other.write('a.xlsx', filledForm(pack, { zone: STONE, figures }));
  other.write('~$a.xlsx', 'open');
  other.write('readme.txt', 'no workbook');
  const { sheets } = await merge([other.folder]);
  other.remove();
  expect(linesOf(sheets, '收表回执').filter((line) => /^\d/.test(line))).toEqual([
    expect.stringContaining('a.xlsx'),
    expect.stringContaining('b.xlsx'),
  ]);
});

it('where files differ no one is taken: the cell stays empty, and the sheet of conflicts says where the decision belongs', async () => {
  const files = [form('一.xlsx', { zone: STONE, figures }), form('二.xlsx', { zone: STONE, figures: { ...figures, leading_output: 121 } })];
  const { out, sheets } = await merge(files);
  expect(out).toContain('冲突 1 处');
  const conflicts = linesOf(sheets, '数据冲突').filter((line) => /^\d/.test(line));
  expect(conflicts).toHaveLength(1);
  const where = /｜指标数据!([A-Z]+\d+)｜/u.exec(conflicts[0]!)!;
  expect(conflicts[0]).toMatch(/青石经济开发区｜主导产业产值合计（亿元）｜120｜一\.xlsx\n指标数据![A-Z]+\d+｜121｜二\.xlsx\n指标数据!/u);
  const main = sheets.find(({ name }) => name === '指标数据')!.grid;
  const row = Number(/\d+/.exec(where[1]!)![0]) - 1;
  expect(main.text(row, 0)).toBe(STONE);
  expect(main.kind(row, where[1]!.charCodeAt(0) - 65)).toBe(0);
});

it('of what one file leaves blank another speaks', async () => {
  const { leading_output: output, ...rest } = figures;
  const files = [form('缺.xlsx', { zone: STONE, figures: rest }), form('补.xlsx', { zone: STONE, figures: { leading_output: output } })];
  const { out, sheets } = await merge(files);
  expect(out).not.toContain('冲突');
  expect(linesOf(sheets, '指标数据').find((line) => line.startsWith(STONE))).toContain('｜120｜');
});

describe('a later version of a zone’s form', () => {
  const old = { zone: STONE, figures, savedAt: '2017-03-01T01:00:00Z' };
  const later = { zone: STONE, figures: { ...figures, leading_output: 130 }, savedAt: '2017-03-02T01:00:00Z' };

  it('is told, and taken for no more than the other', async () => {
    const { out, sheets } = await merge([form('旧.xlsx', old), form('新.xlsx', later)]);
    expect(out).toContain('冲突 1 处');
    expect(linesOf(sheets, '收表回执').find((line) => line.startsWith('1｜'))).toContain('另有较新的一份“新.xlsx”');
  });

  it('is taken alone where that is wanted, whatever the order of the files', async () => {
    const { out, sheets } = await merge([form('新.xlsx', later), form('旧.xlsx', old)], '--latest');
    expect(out).not.toContain('冲突');
    expect(out).toContain('旧.xlsx：未用旧版');
    expect(linesOf(sheets, '指标数据').find((line) => line.startsWith(STONE))).toContain('｜130｜');
  });

  it('saved at the same time, or at no time that is known, is not told from the other', async () => {
    const undated = { zone: STONE, figures: later.figures };
    for (const other of [{ ...undated, savedAt: old.savedAt }, undated]) {
      const { out, sheets } = await merge([form('旧.xlsx', old), form('新.xlsx', other)], '--latest');
      expect(out).toContain('冲突 1 处');
      expect(linesOf(sheets, '收表回执').join()).toContain('分不出先后');
    }
  });
});

it('figures in another unit are converted; what cannot be is left out and told', async () => {
  const inTenThousands: FilledForm['mend'] = (plan) => ({
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      head: sheet.head.map((row) =>
        row.map((cell) =>
          typeof cell.value === 'string' && /^主导产业产值合计/.test(cell.value) ? { ...cell, value: '主导产业产值合计（万元）' } : cell,
        ),
      ),
    })),
  });
  const files = [
    form('亿.xlsx', { zone: STONE, figures }),
    form('万.xlsx', { zone: CLOUD, figures: { ...figures, leading_output: 950_000 }, mend: inTenThousands }),
  ];
  const { sheets } = await merge(files);
  expect(linesOf(sheets, '指标数据').find((line) => line.startsWith(CLOUD))).toContain('｜95｜');
});

it('lists the zones of the register that have not answered, and says what came of those that sent something', async () => {
  const register = space.write('名录.csv', `开发区名称\n${STONE}\n${CLOUD}\n长岭经济开发区\n东湖经济开发区\n`);
  const files = [form('青石.xlsx', { zone: STONE, figures }), form('白.xlsx', { zone: CLOUD, figures: {} })];
  const { out, sheets } = await merge(files, '--register', register);
  expect(out).toContain('未报 3 个：白云经济开发区、长岭经济开发区、东湖经济开发区。');
  expect(linesOf(sheets, '催报名单').filter((line) => /^\d/.test(line))).toEqual([
    `1｜${CLOUD}｜收到“白.xlsx”，没有填数`,
    '2｜长岭经济开发区｜没有收到文件',
    '3｜东湖经济开发区｜没有收到文件',
  ]);
  expect(linesOf(sheets, '指标数据').some((line) => line.startsWith(CLOUD))).toBe(false);
});

it('a name that is only like one of the register is another zone until somebody says that it is not', async () => {
  const register = space.write('名录.csv', '开发区名称\n青石开发区\n');
  const { sheets } = await merge([form('青石.xlsx', { zone: STONE, figures })], '--register', register);
  expect(linesOf(sheets, '催报名单').join()).toContain(`收到名称相近的“${STONE}”`);
  expect(linesOf(sheets, '收表回执').join()).toContain('不在名录中');
});

it('files that are none of this year’s answers are refused by name, and the rest is merged', async () => {
  const files = [
    form('好.xlsx', { zone: STONE, figures }),
    form('好2.xlsx', { zone: CLOUD, figures }),
    form('去年.xlsx', { zone: CLOUD, year: 2015, figures }),
    space.write('山东.xlsx', filledForm(packOf('shandong-2016'), { zone: STONE, figures: {} })),
    space.write('别的.csv', '姓名,电话\n张三,1\n'),
    space.write('坏.xlsx', 'PK\u0003\u0004 no zip'),
    space.path('没有.xlsx'),
  ];
  const { code, out } = await merge(files);
  expect(code).toBe(0);
  expect(out).toContain('收 7 个文件，并入 2 个');
  expect(out).toContain('去年.xlsx：拒收　这是2015年度的数据');
  expect(out).toContain('山东.xlsx：拒收　这是方案“shandong-2016”的模板');
  expect(out).toContain('别的.csv：拒收　没有找到本方案的数据表');
  expect(out).toMatch(/坏\.xlsx：打不开/);
  expect(out).toMatch(/没有\.xlsx：打不开/);
});

it('nothing is written where no file can be taken', async () => {
  const { code, err } = await merge([space.write('坏.xlsx', 'PK')]);
  expect(code).toBe(1);
  expect(err).toContain('没有一个文件可以并入');
});

it('two years that are as frequent as each other are asked about', async () => {
  const files = [form('今.xlsx', { zone: STONE, figures }), form('去.xlsx', { zone: CLOUD, year: 2015, figures })];
  const asked = await merge(files);
  expect(asked.code).toBe(1);
  expect(asked.err).toContain('--year');
  const { out } = await merge(files, '--year', '2015');
  expect(out).toContain('今.xlsx：拒收');
});

it('the merged workbook is a workbook like any other: it is checked with nothing but gaps to tell', async () => {
  const files = [form('青石.xlsx', { zone: STONE, figures }), form('白云.xlsx', { zone: CLOUD, figures: { ...figures, fiscal: 20 } })];
  await merge(files);
  const checked = await runHere('check', space.path(`汇总${runs}.xlsx`), '--pack', pack.pack);
  expect(checked.code).toBe(0);
  expect(checked.out).not.toContain('收表回执');
});

it.each([
  [[], '请写明填好的文件'],
  [['a.xlsx', '--pack', 'jilin-2016'], '--out'],
  [['a.xlsx', '--out', 'b.xlsx'], '--pack'],
  [['a.xlsx', '--pack', 'jilin-2016', '--out', 'b.xls'], '.xlsx'],
  [['a.xlsx', '--pack', 'jilin-2016', '--out', 'b.xlsx', '--json', 'c'], '--json'],
])('what is left out or too much is said: %j', async (args, said) => {
  const ran = await runHere('merge', ...args);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(said);
});
