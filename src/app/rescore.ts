import type { SessionStore } from './session-store';

/** Milliseconds without a further change before scoring begins. */
export const RESCORE_MS = 3_000;

/** What scoring by itself needs of the page around it. */
export interface RescoreOptions {
  /** @returns what calls the work off */
  later(milliseconds: number, work: () => void): () => void;
  /** Whether the pane is open in front of the person. */
  shown(): boolean;
}

/** Scores again when the person has changed figures, where that was chosen, there is a result, and nothing else is going on or asked. */
export class Rescore {
  private callOff: (() => void) | undefined;

  constructor(
    private readonly store: SessionStore,
    private readonly options: RescoreOptions,
    /** Looks in silence, which waits for a cell that is being edited and tells whether the figures are others at all. */
    private readonly look: () => Promise<void>,
    private readonly score: () => Promise<void>,
  ) {}

  /** The person has changed figures: begins anew to wait for the last of it. */
  changed(): void {
    if (!this.store.state.choices.rescore) return;
    this.end();
    this.callOff = this.options.later(RESCORE_MS, () => void this.due());
  }

  end(): void {
    this.callOff?.();
    this.callOff = undefined;
  }

  private async due(): Promise<void> {
    if (!this.fits()) return;
    if (!this.store.state.work) await this.look();
    if (!this.fits()) return;
    // What was under way may have read the figures before they changed, or after.
    if (this.store.state.work) this.changed();
    else if (this.store.state.stale) await this.score();
  }

  private fits(): boolean {
    const { choices, outcome, owned, asking } = this.store.state;
    return choices.rescore && outcome !== undefined && owned.length > 0 && asking === undefined && this.options.shown();
  }
}
