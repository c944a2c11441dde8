import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { columnPixels, digitWidth, rowPixels, standardPixels } from '../../../src/ooxml/look/lengths';
import type { ColumnLook, RowLook, SheetLook } from '../../../src/ooxml/look/look';
import { DECLARATION, MAIN, PACKAGE_RELS, REFS, workbook, workbookParts, zip } from '../package-builder';
import { template } from '../../hosts/xlsx/template';
import { bookLook, sheetLook, styleSheet, worksheet } from './look-of';

const filled = styleSheet({
  fills: '<fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>',
  cellXfs: '<xf/><xf fillId="1"/>',
});

describe('widths', () => {
  it.each([
    ['Calibri', 11, 7],
    ['Arial', 10, 7],
    ['宋体', 11, 8],
    ['宋体', 12, 8],
    ['宋体', 10, 7],
    ['宋体', 9, 6],
    ['等线', 11, 8],
    ['微软雅黑', 11, 8],
    ['Times New Roman', 12, 8],
    ['Verdana', 10, 8],
    ['', 1, 1],
  ])('a digit of %s %d takes %d pixels', (font, points, pixels) => {
    expect(digitWidth(font, points)).toBe(pixels);
  });

  it('columns and rows', () => {
    // The standard's own example, what Excel writes for its default column, and what Chinese Excel does.
    expect([columnPixels(8.7109375, 7), columnPixels(9.140625, 7), columnPixels(9, 8), columnPixels(10.625, 8)]).toEqual([61, 64, 72, 85]);
    expect([standardPixels(8, 7), standardPixels(8, 8), standardPixels(10, 7)]).toEqual([64, 72, 80]);
    expect([15, 14.25, 13.5, 30, 409.5].map(rowPixels)).toEqual([20, 19, 18, 40, 546]);
  });

  it.each<[string, string, number, number]>([
    ['nothing said', '', 64, 20],
    ['a width', '<sheetFormatPr defaultColWidth="12.7109375" defaultRowHeight="15"/>', 89, 20],
    ['a number of characters', '<sheetFormatPr baseColWidth="10" defaultRowHeight="14.25"/>', 80, 19],
    ['odd numbers', '<sheetFormatPr defaultColWidth="x" defaultRowHeight="-3"/>', 64, 20],
  ])('defaults: %s', (_, before, width, height) => {
    const sheet = sheetLook(worksheet({ before }), { styles: styleSheet({}) });
    expect([sheet.defaultWidth, sheet.defaultHeight]).toEqual([width, height]);
  });

  it('are measured by the style Normal, not by the first cell format', () => {
    const styles = styleSheet({
      fonts: '<font><sz val="20"/><name val="Arial"/></font><font><sz val="11"/><name val="宋体"/></font>',
    }).replace('<cellXfs>', '<cellStyleXfs><xf fontId="1"/></cellStyleXfs><cellXfs>');
    expect(sheetLook(worksheet({}), { styles }).defaultWidth).toBe(72);
  });
});

describe('columns', () => {
  const columns = (cols: string): readonly ColumnLook[] =>
    sheetLook(worksheet({ before: `<cols>${cols}</cols>` }), { styles: filled }).columns;
  it.each<[string, string, ColumnLook[]]>([
    [
      'widths',
      '<col min="1" max="1" width="9.140625"/><col min="3" max="4" width="20.7109375" customWidth="1"/>',
      [
        { first: 0, last: 0, width: 64 },
        { first: 2, last: 3, width: 145 },
      ],
    ],
    [
      'hidden, or without width',
      '<col min="2" max="2" width="9.140625" hidden="1"/><col min="4" max="4" width="0"/><col min="6" max="6" hidden="true" collapsed="1"/>',
      [
        { first: 1, last: 1, width: 64, hidden: true },
        { first: 3, last: 3, hidden: true },
        { first: 5, last: 5, hidden: true },
      ],
    ],
    ['all columns', '<col min="1" max="16384" width="9.140625" style="1"/>', [{ first: 0, last: 16_383, width: 64, style: 1 }]],
    [
      'neighbours alike become one',
      '<col min="1" max="1" width="9"/><col min="2" max="2" width="9"/><col min="3" max="3" width="8"/>',
      [
        { first: 0, last: 1, width: 63 },
        { first: 2, last: 2, width: 56 },
      ],
    ],
    [
      'overlapping: the later one counts',
      '<col min="1" max="5" width="9"/><col min="2" max="3" style="1"/>',
      [
        { first: 0, last: 0, width: 63 },
        { first: 1, last: 2, style: 1 },
        { first: 3, last: 4, width: 63 },
      ],
    ],
    [
      'out of order',
      '<col min="5" max="5" hidden="1"/><col min="1" max="1" hidden="1"/>',
      [
        { first: 0, last: 0, hidden: true },
        { first: 4, last: 4, hidden: true },
      ],
    ],
    [
      'records that say nothing',
      '<col min="1" max="3"/><col/><col min="x" max="2" hidden="1"/><col min="3" max="2" hidden="1"/><col min="16385" max="16385" hidden="1"/>',
      [],
    ],
    [
      'beyond the sheet',
      '<col min="16384" max="99999" hidden="1"/><col min="-5" max="1" hidden="1"/>',
      [
        { first: 0, last: 0, hidden: true },
        { first: 16_383, last: 16_383, hidden: true },
      ],
    ],
  ])('%s', (_, cols, expected) => {
    expect(columns(cols)).toEqual(expected);
  });

  it('many records over the same columns take no time', () => {
    expect(columns('<col min="1" max="16384" hidden="1"/>'.repeat(20_000))).toEqual([{ first: 0, last: 16_383, hidden: true }]);
  });
});

describe('rows', () => {
  const rows = (markup: string, before = ''): readonly RowLook[] => sheetLook(worksheet({ rows: markup, before }), { styles: filled }).rows;
  it.each<[string, string, RowLook[]]>([
    [
      'heights',
      '<row r="1" ht="30" customHeight="1"/><row r="3" ht="15"><c r="A3"><v>1</v></c></row>',
      [
        { first: 0, last: 0, height: 40 },
        { first: 2, last: 2, height: 20 },
      ],
    ],
    [
      'hidden, or without height',
      '<row r="1" hidden="1"/><row r="2" ht="0" customHeight="1"/><row r="4" ht="15" hidden="true"/>',
      [
        { first: 0, last: 0, hidden: true },
        { first: 1, last: 1, hidden: true },
        { first: 3, last: 3, height: 20, hidden: true },
      ],
    ],
    [
      'a style of its own',
      '<row r="1" s="1" customFormat="1"/><row r="2" s="1"/><row r="3" s="77" customFormat="1"/>',
      [{ first: 0, last: 0, style: 1 }],
    ],
    [
      'neighbours alike become one',
      '<row r="1" ht="18"/><row r="2" ht="18"/><row r="3" ht="18"/><row r="5" ht="18"/>',
      [
        { first: 0, last: 2, height: 24 },
        { first: 4, last: 4, height: 24 },
      ],
    ],
    [
      'without numbers',
      '<row ht="18"/><row/><row hidden="1"/>',
      [
        { first: 0, last: 0, height: 24 },
        { first: 2, last: 2, hidden: true },
      ],
    ],
    [
      'out of order and given twice',
      '<row r="3" ht="18"/><row r="1" ht="30"/><row r="3" ht="15"/>',
      [
        { first: 0, last: 0, height: 40 },
        { first: 2, last: 2, height: 20 },
      ],
    ],
    ['by the book', '<!-- --><row r="1" ht="30" s="1" customFormat="true"/>', [{ first: 0, last: 0, height: 40, style: 1 }]],
    ['odd numbers', '<row r="1" ht="x"/><row r="2" ht="1e9"/><row r="3" ht="-5"/>', [{ first: 1, last: 1, height: 546 }]],
    ['the last row', '<row r="1048576" hidden="1"/>', [{ first: 1_048_575, last: 1_048_575, hidden: true }]],
  ])('%s', (_, markup, expected) => {
    expect(rows(markup)).toEqual(expected);
  });

  it('hidden unless mentioned', () => {
    expect(
      rows('<row r="2"/><row r="3" ht="15"/><row r="6" hidden="1"/>', '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>'),
    ).toEqual([
      { first: 0, last: 0, hidden: true },
      { first: 2, last: 2, height: 20 },
      { first: 3, last: 4, hidden: true },
      { first: 5, last: 5, hidden: true },
      { first: 6, last: 1_048_575, hidden: true },
    ]);
  });
});

describe('views', () => {
  const view = (attributes: string, pane = ''): Pick<SheetLook, 'gridLines' | 'zoom' | 'freeze'> => {
    const { gridLines, zoom, freeze } = sheetLook(
      worksheet({ before: `<sheetViews><sheetView ${attributes} workbookViewId="0">${pane}</sheetView></sheetViews>` }),
    );
    return { gridLines, zoom, freeze };
  };
  const plain = { gridLines: true, zoom: 100, freeze: { rows: 0, columns: 0 } };
  it.each<[string, string, string, object]>([
    ['nothing said', '', '', {}],
    ['no grid lines', 'showGridLines="0"', '', { gridLines: false }],
    ['zoom', 'zoomScale="85" zoomScaleNormal="90"', '', { zoom: 85 }],
    ['zoom of the plain view beside that of the pages', 'view="pageBreakPreview" zoomScale="60" zoomScaleNormal="90"', '', { zoom: 90 }],
    ['zoom 0 stands for none', 'view="pageLayout" zoomScale="60" zoomScaleNormal="0"', '', {}],
    ['zoom out of range', 'zoomScale="4000"', '', { zoom: 400 }],
    ['frozen', '', '<pane xSplit="2" ySplit="3" topLeftCell="C4" state="frozen"/>', { freeze: { rows: 3, columns: 2 } }],
    ['frozen after a split', '', '<pane ySplit="1" state="frozenSplit"/>', { freeze: { rows: 1, columns: 0 } }],
    [
      'frozen and scrolled',
      'topLeftCell="A10"',
      '<pane ySplit="1" topLeftCell="A50" state="frozen"/>',
      { freeze: { rows: 1, columns: 0 } },
    ],
    ['split only', '', '<pane xSplit="2400" ySplit="1200" state="split"/>', {}],
    ['split without a word', '', '<pane xSplit="2400"/>', {}],
    ['beyond the sheet', '', '<pane xSplit="99999" ySplit="99999999" state="frozen"/>', { freeze: { rows: 1_048_575, columns: 16_383 } }],
  ])('%s', (_, attributes, pane, expected) => {
    expect(view(attributes, pane)).toEqual({ ...plain, ...expected });
  });

  it('tab colour and protection', () => {
    const sheet = sheetLook(
      worksheet({
        before: '<sheetPr><tabColor theme="4" tint="-0.249977111117893"/></sheetPr>',
        after: '<sheetProtection sheet="1" objects="1"/>',
      }),
    );
    expect([sheet.tabColor, sheet.protected]).toEqual(['376092', true]);
    const other = sheetLook(worksheet({ after: '<sheetProtection objects="1"/>' }));
    expect(['tabColor' in other, other.protected]).toEqual([false, false]);
  });
});

describe('the workbook', () => {
  const views = (active: number): string => `<bookViews><workbookView activeTab="${active}"/></bookViews>`;
  const xml = worksheet({});
  const sheets = [
    { name: '甲', xml, state: 'hidden' as const },
    { name: '乙', xml },
    { name: '丙', xml },
    { name: '丁', xml, state: 'veryHidden' as const },
  ];
  it.each([
    ['the one named', views(2), '丙'],
    ['the first visible one where none is named', '', '乙'],
    ['not a hidden one', views(0), '乙'],
    ['not one that does not exist', views(9), '乙'],
  ])('sheet on top: %s', (_, beforeSheets, expected) => {
    const look = openXlsx(workbook({ sheets, beforeSheets })).look();
    expect(look.active).toBe(expected);
    expect(look.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['甲', true],
      ['乙', false],
      ['丙', false],
      ['丁', true],
    ]);
  });

  it('gives the sheets asked for, and what lies on top all the same', () => {
    const look = openXlsx(workbook({ sheets, beforeSheets: views(2) })).look(['丁', '无']);
    expect([look.sheets.map(({ name }) => name), look.active]).toEqual([['丁'], '丙']);
  });

  it('leaves chart sheets out', () => {
    expect(
      openXlsx(template())
        .look()
        .sheets.map(({ name }) => name),
    ).toEqual(['指标表', '名单', '深藏']);
  });
});

describe('merged cells', () => {
  const merges = (...refs: string[]): unknown =>
    sheetLook(worksheet({ after: `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` })).merges.map(
      ({ top, left, bottom, right }) => [top, left, bottom, right],
    );
  it.each<[string, string[], number[][]]>([
    [
      'row by row',
      ['A3:B4', 'C1:D1', 'A1:B2'],
      [
        [0, 0, 1, 1],
        [0, 2, 0, 3],
        [2, 0, 3, 1],
      ],
    ],
    ['single cells are none', ['A1:A1', 'B1'], []],
    [
      'overlapping ones: the upper one stays',
      ['B2:C3', 'A1:B2', 'C4:D5', 'A3:A4'],
      [
        [0, 0, 1, 1],
        [2, 0, 3, 0],
        [3, 2, 4, 3],
      ],
    ],
    ['given twice', ['A1:B1', 'A1:B1'], [[0, 0, 0, 1]]],
    ['one around another', ['B2:C3', 'A1:D9'], [[0, 0, 8, 3]]],
    [
      'touching',
      ['A1:A3', 'B1:C1', 'B2:B3', 'C2:C3'],
      [
        [0, 0, 2, 0],
        [0, 1, 0, 2],
        [1, 1, 2, 1],
        [1, 2, 2, 2],
      ],
    ],
  ])('%s', (_, refs, expected) => {
    expect(merges(...refs)).toEqual(expected);
  });
});

describe('what lies on cells', () => {
  const CONTENT = 'xl/worksheets/_rels/sheet1.xml.rels';
  const rels = (...items: readonly (readonly [id: string, kind: string, target: string, mode?: string])[]): string =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE_RELS}">${items.map(([id, kind, target, mode]) => `<Relationship Id="${id}" Type="${REFS}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`).join('')}</Relationships>`;

  it('links inside the workbook alone', () => {
    const after =
      `<hyperlinks><hyperlink ref="B2" location="'得分明细'!A5" display="x"/><hyperlink ref="A1:C1" location="#数据!B2"/><hyperlink ref="A3" r:id="rId1"/><hyperlink ref="A4" r:id="rId1" location="片段"/>` +
      '<hyperlink ref="A5" r:id="rId2"/><hyperlink ref="A6" r:id="rId9"/><hyperlink ref="" location="A1"/><hyperlink ref="A7"/><hyperlink ref="A8" location="排名"/></hyperlinks>';
    const sheet = sheetLook(worksheet({ after }), {
      extra: {
        [CONTENT]: rels(['rId1', 'hyperlink', 'https://example.org/', 'External'], ['rId2', 'hyperlink', '#得分明细!A1', 'External']),
      },
    });
    expect(sheet.links).toEqual([
      { row: 0, column: 0, to: '数据!B2' },
      { row: 1, column: 1, to: "'得分明细'!A5" },
      { row: 4, column: 0, to: '得分明细!A1' },
      { row: 7, column: 0, to: '排名' },
    ]);
    expect(sheet.drawings).toBe(false);
  });

  it('notes, runs put together', () => {
    const comments =
      `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="B9" authorId="0"><text><r><rPr><b/></rPr><t>张三:</t></r><r><t xml:space="preserve">\n请核对 _x0041_</t></r><rPh sb="0" eb="1"><t>qǐng</t></rPh></text></comment>` +
      '<comment ref="A1" authorId="0"><text><t>单位</t></text></comment><comment ref="XFE1" authorId="0"><text><t>外</t></text></comment><comment authorId="0"><text><t>无</t></text></comment></commentList></comments>';
    const sheet = sheetLook(worksheet({}), {
      extra: { [CONTENT]: rels(['rId1', 'comments', '../comments1.xml']), 'xl/comments1.xml': comments },
    });
    expect(sheet.notes).toEqual([
      { row: 0, column: 0, text: '单位' },
      { row: 8, column: 1, text: '张三:\n请核对 A' },
    ]);
  });

  it('a comments part that is missing', () => {
    expect(sheetLook(worksheet({}), { extra: { [CONTENT]: rels(['rId1', 'comments', '../comments1.xml']) } }).notes).toEqual([]);
  });

  const vml = (kind: string): string =>
    `<xml xmlns:x="urn:schemas-microsoft-com:office:excel"><br><x:ClientData ObjectType="${kind}"/></xml>`;
  it.each<[string, string, Record<string, string | Uint8Array>, boolean]>([
    ['nothing', '', {}, false],
    [
      'a drawing',
      '<drawing r:id="rId1"/>',
      { [CONTENT]: rels(['rId1', 'drawing', '../d.xml']), 'xl/d.xml': '<xdr:wsDr xmlns:xdr="urn:x"><xdr:oneCellAnchor>' },
      true,
    ],
    [
      'an empty drawing',
      '<drawing r:id="rId1"/>',
      { [CONTENT]: rels(['rId1', 'drawing', '../d.xml']), 'xl/d.xml': '<xdr:wsDr xmlns:xdr="urn:x"/>' },
      false,
    ],
    ['a drawing that is missing', '<drawing r:id="rId1"/>', { [CONTENT]: rels(['rId1', 'drawing', '../d.xml']) }, false],
    [
      'the boxes of notes',
      '<legacyDrawing r:id="rId1"/>',
      { [CONTENT]: rels(['rId1', 'vmlDrawing', '../v.vml']), 'xl/v.vml': vml('Note') },
      false,
    ],
    ['a button', '<legacyDrawing r:id="rId1"/>', { [CONTENT]: rels(['rId1', 'vmlDrawing', '../v.vml']), 'xl/v.vml': vml('Button') }, true],
    [
      'controls',
      '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>',
      {},
      true,
    ],
    ['an embedded document', '<oleObjects/>', {}, true],
    ['a picture behind the cells', '<picture r:id="rId1"/>', {}, true],
  ])('drawings: %s', (_, after, extra, expected) => {
    expect(sheetLook(worksheet({ after }), { extra }).drawings).toBe(expected);
  });
});

describe('dialects and encodings', () => {
  const before =
    '<sheetPr><tabColor rgb="FF00B050"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="20" style="1"/></cols>';
  const rows =
    '<row r="1" ht="30"><c r="A1" s="1"/><c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">A1&amp;"A1"</f><v>甲</v></c></row><row r="2"><c r="B2" t="str"><f t="shared" si="0"/><v>乙</v></c></row>';
  const xml = worksheet({ before, rows, after: '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>' });
  const expected = bookLook(xml, { styles: filled });
  const prefixed = (text: string): string => text.replace(/<(\/?)([a-z])/gi, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
  const strict = (text: string): string =>
    text
      .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument');

  it('is what the others are measured by', () => {
    const sheet = expected.sheets[0]!;
    expect([sheet.tabColor, sheet.gridLines, sheet.columns, sheet.rows]).toEqual([
      '00B050',
      false,
      [{ first: 0, last: 0, width: 140, style: 1 }],
      [{ first: 0, last: 0, height: 40 }],
    ]);
    expect(sheet.cells.formulas.map(({ text }) => text)).toEqual(['A1&"A1"', 'A2&"A1"']);
    expect(expected.styles[1]).toMatchObject({ fill: 'FFFF00' });
  });

  it.each([
    ['with a prefix', prefixed(xml), prefixed(filled)],
    ['by the book', xml.replace('<sheetData>', '<sheetData><!-- -->'), filled.replace('<cellXfs>', '<!-- --><cellXfs>')],
    ['with single quotes', xml.replaceAll('"', "'").replaceAll("'A1'", '"A1"'), filled.replaceAll('"', "'")],
  ])('%s', (_, sheet, styles) => {
    expect(bookLook(sheet, { styles })).toEqual(expected);
  });

  it('strict', () => {
    const parts = workbookParts({ sheets: [{ name: '数据', xml }], styles: filled });
    const look = openXlsx(zip(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strict(part as string)])))).look();
    expect(look).toEqual(expected);
  });

  it('UTF-16', () => {
    const parts = workbookParts({ sheets: [{ name: '数据', xml }], styles: filled });
    const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
    const look = openXlsx(zip({ ...parts, 'xl/worksheets/sheet1.xml': wide(xml), 'xl/styles.xml': wide(filled) })).look();
    expect(look).toEqual(expected);
  });
});
