import { check } from '../../src/core/checked';
import { asXlsx } from '../../src/hosts/old-files/as-xlsx';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import type { PlainValue } from '../../src/core/grid';
import { plainWorkbook } from '../ooxml/package-builder';
import { chance } from '../core/table/deformed/scene';
import { packOf } from '../packs/built-in';
import { inputOf } from '../packs/run';

const pack = packOf('shandong-2016');
const SHORT = 100_000;
const LONG = 1_000_000;
/** Below so many milliseconds the collector and the compiler decide. */
const NOISE = 5;
const ROUNDS = 2;
/** Ten times the length: ten times the time where it grows with the length, a hundred times where it grows with its square. `npm run bench` prints the ratio itself. */
const FAR_FROM_SQUARE = 30;

/** Texts of chance below the table: a file that can be packed too well is refused as hostile before it is read. */
const random = chance(7);
const NOISE_ROWS = Array.from({ length: 8 }, () => [Array.from({ length: 30_000 }, () => Math.floor(random() * 36).toString(36)).join('')]);

/** The text in every place of a table where one may stand. */
const rowsWith = (text: string): readonly (readonly PlainValue[])[] => [
  [text],
  [`单位：${text}`],
  ['开发区名称', '级别', '地区生产总值（亿元）', text],
  ['甲经济开发区', '省级', 1, text],
  [text, '省级', text, 2],
  ...NOISE_ROWS,
];

async function cost(run: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / 1000);
  }
  return Math.max(best, NOISE);
}

/** Opens the file as the workbench does, and reads it, whatever comes of it. */
async function read(bytes: Uint8Array): Promise<unknown> {
  const converted = await asXlsx(bytes, '表.xlsx').catch((error: unknown) => error);
  if (converted instanceof Error) return converted.message;
  const file = typeof converted === 'object' && converted !== null && 'bytes' in converted ? (converted.bytes as Uint8Array) : bytes;
  return check(inputOf(pack, await openXlsx(file).read())).problems;
}

const csv = (rows: readonly (readonly PlainValue[])[]): Uint8Array =>
  new TextEncoder().encode(rows.map((cells) => cells.map((cell) => `"${cell ?? ''}"`).join(',')).join('\n'));

describe.each(['产', '1,', '（', '单位：', '合计', '2016年末', '= ', '续表', '①'])('a text of a million characters: %s', (passage) => {
  const text = (length: number): string => passage.repeat(Math.ceil(length / passage.length)).slice(0, length);
  test.each<[string, (rows: readonly (readonly PlainValue[])[]) => Uint8Array]>([
    ['.xlsx', plainWorkbook],
    ['.csv', csv],
  ])('costs nothing like a hundred times one of a hundred thousand in a %s file', async (_kind, made) => {
    const [short, long] = [made(rowsWith(text(SHORT))), made(rowsWith(text(LONG)))];
    const [shortTime, longTime] = [await cost(() => read(short)), await cost(() => read(long))];
    expect(longTime).toBeLessThan(FAR_FROM_SQUARE * shortTime);
  });
});
