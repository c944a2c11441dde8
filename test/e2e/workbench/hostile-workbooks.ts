import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { cellName } from '../../../src/core/cell';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../../src/core/sheet-limits';
import { escape, sheetXml, workbookParts, zip, type Parts, type SheetSource } from '../../ooxml/package-builder';

/** The sheet that carries the mischief. */
export const MISCHIEF = '怪表';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const SHEET_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';

export const sample = (): Uint8Array => readFileSync(join(__dirname, '../../../assets/samples/shandong-2016.xlsx'));
const sampleParts = (): Parts => unzipSync(sample());

/** The Shandong sample, which can be scored, with further sheets behind its own; the first of them is on top. */
export function sampleWith(sheets: readonly SheetSource[], level: 0 | 6 = 6): Uint8Array {
  const parts = sampleParts();
  const edit = (part: string, change: (xml: string) => string): void => void (parts[part] = change(strFromU8(parts[part] as Uint8Array)));
  const own = Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/sheet')).length;
  const numbered = sheets.map((sheet, n) => ({ ...sheet, n: own + 1 + n }));
  edit('xl/workbook.xml', (xml) =>
    xml
      .replace('<workbookView ', `<workbookView activeTab="${own}" `)
      .replace(
        '</sheets>',
        `${numbered.map(({ name, n }) => `<sheet name="${escape(name)}" sheetId="${n}" r:id="rIdM${n}"/>`).join('')}</sheets>`,
      ),
  );
  edit('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${numbered.map(({ n }) => `<Relationship Id="rIdM${n}" Type="${SHEET_RELATION}" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
    ),
  );
  edit('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      `${numbered.map(({ n }) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}"/>`).join('')}</Types>`,
    ),
  );
  edit('xl/styles.xml', (xml) =>
    xml.replace(
      '</styleSheet>',
      '<dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>',
    ),
  );
  for (const { n, xml } of numbered) parts[`xl/worksheets/sheet${n}.xml`] = xml;
  return zip(parts, level);
}

/** The sample with one part replaced. */
export const sampleWithPart = (part: string, content: string): Uint8Array => zip({ ...sampleParts(), [part]: content });

/** The sample with more beside its parts, which nothing refers to. */
export const sampleBeside = (parts: Parts, level: 0 | 6 = 6): Uint8Array => zip({ ...sampleParts(), ...parts }, level);

const mischief = (rows: string, after = '', before = ''): Uint8Array =>
  sampleWith([{ name: MISCHIEF, xml: sheetXml(rows, after).replace('<sheetData>', `${before}<sheetData>`) }]);
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
const number = (cell: string, value: number): string => `<c r="${cell}"><v>${value}</v></c>`;
const formula = (cell: string, of: string, value: number): string => `<c r="${cell}"><f>${escape(of)}</f><v>${value}</v></c>`;
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

export const manySheets = (count: number): Uint8Array =>
  sampleWith(times(count, (n) => ({ name: `表${n + 1}`, xml: sheetXml(row(1, number('A1', n + 1))) })));

export const widestSheet = (): Uint8Array =>
  mischief([1, 2, 3].map((at) => row(at, times(SHEET_COLUMNS, (column) => number(cellName(at - 1, column), column)).join(''))).join(''));

export const lastCell = (): Uint8Array => mischief(row(SHEET_ROWS, text(`XFD${SHEET_ROWS}`, '末')));

/** The main table with a forgotten sign in the last corner of its sheet. */
export const strayCell = (): Uint8Array =>
  sampleWithPart(
    'xl/worksheets/sheet2.xml',
    strFromU8(sampleParts()['xl/worksheets/sheet2.xml'] as Uint8Array).replace(
      '</sheetData>',
      `${row(SHEET_ROWS, text(`XFD${SHEET_ROWS}`, '.'))}</sheetData>`,
    ),
  );

export const styledRows = (): Uint8Array =>
  mischief(
    row(1, number('A1', 7)) + times(SHEET_ROWS - 1, (n) => `<row r="${n + 2}" s="1" customFormat="1" ht="21" customHeight="1"/>`).join(''),
  );

/** One chain of 2,000 cells that bites its tail, and cells that refer to themselves. */
export const circles = (): Uint8Array =>
  mischief(
    times(2000, (n) => row(n + 1, formula(`A${n + 1}`, `A${((n + 1) % 2000) + 1}+1`, n) + formula(`B${n + 1}`, `SUM(B$1:B$2000)`, 1))).join(
      '',
    ),
  );

export const volatileFormulas = (): Uint8Array =>
  mischief(
    times(10_000, (n) =>
      row(n + 1, formula(`A${n + 1}`, n % 2 ? 'RAND()' : `NOW()+OFFSET(C$1,${n % 50},0)`, 1) + number(`B${n + 1}`, n)),
    ).join(''),
  );

/** 8,192 characters, the most that Excel takes. */
export const LONG_FORMULA = `1${'+1'.repeat(4095)}+`.slice(0, 8191) + '1';
export const longFormula = (): Uint8Array =>
  mischief(
    row(
      1,
      formula('A1', LONG_FORMULA, 4096) +
        formula('B1', `1${'+1'.repeat(1000)}`, 1001) +
        formula('C1', `${'('.repeat(64)}B1${')'.repeat(64)}`, 1001),
    ),
  );

/** The most characters that Excel takes in a cell. */
export const LONG_TEXT = '长'.repeat(32_766) + '尾';
export const longTexts = (): Uint8Array =>
  mischief(times(50, (n) => row(n + 1, text(`A${n + 1}`, LONG_TEXT) + text(`B${n + 1}`, 'x\n'.repeat(16_000)))).join(''));

export const MARKUP =
  '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script><iframe src="https://example.invalid/x"></iframe>';
export const COMMAND = "=cmd|' /C calc'!A0";
export const markup = (): Uint8Array =>
  mischief(
    row(1, text('A1', MARKUP) + text('B1', COMMAND) + text('C1', 'javascript:window.pwned=1') + text('D1', `多行\n${MARKUP}`)) +
      row(
        2,
        formula('A2', 'HYPERLINK("javascript:window.pwned=1","点")', 1) +
          formula('B2', 'WEBSERVICE("https://example.invalid/")', 1) +
          formula('C2', 'IMAGE("https://example.invalid/x.png")', 1),
      ),
    '<hyperlinks><hyperlink ref="C1" location="javascript:window.pwned=1" display="点"/></hyperlinks>',
  );

/** Sheet names with whatever Excel allows in them. */
export const ODD_NAMES = [`"引"号<b>&'撇`, '😀表情 – 1', "O'Brien''s", '=1+1', '__proto__', 'constructor'];
export const oddNames = (): Uint8Array =>
  sampleWith(
    ODD_NAMES.map((name, n) => ({
      name,
      xml: sheetXml(
        row(1, number('A1', n)) +
          row(2, formula('A2', `'${ODD_NAMES[(n + 1) % ODD_NAMES.length]!.replaceAll("'", "''")}'!A1+1`, ((n + 1) % ODD_NAMES.length) + 1)),
      ),
    })),
  );

export const manyConditions = (): Uint8Array =>
  mischief(
    times(40, (n) => row(n + 1, times(10, (column) => number(cellName(n, column), n * column)).join(''))).join(''),
    times(
      3000,
      (n) =>
        `<conditionalFormatting sqref="A:${'ABCDEFGHIJ'[n % 10]}"><cfRule type="${n % 3 ? 'expression' : 'duplicateValues'}" priority="${n + 1}" dxfId="0">${n % 3 ? `<formula>COUNTIF($A:$A,A1)&gt;${n}</formula>` : ''}</cfRule></conditionalFormatting>`,
    ).join(''),
  );

/** 50,000 merges of two rows each, side by side and one below the other. */
export const manyMerges = (): Uint8Array =>
  mischief(
    times(40, (n) => row(n + 1, number(`A${n + 1}`, n))).join(''),
    `<mergeCells count="50000">${times(50_000, (n) => `<mergeCell ref="${cellName(2 * Math.floor(n / 50), 2 * (n % 50))}:${cellName(2 * Math.floor(n / 50) + 1, 2 * (n % 50) + 1)}"/>`).join('')}</mergeCells>`,
  );

/** Merges that lie one over the other, and one over the whole sheet. */
export const overlappingMerges = (): Uint8Array =>
  mischief(
    row(1, text('A1', '角') + text('B2', '盖')),
    `<mergeCells>${['A1:XFD1048576', 'A1:C3', 'B2:D4', 'A1:C3', 'C1:C900000'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
  );

export const frozenToTheEnd = (): Uint8Array =>
  mischief(
    row(1, number('A1', 1)) + row(200, number('A200', 200)),
    '',
    '<sheetViews><sheetView workbookViewId="0" zoomScale="400"><pane xSplit="16383" ySplit="1048575" state="frozen" topLeftCell="XFD1048576"/></sheetView></sheetViews>',
  );

/** Texts that do not deflate, `megabytes` of them, on a sheet of 20 columns. */
export function incompressible(megabytes: number): Uint8Array {
  const CELL = 1000;
  let seed = 1;
  const noise = (): string => {
    let out = '';
    while (out.length < CELL) {
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
      out += (seed >>> 0).toString(36);
    }
    return out.slice(0, CELL);
  };
  const rows = Math.ceil((megabytes * 1_000_000) / CELL / 20);
  return sampleWith(
    [
      {
        name: MISCHIEF,
        xml: sheetXml(
          times(rows, (at) =>
            row(at + 1, times(20, (column) => text(cellName(at, column), noise())).join('') + number(`U${at + 1}`, at)),
          ).join(''),
        ),
      },
    ],
    0,
  );
}

/** A large part that no one looks into, and that does not deflate. */
export function largePicture(megabytes: number): Uint8Array {
  const picture = new Uint8Array(megabytes * 1_000_000);
  for (let at = 0, seed = 7; at < picture.length; at++) picture[at] = (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 24;
  return sampleBeside({ 'xl/media/image1.png': picture }, 0);
}

export const bomb = (): Uint8Array => sampleBeside({ 'xl/media/bomb.bin': new Uint8Array(60_000_000) });
export const textBomb = (): Uint8Array =>
  zip(
    workbookParts({
      sheets: [{ name: '数据', xml: sheetXml(row(1, `<c r="A1" t="inlineStr"><is><t>${'a'.repeat(60_000_000)}</t></is></c>`)) }],
    }),
  );
export const documentType = (): Uint8Array =>
  sampleWithPart(
    'xl/styles.xml',
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "https://example.invalid/x">]><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&b;</styleSheet>',
  );

/** An OLE compound file with streams of these names in its directory: an old .xls, an encrypted workbook. */
export function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...streams].forEach((name, n) => {
    const at = 1024 + n * 128;
    for (let k = 0; k < name.length; k++) bytes[at + 2 * k] = name.charCodeAt(k);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = n === 0 ? 5 : 2;
  });
  return bytes;
}
