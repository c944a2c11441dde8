import { fileWords as words } from '../words';
import { refusal } from '../../core/refusal';
import type { ZipEntry } from './zip-directory';
import { FLAG_DESCRIPTOR } from './zip-directory';

const LOCAL_HEAD = 30;
const DIRECTORY_HEAD = 46;
const END = 22;
const VERSION_NEEDED = 20;

/**
 * A zip of the entries in their order. Their deflated bytes are copied as they are; sizes stand in the local headers, so no
 * data descriptors are needed.
 */
export function buildZip(entries: readonly ZipEntry[]): Uint8Array {
  let length = END;
  for (const entry of entries) {
    length += LOCAL_HEAD + DIRECTORY_HEAD + 2 * entry.nameBytes.length + entry.extra.length + entry.comment.length + entry.compressedSize;
  }
  if (length > 0xfffffffe || entries.length > 0xfffe) throw refusal('zip-bomb', words.zipBomb(words.tooLargeAltogether(4_000)));
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeShared(view, at + 4, entry);
    bytes.set(entry.nameBytes, at + LOCAL_HEAD);
    at += LOCAL_HEAD + entry.nameBytes.length;
    for (const chunk of entry.data) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
  }
  const directory = at;
  entries.forEach((entry, n) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, entry.madeBy, true);
    writeShared(view, at + 6, entry);
    view.setUint16(at + 30, entry.extra.length, true);
    view.setUint16(at + 32, entry.comment.length, true);
    view.setUint16(at + 36, entry.internalAttributes, true);
    view.setUint32(at + 38, entry.externalAttributes, true);
    view.setUint32(at + 42, offsets[n]!, true);
    at += DIRECTORY_HEAD;
    for (const field of [entry.nameBytes, entry.extra, entry.comment]) {
      bytes.set(field, at);
      at += field.length;
    }
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The fields that the local header and the directory have in common, from "version needed" on. */
function writeShared(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, VERSION_NEEDED, true);
  view.setUint16(at + 2, entry.flags & ~FLAG_DESCRIPTOR, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.stamp, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}
