import type { DeskState } from './desk-state';
import type { Work } from './work';

/** What the page shows, and the workbook that it is about. */
export class DeskStore {
  /** The workbook that is open. */
  work: Work | undefined;
  private current: DeskState = {
    opening: undefined,
    file: undefined,
    draft: { kind: 'none' },
    downloading: false,
    history: { undo: false, redo: false },
    grid: 'loading',
    notices: [],
    hint: undefined,
    notes: [],
    offers: [],
    asking: undefined,
    confirming: undefined,
    selected: '',
    jumps: 0,
  };
  private readonly listeners = new Set<() => void>();

  get state(): DeskState {
    return this.current;
  }

  /** Edits or results that are nowhere but here. */
  get unsaved(): boolean {
    return this.current.file?.change === 'changed';
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(change: Partial<DeskState>): void {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
