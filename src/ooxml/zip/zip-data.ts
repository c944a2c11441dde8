import { Deflate, Inflate, inflateSync } from 'fflate';
import { fileWords as words } from '../words';
import { crc32 } from './crc32';
import { refusal } from '../../core/refusal';
import type { ZipEntry } from './zip-directory';
import { FLAG_UTF8 } from './zip-directory';

/** Up to this size a part is inflated in one go, which is faster; above, memory matters more. */
const ONE_GO = 4_000_000;
const SLICE = 65_536;
/** 1 January 1980, the stamp that Excel itself uses: the same plan gives the same bytes at any time. */
const STAMP = 0x00210000;
const STORED = 0;
const DEFLATED = 8;

/**
 * Inflates an entry chunk by chunk; checks size and CRC when the last chunk has been taken.
 * @throws ProblemError broken-part, unknown-compression
 */
export function* inflateEntry(entry: ZipEntry): Generator<Uint8Array, void, undefined> {
  let size = 0;
  let crc = 0;
  for (const chunk of rawChunks(entry)) {
    size += chunk.length;
    if (size > entry.size) break;
    crc = crc32(chunk, crc);
    if (chunk.length > 0) yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw refusal('broken-part', words.brokenPart(entry.name));
}

function* rawChunks(entry: ZipEntry): Generator<Uint8Array, void, undefined> {
  if (entry.method === STORED) {
    yield* entry.data;
    return;
  }
  if (entry.method !== DEFLATED) throw refusal('unknown-compression', words.unknownCompression(entry.name));
  const [only] = entry.data;
  if (entry.size <= ONE_GO && entry.data.length === 1 && only) {
    // One byte more than declared, so that a part longer than declared is noticed.
    yield guarded(entry, () => inflateSync(only, { out: new Uint8Array(entry.size + 1) }));
    return;
  }
  let ready: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => ready.push(chunk));
  const push = (slice: Uint8Array, last: boolean): Uint8Array[] => {
    ready = [];
    guarded(entry, () => inflater.push(slice, last));
    return ready;
  };
  for (const [n, block] of entry.data.entries()) {
    for (let at = 0; at < block.length; at += SLICE) {
      yield* push(block.subarray(at, at + SLICE), n === entry.data.length - 1 && at + SLICE >= block.length);
    }
  }
}

/** fflate throws plain errors on damaged data; the official is told which part is damaged. */
function guarded<T>(entry: ZipEntry, work: () => T): T {
  try {
    return work();
  } catch {
    throw refusal('broken-part', words.brokenPart(entry.name));
  }
}

/** An entry's bytes as a whole. */
export function inflateWhole(entry: ZipEntry): Uint8Array {
  const chunks = [...inflateEntry(entry)];
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(entry.size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * Raw deflate of one piece, ending in a sync flush: pieces may be strung together. For hosts that have a faster one than fflate
 * (node's zlib takes a third of the time).
 */
export type DeflatePiece = (piece: Uint8Array, level: number) => Uint8Array;

/** Pieces for {@link DeflatePiece}: large enough that what a piece cannot borrow from the one before it does not show. */
const PIECE = 1 << 20;
/** An empty last block of fixed codes ends the stream. */
const END_OF_STREAM = Uint8Array.of(3, 0);

/** Deflates a new part as its bytes come in, so that a large sheet never stands in memory as text. */
export class EntryWriter {
  private readonly chunks: Uint8Array[] = [];
  private readonly deflate: (chunk: Uint8Array, last: boolean) => void;
  private crc = 0;
  private size = 0;

  constructor(
    private readonly name: string,
    level: 1 | 3 | 6 = 6,
    piece?: DeflatePiece,
  ) {
    this.deflate = piece ? this.byPieces(level, piece) : this.streamed(level);
  }

  private streamed(level: 1 | 3 | 6): (chunk: Uint8Array, last: boolean) => void {
    const deflater = new Deflate({ level }, (chunk) => {
      if (chunk.length > 0) this.chunks.push(chunk);
    });
    return (chunk, last) => deflater.push(chunk, last);
  }

  private byPieces(level: number, piece: DeflatePiece): (chunk: Uint8Array, last: boolean) => void {
    const waiting = new Uint8Array(PIECE);
    let filled = 0;
    const send = (): void => {
      if (filled > 0) this.chunks.push(piece(waiting.subarray(0, filled), level));
      filled = 0;
    };
    return (chunk, last) => {
      for (let at = 0; at < chunk.length;) {
        const taken = Math.min(chunk.length - at, PIECE - filled);
        waiting.set(chunk.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled === PIECE) send();
      }
      if (!last) return;
      send();
      this.chunks.push(END_OF_STREAM);
    };
  }

  push(chunk: Uint8Array): void {
    this.crc = crc32(chunk, this.crc);
    this.size += chunk.length;
    this.deflate(chunk, false);
  }

  finish(): ZipEntry {
    this.deflate(new Uint8Array(0), true);
    return newEntry(this.name, DEFLATED, this.crc, this.size, this.chunks);
  }
}

function newEntry(name: string, method: number, crc: number, size: number, data: readonly Uint8Array[]): ZipEntry {
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    madeBy: 20,
    flags: FLAG_UTF8,
    method,
    stamp: STAMP,
    crc,
    compressedSize: data.reduce((sum, chunk) => sum + chunk.length, 0),
    size,
    internalAttributes: 0,
    externalAttributes: 0,
    extra: new Uint8Array(0),
    comment: new Uint8Array(0),
    data,
  };
}

/** A part that will be deflated once the file is asked for: until then it may change many times. */
export function storeWhole(name: string, bytes: Uint8Array): ZipEntry {
  return { ...newEntry(name, STORED, crc32(bytes), bytes.length, [bytes]), waiting: true };
}

export function deflateWhole(name: string, bytes: Uint8Array, level: 1 | 3 | 6 = 6, piece?: DeflatePiece): ZipEntry {
  // A small part needs no room for pieces to wait in.
  if (piece && bytes.length > 0 && bytes.length <= PIECE)
    return newEntry(name, DEFLATED, crc32(bytes), bytes.length, [piece(bytes, level), END_OF_STREAM]);
  const writer = new EntryWriter(name, level, piece);
  writer.push(bytes);
  return writer.finish();
}
