import { fileWords as words } from '../words';
import { LIMITS } from '../limits';
import { ByteWindow, EQUALS, GREATER, LESS, MORE, SLASH, bytesOf, declaresNamespace, isSpace } from './byte-window';
import { decodeLeniently } from './entities';
import { SPREADSHEET } from './namespaces';
import { refusal } from '../../core/refusal';

const COLON = 0x3a;
const BANG = 0x21;
const QUESTION = 0x3f;
/** As deep as the conformant reader goes. */
const DEEPEST = 500;

const COMMENT = bytesOf('<!--');
const COMMENT_END = bytesOf('-->');
const CDATA = bytesOf('<![CDATA[');
const CDATA_END = bytesOf(']]>');
const INSTRUCTION_END = bytesOf('?>');

/** Namespaces as declared by an element; they hold until it closes. */
interface Scope {
  readonly depth: number;
  /** Prefixes that mean the spreadsheet namespace; '' stands for the default namespace. */
  readonly prefixes: ReadonlySet<string>;
}

/**
 * Finds the tags of a part in UTF-8 bytes, chunk by chunk, and says where each stands in the part. It takes all of XML that a part
 * may hold (any prefix, comments, CDATA, processing instructions) but reads nothing into strings by itself, so that a part of any
 * size passes at the speed of inflating it. It checks that tags are well nested, not every rule of XML.
 */
export abstract class TagScanner extends ByteWindow {
  // The tag at hand. Places named abs… count from the start of the part, the others from the start of the buffer.
  protected depth = 0;
  protected selfClosing = false;
  protected nameFrom = 0;
  /** Behind the prefix and its colon; equal to nameFrom where there is no prefix. */
  protected localFrom = 0;
  protected nameTo = 0;
  protected absStart = 0;
  protected absEnd = 0;
  /** Places of attributes, four numbers each: name from and to, value from and to (without quotes). */
  protected readonly attributes: number[] = [];
  /** While set, character data is collected for {@link takeText}. */
  protected collecting = false;
  private base = 0;
  private ended = false;
  private readonly open = new Int32Array(DEEPEST + 2);
  private scopes: Scope[] = [{ depth: -1, prefixes: new Set() }];
  private defaultOurs = false;
  private pieces: { readonly bytes: Uint8Array; readonly literal: boolean }[] = [];

  constructor(private readonly part: string) {
    super();
  }

  /** An opening tag, its attributes at hand; a tag that closes itself gets {@link closed} right after. */
  protected abstract opened(): void;
  /** @param start place of the closing tag, of the tag's end where it closes itself; its end is absEnd */
  protected abstract closed(start: number): void;

  push(chunk: Uint8Array): void {
    this.append(chunk);
    let at = 0;
    for (;;) {
      const next = this.token(at);
      if (next === MORE) break;
      at = next;
    }
    if (this.length - at > LIMITS.text) throw this.broken();
    this.drop(at);
    this.base += at;
  }

  finish(): void {
    if (!this.ended || this.buffer.subarray(0, this.length).some((byte) => !isSpace(byte))) throw this.broken();
  }

  private token(start: number): number {
    const bytes = this.buffer;
    let at = start;
    if (bytes[at] !== LESS) {
      while (bytes[at] !== LESS) {
        if (bytes[at] === 0) {
          const more = this.end(at);
          // Text that nobody wants need not be kept until its end has come.
          return this.collecting || at === start ? more : at;
        }
        at++;
      }
      if (this.collecting) this.pieces.push({ bytes: bytes.slice(start, at), literal: false });
      return at;
    }
    const second = bytes[at + 1]!;
    if (second === SLASH) return this.closingTag(at);
    if (second === BANG || second === QUESTION) return this.aside(at);
    return second === 0 ? this.end(at + 1) : this.openingTag(at);
  }

  /** A zero byte: the end of what has come so far, or one that has no place in XML. */
  private end(at: number): number {
    if (at < this.length) throw this.broken();
    return MORE;
  }

  private aside(at: number): number {
    const bytes = this.buffer;
    if (bytes[at + 1] === QUESTION) return this.behind(at + 2, INSTRUCTION_END);
    if (this.startsWith(at, COMMENT)) return this.behind(at + COMMENT.length, COMMENT_END);
    if (this.startsWith(at, CDATA)) {
      const from = at + CDATA.length;
      const to = this.behind(from, CDATA_END);
      if (to !== MORE && this.collecting) this.pieces.push({ bytes: bytes.slice(from, to - CDATA_END.length), literal: true });
      return to;
    }
    if (this.length - at < CDATA.length) return MORE;
    throw refusal('doctype', words.doctype(this.part));
  }

  private startsWith(at: number, word: Uint8Array): boolean {
    for (let n = 0; n < word.length; n++) if (this.buffer[at + n] !== word[n]) return false;
    return true;
  }

  private behind(from: number, word: Uint8Array): number {
    for (let at = from; at + word.length <= this.length; at++) if (this.startsWith(at, word)) return at + word.length;
    return MORE;
  }

  /** @returns the place of the byte that ends the name; 0 where more is needed */
  private name(from: number): number {
    const bytes = this.buffer;
    this.nameFrom = this.localFrom = from;
    let at = from;
    for (; ; at++) {
      const byte = bytes[at]!;
      if (byte === GREATER || byte === SLASH || isSpace(byte)) break;
      if (byte === COLON) this.localFrom = at + 1;
      if (byte === 0) {
        this.end(at);
        return 0;
      }
      if (byte === LESS || byte === EQUALS) throw this.broken();
    }
    if (at === this.localFrom) throw this.broken();
    this.nameTo = at;
    return at;
  }

  /** Tells apart the names of open elements well enough to notice that tags are not nested. */
  private signature(): number {
    return ((this.nameTo - this.nameFrom) << 16) | (this.buffer[this.localFrom]! << 8) | this.buffer[this.nameTo - 1]!;
  }

  private closingTag(start: number): number {
    const bytes = this.buffer;
    let at = this.name(start + 2);
    if (at === 0) return MORE;
    at = this.skipSpace(at);
    if (bytes[at] === 0) return this.end(at);
    if (bytes[at] !== GREATER || this.depth === 0) throw this.broken();
    this.depth--;
    if (this.open[this.depth] !== this.signature()) throw this.broken();
    this.absEnd = this.base + at + 1;
    this.leave(this.base + start);
    return at + 1;
  }

  private leave(start: number): void {
    this.closed(start);
    if (this.scopes.at(-1)!.depth === this.depth) {
      this.scopes.pop();
      this.defaultOurs = this.scopes.at(-1)!.prefixes.has('');
    }
    if (this.depth === 0) this.ended = true;
  }

  private openingTag(start: number): number {
    const at = this.name(start + 1);
    if (at === 0) return MORE;
    const end = this.readAttributes(at);
    if (end === MORE) return MORE;
    if (this.ended || this.depth > DEEPEST) throw this.broken();
    this.absStart = this.base + start;
    this.absEnd = this.base + end;
    this.open[this.depth] = this.signature();
    this.opened();
    if (this.selfClosing) this.leave(this.absEnd);
    else this.depth++;
    return end;
  }

  private readAttributes(from: number): number {
    const bytes = this.buffer;
    const places = this.attributes;
    places.length = 0;
    let declares = false;
    let at = from;
    for (;;) {
      const gap = at;
      at = this.skipSpace(at);
      if (bytes[at] === GREATER) {
        this.selfClosing = false;
        at++;
        break;
      }
      if (bytes[at] === SLASH) {
        if (bytes[at + 1] === 0) return this.end(at + 1);
        if (bytes[at + 1] !== GREATER) throw this.broken();
        this.selfClosing = true;
        at += 2;
        break;
      }
      if (bytes[at] === 0) return this.end(at);
      if (at === gap) throw this.broken();
      const nameFrom = at;
      for (; bytes[at] !== EQUALS && !isSpace(bytes[at]!); at++) {
        const byte = bytes[at]!;
        if (byte === 0) return this.end(at);
        if (byte === GREATER || byte === LESS || byte === SLASH) throw this.broken();
      }
      const nameTo = at;
      at = this.skipSpace(at);
      if (bytes[at] === 0) return this.end(at);
      if (bytes[at] !== EQUALS) throw this.broken();
      at++;
      at = this.skipSpace(at);
      const quote = bytes[at]!;
      if (quote === 0) return this.end(at);
      if (quote !== 0x22 && quote !== 0x27) throw this.broken();
      const valueFrom = ++at;
      for (; bytes[at] !== quote; at++) {
        if (bytes[at] === 0) return this.end(at);
        if (bytes[at] === LESS) throw this.broken();
      }
      places.push(nameFrom, nameTo, valueFrom, at);
      if (declaresNamespace(bytes, nameFrom, nameTo - nameFrom)) declares = true;
      at++;
    }
    if (declares) this.declare();
    return at;
  }

  private declare(): void {
    const prefixes = new Set(this.scopes.at(-1)!.prefixes);
    for (let n = 0; n < this.attributes.length; n += 4) {
      const [, xmlns, prefix = ''] = /^(xmlns)(?::(.*))?$/.exec(this.decode(this.attributes[n]!, this.attributes[n + 1]!)) ?? [];
      if (xmlns === undefined) continue;
      if (SPREADSHEET.some((uri) => uri === this.value(n))) prefixes.add(prefix);
      else prefixes.delete(prefix);
    }
    this.scopes.push({ depth: this.depth, prefixes });
    this.defaultOurs = prefixes.has('');
  }

  /** Whether the tag at hand is in the spreadsheet namespace. */
  protected get ours(): boolean {
    if (this.localFrom === this.nameFrom) return this.defaultOurs;
    return this.scopes.at(-1)!.prefixes.has(this.decode(this.nameFrom, this.localFrom - 1));
  }

  protected local(word: Uint8Array): boolean {
    if (this.nameTo - this.localFrom !== word.length) return false;
    for (let n = 0; n < word.length; n++) if (this.buffer[this.localFrom + n] !== word[n]) return false;
    return true;
  }

  /** "x:" or ''. */
  protected get prefix(): string {
    return this.decode(this.nameFrom, this.localFrom);
  }

  /** Index into {@link attributes} of an attribute without prefix, -1 where the tag has none. */
  protected attribute(name: string): number {
    const bytes = this.buffer;
    const { attributes: places } = this;
    next: for (let n = 0; n < places.length; n += 4) {
      const from = places[n]!;
      if (places[n + 1]! - from !== name.length) continue;
      for (let k = 0; k < name.length; k++) if (bytes[from + k] !== name.charCodeAt(k)) continue next;
      return n;
    }
    return -1;
  }

  /** An attribute's value, entities decoded. */
  protected value(n: number): string {
    return decodeLeniently(this.decode(this.attributes[n + 2]!, this.attributes[n + 3]!));
  }

  protected valueNamed(name: string): string | undefined {
    const n = this.attribute(name);
    return n < 0 ? undefined : this.value(n);
  }

  protected absolute(at: number): number {
    return this.base + at;
  }

  protected decode(from: number, to: number): string {
    const bytes = this.buffer;
    let text = '';
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte >= 0x80) return this.strictly(bytes.subarray(from, to));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  private strictly(bytes: Uint8Array): string {
    const text = this.utf8(bytes);
    if (text === undefined) throw refusal('broken-xml', words.brokenXml(this.part, words.why.notText));
    return text;
  }

  /** The character data collected since the last call. */
  protected takeText(): string {
    let text = '';
    for (const { bytes, literal } of this.pieces) {
      const piece = this.strictly(bytes);
      text += literal ? piece : decodeLeniently(piece);
    }
    this.pieces = [];
    return text;
  }

  protected broken(): Error {
    return refusal('broken-xml', words.brokenXml(this.part, words.why.notXml));
  }
}
