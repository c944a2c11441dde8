import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';
import { refusal } from '../../core/refusal';
import { LIMITS } from '../../ooxml/limits';
import { OLD_FILE_LIMITS } from './limits';
import { oldFileWords as words } from './words';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Where the reader stands: at the start of a field, within one, within quotes, or behind a quote that may be doubled. */
type Standing = 'start' | 'plain' | 'quoted' | 'behind-quote';

/**
 * Lines of fields from a text with delimiters (RFC 4180; a quote within a field that does not begin with one is an ordinary sign). Quotes
 * that do not close are refused: the rest of the file would become one cell.
 * @param pieces the text, cut anywhere
 * @throws ProblemError csv-quote, too-many-cells, long-text
 */
export function* csvRows(pieces: Iterable<string>, delimiter: string): Generator<readonly string[], void, undefined> {
  const reader = new CsvReader(delimiter.charCodeAt(0));
  for (const piece of pieces) yield* reader.take(piece);
  yield* reader.end();
}

class CsvReader {
  private standing: Standing = 'start';
  private fields: string[] = [];
  /** What of the field stood in earlier pieces, or before a doubled quote. */
  private kept = '';
  private afterReturn = false;
  /** Line of the text, from 1; a field in quotes may hold several. */
  private line = 1;
  private quoteLine = 1;
  private rows = 0;
  private cells = 0;

  constructor(private readonly delimiter: number) {}

  *take(piece: string): Generator<readonly string[], void, undefined> {
    let from = 0;
    for (let n = 0; n < piece.length; n++) {
      const code = piece.charCodeAt(n);
      const followsReturn = this.afterReturn;
      this.afterReturn = code === RETURN;
      if ((code === LINE_FEED && !followsReturn) || code === RETURN) this.line++;
      if (this.standing === 'quoted') {
        if (code !== QUOTE) continue;
        this.keep(piece, from, n);
        this.standing = 'behind-quote';
        from = n + 1;
      } else if (code === QUOTE && this.standing === 'start') {
        this.standing = 'quoted';
        this.quoteLine = this.line;
        from = n + 1;
      } else if (code === QUOTE && this.standing === 'behind-quote') {
        this.kept += '"';
        this.standing = 'quoted';
        from = n + 1;
      } else if (code === LINE_FEED && followsReturn) from = n + 1;
      else if (code === this.delimiter || code === LINE_FEED || code === RETURN) {
        if (this.standing !== 'behind-quote') this.keep(piece, from, n);
        this.field();
        from = n + 1;
        if (code !== this.delimiter) yield this.row();
      } else if (this.standing === 'behind-quote') {
        if (code !== 0x20) throw refusal('csv-quote', words.strayQuote(this.line));
        from = n + 1;
      } else this.standing = 'plain';
    }
    if (this.standing !== 'behind-quote') this.keep(piece, from, piece.length);
  }

  *end(): Generator<readonly string[], void, undefined> {
    if (this.standing === 'quoted') throw refusal('csv-quote', words.openQuote(this.quoteLine));
    if (this.standing === 'start' && this.fields.length === 0) return;
    this.field();
    yield this.row();
  }

  private keep(piece: string, from: number, to: number): void {
    if (to > from) this.kept += piece.slice(from, to);
    if (this.kept.length > LIMITS.text) throw refusal('long-text', words.longField(this.line));
  }

  private field(): void {
    if (this.fields.length === SHEET_COLUMNS) throw refusal('too-many-cells', words.tooManyColumns(this.line, SHEET_COLUMNS));
    if (this.kept !== '' && ++this.cells > OLD_FILE_LIMITS.cells)
      throw refusal('too-many-cells', words.tooManyCells(OLD_FILE_LIMITS.cells));
    this.fields.push(this.kept);
    this.kept = '';
    this.standing = 'start';
  }

  private row(): readonly string[] {
    if (++this.rows > SHEET_ROWS) throw refusal('too-many-cells', words.tooManyRows(SHEET_ROWS));
    const { fields } = this;
    this.fields = [];
    return fields;
  }
}
