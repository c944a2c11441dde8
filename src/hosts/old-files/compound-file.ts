import { fileWords } from '../../ooxml/words';
import { refusal } from '../../core/refusal';
import { oldFileWords as words } from './words';

const HEADER = 512;
const ENTRY = 128;
const DIFAT_IN_HEADER = 109;
/** Sector numbers from here on are marks: end of chain, free, part of the table itself. */
const MARKS = 0xfffffffa;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;

/** A storage or stream as the directory of a compound file lists it. */
interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const broken = (): Error => refusal('xls-broken', words.broken());

/**
 * Reads what lies in the root of an OLE compound file ([MS-CFB]). Chains of sectors may run in circles or out of the file: no chain is
 * followed further than the file has sectors, and no stream is larger than the file.
 * @throws ProblemError xls-broken, truncated
 */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sector: number;
  private readonly sectors: number;
  private readonly table: Uint32Array;
  private readonly root: Entry;
  /** By name in small letters. */
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly cutoff: number;

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < HEADER) throw refusal('truncated', fileWords.truncated());
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw broken();
    this.sector = 1 << shift;
    this.sectors = Math.ceil(Math.max(0, bytes.length - this.sector) / this.sector);
    this.cutoff = this.view.getUint32(56, true);
    this.table = this.readTable();
    const directory = this.directory(this.chain(this.view.getUint32(48, true)));
    const root = directory.find(({ kind }) => kind === ROOT);
    if (!root) throw broken();
    this.root = root;
    this.entries = inRoot(directory, root);
  }

  /** Whether the root has a storage of this name, in small letters. */
  hasStorage(name: string): boolean {
    return this.entries.get(name)?.kind === STORAGE;
  }

  /** A copy of a stream's bytes. @param name in small letters */
  stream(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name);
    if (entry?.kind !== STREAM) return undefined;
    if (entry.size > this.bytes.length) throw refusal('truncated', fileWords.truncated());
    return entry.size < this.cutoff ? this.short(entry) : this.long(entry.start, entry.size);
  }

  /** The sector table, whose own sectors the header lists, and after the first 109 a chain of lists. */
  private readTable(): Uint32Array {
    const own: number[] = [];
    const take = (at: number): void => {
      const sector = this.view.getUint32(at, true);
      if (sector < MARKS) own.push(sector);
    };
    for (let n = 0; n < DIFAT_IN_HEADER; n++) take(76 + 4 * n);
    let list = this.view.getUint32(68, true);
    for (let count = 0; list < MARKS; count++) {
      if (count > this.sectors) throw broken();
      const at = this.place(list, this.sector);
      for (let n = 0; n < this.sector / 4 - 1; n++) take(at + 4 * n);
      list = this.view.getUint32(at + this.sector - 4, true);
    }
    if (own.length > this.sectors) throw broken();
    const each = this.sector / 4;
    const table = new Uint32Array(own.length * each);
    own.forEach((sector, n) => {
      const at = this.place(sector, this.sector);
      for (let k = 0; k < each; k++) table[n * each + k] = this.view.getUint32(at + 4 * k, true);
    });
    return table;
  }

  /** Where a sector begins. */
  private place(sector: number, needed: number): number {
    const at = (sector + 1) * this.sector;
    if (at + needed > this.bytes.length) throw refusal('truncated', fileWords.truncated());
    return at;
  }

  private chain(first: number): number[] {
    const chain: number[] = [];
    for (let sector = first; sector < MARKS; sector = this.table[sector]!) {
      if (sector >= this.table.length || chain.length > this.sectors) throw broken();
      chain.push(sector);
    }
    return chain;
  }

  private directory(chain: readonly number[]): Entry[] {
    return chain.flatMap((sector) => {
      const at = this.place(sector, this.sector);
      return Array.from({ length: this.sector / ENTRY }, (_, n) => this.entry(at + n * ENTRY));
    });
  }

  private entry(at: number): Entry {
    const { view } = this;
    const length = Math.min(view.getUint16(at + 64, true), 64);
    let name = '';
    for (let n = 0; n + 2 < length; n += 2) name += String.fromCharCode(view.getUint16(at + n, true));
    return {
      name: name.toLowerCase(),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  }

  private long(first: number, size: number): Uint8Array {
    const whole = new Uint8Array(size);
    let filled = 0;
    for (const sector of this.chain(first)) {
      if (filled === size) break;
      const taken = Math.min(this.sector, size - filled);
      const at = this.place(sector, taken);
      whole.set(this.bytes.subarray(at, at + taken), filled);
      filled += taken;
    }
    if (filled < size) throw broken();
    return whole;
  }

  /** Streams below a size lie in short sectors within a stream of the root's. */
  private short({ start, size }: Entry): Uint8Array {
    const each = 1 << this.view.getUint16(32, true);
    if (each !== 64) throw broken();
    const links = this.chain(this.view.getUint32(60, true)).map((sector) => this.place(sector, this.sector));
    if (this.root.size > this.bytes.length) throw broken();
    const store = this.long(this.root.start, this.root.size);
    const whole = new Uint8Array(size);
    let filled = 0;
    const perSector = this.sector / 4;
    for (let sector = start; filled < size;) {
      const taken = Math.min(each, size - filled);
      if (sector >= MARKS || sector * each + taken > store.length) throw broken();
      whole.set(store.subarray(sector * each, sector * each + taken), filled);
      filled += taken;
      const list = links[Math.floor(sector / perSector)];
      if (list === undefined) throw broken();
      sector = this.view.getUint32(list + 4 * (sector % perSector), true);
    }
    return whole;
  }
}

/** The entries right below the root: a workbook that is embedded in another one lies further down, under the same name. */
function inRoot(directory: readonly Entry[], root: Entry): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [root.child];
  for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
    const entry = directory[n];
    if (!entry || seen.has(n)) continue;
    seen.add(n);
    if (!found.has(entry.name)) found.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}
