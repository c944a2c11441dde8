import { transfer } from 'comlink';
import type { Book, Engine, Entered, Examination, Fit, Question, Written } from '../../app/engine';
import { localEngine, type LocalEngineOptions } from '../../app/local-engine';
import type { ShownResult } from '../../app/shown-result';
import type { Pack } from '../../core/pack/schema';
import { ProblemError, type Problem } from '../../core/problem';
import { templatePlan } from '../../core/template/template-plan';
import * as formTools from '../../core/form/form-tools';
import type { Entry } from '../../core/form/settings-changes';
import type { SettingsForm } from '../../core/form/settings-form';
import type { RuleLine } from '../../core/rule-book/rule-line';
import type { Words } from '../../core/refusal';
import type { Units } from '../../core/units/units';
import type { Watch } from '../../hosts/port';
import type { SheetEdits } from '../../ooxml/edit/cell-edit';
import type { BookLook } from '../../ooxml/look/look';
import { asXlsx } from '../../hosts/old-files/as-xlsx';
import { openXlsx } from '../../hosts/xlsx/open-xlsx';
import type { Draft, DraftStore } from '../draft-store';
import { watchAcross } from '../watch-across';
import { workbenchWords as words } from '../words';
import { lookBuffers } from './look-buffers';
import { OpenBook } from './open-book';

/** Few workbooks state their method themselves. */
const method: LocalEngineOptions['method'] = async () => import(/* webpackChunkName: "worker-method" */ '../../packs/stated-method');

/** Where a workbook comes from. Its bytes are read on the worker's thread alone. */
export type Source =
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string }
  /** Filled templates that become one workbook. */
  | { readonly kind: 'gathered'; readonly files: readonly { readonly file: Blob; readonly name: string }[]; readonly name: string }
  | { readonly kind: 'sample'; readonly address: string; readonly name: string }
  | { readonly kind: 'draft'; readonly id: string };

export interface OpenedBook {
  readonly name: string;
  readonly look: BookLook;
  /** See WorkbookInfo. */
  readonly traits: readonly string[];
  /** ISO 8601, where it comes from a draft. */
  readonly savedAt?: string;
  /** What was carried over from a file of an older kind, or from several. */
  readonly note?: Words;
  /** It is no file yet. */
  readonly isNew?: true;
}

export interface WrittenSheets extends Written {
  /** Names of sheets of an earlier run that are gone. */
  readonly replaced: readonly string[];
  /** The sheets written. */
  readonly look: BookLook;
}

export interface InsertedSheets extends Written {
  readonly look: BookLook;
}

export interface EnteredCells {
  readonly entered: Entered;
  /** Of the sheet that was made, where one was. */
  readonly look: BookLook | undefined;
}

export interface DraftMark {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly scored: boolean;
}

/** What the page's other thread does, one workbook a thread. Failures are ProblemErrors; ports carry a Watch, see watchAcross. */
export interface WorkbookService {
  /** Called once, before everything else. @throws ProblemError of openXlsx, unreadable-file, no-sample, no-draft */
  open(source: Source): Promise<OpenedBook>;
  /** Collects what was edited on screen; nobody waits for it. */
  edit(edits: readonly SheetEdits[]): Promise<void>;
  /** See OpenBook. */
  refused(): Promise<readonly Problem[]>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  saveDraft(mark: DraftMark): Promise<void>;
  read(watch?: MessagePort): Promise<Book>;
  takePacks(own: readonly Pack[]): Promise<void>;
  fits(): Promise<readonly Fit[]>;
  examine(question: Question): Promise<Examination>;
  result(): Promise<ShownResult>;
  write(watch?: MessagePort): Promise<WrittenSheets>;
  insert(pack: string, year: number | undefined, watch?: MessagePort): Promise<InsertedSheets>;
  form(pack: string): Promise<SettingsForm>;
  rules(pack: string): Promise<readonly RuleLine[]>;
  enter(pack: string, entries: readonly Entry[], watch?: MessagePort): Promise<EnteredCells>;
  takeBack(entered: Entered, watch?: MessagePort): Promise<void>;
  clear(): Promise<readonly string[]>;
  recall(key: string): Promise<string | undefined>;
  remember(key: string, value: string | undefined): Promise<void>;
}

interface Fetched {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it comes from one. */
  readonly draft?: Draft;
  readonly note?: Words;
}

export interface ServiceParts {
  readonly packs: readonly Pack[];
  readonly units: Units;
  readonly drafts: DraftStore;
  /** @returns undefined where there is no such file */
  fetchFile(address: string): Promise<Uint8Array | undefined>;
}

export function workbookService({ packs, units, drafts, fetchFile }: ServiceParts): WorkbookService {
  let name = '';
  let note: Words | undefined;
  let opened: { readonly book: OpenBook; readonly engine: Engine } | undefined;
  const current = (): { readonly book: OpenBook; readonly engine: Engine } => {
    if (!opened) throw new Error('no workbook is open');
    return opened;
  };
  const fetched = async (source: Source): Promise<Fetched> => {
    if (source.kind === 'file') return { name: source.name, bytes: await bytesOf(source.file, source.name) };
    if (source.kind === 'gathered') {
      const { gatherFiles } = await import(/* webpackChunkName: "worker-gather" */ './gather-files');
      const files = source.files.map((given) => ({ name: given.name, read: () => bytesOf(given.file, given.name) }));
      return { name: source.name, ...(await gatherFiles(files, packs, units)) };
    }
    if (source.kind === 'sample') {
      const bytes = await fetchFile(source.address);
      if (!bytes) throw refusal('no-sample', words.trouble.noSample(source.name));
      return { name: source.name, bytes };
    }
    const draft = await drafts.get(source.id);
    if (!draft) throw refusal('no-draft', words.drafts.gone);
    return { name: draft.name, bytes: await bytesOf(draft.file, draft.name), draft };
  };
  return {
    async open(source) {
      const { bytes, draft, ...given } = await fetched(source);
      const converted = source.kind === 'file' ? await asXlsx(bytes, given.name) : undefined;
      const book = new OpenBook(openXlsx(converted?.bytes ?? bytes));
      for (const [key, text] of Object.entries(draft?.memory ?? {})) await book.remember(key, text);
      const look = await book.look();
      const { traits } = await book.describe();
      name = converted?.name ?? given.name;
      note = converted?.note ?? given.note ?? draft?.note;
      opened = {
        book,
        engine: localEngine({ port: book, packs, units, template: async () => templatePlan, forms: async () => formTools, method }),
      };
      const isNew = source.kind === 'gathered';
      const more = { ...(draft && { savedAt: draft.at }), ...(note && { note }), ...(isNew && { isNew: true as const }) };
      return transfer({ name, look, traits, ...more }, lookBuffers(look));
    },
    edit: async (edits) => current().book.edit(edits),
    refused: () => current().book.refused(),
    async bytes() {
      const copy = (await current().book.bytes()).slice();
      return transfer(copy, [copy.buffer]);
    },
    async saveDraft({ id, at, scored }) {
      const { book } = current();
      await drafts.put({ id, name, at, scored, file: new Blob([await book.bytes()]), memory: {}, ...(note && { note }) });
    },
    read: (watch) => watched(watch, (across) => current().engine.read(across)),
    takePacks: (own) => current().engine.takePacks(own),
    fits: () => current().engine.fits(),
    examine: (question) => current().engine.examine(question),
    result: () => current().engine.result(),
    write: (watch) =>
      watched(watch, async (across) => {
        const { book, engine } = current();
        const { written, leftOut } = await engine.write(across);
        const look = await book.look(written);
        return transfer({ written, leftOut, replaced: book.replaced, look }, lookBuffers(look));
      }),
    insert: (pack, year, watch) =>
      watched(watch, async (across) => {
        const { book, engine } = current();
        const { written, leftOut } = await engine.insert(pack, year, across);
        const look = await book.look(written);
        return transfer({ written, leftOut, look }, lookBuffers(look));
      }),
    form: (pack) => current().engine.form(pack),
    rules: (pack) => current().engine.rules(pack),
    enter: (pack, entries, watch) =>
      watched(watch, async (across) => {
        const { book, engine } = current();
        const entered = await engine.enter(pack, entries, across);
        const look = entered.kind === 'made' ? await book.look([entered.sheet]) : undefined;
        return transfer({ entered, look }, look ? lookBuffers(look) : []);
      }),
    takeBack: (entered, watch) => watched(watch, (across) => current().engine.takeBack(entered, across)),
    clear: () => current().engine.clear(),
    recall: (key) => current().engine.recall(key),
    remember: (key, value) => current().engine.remember(key, value),
  };
}

async function watched<T>(port: MessagePort | undefined, work: (watch: Watch | undefined) => Promise<T>): Promise<T> {
  const watch = port && watchAcross(port);
  try {
    return await work(watch);
  } finally {
    port?.close();
  }
}

async function bytesOf(file: Blob, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // A file that was moved or changed since it was picked; anything else is a mistake of ours.
    if (error instanceof DOMException) throw refusal('unreadable-file', words.trouble.unreadableFile(name));
    throw error;
  }
}

function refusal(code: string, told: { readonly message: string; readonly nextStep: string }): ProblemError {
  return new ProblemError([{ severity: 'block', code, ...told }]);
}
