import type { SaxesTagNS } from 'saxes';
import { parseCellName } from '../../core/cell';
import { fileWords as words } from '../words';
import type { CellSink, FormulaBond } from './cell-sink';
import { rowFormat } from './cell-sink';
import { checkPlace, takeCell } from './cell-value';
import { parseArea } from './areas';
import { LIMITS } from '../limits';
import { SPREADSHEET } from '../xml/namespaces';
import { refusal } from '../../core/refusal';
import type { BookReader } from './scan-part';
import { RichText } from './shared-strings';
import { decodeCellText } from '../xml/xml-text';
import type { XmlEvents } from '../xml/xml-reader';
import { XmlReader } from '../xml/xml-reader';

/**
 * Reads a worksheet by the book: any prefix, CDATA, comments, rich inline texts, cells without addresses. The fast scanner leaves
 * to it what stands around the rows, and whole sheets that are written in an unusual way.
 */
export class SheetXml implements BookReader {
  state: 'before' | 'inside' | 'after' = 'before';
  prefix = '';
  private readonly reader: XmlReader;
  private readonly rich = new RichText();
  private inMerges = false;
  private row = -1;
  private column = 0;
  private inCell = false;
  private place = { row: -1, column: -1 };
  private style = 0;
  private type = 'n';
  private value: string | undefined;
  private formula: string | undefined;
  private bond: FormulaBond | undefined;
  private collecting: 'v' | 'f' | 'is' | undefined;

  /** @param around told what stands around the rows */
  constructor(
    part: string,
    private readonly sheet: string,
    private readonly sink: CellSink,
    private readonly sharedTexts: number,
    private readonly around?: XmlEvents,
  ) {
    this.reader = new XmlReader(part, {
      open: (tag, depth) => this.open(tag, depth),
      close: (tag, depth) => this.close(tag, depth),
      text: (piece) => this.text(piece),
    });
  }

  write(text: string): void {
    this.reader.write(text);
  }

  finish(): void {
    this.reader.close();
  }

  private open(tag: SaxesTagNS, depth: number): void {
    if (this.state !== 'inside') this.around?.open(tag, depth);
    if (!SPREADSHEET.includes(tag.uri as (typeof SPREADSHEET)[number])) return;
    if (depth === 1) {
      this.inMerges = tag.local === 'mergeCells';
      if (tag.local === 'sheetData') {
        this.state = 'inside';
        this.prefix = tag.prefix === '' ? '' : `${tag.prefix}:`;
      }
    } else if (this.inMerges && depth === 2 && tag.local === 'mergeCell') this.merge(attribute(tag, 'ref') ?? '');
    else if (this.state !== 'inside') return;
    else if (depth === 2 && tag.local === 'row') this.openRow(tag);
    else if (depth === 3 && tag.local === 'c') this.openCell(tag);
    else if (depth === 4 && this.inCell) this.openContent(tag);
    else if (depth > 4 && this.collecting === 'is') this.rich.open(tag.local, attribute(tag, 'val'));
  }

  private openRow(tag: SaxesTagNS): void {
    const r = attribute(tag, 'r');
    if (r !== undefined && !/^\s*\d{1,9}\s*$/.test(r)) throw this.outside(r);
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = 0;
    checkPlace(this.sheet, this.row, 0);
    this.sink.row?.(
      this.row,
      rowFormat((name) => attribute(tag, name)),
    );
  }

  private openCell(tag: SaxesTagNS): void {
    const r = attribute(tag, 'r');
    const place = r === undefined ? { row: this.row, column: this.column } : parseCellName(r.trim());
    if (!place) throw this.outside(r ?? '');
    this.place = place;
    this.column = place.column + 1;
    this.style = Number(attribute(tag, 's') ?? 0);
    this.type = attribute(tag, 't') ?? 'n';
    this.value = undefined;
    this.formula = undefined;
    this.bond = undefined;
    this.inCell = true;
  }

  private openContent(tag: SaxesTagNS): void {
    const { local } = tag;
    if (local === 'v') this.value = '';
    else if (local === 'f') {
      this.formula = '';
      if (this.sink.row) this.bond = { type: attribute(tag, 't') ?? 'normal', shared: attribute(tag, 'si'), range: attribute(tag, 'ref') };
    } else if (local === 'is') this.rich.begin();
    else return;
    this.collecting = local;
  }

  private text(piece: string): void {
    if (this.state !== 'inside') this.around?.text?.(piece);
    if (this.collecting === undefined) return;
    let length: number;
    if (this.collecting === 'is') length = this.rich.add(piece);
    else if (this.collecting === 'v') length = (this.value = (this.value ?? '') + piece).length;
    else length = (this.formula = (this.formula ?? '') + piece).length;
    if (length > LIMITS.text) throw refusal('long-text', words.longText(this.sheet), { sheet: this.sheet });
  }

  private close(tag: SaxesTagNS, depth: number): void {
    const { local, uri } = tag;
    const ours = SPREADSHEET.includes(uri as (typeof SPREADSHEET)[number]);
    if (ours && depth === 1 && local === 'sheetData') this.state = 'after';
    if (this.state !== 'inside') this.around?.close(tag, depth);
    if (!ours) return;
    if (depth === 1) {
      this.inMerges = false;
    } else if (depth === 3 && this.inCell) this.closeCell();
    else if (depth === 4 && this.collecting !== undefined) {
      if (this.collecting === 'is') this.value = this.rich.end();
      this.collecting = undefined;
    } else if (depth > 4 && this.collecting === 'is') this.rich.close(local);
  }

  private closeCell(): void {
    this.inCell = false;
    const value = this.type === 'str' && this.value !== undefined ? decodeCellText(this.value) : this.value;
    const formula = this.formula && decodeCellText(this.formula);
    takeCell(this.sheet, this.sink, this.sharedTexts, {
      ...this.place,
      style: this.style,
      type: this.type,
      value,
      formula,
      bond: this.bond,
    });
  }

  private merge(ref: string): void {
    const area = parseArea(ref.trim());
    if (area) {
      this.sink.merge(area);
      return;
    }
    for (const end of ref.split(':').map(parseCellName)) if (end) checkPlace(this.sheet, end.row, end.column);
    throw refusal('bad-merge', words.badMerge(this.sheet, ref), { sheet: this.sheet });
  }

  private outside(where: string): Error {
    return refusal('outside-sheet', words.outsideSheet(this.sheet, where.slice(0, 40)), { sheet: this.sheet });
  }
}

function attribute(tag: SaxesTagNS, name: string): string | undefined {
  return tag.attributes[name]?.value;
}
