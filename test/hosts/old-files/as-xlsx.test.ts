import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asXlsx } from '../../../src/hosts/old-files/as-xlsx';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { template } from '../xlsx/template';
import { convert } from './read-converted';

const yearbook = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '..', '..', 'data', 'yearbook', name)));
const csv = new TextEncoder().encode('地区,产值\n甲,1');

it('an .xlsx goes its own way, whatever its name says', async () => {
  expect(await asXlsx(template(), '旧.xls')).toBeUndefined();
});

it('what a file is shows in its bytes, not in its name', async () => {
  expect((await convert(csv, '表.xlsx')).name).toBe('表.xlsx');
  expect((await convert(yearbook('C1805.xls'), '征收.csv')).note.message).toContain('《征收.csv》是旧格式工作簿');
});

it.each([
  ['指标表.xls', '指标表.xlsx'],
  ['指标表.ET', '指标表.xlsx'],
  ['2016.指标.csv', '2016.指标.xlsx'],
  ['无后缀', '无后缀.xlsx'],
  ['.csv', '数据.xlsx'],
])('%s becomes %s', async (name, made) => {
  expect((await convert(csv, name)).name).toBe(made);
});

it('the sheet of a text file has the name of the file', async () => {
  const names = async (name: string): Promise<string[]> =>
    (await openXlsx((await convert(csv, name)).bytes).describe()).sheets.map((sheet) => sheet.name);
  expect(await names('指标数据.csv')).toEqual(['指标数据']);
  expect(await names(`${'很'.repeat(60)}长:的/名.csv`)).toEqual(['很'.repeat(31)]);
});

it.each<[string, () => Uint8Array]>([
  ['.xls', () => yearbook('C1106.xls')],
  ['.csv', () => csv],
])('the same %s makes the same bytes', async (name, bytes) => {
  expect((await convert(bytes(), `a${name}`)).bytes).toEqual((await convert(bytes(), `a${name}`)).bytes);
});

it('the file that was given is not changed', async () => {
  const bytes = yearbook('C0202.xls');
  const before = bytes.slice();
  await convert(bytes);
  expect(bytes).toEqual(before);
});
