import type { Engine, Examination, Question } from '../../src/app/engine';
import { localEngine } from '../../src/app/local-engine';
import type { ShownResult } from '../../src/app/shown-result';
import { loadPack } from '../../src/core/pack/load';
import type { SheetGrid } from '../../src/core/grid';
import { ProblemError } from '../../src/core/problem';
import type { OpenWorkbook } from '../../src/hosts/port';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { samples } from '../../assets/samples/samples';
import { provinceGrid, provincePack } from '../bench/province';
import { openInMemory } from './harness/memory-workbook';
import { forms, method, Memory, packs, portOf, sampleBytes, template, units } from './sample';
import { HEADER, parkSheets, ROWS } from './small-park';

const question = (pack: string, change: Partial<Question> = {}): Question => ({
  pack,
  asOf: '2017-03-31',
  asOfIsToday: false,
  at: '2017-03-31T02:00:00.000Z',
  sheet: undefined,
  year: undefined,
  mapping: {},
  decisions: [],
  ...change,
});
const over = (port: OpenWorkbook): Engine => localEngine({ port, packs, units, template, forms, method });

test('what is read tells its sheets apart, by one call of the port', async () => {
  const sheets: SheetGrid[] = [...parkSheets(), { ...parkSheets()[0]!, name: '考评说明', owned: true }];
  const port = portOf(() => sheets);
  const describe = jest.spyOn(port, 'describe');
  const book = await over(port).read();
  expect(book).toMatchObject({ sheets: ['指标数据'], owned: ['考评说明'] });
  expect(book.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(describe).not.toHaveBeenCalled();
});

test('fits are named by id, best first', async () => {
  const engine = over(portOf(() => parkSheets()));
  await engine.read();
  const [best, ...others] = await engine.fits();
  expect(best).toMatchObject({ pack: 'shandong-2016', usable: true, matched: 5 });
  expect(others.map(({ pack }) => pack).sort()).toEqual(
    packs
      .map(({ pack }) => pack)
      .filter((pack) => pack !== 'shandong-2016')
      .sort(),
  );
});

test('what was examined is written once, with the time of the question', async () => {
  const port = portOf(() => parkSheets());
  const engine = over(port);
  await engine.read();
  expect(await engine.examine(question('shandong-2016'))).toMatchObject({ pack: 'shandong-2016', ready: true, shapes: [] });
  const { written, leftOut } = await engine.write();
  expect(port.plans[0]?.mark).toMatchObject({ pack: 'shandong-2016', at: '2017-03-31T02:00:00.000Z' });
  expect({ written, leftOut }).toEqual({ written: port.plans[0]!.sheets.map(({ name }) => name), leftOut: [] });
  await expect(engine.write()).rejects.toThrow('no result');
});

test.each<[string, (engine: Engine) => Promise<unknown>]>([
  ['nothing was examined', (engine) => engine.read()],
  [
    'the workbook was read anew since',
    async (engine) => {
      await engine.read();
      await engine.examine(question('shandong-2016'));
      await engine.read();
    },
  ],
  [
    'a problem blocks',
    async (engine) => {
      await engine.read();
      expect(
        (await engine.examine(question('shandong-2016', { mapping: { indicators: { zone: '没有的表头' } }, sheet: '没有的表' }))).ready,
      ).toBe(false);
    },
  ],
  [
    'an examination failed since',
    async (engine) => {
      await engine.read();
      await engine.examine(question('shandong-2016'));
      await engine.examine(question('hebei-2030')).catch(() => undefined);
    },
  ],
])('where %s there is neither a result nor anything to write', async (_, prepare) => {
  const port = portOf(() => parkSheets());
  const engine = over(port);
  await prepare(engine);
  await expect(engine.result()).rejects.toThrow('no result');
  await expect(engine.write()).rejects.toThrow('no result');
  expect(port.plans).toEqual([]);
});

test('a write that fails can be tried again', async () => {
  const port = portOf(() => parkSheets());
  const engine = over(port);
  await engine.read();
  await engine.examine(question('shandong-2016'));
  const { write } = port;
  port.write = async () => Promise.reject(new ProblemError([{ severity: 'block', code: 'busy', message: '正忙。', nextStep: '请重试。' }]));
  await expect(engine.write()).rejects.toThrow(ProblemError);
  port.write = write;
  expect((await engine.write()).written.length).toBeGreaterThan(0);
});

test('a table that no header gives away is offered by its shape, with the headers that a column may take', async () => {
  const engine = over(portOf(() => parkSheets(HEADER.map((text) => (text === '开发区名称' ? '填报主体' : text)))));
  await engine.read();
  const lost = await engine.examine(question('shandong-2016'));
  expect(lost.shapes).toMatchObject([{ sheet: '指标数据', title: '', headers: expect.arrayContaining(['填报主体']) }]);
  const found = await engine.examine(question('shandong-2016', { mapping: { indicators: { zone: '填报主体' } } }));
  expect(found.shapes).toEqual([]);
  expect(found.tables.find(({ main }) => main)?.at).toMatchObject({ sheet: '指标数据', rows: ROWS.length });
});

describe('answers can cross between threads', () => {
  const answers = async (
    engine: Engine,
    pack: string,
    change: Partial<Question> = {},
  ): Promise<{ examined: Examination; result: ShownResult }> => {
    const book = await engine.read();
    expect(structuredClone(book)).toEqual(book);
    const fits = await engine.fits();
    expect(structuredClone(fits)).toEqual(fits);
    return { examined: await engine.examine(question(pack, change)), result: await engine.result() };
  };
  /** Nothing but objects of {}, arrays, texts, numbers and booleans. */
  const plain = (part: unknown): boolean =>
    typeof part === 'object' && part !== null
      ? [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(part) as object) && Object.values(part).every(plain)
      : ['string', 'number', 'boolean', 'undefined'].includes(typeof part);

  test.each(packs.map(({ pack }) => [pack]))('over the sample of %s', async (pack) => {
    const all = await answers(over(openInMemory(openXlsx(sampleBytes(pack)), { storage: new Memory() })), pack, {
      asOf: samples.find((sample) => sample.pack === pack)!.asOf,
    });
    expect(plain(all)).toBe(true);
    expect(structuredClone(all)).toEqual(all);
  });

  test('over 3,000 zones with 60 indicators: no figures of indicators are in them, so they stay small', async () => {
    const pack = loadPack(provincePack(), 'bench', units).pack!;
    const sheets: SheetGrid[] = [{ name: '指标数据', grid: provinceGrid(3000), hidden: false, owned: false }];
    const all = await answers(localEngine({ port: portOf(() => sheets), packs: [pack], units, template, forms, method }), 'bench-province');
    expect(plain(all)).toBe(true);
    expect(structuredClone(all)).toEqual(all);
    expect(all.result.rankings).toMatchObject([{ ranked: 3000, all: 3000, between: 2990 }]);
    expect(all.result.groups.reduce((sum, { findings }) => sum + findings.subjects.length, 0)).toBe(9017);
    // About a hundred letters a finding, and nothing that grows with zones × indicators.
    expect(JSON.stringify(all.result).length).toBeLessThan(9017 * 120);
    expect(JSON.stringify(all.examined).length).toBeLessThan(30_000);
  });
});
