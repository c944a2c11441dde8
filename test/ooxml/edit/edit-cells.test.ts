import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { DECLARATION, MAIN, partText, plainWorkbook, sheetOf, sheetXml, unzip, workbook, workbookParts, zip } from '../package-builder';
import { fullPlan } from '../../hosts/xlsx/sample-plan';
import { template } from '../../hosts/xlsx/template';
import { PART, dataOf, edited, formula, oneSheet, refused, result, rowsAfter, styleSheet, value } from './edited-part';

const ROW = '<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" t="s" s="2"><v>0</v></c><c r="C1"><f>A1*2</f><v>2</v></c></row>';

describe('a value', () => {
  it.each([
    [12.5, '<v>12.5</v>', ''],
    [0.1 + 0.2, '<v>0.30000000000000004</v>', ''],
    [1e21, '<v>1e+21</v>', ''],
    [true, '<v>1</v>', ' t="b"'],
    [false, '<v>0</v>', ' t="b"'],
    ['<甲> & "乙"', '<is><t xml:space="preserve">&lt;甲&gt; &amp; &quot;乙&quot;</t></is>', ' t="inlineStr"'],
    [' a\r\n_x0041_', '<is><t xml:space="preserve"> a_x000D_&#10;_x005F_x0041_</t></is>', ' t="inlineStr"'],
    [{ error: '#N/A' }, '<v>#N/A</v>', ' t="e"'],
    [{ error: '#SPILL!' }, '<v>#VALUE!</v>', ' t="e"'],
  ])('%j', (to, content, type) => {
    expect(rowsAfter(ROW, value('A1', to))).toBe(ROW.replace('<c r="A1" s="3"><v>1</v></c>', `<c r="A1" s="3"${type}>${content}</c>`));
  });

  it('takes the place of a shared text and of a formula', () => {
    expect(rowsAfter(ROW, value('B1', 1), value('C1', 2))).toBe(
      '<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="2"><v>1</v></c><c r="C1"><v>2</v></c></row>',
    );
  });

  it('takes the place of a rich inline text', () => {
    expect(
      rowsAfter('<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r></is></c></row>', value('A1', 3)),
    ).toBe('<row r="1"><c r="A1"><v>3</v></c></row>');
  });

  it.each([[null], ['']])('%j empties a cell, which keeps its style, and makes none', (nothing) => {
    expect(rowsAfter(ROW, value('A1', nothing), value('C1', nothing), value('D1', nothing), value('A9', nothing))).toBe(
      ROW.replace('<c r="A1" s="3"><v>1</v></c>', '<c r="A1" s="3"/>').replace('<c r="C1"><f>A1*2</f><v>2</v></c>', '<c r="C1"/>'),
    );
  });

  it('that finds nothing to change leaves the file as it is', () => {
    const bytes = oneSheet(sheetXml(ROW));
    expect(unzip(edited(bytes, value('D1', null), result('A1', 5)).bytes())).toEqual(unzip(bytes));
  });

  it('keeps other attributes, but not the metadata of a formula', () => {
    const row = (cell: string): string => `<row r="1">${cell}</row>`;
    expect(rowsAfter(row('<c r="A1" cm="1" vm=\'2\' ph="1" s="4" t="e"><f>X()</f><v>#VALUE!</v></c>'), value('A1', 1))).toBe(
      row('<c r="A1" ph="1" s="4"><v>1</v></c>'),
    );
    expect(rowsAfter(row('<c r="A1" cm="1" vm=\'2\' ph="1" s="4" t="e"><f>X()</f><v>#VALUE!</v></c>'), result('A1', 1))).toBe(
      row('<c r="A1" cm="1" vm=\'2\' ph="1" s="4"><f>X()</f><v>1</v></c>'),
    );
  });
});

describe('a formula', () => {
  it('is written with its result', () => {
    expect(rowsAfter(ROW, formula('A1', 'IF(B1<>"",1,2)', 2))).toContain(
      '<c r="A1" s="3"><f>IF(B1&lt;&gt;&quot;&quot;,1,2)</f><v>2</v></c>',
    );
    expect(rowsAfter(ROW, formula('C1', 'B1&""', '=甲'))).toContain('<c r="C1" t="str"><f>B1&amp;&quot;&quot;</f><v>=甲</v></c>');
    expect(rowsAfter(ROW, formula('D1', 'A1', null))).toContain('<c r="D1"><f>A1</f></c>');
    expect(rowsAfter(ROW, formula('D1', 'REPT("x",40000)', 'x'.repeat(32_768)))).toContain('</f><v>#VALUE!</v>');
    expect(rowsAfter(ROW, result('C1', 'x'.repeat(32_767)))).toContain('<v>xxx');
    expect(rowsAfter(ROW, formula('D1', '1/0', { error: '#DIV/0!' }))).toContain('<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
  });

  it('gets another result and nothing else', () => {
    const row =
      '<row r="1"><c r="A1" s="1"><f ca="1">NOW()<!-- x --></f><v>1</v><extLst/></c><c r="B1" t="str"><f>A1</f></c><c r="C1" t="str"><f/><v><![CDATA[x]]></v></c></row>';
    expect(rowsAfter(row, result('A1', '晚'), result('B1', 7), result('C1', null))).toBe(
      '<row r="1"><c r="A1" s="1" t="str"><f ca="1">NOW()<!-- x --></f><v>晚</v><extLst/></c><c r="B1"><f>A1</f><v>7</v></c><c r="C1"><f/></c></row>',
    );
  });
});

describe('a missing cell', () => {
  it('comes into its row in column order', () => {
    expect(rowsAfter('<row r="2"><c r="B2"><v>1</v></c><c r="D2"/></row>', value('E2', 5), value('A2', 1), value('C2', 3))).toBe(
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2"><v>3</v></c><c r="D2"/><c r="E2"><v>5</v></c></row>',
    );
  });

  it('comes with its row in row order', () => {
    expect(
      rowsAfter(
        '<row r="3"/><row r="5" ht="20"></row>',
        value('A5', 5),
        value('B1', 1),
        value('A1', 0),
        value('A4', 4),
        value('B3', 3),
        value('A9', 9),
      ),
    ).toBe(
      '<row r="1"><c r="A1"><v>0</v></c><c r="B1"><v>1</v></c></row><row r="3"><c r="B3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="5" ht="20"><c r="A5"><v>5</v></c></row><row r="9"><c r="A9"><v>9</v></c></row>',
    );
  });

  it('comes into an empty sheet', () => {
    const xml = (data: string): string => `${DECLARATION}<worksheet xmlns="${MAIN}"><dimension ref="A1"/>${data}</worksheet>`;
    for (const empty of ['<sheetData/>', '<sheetData />', '<sheetData></sheetData>']) {
      const after = partText(edited(oneSheet(xml(empty)), value('C2', 1), value('B1', 2)).bytes(), PART);
      expect(after.replace('<sheetData >', '<sheetData>')).toBe(
        xml('<sheetData><row r="1"><c r="B1"><v>2</v></c></row><row r="2"><c r="C2"><v>1</v></c></row></sheetData>').replace(
          'ref="A1"',
          'ref="A1:C2"',
        ),
      );
    }
  });

  it('finds its place among rows and cells without addresses, or out of order', async () => {
    expect(
      rowsAfter(
        '<row><c><v>1</v></c><c r="D1"/><c><v>5</v></c></row><row/>',
        value('B1', 2),
        value('E1', 6),
        value('A2', 7),
        value('F1', 8),
        value('A3', 9),
      ),
    ).toBe(
      '<row><c><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"/><c><v>6</v></c><c r="F1"><v>8</v></c></row><row><c r="A2"><v>7</v></c></row><row r="3"><c r="A3"><v>9</v></c></row>',
    );
    const strange = '<row r="5"><c r="C5"/><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const file = edited(
      oneSheet(sheetXml(strange)),
      value('A5', 10),
      value('B5', 11),
      value('A2', 12),
      value('B2', 13),
      value('A3', 14),
      value('A7', 15),
    );
    const { grid } = (await file.read())[0]!;
    expect([grid.number(4, 0), grid.number(4, 1), grid.number(1, 0), grid.number(1, 1), grid.number(2, 0), grid.number(6, 0)]).toEqual([
      10, 11, 12, 13, 14, 15,
    ]);
  });

  it('is changed wherever a file has it twice', async () => {
    const file = edited(
      oneSheet(sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="1"><c r="B1"><v>3</v></c></row>')),
      value('A1', 9),
      value('B1', 8),
      value('C1', 7),
    );
    const { grid } = (await file.read())[0]!;
    expect([0, 1, 2].map((column) => grid.number(0, column))).toEqual([9, 8, 7]);
  });

  it('takes the style of its row, else of its column', () => {
    const xml = `<worksheet xmlns="${MAIN}"><cols><col min="2" max="3" style="4"/><col min="4" max="4" width="9"/></cols><sheetData><row r="1" s="5" customFormat="1"/><row r="2" s="5"/></sheetData></worksheet>`;
    expect(dataOf(partText(edited(oneSheet(xml), value('B1', 1), value('B2', 2), value('D2', 3), value('C3', 4)).bytes(), PART))).toBe(
      '<row r="1" s="5" customFormat="1"><c r="B1" s="5"><v>1</v></c></row><row r="2" s="5"><c r="B2" s="4"><v>2</v></c><c r="D2"><v>3</v></c></row><row r="3"><c r="C3" s="4"><v>4</v></c></row>',
    );
  });

  it('widens spans and dimension, and only where it lies outside', () => {
    const xml = (dimension: string, spans: string, cells: string): string =>
      `<worksheet xmlns="${MAIN}"><dimension ref="${dimension}"/><sheetData><row r="2" spans="${spans}">${cells}</row></sheetData></worksheet>`;
    const after = (...cells: Parameters<typeof value>[]): string =>
      partText(edited(oneSheet(xml('B2:D4', '2:4', '<c r="B2"/>')), ...cells.map((cell) => value(...cell))).bytes(), PART);
    expect(after(['D2', 1])).toBe(xml('B2:D4', '2:4', '<c r="B2"/><c r="D2"><v>1</v></c>'));
    expect(after(['E2', 1])).toBe(xml('B2:E4', '2:5', '<c r="B2"/><c r="E2"><v>1</v></c>'));
    expect(after(['A2', 1])).toBe(xml('A2:D4', '1:4', '<c r="A2"><v>1</v></c><c r="B2"/>'));
    expect(after(['E2', null])).toBe(xml('B2:D4', '2:4', '<c r="B2"/>'));
  });

  it('may lie in the last corner', async () => {
    const file = edited(plainWorkbook(), value('XFD1048576', 1));
    expect(partText(file.bytes(), PART)).toContain('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>');
  });
});

describe('styles', () => {
  const xfs = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>',
  ];
  const bytes = oneSheet(sheetXml('<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2" t="inlineStr"><is><t>=甲</t></is></c></row>'), {
    styles: styleSheet(xfs),
  });
  const added = (...cells: Parameters<typeof edited>[1][]): [string, string[]] => {
    const after = edited(bytes, ...cells).bytes();
    const styles = partText(after, 'xl/styles.xml');
    return [
      dataOf(partText(after, PART)),
      styles
        .slice(styles.indexOf(xfs[2]!) + xfs[2]!.length, styles.indexOf('</cellXfs>'))
        .split(/(?=<xf )/)
        .filter(Boolean),
    ];
  };

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('text that begins like a formula is kept text: %j', (text) => {
    const [data, styles] = added(value('B1', text));
    expect(data).toContain('<c r="B1" s="3" t="inlineStr">');
    expect(styles).toEqual([
      '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1" quotePrefix="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
    ]);
  });

  it('a record that is there already serves, and quotePrefix stays where it was', () => {
    const [data, styles] = added(value('A1', '=1'), value('C1', '甲'), value('D1', '=2'));
    expect(data).toMatch(/<c r="A1" s="2".*<c r="C1" s="2".*<c r="D1" s="2"/);
    expect(styles).toEqual([]);
  });

  it('a formula loses quotePrefix', () => {
    expect(added(formula('C1', 'A1', 0))[0]).toContain('<c r="C1"><f>A1</f><v>0</v></c>'.replace('"C1"', '"C1" s="0"'));
  });

  it("a number format comes into a copy of the cell's own style, once", () => {
    const [data, styles] = added(
      value('A1', 0.5, '0.00%'),
      value('B1', 45000, 'yyyy/m/d'),
      value('D1', 45001, 'yyyy/m/d'),
      value('E1', 1, 'General'),
    );
    expect(data).toBe(
      '<row r="1"><c r="A1" s="3"><v>0.5</v></c><c r="B1" s="4"><v>45000</v></c><c r="C1" s="2" t="inlineStr"><is><t>=甲</t></is></c><c r="D1" s="5"><v>45001</v></c><c r="E1"><v>1</v></c></row>',
    );
    expect(styles).toEqual([
      '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
      '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1" applyNumberFormat="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
      '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
    ]);
  });

  it('a second edit of the same kind adds no record', () => {
    const file = edited(bytes, value('A1', 0.5, '0.00%'));
    const styles = partText(file.bytes(), 'xl/styles.xml');
    file.edit([{ sheet: '数据', cells: [value('D1', 0.7, '0.00%'), value('A1', 0.6, '0.00%')] }]);
    expect(partText(file.bytes(), 'xl/styles.xml')).toBe(styles);
  });

  it('a workbook without a style sheet gets one when it needs one', async () => {
    const file = edited(plainWorkbook(), value('B2', 0.5, '0.00%'), value('A2', '=乙'));
    const { grid } = (await openXlsx(file.bytes()).read())[0]!;
    expect(grid.cell(1, 1)).toEqual({ kind: 'number', value: 0.5, format: '0.00%' });
    expect(grid.text(1, 0)).toBe('=乙');
    expect(Object.keys(unzip(edited(plainWorkbook(), value('B2', 2)).bytes()))).not.toContain('xl/styles.xml');
  });

  it('dates go into the epoch of 1904 where the workbook counts so', async () => {
    const dated = oneSheet(
      sheetXml('<row r="1"><c r="A1" s="1"><v>40000</v></c><c r="B1"><v>1</v></c><c r="C1" s="1"><f>A1+1</f><v>40001</v></c></row>'),
      {
        styles: styleSheet([xfs[0]!, '<xf numFmtId="14" fontId="0" fillId="0" borderId="0"/>']),
        beforeSheets: '<workbookPr date1904="1"/>',
      },
    );
    const file = edited(
      dated,
      value('A1', 45000),
      value('B1', 45000),
      value('D1', 45000, 'yyyy/m/d'),
      result('C1', 45001),
      value('E1', 0.5, 'h:mm'),
    );
    const data = dataOf(partText(file.bytes(), PART));
    expect(data).toMatch(/<c r="A1" s="1"><v>43538<\/v>.*<c r="B1"><v>45000<\/v>.*<v>43539<\/v>.*<v>43538<\/v>.*<v>0.5<\/v>/);
    const { grid } = (await file.read())[0]!;
    expect([0, 1, 2, 3, 4].map((column) => grid.number(0, column))).toEqual([45000, 45000, 45001, 45000, 0.5]);
  });
});

describe('shared formulas', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:C3" si="0">A1*$A$1&amp;"A1"</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" ca="1" si="0"></f><v>2</v></c><c r="D2"><f t="shared" ref="D2:D3" si="1">A2</f><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c><c r="D3"><f t="shared" si="1"/></c></row>';

  it('are given to the others when the first cell changes', () => {
    expect(rowsAfter(rows, value('B1', 5), value('C1', 6), result('B3', 9))).toBe(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c><c r="C1"><v>6</v></c></row>' +
        '<row r="2"><c r="B2"><f ca="1">A2*$A$1&amp;&quot;A1&quot;</f><v>2</v></c><c r="D2"><f t="shared" ref="D2:D3" si="1">A2</f><v>0</v></c></row>' +
        '<row r="3"><c r="B3"><f>A3*$A$1&amp;&quot;A1&quot;</f><v>9</v></c><c r="D3"><f t="shared" si="1"/></c></row>',
    );
  });

  it('stay where only a result or another cell of theirs changes', () => {
    expect(rowsAfter(rows, result('B1', 4), value('B2', 7), formula('B3', 'A3', 1))).toBe(
      rows
        .replace('</f><v>1</v></c><c r="C1">', '</f><v>4</v></c><c r="C1">')
        .replace('<f t="shared" ca="1" si="0"></f><v>2</v>', '<v>7</v>')
        .replace('<f t="shared" si="0"/><v>3</v>', '<f>A3</f><v>1</v>'),
    );
  });

  it('reach cells that come before the first one, in files out of order', () => {
    expect(
      rowsAfter(
        '<row r="2"><c r="A2"><f t="shared" si="3"/><v>2</v></c></row><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="3">B1<![CDATA[&"x"]]></f></c></row>',
        value('A1', null),
      ),
    ).toBe('<row r="2"><c r="A2"><f>B2&amp;&quot;x&quot;</f><v>2</v></c></row><row r="1"><c r="A1"/></row>');
  });
});

describe('array formulas and data tables', () => {
  const rows = (type: string): string =>
    `<row r="1"><c r="A1"><f t="${type}" ref="A1:B2">X</f><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c><c r="C2"><f t="array" ref="C2">Y</f><v>1</v></c></row>`;

  it.each(['array', 'dataTable'])('no part of them is changed: %s', (type) => {
    const file = openXlsx(oneSheet(sheetXml(rows(type))));
    for (const edit of [value('A1', 1), value('B2', null), formula('A2', 'B1')]) {
      expect(refused(file, [{ sheet: '数据', cells: [edit] }])).toMatchObject({
        code: 'array-part',
        message: expect.stringContaining('A1:B2'),
      });
    }
    expect(refused(file, [{ sheet: '数据', cells: [value('B2', 1)] }]).cell).toBe('B2');
  });

  it('results may change, all of one may, and one cell is a whole', () => {
    expect(rowsAfter(rows('array'), result('A1', 8), value('C1', 5), value('C2', 6))).toBe(
      rows('array')
        .replace('X</f><v>1', 'X</f><v>8')
        .replace('<v>2</v></c></row>', '<v>2</v></c><c r="C1"><v>5</v></c></row>')
        .replace('<f t="array" ref="C2">Y</f><v>1</v>', '<v>6</v>'),
    );
    expect(rowsAfter(rows('array'), value('A1', null), value('B1', null), value('A2', null), value('B2', 1))).toContain(
      '<row r="1"><c r="A1"/><c r="B1"/></row><row r="2"><c r="A2"/><c r="B2"><v>1</v></c>',
    );
  });
});

describe('unusual parts', () => {
  const body =
    '<x:sheetData><!-- <x:c r="A1"> --><x:row r="1"><x:c r="A1" t="str"><x:v><![CDATA[</x:c>]]></x:v></x:c><?pi <x:c r="A1"/>?><x:c r="B1"><x:f t="shared" ref="B1:B2" si="0">A1&gt;1</x:f></x:c></x:row>' +
    '<x:row r="2"><x:c r="&#66;2"><x:f si="0" t="shared"/></x:c></x:row></x:sheetData><mc:AlternateContent xmlns:mc="urn:m"><mc:Choice Requires="y"><x:sheetData/></mc:Choice></mc:AlternateContent>';
  const part = (uri: string): string => `<x:worksheet xmlns:x="${uri}" xmlns="urn:other">${body}<row/></x:worksheet>`;
  const expected = body
    .replace('<x:c r="A1" t="str"><x:v><![CDATA[</x:c>]]></x:v></x:c>', '<x:c r="A1"><x:v>5</x:v></x:c>')
    .replace(
      '<x:c r="B1"><x:f t="shared" ref="B1:B2" si="0">A1&gt;1</x:f></x:c>',
      '<x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">乙</x:t></x:is></x:c>',
    )
    .replace('<x:f si="0" t="shared"/>', '<x:f>A2&gt;1</x:f>')
    .replace(
      '</x:row></x:sheetData><mc',
      '<x:c r="C2"><x:f>B1</x:f></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>1</x:v></x:c></x:row></x:sheetData><mc',
    );
  const edits = [value('A1', 5), value('B1', '乙'), formula('C2', 'B1'), value('A3', 1)];

  it.each([MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main'])('prefixes, comments, CDATA, references: %s', (uri) => {
    expect(partText(edited(oneSheet(part(uri)), ...edits).bytes(), PART)).toBe(part(uri).replace(body, expected));
  });

  it.each(['utf-16le', 'utf-16be', 'utf-8'] as const)('with a byte order mark in %s', (encoding) => {
    const encode = (text: string): Uint8Array => {
      const marked = Buffer.from(`\ufeff${text}`, encoding === 'utf-8' ? 'utf8' : 'utf16le');
      return encoding === 'utf-16be' ? marked.swap16() : marked;
    };
    const parts = workbookParts({ sheets: [{ name: '数据', xml: '' }] });
    parts[PART] = encode(`${part(MAIN)}<!--\u{20000}-->`);
    const after = unzip(edited(zip(parts), ...edits).bytes())[PART]!;
    expect(Buffer.from(after).equals(Buffer.from(encode(`${part(MAIN).replace(body, expected)}<!--\u{20000}-->`)))).toBe(true);
  });

  it('cells of another namespace are none of ours', () => {
    const rows = '<row r="1"><y:c xmlns:y="urn:y" r="A1"/><c r="A1" xmlns="urn:z"/><c r="A1"><v>1</v></c></row>';
    expect(rowsAfter(rows, value('A1', 2))).toBe(rows.replace('<v>1</v>', '<v>2</v>'));
  });

  it.each([
    ['not nested', '<row r="1"><c r="A1"></row></c>'],
    ['cut off', '<row r="1"><c r="A1"><v>1</v>'],
    ['an attribute without quotes', '<row r="1"><c r=A1/></row>'],
    ['a zero byte', '<row r="1">\0<c r="A1"/></row>'],
    ['a lesser sign in an attribute', '<row r="<"/>'],
  ])('broken markup is refused: %s', (_, rows) => {
    expect(refused(openXlsx(oneSheet(sheetXml(rows))), [{ sheet: '数据', cells: [value('A1', 1)] }]).code).toBe('broken-xml');
  });

  it('a document type is refused, and a sheet without rows for them', () => {
    const refusedCode = (xml: string): string => refused(openXlsx(oneSheet(xml)), [{ sheet: '数据', cells: [value('A1', 1)] }]).code;
    expect(refusedCode(`<!DOCTYPE x><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`)).toBe('doctype');
    expect(refusedCode(`<worksheet xmlns="${MAIN}"/>`)).toBe('missing-sheet');
    expect(refusedCode(sheetXml('<row r="1048577"/>'))).toBe('outside-sheet');
    expect(refusedCode(sheetXml('<row r="1"><c r="XFE1"/></row>'))).toBe('outside-sheet');
  });
});

describe('the rest of the workbook', () => {
  it('stays byte for byte', () => {
    const before = template({ macros: true });
    const file = openXlsx(before);
    file.edit([
      { sheet: '指标表', cells: [value('B3', 1), value('C3', 2), value('D9', '新')] },
      { sheet: '深藏', cells: [value('A1', 1)] },
    ]);
    const [old, now] = [unzip(before), unzip(file.bytes())];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    const changed = Object.keys(old).filter((part) => Buffer.compare(old[part]!, now[part]!) !== 0);
    expect(changed).toEqual(['xl/workbook.xml', 'xl/calcChain.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet3.xml']);
    expect(partText(file.bytes(), 'xl/calcChain.xml')).toContain('<c r="C4" i="1"/><c r="B5"/><c r="A6"/></calcChain>');
    expect(partText(file.bytes(), 'xl/workbook.xml')).toBe(
      partText(before, 'xl/workbook.xml').replace('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
    );
    expect(partText(file.bytes(), 'xl/worksheets/sheet1.xml')).toBe(
      partText(before, 'xl/worksheets/sheet1.xml')
        .replace('ref="A1:C6"', 'ref="A1:D9"')
        .replace(
          '<c r="B3" s="2"><v>12345.6</v></c><c r="C3"><f t="shared" ref="C3:C5" si="0">B3*2</f><v>24691.2</v></c>',
          '<c r="B3" s="2"><v>1</v></c><c r="C3"><v>2</v></c>',
        )
        .replace('<f t="shared" si="0"/><v>0.14</v>', '<f>B4*2</f><v>0.14</v>')
        .replace('<f t="shared" si="0"/><v>#DIV/0!</v>', '<f>B5*2</f><v>#DIV/0!</v>')
        .replace('</sheetData>', '<row r="9"><c r="D9" t="inlineStr"><is><t xml:space="preserve">新</t></is></c></row></sheetData>'),
    );
  });

  it('loses its calculation chain with the last formula', () => {
    const file = openXlsx(template());
    file.edit([{ sheet: '指标表', cells: ['C3', 'C4', 'C5', 'B5', 'A6'].map((cell) => value(cell, 1)) }]);
    const parts = unzip(file.bytes());
    expect(parts['xl/calcChain.xml']).toBeUndefined();
    expect(partText(file.bytes(), '[Content_Types].xml') + partText(file.bytes(), 'xl/_rels/workbook.xml.rels')).not.toContain('alcChain');
  });

  it.each([
    ['no formula anywhere', [sheetOf([[1]]), sheetOf([[2]])], value('A1', 5), false],
    ['a formula in the same sheet', [sheetXml('<row r="1"><c r="B1"><f>1</f></c></row>'), sheetOf([[2]])], value('A1', 5), true],
    ['a formula in another sheet', [sheetOf([[1]]), sheetXml('<row r="1"><c r="B1"><f>1</f></c></row>')], value('A1', 5), true],
    ['a new formula', [sheetOf([[1]])], formula('A1', '1+1', 2), true],
  ])('asks for a calculation only where there is something to calculate: %s', (_, sheets, edit, asked) => {
    const file = openXlsx(workbook({ sheets: sheets.map((xml, n) => ({ name: n === 0 ? '数据' : `表${n}`, xml })) }));
    file.edit([{ sheet: '数据', cells: [edit] }]);
    expect(partText(file.bytes(), 'xl/workbook.xml').includes('<calcPr fullCalcOnLoad="1"/>')).toBe(asked);
  });

  it('writes the name of the table where a formula in it leaves that out', () => {
    const file = openXlsx(template());
    file.edit([{ sheet: '指标表', cells: [formula('F31', '[@列1]*SUM([列1])', 1)] }]);
    expect(partText(file.bytes(), 'xl/worksheets/sheet1.xml')).toContain('<f>表1[[#This Row],[列1]]*SUM(表1[列1])</f>');
  });

  it('keeps the header of a table, which the table names too', () => {
    const parts = unzip(template());
    const file = openXlsx(
      zip({ ...parts, 'xl/tables/table1.xml': Buffer.from(partText(template(), 'xl/tables/table1.xml').replaceAll('E30:F31', 'A2:B4')) }),
    );
    expect(refused(file, [{ sheet: '指标表', cells: [value('B2', '产值')] }])).toMatchObject({ code: 'table-header', cell: 'B2' });
    file.edit([{ sheet: '指标表', cells: [value('B2', '列2'), value('C2', '任意'), value('B3', 3)] }]);
  });

  it('of a sample stays, and its total gets the new result', async () => {
    const before = new Uint8Array(readFileSync(join(__dirname, '../../../assets/samples/shandong-2016.xlsx')));
    const file = openXlsx(before);
    file.edit([{ sheet: '指标数据', cells: [value('D6', 1000), result('D34', 1_500_000)] }]);
    const [old, now] = [unzip(before), unzip(file.bytes())];
    expect(Object.keys(old).filter((part) => Buffer.compare(old[part]!, now[part]!) !== 0)).toHaveLength(2);
    const { grid } = (await openXlsx(file.bytes()).read()).find(({ name }) => name === '指标数据')!;
    expect([grid.number(5, 3), grid.number(33, 3), grid.formula(33, 3)]).toEqual([1000, 1_500_000, 'SUM(D6:D33)']);
  });

  it('is as it was read when edits follow one another', async () => {
    const file = openXlsx(template());
    for (let n = 0; n < 5; n++) file.edit([{ sheet: '指标表', cells: [value('B3', n), value(`E${n + 1}`, n)] }]);
    const { grid } = (await file.read())[0]!;
    expect([grid.number(2, 1), ...[0, 1, 2, 3, 4].map((row) => grid.number(row, 4))]).toEqual([4, 0, 1, 2, 3, 4]);
    const again = (await openXlsx(file.bytes()).read())[0]!.grid;
    expect(again.number(2, 1)).toBe(4);
    // Once asked for, the file is deflated like any other.
    expect(Buffer.from(file.bytes()).includes(Buffer.from('<worksheet'))).toBe(false);
    expect(file.bytes()).toBe(file.bytes());
  });
});

describe('refused edits', () => {
  const file = openXlsx(template());
  const codes = (...cells: Parameters<typeof edited>[1][]): string =>
    refused(file, [{ sheet: '指标表', cells: [value('A3', '也不写'), ...cells] }]).code;

  it('name the sheet', () => {
    expect(
      refused(file, [
        { sheet: '指标表', cells: [value('A1', 1)] },
        { sheet: '没有', cells: [] },
      ]).code,
    ).toBe('no-sheet');
    expect(refused(file, [{ sheet: '图', cells: [value('A1', 1)] }])).toMatchObject({
      code: 'no-sheet',
      message: expect.stringContaining('图表'),
    });
  });

  it('at the edges of the sheet', () => {
    const last = { row: 1_048_575, column: 16_383, kind: 'value', value: 1 } as const;
    expect(() => openXlsx(template()).edit([{ sheet: '指标表', cells: [last] }])).not.toThrow();
    for (const wrong of [{ row: 1_048_576 }, { column: 16_384 }, { row: -1 }, { column: 0.5 }, { row: NaN }])
      expect(codes({ ...last, ...wrong })).toBe('bad-edit');
  });

  it('at the limit of texts and formulas', () => {
    for (const edit of [value('B4', '字'.repeat(32_767)), formula('B4', `10${'+1'.repeat(4095)}`)])
      expect(() => openXlsx(template()).edit([{ sheet: '指标表', cells: [edit] }])).not.toThrow();
    for (const edit of [
      value('B4', '字'.repeat(32_768)),
      formula('B4', `100${'+1'.repeat(4095)}`),
      formula('B4', `DAYS(1,2)${'+11'.repeat(2727)}`),
    ])
      expect(codes(edit)).toBe('long-text');
    expect(() => openXlsx(template()).edit([{ sheet: '指标表', cells: [value('B4', 1, '0'.repeat(255))] }])).not.toThrow();
    expect(codes(value('B4', 1, '0'.repeat(256)))).toBe('bad-edit');
  });

  it('with a formula that Excel would not take', () => {
    expect(refused(file, [{ sheet: '指标表', cells: [value('A1', 1), formula('B4', '1+', 1)] }])).toEqual({
      code: 'bad-formula',
      cell: 'B4',
      message: '单元格 “指标表”!B4 的公式“=1+”没有写入：第 4 个字符处缺少数值、引用或函数。',
    });
    expect(refused(file, [{ sheet: '指标表', cells: [formula('B4', 'IF(A1>5,“是”,“否”)')] }]).message).toContain(
      '第 10 个字符 “ 是全角符号，公式中应改用英文半角符号',
    );
    for (const wrong of ['=A1', ')', '"abc', '-', '1,2', '》5', '10万', `"${'字'.repeat(256)}"`])
      expect(codes(formula('B4', wrong))).toBe('bad-formula');
  });

  it('with a formula that names what the workbook does not have', () => {
    const why = (text: string): string =>
      /没有写入：(.*)。$/.exec(refused(file, [{ sheet: '指标表', cells: [formula('B4', text)] }]).message)?.[1] ?? '';
    expect(why('没有!A1')).toBe('工作簿里没有工作表“没有”');
    expect(why("SUM('指标表:没有'!A1)")).toBe('工作簿里没有工作表“没有”');
    expect(why('图!A1')).toBe('工作簿里没有工作表“图”');
    expect(why('[2]甲!A1')).toBe('工作簿里没有外部链接 [2]');
    expect(why('SUM(表2[列1])')).toBe('工作簿里没有表格“表2”');
    expect(why('[@列1]')).toBe('省略表格名称的引用只能写在该表格的单元格里，请写明表格名称');
    expect(() =>
      openXlsx(template()).edit([{ sheet: '指标表', cells: [formula('B4', "名单!A1+'指标表'!A1+[1]甲!A1+SUM(表1[列1])+没有的名称")] }]),
    ).not.toThrow();
  });

  it('that make no sense', () => {
    expect(codes(value('B4', 1), value('B4', 2))).toBe('bad-edit');
    expect(
      refused(file, [
        { sheet: '指标表', cells: [value('B4', 1)] },
        { sheet: '指标表', cells: [value('B4', 2)] },
      ]),
    ).toMatchObject({ code: 'bad-edit', cell: 'B4' });
    expect(codes(value('B4', NaN))).toBe('bad-edit');
    expect(codes(value('B4', Infinity))).toBe('bad-edit');
    expect(codes(formula('B4', ''))).toBe('bad-edit');
    expect(codes({ ...value('B4', 1), formula: 'A1' })).toBe('bad-edit');
    expect(codes(value('B4', 1, ''))).toBe('bad-edit');
  });
});

describe('our results', () => {
  const base = (): Uint8Array => oneSheet(sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>'));

  it('survive an edit, are written anew and cleared', async () => {
    const file = openXlsx(base());
    await file.write(fullPlan());
    file.edit([{ sheet: '数据', cells: [value('A1', 21), result('B1', 42)] }]);
    expect((await file.describe()).sheets.map(({ owned }) => owned)).toEqual([false, true, true]);
    const report = await file.write(fullPlan());
    expect(report.replaced).toEqual(['综合排名', '得分明细']);
    expect(await file.clear()).toEqual(['综合排名', '得分明细']);
    const [only, ...none] = await openXlsx(file.bytes()).read();
    expect([only!.grid.number(0, 0), only!.grid.number(0, 1), none]).toEqual([21, 42, []]);
  });

  it("cleared after an edit leave the request for a calculation, which is the user's by then", async () => {
    const cleared = async (edit: boolean): Promise<string> => {
      const file = openXlsx(base());
      await file.write(fullPlan());
      expect(partText(file.bytes(), 'xl/workbook.xml')).toContain(';calc=1;');
      if (edit) file.edit([{ sheet: '数据', cells: [value('A1', 21)] }]);
      await file.clear();
      return partText(file.bytes(), 'xl/workbook.xml');
    };
    expect(await cleared(false)).not.toContain('calcPr');
    expect(await cleared(true)).toContain('<calcPr fullCalcOnLoad="1"/>');
  });

  it('may be edited themselves', async () => {
    const file = openXlsx(base());
    await file.write(fullPlan());
    file.edit([{ sheet: '综合排名', cells: [value('B4', '改名'), value('F1', '批注')] }]);
    const sheets = await openXlsx(file.bytes()).read();
    expect([sheets[1]!.owned, sheets[1]!.grid.text(3, 1), sheets[1]!.grid.text(0, 5)]).toEqual([true, '改名', '批注']);
    expect(await file.clear()).toHaveLength(2);
  });
});
