import { createStore, del, entries, get, set } from 'idb-keyval';
import { z } from 'zod';

const FORMAT = 'zone-assessor/draft@1';

/** One document's unsaved work. The file is a Blob, which the browser leaves on disk until it is read: a list of drafts costs no memory. */
const draftSchema = z.strictObject({
  format: z.literal(FORMAT),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  name: z.string().min(1),
  /** ISO 8601. */
  at: z.iso.datetime(),
  file: z.instanceof(Blob),
  /** What the pane remembered, by key, in drafts of earlier versions; it is in the file now. */
  memory: z.record(z.string(), z.string()),
  /** What was carried over from a file of an older kind. */
  note: z.strictObject({ message: z.string(), nextStep: z.string() }).optional(),
  /** Whether result sheets are in it. */
  scored: z.boolean(),
});

export type Draft = Omit<z.output<typeof draftSchema>, 'format'>;

/** A record that is no draft of this version: another program or a later version may know what to do with it. */
export interface Unreadable {
  readonly key: string;
  /** Where the record still has them. */
  readonly name?: string;
  readonly file?: Blob;
}

/** Where drafts lie; IndexedDB behind idb-keyval in a browser. */
export interface KeptValues {
  entries(): Promise<readonly (readonly [string, unknown])[]>;
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Drafts by their id; used by the page and, to write large files off the main thread, by the worker. Storage that fails throws what the browser throws. */
export class DraftStore {
  constructor(private readonly kept: KeptValues) {}

  /** Drafts, latest first, and the records that are none, which stay as they are. */
  async list(): Promise<{ readonly drafts: readonly Draft[]; readonly unreadable: readonly Unreadable[] }> {
    const drafts: Draft[] = [];
    const unreadable: Unreadable[] = [];
    for (const [key, value] of await this.kept.entries()) {
      const draft = read(value);
      if (draft?.id === key) drafts.push(draft);
      else unreadable.push({ key, ...remains(value) });
    }
    return { drafts: drafts.sort((a, b) => (a.at < b.at ? 1 : -1)), unreadable };
  }

  async get(id: string): Promise<Draft | undefined> {
    return read(await this.kept.get(id));
  }

  async put({ id, name, at, file, memory, note, scored }: Draft): Promise<void> {
    await this.kept.set(id, { format: FORMAT, id, name, at, file, memory, scored, ...(note && { note }) } satisfies z.input<
      typeof draftSchema
    >);
  }

  async remove(id: string): Promise<void> {
    await this.kept.remove(id);
  }
}

function read(value: unknown): Draft | undefined {
  const parsed = draftSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { id, name, at, file, memory, note, scored } = parsed.data;
  return { id, name, at, file, memory, scored, ...(note && { note }) };
}

const remainsSchema = z.object({
  name: z.string().min(1).optional().catch(undefined),
  file: z.instanceof(Blob).optional().catch(undefined),
});

function remains(value: unknown): Omit<Unreadable, 'key'> {
  const { name, file } = remainsSchema.safeParse(value).data ?? {};
  return { ...(name !== undefined && { name }), ...(file && { file }) };
}

export function browserValues(): KeptValues {
  const store = createStore('zone-assessor-drafts', 'drafts');
  return {
    entries: async () => (await entries<IDBValidKey, unknown>(store)).map(([key, value]) => [String(key), value]),
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    remove: (key) => del(key, store),
  };
}
