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
])('what is left out is asked for: %j', async (args, said) => {
  const ran = await runHere('template', ...args);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(said);
});
