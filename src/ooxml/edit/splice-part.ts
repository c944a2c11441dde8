import type { Package } from '../parts/package';
import type { Encoding } from '../xml/xml-text';
import { PartDecoder, encodePart, encodingOf } from '../xml/xml-text';
import { EntryWriter, storeWhole } from '../zip/zip-data';
import type { Splice } from './splice';

/** Up to this size a changed part waits unpacked until the file is asked for: a person changes many cells before saving. */
const WAITS = 32_000_000;
const NOTHING = new Uint8Array(0);

/** A part as UTF-8, whatever its encoding. */
export class Utf8Part {
  /** Known once the first chunk has been taken. */
  encoding: Encoding = 'utf-8';

  constructor(
    private readonly pack: Package,
    private readonly part: string,
  ) {}

  *chunks(): Generator<Uint8Array, void, undefined> {
    const encoder = new TextEncoder();
    let decoder: PartDecoder | undefined;
    let first = true;
    for (const chunk of this.pack.chunks(this.part)) {
      if (first) this.encoding = encodingOf(chunk);
      first = false;
      if (this.encoding === 'utf-8') {
        yield chunk;
        continue;
      }
      decoder ??= new PartDecoder(this.part);
      yield encoder.encode(decoder.decode(chunk, false));
    }
    if (decoder) yield encoder.encode(decoder.decode(NOTHING, true));
  }
}

/** Copies a part with the changes given, which neither overlap nor leave the part's order. */
export function splicePart(pack: Package, part: string, splices: readonly Splice[]): void {
  const name = pack.nameOf(part);
  if (pack.size(part) > WAITS) {
    const writer = new EntryWriter(name, 1);
    splice(new Utf8Part(pack, part), splices, (bytes) => writer.push(bytes));
    pack.put(writer.finish());
    return;
  }
  const pieces: Uint8Array[] = [];
  splice(new Utf8Part(pack, part), splices, (bytes) => pieces.push(bytes));
  pack.put(storeWhole(name, joined(pieces)));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function splice(source: Utf8Part, splices: readonly Splice[], put: (bytes: Uint8Array) => void): void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const out = new Output((bytes) =>
    put(source.encoding === 'utf-8' ? bytes : encodePart({ text: decoder.decode(bytes, { stream: true }), encoding: source.encoding })),
  );
  let next = 0;
  let base = 0;
  /** Behind the last byte that was copied or replaced. */
  let done = 0;
  for (const chunk of source.chunks()) {
    const end = base + chunk.length;
    for (; next < splices.length && splices[next]!.start < end; next++) {
      const { start, end: to, text } = splices[next]!;
      if (start > done) out.bytes(chunk.subarray(done - base, start - base));
      out.text(text);
      done = to;
    }
    if (done < end) {
      out.bytes(chunk.subarray(done - base));
      done = end;
    }
    base = end;
  }
  for (; next < splices.length; next++) out.text(splices[next]!.text);
  out.flush();
}

/** Gathers small pieces into larger ones. */
class Output {
  private readonly encoder = new TextEncoder();
  private readonly room = new Uint8Array(1 << 16);
  private at = 0;

  constructor(private readonly put: (bytes: Uint8Array) => void) {}

  bytes(piece: Uint8Array): void {
    if (this.at + piece.length > this.room.length) this.flush();
    if (piece.length > this.room.length) {
      this.put(piece);
      return;
    }
    this.room.set(piece, this.at);
    this.at += piece.length;
  }

  text(text: string): void {
    // A UTF-16 unit takes three bytes of UTF-8 at most.
    if (text.length * 3 > this.room.length) {
      this.bytes(this.encoder.encode(text));
      return;
    }
    if (this.at + text.length * 3 > this.room.length) this.flush();
    this.at += this.encoder.encodeInto(text, this.room.subarray(this.at)).written;
  }

  flush(): void {
    if (this.at > 0) this.put(this.room.slice(0, this.at));
    this.at = 0;
  }
}
