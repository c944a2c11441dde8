import { sampleBytes, samples } from '../../assets/samples/samples';
import { templateIdentity } from '../../src/core/template/identity';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { packs } from '../packs/built-in';
import { runHere } from './run-here';
import { Workspace } from './workspace';

const space = new Workspace();

afterAll(() => space.remove());

it.each(packs.map(({ pack }) => [pack]))('template writes a blank workbook for %s, which reads as the year given', async (pack) => {
  const out = space.path(`${pack}.xlsx`);
  expect(await runHere('template', '--pack', pack, '--year', '2016', '--out', out)).toMatchObject({ code: 0, err: '' });
  const book = openXlsx(space.read(`${pack}.xlsx`));
  const { sheets } = await book.describe();
  expect(sheets[0]).toMatchObject({ name: '填报说明', owned: false });
  expect(sheets.at(-1)).toMatchObject({ name: '权重与参数', owned: false });
  const checked = await runHere('check', out, '--pack', pack);
  expect(checked.code).toBe(1);
  expect(checked.out.match(/【必须处理】/g)).toHaveLength(1);
  expect(checked.out).toContain('数据行');
});

it('a file that is there is not written over: it may have been filled in', async () => {
  const out = space.write('已填.xlsx', 'filled');
  const ran = await runHere('template', '--pack', 'jilin-2016', '--year', '2016', '--out', out);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('没有覆盖');
  expect(space.text('已填.xlsx')).toBe('filled');
});

it.each([
  [['--year', '2016', '--out', 'a.xlsx'], '--pack'],
  [['--pack', 'jilin-2016', '--out', 'a.xlsx'], '--year'],
  [['--pack', 'jilin-2016', '--year', '2016'], '--out'],
  [['--pack', 'jilin-2016', '--year', '16', '--out', 'a.xlsx'], '四位年份'],
  [['--pack', 'jilin-2016', '--year', '2016', '--out', 'a.xls'], '.xlsx'],
  [['--pack', 'jilin-2016', '--year', '2016', '--out', 'a', '--for', '甲区', '--register', 'b.xlsx'], '只能写一个'],
  [['--pack', 'jilin-2016', '--year', '2016', '--out', 'a.xlsx', '--register', 'b.xlsx'], '文件夹'],
  [['--pack', 'own-method', '--year', '2016', '--out', 'a.xlsx', '--for', '甲区'], '自定办法'],
])('what is left out is asked for: %j', async (args, said) => {
  const ran = await runHere('template', ...args);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(said);
});

it('makes a file for each zone of a register, with what the register says of it; names that no file system takes are written otherwise', async () => {
  const register = space.write('名录.csv', '序号,开发区名称,级别\n1,青石经济开发区,省级\n2,白云/高新区,国家级\n');
  const folder = space.path('模板');
  const ran = await runHere('template', '--pack', 'jilin-2016', '--year', '2016', '--register', register, '--out', folder);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toContain('2 份');
  const names = space.snapshot().flatMap((entry) => /^模板\/(\S+)/.exec(entry)?.[1] ?? []);
  expect(names).toEqual(['白云-高新区.xlsx', '青石经济开发区.xlsx']);
  const sheets = await openXlsx(space.read('模板/白云-高新区.xlsx')).read();
  expect(templateIdentity(sheets)).toMatchObject({ pack: 'jilin-2016', year: 2016, zone: '白云/高新区' });
  const main = sheets.find(({ name }) => name === '指标数据')!;
  expect([main.grid.text(3, 0), main.grid.text(3, 1)]).toEqual(['白云/高新区', '国家级']);
  const again = await runHere('template', '--pack', 'jilin-2016', '--year', '2016', '--register', register, '--out', folder);
  expect(again).toMatchObject({ code: 2 });
  expect(again.err).toContain('没有覆盖');
});

it('makes a file for one zone', async () => {
  const out = space.path('一区.xlsx');
  expect(await runHere('template', '--pack', 'jilin-2016', '--year', '2016', '--for', '青石经济开发区', '--out', out)).toMatchObject({
    code: 0,
  });
  expect(templateIdentity(await openXlsx(space.read('一区.xlsx')).read())).toMatchObject({ zone: '青石经济开发区' });
});

it.each([
  ['没有名称的一列', '单位,数值\n甲,1\n', 1, '没有找到开发区名录'],
  ['同名两次', '开发区名称\n青石开发区\n青 石开发区\n', 1, '写了两次'],
])('a register is refused: %s', async (name, text, code, said) => {
  const register = space.write(`${name}.csv`, text);
  const ran = await runHere('template', '--pack', 'jilin-2016', '--year', '2016', '--register', register, '--out', space.path(name));
  expect(ran.code).toBe(code);
  expect(ran.err).toContain(said);
});

it('a new year begins from last year’s workbook, and says sheet by sheet what it takes', async () => {
  const sample = samples.find(({ pack }) => pack === 'shandong-2016')!;
  const from = space.write('去年.xlsx', sampleBytes(sample));
  const out = space.path('今年.xlsx');
  const ran = await runHere('template', '--pack', 'shandong-2016', '--from', from, '--out', out);
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toContain('接着做2017年');
  expect(ran.out).toContain('  上年指标数据　←　原“指标数据”：28 行、');
  expect(ran.out).toContain('  上年结果　←　本次结果（省级经开区综合排名）：22 个已定的名次；名次未定的 2 个不带');
  expect(ran.out).toContain('没有带过来的工作表：填表说明、');
  expect(templateIdentity(await openXlsx(space.read('今年.xlsx')).read())).toMatchObject({ pack: 'shandong-2016', year: 2017 });
  expect(Buffer.compare(space.read('去年.xlsx'), sampleBytes(sample))).toBe(0);

  const wrong = await runHere('template', '--pack', 'shandong-2016', '--from', from, '--year', '2018', '--out', space.path('b.xlsx'));
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('新一年是2017年');
  const both = await runHere('template', '--pack', 'shandong-2016', '--from', from, '--for', '甲区', '--out', space.path('c.xlsx'));
  expect(both.err).toContain('--from');
  const empty = space.write('空.csv', '开发区名称\n');
  const blocked = await runHere('template', '--pack', 'shandong-2016', '--from', empty, '--out', space.path('d.xlsx'));
  expect(blocked.code).toBe(1);
  expect(blocked.err).toContain('没有生成');
});
