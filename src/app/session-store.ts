import { ProblemError } from '../core/problem';
import { NO_OWN_PACKS } from './own-pack-state';
import { NOTHING_CHOSEN } from './remembered';
import type { Notice, SessionState } from './state';
import { wasCancelled } from './work';
import { appWords as words } from './words';

/** What the pane shows, and what the person is told. */
export class SessionStore {
  private current: SessionState = {
    phase: 'opening',
    view: 'pack',
    cameForRule: { from: 'pack' },
    work: undefined,
    notices: [],
    asking: undefined,
    choices: NOTHING_CHOSEN,
    chosenBy: undefined,
    fits: undefined,
    examined: undefined,
    settings: { form: undefined, draft: new Map(), entered: [] },
    own: NO_OWN_PACKS,
    checked: false,
    outcome: undefined,
    stale: false,
    owned: [],
    sheets: [],
  };
  private readonly listeners = new Set<() => void>();
  private notices = 0;

  get state(): SessionState {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Nobody is told any more. */
  silence(): void {
    this.listeners.clear();
  }

  set(change: Partial<SessionState>): void {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }

  tell(tone: Notice['tone'], said: { readonly message: string; readonly nextStep?: string }): void {
    const notice: Notice = {
      id: ++this.notices,
      tone,
      message: said.message,
      ...(said.nextStep !== undefined && { nextStep: said.nextStep }),
    };
    this.set({ notices: [...this.current.notices, notice] });
  }

  failed(error: unknown): void {
    if (wasCancelled(error)) this.tell('info', { message: words.done.cancelled });
    else if (error instanceof ProblemError)
      error.problems.forEach((problem) => this.tell(problem.code === 'unanswered' ? 'warning' : 'error', problem));
    else this.tell('error', words.trouble.unexpected(error instanceof Error ? error.message : String(error)));
  }

  dismiss(id: number): void {
    this.set({ notices: this.current.notices.filter((notice) => notice.id !== id) });
  }
}
