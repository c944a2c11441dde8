import { fileWords as words } from '../words';
import { LIMITS } from '../limits';
import { refusal } from '../../core/refusal';

/** One file in the zip, still deflated. Untouched entries are written back with exactly these bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly madeBy: number;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** DOS time and date as one number. */
  readonly stamp: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
  /** Extra fields of the directory, without zip64 sizes. */
  readonly extra: Uint8Array;
  readonly comment: Uint8Array;
  readonly data: readonly Uint8Array[];
  /** Stored for the time being, to be deflated before it goes into a file. */
  readonly waiting?: true;
}

export const FLAG_ENCRYPTED = 0x0001;
export const FLAG_DESCRIPTOR = 0x0008;
export const FLAG_UTF8 = 0x0800;
const FLAG_STRONG_ENCRYPTION = 0x0040;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const ZIP64_EXTRA = 0x0001;
const UINT32 = 0xffffffff;
const MEGABYTE = 1_000_000;

/**
 * Reads the directory at the end of a zip. Nothing is inflated.
 * @throws ProblemError not-zip, truncated, broken-zip, encrypted, zip-bomb, duplicate-part
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end.entries > LIMITS.entries) throw refusal('zip-bomb', words.zipBomb(words.tooManyEntries(end.entries, LIMITS.entries)));
  const entries: ZipEntry[] = [];
  const ranges: { start: number; end: number }[] = [];
  const seen = new Set<string>();
  let at = end.offset;
  let total = 0;
  let deflated = 0;
  for (let n = 0; n < end.entries; n++) {
    const head = readRecord(view, bytes, at, end.position);
    at = head.next;
    if (head.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) throw refusal('encrypted', words.encrypted());
    const key = partKey(head.name);
    if (seen.has(key)) throw refusal('duplicate-part', words.duplicatePart(head.name));
    seen.add(key);
    checkSize(head);
    total += head.size;
    deflated += head.compressedSize;
    if (total > LIMITS.total) throw refusal('zip-bomb', words.zipBomb(words.tooLargeAltogether(LIMITS.total / MEGABYTE)));
    const start = dataStart(view, head.offset, end.offset);
    if (start + head.compressedSize > end.offset) throw refusal('broken-zip', words.brokenZip());
    ranges.push({ start: head.offset, end: start + head.compressedSize });
    entries.push({ ...head.entry, data: [bytes.subarray(start, start + head.compressedSize)] });
  }
  if (total > LIMITS.ratioFreeTotal && total > deflated * LIMITS.totalRatio) {
    throw refusal('zip-bomb', words.zipBomb(words.tooDenseAltogether(LIMITS.totalRatio)));
  }
  refuseOverlap(ranges);
  return entries;
}

/** Part names are compared without regard to case (OPC 6.2.2.3); some writers use backslashes or a leading slash. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

interface End {
  entries: number;
  /** Where the directory starts. */
  offset: number;
  /** Where the directory must have ended. */
  position: number;
}

function findEnd(view: DataView): End {
  const length = view.byteLength;
  const last = Math.max(0, length - 22 - 0xffff);
  for (let at = length - 22; at >= last; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE || at + 22 + view.getUint16(at + 20, true) > length) continue;
    const entries = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (entries === 0xffff || size === UINT32 || offset === UINT32) return findEnd64(view, at) ?? { entries, offset, position: at };
    if (offset + size > at) throw refusal('broken-zip', words.brokenZip());
    return { entries, offset, position: at };
  }
  const zipStart = length >= 4 && view.getUint32(0, true) === LOCAL_SIGNATURE;
  throw zipStart ? refusal('truncated', words.truncated()) : refusal('not-zip', words.notZip());
}

function findEnd64(view: DataView, end: number): End | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64_SIGNATURE) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== END64_SIGNATURE) throw refusal('broken-zip', words.brokenZip());
  const offset = Number(view.getBigUint64(at + 48, true));
  if (offset + Number(view.getBigUint64(at + 40, true)) > at) throw refusal('broken-zip', words.brokenZip());
  return { entries: Number(view.getBigUint64(at + 32, true)), offset, position: at };
}

interface DirectoryRecord {
  readonly name: string;
  readonly flags: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
  readonly next: number;
  readonly entry: Omit<ZipEntry, 'data'>;
}

function readRecord(view: DataView, bytes: Uint8Array, at: number, limit: number): DirectoryRecord {
  if (at + 46 > limit || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) throw refusal('broken-zip', words.brokenZip());
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > limit) throw refusal('broken-zip', words.brokenZip());
  const nameBytes = bytes.subarray(at + 46, nameEnd);
  const name = decodeName(nameBytes);
  const sizes = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const extra = readExtra(view, bytes.subarray(nameEnd, extraEnd), sizes);
  return {
    name,
    flags,
    next,
    ...sizes,
    entry: {
      name,
      nameBytes,
      madeBy: view.getUint16(at + 4, true),
      flags,
      method: view.getUint16(at + 10, true),
      stamp: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: sizes.compressedSize,
      size: sizes.size,
      internalAttributes: view.getUint16(at + 36, true),
      externalAttributes: view.getUint32(at + 38, true),
      extra,
      comment: bytes.subarray(extraEnd, next),
    },
  };
}

/** Takes 64-bit sizes out of the extra fields into `sizes` and gives back the other fields. */
function readExtra(view: DataView, extra: Uint8Array, sizes: { size: number; compressedSize: number; offset: number }): Uint8Array {
  for (let at = 0; at + 4 <= extra.length;) {
    const position = extra.byteOffset - view.byteOffset + at;
    const length = view.getUint16(position + 2, true);
    if (view.getUint16(position, true) !== ZIP64_EXTRA || at + 4 + length > extra.length) {
      at += 4 + length;
      continue;
    }
    let field = position + 4;
    for (const key of ['size', 'compressedSize', 'offset'] as const) {
      if (sizes[key] !== UINT32) continue;
      if (field + 8 > position + 4 + length) throw refusal('broken-zip', words.brokenZip());
      sizes[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
    const rest = new Uint8Array(extra.length - 4 - length);
    rest.set(extra.subarray(0, at));
    rest.set(extra.subarray(at + 4 + length), at);
    return rest;
  }
  return extra;
}

/** Part names are ASCII by rule; names of other files may be in any old code page, and only their bytes matter. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function checkSize(head: DirectoryRecord): void {
  if (head.size > LIMITS.part) throw refusal('zip-bomb', words.zipBomb(words.tooLarge(head.name, LIMITS.part / MEGABYTE)));
  if (head.size > LIMITS.ratioFreePart && head.size > head.compressedSize * LIMITS.ratio) {
    throw refusal('zip-bomb', words.zipBomb(words.tooDense(head.name, LIMITS.ratio)));
  }
}

function dataStart(view: DataView, offset: number, limit: number): number {
  if (offset + 30 > limit || view.getUint32(offset, true) !== LOCAL_SIGNATURE) throw refusal('broken-zip', words.brokenZip());
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

/** Entries that share bytes let a small file inflate without end. */
function refuseOverlap(ranges: { start: number; end: number }[]): void {
  ranges.sort((a, b) => a.start - b.start);
  for (let n = 1; n < ranges.length; n++) {
    if (ranges[n]!.start < ranges[n - 1]!.end) throw refusal('zip-bomb', words.zipBomb(words.sharedBytes()));
  }
}
