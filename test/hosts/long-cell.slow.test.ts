import { check } from '../../src/core/assess';
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
const ROUNDS = 5;
/** What else runs on the machine hits long texts harder: the two are measured in turn, until the least times tell or so many tries are over. */
const TRIES = 4;

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
  ])('costs no more than ten times one of a hundred thousand in a %s file', async (_kind, made) => {
    const [short, long] = [made(rowsWith(text(SHORT))), made(rowsWith(text(LONG)))];
    const least = { short: Infinity, long: Infinity };
    for (let tries = 0; tries < TRIES && (tries === 0 || least.long > 10 * least.short); tries++) {
      least.short = Math.min(least.short, await cost(() => read(short)));
      least.long = Math.min(least.long, await cost(() => read(long)));
    }
    expect(least.long).toBeLessThanOrEqual(10 * least.short);
  });
});
