import { parseCellName } from '../../core/cell';
import { refusal } from '../../core/refusal';
import { checkPlace } from '../sheet/cell-value';
import { fileWords as words } from '../words';
import { bytesOf } from '../xml/byte-window';
import { TagScanner } from '../xml/tag-scanner';
import { decodeCellText } from '../xml/xml-text';
import { refuseParts } from './array-parts';
import { typedMarkup, valueMarkup } from './cell-markup';
import type { CellStyles } from './cell-styles';
import type { EditedCell, EditedRow, EditedRows } from './edited-rows';
import { CellInsertion, type PlacedValue } from './insert-cells';
import { SharedFormulas, type Master, type Sharing } from './shared-formulas';
import type { Splice } from './splice';

const DIMENSION = bytesOf('dimension');
const COLS = bytesOf('cols');
const COL = bytesOf('col');
const SHEET_DATA = bytesOf('sheetData');
const ROW = bytesOf('row');
const CELL = bytesOf('c');
const VALUE = bytesOf('v');
const INLINE = bytesOf('is');
const FORMULA = bytesOf('f');

/**
 * Reads a worksheet once and finds out what has to be changed where, so that the part can then be copied with these changes and
 * nothing else. Rows and cells may be out of order, without addresses, or given twice: each cell at an edited place is changed.
 */
export class SheetPatch extends TagScanner {
  /** Whether the sheet has any formula. */
  formulas = false;
  private readonly splices: Splice[] = [];
  private dimension: PlacedValue | undefined;
  private readonly columnStyles: { readonly first: number; readonly last: number; readonly style: number }[] = [];
  private readonly shared = new SharedFormulas();
  private inCols = false;
  private inData = false;
  private inRow = false;
  private inCell = false;
  /** Behind the '>' of a <sheetData/>, -1 where it has a closing tag. */
  private emptyData = -1;
  private dataPrefix: string | undefined;
  private row = -1;
  private column = 0;
  private edited: EditedRow | undefined;
  // The cell at hand.
  private cell: EditedCell | undefined;
  private cellRow = 0;
  private cellColumn = 0;
  private cellStart = 0;
  private cellOpenEnd = 0;
  private cellTag = '';
  private cellPrefix = '';
  private cellStyle = 0;
  private contentStart = 0;
  private readonly values: [start: number, end: number][] = [];
  private formulaEnd = -1;
  private inFormula = false;
  private inValue = false;
  private master: Master | undefined;
  private sharing: Omit<Sharing, 'end'> | undefined;

  constructor(
    part: string,
    private readonly sheet: string,
    private readonly edits: EditedRows,
    private readonly styles: CellStyles,
  ) {
    super(part);
  }

  protected opened(): void {
    switch (this.depth) {
      case 1:
        if (this.ours) this.openSection();
        return;
      case 2:
        if (this.inData && this.local(ROW) && this.ours) this.openRow();
        else if (this.inCols && this.local(COL) && this.ours) this.columnStyle();
        return;
      case 3:
        if (this.inRow && this.local(CELL) && this.ours) this.openCell();
        return;
      case 4:
        if (this.inCell && this.ours) this.openContent();
    }
  }

  private openSection(): void {
    if (this.local(SHEET_DATA)) {
      this.inData = true;
      this.emptyData = this.selfClosing ? this.absEnd : -1;
      this.dataPrefix = this.prefix;
    } else if (this.local(COLS)) this.inCols = true;
    else if (this.local(DIMENSION)) this.dimension = this.placed('ref');
  }

  private placed(name: string): PlacedValue | undefined {
    const n = this.attribute(name);
    return n < 0
      ? undefined
      : { from: this.absolute(this.attributes[n + 2]!), to: this.absolute(this.attributes[n + 3]!), value: this.value(n) };
  }

  private columnStyle(): void {
    const style = styleNumber(this.valueNamed('style'));
    if (style > 0) this.columnStyles.push({ first: Number(this.valueNamed('min')) - 1, last: Number(this.valueNamed('max')) - 1, style });
  }

  private openRow(): void {
    const r = this.attribute('r');
    const row = r < 0 ? this.row + 1 : /^\s*\d{1,9}\s*$/.test(this.value(r)) ? Number(this.value(r)) - 1 : -1;
    checkPlace(this.sheet, row, 0);
    this.row = row;
    this.column = 0;
    this.inRow = true;
    this.edited = this.edits.meet(row, this.absStart);
    if (!this.edited) return;
    const { edited } = this;
    edited.found = true;
    edited.openEnd = this.absEnd;
    edited.selfClosing = this.selfClosing;
    edited.name = this.decode(this.nameFrom, this.nameTo);
    edited.style = isTrue(this.valueNamed('customFormat')) ? styleNumber(this.valueNamed('s')) : undefined;
    edited.spans = this.placed('spans');
    edited.reopen();
  }

  private openCell(): void {
    this.inCell = true;
    this.place();
    this.column = this.cellColumn + 1;
    this.values.length = 0;
    this.formulaEnd = -1;
    // A cell may name another row than the one that it stands in.
    this.cell =
      this.cellRow === this.row ? this.edited?.meet(this.cellColumn, this.absStart) : this.edits.row(this.cellRow)?.find(this.cellColumn);
    if (!this.cell) return;
    this.cellStart = this.absStart;
    this.cellOpenEnd = this.absEnd;
    this.contentStart = this.absEnd;
    this.cellPrefix = this.prefix;
    this.cellStyle = styleNumber(this.valueNamed('s'));
    this.cellTag = this.keptTag(this.cell.edit.kind === 'result');
  }

  /** Where the cell at hand lies, by its address or by its neighbours. */
  private place(): void {
    this.cellRow = this.row;
    this.cellColumn = this.column;
    const r = this.attribute('r');
    if (r >= 0 && !this.plainAddress(this.attributes[r + 2]!, this.attributes[r + 3]!)) {
      const place = parseCellName(this.value(r).trim());
      if (!place) throw refusal('outside-sheet', words.outsideSheet(this.sheet, this.value(r).slice(0, 40)), { sheet: this.sheet });
      this.cellRow = place.row;
      this.cellColumn = place.column;
    }
    checkPlace(this.sheet, this.cellRow, this.cellColumn);
  }

  /** Capital letters and digits, as programs write them; no string is made of so many addresses. */
  private plainAddress(from: number, to: number): boolean {
    const bytes = this.buffer;
    let at = from;
    let column = 0;
    for (; at < to && bytes[at]! >= 0x41 && bytes[at]! <= 0x5a; at++) column = column * 26 + bytes[at]! - 64;
    if (at === from || at - from > 3 || at === to || to - at > 7) return false;
    let row = 0;
    for (; at < to; at++) {
      const digit = bytes[at]! - 0x30;
      if (digit < 0 || digit > 9) return false;
      row = row * 10 + digit;
    }
    this.cellRow = row - 1;
    this.cellColumn = column - 1;
    return true;
  }

  /** The opening tag up to its attributes that stay; t and s are written anew. Metadata belongs to what a formula gave before. */
  private keptTag(result: boolean): string {
    let tag = `<${this.decode(this.nameFrom, this.nameTo)}`;
    for (let n = 0; n < this.attributes.length; n += 4) {
      const name = this.decode(this.attributes[n]!, this.attributes[n + 1]!);
      if (name === 's' || name === 't' || (!result && (name === 'cm' || name === 'vm'))) continue;
      tag += ` ${name}=${this.decode(this.attributes[n + 2]! - 1, this.attributes[n + 3]! + 1)}`;
    }
    return tag;
  }

  private openContent(): void {
    if (this.local(FORMULA)) this.openFormula();
    else if (this.local(VALUE) || this.local(INLINE)) {
      this.inValue = true;
      this.contentStart = this.absStart;
    }
  }

  private openFormula(): void {
    this.formulas = true;
    this.inFormula = true;
    this.master = this.sharing = undefined;
    const type = this.attribute('t');
    if (type < 0) return;
    const ref = this.valueNamed('ref');
    switch (this.value(type)) {
      case 'array':
      case 'dataTable':
        if (ref !== undefined) refuseParts(this.sheet, this.edits, ref);
        return;
      case 'shared':
        if (ref === undefined) this.shares();
        else this.isShared();
    }
  }

  /** Whether the cell's formula is replaced by what a person typed. */
  private get replaced(): boolean {
    return this.cell !== undefined && this.cell.edit.kind !== 'result';
  }

  private isShared(): void {
    this.master = this.shared.open(this.valueNamed('si') ?? '', this.cellRow, this.cellColumn, this.replaced);
    this.collecting = this.master.lost;
  }

  private shares(): void {
    if (this.replaced) return;
    const id = this.valueNamed('si') ?? '';
    if (this.shared.keeps(id)) return;
    let attributes = '';
    for (let n = 0; n < this.attributes.length; n += 4) {
      const name = this.decode(this.attributes[n]!, this.attributes[n + 1]!);
      if (name !== 't' && name !== 'si') attributes += ` ${name}=${this.decode(this.attributes[n + 2]! - 1, this.attributes[n + 3]! + 1)}`;
    }
    this.sharing = { id, row: this.cellRow, column: this.cellColumn, start: this.absStart, prefix: this.prefix, attributes };
  }

  protected closed(start: number): void {
    switch (this.depth) {
      case 1:
        if (this.inData) this.edits.close(start);
        this.inData = this.inCols = false;
        return;
      case 2:
        if (this.inRow) this.edited?.close(start);
        this.inRow = false;
        return;
      case 3:
        if (this.inCell) this.closeCell();
        this.inCell = false;
        return;
      case 4:
        if (this.inFormula) this.closeFormula();
        else if (this.inValue) this.values.push([this.contentStart, this.absEnd]);
        this.inFormula = this.inValue = false;
    }
  }

  private closeFormula(): void {
    this.formulaEnd = this.absEnd;
    const { master, sharing } = this;
    if (master) this.shared.close(master, this.collecting ? decodeCellText(this.takeText()) : undefined);
    else if (sharing) this.shared.share({ ...sharing, end: this.absEnd });
    this.collecting = false;
    this.master = this.sharing = undefined;
  }

  private closeCell(): void {
    const { cell } = this;
    if (!cell) return;
    this.cell = undefined;
    const { edit } = cell;
    if (edit.kind === 'result' && this.formulaEnd < 0) return;
    const style = this.styles.choose(this.cellStyle, edit);
    const s = style === 0 && this.cellStyle === 0 ? '' : ` s="${style}"`;
    const shift = this.styles.shift(style);
    if (edit.kind !== 'result') {
      const { type, content } = typedMarkup(edit, this.cellPrefix, shift);
      const end = content === '' ? '/>' : `>${content}</${this.cellPrefix}c>`;
      this.splices.push({ start: this.cellStart, end: this.absEnd, text: `${this.cellTag}${s}${type}${end}` });
      return;
    }
    const { type, content } = valueMarkup(edit.value, this.cellPrefix, shift, true);
    this.splices.push({ start: this.cellStart, end: this.cellOpenEnd, text: `${this.cellTag}${s}${type}>` });
    this.values.forEach(([from, to], n) => this.splices.push({ start: from, end: to, text: n === 0 ? content : '' }));
    if (this.values.length === 0 && content !== '') this.splices.push({ start: this.formulaEnd, end: this.formulaEnd, text: content });
  }

  /** Everything to be changed, in the order of the part. */
  changes(): Splice[] {
    this.finish();
    if (this.dataPrefix === undefined) throw refusal('missing-sheet', words.missingSheet(this.sheet), { sheet: this.sheet });
    const { dataPrefix: prefix, emptyData, dimension, columnStyles } = this;
    const inserted = new CellInsertion(this.edits, this.styles, { prefix, emptyData, dimension, columnStyles }).all();
    // Array.prototype.sort is stable: what is inserted at one place stays in order, before what is replaced there.
    return [...this.splices, ...this.shared.splices, ...inserted].sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

function styleNumber(value: string | undefined): number {
  return value !== undefined && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : 0;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
