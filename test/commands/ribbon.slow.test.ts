import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_PACKS_KEY, packsToText } from '../../src/app/own-pack-texts';
import { markOf, NOTHING_CHOSEN, recall, remember } from '../../src/app/remembered';
import { acceptableGroups } from '../../src/core/acceptable-groups';
import { assess } from '../../src/core/assess';
import { listenToRibbon } from '../../src/commands/listen';
import { ribbonCommands, type RibbonOptions } from '../../src/commands/ribbon';
import type { RibbonName } from '../../src/commands/ribbon-names';
import type { Notice } from '../../src/commands/notice-plan';
import { noticeWords as words } from '../../src/commands/words';
import { openExcel } from '../../src/hosts/excel/open-excel';
import { sampleBytes, samples } from '../../assets/samples/samples';
import type { ExcelHost } from '../excel-host/host';
import { keyColumn, keyRow } from '../excel-host/model/area';
import { bookOfXlsx } from '../hosts/excel/book-of-grids';
import { WorkbookModel } from '../excel-host/model/workbook';
import { picture, session } from '../hosts/excel/session';
import { deformedSample } from '../app/deformed-sample';
import { packs, readHere, units } from '../packs/built-in';
import { inputOf } from '../packs/run';

const examples = join(__dirname, '..', '..', 'assets', 'packs');
const shandong = samples.find(({ pack }) => pack === 'shandong-2016')!;

interface Ribbon {
  readonly book: WorkbookModel;
  readonly host: ExcelHost;
  readonly said: Notice[];
  readonly port: Awaited<ReturnType<typeof openExcel>>;
  press(name: RibbonName): Promise<void>;
}

async function ribbon(book: WorkbookModel, change: Partial<RibbonOptions> = {}): Promise<Ribbon> {
  const { host } = await session(book);
  const said: Notice[] = [];
  const commands = ribbonCommands({
    method: async () => import('../../src/packs/stated-method'),
    open: openExcel,
    packs,
    units,
    read: readHere,
    now: () => new Date('2017-03-31T08:00:00+08:00'),
    say: (notice) => Promise.resolve(void said.push(notice)),
    ...change,
  });
  return { book, host, said, port: await openExcel(), press: (name) => commands[name]() };
}

const names = (book: WorkbookModel): string[] => book.sheets.map(({ name }) => name);
const texts = (book: WorkbookModel, sheet: string): string =>
  [...book.sheet(sheet).cells.values()].map(({ value }) => String(value)).join('\n');

describe('一键评分', () => {
  it('scores with the pack that the headers tell, without a pane, and keeps what it did', async () => {
    const { book, press, port, said, host } = await ribbon(await bookOfXlsx(sampleBytes(shandong)));
    const before = picture(book);
    await press('scoreWorkbook');
    expect(host.requests.map(({ error }) => error).filter(Boolean)).toEqual([]);
    // Choices with the list of sheets, cells, filling, exchange, where choices are kept, choices.
    expect(host.requests).toHaveLength(6);
    const recalled = await recall(port);
    if (!recalled || !('memory' in recalled)) throw new Error('nothing kept');
    const { choices, last } = recalled.memory;
    expect(choices.pack).toBe('shandong-2016');
    expect(names(book).slice(-last!.written.length)).toEqual(last!.written);
    expect(book.active!.name).toBe(last!.written[0]);
    expect(picture(book)).toMatchObject(before);
    expect(said).toEqual([]);
  });

  it('scores by a pack of the person’s own that the workbook keeps; says why where it cannot', async () => {
    const { book, press, port, said } = await ribbon(await bookOfXlsx(readFileSync(join(examples, 'example-province.xlsx'))));
    const text = readFileSync(join(examples, 'example-province.yaml'), 'utf8');
    const keep = (kept: string): Promise<void> =>
      port.remember(OWN_PACKS_KEY, packsToText([{ id: 'example-province', file: 'mine.yaml', text: kept }]));
    await keep(text);
    const choices = { ...NOTHING_CHOSEN, pack: 'example-province', ownPacks: true };
    await remember(port, { choices, last: undefined });
    await press('scoreWorkbook');
    expect(said).toEqual([]);
    expect(names(book)).toContain('考评说明');
    expect(texts(book, '考评说明')).toContain('示例省开发区综合考核评价办法');
    expect(await recall(port)).toMatchObject({ memory: { choices } });
    await press('clearResults');
    await keep(text.replace('higher_is_better', 'x'));
    await press('scoreWorkbook');
    expect(texts(book, words.sheet)).toContain(words.ownPackFaulty('mine.yaml').message);
    await port.remember(OWN_PACKS_KEY, undefined);
    await press('scoreWorkbook');
    expect(texts(book, words.sheet)).toContain(words.unknownPack('example-province').message);
    expect(names(book)).not.toContain('考评说明');
  });

  it('uses the choices that the pane kept', async () => {
    const { book, press, port } = await ribbon(await bookOfXlsx(sampleBytes(shandong)));
    await remember(port, { choices: { ...NOTHING_CHOSEN, pack: 'shandong-2016', asOf: '2016-12-31' }, last: undefined });
    await press('scoreWorkbook');
    expect(texts(book, '考评说明')).toContain('2016-12-31');
  });

  it('follows the proposals that were accepted and the year that was chosen, and clearing keeps both', async () => {
    const { press, port } = await ribbon(await bookOfXlsx(deformedSample()));
    const { problems } = assess(
      inputOf(
        packs.find(({ pack }) => pack === shandong.pack)!,
        await port.read(),
        shandong.asOf,
      ),
    ).result;
    const accepted = acceptableGroups(problems).flatMap(({ decisions }) => decisions);
    const choices = { ...NOTHING_CHOSEN, pack: shandong.pack, year: 2016, decisions: { [shandong.pack]: accepted } };
    await remember(port, { choices, last: undefined });
    await press('scoreWorkbook');
    expect(await recall(port)).toMatchObject({ memory: { choices, last: { year: 2016, decisions: markOf(accepted) } } });
    await press('clearResults');
    expect(await recall(port)).toEqual({ memory: { choices, last: undefined } });
  });

  it('says which documents fit where none was chosen and none fits', async () => {
    const book = new WorkbookModel();
    book.addSheet('随便', [['名单'], ['甲']]);
    const { press } = await ribbon(book);
    await press('scoreWorkbook');
    expect(names(book)).toEqual(['随便', words.sheet]);
    expect(texts(book, words.sheet)).toContain(words.noPack().nextStep);
    expect(book.active!.name).toBe(words.sheet);
  });

  it('lists what blocks, and leaves the results of the last run; a good run takes the notice away', async () => {
    const { book, press } = await ribbon(await bookOfXlsx(sampleBytes(shandong)));
    await press('scoreWorkbook');
    const results = names(book);
    const main = book.sheet('指标数据');
    const kept = new Map(main.cells);
    for (const key of kept.keys()) main.put(keyRow(key), keyColumn(key), undefined);
    await press('scoreWorkbook');
    expect(names(book)).toEqual([...results, words.sheet]);
    expect(texts(book, words.sheet)).toMatch(/必须处理/);
    await press('scoreWorkbook');
    expect(names(book)).toEqual([...results, words.sheet]);
    for (const [key, content] of kept) main.put(keyRow(key), keyColumn(key), content);
    await press('scoreWorkbook');
    expect(names(book)).toEqual(results);
  });

  it('says in a window what cannot be said on a sheet', async () => {
    const { book, press, said } = await ribbon(await bookOfXlsx(sampleBytes(shandong)));
    book.protection = { options: {} };
    await press('scoreWorkbook');
    expect(said.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['protected-structure']]);
  });

  it('stops before Excel ends it', async () => {
    const { book, press, host } = await ribbon(await bookOfXlsx(sampleBytes(shandong)), { longest: 5 });
    host.delay = 20;
    const before = names(book);
    await press('scoreWorkbook');
    expect(names(book)).toEqual([...before, words.sheet]);
    expect(texts(book, words.sheet)).toContain(words.timeout().message);
  });

  it('ends well whatever goes wrong', async () => {
    const said: Notice[] = [];
    const { press } = await ribbon(new WorkbookModel(), {
      open: () => Promise.reject(new Error('坏了')),
      say: (notice) => Promise.resolve(void said.push(notice)),
    });
    await press('scoreWorkbook');
    expect(said[0]!.problems[0]).toMatchObject({ code: 'unexpected', message: words.unexpected('坏了').message });
  });
});

describe('数据校验', () => {
  it('lists problems, worst first, with links, and writes no results', async () => {
    const book = await bookOfXlsx(sampleBytes(shandong));
    const before = names(book);
    const { press } = await ribbon(book);
    await press('checkWorkbook');
    expect(names(book)).toEqual([...before, words.sheet]);
    const sheet = book.sheet(words.sheet);
    expect(sheet.value(0, 0)).toBe(words.title.check);
    const links = [...sheet.links.values()];
    expect(links.length).toBeGreaterThan(0);
    for (const { documentReference } of links) expect(before.some((name) => documentReference!.startsWith(`'${name}'!`))).toBe(true);
  });
});

describe('清除结果', () => {
  it('takes results and notice away', async () => {
    const book = await bookOfXlsx(sampleBytes(shandong));
    const before = picture(book);
    const { press } = await ribbon(book);
    await press('scoreWorkbook');
    await press('checkWorkbook');
    await press('clearResults');
    expect(picture(book)).toEqual(before);
  });
});

describe('the entry', () => {
  it('registers exactly the functions that the manifest names, and completes every event, whatever becomes of the work', async () => {
    await ribbon(new WorkbookModel());
    const associated = new Map<string, (event: { completed(): void }) => void>();
    const globals = globalThis as unknown as { Office: object };
    globals.Office = Object.create(globals.Office, {
      actions: { value: { associate: (name: string, act: (event: { completed(): void }) => void) => associated.set(name, act) } },
    }) as object;
    const work: Readonly<Record<RibbonName, () => Promise<void>>> = {
      scoreWorkbook: () => Promise.resolve(),
      checkWorkbook: () => Promise.reject(new Error('no')),
      clearResults: () => new Promise(() => undefined),
    };
    const page = {} as Record<string, unknown>;
    listenToRibbon(page as unknown as Window, (name) => work[name](), 20);
    const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
    const named = [...manifest.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, name]) => name);
    expect([...associated.keys()].sort()).toEqual(named.sort());
    expect(Object.keys(page).sort()).toEqual(named.sort());
    for (const press of associated.values()) await new Promise<void>((completed) => press({ completed }));
  });
});
