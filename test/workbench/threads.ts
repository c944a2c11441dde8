import { expose, type Endpoint } from 'comlink';
import { DraftStore, type KeptValues } from '../../src/workbench/draft-store';
import type { Locks } from '../../src/workbench/drafts';
import { throwProblemsAcross } from '../../src/workbench/problems-across';
import { Remote, type Death, type Thread } from '../../src/workbench/remote';
import { workbookService, type ServiceParts } from '../../src/workbench/worker/service';
import { packs, sampleBytes, units } from '../app/sample';

throwProblemsAcross();

/** Drafts in memory; `full` makes it refuse like a browser that has no room left. */
export class MemoryValues implements KeptValues {
  readonly values = new Map<string, unknown>();
  full = false;
  entries = async (): Promise<[string, unknown][]> => [...this.values];
  get = async (key: string): Promise<unknown> => this.values.get(key);
  set = async (key: string, value: unknown): Promise<void> => {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError');
    this.values.set(key, value);
  };
  remove = async (key: string): Promise<void> => void this.values.delete(key);
}

/** Locks of one browser; each tab sees them through an object of its own. */
export class MemoryLocks {
  readonly names = new Set<string>();
  tab(): Locks {
    return {
      hold: async (name) => {
        if (this.names.has(name)) return undefined;
        this.names.add(name);
        return () => void this.names.delete(name);
      },
      held: async () => new Set(this.names),
    };
  }
}

export interface ThreadHere extends Thread {
  /** Dies without a word to anyone who waits. */
  die(how?: Death): void;
  readonly ended: boolean;
}

/** A worker's thread that is none: the same service on the other end of a message channel. */
export function threadHere(parts: Partial<ServiceParts> = {}): ThreadHere {
  const { port1: near, port2: far } = new MessageChannel();
  const service = workbookService({
    packs,
    units,
    drafts: new DraftStore(new MemoryValues()),
    fetchFile: async (address) =>
      packs.some(({ pack }) => address.endsWith(`${pack}.xlsx`)) ? sampleBytes(/([\w-]+)\.xlsx$/.exec(address)?.[1]) : undefined,
    ...parts,
  });
  expose(service, far as unknown as Endpoint);
  let tell: (how: Death) => void = () => undefined;
  let ended = false;
  const close = (): void => {
    ended = true;
    near.close();
    far.close();
  };
  return {
    endpoint: near as unknown as Endpoint,
    onDeath: (listener) => void (tell = listener),
    end: close,
    die(how = 'lost') {
      close();
      tell(how);
    },
    get ended() {
      return ended;
    },
  };
}

export const remoteHere = (parts?: Partial<ServiceParts>): { readonly remote: Remote; readonly thread: ThreadHere } => {
  const thread = threadHere(parts);
  return { thread, remote: new Remote(thread) };
};

/** A file as a person picks it. */
export const fileOf = (bytes: Uint8Array, name: string): File => new File([bytes as Uint8Array<ArrayBuffer>], name);
