import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackShelf, PackText } from '../../src/app/own-pack-state';
import { MOST_KEPT, OWN_PACKS_KEY, packsFromText, packsToText } from '../../src/app/own-pack-texts';
import { ownPackWords as words } from '../../src/app/own-pack-words';
import { fromText, MEMORY_KEY } from '../../src/app/remembered';
import type { Session } from '../../src/app/session';
import { appWords } from '../../src/app/words';
import { formatHalfUp } from '../../src/core/decimal';
import type { Result } from '../../src/core/result';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { runHere } from '../cli/run-here';
import { readHere } from '../packs/built-in';
import { Memory, opened, said, type Opened } from './sample';

const assets = join(__dirname, '..', '..', 'assets', 'packs');
const TEXT = readFileSync(join(assets, 'example-province.yaml'), 'utf8');
const BOOK = new Uint8Array(readFileSync(join(assets, 'example-province.xlsx')));
const ID = 'example-province';
const FILE = 'example-province.yaml';

const fileOf = (text: string | Uint8Array, name = FILE): File => new File([text as BlobPart], name);

/** A browser's shelf, without a browser. */
class Shelf implements PackShelf {
  readonly texts = new Map<string, PackText>();
  full = false;
  list = async (): Promise<PackText[]> => [...this.texts.values()];
  put = async (text: PackText): Promise<void> => {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError');
    this.texts.set(text.id, text);
  };
  remove = async (id: string): Promise<void> => void this.texts.delete(id);
}

const open = (memory = new Memory(), shelf?: Shelf, bytes = BOOK): Promise<Opened> =>
  opened({ memory, bytes, session: { own: { read: readHere, ...(shelf && { shelf }) } } });

const ids = (session: Session): string[] => session.state.own.packs.map(({ id }) => id);
const keptIn = (memory: Memory): string[] => packsFromText(memory.getItem(OWN_PACKS_KEY) ?? '')?.map(({ id }) => id) ?? [];

describe('a pack of a person’s own', () => {
  test('is chosen once it is loaded, scores what the command line scores, and is found again', async () => {
    const { session, memory, file } = await open();
    await session.own.load([fileOf(TEXT)]);
    expect(said(session)).toEqual([words.done.loaded(session.pack!.title, '1.0.0').message]);
    expect(session.state).toMatchObject({ view: 'pack', chosenBy: 'person', choices: { pack: ID, ownPacks: true } });
    expect(session.state.examined).toMatchObject({ pack: ID, ready: true });
    await session.score();
    expect(said(session)).toContain(appWords.done.scored(session.state.owned.length));
    const detail = session.state.outcome!.detail!;
    const folder = mkdtempSync(join(tmpdir(), 'own-pack-'));
    const [book, pack, out] = [join(assets, 'example-province.xlsx'), join(assets, FILE), join(folder, 'out.xlsx')];
    const cli = await runHere('score', book, '--pack', pack, '--as-of', session.asOf, '--out', out, '--json', join(folder, 'out.json'));
    expect(cli.code).toBe(0);
    const result = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as Result;
    rmSync(folder, { recursive: true });
    const shown = detail.rankings.map(({ title, top }) => [
      title,
      top.slice(0, 3).map(({ subject, total, rank }) => [subject, total, rank]),
    ]);
    const told = result.rankings.map(({ title, rows }) => [
      title,
      rows.slice(0, 3).map(({ subject, total, rank }) => [subject, formatHalfUp(total!, 2), rank]),
    ]);
    expect(shown).toEqual(told);
    expect(Object.values(detail.counts).reduce((sum, count) => sum + count, 0)).toBe(result.findings.length);

    const again = await opened({ memory, file, session: { own: { read: readHere } } });
    expect(again.session.pack?.pack).toBe(ID);
    expect(again.session.state).toMatchObject({ chosenBy: 'memory', stale: false, notices: [] });
    expect(again.session.state.outcome?.detail).toEqual(detail);
  });

  test('stands among all packs, fits its workbook best, and makes its blank sheets and its form', async () => {
    const { session } = await open();
    await session.own.load([fileOf(TEXT)]);
    await session.listPacks();
    expect(session.state.fits?.[0]).toMatchObject({ pack: ID, usable: true });
    expect(session.packs).toHaveLength(6);
    expect(session.own.of(ID)?.file).toBe(FILE);
    expect(session.own.of('shandong-2016')).toBeUndefined();
    await session.entering.load();
    expect(session.state.settings.form?.pack).toBe(ID);
    const before = session.state.sheets.length;
    await session.insertTemplate(2025);
    expect(session.state.sheets.length).toBeGreaterThan(before);
  });

  test('with errors is not taken: what is wrong is told by its place, and all stays as it was', async () => {
    const { session, memory } = await open();
    await session.own.load([fileOf(TEXT)]);
    const before = { own: session.state.own, choices: session.state.choices, kept: memory.getItem(OWN_PACKS_KEY) };
    const broken = TEXT.replace('higher_is_better', 'higher_is_beter');
    await session.own.load([fileOf(broken, 'mine.yaml')]);
    const expected = (await readHere(broken, 'mine.yaml')).problems;
    expect(expected.length).toBeGreaterThan(0);
    expect(session.state.view).toBe('own');
    expect(session.state.own.told).toEqual({ file: 'mine.yaml', taken: false, problems: expected });
    expect(session.state.own.told?.problems[0]).toMatchObject({ sheet: expect.stringMatching(/^mine\.yaml:\d+:\d+$/) as string });
    expect(said(session)).toEqual([words.trouble.faulty('mine.yaml', 1).message]);
    expect(session.state.choices).toEqual(before.choices);
    expect(session.state.own.packs).toEqual(before.own.packs);
    expect(memory.getItem(OWN_PACKS_KEY)).toBe(before.kept);
    // A file that can be used takes the faults away.
    await session.own.load([fileOf(TEXT)]);
    expect(session.state.own.told).toBeUndefined();
  });

  test('is replaced by another text of its id, whose result is another one even where the version is the same', async () => {
    const { session, memory } = await open();
    await session.own.load([fileOf(TEXT)]);
    await session.score();
    await session.own.load([fileOf(TEXT)]);
    expect(said(session)).toEqual([words.done.same(session.pack!.title).message]);
    expect(session.state.stale).toBe(false);
    await session.own.load([fileOf(`${TEXT}# 改过\n`)]);
    expect(said(session)).toEqual([words.done.replaced(session.pack!.title, '1.0.0', '1.0.0').message]);
    expect(session.state.stale).toBe(true);
    await session.own.load([fileOf(TEXT.replace('version: 1.0.0', 'version: 1.1.0'))]);
    expect(session.pack?.version).toBe('1.1.0');
    expect(ids(session)).toEqual([ID]);
    expect(keptIn(memory)).toEqual([ID]);
  });

  test('is taken away again, without a trace in the workbook', async () => {
    const { session, memory } = await open();
    await session.own.load([fileOf(TEXT)]);
    const { title } = session.pack!;
    await session.own.remove(ID);
    expect(said(session)).toEqual([words.done.removed(title).message]);
    expect(session.pack).toBeUndefined();
    expect(session.state).toMatchObject({ examined: undefined, choices: { ownPacks: false }, own: { packs: [] } });
    expect(memory.getItem(OWN_PACKS_KEY)).toBeNull();
    await session.own.remove(ID);
    expect(session.state.own.packs).toEqual([]);
  });

  test('with the id of a document that comes with the product is refused', async () => {
    const { session, memory } = await open();
    await session.own.load([fileOf(TEXT.replace(`pack: ${ID}`, 'pack: jilin-2016'))]);
    const builtIn = session.packOf('jilin-2016')!;
    expect(said(session)).toEqual([words.trouble.builtIn(FILE, 'jilin-2016', builtIn.title).message]);
    expect(ids(session)).toEqual([]);
    expect(keptIn(memory)).toEqual([]);
  });

  test('survives 清除结果, and 重新读取', async () => {
    const { session, memory } = await open();
    await session.own.load([fileOf(TEXT)]);
    await session.score();
    await session.clear();
    expect(fromText(memory.getItem(MEMORY_KEY)!)?.choices).toMatchObject({ pack: ID, ownPacks: true });
    await session.open();
    expect(session.pack?.pack).toBe(ID);
  });
});

describe('what is kept', () => {
  const kept = async (change: (text: string) => string): Promise<Memory> => {
    const { session, memory } = await open();
    await session.own.load([fileOf(TEXT)]);
    memory.setItem(OWN_PACKS_KEY, change(memory.getItem(OWN_PACKS_KEY)!));
    return memory;
  };

  test('is validated again: what passes no more is told, and can be taken away or replaced', async () => {
    const memory = await kept((text) =>
      packsToText(packsFromText(text)!.map((one) => ({ ...one, text: one.text.replace('higher_is_better', 'x') }))),
    );
    const { session } = await open(memory);
    expect(said(session)).toEqual([words.trouble.keptFaulty(FILE).message, appWords.trouble.memoryUnknownPack(ID).message]);
    expect(session.state.own).toMatchObject({ packs: [], unusable: [{ id: ID, file: FILE }] });
    expect(session.state.own.unusable[0]?.problems[0]?.sheet).toMatch(/^example-province\.yaml:\d+:\d+$/);
    await session.own.load([fileOf(TEXT)]);
    expect(session.state.own).toMatchObject({ packs: [{ id: ID }], unusable: [] });
    expect(keptIn(memory)).toEqual([ID]);
  });

  test.each([
    ['is no JSON', () => '{'],
    ['has a key more', (text: string) => text.replace('"format"', '"more":1,"format"')],
    ['is of a later version', (text: string) => text.replace('packs@1', 'packs@2')],
  ])('and %s is told and not used', async (_, change) => {
    const { session } = await open(await kept(change));
    expect(said(session)).toContain(words.trouble.keptUnreadable.message);
    expect(session.state.own.packs).toEqual([]);
  });

  test('under another id than the file says is not used', async () => {
    const { session } = await open(await kept((text) => text.replace(`"id":"${ID}"`, '"id":"other"')));
    expect(session.state.own).toMatchObject({ packs: [], unusable: [{ id: 'other', problems: [words.trouble.keptOther(ID)] }] });
  });

  test('in a workbook stays within what a workbook can hold', async () => {
    const { session } = await open();
    const padded = (n: number): File => fileOf(`${TEXT.replace(`pack: ${ID}`, `pack: mine-${n}`)}\n# ${'x'.repeat(450_000)}\n`);
    await session.own.load([padded(1)]);
    await session.own.load([padded(2)]);
    await session.own.load([padded(3)]);
    expect(said(session)).toEqual([words.trouble.tooMany(MOST_KEPT).message]);
    expect(ids(session)).toEqual(['mine-1', 'mine-2']);
  });

  test('two signs that XML cannot hold come back', () => {
    const one = { id: 'a', file: 'a.yaml', text: 'a: \uffff\ufffe' };
    expect(packsToText([one])).not.toMatch(/[\ufffe\uffff]/);
    expect(packsFromText(packsToText([one]))).toEqual([one]);
  });
});

describe('in a browser', () => {
  test('a pack is kept for all workbooks, and none in the workbook', async () => {
    const shelf = new Shelf();
    const first = await open(new Memory(), shelf);
    await first.session.own.load([fileOf(TEXT)]);
    expect(keptIn(first.memory)).toEqual([]);
    expect(first.session.state.choices.ownPacks).toBe(false);
    const { session } = await open(new Memory(), shelf);
    expect(ids(session)).toEqual([ID]);
    // It is matched by itself, as the product's own are.
    expect(session.state).toMatchObject({ chosenBy: 'match', choices: { pack: ID } });
    await session.own.remove(ID);
    expect(shelf.texts.size).toBe(0);
  });

  test('what comes with the workbook goes before, and is replaced where it is', async () => {
    const { session: excel, memory } = await open();
    await excel.own.load([fileOf(TEXT)]);
    const shelf = new Shelf();
    shelf.texts.set(ID, { id: ID, file: 'older.yaml', text: TEXT.replace('version: 1.0.0', 'version: 0.9.0') });
    const { session } = await open(memory, shelf);
    expect(session.pack?.version).toBe('1.0.0');
    await session.own.load([fileOf(TEXT.replace('version: 1.0.0', 'version: 2.0.0'))]);
    expect(memory.getItem(OWN_PACKS_KEY)).toContain('2.0.0');
    expect(shelf.texts.get(ID)?.text).toContain('2.0.0');
    await session.own.remove(ID);
    expect([keptIn(memory), shelf.texts.size]).toEqual([[], 0]);
  });

  test('without room the pack is used, and the person told', async () => {
    const shelf = new Shelf();
    shelf.full = true;
    const { session } = await open(new Memory(), shelf);
    await session.own.load([fileOf(TEXT)]);
    expect(said(session)).toEqual([
      words.trouble.notKept(words.trouble.noRoom).message,
      words.done.loaded(session.pack!.title, '1.0.0').message,
    ]);
    expect(ids(session)).toEqual([ID]);
  });
});

describe('a workbook that was scored in a browser', () => {
  const scored = async (shelf = new Shelf()): Promise<Opened> => {
    const one = await open(new Memory(), shelf);
    await one.session.own.load([fileOf(TEXT)]);
    await one.session.score();
    return one;
  };
  const elsewhere = ({ memory, file }: Opened): Promise<Opened> =>
    opened({ memory, file, session: { own: { read: readHere, shelf: new Shelf() } } });

  test('carries its pack to other browsers, where it gives the same result and outlives the result', async () => {
    const first = await scored();
    expect(keptIn(first.memory)).toEqual([ID]);
    const { session, memory } = await elsewhere(first);
    expect(session.state).toMatchObject({ chosenBy: 'memory', stale: false, notices: [], own: { packs: [{ id: ID, inWorkbook: true }] } });
    expect(session.state.outcome?.detail).toEqual(first.session.state.outcome?.detail);
    await session.clear();
    expect(keptIn(memory)).toEqual([ID]);
    await session.open();
    expect(session.pack?.pack).toBe(ID);
  });

  test('is not changed by a text in it that is too large, and that is told', async () => {
    const first = await scored();
    const large = packsToText([{ id: ID, file: FILE, text: `${TEXT}\n# ${'x'.repeat(MOST_KEPT)}` }]);
    first.memory.setItem(OWN_PACKS_KEY, large);
    const { session, memory } = await elsewhere(first);
    expect(said(session)).toContain(words.trouble.tooMany(MOST_KEPT).message);
    expect([ids(session), memory.getItem(OWN_PACKS_KEY) === large]).toEqual([[], true]);
  });

  test('keeps its result where there is no room for the pack', async () => {
    const { session } = await opened({
      bytes: BOOK,
      session: { own: { read: readHere, shelf: new Shelf() } },
      change: ({ remember }) => ({
        remember: (key, text) => (key === OWN_PACKS_KEY ? Promise.reject(new Error('full')) : remember(key, text)),
      }),
    });
    await session.own.load([fileOf(TEXT)]);
    await session.score();
    expect(said(session)).toContain(words.trouble.notCarried('').message);
    expect(session.state).toMatchObject({ choices: { ownPacks: false } });
    expect(session.state.outcome).toBeDefined();
  });
});

describe('what is no pack is refused with words', () => {
  const xlsx = new Uint8Array(BOOK.slice(0, 4000));
  test.each([
    ['a workbook', [fileOf(xlsx, 'a.xlsx')], words.trouble.notPack('a.xlsx')],
    ['a workbook by the name of a pack', [fileOf(xlsx, 'a.yaml')], words.trouble.notText('a.yaml')],
    ['a text with NUL', [fileOf('pack: a\0b')], words.trouble.notText(FILE)],
    ['another encoding', [fileOf(Uint8Array.of(0x70, 0x3a, 0x20, 0xb7, 0xbd, 0xb0, 0xb8))], words.trouble.notText(FILE)],
    ['nothing', [fileOf('')], words.trouble.empty(FILE)],
    ['blanks', [fileOf(' \n\n')], words.trouble.empty(FILE)],
    ['five megabytes', [fileOf('a'.repeat(5_000_000))], words.trouble.tooLarge(FILE, 512)],
    ['one byte too much', [fileOf('a'.repeat(512 * 1024 + 1))], words.trouble.tooLarge(FILE, 512)],
    ['two files', [fileOf(TEXT), fileOf(TEXT, 'b.yaml')], words.trouble.oneFile],
  ])('%s', async (_, files, told) => {
    const { session } = await opened({ bytes: BOOK, session: { own: { read: readHere } } });
    await session.own.load(files);
    expect(session.state.notices).toMatchObject([{ tone: 'error', ...told }]);
    expect(session.state.own).toEqual({ packs: [], unusable: [], told: undefined });
  });

  test('a file that has gone', async () => {
    const { session } = await open();
    const gone = fileOf(TEXT);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await session.own.load([gone]);
    expect(session.state.notices).toMatchObject([words.trouble.unreadable(FILE)]);
  });

  test('a byte-order mark is no fault', async () => {
    const { session } = await open();
    await session.own.load([fileOf(`\ufeff${TEXT}`)]);
    expect(ids(session)).toEqual([ID]);
  });

  test('where packs cannot be loaded, nothing is offered', async () => {
    const { session } = await opened({ bytes: BOOK });
    expect(session.own.keptIn).toBeUndefined();
    expect(openXlsx(BOOK)).toBeDefined();
  });
});
