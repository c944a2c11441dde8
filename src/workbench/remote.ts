import { transfer, wrap, type Endpoint, type Remote as Across } from 'comlink';
import type { Book, Entered, Examination, Fit, Question } from '../app/engine';
import type { Entry } from '../core/form/settings-changes';
import type { SettingsForm } from '../core/form/settings-form';
import type { Pack } from '../core/pack/schema';
import type { RuleLine } from '../core/rule-book/rule-line';
import type { ShownResult } from '../app/shown-result';
import { ProblemError, type Problem } from '../core/problem';
import type { Watch } from '../hosts/port';
import type { SheetEdits } from '../ooxml/edit/cell-edit';
import { carryWatch } from './watch-across';
import { workbenchWords as words } from './words';
import type { DraftMark, EnteredCells, InsertedSheets, OpenedBook, Source, WorkbookService, WrittenSheets } from './worker/service';

export type Death = 'lost' | 'not-loaded';

const CANCELLED: Problem = { severity: 'info', code: 'cancelled', ...words.trouble.cancelled };

export interface Thread {
  readonly endpoint: Endpoint;
  /** @param tell called when the thread has died by itself, or when its program could not be fetched */
  onDeath(tell: (how: Death) => void): void;
  end(): void;
}

/**
 * A workbook on its own thread, as the page sees it. Each workbook has a thread of its own: one that dies of a hostile file takes no other
 * workbook with it, opening can be stopped at any time, and closing gives all memory back. Every call is answered: when the thread
 * is no more, with a ProblemError (lost, not-loaded, or cancelled where the page ended it).
 */
export class Remote {
  private readonly service: Across<WorkbookService>;
  private readonly waiting = new Set<(reason: ProblemError) => void>();
  private readonly listeners = new Set<() => void>();
  private over: ProblemError | undefined;

  constructor(private readonly thread: Thread) {
    this.service = wrap<WorkbookService>(thread.endpoint);
    thread.onDeath((how) => {
      if (this.over) return;
      this.close({ severity: 'block', code: how, ...(how === 'lost' ? words.trouble.lost : words.trouble.notLoaded) });
      this.listeners.forEach((listener) => listener());
    });
  }

  /** Told when the thread dies by itself. */
  onLost(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Ends the thread, whatever it is doing. */
  end(): void {
    this.close(CANCELLED);
  }

  private close(reason: Problem): void {
    if (this.over) return;
    this.over = new ProblemError([reason]);
    this.thread.end();
    this.waiting.forEach((reject) => reject(this.over!));
    this.waiting.clear();
  }

  open(source: Source): Promise<OpenedBook> {
    return this.ask((service) => service.open(source));
  }

  edit(edits: readonly SheetEdits[]): Promise<void> {
    return this.ask((service) => service.edit(edits));
  }

  refused(): Promise<readonly Problem[]> {
    return this.ask((service) => service.refused());
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.ask((service) => service.bytes());
  }

  saveDraft(mark: DraftMark): Promise<void> {
    return this.ask((service) => service.saveDraft(mark));
  }

  read(watch?: Watch): Promise<Book> {
    return this.watched(watch, (service, port) => service.read(port));
  }

  takePacks(own: readonly Pack[]): Promise<void> {
    return this.ask((service) => service.takePacks(own));
  }

  fits(): Promise<readonly Fit[]> {
    return this.ask((service) => service.fits());
  }

  examine(question: Question): Promise<Examination> {
    return this.ask((service) => service.examine(question));
  }

  result(): Promise<ShownResult> {
    return this.ask((service) => service.result());
  }

  write(watch?: Watch): Promise<WrittenSheets> {
    return this.watched(watch, (service, port) => service.write(port));
  }

  insert(pack: string, year: number | undefined, watch?: Watch): Promise<InsertedSheets> {
    return this.watched(watch, (service, port) => service.insert(pack, year, port));
  }

  rules(pack: string): Promise<readonly RuleLine[]> {
    return this.ask((service) => service.rules(pack));
  }

  form(pack: string): Promise<SettingsForm> {
    return this.ask((service) => service.form(pack));
  }

  enter(pack: string, entries: readonly Entry[], watch?: Watch): Promise<EnteredCells> {
    return this.watched(watch, (service, port) => service.enter(pack, entries, port));
  }

  takeBack(entered: Entered, watch?: Watch): Promise<void> {
    return this.watched(watch, (service, port) => service.takeBack(entered, port));
  }

  clear(): Promise<readonly string[]> {
    return this.ask((service) => service.clear());
  }

  recall(key: string): Promise<string | undefined> {
    return this.ask((service) => service.recall(key));
  }

  remember(key: string, value: string | undefined): Promise<void> {
    return this.ask((service) => service.remember(key, value));
  }

  private ask<T>(question: (service: Across<WorkbookService>) => Promise<T>): Promise<T> {
    if (this.over) return Promise.reject(this.over);
    return new Promise<T>((resolve, reject) => {
      this.waiting.add(reject);
      const done = (): void => void this.waiting.delete(reject);
      question(this.service).then(resolve, reject).finally(done);
    });
  }

  private async watched<T>(
    watch: Watch | undefined,
    question: (service: Across<WorkbookService>, port: MessagePort | undefined) => Promise<T>,
  ): Promise<T> {
    if (!watch) return this.ask((service) => question(service, undefined));
    // A wish to stop crosses over on a port of its own and may come after the work is done: what is stopped before it begins is not sent.
    if (watch.signal?.aborted) throw new ProblemError([CANCELLED]);
    const across = carryWatch(watch);
    try {
      return await this.ask((service) => question(service, transfer(across.port, [across.port])));
    } finally {
      across.end();
    }
  }
}
