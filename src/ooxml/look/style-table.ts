import { DAYS_1904, isCalendarFormat } from '../parts/number-formats';
import { readFormats } from '../parts/styles-part';
import { Colors, mixed } from './colors';
import { digitWidth } from './lengths';
import type { BorderLook, DifferentialLook, StyleLook } from './look';
import type { XmlTree } from '../xml/xml-tree';
import { child, childrenNamed, isSet, numberOf, readTree } from '../xml/xml-tree';

/** How much of each pattern is foreground. */
const DENSITY: ReadonlyMap<string, number> = new Map([
  ['darkGray', 0.75],
  ['mediumGray', 0.5],
  ['lightGray', 0.25],
  ['gray125', 0.125],
  ['gray0625', 0.0625],
  ['darkHorizontal', 0.5],
  ['darkVertical', 0.5],
  ['darkDown', 0.5],
  ['darkUp', 0.5],
  ['darkGrid', 0.5],
  ['darkTrellis', 0.75],
  ['lightHorizontal', 0.25],
  ['lightVertical', 0.25],
  ['lightDown', 0.25],
  ['lightUp', 0.25],
  ['lightGrid', 0.4375],
  ['lightTrellis', 0.375],
]);
const LINES = new Set([
  'thin',
  'medium',
  'thick',
  'double',
  'dashed',
  'dotted',
  'hair',
  'dashDot',
  'dashDotDot',
  'mediumDashed',
  'mediumDashDot',
  'mediumDashDotDot',
  'slantDashDot',
]);
const SIDES = { left: ['left', 'start'], right: ['right', 'end'], top: ['top'], bottom: ['bottom'] } as const;
const ALIGN = new Set(['left', 'center', 'right', 'justify', 'distributed', 'fill', 'centerContinuous']);
/** Lines of text that are spread from edge to edge begin at the top, or lie around the middle. */
const VALIGN = new Map([
  ['top', 'top'],
  ['center', 'center'],
  ['bottom', 'bottom'],
  ['justify', 'top'],
  ['distributed', 'center'],
] as const);
const STACKED = 255;
const SHOWN_AS_DATE = 'yyyy-mm-dd';
const GENERAL = 'General';
/** The arrays of cells hold style numbers in 16 bits. Excel allows 65,490 cell formats. */
const MOST_STYLES = 65_536;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The styles of a workbook: numbered anew in the order in which cells use them, those that look alike under one number. */
export class StyleTable {
  readonly looks: StyleLook[] = [];
  readonly colors: Colors;
  /** Pixels of the widest digit in the font of the style Normal, by which columns are measured. */
  readonly digitWidth: number;
  /** Font size of the style Normal in points. */
  readonly fontSize: number;
  private readonly formats: readonly string[];
  private readonly shifts: readonly number[];
  private readonly xfs: readonly XmlTree[];
  private readonly fonts: readonly XmlTree[];
  private readonly fills: readonly XmlTree[];
  private readonly borders: readonly XmlTree[];
  private readonly dxfs: readonly XmlTree[];
  private readonly numbers: Int32Array;
  private readonly dated = new Map<number, number>();
  private readonly alike = new Map<string, number>();

  /** @param source the style sheet, where the workbook has one. @throws ProblemError broken-xml */
  constructor(
    source: { readonly part: string; readonly text: string } | undefined,
    theme: readonly string[] | undefined,
    date1904: boolean,
  ) {
    const root = source && readTree(source.part, source.text);
    const list = (name: string, item: string): XmlTree[] => childrenNamed(child(root, name), item);
    this.colors = new Colors(root, theme);
    this.formats = source ? readFormats(source.part, source.text) : [];
    this.shifts = this.formats.map((code) => (date1904 && isCalendarFormat(code) ? DAYS_1904 : 0));
    this.xfs = list('cellXfs', 'xf');
    this.fonts = list('fonts', 'font');
    this.fills = list('fills', 'fill');
    this.borders = list('borders', 'border');
    this.dxfs = list('dxfs', 'dxf');
    this.numbers = new Int32Array(this.xfs.length).fill(-1);
    const normal = this.fonts[index(list('cellStyleXfs', 'xf')[0], 'fontId')] ?? this.fonts[0];
    this.fontSize = numberOf(child(normal, 'sz'), 'val', 1, 409) ?? 11;
    this.digitWidth = digitWidth(child(normal, 'name')?.attributes.get('val') ?? '', this.fontSize);
    if (this.xfs.length > 0) this.number(0);
    else this.add(this.font(this.fonts[0]));
  }

  /** The number of a cell format; of one that does not exist that of the default. */
  number(xf: number): number {
    const known = this.numbers[xf];
    if (known === undefined) return 0;
    if (known >= 0) return known;
    return (this.numbers[xf] = this.add(this.look(this.xfs[xf]!, this.formats[xf] ?? GENERAL)));
  }

  /** The number for a cell that holds a date as such: one without a number format shows it as a date all the same. */
  dateNumber(xf: number): number {
    const plain = this.number(xf);
    if (this.looks[plain]!.numberFormat !== undefined) return plain;
    let number = this.dated.get(plain);
    if (number === undefined) this.dated.set(plain, (number = this.add({ ...this.looks[plain]!, numberFormat: SHOWN_AS_DATE })));
    return number;
  }

  /** Days to add to a number with this cell format, so that it counts from 1900. */
  shift(xf: number): number {
    return this.shifts[xf] ?? 0;
  }

  private add(look: StyleLook): number {
    const key = JSON.stringify(look);
    let number = this.alike.get(key);
    if (number === undefined) {
      if (this.looks.length === MOST_STYLES) return 0;
      number = this.looks.push(look) - 1;
      this.alike.set(key, number);
    }
    return number;
  }

  private look(xf: XmlTree, format: string): StyleLook {
    const look: Mutable<StyleLook> = this.font(this.fonts[index(xf, 'fontId')]);
    const fill = this.fill(this.fills[index(xf, 'fillId')]);
    if (fill !== undefined) look.fill = fill;
    align(look, child(xf, 'alignment'));
    const borders = this.border(this.borders[index(xf, 'borderId')]);
    if (borders) look.borders = borders;
    if (format !== GENERAL) look.numberFormat = format;
    if (!isSet(child(xf, 'protection'), 'locked', true)) look.locked = false;
    return look;
  }

  private font(font: XmlTree | undefined): Mutable<StyleLook> {
    const look: Mutable<StyleLook> = {};
    const name = child(font, 'name')?.attributes.get('val');
    if (name) look.font = name;
    const size = numberOf(child(font, 'sz'), 'val', 1, 409);
    if (size !== undefined) look.size = size;
    const { bold, italic, underline, strike, color } = this.differentialFont(font);
    if (bold) look.bold = true;
    if (italic) look.italic = true;
    if (underline) look.underline = true;
    if (strike) look.strike = true;
    if (color !== undefined) look.color = color;
    return look;
  }

  /** What the font names, be it set or taken away. */
  private differentialFont(font: XmlTree | undefined): Mutable<DifferentialLook> {
    const look: Mutable<DifferentialLook> = {};
    const flag = (local: string): boolean | undefined => {
      const element = child(font, local);
      return element && isSet(element, 'val', true);
    };
    const [bold, italic, strike, line] = [flag('b'), flag('i'), flag('strike'), child(font, 'u')];
    if (bold !== undefined) look.bold = bold;
    if (italic !== undefined) look.italic = italic;
    if (line) look.underline = line.attributes.get('val') !== 'none';
    if (strike !== undefined) look.strike = strike;
    const color = this.colors.of(child(font, 'color'));
    if (color !== undefined) look.color = color;
    return look;
  }

  private fill(fill: XmlTree | undefined): string | undefined {
    const pattern = child(fill, 'patternFill');
    if (!pattern) return this.colors.of(child(child(child(fill, 'gradientFill'), 'stop'), 'color'));
    const type = pattern.attributes.get('patternType') ?? 'none';
    const front = child(pattern, 'fgColor');
    // The automatic foreground is black. A solid fill that names no colour at all is nobody's wish for black cells.
    if (type === 'solid') return front && (this.colors.of(front) ?? '000000');
    return this.mixture(type, pattern);
  }

  private mixture(type: string, pattern: XmlTree): string | undefined {
    const density = DENSITY.get(type);
    if (density === undefined) return undefined;
    return mixed(this.colors.of(child(pattern, 'fgColor')) ?? '000000', this.colors.of(child(pattern, 'bgColor')) ?? 'FFFFFF', density);
  }

  private border(border: XmlTree | undefined): StyleLook['borders'] {
    const borders: Partial<Record<keyof typeof SIDES, BorderLook>> = {};
    for (const side of ['left', 'right', 'top', 'bottom'] as const) {
      const element = SIDES[side].map((local) => child(border, local)).find((one) => one !== undefined);
      const line = element?.attributes.get('style') ?? 'none';
      if (!LINES.has(line)) continue;
      const color = this.colors.of(child(element, 'color'));
      borders[side] = color === undefined ? { line } : { line, color };
    }
    return Object.keys(borders).length > 0 ? borders : undefined;
  }

  /** What a conditional format changes, by its number in the style sheet; nothing where there is no such record. */
  differential(number: number): DifferentialLook {
    const dxf = this.dxfs[number];
    const look = this.differentialFont(child(dxf, 'font'));
    const pattern = child(child(dxf, 'fill'), 'patternFill');
    const type = pattern?.attributes.get('patternType') ?? 'solid';
    // Here the background is the colour of a solid fill.
    const solid = this.colors.of(child(pattern, 'bgColor')) ?? this.colors.of(child(pattern, 'fgColor'));
    const fill = !pattern ? this.fill(child(dxf, 'fill')) : type === 'solid' ? solid : this.mixture(type, pattern);
    if (fill !== undefined) look.fill = fill;
    return look;
  }
}

const index = (tree: XmlTree | undefined, name: string): number => Number(tree?.attributes.get(name) ?? 0);

function align(look: Mutable<StyleLook>, alignment: XmlTree | undefined): void {
  if (!alignment) return;
  const horizontal = alignment.attributes.get('horizontal') ?? '';
  if (ALIGN.has(horizontal)) look.align = horizontal as NonNullable<StyleLook['align']>;
  const vertical = VALIGN.get(alignment.attributes.get('vertical') as 'top');
  if (vertical) look.valign = vertical;
  if (isSet(alignment, 'wrapText')) look.wrap = true;
  if (isSet(alignment, 'shrinkToFit')) look.shrink = true;
  const indent = Math.trunc(numberOf(alignment, 'indent', 0, 250) ?? 0);
  if (indent > 0) look.indent = indent;
  const rotation = Math.trunc(numberOf(alignment, 'textRotation', 0, STACKED) ?? 0);
  // Up to 90 counter-clockwise; from 91 the degrees beyond 90 clockwise.
  if (rotation === STACKED) look.rotation = 'stacked';
  else if (rotation > 0 && rotation <= 180) look.rotation = rotation <= 90 ? rotation : 90 - rotation;
}
