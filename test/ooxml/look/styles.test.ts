import type { StyleLook } from '../../../src/ooxml/look/look';
import { DECLARATION, MAIN } from '../package-builder';
import { bookLook, cellsOf, sheetLook, styleSheet, worksheet } from './look-of';

const one = (xml: string): string => worksheet({ rows: `<row r="1">${xml}</row>` });
const a1 = one('<c r="A1" s="1"/>');

/** How A1 looks with this as its cell format beside the default one. */
function look(xf: string, lists: Parameters<typeof styleSheet>[0] = {}): StyleLook {
  const book = bookLook(a1, { styles: styleSheet({ ...lists, cellXfs: `<xf/>${xf}` }) });
  return cellsOf(book, book.sheets[0]!)['A1']!.style;
}
const CALIBRI = { font: 'Calibri', size: 11 };
const fonts = (...more: string[]): { fonts: string } => ({
  fonts: `<font><sz val="11"/><name val="Calibri"/></font>${more.map((font) => `<font>${font}</font>`).join('')}`,
});
const fills = (fill: string): { fills: string } => ({ fills: `<fill><patternFill patternType="none"/></fill><fill>${fill}</fill>` });

describe('fonts', () => {
  it.each<[string, string, StyleLook]>([
    [
      'name, size and colour',
      '<sz val="10.5"/><color rgb="FFC00000"/><name val="仿宋_GB2312"/>',
      { font: '仿宋_GB2312', size: 10.5, color: 'C00000' },
    ],
    ['everything on', '<b/><i/><strike/><u/>', { bold: true, italic: true, strike: true, underline: true }],
    ['everything off', '<b val="0"/><i val="false"/><strike val="0"/><u val="none"/>', {}],
    ['double underline', '<u val="double"/>', { underline: true }],
    ['an automatic colour', '<color auto="1"/>', {}],
    ['a size that is none', '<sz val="x"/>', {}],
  ])('%s', (_, font, expected) => {
    expect(look('<xf fontId="1"/>', fonts(font))).toEqual(expected);
  });

  it('the record counts whatever the apply flags say', () => {
    expect(
      look('<xf fontId="1" fillId="1" applyFont="0" applyFill="0"/>', {
        ...fonts('<b/>'),
        ...fills('<patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill>'),
      }),
    ).toEqual({ bold: true, fill: 'FFFF00' });
  });

  it('a record that is not there leaves the font open', () => {
    expect(look('<xf fontId="9"/>')).toEqual({});
  });
});

describe('fills', () => {
  it.each<[string, string, string | undefined]>([
    ['solid', '<patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill>', 'DDEBF7'],
    ['solid in the automatic colour', '<patternFill patternType="solid"><fgColor indexed="64"/></patternFill>', '000000'],
    ['solid without a colour', '<patternFill patternType="solid"/>', undefined],
    ['none', '<patternFill patternType="none"><fgColor rgb="FFDDEBF7"/></patternFill>', undefined],
    ['no pattern named', '<patternFill><fgColor rgb="FFDDEBF7"/></patternFill>', undefined],
    ['a pattern unknown', '<patternFill patternType="dots"/>', undefined],
    ['gray125', '<patternFill patternType="gray125"/>', 'DFDFDF'],
    [
      'half red on yellow',
      '<patternFill patternType="mediumGray"><fgColor rgb="FFFF0000"/><bgColor rgb="FFFFFF00"/></patternFill>',
      'FF8000',
    ],
    [
      'a gradient',
      '<gradientFill degree="90"><stop position="0"><color rgb="FF00B050"/></stop><stop position="1"><color theme="0"/></stop></gradientFill>',
      '00B050',
    ],
    ['nothing', '', undefined],
  ])('%s', (_, fill, expected) => {
    expect(look('<xf fillId="1"/>', fills(fill)).fill).toBe(expected);
  });
});

describe('borders, alignment, formats, locks', () => {
  it('borders by side, none where the line is none or unknown', () => {
    const borders =
      '<border/><border><left style="thin"><color rgb="FFBFBFBF"/></left><right style="none"/><top style="double"><color indexed="64"/></top><bottom style="wavy"/><diagonal style="thin"/></border>' +
      '<border><start style="hair"/><end style="medium"/></border>';
    expect(look('<xf borderId="1"/>', { borders }).borders).toEqual({ left: { line: 'thin', color: 'BFBFBF' }, top: { line: 'double' } });
    expect(look('<xf borderId="2"/>', { borders }).borders).toEqual({ left: { line: 'hair' }, right: { line: 'medium' } });
    expect(look('<xf borderId="0"/>', { borders })).toEqual(CALIBRI);
  });

  it.each<[string, string, Partial<StyleLook>]>([
    ['general and bottom', 'horizontal="general" vertical="bottom"', { valign: 'bottom' }],
    ['centre', 'horizontal="center" vertical="center" wrapText="1"', { align: 'center', valign: 'center', wrap: true }],
    ['across columns', 'horizontal="centerContinuous" vertical="top"', { align: 'centerContinuous', valign: 'top' }],
    ['spread', 'horizontal="distributed" vertical="distributed"', { align: 'distributed', valign: 'center' }],
    ['justified', 'horizontal="justify" vertical="justify"', { align: 'justify', valign: 'top' }],
    ['indented and shrunk', 'horizontal="left" indent="2" shrinkToFit="true"', { align: 'left', indent: 2, shrink: true }],
    ['up 45', 'textRotation="45"', { rotation: 45 }],
    ['up 90', 'textRotation="90"', { rotation: 90 }],
    ['down 1', 'textRotation="91"', { rotation: -1 }],
    ['down 90', 'textRotation="180"', { rotation: -90 }],
    ['between 180 and 255', 'textRotation="181"', {}],
    ['stacked', 'textRotation="255"', { rotation: 'stacked' }],
    ['unknown words', 'horizontal="middle" vertical="x" indent="-1" wrapText="maybe"', {}],
  ])('%s', (_, alignment, expected) => {
    expect(look(`<xf><alignment ${alignment}/></xf>`)).toEqual({ ...CALIBRI, ...expected });
  });

  it.each<[string, string, string | undefined]>([
    ['General', 'numFmtId="0"', undefined],
    ['built in', 'numFmtId="10"', '0.00%'],
    ['of Chinese Excel', 'numFmtId="31"', 'yyyy"年"m"月"d"日"'],
    ['of Chinese Excel, above 49', 'numFmtId="58"', 'm"月"d"日"'],
    ['its own', 'numFmtId="176"', '0.00_ '],
    ['unknown', 'numFmtId="999"', undefined],
  ])('format: %s', (_, id, expected) => {
    expect(look(`<xf ${id}/>`, { numFmts: '<numFmt numFmtId="176" formatCode="0.00_ "/>' }).numberFormat).toBe(expected);
  });

  it('unlocked cells', () => {
    expect(look('<xf applyProtection="1"><protection locked="0" hidden="1"/></xf>')).toEqual({ ...CALIBRI, locked: false });
    expect(look('<xf><protection/></xf>')).toEqual(CALIBRI);
  });
});

describe('numbers of styles', () => {
  const cells = '<c r="A1" s="2"/><c r="B1" s="1"/><c r="C1" s="3"/><c r="D1" s="4"/><c r="E1"/>';

  it('0 is the default, the others come as they are used, those alike are one', () => {
    const book = bookLook(one(cells), {
      styles: styleSheet({ ...fonts('<b/>', '<b/>', '<i/>'), cellXfs: '<xf/><xf fontId="1"/><xf fontId="3"/><xf fontId="2"/><xf/>' }),
    });
    expect(book.styles).toEqual([CALIBRI, { italic: true }, { bold: true }]);
    expect([...book.sheets[0]!.cells.styleOf]).toEqual([1, 2, 2, 0, 0]);
  });

  it('a number beyond the list is the default', () => {
    const book = bookLook(one('<c r="A1" s="99"><v>1</v></c><c r="B1" s="999999999" t="b"><v>1</v></c>'), { styles: styleSheet({}) });
    expect([...book.sheets[0]!.cells.styleOf]).toEqual([0, 0]);
    const byTheBook = bookLook(one('<!-- --><c r="A1" s="x"><v>1</v></c><c r="B1" s="-1"/>'), { styles: styleSheet({}) });
    expect([...byTheBook.sheets[0]!.cells.styleOf]).toEqual([0, 0]);
  });

  it.each<[string, string | undefined, StyleLook]>([
    ['no style sheet', undefined, {}],
    ['an empty one', `${DECLARATION}<styleSheet xmlns="${MAIN}"/>`, {}],
    ['one without cell formats', styleSheet({}).replace(/<cellXfs>.*<\/cellXfs>/, ''), CALIBRI],
    ['one without fonts', styleSheet({}).replace(/<fonts>.*<\/fonts>/, ''), {}],
    ['another root element', '<x/>', {}],
  ])('%s', (_, styles, expected) => {
    const book = bookLook(one(cells), styles === undefined ? {} : { styles });
    expect(book.styles).toEqual([expected]);
  });
});

describe('conditional styles', () => {
  const rule = (dxf: string): unknown => {
    const after =
      '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>';
    const found = sheetLook(worksheet({ after }), { styles: styleSheet({ dxfs: `<dxf>${dxf}</dxf>` }) }).conditional[0]!;
    return 'style' in found ? found.style : undefined;
  };
  it.each<[string, string, object]>([
    [
      'font and fill',
      '<font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill>',
      { bold: true, color: '9C0006', fill: 'FFC7CE' },
    ],
    [
      'what is taken away',
      '<font><b val="0"/><i val="0"/><u val="none"/><strike val="0"/></font>',
      { bold: false, italic: false, underline: false, strike: false },
    ],
    [
      'solid with a background',
      '<fill><patternFill patternType="solid"><fgColor auto="1"/><bgColor theme="7"/></patternFill></fill>',
      { fill: '8064A2' },
    ],
    [
      'solid with a foreground alone',
      '<fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/></patternFill></fill>',
      { fill: 'FFEB9C' },
    ],
    [
      'a pattern',
      '<fill><patternFill patternType="lightGray"><fgColor rgb="FF000000"/><bgColor rgb="FFFFFFFF"/></patternFill></fill>',
      { fill: 'BFBFBF' },
    ],
    ['none', '<fill><patternFill patternType="none"/></fill>', {}],
    ['a border, which is not shown', '<border><left style="thin"/></border>', {}],
  ])('%s', (_, dxf, expected) => {
    expect(rule(dxf)).toEqual(expected);
  });
});
