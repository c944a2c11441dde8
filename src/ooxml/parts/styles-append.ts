import { fileWords as words } from '../words';
import type { Dialect } from '../xml/namespaces';
import { BUILT_IN_FORMATS, FIRST_OWN_FORMAT } from './number-formats';
import { ITEM } from './styles-part';
import type { Edit, XmlElement } from '../xml/xml-outline';
import { appendChildren, applyEdits, insertInOrder, outline, prefixOf, setAttribute } from '../xml/xml-outline';
import { attribute, child, childrenNamed, isSet } from '../xml/xml-tree';
import { escapeXml } from '../xml/xml-text';
import { refusal } from '../../core/refusal';

/** The schema's sequence inside <styleSheet> (ISO 29500-1, 18.8.39). */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
/** General and the other codes that need no numFmt of their own; codes of one language stay out. */
const SHORT_FORMATS = new Map([0, 1, 2, 3, 4, 9, 10, 11, 49].map((id) => [BUILT_IN_FORMATS.get(id)!, id]));

/** Excel opens a workbook with more cell formats only after taking some away. */
const MOST_CELL_FORMATS = 65_490;
/** Excel keeps the numbers of number formats in two bytes. */
const HIGHEST_FORMAT = 65_535;

/**
 * A text that begins so would become a formula, or call a program, once someone edits the cell. Spreadsheets with an East Asian input
 * method take the full-width signs for the same.
 */
export const LIKE_FORMULA = /^[=+\-@＝＋－＠\t\r]/;

/** Keeps text text when someone edits the cell. */
export const QUOTED = ' quotePrefix="1"';

/** An empty style sheet, for the rare workbook that has none. */
export function emptyStyleSheet(dialect: Dialect): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${dialect.spreadsheet}">` +
    `<fonts count="1"><font><sz val="11"/><name val="${words.defaultFont}"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
  );
}

/** One list of the style sheet: what is in it, and what we add behind. */
class StyleList {
  readonly added: string[] = [];
  private readonly index = new Map<string, number>();
  private readonly known: number;

  constructor(
    existing: readonly string[],
    private readonly most = Infinity,
  ) {
    this.known = existing.length;
    existing.forEach((markup, n) => {
      if (!this.index.has(markup)) this.index.set(markup, n);
    });
  }

  /**
   * The index of an equal record, which is added only where there is none: a rerun adds nothing.
   * @throws ProblemError too-many-formats
   */
  at(markup: string): number {
    let n = this.index.get(markup);
    if (n === undefined) {
      if (this.known + this.added.length >= this.most) throw refusal('too-many-formats', words.tooManyFormats(this.most));
      n = this.known + this.added.push(markup) - 1;
      this.index.set(markup, n);
    }
    return n;
  }

  get empty(): boolean {
    return this.known + this.added.length === 0;
  }
}

/**
 * Appends records to a style sheet; those that are there keep their numbers and their bytes. The part, which may list 65,490 cell formats, is
 * read once and written once.
 */
export class StyleAppender {
  private readonly root: XmlElement;
  /** "x:" or '', as the style sheet's elements have it. */
  readonly prefix: string;
  readonly lists: Record<'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs', StyleList>;
  private readonly formats = new Map<string, number>();
  private readonly newFormats: string[] = [];
  private readonly formatIds = new Set<number>();
  private nextFormat = FIRST_OWN_FORMAT;
  /** The font of the workbook's first record, which is that of its style Normal. */
  readonly fontName: string;
  private readonly variants = new Map<string, number>();
  private readonly ownXfs: readonly XmlElement[];
  /** The attribute with which a record names the style that it is made from, where the style sheet has such. */
  readonly parent: string;

  constructor(
    part: string,
    private readonly text: string,
  ) {
    this.root = outline(part, text);
    this.prefix = prefixOf(this.root);
    const markups = (list: string): string[] => this.items(list).map(({ start, end }) => text.slice(start, end));
    this.lists = {
      fonts: new StyleList(markups('fonts')),
      fills: new StyleList(markups('fills')),
      borders: new StyleList(markups('borders')),
      cellXfs: new StyleList(markups('cellXfs'), MOST_CELL_FORMATS),
      dxfs: new StyleList(markups('dxfs')),
    };
    this.ownXfs = this.items('cellXfs');
    this.fillUp();
    for (const element of this.items('numFmts')) {
      const id = Number(attribute(element, 'numFmtId'));
      this.formats.set(attribute(element, 'formatCode') ?? '', id);
      this.formatIds.add(id);
      if (id >= this.nextFormat) this.nextFormat = id + 1;
    }
    this.parent = this.items('cellStyleXfs').length > 0 ? ' xfId="0"' : '';
    const firstFont = this.items('fonts')[0];
    const name = firstFont && child(firstFont, 'name');
    this.fontName = (name && attribute(name, 'val')) ?? words.defaultFont;
  }

  private items(list: string): XmlElement[] {
    const element = child(this.root, list);
    return element ? childrenNamed(element, ITEM.get(list)!) : [];
  }

  /** Lists that the style sheet lacks get the records that Excel expects at their heads. */
  private fillUp(): void {
    const p = this.prefix;
    const { fonts, fills, borders, cellXfs } = this.lists;
    if (fonts.empty) fonts.at(`<${p}font><${p}sz val="11"/><${p}name val="${words.defaultFont}"/></${p}font>`);
    if (fills.empty) for (const type of ['none', 'gray125']) fills.at(`<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`);
    if (borders.empty) borders.at(`<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`);
    if (cellXfs.empty) cellXfs.at(`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`);
  }

  /**
   * The number of a style that differs from another one in its number format or in keeping formula-like text text; everything else
   * of that style stays. Its own number where nothing differs.
   */
  variant(own: number, { numberFormat, quoted }: { readonly numberFormat?: string; readonly quoted?: boolean }): number {
    const key = `${own},${quoted ?? ''},${numberFormat ?? ''}`;
    let n = this.variants.get(key);
    if (n === undefined) {
      const element = this.ownXfs[own];
      const markup = element ? this.variantMarkup(element, numberFormat, quoted) : this.plainXf(quoted === true, numberFormat);
      n = element && markup === this.text.slice(element.start, element.end) ? own : this.lists.cellXfs.at(markup);
      this.variants.set(key, n);
    }
    return n;
  }

  private variantMarkup(element: XmlElement, numberFormat: string | undefined, quoted: boolean | undefined): string {
    const { text } = this;
    const edits: Edit[] = [];
    if (numberFormat !== undefined) {
      edits.push(
        setAttribute(text, element, 'numFmtId', String(this.format(numberFormat))),
        setAttribute(text, element, 'applyNumberFormat', '1'),
      );
    }
    if (quoted !== undefined && quoted !== isSet(element, 'quotePrefix'))
      edits.push(setAttribute(text, element, 'quotePrefix', quoted ? '1' : undefined));
    const within = edits.map((edit) => ({ ...edit, start: edit.start - element.start, end: edit.end - element.start }));
    return applyEdits(text.slice(element.start, element.end), within);
  }

  /** A record of the workbook's default look. */
  plainXf(quoted: boolean, numberFormat?: string): string {
    const applied = numberFormat === undefined ? '' : ' applyNumberFormat="1"';
    return `<${this.prefix}xf numFmtId="${this.format(numberFormat)}" fontId="0" fillId="0" borderId="0"${this.parent}${quoted ? QUOTED : ''}${applied}/>`;
  }

  /** The number of a format code, which is added where it is new. */
  format(code = 'General'): number {
    const known = SHORT_FORMATS.get(code) ?? this.formats.get(code);
    if (known !== undefined) return known;
    const id = this.freeFormatId();
    this.formats.set(code, id);
    this.newFormats.push(`<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  private freeFormatId(): number {
    if (this.nextFormat > HIGHEST_FORMAT) this.nextFormat = FIRST_OWN_FORMAT;
    while (this.formatIds.has(this.nextFormat)) this.nextFormat++;
    return this.nextFormat++;
  }

  /** The style sheet with everything that was asked for. */
  build(): string {
    const { fonts, fills, borders, cellXfs, dxfs } = this.lists;
    // In the schema's order, since lists that are missing may come to the same place.
    const lists: readonly (readonly [string, readonly string[]])[] = [
      ['numFmts', this.newFormats],
      ['fonts', fonts.added],
      ['fills', fills.added],
      ['borders', borders.added],
      ['cellXfs', cellXfs.added],
      ['dxfs', dxfs.added],
    ];
    const p = this.prefix;
    const edits: Edit[] = [];
    const missing: string[] = [];
    for (const [list, added] of lists) {
      if (added.length === 0) continue;
      const element = child(this.root, list);
      if (element) {
        edits.push(setAttribute(this.text, element, 'count', String(element.children.length + added.length)));
        edits.push(appendChildren(element, added.join('')));
        continue;
      }
      const markup = `<${p}${list} count="${added.length}">${added.join('')}</${p}${list}>`;
      if (this.root.selfClosing) missing.push(markup);
      else edits.push(insertInOrder(this.root, ORDER, list, markup));
    }
    if (missing.length > 0) edits.push(appendChildren(this.root, missing.join('')));
    return applyEdits(this.text, edits);
  }
}
