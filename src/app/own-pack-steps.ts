import { fingerprintOfTexts } from '../core/fingerprint';
import type { LoadedPack } from '../core/pack/load';
import type { PackProblem } from '../core/pack/pack-problem';
import type { Pack } from '../core/pack/schema';
import { ProblemError } from '../core/problem';
import { refusal, type Words } from '../core/refusal';
import type { Chosen } from './chosen';
import type { Engine } from './engine';
import type { Looking } from './looking';
import { isPackFile, type OwnPack, type OwnPackOptions, type PackText, type UnusablePack, type Whereabouts } from './own-pack-state';
import { MOST_KEPT, OWN_PACKS_KEY, packsFromText, packsToText } from './own-pack-texts';
import { ownPackWords as words } from './own-pack-words';
import type { SessionStore } from './session-store';
import type { Task } from './state';
import type { Worker } from './work';

export interface AroundOwnPacks {
  readonly store: SessionStore;
  readonly chosen: Chosen;
  readonly worker: Worker;
  readonly looking: Looking;
  readonly engine: Engine;
  readonly options: OwnPackOptions | undefined;
  /** Runs a task of the session; failures are told. */
  run(task: Task, work: () => Promise<void>): Promise<void>;
  /** Puts down in the workbook what was chosen. */
  keep(): Promise<void>;
}

/** Kilobytes of a file; the largest of ours has some 60. */
const LARGEST = 512;

type Kept = PackText & Whereabouts;

/** What is kept, validated again: a later version of the product may ask for more. What cannot be used stays where it is kept, and is told. */
export async function takeUp(around: AroundOwnPacks, inWorkbook: boolean, shelved: readonly PackText[]): Promise<void> {
  const { store, worker, engine } = around;
  const text = inWorkbook ? await engine.recall(OWN_PACKS_KEY, worker.small) : undefined;
  const kept = text === undefined ? [] : packsFromText(text);
  const isTooMuch = kept !== undefined && lengthOf(kept) > MOST_KEPT;
  if (!kept || isTooMuch) store.tell('warning', isTooMuch ? words.trouble.tooMany(MOST_KEPT) : words.trouble.keptUnreadable);
  const ofWorkbook: Kept[] = (isTooMuch ? [] : (kept ?? [])).map((one) => ({ ...one, inWorkbook: true }));
  // What came with the workbook is what its results rest on.
  const others: Kept[] = shelved.filter(({ id }) => !ofWorkbook.some((one) => one.id === id)).map((one) => ({ ...one, inWorkbook: false }));
  const packs: OwnPack[] = [];
  const unusable: UnusablePack[] = [];
  for (const one of [...ofWorkbook, ...others]) {
    const { pack, problems } = await readAgain(around, one);
    if (pack) packs.push(ownPack(one, pack));
    else unusable.push({ ...one, problems });
  }
  await engine.takePacks(packs.map(({ pack }) => pack));
  store.set({ own: { ...store.state.own, packs, unusable } });
  unusable.forEach(({ file }) => store.tell('warning', words.trouble.keptFaulty(file)));
}

const ownPack = ({ id, file, text, inWorkbook }: Kept, pack: Pack): OwnPack => ({
  ...{ id, file, text, inWorkbook, pack },
  mark: fingerprintOfTexts([text]).slice(0, 12),
});

async function readAgain(around: AroundOwnPacks, { id, file, text }: PackText): Promise<LoadedPack> {
  const read = await reading(around, text, file);
  if (!read.pack) return read;
  const builtIn = builtInOf(around, read.pack);
  const said =
    read.pack.pack !== id ? words.trouble.keptOther(read.pack.pack) : builtIn && words.trouble.builtIn(file, builtIn.pack, builtIn.title);
  return said ? { problems: [asProblem(file, said)] } : read;
}

const builtInOf = ({ chosen }: AroundOwnPacks, { pack }: Pack): Pack | undefined => chosen.builtIn.find((one) => one.pack === pack);

const asProblem = (file: string, said: Words): PackProblem => ({ severity: 'block', code: 'own-pack', sheet: file, ...said, path: [] });

async function reading({ options }: AroundOwnPacks, text: string, file: string): Promise<LoadedPack> {
  if (!options) throw new Error('packs cannot be loaded here');
  return options.read(text, file);
}

/** Reads, validates and keeps a pack, and chooses it. Nothing changes where it cannot be used. */
export async function load(around: AroundOwnPacks, files: readonly File[]): Promise<void> {
  const { store, engine, looking, worker } = around;
  const [file, second] = files;
  if (!file) return;
  store.set({ own: { ...store.state.own, told: undefined } });
  if (second) throw refusal('one-file', words.trouble.oneFile);
  const text = await textOf(file);
  const { name } = file;
  const { pack, problems } = await reading(around, text, name);
  worker.stopIfCancelled();
  if (!pack) {
    store.set({ view: 'own', own: { ...store.state.own, told: { file: name, taken: false, problems } } });
    return store.tell('error', words.trouble.faulty(name, problems.filter(({ severity }) => severity === 'block').length));
  }
  const builtIn = builtInOf(around, pack);
  if (builtIn) throw refusal('built-in-pack', words.trouble.builtIn(name, pack.pack, builtIn.title));

  const { own } = store.state;
  const known = [...own.packs, ...own.unusable].find(({ id }) => id === pack.pack);
  const before = own.packs.find(({ id }) => id === pack.pack);
  const here = { id: pack.pack, file: name, text, inWorkbook: !around.options?.shelf || known?.inWorkbook === true };
  const others = <T extends PackText>(list: readonly T[]): T[] => list.filter(({ id }) => id !== pack.pack);
  const next = { packs: [...others(own.packs), ownPack(here, pack)], unusable: others(own.unusable) };
  const kept: Kept[] = [...next.packs, ...next.unusable];
  if (here.inWorkbook && lengthOf(inWorkbookOf(kept)) > MOST_KEPT) throw refusal('too-many-packs', words.trouble.tooMany(MOST_KEPT));

  await engine.takePacks(next.packs.map((one) => one.pack));
  const doubts = problems.filter(({ severity }) => severity !== 'info');
  store.set({
    own: { ...next, told: doubts.length > 0 ? { file: name, taken: true, problems: doubts } : undefined },
    choices: { ...store.state.choices, pack: pack.pack, ownPacks: inWorkbookOf(kept).length > 0 },
    ...{ chosenBy: 'person', examined: undefined, fits: undefined, view: doubts.length > 0 ? 'own' : 'pack' },
  });
  await keeping(around, async () => {
    await around.options?.shelf?.put(here);
    if (here.inWorkbook) await keepInWorkbook(around, kept);
  });
  if (store.state.phase === 'ready') await looking.look();
  await around.keep();
  const { title, version } = pack;
  if (before?.text === text) store.tell('success', words.done.same(title));
  else store.tell('success', before ? words.done.replaced(title, version, before.pack.version) : words.done.loaded(title, version));
}

/** Keeps in the workbook a pack that was kept elsewhere alone. Where there is no room for it, that is told and the result stands. */
export async function carry(around: AroundOwnPacks, { id }: OwnPack): Promise<void> {
  const { store } = around;
  const { own, choices } = store.state;
  const packs = own.packs.map((one) => (one.id === id ? { ...one, inWorkbook: true } : one));
  const kept: Kept[] = [...packs, ...own.unusable];
  if (lengthOf(inWorkbookOf(kept)) > MOST_KEPT)
    return store.tell('warning', words.trouble.notCarried(words.trouble.noRoomInBook(MOST_KEPT)));
  try {
    await keepInWorkbook(around, kept);
  } catch (error) {
    return store.tell('warning', words.trouble.notCarried(error instanceof ProblemError ? (error.problems[0]?.message ?? '') : ''));
  }
  store.set({ own: { ...own, packs }, choices: { ...choices, ownPacks: true } });
}

/** Takes a pack away, from wherever it is kept. */
export async function remove(around: AroundOwnPacks, id: string): Promise<void> {
  const { store, engine, looking } = around;
  const { own, choices, phase } = store.state;
  const gone = [...own.packs, ...own.unusable].find((one) => one.id === id);
  if (!gone) return;
  const next = { packs: own.packs.filter((one) => one.id !== id), unusable: own.unusable.filter((one) => one.id !== id) };
  const kept: Kept[] = [...next.packs, ...next.unusable];
  await engine.takePacks(next.packs.map(({ pack }) => pack));
  const chose = choices.pack === id;
  store.set({
    own: { ...next, told: undefined },
    choices: { ...choices, ownPacks: inWorkbookOf(kept).length > 0, ...(chose && { pack: undefined }) },
    fits: undefined,
    ...(chose && { chosenBy: undefined, examined: undefined }),
  });
  await keeping(around, async () => {
    await around.options?.shelf?.remove(id);
    if (gone.inWorkbook) await keepInWorkbook(around, kept);
  });
  if (phase === 'ready') await looking.look();
  await around.keep();
  store.tell('success', words.done.removed('pack' in gone ? gone.pack.title : gone.file));
}

const inWorkbookOf = (kept: readonly Kept[]): Kept[] => kept.filter(({ inWorkbook }) => inWorkbook);
const lengthOf = (kept: readonly PackText[]): number => kept.reduce((sum, { text }) => sum + text.length, 0);

async function keepInWorkbook({ engine, worker }: AroundOwnPacks, kept: readonly Kept[]): Promise<void> {
  const ours = inWorkbookOf(kept);
  await engine.remember(OWN_PACKS_KEY, ours.length > 0 ? packsToText(ours) : undefined, worker.small);
}

/** A pack that is not kept can be used all the same. */
async function keeping({ store }: AroundOwnPacks, keep: () => Promise<void>): Promise<void> {
  try {
    await keep();
  } catch (error) {
    const [cause] = error instanceof ProblemError ? error.problems : [];
    store.tell('warning', words.trouble.notKept(cause ? cause.message : words.trouble.noRoom));
  }
}

/** @throws ProblemError where it is no text of a pack's size */
async function textOf(file: File): Promise<string> {
  const { name, size } = file;
  if (!isPackFile(file)) throw refusal('not-a-pack', words.trouble.notPack(name));
  if (size > LARGEST * 1024) throw refusal('large-pack', words.trouble.tooLarge(name, LARGEST));
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw refusal('unreadable-file', words.trouble.unreadable(name));
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('not-utf8', words.trouble.notText(name));
  }
  // Whatever is no text may be well-formed all the same.
  if (text.includes('\0')) throw refusal('not-utf8', words.trouble.notText(name));
  if (text.trim() === '') throw refusal('empty-pack', words.trouble.empty(name));
  return text;
}
