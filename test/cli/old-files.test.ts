import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import type { PlainValue } from '../../src/core/grid';
import * as biff from '../hosts/old-files/biff-builder';
import { xlsOf } from '../hosts/old-files/compound-builder';
import { parkHeader, parkPack, parkRows, parkWorkbook } from './park';
import { resultOf } from './result-schema';
import { runHere } from './run-here';
import { Workspace } from './workspace';

let space: Workspace;
beforeEach(() => {
  space = new Workspace();
});
afterEach(() => space.remove());

const rows: readonly (readonly PlainValue[])[] = [parkHeader, ...parkRows];

const csv = (): Uint8Array => new TextEncoder().encode(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);

const xls = (): Uint8Array =>
  xlsOf(
    biff.biff8([
      {
        name: '指标数据',
        records: rows.flatMap((cells, row) =>
          cells.map((value, column) =>
            typeof value === 'number' ? biff.number(row, column, value) : biff.label(row, column, String(value)),
          ),
        ),
      },
    ]),
  );

const score = (input: string, out = 'out.xlsx', ...more: string[]): ReturnType<typeof runHere> =>
  runHere('score', input, '--pack', parkPack, '--out', space.path(out), ...more);

it.each<[string, () => Uint8Array, string]>([
  ['指标数据.xls', xls, '《指标数据.xls》是旧格式工作簿'],
  ['指标数据.et', xls, '《指标数据.et》是旧格式工作簿'],
  ['指标数据.csv', csv, '《指标数据.csv》是文本表格（UTF-8 编码，逗号分隔）'],
])('%s is scored as its .xlsx is, and what stayed behind is told', async (name, bytes, says) => {
  const plain = await score(space.write('in.xlsx', parkWorkbook()), 'plain.xlsx', '--json', space.path('plain.json'));
  const input = space.write(name, bytes());
  const ran = await score(input, 'out.xlsx', '--json', space.path('out.json'));
  expect([plain.code, ran.code]).toEqual([0, 0]);
  expect(ran.out).toContain(says);
  expect(ran.out).toContain('原来的文件没有改动');
  expect(resultOf(space.text('out.json'))).toEqual(resultOf(space.text('plain.json')));
  const sheets = (await openXlsx(space.read('out.xlsx')).describe()).sheets;
  expect(sheets[0]).toMatchObject({ name: '指标数据', owned: false });
  expect(sheets.length).toBeGreaterThan(1);
  expect(space.read(name)).toEqual(bytes());
});

it('the result is an .xlsx whatever the file was', async () => {
  const ran = await score(space.write('a.xls', xls()), 'out.xls');
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('扩展名应为 .xlsx');
});

it('check tells it too', async () => {
  const ran = await runHere('check', space.write('a.csv', csv()), '--pack', parkPack);
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('《a.csv》是文本表格');
});
