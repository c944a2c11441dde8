import type { CellStyle } from '../../core/plan';
import { xlsxWords as words } from '../../ooxml/words';
import type { Dialect } from '../../ooxml/xml/namespaces';
import { BUILT_IN_FORMATS, FIRST_OWN_FORMAT } from '../../ooxml/sheet/number-formats';
import { ITEM } from '../../ooxml/sheet/styles-part';
import { isTrue } from '../../ooxml/parts/workbook-part';
import type { Edit, XmlElement } from '../../ooxml/xml/xml-outline';
import {
  appendChildren,
  applyEdits,
  attribute,
  child,
  childrenNamed,
  insertInOrder,
  outline,
  prefixOf,
  setAttribute,
} from '../../ooxml/xml/xml-outline';
import { escapeXml } from '../../ooxml/xml/xml-text';

const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
const DEFAULT_SIZE = 10.5;
/** Thin grey lines, which print well and do not shout. */
const BORDER_COLOR = 'FFBFBFBF';
/** General and the other codes that need no numFmt of their own; codes of one language stay out. */
const SHORT_FORMATS = new Map([0, 1, 2, 3, 4, 9, 10, 11, 49].map((id) => [BUILT_IN_FORMATS.get(id)!, id]));

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

  constructor(existing: readonly string[]) {
    this.known = existing.length;
    existing.forEach((markup, n) => {
      if (!this.index.has(markup)) this.index.set(markup, n);
    });
  }

  /** The index of an equal record, which is added only where there is none: a rerun adds nothing. */
  at(markup: string): number {
    let n = this.index.get(markup);
    if (n === undefined) {
      n = this.known + this.added.push(markup) - 1;
      this.index.set(markup, n);
    }
    return n;
  }

  get empty(): boolean {
    return this.known + this.added.length === 0;
  }
}

/** Appends cell styles to a style sheet; the user's records keep their numbers and their bytes. */
export class StyleAppender {
  private readonly root: XmlElement;
  private readonly prefix: string;
  private readonly lists: Record<'fonts' | 'fills' | 'borders' | 'cellXfs', StyleList>;
  private readonly formats = new Map<string, number>();
  private readonly newFormats: string[] = [];
  private nextFormat = FIRST_OWN_FORMAT;
  private readonly fontName: string;
  private readonly xfs = new Map<string, number>();
  private readonly ownXfs: readonly XmlElement[];

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
      cellXfs: new StyleList(markups('cellXfs')),
    };
    this.ownXfs = this.items('cellXfs');
    this.fillUp();
    for (const element of this.items('numFmts')) {
      const id = Number(attribute(element, 'numFmtId'));
      this.formats.set(attribute(element, 'formatCode') ?? '', id);
      this.nextFormat = Math.max(this.nextFormat, id + 1);
    }
    const firstFont = this.items('fonts')[0];
    const name = firstFont && child(firstFont, 'name');
    this.fontName = (name && attribute(name, 'val')) ?? words.defaultFont;
  }

  private items(list: string): XmlElement[] {
    const element = child(this.root, list);
    return element ? childrenNamed(element, ITEM[list]!) : [];
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
   * The number by which cells use a style.
   * @param style undefined for the workbook's own default
   * @param quoted for text that begins like a formula: Excel then keeps it text when someone edits the cell
   */
  xf(style: CellStyle | undefined, quoted: boolean): number {
    if (style === undefined && !quoted) return 0;
    const key = `${quoted ? 'q' : ''}${JSON.stringify(style)}`;
    let n = this.xfs.get(key);
    if (n === undefined) {
      n = this.lists.cellXfs.at(this.xfMarkup(style, quoted));
      this.xfs.set(key, n);
    }
    return n;
  }

  /**
   * The number of a style that differs from another one in its number format or in keeping formula-like text text; everything else
   * of that style stays. Its own number where nothing differs.
   */
  variant(own: number, { numberFormat, quoted }: { readonly numberFormat?: string; readonly quoted?: boolean }): number {
    const key = `v${own},${quoted ?? ''},${numberFormat ?? ''}`;
    let n = this.xfs.get(key);
    if (n === undefined) {
      const element = this.ownXfs[own];
      const markup = element ? this.variantMarkup(element, numberFormat, quoted) : this.xfMarkup(undefined, quoted === true, numberFormat);
      n = element && markup === this.text.slice(element.start, element.end) ? own : this.lists.cellXfs.at(markup);
      this.xfs.set(key, n);
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
    if (quoted !== undefined && quoted !== isTrue(attribute(element, 'quotePrefix')))
      edits.push(setAttribute(text, element, 'quotePrefix', quoted ? '1' : undefined));
    const within = edits.map((edit) => ({ ...edit, start: edit.start - element.start, end: edit.end - element.start }));
    return applyEdits(text.slice(element.start, element.end), within);
  }

  private xfMarkup(style: CellStyle | undefined, quoted: boolean, numberFormat?: string): string {
    const p = this.prefix;
    const parent = this.items('cellStyleXfs').length > 0 ? ' xfId="0"' : '';
    const quote = quoted ? ' quotePrefix="1"' : '';
    if (!style) {
      const applied = numberFormat === undefined ? '' : ' applyNumberFormat="1"';
      return `<${p}xf numFmtId="${this.format(numberFormat)}" fontId="0" fillId="0" borderId="0"${parent}${quote}${applied}/>`;
    }
    const ids = `numFmtId="${this.format(style.numberFormat)}" fontId="${this.font(style)}" fillId="${this.fill(style)}" borderId="${this.border(style)}"${parent}`;
    const applied = ['NumberFormat', 'Font', 'Fill', 'Border', 'Alignment'].map((what) => ` apply${what}="1"`).join('');
    const alignment = [
      style.align ? ` horizontal="${style.align}"` : '',
      ` vertical="${style.valign ?? 'center'}"`,
      style.wrap ? ' wrapText="1"' : '',
    ].join('');
    return `<${p}xf ${ids}${quote}${applied}><${p}alignment${alignment}/></${p}xf>`;
  }

  private format(code = 'General'): number {
    const known = SHORT_FORMATS.get(code) ?? this.formats.get(code);
    if (known !== undefined) return known;
    const id = this.nextFormat++;
    this.formats.set(code, id);
    this.newFormats.push(`<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  private font(style: CellStyle): number {
    const p = this.prefix;
    const parts = [
      style.bold ? `<${p}b/>` : '',
      style.italic ? `<${p}i/>` : '',
      style.underline ? `<${p}u/>` : '',
      `<${p}sz val="${style.size ?? DEFAULT_SIZE}"/>`,
      style.color ? `<${p}color rgb="FF${rgb(style.color)}"/>` : '',
      `<${p}name val="${escapeXml(this.fontName)}"/>`,
    ];
    return this.lists.fonts.at(`<${p}font>${parts.join('')}</${p}font>`);
  }

  private fill({ fill }: CellStyle): number {
    if (!fill) return 0;
    const p = this.prefix;
    return this.lists.fills.at(
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb(fill)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
  }

  private border({ border }: CellStyle): number {
    if (!border) return 0;
    const p = this.prefix;
    const sides = ['left', 'right', 'top', 'bottom']
      .map((side) => `<${p}${side} style="thin"><${p}color rgb="${BORDER_COLOR}"/></${p}${side}>`)
      .join('');
    return this.lists.borders.at(`<${p}border>${sides}<${p}diagonal/></${p}border>`);
  }

  /** The style sheet with everything that was asked for. */
  build(): string {
    let text = this.text;
    for (const list of ['cellXfs', 'borders', 'fills', 'fonts'] as const) text = this.append(text, list, this.lists[list].added);
    return this.append(text, 'numFmts', this.newFormats);
  }

  private append(text: string, list: string, added: readonly string[]): string {
    if (added.length === 0) return text;
    const root = outline('styles.xml', text);
    const element = child(root, list);
    const p = this.prefix;
    const markup = added.join('');
    if (!element)
      return applyEdits(text, [insertInOrder(text, root, ORDER, list, `<${p}${list} count="${added.length}">${markup}</${p}${list}>`)]);
    const counted = applyEdits(text, [setAttribute(text, element, 'count', String(element.children.length + added.length))]);
    const again = child(outline('styles.xml', counted), list)!;
    return applyEdits(counted, [appendChildren(counted, again, markup)]);
  }
}

function rgb(color: string): string {
  return /^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : '000000';
}
