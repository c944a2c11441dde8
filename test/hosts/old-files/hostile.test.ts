import * as biff from './biff-builder';
import { compoundFile, xlsOf } from './compound-builder';
import { outcomeOf } from './read-converted';

const sheet = (...records: readonly Uint8Array[]): Uint8Array => biff.biff8([{ name: 'a', records }]);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** A small workbook with every kind of record that is read. */
const whole = (): Uint8Array =>
  xlsOf(
    biff.biff8(
      [
        {
          name: '指标数据',
          records: [
            biff.columns(0, 3, 12),
            biff.rowFrame(0, 20),
            biff.shared(0, 0, 0),
            biff.label(0, 1, '产值'),
            biff.mulRk(1, 0, [1, 2, 3]),
            biff.formula(2, 0, 'text'),
            biff.formulaText('达标'),
            biff.boolErr(2, 1, 7, true),
            biff.number(3, 0, 42705, 1),
            biff.merges([0, 0, 0, 1]),
          ],
        },
      ],
      [biff.format(164, 'yyyy/m/d'), biff.xf(164), biff.sst(biff.sharedText('经济开发区'))],
    ),
  );

describe('damaged old workbooks', () => {
  it('the whole one opens', async () => {
    expect(await outcomeOf(whole())).toBe('opened');
  });

  it('cut off anywhere: refused in words', async () => {
    const file = whole();
    const codes = new Set<string>();
    for (let length = 8; length < file.length; length += 61) codes.add(await outcomeOf(file.slice(0, length)));
    expect([...codes].sort()).toEqual(['truncated']);
  });

  it('a stream cut off anywhere: refused in words', async () => {
    const stream = sheet(biff.number(0, 0, 1), biff.label(1, 0, '产值'));
    const codes = new Set<string>();
    for (let length = 20; length < stream.length; length++) codes.add(await outcomeOf(xlsOf(stream.slice(0, length))));
    expect([...codes].filter((code) => code === 'opened')).toEqual([]);
  });

  it('a byte changed anywhere: refused in words or read, never a crash', async () => {
    const file = whole();
    const codes = new Set<string>();
    for (let at = 8; at < file.length; at += 23) {
      for (const mask of [0x55, 0xff]) {
        const bytes = file.slice();
        bytes[at]! ^= mask;
        codes.add(await outcomeOf(bytes));
      }
    }
    expect(codes).toContain('opened');
    expect(codes).toContain('xls-broken');
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a password', () => xlsOf(sheet(biff.record(0x002f, biff.u16(1), new Uint8Array(52)), biff.number(0, 0, 1))), 'encrypted'],
    ['a new workbook with a password', () => compoundFile([{ name: 'EncryptedPackage', content: new Uint8Array(5000) }]), 'other'],
    ['a document of Word', () => compoundFile([{ name: 'WordDocument', content: new Uint8Array(5000) }]), 'other'],
    ['no sheet', () => xlsOf(biff.joined([biff.bof(5), biff.eof])), 'xls-broken'],
    ['a shared text that is not there', () => xlsOf(sheet(biff.shared(0, 0, 5))), 'xls-broken'],
    ['a column that no sheet has', () => xlsOf(sheet(biff.number(0, 20_000, 1))), 'xls-broken'],
    ['many numbers, of which the last has no column', () => xlsOf(sheet(biff.mulRk(0, 16_380, [1, 2, 3, 4, 5]))), 'xls-broken'],
    [
      'two sheets of one name',
      () =>
        xlsOf(
          biff.biff8([
            { name: 'a', records: [] },
            { name: 'a', records: [] },
          ]),
        ),
      'xls-broken',
    ],
    ['a record that is too short', () => xlsOf(sheet(biff.record(0x0203, biff.u16(0), biff.u16(0), biff.u16(0)))), 'xls-broken'],
    ['a name that every object has', () => xlsOf(biff.biff8([{ name: '__proto__', records: [biff.number(0, 0, 1)] }])), 'opened'],
    ['a name that Excel does not take', () => xlsOf(biff.biff8([{ name: "'a/b:c'", records: [biff.number(0, 0, 1)] }])), 'opened'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcomeOf(bytes())).toBe(code);
  });

  it('sectors in a circle, and outside of the file', async () => {
    const long = sheet(...Array.from({ length: 2000 }, (_, row) => biff.number(row, 0, row)));
    const file = xlsOf(long);
    const view = new DataView(file.buffer);
    const table = 512 * (1 + view.getUint32(76, true));
    const codes: string[] = [];
    for (const next of [0, 1, 60_000, 0xfffffffe]) {
      const bytes = file.slice();
      new DataView(bytes.buffer).setUint32(table + 4 * 5, next, true);
      codes.push(await outcomeOf(bytes));
    }
    expect(codes.every((code) => code === 'xls-broken' || code === 'truncated')).toBe(true);
    // The lists of the table's own sectors in a circle.
    const bytes = file.slice();
    new DataView(bytes.buffer).setUint32(68, 3, true);
    for (let n = 0; n < 128; n++) new DataView(bytes.buffer).setUint32(512 * 4 + 4 * n, 3, true);
    expect(await outcomeOf(bytes)).toBe('xls-broken');
  });

  it('a directory in a circle, and a stream that claims four gigabytes', async () => {
    const file = whole();
    const view = new DataView(file.buffer);
    const directory = 512 * (1 + view.getUint32(48, true));
    const circle = file.slice();
    new DataView(circle.buffer).setUint32(directory + 128 + 72, 1, true);
    expect(await outcomeOf(circle)).toBe('opened');
    const giant = file.slice();
    new DataView(giant.buffer).setUint32(directory + 128 + 120, 0xf0000000, true);
    expect(await outcomeOf(giant)).toBe('truncated');
  });
});

describe('old workbooks that ask for much', () => {
  it.each<[string, () => Uint8Array, string]>([
    [
      'links over the whole sheet',
      () =>
        xlsOf(
          sheet(
            ...repeated(2000, biff.record(0x01b8, biff.u16(0), biff.u16(65535), biff.u16(0), biff.u16(255), new Uint8Array(40))),
            biff.number(0, 0, 1),
          ),
          12,
        ),
      'opened',
    ],
    [
      'all columns described, many times',
      () => xlsOf(sheet(...repeated(5000, biff.columns(0, 65535, 10)), biff.number(0, 0, 1)), 12),
      'opened',
    ],
    ['columns without end', () => xlsOf(sheet(...repeated(70_000, biff.columns(0, 1, 10)), biff.number(0, 0, 1)), 12), 'xls-broken'],
    [
      'number formats without end',
      () => xlsOf(biff.biff8([{ name: 'a', records: [biff.number(0, 0, 1)] }], repeated(6000, biff.format(200, '0'))), 12),
      'xls-broken',
    ],
    [
      'merged areas without end',
      () => xlsOf(sheet(...repeated(250, biff.merges(...repeated(1000, [0, 5, 0, 5] as const)))), 12),
      'xls-broken',
    ],
    [
      'names with formulas',
      () => xlsOf(sheet(...repeated(1000, biff.record(0x0018, new Uint8Array(60).fill(0x24))), biff.number(0, 0, 1))),
      'opened',
    ],
    ['the last cell alone', () => xlsOf(sheet(biff.number(65535, 255, 1))), 'opened'],
    [
      'a text that goes on a hundred thousand times',
      () => xlsOf(biff.biff8([{ name: 'a', records: [biff.shared(0, 0, 0)] }], endlessText(100_000)), 12),
      'opened',
    ],
    [
      "a formula's text that goes on a hundred thousand times",
      () =>
        xlsOf(
          sheet(
            biff.formula(0, 0, 'text'),
            biff.record(0x0207, biff.u16(60_000), biff.u8(1), biff.wide('字')),
            ...repeated(100_000, biff.continued(biff.u8(0), biff.narrow('a'))),
          ),
          12,
        ),
      'opened',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await outcomeOf(bytes())).toBe(code);
  });
});

describe('hostile texts', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a million columns', () => text('1,'.repeat(1_000_000)), 'too-many-cells'],
    ['one field of 40 MB', () => text(`a,${'x'.repeat(40_000_000)}`), 'long-text'],
    ['one field of 40 MB in quotes', () => text(`a,"${'x'.repeat(40_000_000)}"`), 'long-text'],
    ['a quote that does not close', () => text('a,b\n1,"2\n3,4\n5,6'), 'csv-quote'],
    ['a quote with text behind it', () => text('a,b\n1,"2"x,3\n'), 'csv-quote'],
    ['a zero byte', () => text('a,b\n1,\0'), 'other'],
    ['control characters', () => text('a,b\n1,\u0001'), 'other'],
    ['zero bytes alone', () => new Uint8Array(100_000), 'other'],
    ['bytes of no encoding', () => Uint8Array.from({ length: 5000 }, (_, n) => ((n * 7919) & 255) | 1), 'other'],
    ['blank lines alone', () => text('\n \n\n'), 'empty'],
    ['quotes alone', () => text('"'.repeat(100_000)), 'opened'],
    ['a word that every object has', () => text('constructor,__proto__\n1,2'), 'opened'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcomeOf(bytes(), 'a.csv')).toBe(code);
  });
});

describe('files that are no tables', () => {
  it.each<[string, Uint8Array]>([
    ['empty', new Uint8Array(0)],
    ['a zip', text('PK\u0003\u0004 …')],
    ['a page', text('<html><table></table></html>')],
    ['PDF', text('%PDF-1.4\n1 0 obj')],
    ['RTF', text('{\\rtf1 a,b}')],
  ])('%s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('other');
  });
});

function repeated<T>(count: number, one: T): T[] {
  return Array<T>(count).fill(one);
}

/** A shared text of which each record has one character. */
function endlessText(records: number): Uint8Array[] {
  const length = 60_000;
  return [
    biff.record(0x00fc, biff.u32(1), biff.u32(1), biff.u16(length), biff.u8(0), biff.narrow('a')),
    ...repeated(records, biff.continued(biff.u8(0), biff.narrow('b'))),
  ];
}
