import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { DECLARATION, PACKAGE_RELS, workbook, zip } from '../package-builder';
import { template, templateParts } from '../../hosts/xlsx/template';
import { styleSheet, worksheet } from './look-of';
import { outcome } from './outcome';

const withPart = (part: string, content: string | Uint8Array): Uint8Array => zip({ ...templateParts(), [part]: content });
const sheet = (xml: string): Uint8Array => workbook({ sheets: [{ name: '数据', xml }] });
const rows = (markup: string): Uint8Array => sheet(worksheet({ rows: markup }));

describe('parts that are broken', () => {
  it.each([
    'xl/styles.xml',
    'xl/theme/theme1.xml',
    'xl/comments1.xml',
    'xl/sharedStrings.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/_rels/sheet1.xml.rels',
  ])('%s', (part) => {
    expect(outcome(withPart(part, '<a><b></a>'))).toBe('broken-xml');
    expect(outcome(withPart(part, ''))).toBe('broken-xml');
    expect(outcome(withPart(part, new Uint8Array([0x3c, 0x61, 0xff, 0xfe])))).toBe('broken-xml');
    expect(outcome(withPart(part, `<!DOCTYPE a [<!ENTITY b "c">]><a/>`))).toBe('doctype');
    expect(outcome(withPart(part, '<a>'.repeat(2000)))).toBe('broken-xml');
  });

  it.each(['xl/styles.xml', 'xl/theme/theme1.xml', 'xl/comments1.xml', 'xl/sharedStrings.xml'])(
    '%s with another root or none of its lists',
    (part) => {
      const code = outcome(withPart(part, '<a/>'));
      // The first sheet of the template has shared texts, which are then missing.
      expect(code).toBe(part === 'xl/sharedStrings.xml' ? 'bad-cell' : 'ok');
    },
  );

  it('old drawings need be no XML at all', () => {
    expect(outcome(withPart('xl/drawings/vmlDrawing1.vml', new Uint8Array([0xff, 0, 0xd8, 0x3c])))).toBe('ok');
    expect(outcome(withPart('xl/drawings/drawing1.xml', '<a'))).toBe('ok');
  });

  it('truncated anywhere: refused in words, never a crash', () => {
    const whole = template();
    for (let length = 0; length < whole.length; length += 397) expect(outcome(whole.slice(0, length))).not.toBe('ok');
  });
});

describe('places and values', () => {
  it.each<[string, Uint8Array, string]>([
    ['a row beyond the sheet', rows('<row r="1048577"/>'), 'outside-sheet'],
    ['an empty cell beyond the sheet', rows('<row r="1"><c r="XFE1"/></row>'), 'outside-sheet'],
    ['an empty cell on the last place', rows('<row r="1048576"><c r="XFD1048576"/></row>'), 'ok'],
    ['a number that is none', rows('<row r="1"><c r="A1"><v>x</v></c></row>'), 'bad-cell'],
    ['a merged area that is none', sheet(worksheet({ after: '<mergeCells><mergeCell ref="x"/></mergeCells>' })), 'bad-merge'],
    [
      'a sheet that is missing',
      workbook({
        sheets: [{ name: '数据', xml: worksheet({}) }],
        extra: { 'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE_RELS}"/>` },
      }),
      'missing-sheet',
    ],
  ])('%s', (_, bytes, code) => {
    expect(outcome(bytes)).toBe(code);
  });

  it('no place of the furniture is trusted', () => {
    const before =
      '<sheetPr><tabColor theme="-1" tint="NaN"/></sheetPr><sheetViews/><sheetFormatPr defaultColWidth="1e999" defaultRowHeight="NaN" baseColWidth="-1"/><cols><col min="NaN" max="Infinity" style="-1" width="1e300"/></cols>';
    const after =
      '<sheetProtection/><conditionalFormatting><cfRule/></conditionalFormatting><hyperlinks><hyperlink/></hyperlinks><drawing/><legacyDrawing r:id="rId404"/><extLst><ext/></extLst>';
    expect(outcome(sheet(worksheet({ before, rows: '<row r="1" ht="Infinity" s="x" customFormat="1" hidden="maybe"/>', after })))).toBe(
      'ok',
    );
  });

  it('nor is a style sheet', () => {
    const styles = styleSheet({
      numFmts: '<numFmt/><numFmt numFmtId="200"/>',
      fonts: '<font><sz/><name/><color/><u val=""/><b val="x"/></font>',
      fills:
        '<fill><gradientFill/></fill><fill><patternFill patternType="__proto__"/></fill><fill><patternFill patternType="constructor"/></fill>',
      borders: '<border><left style=""/></border>',
      cellXfs:
        '<xf numFmtId="x" fontId="-1" fillId="1e9" borderId="NaN" xfId="x"><alignment textRotation="x" indent="x"/><protection locked="x"/></xf><xf fillId="1"/><xf fillId="2"/>',
      dxfs: '<dxf/>',
      colors: '<indexedColors/>',
    });
    const xml = worksheet({ rows: '<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/></row>' });
    const book = openXlsx(workbook({ sheets: [{ name: '数据', xml }], styles })).look();
    expect(book.styles).toEqual([{}, { underline: true, bold: true }]);
  });
});
