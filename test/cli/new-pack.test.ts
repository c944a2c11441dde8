import { parkPack } from './park';
import { plainWorkbook } from '../ooxml/package-builder';
import { runHere } from './run-here';
import { Workspace } from './workspace';

const space = new Workspace();

afterAll(() => space.remove());

const book = plainWorkbook([
  ['某省开发区指标表（2016年度）'],
  ['开发区名称', '级别', '地区生产总值（亿元）', '税收收入（亿元）'],
  ['甲经济开发区', '国家级', 300, 30],
  ['乙经济开发区', '省级', 200, 25],
  ['丙经济开发区', '省级', 100, 12],
]);

it('packs new writes a pack by the headers of a workbook; it has no fault and scores that workbook', async () => {
  const [from, out] = [space.write('指标表.xlsx', book), space.path('我的方案.yaml')];
  expect(await runHere('packs', 'new', '--from', from, '--out', out)).toMatchObject({ code: 0, err: '' });
  expect(await runHere('packs', 'lint', out)).toMatchObject({ code: 0, err: '' });
  const scored = await runHere('score', from, '--pack', out, '--out', space.path('结果.xlsx'));
  expect(scored).toMatchObject({ code: 0, err: '' });
  expect(scored.out).toContain('1  甲经济开发区  100.00');
});

it('without --out the text is printed', async () => {
  const ran = await runHere('packs', 'new', '--from', space.write('指标表.xlsx', book));
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('format: zone-assessor/pack@1');
});

it('a file that is there is not written over, other options are refused, a workbook without a table is said', async () => {
  const [from, out] = [space.write('指标表.xlsx', book), space.write('已有.yaml', 'mine')];
  expect((await runHere('packs', 'new', '--from', from, '--out', out)).err).toContain('没有覆盖');
  expect(space.text('已有.yaml')).toBe('mine');
  expect(await runHere('packs', 'new')).toMatchObject({ code: 2 });
  expect(await runHere('packs', 'new', '--from', from, '--out', space.path('a.xlsx'))).toMatchObject({ code: 2 });
  expect(await runHere('packs', '--from', from)).toMatchObject({ code: 2 });
  const empty = await runHere('packs', 'new', '--from', space.write('空.xlsx', plainWorkbook([['说明']])));
  expect(empty.code).toBe(1);
  expect(empty.err).toContain('没有找到数据表');
});

it('packs show takes a pack of one’s own as well', async () => {
  const ran = await runHere('packs', 'show', parkPack);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out.length).toBeGreaterThan(100);
});
