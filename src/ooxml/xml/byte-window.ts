/** The tag, or the record, runs on behind the end of the window. */
export const MORE = -1;

export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const EQUALS = 0x3d;

export const bytesOf = (word: string): Uint8Array => new TextEncoder().encode(word);

export const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Whether the five bytes "xmlns" begin a name of this length. */
export const declaresNamespace = (bytes: Uint8Array, name: number, length: number): boolean =>
  length >= 5 && bytes[name] === 0x78 && bytes[name + 1] === 0x6d && bytes[name + 2] === 0x6c && bytes[name + 3] === 0x6e;

/**
 * The stretch of a part that a scanner has before it: chunks come in at its end, and what has been scanned goes at its beginning.
 * A zero byte, which XML forbids, marks the end.
 */
export abstract class ByteWindow {
  protected buffer = new Uint8Array(1 << 16);
  /** Bytes in the window, without the zero byte. */
  protected length = 0;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  protected append(chunk: Uint8Array): void {
    const needed = this.length + chunk.length + 1;
    if (needed > this.buffer.length) {
      const wider = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      wider.set(this.buffer.subarray(0, this.length));
      this.buffer = wider;
    }
    this.buffer.set(chunk, this.length);
    this.length += chunk.length;
    this.buffer[this.length] = 0;
  }

  /** Lets go of what stands before a place. */
  protected drop(at: number): void {
    this.buffer.copyWithin(0, at, this.length);
    this.length -= at;
  }

  protected skipSpace(start: number): number {
    let at = start;
    while (isSpace(this.buffer[at]!)) at++;
    return at;
  }

  /** Undefined where the bytes are no UTF-8. */
  protected utf8(bytes: Uint8Array): string | undefined {
    try {
      return this.decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }
}
