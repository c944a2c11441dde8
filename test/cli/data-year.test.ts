import { parkHeader, parkPack, parkRows, parkWorkbook } from './park';
import { resultOf } from './result-schema';
import { runHere } from './run-here';
import { Workspace } from './workspace';

let space: Workspace;
beforeEach(() => {
  space = new Workspace();
});
afterEach(() => space.remove());

const settings = {
  权重与参数: [
    ['类别', '名称', '数值'],
    ['参数', '考评日期', '2016-12-31'],
    ['参数', '数据年度', 2015],
  ],
};
const scored = async (bytes: Uint8Array, ...more: string[]) => {
  const ran = await runHere(
    'score',
    space.write('in.xlsx', bytes),
    '--pack',
    parkPack,
    '--out',
    space.path('out.xlsx'),
    '--json',
    '-',
    ...more,
  );
  return resultOf(ran.out);
};

test('the year of the run is stated by --year, else the workbook’s; the day by --as-of, else the workbook’s, else today’s', async () => {
  expect(await scored(parkWorkbook(), '--year', '2016')).toMatchObject({
    asOf: '2017-03-01',
    asOfFrom: 'today',
    dataYear: { year: 2016, source: 'option', place: null },
  });
  expect(await scored(parkWorkbook(parkRows, settings))).toMatchObject({
    asOf: '2016-12-31',
    asOfFrom: 'workbook',
    dataYear: { year: 2015, source: 'parameter', place: '权重与参数!C3' },
  });
  expect(await scored(parkWorkbook(parkRows, settings), '--as-of', '2017-01-31')).toMatchObject({ asOf: '2017-01-31', asOfFrom: 'chosen' });
  expect(await scored(parkWorkbook())).toMatchObject({ dataYear: { year: null, source: null, place: null, doubt: null } });
});

test('--year against the workbook’s own year is asked', async () => {
  const { dataYear, problems } = await scored(parkWorkbook(parkRows, settings), '--year', '2016');
  expect(dataYear.year).toBeNull();
  expect(dataYear.doubt).toContain('本次运行指定2016年');
  expect(problems.map(({ code }) => code)).toContain('data-year-contradictory');
});

test('the summary names both', async () => {
  const ran = await runHere(
    'score',
    space.write('in.xlsx', parkWorkbook()),
    '--pack',
    parkPack,
    '--out',
    space.path('out.xlsx'),
    '--year',
    '2016',
  );
  expect(ran.out.split('\n')[0]).toBe('数据年度：2016（本次运行指定）　考评日期：2017-03-01（未填考评日期，按运行当日）');
});

test.each(['16', '2016年', '0x7e0', '1979', '2100', ''])('--year %p is refused', async (year) => {
  const ran = await runHere('check', space.write('in.xlsx', parkWorkbook(parkRows, {}, parkHeader)), '--pack', parkPack, '--year', year);
  expect([ran.code, ran.err.includes('--year')]).toEqual([2, true]);
});
