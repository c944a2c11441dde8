import type { DraftStore } from './draft-store';

/** Drafts that are offered; older ones are given up. */
const OFFERED = 3;

/** A draft that nobody is working on. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
}

/** Names that one tab at a time may hold, across all tabs of the page. A tab that is closed lets go of its own. */
export interface Locks {
  /** @returns what lets go of it; undefined where another tab holds it */
  hold(name: string): Promise<(() => void) | undefined>;
  held(): Promise<ReadonlySet<string>>;
}

const lockOf = (id: string): string => `zone-assessor-draft-${id}`;

/** Which drafts there are, and which of them belong to a tab that still lives. */
export class Drafts {
  private readonly claims = new Map<string, () => void>();

  constructor(
    private readonly store: DraftStore,
    private readonly locks: Locks,
  ) {}

  /** Drafts of no living tab, latest first, and how many unreadable ones were dropped. Those beyond {@link OFFERED} are removed. */
  async offers(): Promise<{ readonly offers: readonly Offer[]; readonly dropped: number }> {
    const { drafts, dropped } = await this.store.list();
    const held = await this.locks.held();
    const free = drafts.filter(({ id }) => !held.has(lockOf(id)) && !this.claims.has(id));
    for (const { id } of free.slice(OFFERED)) await this.store.remove(id);
    return { offers: free.slice(0, OFFERED).map(({ id, name, at }) => ({ id, name, at: new Date(at) })), dropped };
  }

  /** Marks a document as being worked on here. @returns false where another tab works on it */
  async claim(id: string): Promise<boolean> {
    if (this.claims.has(id)) return true;
    const release = await this.locks.hold(lockOf(id));
    if (release) this.claims.set(id, release);
    return release !== undefined;
  }

  release(id: string): void {
    this.claims.get(id)?.();
    this.claims.delete(id);
  }

  remove(id: string): Promise<void> {
    return this.store.remove(id);
  }
}

/** Without https a browser has no locks: then every draft looks free, those of other open tabs too. */
export function browserLocks(): Locks {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) return { hold: async () => () => undefined, held: async () => new Set() };
  return {
    hold: (name) =>
      new Promise((resolve, reject) => {
        locks
          .request(name, { ifAvailable: true }, (lock) => {
            if (!lock) return resolve(undefined);
            return new Promise<void>((release) => resolve(release));
          })
          .catch(reject);
      }),
    held: async () => new Set((await locks.query()).held?.map(({ name }) => name ?? '')),
  };
}
