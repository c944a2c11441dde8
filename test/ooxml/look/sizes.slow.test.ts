import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { DECLARATION, MAIN, PACKAGE_RELS, REFS, workbook, workbookParts, zip } from '../package-builder';
import { bookLook, sheetLook, styleSheet, worksheet } from './look-of';
import { outcome } from './outcome';

const sheet = (xml: string): Uint8Array => workbook({ sheets: [{ name: '数据', xml }] });
const rows = (markup: string): Uint8Array => sheet(worksheet({ rows: markup }));
const filled = styleSheet({
  fills: '<fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>',
  cellXfs: '<xf/><xf fillId="1"/>',
});

describe('sizes', () => {
  it('a formula shared by many cells is worked out up to a limit', () => {
    const long = `B1+${'1'.repeat(8000)}`;
    const cells = (count: number): string =>
      Array.from({ length: count }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}"><f t="shared" si="0"/><v>1</v></c></row>`).join('');
    expect(outcome(rows(`<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A60000">${long}</f></c></row>${cells(50_000)}`))).toBe(
      'long-text',
    );
  });

  it('a note that is too long', () => {
    const comments = `${DECLARATION}<comments xmlns="${MAIN}"><commentList><comment ref="A1"><text><t>${'长'.repeat(4_000_001)}</t></text></comment></commentList></comments>`;
    const parts = workbookParts({ sheets: [{ name: '数据', xml: worksheet({}) }] });
    const rels = `${DECLARATION}<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${REFS}/comments" Target="../comments1.xml"/></Relationships>`;
    expect(outcome(zip({ ...parts, 'xl/worksheets/_rels/sheet1.xml.rels': rels, 'xl/comments1.xml': comments }, 0))).toBe('long-text');
  });

  it('more rows than all sheets together may have', () => {
    const xml = worksheet({ rows: '<row r="1048576"><c r="A1048576"/></row>' });
    const sheets = Array.from({ length: 24 }, (_, n) => ({ name: `表${n}`, xml }));
    expect(outcome(workbook({ sheets: sheets.slice(0, 23) }))).toBe('ok');
    expect(outcome(workbook({ sheets }))).toBe('zip-bomb');
  });

  it('a styled column stays one record', () => {
    const book = openXlsx(
      workbook({
        sheets: [{ name: '数据', xml: worksheet({ before: '<cols><col min="1" max="16384" style="1" width="9"/></cols>' }) }],
        styles: styleSheet({ cellXfs: '<xf/><xf numFmtId="9"/>' }),
      }),
    ).look();
    expect([book.sheets[0]!.columns.length, book.sheets[0]!.cells.kinds.length]).toEqual([1, 0]);
  });

  it('a million styled rows are one record and no cell', () => {
    const sheet = sheetLook(
      worksheet({ rows: Array.from({ length: 1_048_576 }, (_, n) => `<row r="${n + 1}" s="1" customFormat="1"/>`).join('') }),
      { styles: filled },
    );
    expect(sheet.rows).toEqual([{ first: 0, last: 1_048_575, style: 1 }]);
    expect([sheet.cells.rows, sheet.cells.kinds.length]).toEqual([0, 0]);
  });

  it('65,536 that differ, and no more', () => {
    const formats = Array.from({ length: 65_540 }, (_, n) => `<numFmt numFmtId="${200 + n}" formatCode="0&quot;${n}&quot;"/>`).join('');
    const xfs = Array.from({ length: 65_540 }, (_, n) => `<xf numFmtId="${200 + n}"/>`).join('');
    const rows = Array.from({ length: 65_540 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" s="${n}"/></row>`).join('');
    const book = bookLook(worksheet({ rows }), { styles: styleSheet({ numFmts: formats, cellXfs: xfs }) });
    const { styleOf } = book.sheets[0]!.cells;
    expect(book.styles).toHaveLength(65_536);
    expect([styleOf[65_535], styleOf[65_536]]).toEqual([65_535, 0]);
  });
});
