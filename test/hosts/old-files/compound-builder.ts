const SHORT = 64;
const CUTOFF = 4096;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const NONE = 0xffffffff;

export interface Storage {
  readonly name: string;
  /** Left out for a storage. */
  readonly content?: Uint8Array;
  readonly children?: readonly Storage[];
}

/**
 * An OLE compound file with these streams and storages in its root. Streams below 4,096 bytes lie in short sectors, as programs write them.
 * @param shift 9 for sectors of 512 bytes, 12 for such of 4,096 (which large files need: the builder knows no table beyond the header's)
 */
export function compoundFile(roots: readonly Storage[], shift: 9 | 12 = 9): Uint8Array {
  const sector = 1 << shift;
  const entries: { name: string; kind: number; child: number; right: number; content?: Uint8Array; start: number; size: number }[] = [];
  const add = (one: Storage): number => {
    const at = entries.length;
    const { name, content, children = [] } = one;
    entries.push({
      name,
      kind: content ? 2 : 1,
      child: NONE,
      right: NONE,
      start: END,
      size: content?.length ?? 0,
      ...(content && { content }),
    });
    entries[at]!.child = siblings(children);
    return at;
  };
  /** One to the right of the other: a tree that is a list. */
  const siblings = (list: readonly Storage[]): number => {
    const numbers = list.map(add);
    numbers.forEach((at, n) => (entries[at]!.right = numbers[n + 1] ?? NONE));
    return numbers[0] ?? NONE;
  };
  entries.push({ name: 'Root Entry', kind: 5, child: NONE, right: NONE, start: END, size: 0 });
  entries[0]!.child = siblings(roots);

  const data: Uint8Array[] = [];
  const table: number[] = [];
  const place = (content: Uint8Array): number => {
    const count = Math.ceil(content.length / sector);
    if (count === 0) return END;
    const first = table.length;
    for (let n = 0; n < count; n++) table.push(n === count - 1 ? END : first + n + 1);
    const padded = new Uint8Array(count * sector);
    padded.set(content);
    data.push(padded);
    return first;
  };
  const short: Uint8Array[] = [];
  const shortTable: number[] = [];
  for (const entry of entries) {
    if (!entry.content) continue;
    if (entry.content.length >= CUTOFF) {
      entry.start = place(entry.content);
      continue;
    }
    const count = Math.ceil(entry.content.length / SHORT);
    entry.start = count === 0 ? END : shortTable.length;
    for (let n = 0; n < count; n++) shortTable.push(n === count - 1 ? END : shortTable.length + 1);
    const padded = new Uint8Array(count * SHORT);
    padded.set(entry.content);
    short.push(padded);
  }
  const store = new Uint8Array(shortTable.length * SHORT);
  let at = 0;
  for (const piece of short) {
    store.set(piece, at);
    at += piece.length;
  }
  entries[0]!.start = place(store);
  entries[0]!.size = store.length;
  const shortStart = place(new Uint8Array(Uint32Array.from([...shortTable, ...Array<number>(128).fill(NONE)]).buffer));
  const directory = new Uint8Array(entries.length * 128);
  const view = new DataView(directory.buffer);
  entries.forEach(({ name, kind, child, right, start, size }, n) => {
    const from = n * 128;
    for (let k = 0; k < name.length; k++) view.setUint16(from + 2 * k, name.charCodeAt(k), true);
    view.setUint16(from + 64, (name.length + 1) * 2, true);
    view.setUint8(from + 66, kind);
    view.setUint32(from + 68, NONE, true);
    view.setUint32(from + 72, right, true);
    view.setUint32(from + 76, child, true);
    view.setUint32(from + 116, start, true);
    view.setUint32(from + 120, size, true);
  });
  const directoryStart = place(directory);
  const each = sector / 4;
  const tables = Math.ceil((table.length + 109) / each);
  const tableStart = table.length;
  for (let n = 0; n < tables; n++) table.push(TABLE);
  const whole = new Uint32Array(tables * each).fill(NONE);
  whole.set(table);

  const bytes = new Uint8Array(sector * (1 + table.length));
  const head = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  head.setUint16(26, shift === 9 ? 3 : 4, true);
  head.setUint16(28, 0xfffe, true);
  head.setUint16(30, shift, true);
  head.setUint16(32, 6, true);
  head.setUint32(44, tables, true);
  head.setUint32(48, directoryStart, true);
  head.setUint32(56, CUTOFF, true);
  head.setUint32(60, shortStart, true);
  head.setUint32(68, END, true);
  for (let n = 0; n < 109; n++) head.setUint32(76 + 4 * n, n < tables ? tableStart + n : NONE, true);
  let to = sector;
  for (const piece of data) {
    bytes.set(piece, to);
    to += piece.length;
  }
  bytes.set(new Uint8Array(whole.buffer), to);
  return bytes;
}

/** A workbook as programs save it. */
export const xlsOf = (stream: Uint8Array, shift: 9 | 12 = 9): Uint8Array => compoundFile([{ name: 'Workbook', content: stream }], shift);
