import { appWords } from '../../app/words';
import { ProblemError } from '../../core/problem';
import type { Later } from '../autosave';
import type { DeskNotice } from './desk-state';
import type { DeskStore } from './desk-store';
import type { Work } from './work';

/** Milliseconds that a hint stays. */
const HINT_MS = 6000;

interface Said {
  readonly message: string;
  readonly nextStep?: string;
}

/** For notices that stay until they are put away or another workbook is open. */
export const OF_WORKBOOK = { ofWorkbook: true } as const;

/** What the person is told: notices to be put away, and hints that go by themselves. */
export class Notices {
  private count = 0;
  private cancelHint: (() => void) | undefined;

  constructor(
    private readonly store: DeskStore,
    private readonly later: Later,
  ) {}

  tell(tone: DeskNotice['tone'], { message, nextStep }: Said, more: Pick<DeskNotice, 'action' | 'ofWorkbook'> = {}): void {
    const { notices } = this.store.state;
    // The same trouble twice is still one trouble.
    if (notices.some((notice) => notice.message === message)) return;
    const notice: DeskNotice = { id: ++this.count, tone, message, ...(nextStep !== undefined && { nextStep }), ...more };
    this.store.set({ notices: [...notices, notice] });
  }

  failed(error: unknown): void {
    if (!(error instanceof ProblemError))
      return this.tell('error', appWords.trouble.unexpected(error instanceof Error ? error.message : String(error)));
    error.problems.filter(({ code }) => code !== 'cancelled').forEach((problem) => this.tell('error', problem));
  }

  /** A thread that died was told once, for all that it leaves unanswered. */
  failedWith(work: Work, error: unknown): void {
    if (this.store.work === work && !work.lost) this.failed(error);
  }

  hint(text: string): void {
    this.cancelHint?.();
    this.store.set({ hint: text });
    this.cancelHint = this.later(HINT_MS, () => this.store.set({ hint: undefined }));
  }

  dismiss(id: number): void {
    this.store.set({ notices: this.store.state.notices.filter((notice) => notice.id !== id) });
  }

  /** All but those of the workbook that is open. */
  clear(): void {
    this.store.set({ notices: this.store.state.notices.filter(({ ofWorkbook }) => ofWorkbook) });
  }
}
