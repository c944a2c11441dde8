import fc from 'fast-check';
import { csvRows } from '../../../src/hosts/old-files/csv-rows';
import { findDelimiter } from '../../../src/hosts/old-files/delimiter';
import { typedField } from '../../../src/hosts/old-files/typed-field';
import { cellsOf, convert, sheetsOf } from './read-converted';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, little: boolean, mark = true): Uint8Array {
  const whole = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < whole.length; n++) view.setUint16(2 * n, whole.charCodeAt(n), little);
  return bytes;
}

/** 地区,产值（万元） / 甲,12.50 in GB18030 */
const GB18030 = Uint8Array.from([
  ...[0xb5, 0xd8, 0xc7, 0xf8, 0x2c, 0xb2, 0xfa, 0xd6, 0xb5, 0xa3, 0xa8, 0xcd, 0xf2, 0xd4, 0xaa, 0xa3, 0xa9, 0x0d, 0x0a],
  ...[0xbc, 0xd7, 0x2c, 0x31, 0x32, 0x2e, 0x35, 0x30, 0x0d, 0x0a],
]);
const TABLE = '地区,产值（万元）\r\n甲,12.50\r\n';

describe('encodings', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(TABLE), 'UTF-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${TABLE}`), 'UTF-8'],
    ['UTF-16 little-endian', utf16(TABLE, true), 'UTF-16LE'],
    ['UTF-16 big-endian', utf16(TABLE, false), 'UTF-16BE'],
    ['UTF-16 without a mark', utf16(TABLE, true, false), 'UTF-16LE'],
    ['UTF-16 big-endian without a mark', utf16(TABLE, false, false), 'UTF-16BE'],
    ['GB18030', GB18030, 'GB18030'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await cellsOf(bytes, '表.csv')).toEqual([
      ['地区', '产值（万元）'],
      ['甲', 12.5],
    ]);
    expect((await convert(bytes, '表.csv')).note.message).toContain(`${encoding} 编码，逗号分隔`);
  });

  it('a sign that lies across two pieces of a large file', async () => {
    const rows = 2_000;
    const long = '地区'.repeat(400);
    const [sheet] = await sheetsOf(utf8(`a${`${long},1\n`.repeat(rows)}`), '大.csv');
    const { grid } = sheet!;
    const texts = Array.from({ length: rows - 1 }, (_, row) => grid.text(row + 1, 0));
    expect([grid.rows, grid.text(0, 0), new Set(texts)]).toEqual([rows, `a${long}`, new Set([long])]);
  });
});

describe('delimiters', () => {
  it.each<[string, string, string]>([
    ['commas', '地区,产值\n甲,1\n乙,2', ','],
    ['tabs, with commas in numbers', '地区\t产值\n甲\t1,234\n乙\t5,678', '\t'],
    ['semicolons', '地区;产值;说明\n甲;1;大,中\n乙;2;小', ';'],
    ['bars', '地区|产值\n甲|1', '|'],
    ['commas within quotes do not count', '"a,b,c";1\n"d,e,f";2', ';'],
    ['a title above', '2016年开发区指标\n地区,产值\n甲,1', ','],
    ['one column', '地区\n甲\n乙', ','],
  ])('%s', (_, text, delimiter) => expect(findDelimiter(text)).toEqual({ delimiter, skip: 0 }));

  it('the one that the first line names, which is no data', async () => {
    expect(await cellsOf(utf8('sep=;\r\n地区;产值\r\n甲;1'), 'a.csv')).toEqual([
      ['地区', '产值'],
      ['甲', 1],
    ]);
  });
});

describe('rows', () => {
  const rows = (text: string): unknown[] => [...csvRows([text], ',')];

  it.each<[string, string, unknown]>([
    ['line ends of all kinds', 'a\nb\r\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['blank lines stay', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['empty fields', ',a,\n', [['', 'a', '']]],
    ['quotes', '"a,b","c ""d""","e\r\nf"\n', [['a,b', 'c "d"', 'e\r\nf']]],
    ['a quote within a field', '5" 管,1', [['5" 管', '1']]],
    ['blanks behind a quote', '"a" ,b', [['a', 'b']]],
    ['an empty quoted field at the end', 'a,""', [['a', '']]],
  ])('%s', (_, text, expected) => expect(rows(text)).toEqual(expected));

  it('wherever the text is cut', () => {
    const text = 'a,"b ""c""\r\nd"\r\n,1\r\n"",\r\ne';
    const whole = rows(text);
    for (let at = 0; at <= text.length; at++) expect([...csvRows([text.slice(0, at), text.slice(at)], ',')]).toEqual(whole);
    expect([...csvRows([...text], ',')]).toEqual(whole);
  });

  it('what is written by the rules is read back', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '区', ' ') });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
        expect(rows(table.map((line) => line.map(quoted).join(',')).join('\r\n'))).toEqual(table);
      }),
    );
  });

  it('a mistake is told by its line', () => {
    expect(() => rows('a\nb\n"c\nd\n')).toThrow('第 3 行有一个引号没有成对');
    expect(() => rows('a\n"b\nc"d\n')).toThrow('第 3 行引号');
  });
});

describe('fields', () => {
  it.each<[string, unknown]>([
    ['12', { value: 12 }],
    ['-0.5', { value: -0.5 }],
    ['12.50', { value: 12.5, format: '0.00' }],
    ['1,234', { value: 1234, format: '#,##0' }],
    ['-1,234,567.80', { value: -1234567.8, format: '#,##0.00' }],
    ['7%', { value: 0.07, format: '0%' }],
    ['12.5%', { value: 0.125, format: '0.0%' }],
    ['  12 ', { value: 12 }],
    ['123456789012345', { value: 123456789012345 }],
    // Codes, and numbers that would not come back as they were typed.
    ['007', { value: '007' }],
    ['123456789012345678', { value: '123456789012345678' }],
    ['0.1234567890123456', { value: '0.1234567890123456' }],
    ['12\t', { value: '12\t' }],
    ['="00123"', { value: '00123' }],
    ['-0', { value: '-0' }],
    ['1,23', { value: '1,23' }],
    ['1E5', { value: '1E5' }],
    ['.5', { value: '.5' }],
    ['+5', { value: '+5' }],
    ['１２', { value: '１２' }],
    ['2016-12-01', { value: '2016-12-01' }],
    ['TRUE', { value: 'TRUE' }],
    ['=1+1', { value: '=1+1' }],
    ['', undefined],
    ['  ', undefined],
    ['\x1a', undefined],
  ])('%j', (field, expected) => expect(typedField(field)).toEqual(expected));

  it('a number is shown as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (units, decimals) => {
        const text = (units / 10 ** decimals).toFixed(decimals);
        fc.pre(text !== '-0' && !/^-0\.?0*$/.test(text));
        const { value, format = 'General' } = typedField(text)!;
        expect(format === 'General' ? String(value) : (value as number).toFixed(decimals)).toBe(text);
      }),
    );
  });
});

it('texts that begin like formulas stay texts', async () => {
  const texts = ['=HYPERLINK("http://x")', '+86', '-', '@SUM(A1)', "=cmd|'/c calc'!A0"];
  const bytes = utf8(texts.map((text) => `"${text.replaceAll('"', '""')}",1`).join('\n'));
  const [sheet] = await sheetsOf(bytes, 'a.csv');
  texts.forEach((text, row) => {
    expect(sheet!.grid.cell(row, 0)).toEqual({ kind: 'text', value: text });
    expect(sheet!.grid.formula(row, 0)).toBeUndefined();
  });
});

it('a text longer than a cell holds is cut, and that is told', async () => {
  const made = await convert(utf8(`名称,1\n${'长'.repeat(40_000)},2`), 'a.csv');
  expect(made.note.message).toContain('其中 1 格文字超过');
});
