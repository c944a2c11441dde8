import { fileWords as words } from '../words';
import { refuseOtherKinds } from '../zip/file-kind';
import type { Relationship } from './relationships';
import { readRelationships, relationshipsPart } from './relationships';
import { refusal } from '../../core/refusal';
import type { PartText } from '../xml/xml-text';
import { decodePart, encodePart } from '../xml/xml-text';
import { buildZip } from '../zip/zip-build';
import { deflateWhole, inflateEntry, inflateWhole, type DeflatePiece } from '../zip/zip-data';
import type { ZipEntry } from '../zip/zip-directory';
import { partKey, readZipDirectory } from '../zip/zip-directory';

/** Above this size a changed part is deflated at the fastest level: it grows by a few percent, the time halves. */
const QUICKLY = 1_000_000;

/** The parts of an OPC package by name. Parts that nobody replaces keep their deflated bytes and their place in the zip. */
export class Package {
  private constructor(
    private readonly entries: Map<string, ZipEntry>,
    private readonly deflatePiece: DeflatePiece | undefined,
  ) {}

  /** @throws ProblemError for everything that is no intact zip */
  static open(bytes: Uint8Array, deflatePiece?: DeflatePiece): Package {
    refuseOtherKinds(bytes);
    return new Package(new Map(readZipDirectory(bytes).map((entry) => [partKey(entry.name), entry])), deflatePiece);
  }

  /** A package to be changed; this one stays as it is until the change has worked out. */
  fork(): Package {
    return new Package(new Map(this.entries), this.deflatePiece);
  }

  bytes(): Uint8Array {
    for (const [key, entry] of this.entries) {
      if (entry.waiting) this.entries.set(key, this.deflated(entry.name, inflateWhole(entry), entry.size > QUICKLY ? 1 : 6));
    }
    return buildZip([...this.entries.values()]);
  }

  private readonly deflated = (name: string, bytes: Uint8Array, level: 1 | 6 = 6): ZipEntry =>
    deflateWhole(name, bytes, level, this.deflatePiece);

  get names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  has(part: string): boolean {
    return this.find(part) !== undefined;
  }

  private find(part: string): ZipEntry | undefined {
    const entry = this.entries.get(partKey(part));
    if (entry || !part.includes('%')) return entry;
    // Some writers store the name decoded though the relationship holds it percent-encoded.
    return this.entries.get(partKey(decodePercent(part)));
  }

  private entry(part: string): ZipEntry {
    const entry = this.find(part);
    if (!entry) throw refusal('missing-part', words.missingPart(part));
    return entry;
  }

  /** The name under which a part stands in the zip. */
  nameOf(part: string): string {
    return this.entry(part).name;
  }

  read(part: string): Uint8Array {
    return inflateWhole(this.entry(part));
  }

  /** Bytes of a part when inflated, as its directory entry says. */
  size(part: string): number {
    return this.entry(part).size;
  }

  /** CRC-32 of a part when inflated, eight hexadecimal digits. */
  checksum(part: string): string {
    return (this.entry(part).crc >>> 0).toString(16).padStart(8, '0');
  }

  chunks(part: string): Generator<Uint8Array, void, undefined> {
    return inflateEntry(this.entry(part));
  }

  text(part: string): PartText {
    return decodePart(part, this.read(part));
  }

  /** Changes a text part; nothing happens to it where the text stays the same. */
  edit(part: string, change: (text: string) => string): void {
    const { text, encoding } = this.text(part);
    const changed = change(text);
    if (changed !== text) this.put(this.deflated(this.entry(part).name, encodePart({ text: changed, encoding })));
  }

  /** Adds a part, or replaces it at its place. */
  put(entry: ZipEntry): void {
    this.entries.set(partKey(entry.name), entry);
  }

  putText(part: string, text: string): void {
    this.put(this.deflated(part, encodePart({ text, encoding: 'utf-8' })));
  }

  remove(part: string): void {
    const entry = this.find(part);
    if (entry) this.entries.delete(partKey(entry.name));
  }

  /** The arrows that start at a part ('' for the package), none where it has no relationships. */
  relationships(source: string): Relationship[] {
    const part = relationshipsPart(source);
    return this.has(part) ? readRelationships(part, source, this.text(part).text) : [];
  }

  /** All parts that can be reached from a part ('' for the package) along relationships. */
  reachable(source: string, reached = new Set<string>()): Set<string> {
    const open = [source];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { part } of this.relationships(next)) {
        const key = partKey(part);
        if (key === '' || reached.has(key)) continue;
        reached.add(key);
        open.push(part);
      }
    }
    return reached;
  }
}

/** Percent-encoded UTF-8 decoded; a broken sequence becomes a replacement character and so finds no part. */
function decodePercent(name: string): string {
  return name.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = run
      .slice(1)
      .split('%')
      .map((hex) => parseInt(hex, 16));
    return new TextDecoder().decode(new Uint8Array(bytes));
  });
}
