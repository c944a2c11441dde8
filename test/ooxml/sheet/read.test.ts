import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { isCalendarFormat, isDateFormat, isoSerial } from '../../../src/ooxml/parts/number-formats';
import { DECLARATION, MAIN, PACKAGE_RELS, sheetOf, sheetXml, workbook, workbookParts, zip } from '../package-builder';
import { fullPlan } from '../../hosts/xlsx/sample-plan';
import { template } from '../../hosts/xlsx/template';
import type { Grid } from '../../../src/core/grid';

async function gridOf(xml: string, more: { sharedStrings?: string; styles?: string; beforeSheets?: string } = {}): Promise<Grid> {
  const [sheet] = await openXlsx(workbook({ sheets: [{ name: '数据', xml }], ...more })).read();
  return sheet!.grid;
}

const cells = (grid: Grid): string[][] =>
  Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) =>
      String(grid.text(row, column) || (grid.kind(row, column) ? grid.number(row, column) : '')),
    ),
  );

describe('reading a template with everything', () => {
  it('gives cells, formats, formulas, merges and states', async () => {
    const sheets = await openXlsx(template()).read();
    expect(sheets.map(({ name, hidden, owned }) => ({ name, hidden, owned }))).toEqual([
      { name: '指标表', hidden: false, owned: false },
      { name: '名单', hidden: true, owned: false },
      { name: '深藏', hidden: true, owned: false },
    ]);
    const { grid } = sheets[0]!;
    expect(grid.text(0, 0)).toBe('开发区指标表');
    expect(grid.text(1, 0)).toBe('开发区 ');
    expect(grid.text(1, 1)).toBe('产值（万元）');
    expect(grid.text(2, 0)).toBe('甲 ');
    expect(grid.text(3, 0)).toBe('乙\r');
    expect(grid.cell(2, 1)).toEqual({ kind: 'number', value: 12345.6, format: '0.00_);[Red]\\(0.00\\)' });
    expect(grid.formula(2, 2)).toBe('B3*2');
    expect(grid.formula(3, 2)).toBe('');
    expect(grid.cell(4, 1)).toEqual({ kind: 'error', code: '#DIV/0!' });
    expect(grid.cell(5, 0)).toEqual({ kind: 'text', value: '甲合计' });
    expect(grid.formula(5, 0)).toBe('A3&"合计"');
    expect(grid.cell(5, 1)).toEqual({ kind: 'boolean', value: true });
    expect(grid.cell(5, 2)).toEqual({ kind: 'number', value: 42430, format: 'yyyy"年"m"月"d"日"' });
    expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(sheets[2]!.grid.size).toBe(0);
  });
});

describe('worksheets in every shape that programs write', () => {
  const expected = [
    ['甲', '1'],
    ['乙 & <b>', '2.5'],
  ];
  const plain =
    '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>乙 &amp; &lt;b&gt;</t></is></c><c r="B2" t="n"><v>2.5</v></c></row>';
  const shapes: Record<string, string> = {
    plain: sheetXml(plain),
    'without addresses': sheetXml(plain.replace(/ r="\w+"/g, '')),
    'with spaces and lines': sheetXml(
      plain
        .replace(/></g, '>\r\n\t<')
        .replace(/"(?=[ >])/g, '" ')
        .replace(/<\/(\w+)>/g, '</$1 >'),
    ),
    'with single quotes': sheetXml(plain.replaceAll('"', "'")),
    'with a prefix': sheetXml(plain)
      .replace(/<(\/?)([a-z])/gi, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x='),
    'with CDATA': sheetXml(plain.replace('乙 &amp; &lt;b&gt;', '<![CDATA[乙 & <b>]]>')),
    'with comments': sheetXml(`<!-- <sheetData> -->${plain.replace('<v>1</v>', '<!-- x --><v>1</v>')}`),
    'with the word in a comment before': sheetXml(plain).replace('<sheetData>', '<!-- <sheetData> --><sheetData>'),
    'with character references': sheetXml(plain.replace('甲', '&#x7532;').replace('<v>1</v>', '<v>&#49;</v>')),
    'with rich inline text': sheetXml(
      plain.replace(
        '<t>乙 &amp; &lt;b&gt;</t>',
        '<r><rPr><b/></rPr><t>乙 </t></r><r><t>&amp; &lt;b&gt;</t></r><rPh sb="0" eb="1"><t>yǐ</t></rPh>',
      ),
    ),
    'with extensions': sheetXml(plain.replace('</c>', '<extLst><ext uri="x"><y xmlns="urn:y"><v>9</v></y></ext></extLst></c>')),
    'with foreign attributes': sheetXml(
      plain.replaceAll('<row ', '<row xml:space="preserve" spans="1:2" ht="12" hidden="1" ').replaceAll('<c ', '<c cm="1" '),
    ),
    'with a processing instruction': sheetXml(`<?x y?>${plain}`),
    'with a byte order mark': `\ufeff${sheetXml(plain)}`,
    strict: sheetXml(plain).replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    ),
    'with elements of another namespace': sheetXml(plain).replace(
      '<sheetData>',
      '<y:sheetData xmlns:y="urn:y"><y:row r="1"><y:c r="A1"><y:v>9</y:v></y:c></y:row></y:sheetData><sheetData>',
    ),
    'with empty rows and cells': sheetXml(
      `${plain.replace('</row>', '<c r="C1" s="3"/></row><row r="1"/>'.replace('<row r="1"/>', ''))}<row r="3"/><row r="4"></row>`,
    ),
  };
  it.each(Object.entries(shapes))('%s', async (_, xml) => {
    expect(cells(await gridOf(xml))).toEqual(expected);
  });

  it('UTF-16', async () => {
    const parts = workbookParts({ sheets: [{ name: '数据', xml: '' }] });
    const xml = `\ufeff${sheetXml(plain).replace('UTF-8', 'UTF-16')}`;
    const [sheet] = await openXlsx(zip({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(xml, 'utf16le')) })).read();
    expect(cells(sheet!.grid)).toEqual(expected);
  });

  it('cut into chunks at any byte', async () => {
    // 30,000 rows are several inflated chunks, so units run over their ends.
    const rows = Array.from({ length: 30_000 }, (_, n) => [`开发区${n}`, n / 7, n % 2 === 0, `a&b<${n}>`]);
    const grid = await gridOf(sheetOf(rows));
    expect(grid.rows).toBe(30_000);
    for (let n = 0; n < rows.length; n += 997) {
      expect([grid.text(n, 0), grid.number(n, 1), grid.cell(n, 2), grid.text(n, 3)]).toEqual([
        `开发区${n}`,
        n / 7,
        { kind: 'boolean', value: n % 2 === 0 },
        `a&b<${n}>`,
      ]);
    }
  });

  it('numbers as the file writes them', async () => {
    const numbers = [
      '0',
      '-0',
      '1',
      '-1',
      '0.1',
      '0.07',
      '123456789012345',
      '1234567890123456789',
      '0.12345678901234567',
      '1E-5',
      '1.5e+300',
      '-2.5E3',
      '.5',
      '5.',
      '+3',
      '00012.50',
      '0.000000000000000000000001',
      ' 7 ',
    ];
    const grid = await gridOf(sheetXml(`<row r="1">${numbers.map((number) => `<c><v>${number}</v></c>`).join('')}</row>`));
    expect(numbers.map((_, n) => grid.number(0, n))).toEqual(numbers.map((number) => Number(number) + 0));
  });

  it('empty values are empty cells, but a formula that was never calculated is kept', async () => {
    const grid = await gridOf(
      sheetXml(
        '<row r="1"><c r="A1"><v/></c><c r="B1"><v></v></c><c r="C1" t="str"><v></v></c><c r="D1"><f>A1+1</f></c><c r="E1"><f>A1</f><v/></c><c r="F1" t="inlineStr"><is><t/></is></c></row>',
      ),
    );
    expect(grid.size).toBe(2);
    expect(grid.cell(0, 3)).toEqual({ kind: 'text', value: '' });
    expect(grid.formula(0, 3)).toBe('A1+1');
  });

  it('a formula that came to a shared empty text keeps its own cell', async () => {
    const grid = await gridOf(
      sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><f>IF(A1=1,"","x")</f><v>0</v></c><c r="C1" t="s"><v>0</v></c></row>'),
      { sharedStrings: `${DECLARATION}<sst xmlns="${MAIN}"><si><t/></si></sst>` },
    );
    expect([grid.formula(0, 0), grid.formula(0, 1), grid.size]).toEqual([undefined, 'IF(A1=1,"","x")', 2]);
  });

  it('ISO dates become serial numbers', async () => {
    const grid = await gridOf(sheetXml('<row r="1"><c t="d"><v>2016-03-01</v></c><c t="d"><v>2016-03-01T12:00:00Z</v></c></row>'));
    expect(grid.cell(0, 0)).toEqual({ kind: 'number', value: 42430, format: 'yyyy-mm-dd' });
    expect(grid.number(0, 1)).toBe(42430.5);
    expect(isoSerial('1900-01-01')).toBe(1);
    expect(isoSerial('1900-03-01')).toBe(61);
    expect(isoSerial('2016-02-30')).toBeUndefined();
  });

  it('dates of a 1904 workbook are counted from 1900, other numbers stay', async () => {
    const styles = `${DECLARATION}<styleSheet xmlns="${MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs></styleSheet>`;
    const grid = await gridOf(sheetXml('<row r="1"><c><v>100</v></c><c s="1"><v>100</v></c><c s="2"><v>100</v></c></row>'), {
      styles,
      beforeSheets: '<workbookPr date1904="true"/>',
    });
    expect([0, 1, 2].map((column) => grid.number(0, column))).toEqual([100, 1562, 100]);
  });

  it('rows and cells out of order or given twice are sorted, and the last one stays', async () => {
    const grid = await gridOf(
      sheetXml(
        '<row r="3"><c r="B3"><v>6</v></c><c r="A3"><f>B3</f><v>5</v></c></row><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="1"><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="str"><v>字</v></c><c r="E1" t="d"><v>2016-03-01</v></c></row>',
        '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>',
      ),
    );
    expect([grid.number(0, 0), grid.number(2, 0), grid.number(2, 1)]).toEqual([2, 5, 6]);
    expect(grid.formula(2, 0)).toBe('B3');
    expect([1, 2, 3, 4].map((column) => grid.cell(0, column).kind)).toEqual(['boolean', 'error', 'text', 'number']);
    expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });

  it('a cell in the last corner', async () => {
    const grid = await gridOf(sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
    expect([grid.rows, grid.columns, grid.size]).toEqual([1_048_576, 16_384, 1]);
    expect(grid.number(1_048_575, 16_383)).toBe(1);
  });
});

describe('the parts around the sheets', () => {
  it('shared texts: runs, phonetic readings, escapes, CDATA', async () => {
    const sharedStrings = `${DECLARATION}<x:sst xmlns:x="${MAIN}"><x:si><x:t>a_x000D_b_x005F_x000D_</x:t></x:si><x:si><x:r><x:t>甲</x:t></x:r><x:r><x:t><![CDATA[<乙>]]></x:t></x:r><x:rPh sb="0" eb="1"><x:t>jia</x:t></x:rPh></x:si><x:si/></x:sst>`;
    const grid = await gridOf(sheetXml('<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'), {
      sharedStrings,
    });
    expect([grid.text(0, 0), grid.text(0, 1), grid.kind(0, 2)]).toEqual(['a\rb_x000D_', '甲<乙>', 0]);
  });

  it('digits that are raised or struck out are not read as digits of the number', async () => {
    const number = (run: string, digits: string) => `<r><rPr>${run}</rPr><t>${digits}</t></r>`;
    const items = [
      `<si>${number('', '400')}${number('<vertAlign val="superscript"/>', '1')}</si>`,
      `<si>${number('<strike/>', '400')}${number('', '450')}</si>`,
      `<si>${number('<strike val="0"/><vertAlign val="baseline"/>', '400')}${number('', '5')}</si>`,
    ];
    const cells = items.map((_, n) => `<c t="s"><v>${n}</v></c>`).join('');
    const inline = `<c t="inlineStr">${items[0]!.replaceAll('si>', 'is>')}</c>`;
    const sharedStrings = `${DECLARATION}<sst xmlns="${MAIN}">${items.join('')}</sst>`;
    const grid = await gridOf(sheetXml(`<row r="1">${cells}${inline}</row>`), { sharedStrings });
    expect([0, 1, 2, 3].map((column) => grid.text(0, column))).toEqual(['400¹', '4\u03360\u03360\u0336450', '4005', '400¹']);
  });

  it('shared texts in plain shapes: no element is lost, spaces and lines between them do not count', async () => {
    const items = [
      '<si><t>甲</t></si>',
      '<si>\r\n <t xml:space="preserve"> 乙 </t>\n</si>',
      '<si><r><rPr><b/><sz val="9"/></rPr><t>丙</t></r><r><t>丁&amp;&#x6210;</t></r><phoneticPr fontId="1"/></si>',
      '<si><t>戊</t><rPh sb="0" eb="1"><t>wu</t></rPh><phoneticPr fontId="1"/></si>',
      '<si/>',
      '<si><t/></si>',
      '<si><t>末</t></si>',
    ];
    const rows = `<row r="1">${items.map((_, n) => `<c t="s"><v>${n}</v></c>`).join('')}</row>`;
    const expected = ['甲', ' 乙 ', '丙丁&成', '戊', '', '', '末'];
    for (const prefix of ['', 'x:']) {
      const sst = `<sst xmlns="${MAIN}" count="7">${items.join('\n')}<!-- --></sst>`;
      for (const xml of [sst, sst.replace('<!-- -->', '')]) {
        const sharedStrings = DECLARATION + (prefix === '' ? xml : xml.replace(/<(\/?)([a-z])/gi, '<$1x:$2').replace('xmlns=', 'xmlns:x='));
        const grid = await gridOf(sheetXml(rows), { sharedStrings });
        expect(items.map((_, n) => grid.text(0, n))).toEqual(expected);
      }
    }
  });

  it('a hundred thousand shared texts', async () => {
    const texts = Array.from({ length: 100_000 }, (_, n) => `第${n}开发区`);
    const sharedStrings = `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
    const grid = await gridOf(sheetXml(texts.map((_, n) => `<row><c t="s"><v>${n}</v></c></row>`).join('')), { sharedStrings });
    expect(texts.every((text, n) => grid.text(n, 0) === text)).toBe(true);
  });

  it('a package written as a stream, with sizes behind the data', async () => {
    const chunks: Uint8Array[] = [];
    const stream = new Zip((_, chunk) => chunks.push(chunk));
    for (const [name, part] of Object.entries(workbookParts({ sheets: [{ name: '数据', xml: sheetOf([['甲']]) }] }))) {
      const entry = new ZipDeflate(name);
      stream.add(entry);
      entry.push(new TextEncoder().encode(part as string), true);
    }
    stream.end();
    const file = openXlsx(new Uint8Array(Buffer.concat(chunks)));
    expect((await file.read())[0]!.grid.text(0, 0)).toBe('甲');
    await file.write(fullPlan());
    expect((await openXlsx(file.bytes()).read()).map((sheet) => sheet.name)).toEqual(['数据', '综合排名', '得分明细']);
  });

  it('targets with a leading slash, dots, backslashes and percent signs', async () => {
    for (const target of [
      '/xl/worksheets/表 1.xml',
      './worksheets/表%201.xml',
      '../xl/worksheets/%E8%A1%A8%201.xml',
      'worksheets\\表 1.xml',
    ]) {
      const parts = workbookParts({ sheets: [{ name: '数据', xml: sheetOf([['甲']]) }] });
      const xml = parts['xl/worksheets/sheet1.xml']!;
      delete parts['xl/worksheets/sheet1.xml'];
      const rels = (parts['xl/_rels/workbook.xml.rels'] as string).replace('worksheets/sheet1.xml', target);
      const [sheet] = await openXlsx(zip({ ...parts, 'xl/_rels/workbook.xml.rels': rels, 'XL/Worksheets/表 1.xml': xml })).read();
      expect(sheet!.grid.text(0, 0)).toBe('甲');
    }
  });

  it('a strict package', async () => {
    const strict = Object.fromEntries(
      Object.entries(workbookParts({ sheets: [{ name: '数据', xml: sheetOf([['甲']]) }] })).map(([part, text]) => [
        part,
        (text as string)
          .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      ]),
    );
    const [sheet] = await openXlsx(zip(strict)).read();
    expect(sheet!.grid.text(0, 0)).toBe('甲');
    expect(strict['xl/_rels/workbook.xml.rels']).toContain(PACKAGE_RELS);
  });

  it('stored instead of deflated', async () => {
    const [sheet] = await openXlsx(zip(workbookParts({ sheets: [{ name: '数据', xml: sheetOf([['甲']]) }] }), 0)).read();
    expect(sheet!.grid.text(0, 0)).toBe('甲');
  });
});

describe('number formats', () => {
  it.each([
    ['General', false, false],
    ['0.00%', false, false],
    ['yyyy/m/d', true, true],
    ['yyyy"年"m"月"', true, true],
    ['h:mm', true, false],
    ['[h]:mm:ss', true, false],
    ['[$-804]yyyy"年"m"月"d"日";@', true, true],
    ['[Red]0.00"days"', false, false],
    ['0.00E+00', false, false],
    ['mmm', true, true],
    ['_-* #,##0.00\\d', false, false],
  ])('%s', (code, date, calendar) => {
    expect([isDateFormat(code), isCalendarFormat(code)]).toEqual([date, calendar]);
  });
});

describe('real yearbook tables', () => {
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../../data/yearbook', name)));

  it.each(['C0202', 'C0206', 'C1106', 'C1302', 'C1805', 'nbs_fenSheng_GDP_title_footnotes'])(
    '%s has the cells, formats and merges that another reader found',
    async (name) => {
      const other = JSON.parse(readFileSync(join(__dirname, '../../data/yearbook', `${name}.json`), 'utf8')) as {
        sheet: string;
        merges: number[][];
        cells: [number, number, string | number | boolean, string?][];
      };
      const [sheet] = await openXlsx(read(`${name}.xlsx`)).read();
      const { grid } = sheet!;
      expect(sheet!.name).toBe(other.sheet);
      expect(grid.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]).sort()).toEqual(other.merges.sort());
      expect(grid.size).toBe(other.cells.length);
      for (const [row, column, value, format = 'General'] of other.cells) {
        const cell = grid.cell(row, column);
        expect(cell).toEqual(typeof value === 'number' ? { kind: 'number', value, format } : { kind: 'text', value });
      }
    },
  );

  it('reads the title, header and footnotes of an export of the statistics bureau', async () => {
    const [sheet] = await openXlsx(read('nbs_fenSheng_GDP_title_footnotes.xlsx')).read();
    const texts = cells(sheet!.grid).flat();
    expect(texts).toContain('北京市');
    expect(texts.some((text) => text.startsWith('数据来源'))).toBe(true);
  });
});

describe('reading that is watched', () => {
  it('tells its progress sheet by sheet, up to the whole', async () => {
    const shares: number[] = [];
    await openXlsx(template()).read({ progress: (share) => shares.push(share) });
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
  });

  it('stops between two sheets', async () => {
    const controller = new AbortController();
    const shares: number[] = [];
    const reading = openXlsx(template()).read({
      signal: controller.signal,
      progress: (share) => {
        shares.push(share);
        controller.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ problems: [{ code: 'cancelled' }] });
    expect(shares).toEqual([1 / 3]);
  });
});
