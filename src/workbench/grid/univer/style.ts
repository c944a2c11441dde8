import type { IBorderData, IStyleBase, IStyleData } from '@univerjs/core';
import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { BookLook, BorderLook, DifferentialLook, StyleLook } from '../../../ooxml/look/look';
import { fontFamily } from './fonts';
import { shownFormat } from './number-format';

/** Styles as Univer keeps them, by the ids that cells, rows and columns name. */
export type Styles = Record<string, IStyleData>;

/** The id of a style; the prefix tells the styles of books shown together apart. */
export const styleId = (prefix: string, style: number): string => `${prefix}s${style}`;

/** All styles of a book. */
export function stylesOf(look: Pick<BookLook, 'styles'>, prefix: string): Styles {
  return Object.fromEntries(look.styles.map((style, index) => [styleId(prefix, index), styleOf(style)]));
}

const ALIGN: Record<NonNullable<StyleLook['align']>, HorizontalAlign> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.LEFT,
  // Univer knows no distribution of one line; our titles and Chinese names are short, and the middle is what they come nearest to.
  distributed: HorizontalAlign.CENTER,
  fill: HorizontalAlign.LEFT,
  centerContinuous: HorizontalAlign.CENTER,
};
const VALIGN: Record<NonNullable<StyleLook['valign']>, VerticalAlign> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};
const LINES: ReadonlyMap<string, BorderStyleTypes> = new Map([
  ['thin', BorderStyleTypes.THIN],
  ['hair', BorderStyleTypes.HAIR],
  ['dotted', BorderStyleTypes.DOTTED],
  ['dashed', BorderStyleTypes.DASHED],
  ['dashDot', BorderStyleTypes.DASH_DOT],
  ['dashDotDot', BorderStyleTypes.DASH_DOT_DOT],
  ['double', BorderStyleTypes.DOUBLE],
  ['medium', BorderStyleTypes.MEDIUM],
  ['mediumDashed', BorderStyleTypes.MEDIUM_DASHED],
  ['mediumDashDot', BorderStyleTypes.MEDIUM_DASH_DOT],
  ['mediumDashDotDot', BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ['slantDashDot', BorderStyleTypes.SLANT_DASH_DOT],
  ['thick', BorderStyleTypes.THICK],
]);
/** Three spaces of the default font. */
const INDENT = 9;
const PADDING = 2;

const flag = (value: boolean | undefined): BooleanNumber => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);
const color = (rgb: string | undefined): { rgb: string } | null => (rgb === undefined ? null : { rgb: `#${rgb}` });

/**
 * Every property is there: Univer lays a cell's style over those of its row and column, where Excel puts it in their place.
 */
function styleOf(style: StyleLook): IStyleData {
  return {
    ff: fontFamily(style.font),
    fs: style.size ?? 11,
    bl: flag(style.bold),
    it: flag(style.italic),
    ul: { s: flag(style.underline) },
    st: { s: flag(style.strike) },
    cl: color(style.color),
    bg: color(style.fill),
    bd: bordersOf(style.borders),
    ht: style.align === undefined ? HorizontalAlign.UNSPECIFIED : ALIGN[style.align],
    vt: VALIGN[style.valign ?? 'bottom'],
    tb: wrapOf(style),
    pd: paddingOf(style),
    tr: rotationOf(style.rotation),
    n: { pattern: shownFormat(style.numberFormat) },
  };
}

function wrapOf({ wrap, align, shrink }: StyleLook): WrapStrategy {
  if (wrap || align === 'justify' || align === 'distributed') return WrapStrategy.WRAP;
  return shrink || align === 'fill' ? WrapStrategy.CLIP : WrapStrategy.OVERFLOW;
}

function paddingOf({ indent, align }: StyleLook): IStyleData['pd'] {
  if (!indent) return null;
  const inner = PADDING + indent * INDENT;
  return { t: 0, b: PADDING, l: align === 'right' ? PADDING : inner, r: align === 'right' || align === 'distributed' ? inner : PADDING };
}

function rotationOf(rotation: StyleLook['rotation']): IStyleData['tr'] {
  if (rotation === 'stacked') return { a: 0, v: BooleanNumber.TRUE };
  // Univer counts clockwise.
  return rotation ? { a: -rotation } : null;
}

function bordersOf(borders: StyleLook['borders']): IBorderData | null {
  const sides = { l: lineOf(borders?.left), r: lineOf(borders?.right), t: lineOf(borders?.top), b: lineOf(borders?.bottom) };
  return Object.values(sides).some((line) => line !== null) ? sides : null;
}

function lineOf(border: BorderLook | undefined): IBorderData['l'] {
  const line = border && LINES.get(border.line);
  return line === undefined ? null : { s: line, cl: { rgb: `#${border?.color ?? '000000'}` } };
}

/** What a conditional format lays over a cell: only what it names. */
export function differentialOf(style: DifferentialLook): IStyleBase {
  return {
    ...(style.bold !== undefined && { bl: flag(style.bold) }),
    ...(style.italic !== undefined && { it: flag(style.italic) }),
    ...(style.underline !== undefined && { ul: { s: flag(style.underline) } }),
    ...(style.strike !== undefined && { st: { s: flag(style.strike) } }),
    ...(style.color !== undefined && { cl: color(style.color) }),
    ...(style.fill !== undefined && { bg: color(style.fill) }),
  };
}
