import { refusal } from '../../core/refusal';
import { oldFileWords as words } from './words';

/** Part of the stream: the bytes of one record without its head. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

export interface SharedTexts {
  readonly texts: readonly string[];
  /** Numbers of the texts of which a part is raised, lowered or struck out. */
  readonly marked: ReadonlySet<number>;
}

const WIDE = 0x01;
const PHONETIC = 0x04;
const RICH = 0x08;
/** A run of like characters: where it begins, and its font. */
const RUN_PART = 2;

/**
 * The texts that cells name by number ([MS-XLS] 2.4.265), which go on over continued records. Read here and not by the library, which
 * compares the place of each character with the place of every continued record: twice the texts would take four times as long.
 * @param segments the record and those that continue it
 * @param isMark whether a font, by its number, is one of raised, lowered or struck out text
 */
export function readSharedTexts(stream: Uint8Array, segments: readonly Segment[], isMark: (font: number) => boolean): SharedTexts {
  const reader = new SegmentReader(stream, segments);
  reader.skip(4);
  const count = reader.number(4);
  const texts: string[] = [];
  const marked = new Set<number>();
  while (texts.length < count && reader.more()) {
    const length = reader.number(2);
    const flags = reader.number(1);
    const runs = (flags & RICH) === 0 ? 0 : reader.number(2);
    const phonetic = (flags & PHONETIC) === 0 ? 0 : reader.number(4);
    const text = reader.text(length, (flags & WIDE) !== 0);
    for (let n = 0; n < runs; n++) {
      reader.skip(RUN_PART);
      if (isMark(reader.number(RUN_PART))) marked.add(texts.length);
    }
    reader.skip(phonetic);
    texts.push(text);
  }
  return { texts, marked };
}

class SegmentReader {
  private n = 0;
  private at: number;

  constructor(
    private readonly stream: Uint8Array,
    private readonly segments: readonly Segment[],
  ) {
    this.at = segments[0]!.start;
  }

  /** Whether a byte is left; goes on to the segment that has it. */
  more(): boolean {
    while (this.n < this.segments.length && this.at >= this.segments[this.n]!.end) {
      this.n++;
      this.at = this.segments[this.n]?.start ?? 0;
    }
    return this.n < this.segments.length;
  }

  private byte(): number {
    if (!this.more()) throw broken();
    return this.stream[this.at++]!;
  }

  number(size: 1 | 2 | 4): number {
    let value = 0;
    for (let n = 0; n < size; n++) value += this.byte() * 2 ** (8 * n);
    return value;
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      if (!this.more()) throw broken();
      const taken = Math.min(left, this.segments[this.n]!.end - this.at);
      this.at += taken;
      left -= taken;
    }
  }

  /** Characters; where they go on in the next record, its first byte says whether they are wide there. */
  text(length: number, wideAtFirst: boolean): string {
    let wide = wideAtFirst;
    const pieces: string[] = [];
    for (let left = length; left > 0;) {
      const room = (this.segments[this.n]?.end ?? 0) - this.at;
      const taken = Math.min(left, wide ? room >> 1 : room);
      pieces.push(this.piece(taken, wide));
      left -= taken;
      if (left === 0) break;
      this.at = this.segments[this.n]?.end ?? 0;
      wide = (this.byte() & WIDE) !== 0;
    }
    return pieces.join('');
  }

  private piece(length: number, wide: boolean): string {
    const { stream, at } = this;
    let text = '';
    for (let n = 0; n < length; n++)
      text += String.fromCharCode(wide ? stream[at + 2 * n]! | (stream[at + 2 * n + 1]! << 8) : stream[at + n]!);
    this.at += wide ? 2 * length : length;
    return text;
  }
}

const broken = (): Error => refusal('xls-broken', words.broken());
