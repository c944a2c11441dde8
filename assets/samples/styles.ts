/** Looks of cells as an official table has them; every look becomes one cell format of the workbook. */
export interface Look {
  readonly font: keyof typeof FONTS;
  readonly align?: 'left' | 'center' | 'right';
  readonly border?: boolean;
  readonly fill?: 'header' | 'total';
  readonly wrap?: boolean;
  readonly format?: string;
}

const FONTS = {
  title: { name: '方正小标宋简体', size: 18, bold: true },
  mark: { name: '黑体', size: 12, color: 'FFC00000' },
  line: { name: '宋体', size: 10.5 },
  header: { name: '黑体', size: 10.5, bold: true },
  body: { name: '宋体', size: 10.5 },
  total: { name: '宋体', size: 10.5, bold: true },
  note: { name: '楷体', size: 10 },
} as const satisfies Record<string, { name: string; size: number; bold?: boolean; color?: string }>;

const FILLS = { header: 'FFD9E2F3', total: 'FFF2F2F2' } as const;

/** Formats that every Excel knows by number. */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const FIRST_CUSTOM_FORMAT = 164;

const quote = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Collects looks and writes xl/styles.xml. */
export class Styles {
  private readonly looks: string[] = [JSON.stringify({ font: 'body' } satisfies Look)];
  private readonly formats: string[] = [];

  /** Number of the cell format for a look. */
  of(look: Look): number {
    const id = JSON.stringify(look);
    const at = this.looks.indexOf(id);
    return at >= 0 ? at : this.looks.push(id) - 1;
  }

  private formatId(format: string): number {
    const builtIn = BUILT_IN[format];
    if (builtIn !== undefined) return builtIn;
    const at = this.formats.indexOf(format);
    return FIRST_CUSTOM_FORMAT + (at >= 0 ? at : this.formats.push(format) - 1);
  }

  xml(): string {
    const fontNames = Object.keys(FONTS);
    const fonts = Object.values(FONTS).map(
      (font: { name: string; size: number; bold?: boolean; color?: string }) =>
        `<font>${font.bold ? '<b/>' : ''}<sz val="${font.size}"/>${font.color ? `<color rgb="${font.color}"/>` : '<color theme="1"/>'}<name val="${font.name}"/><family val="3"/><charset val="134"/></font>`,
    );
    const fillNames = Object.keys(FILLS);
    const fills = Object.values(FILLS).map(
      (color) => `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`,
    );
    const side = (name: string): string => `<${name} style="thin"><color indexed="64"/></${name}>`;
    const xfs = this.looks.map((id) => {
      const look = JSON.parse(id) as Look;
      const alignment = `<alignment horizontal="${look.align ?? 'general'}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}/>`;
      const fill = look.fill === undefined ? 0 : 2 + fillNames.indexOf(look.fill);
      return (
        `<xf numFmtId="${this.formatId(look.format ?? 'General')}" fontId="${fontNames.indexOf(look.font) + 1}" fillId="${fill}" borderId="${look.border ? 1 : 0}" xfId="0"` +
        ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
      );
    });
    const formats = this.formats.map((format, n) => `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + n}" formatCode="${quote(format)}"/>`);
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
      `<fonts count="${fonts.length + 1}"><font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font>${fonts.join('')}</fonts>` +
      `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}
