import type { CellStyle } from '../../core/plan';
import { QUOTED, type StyleAppender } from '../../ooxml/parts/styles-append';
import { escapeXml } from '../../ooxml/xml/xml-text';

const DEFAULT_SIZE = 10.5;
/** Thin grey lines, which print well and do not shout. */
const BORDER_COLOR = 'FFBFBFBF';

/** Puts the styles of a plan into a style sheet. */
export class PlanStyles {
  private readonly xfs = new Map<string, number>();

  constructor(private readonly appender: StyleAppender) {}

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
      n = this.appender.lists.cellXfs.at(style ? this.xfMarkup(style, quoted) : this.appender.plainXf(quoted));
      this.xfs.set(key, n);
    }
    return n;
  }

  private xfMarkup(style: CellStyle, quoted: boolean): string {
    const { appender } = this;
    const p = appender.prefix;
    const ids = `numFmtId="${appender.format(style.numberFormat)}" fontId="${this.font(style)}" fillId="${this.fill(style)}" borderId="${this.border(style)}"${appender.parent}`;
    const applied = ['NumberFormat', 'Font', 'Fill', 'Border', 'Alignment'].map((what) => ` apply${what}="1"`).join('');
    const alignment = [
      style.align ? ` horizontal="${style.align}"` : '',
      ` vertical="${style.valign ?? 'center'}"`,
      style.wrap ? ' wrapText="1"' : '',
    ].join('');
    return `<${p}xf ${ids}${quoted ? QUOTED : ''}${applied}${style.unlocked ? ' applyProtection="1"' : ''}><${p}alignment${alignment}/>${style.unlocked ? `<${p}protection locked="0"/>` : ''}</${p}xf>`;
  }

  /** The number by which looks that follow what stands in a cell use a style's fill and colour, which they lay over its own. */
  dxf({ fill, color }: CellStyle): number {
    const p = this.appender.prefix;
    const font = color ? `<${p}font><${p}color rgb="FF${rgb(color)}"/></${p}font>` : '';
    const laid = fill
      ? `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb(fill)}"/><${p}bgColor rgb="FF${rgb(fill)}"/></${p}patternFill></${p}fill>`
      : '';
    return this.appender.lists.dxfs.at(`<${p}dxf>${font}${laid}</${p}dxf>`);
  }

  private font(style: CellStyle): number {
    const p = this.appender.prefix;
    const parts = [
      style.bold ? `<${p}b/>` : '',
      style.italic ? `<${p}i/>` : '',
      style.underline ? `<${p}u/>` : '',
      `<${p}sz val="${style.size ?? DEFAULT_SIZE}"/>`,
      style.color ? `<${p}color rgb="FF${rgb(style.color)}"/>` : '',
      `<${p}name val="${escapeXml(style.font ?? this.appender.fontName)}"/>`,
    ];
    return this.appender.lists.fonts.at(`<${p}font>${parts.join('')}</${p}font>`);
  }

  private fill({ fill }: CellStyle): number {
    if (!fill) return 0;
    const p = this.appender.prefix;
    return this.appender.lists.fills.at(
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb(fill)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
  }

  private border({ border }: CellStyle): number {
    if (!border) return 0;
    const p = this.appender.prefix;
    const sides = ['left', 'right', 'top', 'bottom']
      .map((side) => `<${p}${side} style="thin"><${p}color rgb="${BORDER_COLOR}"/></${p}${side}>`)
      .join('');
    return this.appender.lists.borders.at(`<${p}border>${sides}<${p}diagonal/></${p}border>`);
  }
}

function rgb(color: string): string {
  return /^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : '000000';
}
