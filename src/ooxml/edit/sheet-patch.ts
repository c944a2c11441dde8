import type { Area } from '../../core/cell';
import { cellName, parseCellName } from '../../core/cell';
import { fileWords as words } from '../words';
import { checkPlace } from '../sheet/cell-value';
import { SHEET_COLUMNS } from '../../core/sheet-limits';
import { SharedFormula } from '../formula/formula-shift';
import { refusal } from '../../core/refusal';
import { decodeCellText } from '../xml/xml-text';
import type { CellEdit } from './cell-edit';
import { formulaMarkup, typedMarkup, valueMarkup } from './cell-markup';
import type { CellStyles } from './cell-styles';
import type { EditedCell, EditedRow, EditedRows } from './edited-rows';
import { TagScanner } from '../xml/tag-scanner';

/** One change of a part: what stands between two places (in bytes of its UTF-8 form) becomes `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const bytesOf = (word: string): Uint8Array => new TextEncoder().encode(word);
const DIMENSION = bytesOf('dimension');
const COLS = bytesOf('cols');
const COL = bytesOf('col');
const SHEET_DATA = bytesOf('sheetData');
const ROW = bytesOf('row');
const CELL = bytesOf('c');
const VALUE = bytesOf('v');
const INLINE = bytesOf('is');
const FORMULA = bytesOf('f');

/** A formula that other cells share. */
interface Shared {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  /** Known once the formula's element has been read, and only where others lose it. */
  formula: SharedFormula | undefined;
  /** Whether its cell is edited, so that the others lose it. */
  readonly lost: boolean;
}

/** A cell that shares another cell's formula. */
interface Sharing {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly prefix: string;
  readonly attributes: string;
  end: number;
}

/**
 * Reads a worksheet once and finds out what has to be changed where, so that the part can then be copied with these changes and
 * nothing else. Rows and cells may be out of order, without addresses, or given twice: each cell at an edited place is changed.
 */
export class SheetPatch extends TagScanner {
  /** Whether the sheet has any formula. */
  formulas = false;
  private readonly splices: Splice[] = [];
  private dimension: { readonly from: number; readonly to: number; readonly value: string } | undefined;
  private readonly columnStyles: { readonly first: number; readonly last: number; readonly style: number }[] = [];
  private readonly shared = new Map<string, Shared>();
  private readonly waiting = new Map<string, Sharing[]>();
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
  private master: Shared | undefined;
  private sharing: Sharing | undefined;

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

  private placed(name: string): { from: number; to: number; value: string } | undefined {
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
        if (ref !== undefined) this.refuseParts(ref);
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
    const id = this.valueNamed('si') ?? '';
    this.master = { id, row: this.cellRow, column: this.cellColumn, formula: undefined, lost: this.replaced };
    this.collecting = this.master.lost;
    this.shared.set(id, this.master);
  }

  private shares(): void {
    if (this.replaced) return;
    const id = this.valueNamed('si') ?? '';
    const known = this.shared.get(id);
    if (known && !known.lost) return;
    let attributes = '';
    for (let n = 0; n < this.attributes.length; n += 4) {
      const name = this.decode(this.attributes[n]!, this.attributes[n + 1]!);
      if (name !== 't' && name !== 'si') attributes += ` ${name}=${this.decode(this.attributes[n + 2]! - 1, this.attributes[n + 3]! + 1)}`;
    }
    this.sharing = { id, row: this.cellRow, column: this.cellColumn, start: this.absStart, end: -1, prefix: this.prefix, attributes };
  }

  /** Excel lets nobody change a part of an array or of a data table, but all of it at once. */
  private refuseParts(ref: string): void {
    const area = areaOf(ref);
    if (!area) return;
    const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    let first: CellEdit | undefined;
    let typed = 0;
    for (const edit of size > 1 ? this.edits.inside(area) : []) {
      if (edit.kind === 'result') continue;
      first ??= edit;
      typed++;
    }
    if (!first || typed === size) return;
    const cell = cellName(first.row, first.column);
    throw refusal('array-part', words.arrayPart(this.sheet, cell, ref), { sheet: this.sheet, cell });
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
    if (master) {
      if (this.collecting) master.formula = new SharedFormula(decodeCellText(this.takeText()), master.row, master.column);
      this.collecting = false;
      if (master.lost) for (const cell of this.waiting.get(master.id) ?? []) this.expand(cell, master);
      this.waiting.delete(master.id);
    } else if (sharing) {
      sharing.end = this.absEnd;
      const shared = this.shared.get(sharing.id);
      if (shared) this.expand(sharing, shared);
      else {
        const cells = this.waiting.get(sharing.id);
        if (cells) cells.push(sharing);
        else this.waiting.set(sharing.id, [sharing]);
      }
    }
    this.master = this.sharing = undefined;
  }

  /** Gives a cell the formula that it shared as its own. */
  private expand({ row, column, start, end, prefix, attributes }: Sharing, { formula }: Shared): void {
    if (formula && formula.text !== '') this.splices.push({ start, end, text: formulaMarkup(formula.at(row, column), prefix, attributes) });
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
    this.insertCells(this.dataPrefix);
    // Array.prototype.sort is stable: what is inserted at one place stays in order, before what is replaced there.
    return this.splices.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  private insertCells(prefix: string): void {
    const added = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
    const newRows = new Map<number, string>();
    for (const row of this.edits.rows) {
      const missing = row.cells.filter(
        ({ found, edit }) => !found && (edit.kind === 'formula' || (edit.kind === 'value' && edit.value !== null)),
      );
      if (missing.length === 0) continue;
      const [left, right] = [missing[0]!.edit.column, missing.at(-1)!.edit.column];
      added.top = Math.min(added.top, row.row);
      added.bottom = Math.max(added.bottom, row.row);
      added.left = Math.min(added.left, left);
      added.right = Math.max(added.right, right);
      if (!row.found) {
        const cells = missing.map(({ edit }) => this.newCell(row, edit, prefix)).join('');
        newRows.set(row.before, `${newRows.get(row.before) ?? ''}<${prefix}row r="${row.row + 1}">${cells}</${prefix}row>`);
        continue;
      }
      const own = row.name.slice(0, row.name.indexOf(':') + 1);
      if (row.selfClosing)
        this.splices.push(reopened(row.openEnd, row.name, missing.map(({ edit }) => this.newCell(row, edit, own)).join('')));
      else for (const { edit, before } of missing) this.splices.push({ start: before, end: before, text: this.newCell(row, edit, own) });
      this.widenSpans(row, left, right);
    }
    for (const [at, markup] of newRows)
      this.splices.push(
        this.emptyData >= 0 ? reopened(this.emptyData, `${prefix}sheetData`, markup) : { start: at, end: at, text: markup },
      );
    if (added.bottom >= 0) this.widenDimension(added);
  }

  private newCell(row: EditedRow, edit: CellEdit, prefix: string): string {
    const style = this.styles.choose(
      row.style ?? this.columnStyles.find(({ first, last }) => first <= edit.column && edit.column <= last)?.style ?? 0,
      edit,
    );
    const { type, content } = typedMarkup(edit, prefix, this.styles.shift(style));
    return `<${prefix}c r="${cellName(edit.row, edit.column)}"${style === 0 ? '' : ` s="${style}"`}${type}>${content}</${prefix}c>`;
  }

  /** The attribute is a hint that Excel may trust. */
  private widenSpans({ spans }: EditedRow, left: number, right: number): void {
    if (!spans || !/^\s*\d+:\d+(\s+\d+:\d+)*\s*$/.test(spans.value)) return;
    const ends = spans.value.trim().split(/\s+|:/).map(Number);
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    if (left + 1 >= first && right + 1 <= last) return;
    this.splices.push({ start: spans.from, end: spans.to, text: `${Math.min(first, left + 1)}:${Math.max(last, right + 1)}` });
  }

  private widenDimension(added: Area): void {
    const area = this.dimension && areaOf(this.dimension.value);
    if (!this.dimension || !area) return;
    const wide = {
      top: Math.min(area.top, added.top),
      left: Math.min(area.left, added.left),
      bottom: Math.max(area.bottom, added.bottom),
      right: Math.max(area.right, added.right),
    };
    if (wide.top === area.top && wide.left === area.left && wide.bottom === area.bottom && wide.right === area.right) return;
    this.splices.push({
      start: this.dimension.from,
      end: this.dimension.to,
      text: `${cellName(wide.top, wide.left)}:${cellName(wide.bottom, wide.right)}`,
    });
  }
}

/** An element that closed itself gets content. @param end behind its tag */
function reopened(end: number, name: string, content: string): Splice {
  return { start: end - 2, end, text: `>${content}</${name}>` };
}

function styleNumber(value: string | undefined): number {
  return value !== undefined && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : 0;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function areaOf(ref: string): Area | undefined {
  const [from, to, more] = ref.trim().split(':').map(parseCellName);
  const end = to ?? from;
  if (!from || !end || more || (ref.includes(':') && !to) || from.column >= SHEET_COLUMNS || end.column >= SHEET_COLUMNS) return undefined;
  return {
    top: Math.min(from.row, end.row),
    left: Math.min(from.column, end.column),
    bottom: Math.max(from.row, end.row),
    right: Math.max(from.column, end.column),
  };
}
