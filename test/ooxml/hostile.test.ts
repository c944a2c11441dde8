import { deflateRawSync } from 'node:zlib';
import { ProblemError } from '../../src/core/problem';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { crc32 } from '../../src/ooxml/zip/crc32';
import { MAIN, plainWorkbook, sheetXml, workbookParts, zip } from './package-builder';
import { template } from '../hosts/xlsx/template';
import { withPart, withRows } from './one-sheet';
import { outcome } from './outcome';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** An OLE compound file with streams of these names in its directory. */
function compoundFile(...streams: string[]): Uint8Array {
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

describe('files that are no .xlsx', () => {
  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(0), 'empty'],
    ['text', text('地区,产值\n甲,1'), 'not-zip'],
    ['one byte', new Uint8Array([80]), 'not-zip'],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) & 255), 'not-zip'],
    ['an HTML table named .xls', text('\n<html><table></table></html>'), 'markup'],
    ['SpreadsheetML 2003', text('\ufeff<?xml version="1.0"?><Workbook/>'), 'markup'],
    ['.xls', compoundFile('Workbook'), 'xls-legacy'],
    ['.xls of Excel 5', compoundFile('Book'), 'xls-legacy'],
    ['an encrypted .xlsx', compoundFile('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
    ['an old Word file', compoundFile('WordDocument'), 'not-workbook'],
    ['a zip of pictures', zip({ 'a.png': 'x' }), 'not-workbook'],
    ['.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'open-document'],
    [
      '.xlsb',
      withPart('_rels/.rels', (workbookParts({ sheets: [] })['_rels/.rels'] as string).replace('workbook.xml', 'workbook.bin')),
      'xlsb',
    ],
    [
      '.docx',
      withPart(
        '[Content_Types].xml',
        (workbookParts({ sheets: [] })['[Content_Types].xml'] as string).replace(
          'spreadsheetml.sheet.main',
          'wordprocessingml.document.main',
        ),
      ),
      'not-workbook',
    ],
    ['another root element', withPart('xl/workbook.xml', '<document xmlns="urn:x"/>'), 'not-workbook'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome(bytes)).toBe(code);
  });
});

describe('damaged files', () => {
  it('truncated anywhere: refused in words, never a crash', async () => {
    const whole = template();
    const codes = new Set<string>();
    for (let length = 0; length < whole.length; length += 97) codes.add(await outcome(whole.slice(0, length)));
    expect([...codes].sort()).toEqual(['empty', 'truncated']);
  });

  it('a byte changed anywhere: refused in words or read, never a crash', async () => {
    const whole = plainWorkbook();
    for (let at = 0; at < whole.length; at += 3) {
      const bytes = whole.slice();
      bytes[at]! ^= 0x55;
      await outcome(bytes);
    }
  });

  it.each<[string, Uint8Array, string]>([
    ['no relationships of the package', withPart('_rels/.rels', undefined), 'missing-part'],
    ['no workbook', withPart('xl/workbook.xml', undefined), 'missing-part'],
    ['no relationships of the workbook', withPart('xl/_rels/workbook.xml.rels', undefined), 'missing-sheet'],
    ['no worksheet', withPart('xl/worksheets/sheet1.xml', undefined), 'missing-sheet'],
    ['no sheets', withPart('xl/workbook.xml', `<workbook xmlns="${MAIN}"><sheets/></workbook>`), 'broken-xml'],
    ['broken workbook', withPart('xl/workbook.xml', '<workbook'), 'broken-xml'],
    ['broken relationships', withPart('xl/_rels/workbook.xml.rels', '<a><b></a>'), 'broken-xml'],
    ['an empty part', withPart('xl/worksheets/sheet1.xml', ''), 'broken-xml'],
    [
      'a sheet that ends early',
      withPart('xl/worksheets/sheet1.xml', sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, -30)),
      'broken-xml',
    ],
    [
      'a sheet that ends in a cell',
      withPart('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1`),
      'broken-xml',
    ],
    ['a wrong closing tag', withRows('<row r="1"><c r="A1"><v>1</c></v></row>'), 'broken-xml'],
    ['an unknown entity', withRows('<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>'), 'broken-xml'],
    ['a zero byte', withRows('<row r="1"><c r="A1" t="str"><v>\0</v></c></row>'), 'broken-xml'],
    ['a control character', withRows('<row r="1"><c r="A1" t="str"><v>\u0001</v></c></row>'), 'broken-xml'],
    [
      'bytes that are no UTF-8',
      withPart(
        'xl/worksheets/sheet1.xml',
        Uint8Array.from([
          ...text(`<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>`),
          0xd6,
          0xd0,
          ...text('</v></c></row></sheetData></worksheet>'),
        ]),
      ),
      'broken-xml',
    ],
    ['another encoding', withPart('xl/workbook.xml', `<?xml version="1.0" encoding="GB2312"?><workbook xmlns="${MAIN}"/>`), 'encoding'],
    [
      'an entity bomb',
      withPart(
        'xl/worksheets/sheet1.xml',
        `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      ),
      'doctype',
    ],
    ['a document type in the workbook', withPart('xl/workbook.xml', `<!DOCTYPE workbook><workbook xmlns="${MAIN}"/>`), 'doctype'],
    ['elements without end', withPart('xl/workbook.xml', '<a>'.repeat(100_000)), 'broken-xml'],
    ['a shared text that is not there', withRows('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'), 'bad-cell'],
    ['a number that is none', withRows('<row r="1"><c r="A1"><v>0x10</v></c></row>'), 'bad-cell'],
    ['a number beyond numbers', withRows('<row r="1"><c r="A1"><v>1e999</v></c></row>'), 'bad-cell'],
    ['an unknown type', withRows('<row r="1"><c r="A1" t="q"><v>1</v></c></row>'), 'bad-cell'],
    ['a date that is none', withRows('<row r="1"><c r="A1" t="d"><v>昨天</v></c></row>'), 'bad-cell'],
    ['row 0', withRows('<row r="0"><c><v>1</v></c></row>'), 'outside-sheet'],
    ['a negative row', withRows('<row r="-5"><c><v>1</v></c></row>'), 'outside-sheet'],
    ['a huge row', withRows('<row r="99999999999"><c><v>1</v></c></row>'), 'outside-sheet'],
    ['row 1048577', withRows('<row r="1048577"/>'), 'outside-sheet'],
    ['column XFE', withRows('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'outside-sheet'],
    ['an address that is none', withRows('<row r="1"><c r="1A"><v>1</v></c></row>'), 'outside-sheet'],
    ['a merged area that is none', withRows('', '<mergeCells><mergeCell ref="A1:"/></mergeCells>'), 'bad-merge'],
    ['a merged area off the sheet', withRows('', '<mergeCells><mergeCell ref="A1:ZZZ9"/></mergeCells>'), 'outside-sheet'],
    ['a style that is none', withRows('<row r="1"><c r="A1" s="99"><v>1</v></c></row>'), 'ok'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome(bytes)).toBe(code);
  });

  it('says where', () => {
    const bytes = withRows('<row r="1"><c r="B7"><v>abc</v></c></row>');
    return expect(openXlsx(bytes).read()).rejects.toMatchObject({
      problems: [{ sheet: '数据', cell: 'B7', message: '单元格 “数据”!B7 的内容“abc”与其类型不符，无法读取。' }],
    });
  });
});

interface RawEntry {
  readonly name: string;
  readonly data: Uint8Array;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Points at the data of an entry before. */
  readonly sameAs?: number;
}

/** Numbers and bytes one behind the other, little-endian. */
class Fields {
  readonly bytes: number[] = [];

  /** @param fields pairs of a number and its length in bytes */
  add(...fields: readonly (readonly [value: number, length: number])[]): this {
    for (const [value, length] of fields)
      for (let n = 0, rest = value; n < length; n++, rest = Math.floor(rest / 256)) this.bytes.push(rest % 256);
    return this;
  }

  raw(bytes: Uint8Array): this {
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }
}

/** A zip written field by field, so that it can lie. */
function rawZip(entries: readonly RawEntry[], zip64 = false): Uint8Array {
  const FULL = 0xffffffff;
  const out = new Fields();
  const offsets: number[] = [];
  const shared = (entry: RawEntry, wide: boolean): void => {
    const [deflated, inflated] = wide ? [FULL, FULL] : [entry.data.length, entry.size ?? 0];
    out.add(
      [20, 2],
      [entry.flags ?? 0, 2],
      [entry.method ?? 8, 2],
      [0x210000, 4],
      [entry.crc ?? 0, 4],
      [deflated, 4],
      [inflated, 4],
      [entry.name.length, 2],
    );
  };
  for (const entry of entries) {
    offsets.push(entry.sameAs === undefined ? out.bytes.length : offsets[entry.sameAs]!);
    if (entry.sameAs !== undefined) continue;
    out.add([0x04034b50, 4]);
    shared(entry, false);
    out.add([0, 2]).raw(text(entry.name)).raw(entry.data);
  }
  const start = out.bytes.length;
  entries.forEach((entry, n) => {
    out.add([0x02014b50, 4], [20, 2]);
    shared(entry, zip64);
    out.add([zip64 ? 28 : 0, 2], [0, 6], [0, 4], [zip64 ? FULL : offsets[n]!, 4]).raw(text(entry.name));
    if (zip64) out.add([1, 2], [24, 2], [entry.size ?? 0, 8], [entry.data.length, 8], [offsets[n]!, 8]);
  });
  const end = out.bytes.length;
  const count = entries.length;
  if (zip64) {
    out.add([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 8], [count, 8], [count, 8], [end - start, 8], [start, 8]);
    out.add([0x07064b50, 4], [0, 4], [end, 8], [1, 4]);
  }
  out.add(
    [0x06054b50, 4],
    [0, 4],
    [zip64 ? 0xffff : count, 2],
    [zip64 ? 0xffff : count, 2],
    [zip64 ? FULL : end - start, 4],
    [zip64 ? FULL : start, 4],
    [0, 2],
  );
  return Uint8Array.from(out.bytes);
}

const honest = (name: string, content: string): RawEntry => ({
  name,
  data: deflateRawSync(text(content)),
  size: text(content).length,
  crc: crc32(text(content)),
});
const honestParts = (): RawEntry[] =>
  Object.entries(workbookParts({ sheets: [{ name: '数据', xml: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }] })).map(
    ([name, part]) => honest(name, part as string),
  );

describe('the density of a whole package', () => {
  const PART = 8_000_000;
  /** Parts of 8 MB, each dense enough to be let through alone. */
  const parts = (count: number, deflated: number): RawEntry[] =>
    Array.from({ length: count }, (_, n) => ({ name: `part${n}`, data: new Uint8Array(deflated), size: PART }));
  /** What is said against the package as a zip; it holds no workbook, which is another matter. */
  const refused = async (entries: readonly RawEntry[]): Promise<string | undefined> => {
    try {
      await openXlsx(rawZip(entries)).describe();
      return undefined;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.problems.find(({ code }) => code === 'zip-bomb')?.message;
    }
  };

  it('small packages may be as dense as they like; beyond that the whole is refused, though no part would be', async () => {
    expect(await refused(parts(8, 100))).toBeUndefined();
    expect(await refused([...parts(8, 100), { name: 'one-more', data: new Uint8Array(1), size: 1 }])).toContain('200');
  });

  it('200 times is let through, more is not', async () => {
    expect(await refused(parts(9, PART / 200))).toBeUndefined();
    expect(await refused([...parts(8, PART / 200), ...parts(1, PART / 200 - 1).map((part) => ({ ...part, name: 'last' }))])).toContain(
      '200',
    );
  });
});

describe('zips that lie', () => {
  it('an honest one is read, also in zip64 form', async () => {
    expect(await outcome(rawZip(honestParts()))).toBe('ok');
    expect(await outcome(rawZip(honestParts(), true))).toBe('ok');
  });

  it.each<[string, () => Uint8Array, string]>([
    [
      'too dense a part',
      () => rawZip([...honestParts(), { name: 'xl/media/bomb.bin', data: new Uint8Array(1000), size: 500_000_000 }]),
      'zip-bomb',
    ],
    [
      'too large a part',
      () => rawZip([...honestParts(), { name: 'xl/media/bomb.bin', data: new Uint8Array(1000), size: 4_000_000_000 }]),
      'zip-bomb',
    ],
    [
      'too large altogether',
      () =>
        rawZip([
          ...honestParts(),
          ...Array.from({ length: 300 }, (_, n) => ({ name: `b${n}`, data: new Uint8Array(100), size: 7_900_000 })),
        ]),
      'zip-bomb',
    ],
    [
      'too many entries',
      () => zip(Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`f${n}`, new Uint8Array(0)])), 0),
      'zip-bomb',
    ],
    ['entries that share their bytes', () => rawZip([...honestParts(), { ...honest('b1', 'x'), sameAs: 0 }]), 'zip-bomb'],
    ['the same name twice', () => rawZip([...honestParts(), honest('XL/workbook.xml', '<x/>')]), 'duplicate-part'],
    ['an encrypted entry', () => rawZip(honestParts().map((entry) => ({ ...entry, flags: 1 }))), 'encrypted'],
    ['a wrong checksum', () => rawZip(honestParts().map((entry) => ({ ...entry, crc: 1 }))), 'broken-part'],
    ['more data than declared', () => rawZip(honestParts().map((entry) => ({ ...entry, size: 10 }))), 'broken-part'],
    ['less data than declared', () => rawZip(honestParts().map((entry) => ({ ...entry, size: entry.size! + 1 }))), 'broken-part'],
    ['data that is not deflated', () => rawZip(honestParts().map((entry) => ({ ...entry, data: text('hello, world') }))), 'broken-part'],
    ['an unknown compression', () => rawZip(honestParts().map((entry) => ({ ...entry, method: 14 }))), 'unknown-compression'],
    [
      'a large part that inflates beyond what it declares',
      () =>
        rawZip([
          ...honestParts().filter(({ name }) => !name.includes('sheet1')),
          { ...honest('xl/worksheets/sheet1.xml', ' '.repeat(30_000_000)), size: 5_000_000 },
        ]),
      'broken-part',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome(bytes())).toBe(code);
  });

  it('a part that declares little is not inflated far beyond it', async () => {
    const bomb = deflateRawSync(new Uint8Array(300_000_000), { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    expect(
      await outcome(
        rawZip([
          ...honestParts().filter(({ name }) => !name.includes('sheet1')),
          { name: 'xl/worksheets/sheet1.xml', data: bomb, size: 7_000_000, crc: 0 },
        ]),
      ),
    ).toBe('broken-part');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(250_000_000);
  });
});
