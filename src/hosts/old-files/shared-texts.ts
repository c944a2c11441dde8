import { refusal } from '../../core/refusal';
import { asSeen } from '../../ooxml/sheet/shared-strings';
import { oldFileWords as words } from './words';

/** Part of the stream: the bytes of one record without its head. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** How the characters of a font stand beside ordinary ones. */
export interface FontMarks {
  readonly raised: boolean;
  readonly lowered: boolean;
  readonly struck: boolean;
}

export interface SharedTexts {
  /** As they are seen: raised digits are ⁴⁰⁰ and struck ones bear a stroke, so that nobody takes them for a number. */
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
 * @param marksOf the marks of a font, by its number; undefined where it has none
 */
export function readSharedTexts(
  stream: Uint8Array,
  segments: readonly Segment[],
  marksOf: (font: number) => FontMarks | undefined,
): SharedTexts {
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
    const seen: Run[] = [];
    for (let n = 0; n < runs; n++) {
      // Places only grow: a hostile file could repeat a text once a run.
      const at = Math.max(seen.at(-1)?.at ?? 0, reader.number(RUN_PART));
      const marks = marksOf(reader.number(RUN_PART));
      if (marks) marked.add(texts.length);
      // Two runs on end that stand alike are one; a text without marks needs no cutting.
      if (marks !== seen.at(-1)?.marks) seen.push({ at, marks });
    }
    reader.skip(phonetic);
    texts.push(marked.has(texts.length) ? asRunsAreSeen(text, seen) : text);
  }
  return { texts, marked };
}

/** Characters from a place on, up to the next run. */
interface Run {
  readonly at: number;
  readonly marks: FontMarks | undefined;
}

function asRunsAreSeen(text: string, runs: readonly Run[]): string {
  const pieces = runs.map(({ at, marks }, n) => {
    const piece = text.slice(at, runs[n + 1]?.at);
    return marks ? asSeen(piece, marks.raised, marks.struck) : piece;
  });
  return text.slice(0, runs[0]?.at) + pieces.join('');
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
