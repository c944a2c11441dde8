import type { Draft, DraftStore, Unreadable } from './draft-store';

/** Drafts that are kept for tabs that are gone; older ones are given up. */
export const MOST_DRAFTS = 10;

/** A draft that nobody is working on. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  /** Whether result sheets are in it. */
  readonly scored: boolean;
}

export interface Offers {
  readonly offers: readonly Offer[];
  /** Drafts beyond {@link MOST_DRAFTS} that were given up just now. */
  readonly removed: readonly Offer[];
  readonly unreadable: readonly Unreadable[];
}

/** Names that one tab at a time may hold, across all tabs of the page. A tab that is closed lets go of its own. */
export interface Locks {
  /** @returns what lets go of it; undefined where another tab holds it */
  hold(name: string): Promise<(() => void) | undefined>;
  /** @returns undefined where the browser cannot tell */
  held(): Promise<ReadonlySet<string> | undefined>;
}

const lockOf = (id: string): string => `zone-assessor-draft-${id}`;

/** Which drafts there are, and which of them belong to a tab that still lives. */
export class Drafts {
  private readonly claims = new Map<string, () => void>();

  constructor(
    private readonly store: DraftStore,
    private readonly locks: Locks,
  ) {}

  /** Drafts of no living tab, latest first. Where nobody can tell which tabs live, none is given up: it may be open. */
  async offers(): Promise<Offers> {
    const { drafts, unreadable } = await this.store.list();
    const held = await this.locks.held();
    const isFree = (id: string): boolean => !held?.has(lockOf(id)) && !this.claims.has(id);
    const free = drafts.filter(({ id }) => isFree(id));
    const removed: Draft[] = [];
    if (held) {
      for (const draft of free.splice(MOST_DRAFTS)) if (await this.discard(draft.id)) removed.push(draft);
    }
    return { offers: free.map(offerOf), removed: removed.map(offerOf), unreadable: unreadable.filter(({ key }) => isFree(key)) };
  }

  /** Removes a draft that nobody works on. @returns false where another tab works on it */
  async discard(id: string): Promise<boolean> {
    if (!(await this.claim(id))) return false;
    try {
      await this.store.remove(id);
    } finally {
      this.release(id);
    }
    return true;
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

const offerOf = ({ id, name, at, scored }: Draft): Offer => ({ id, name, at: new Date(at), scored });

/** Without https a browser has no locks: then every draft looks free, those of other open tabs too. */
export function browserLocks(): Locks {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) return { hold: async () => () => undefined, held: async () => undefined };
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
