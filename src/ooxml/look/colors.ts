import type { XmlTree } from '../xml/xml-tree';
import { child, childrenNamed, numberOf, readTree } from '../xml/xml-tree';

/** The first 64 colours of every workbook; the first eight come twice. */
const BASIC = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF';
const INDEXED = [
  BASIC,
  BASIC,
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080',
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF',
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF',
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99',
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696',
  '003366 339966 003300 333300 993300 993366 333399 333333',
].flatMap((row) => row.split(' '));
/** The window's background; 64, its foreground, is what automatic colours are anyway. */
const SYSTEM_BACKGROUND = 65;

/** The order in which cells number theme colours: light and dark are swapped against the order of the theme part. */
const THEME_SLOTS = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];
/** Office's theme of 2007, in the order of {@link THEME_SLOTS}: a workbook without a theme part has these. */
const DEFAULT_THEME = 'FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080'.split(' ');

const RGB = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i;
const rgbOf = (text: string | undefined): string | undefined => RGB.exec(text?.trim() ?? '')?.[1]?.toUpperCase();

/** The colours of a theme part by the numbers that cells use. @throws ProblemError broken-xml */
export function readTheme(part: string, text: string): readonly string[] {
  const scheme = child(child(readTree(part, text), 'themeElements'), 'clrScheme');
  return THEME_SLOTS.map((slot, n) => {
    const color = child(scheme, slot)?.children[0];
    return rgbOf(color?.attributes.get('lastClr')) ?? rgbOf(color?.attributes.get('val')) ?? DEFAULT_THEME[n]!;
  });
}

/** Works out colours as RRGGBB. */
export class Colors {
  private readonly indexed: readonly string[];

  /** @param styles root of the style sheet, which may have colours of its own in place of the indexed ones */
  constructor(
    styles: XmlTree | undefined,
    private readonly theme: readonly string[] = DEFAULT_THEME,
  ) {
    const own = childrenNamed(child(child(styles, 'colors'), 'indexedColors'), 'rgbColor').map((one) => rgbOf(one.attributes.get('rgb')));
    this.indexed = INDEXED.map((color, n) => own[n] ?? color);
  }

  /** Undefined for an automatic colour, and for what is none. */
  of(color: XmlTree | undefined): string | undefined {
    const base = this.base(color);
    const tint = numberOf(color, 'tint', -1, 1);
    return base === undefined || !tint ? base : tinted(base, tint);
  }

  private base(color: XmlTree | undefined): string | undefined {
    const theme = color?.attributes.get('theme');
    if (theme !== undefined) return this.theme[Number(theme)];
    const rgb = color?.attributes.get('rgb');
    if (rgb !== undefined) return rgbOf(rgb);
    const index = Number(color?.attributes.get('indexed') ?? NaN);
    return index === SYSTEM_BACKGROUND ? 'FFFFFF' : this.indexed[index];
  }
}

const channels = (color: string): [number, number, number] =>
  [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
const hex = (values: readonly number[]): string =>
  values
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();

/** `share` of the first colour, the rest of the second. */
export function mixed(first: string, second: string, share: number): string {
  const below = channels(second);
  return hex(channels(first).map((value, n) => value * share + below[n]! * (1 - share)));
}

/**
 * Lighter towards 1, darker towards -1: hue and saturation stay, the lightness moves that share of its way to white or black
 * (ISO 29500-1, 18.8.19).
 */
export function tinted(color: string, tint: number): string {
  const rgb = channels(color).map((value) => value / 255);
  const most = Math.max(...rgb);
  const least = Math.min(...rgb);
  const spread = most - least;
  const light = (most + least) / 2;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  if (spread === 0) return hex([target, target, target].map((value) => value * 255));
  // In HLS a colour is its lightness, give or take half its spread; the spread shrinks towards white and black.
  const ratio = (1 - Math.abs(2 * target - 1)) / (1 - Math.abs(2 * light - 1));
  return hex(rgb.map((value) => (target + (value - light) * ratio) * 255));
}
