import { fileWords } from '../../ooxml/words';
import { SHEET_COLUMNS } from '../../core/sheet-limits';
import { refusal } from '../../core/refusal';
import { FrameReader, type MergeCount } from './biff-frames';
import {
  BOF,
  EOF,
  BOUND_SHEET,
  FILE_PASS,
  CODE_PAGE,
  DATE_1904,
  NUMBER,
  RK,
  MUL_RK,
  FORMULA,
  CELL_FORMAT_5,
  CELL_FORMAT,
  NUMBER_FORMAT,
  FONT,
  SHARED_TEXTS,
  CONTINUE,
  STRING,
  SHARED_TEXT_CELL,
  CELL,
  PASSED_OVER,
  WORKSHEET,
  GLOBALS,
  BIFF4_WORKBOOK,
  VERSION_BY_RECORD,
  VERSION_BY_NUMBER,
} from './biff-types';
import { leftBehindBy, type LeftBehind } from './left-behind';
import { OLD_FILE_LIMITS as LIMITS } from './limits';
import type { PlainSheet } from './plain-sheet';
import { NumberCells, rkNumber } from './number-cells';
import { readSharedTexts, type FontMarks, type Segment, type SharedTexts } from './shared-texts';
import { oldFileWords as words } from './words';

/** A long text goes on in so many records at most. */
const STRING_RECORDS = 8;

const STRUCK_OUT = 0x08;
const RAISED = 1;
const LOWERED = 2;
/** The fifth font is never listed, and numbers go on behind it. */
const UNLISTED_FONT = 4;

/** Code pages that stand for "ANSI" or for nothing: programs in China wrote them over GBK texts. */
const ANSI = new Set([0, 367, 1252, 0x8001]);
const GBK = 936;

/** A sheet but for its cells. */
export interface SheetFrame extends Pick<PlainSheet, 'state' | 'columns' | 'frames' | 'merges'> {
  /** Where it begins in the stream; the library hands sheets on in this order. */
  readonly start: number;
  readonly worksheet: boolean;
  readonly texts: readonly SharedTextCell[];
  readonly numbers: NumberCells;
}

/** A cell with a text of those that all sheets share. */
export interface SharedTextCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface BiffBook {
  /** The records that the library is to read; all others are marked to be passed over. */
  readonly stream: Uint8Array;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetFrame[];
  readonly leftBehind: ReadonlyMap<LeftBehind, number>;
  /** The number of its number format for each cell format. */
  readonly styles: readonly number[];
}

interface Substream {
  readonly start: number;
  readonly kind: number;
  readonly frame: FrameReader;
  /** Row, column and number of the text, one behind the other. */
  readonly textCells: number[];
  readonly numbers: NumberCells;
}

/**
 * Goes through the records of an old workbook before the library sees them: lengths, places and numbers are checked, and what is not wanted
 * (formulas' text, names, links, drawings, embedded charts) is taken from its sight, so that a hostile file finds fewer readers to attack.
 * Column widths, row heights, merged areas, the sheets' order, numbers and the texts that cells share are read here.
 * @param stream is changed
 * @throws ProblemError encrypted, truncated, xls-broken, xls-legacy, too-many-cells, outside-sheet
 */
export function prepareBiff(stream: Uint8Array): BiffBook {
  return new Preparation(stream).book();
}

class Preparation {
  private readonly view: DataView;
  private readonly substreams: Substream[] = [];
  private readonly bound: { readonly start: number; readonly state: PlainSheet['state']; readonly worksheet: boolean }[] = [];
  private readonly leftBehind = new Map<LeftBehind, number>();
  private version = 0;
  private guessed = false;
  private cells = 0;
  private objects = 0;
  private readonly styles: number[] = [];
  private cellFormats = 0;
  private numberFormats = 0;
  private readonly merges: MergeCount = { count: 0 };
  private readonly fonts: (FontMarks | undefined)[] = [];
  private readonly textSegments: Segment[] = [];
  /** What the records that continue the last one belong to, and how many there were. */
  private continued: 'texts' | 'string' | undefined;
  private continuations = 0;

  constructor(private readonly stream: Uint8Array) {
    this.view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  }

  book(): BiffBook {
    const { stream, leftBehind } = this;
    this.walk();
    const byStart = new Map(this.substreams.map((substream) => [substream.start, substream]));
    const bound = this.single
      ? this.substreams.map(({ start }) => ({ start, state: 'visible', worksheet: true }) as const)
      : this.bound.filter(({ start }) => byStart.has(start));
    const shared = this.sharedTexts();
    const sheets = bound.map(({ start, state, worksheet }): SheetFrame => {
      const { kind, frame, textCells, numbers } = byStart.get(start)!;
      const isWorksheet = worksheet && kind === WORKSHEET;
      if (!isWorksheet) this.found('other-sheets');
      return {
        start,
        state,
        worksheet: isWorksheet,
        ...frame.found,
        texts: this.textsOf(textCells, shared),
        numbers,
      };
    });
    if (new Set(sheets.map(({ start }) => start)).size < sheets.length || !sheets.some(({ worksheet }) => worksheet)) throw broken();
    return { stream, sheets, leftBehind, styles: this.styles };
  }

  /** Whether the stream is one sheet, without a workbook around it. */
  private get single(): boolean {
    return this.version < 5 || this.substreams[0]!.kind === WORKSHEET;
  }

  private sharedTexts(): SharedTexts {
    if (this.textSegments.length === 0) return { texts: [], marked: new Set() };
    return readSharedTexts(this.stream, this.textSegments, (font) => this.fonts[font > UNLISTED_FONT ? font - 1 : font]);
  }

  private textsOf(cells: readonly number[], { texts, marked }: SharedTexts): SharedTextCell[] {
    const found: SharedTextCell[] = [];
    for (let n = 0; n < cells.length; n += 3) {
      const number = cells[n + 2]!;
      const text = texts[number];
      if (text === undefined) throw broken();
      if (marked.has(number)) this.found('marks');
      found.push({ row: cells[n]!, column: cells[n + 1]!, text });
    }
    return found;
  }

  private walk(): void {
    const { view, stream } = this;
    let depth = 0;
    let at = 0;
    while (at + 4 <= stream.length) {
      const type = view.getUint16(at, true);
      const body = at + 4;
      const end = body + view.getUint16(at + 2, true);
      const begins = BOF.has(type);
      // Behind the last substream lies what fills up the sector.
      if (depth === 0 && !begins) break;
      if (end > stream.length) throw refusal('truncated', fileWords.truncated());
      if (begins) {
        if (++depth === 1) this.begin(at, type, body, end);
      }
      if (depth > 1) this.passOver(at);
      else if (!begins && type !== EOF) this.record(at, type, body, end);
      if (type === EOF) depth--;
      at = end;
    }
    if (depth > 0 || this.substreams.length === 0) throw refusal('truncated', fileWords.truncated());
    // Nothing that follows is the library's business.
    stream.fill(0, at);
  }

  private begin(at: number, type: number, body: number, end: number): void {
    if (end - body < 4) throw broken();
    const kind = this.view.getUint16(body + 2, true);
    if (this.version === 0) {
      const number = this.view.getUint16(body, true);
      // Programs of business systems write one sheet without saying the version.
      this.guessed = number === 0 && !VERSION_BY_RECORD.has(type);
      this.version = VERSION_BY_RECORD.get(type) ?? VERSION_BY_NUMBER.get(number) ?? (number === 0 && kind === WORKSHEET ? 2 : 8);
      if (this.version === 4 && (kind & BIFF4_WORKBOOK) !== 0) throw refusal('xls-legacy', fileWords.bareBiff());
      if (kind !== GLOBALS && kind !== WORKSHEET) throw refusal('xls-legacy', fileWords.bareBiff());
    }
    if (this.substreams.length > LIMITS.sheets) throw broken();
    this.substreams.push({ start: at, kind, frame: new FrameReader(this.version, this.merges), textCells: [], numbers: new NumberCells() });
  }

  private passOver(at: number): void {
    this.view.setUint16(at, PASSED_OVER, true);
  }

  private found(what: LeftBehind): void {
    this.leftBehind.set(what, (this.leftBehind.get(what) ?? 0) + 1);
  }

  private record(at: number, type: number, body: number, end: number): void {
    const substream = this.substreams.at(-1)!;
    const isSheet = this.single || this.substreams.length > 1;
    const isWorksheet = isSheet && substream.kind === WORKSHEET;
    if (type === FILE_PASS) throw refusal('encrypted', fileWords.encrypted());
    if (type === CONTINUE) return this.continuation(at, body, end);
    this.continued = undefined;
    if (isWorksheet && this.isNumber(type)) {
      this.numbers(substream.numbers, type, body, end);
      return this.passOver(at);
    }
    if (isWorksheet && this.isCell(type)) return this.cell(type, body, end);
    if (isWorksheet && STRING.has(type)) {
      this.continued = 'string';
      this.continuations = 0;
      return;
    }
    if (this.isFormat(type, body, end)) return;
    if (type === DATE_1904 && end - body >= 2) return;
    if (type === CODE_PAGE && this.version < 8) return this.codePage(body, end);
    if (type === BOUND_SHEET) return this.sheet(body, end);
    if (type === FONT) this.font(body, end);
    else if (type === SHARED_TEXTS && this.textSegments.length === 0) {
      this.textSegments.push({ start: body, end });
      this.continued = 'texts';
    } else if (type === SHARED_TEXT_CELL && isWorksheet) this.textCell(substream, body, end);
    else if (isSheet) substream.frame.read(type, this.view, body, end);
    const left = leftBehindBy(type, this.stream.subarray(body, end));
    if (left !== undefined) this.found(left);
    this.passOver(at);
  }

  private continuation(at: number, body: number, end: number): void {
    if (this.continued === 'texts') this.textSegments.push({ start: body, end });
    if (this.continued === 'string' && ++this.continuations <= STRING_RECORDS) return;
    this.passOver(at);
  }

  private isFormat(type: number, body: number, end: number): boolean {
    if (type === CELL_FORMAT_5) this.styles.push(end - body >= 4 ? this.view.getUint16(body + 2, true) : 0);
    if (CELL_FORMAT.has(type) && ++this.cellFormats > LIMITS.cellFormats) throw broken();
    if (NUMBER_FORMAT.has(type) && ++this.numberFormats > LIMITS.numberFormats) throw broken();
    return CELL_FORMAT.has(type) || NUMBER_FORMAT.has(type);
  }

  private font(body: number, end: number): void {
    if (end - body < 10) return;
    const struck = (this.view.getUint16(body + 2, true) & STRUCK_OUT) !== 0;
    const script = this.view.getUint16(body + 8, true);
    this.fonts.push(struck || script !== 0 ? { struck, raised: script === RAISED, lowered: script === LOWERED } : undefined);
  }

  private textCell({ textCells }: Substream, body: number, end: number): void {
    if (end - body < 10) throw broken();
    this.countCells(1, this.view.getUint16(body + 2, true));
    this.countObjects();
    textCells.push(this.view.getUint16(body, true), this.view.getUint16(body + 2, true), this.view.getUint32(body + 6, true));
  }

  /** Numbers of versions whose cell formats are read here too. */
  private isNumber(type: number): boolean {
    return this.version >= 5 && (type === NUMBER || type === RK || type === MUL_RK);
  }

  private isCell(type: number): boolean {
    return CELL.has(type) || FORMULA.has(type);
  }

  private codePage(body: number, end: number): void {
    if (end - body < 2) throw broken();
    if (ANSI.has(this.view.getUint16(body, true))) this.view.setUint16(body, GBK, true);
  }

  private sheet(body: number, end: number): void {
    if (end - body < 8) throw broken();
    if (this.bound.length > LIMITS.sheets) throw broken();
    const hidden = this.stream[body + 4]! & 3;
    this.bound.push({
      start: this.view.getUint32(body, true),
      state: hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'veryHidden',
      worksheet: this.stream[body + 5] === 0,
    });
  }

  private numbers(numbers: NumberCells, type: number, body: number, end: number): void {
    const { view } = this;
    const size = end - body;
    if (size < (type === NUMBER ? 14 : 10)) throw broken();
    const row = view.getUint16(body, true);
    const first = view.getUint16(body + 2, true);
    const count = type === MUL_RK ? (size - 6) / 6 : 1;
    if (!Number.isInteger(count)) throw broken();
    this.countCells(count, first + count - 1);
    for (let n = 0; n < count; n++) {
      const at = body + 4 + 6 * n;
      const value = type === NUMBER ? view.getFloat64(at + 2, true) : rkNumber(view.getInt32(at + 2, true));
      if (Number.isFinite(value)) numbers.push(row, first + n, view.getUint16(at, true), value);
    }
  }

  private cell(type: number, body: number, end: number): void {
    if (end - body < 6) throw broken();
    this.countCells(1, this.view.getUint16(body + 2, true));
    this.countObjects();
    if (FORMULA.has(type)) this.formula(body, end);
  }

  private countCells(count: number, lastColumn: number): void {
    this.cells += count;
    if (lastColumn >= SHEET_COLUMNS) throw broken();
    if (this.cells > LIMITS.cells) throw refusal('too-many-cells', words.tooManyCells(LIMITS.cells));
  }

  private countObjects(): void {
    if (++this.objects > LIMITS.objects) throw refusal('too-many-cells', words.tooManyTexts(LIMITS.objects));
  }

  /** The value stays; the formula's own words are declared to have no length. */
  private formula(body: number, end: number): void {
    this.found('formulas');
    const length = body + (this.version >= 5 ? 20 : 16);
    // In a sheet that does not say its version formulas cannot be told apart.
    if (this.guessed) throw refusal('xls-legacy', fileWords.bareBiff());
    const wide = this.version === 2 ? 1 : 2;
    if (length + wide > end) throw broken();
    if (wide === 1) this.stream[length] = 0;
    else this.view.setUint16(length, this.version === 8 ? 0xffff : 0, true);
  }
}

const broken = (): Error => refusal('xls-broken', words.broken());
