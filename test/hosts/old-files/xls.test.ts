import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { Package } from '../../../src/ooxml/parts/package';
import { rkNumber } from '../../../src/hosts/old-files/number-cells';
import { readXls } from '../../../src/hosts/old-files/xls';
import * as biff from './biff-builder';
import { compoundFile, xlsOf } from './compound-builder';
import { cellsOf, convert, sheetsOf } from './read-converted';

const gbk = (...codes: readonly number[]): Uint8Array => Uint8Array.from(codes);
/** 产值 */
const OUTPUT = gbk(0xb2, 0xfa, 0xd6, 0xb5);

const oneSheet = (...records: readonly Uint8Array[]): Uint8Array => xlsOf(biff.biff8([{ name: '指标数据', records }]));

describe('cells', () => {
  it('numbers in all their records', async () => {
    const file = oneSheet(biff.number(0, 0, 35371.28), biff.rk(0, 1, -12), biff.mulRk(1, 0, [1, 2, 3]), biff.number(3, 2, 1e-300));
    expect(await cellsOf(file)).toEqual([
      [35371.28, -12, null],
      [1, 2, 3],
      [null, null, null],
      [null, null, 1e-300],
    ]);
  });

  it('in whatever order they stand in the file; of two at one place the later one', async () => {
    const file = oneSheet(
      biff.label(2, 1, '丙'),
      biff.number(2, 0, 5),
      biff.rk(0, 1, 2),
      biff.number(0, 0, 1),
      biff.label(0, 2, '甲'),
      biff.number(2, 0, 6),
    );
    expect(await cellsOf(file)).toEqual([
      [1, 2, '甲'],
      [null, null, null],
      [6, '丙', null],
    ]);
  });

  it.each([
    [(5 << 2) | 2, 5],
    [(-12 << 2) | 2, -12],
    [(1234 << 2) | 3, 12.34],
    [0x3ff00000, 1],
    [0x3ff80001, 0.015],
    [0xbff00000 | 0, -1],
  ])('RK number %i is %d', (bits, value) => expect(rkNumber(bits)).toBe(value));

  it('texts, also such as go on in the next record', async () => {
    const halves = biff.bytesOf(biff.u16(6), biff.u8(1), biff.wide('经济开'));
    const stream = biff.biff8(
      [{ name: 'a', records: [biff.shared(0, 0, 0), biff.shared(0, 1, 1), biff.shared(0, 2, 2), biff.label(1, 0, '备注')] }],
      [
        biff.sst(biff.sharedText('发区'), halves),
        biff.continued(biff.u8(1), biff.wide('发区'), new Uint8Array(0)),
        // The last character is narrow, and so is the text behind it.
        biff.continued(biff.u8(0), biff.narrow('A'), biff.u16(2), biff.u8(0), biff.narrow('CD')),
      ],
    );
    expect(await cellsOf(xlsOf(withTextCount(stream, 3)))).toEqual([
      ['发区', '经济开发区A', 'CD'],
      ['备注', null, null],
    ]);
  });

  it('yes and no, errors, and what formulas came to', async () => {
    const file = oneSheet(
      biff.boolErr(0, 0, 1, false),
      biff.boolErr(0, 1, 0x2a, true),
      biff.formula(1, 0, 2.5),
      biff.formula(1, 1, 'text'),
      biff.formulaText('达标'),
    );
    expect(await cellsOf(file)).toEqual([
      [true, '#N/A'],
      [2.5, '达标'],
    ]);
    expect((await convert(file)).note.message).toContain('公式（2 个单元格，只带来文件里存的计算结果）');
  });

  it('texts that begin like formulas stay texts', async () => {
    const texts = ['=1+1', '+86', '-5', '@SUM(A1)', '＝HYPERLINK("http://x")', '\t=1'];
    const file = oneSheet(...texts.map((text, row) => biff.label(row, 0, text)));
    const { bytes } = await convert(file);
    const workbook = openXlsx(bytes);
    const [sheet] = await workbook.read();
    texts.forEach((text, row) => {
      expect(sheet!.grid.cell(row, 0)).toEqual({ kind: 'text', value: text });
      expect(sheet!.grid.formula(row, 0)).toBeUndefined();
    });
    // Each has a style that keeps it a text when someone edits the cell.
    expect(part(bytes, 'xl/styles.xml')).toContain('quotePrefix="1"');
  });

  it('number formats: of the file, and those of Chinese Excel that it names by number', async () => {
    const stream = biff.biff8(
      [
        {
          name: 'a',
          records: [biff.number(0, 0, 42705, 1), biff.number(0, 1, 42705, 2), biff.number(0, 2, 0.125, 3), biff.number(0, 3, 5, 4)],
        },
      ],
      [biff.format(164, '#,##0.0"万元"'), biff.xf(14), biff.xf(31), biff.xf(10), biff.xf(164)],
    );
    const [sheet] = await sheetsOf(xlsOf(stream));
    expect([0, 1, 2, 3].map((column) => sheet!.grid.format(0, column))).toEqual([
      'yyyy/m/d',
      'yyyy"年"m"月"d"日"',
      '0.00%',
      '#,##0.0"万元"',
    ]);
  });

  it('a file does not get the number formats of the one before it', async () => {
    await convert(xlsOf(biff.biff8([{ name: 'a', records: [biff.number(0, 0, 1, 1)] }], [biff.format(170, '0"旧"'), biff.xf(170)])));
    const [sheet] = await sheetsOf(xlsOf(biff.biff8([{ name: 'a', records: [biff.number(0, 0, 1, 1)] }], [biff.xf(170)])));
    expect(sheet!.grid.format(0, 0)).toBe('General');
  });

  it('dates of the 1904 epoch are the same days', async () => {
    const day = (epoch: number): Uint8Array =>
      xlsOf(
        biff.biff8(
          [{ name: 'a', records: [biff.number(0, 0, 41243, 1), biff.number(0, 1, 7)] }],
          [biff.record(0x0022, biff.u16(epoch)), biff.xf(14)],
        ),
      );
    expect(await cellsOf(day(1))).toEqual([[42705, 7]]);
    expect(await cellsOf(day(0))).toEqual([[41243, 7]]);
  });
});

describe('sheets', () => {
  it('come in the order of the tabs, with their names and as hidden as they were', async () => {
    const stream = biff.biff8(
      [
        { name: '甲', records: [biff.number(0, 0, 1)], hidden: 1 },
        { name: '乙', records: [biff.number(0, 0, 2)] },
        { name: '丙', records: [biff.number(0, 0, 3)], hidden: 2 },
      ],
      [],
      [2, 0, 1],
    );
    const sheets = await sheetsOf(xlsOf(stream));
    expect(sheets.map(({ name, hidden, grid }) => [name, hidden, grid.number(0, 0)])).toEqual([
      ['甲', true, 1],
      ['乙', false, 2],
      ['丙', true, 3],
    ]);
  });

  it('one at least is to be seen, and a chart sheet stays behind', async () => {
    const stream = biff.biff8([
      { name: '图', records: [biff.number(0, 0, 9)], kind: 2 },
      { name: '表', records: [biff.number(0, 0, 1)], hidden: 1 },
    ]);
    const { bytes, note } = await convert(xlsOf(stream));
    expect((await openXlsx(bytes).describe()).sheets).toMatchObject([{ name: '表', hidden: false }]);
    expect(note.message).toContain('图表工作表、宏表等 1 张');
  });

  it('merged areas, widths, heights, hidden rows and columns', async () => {
    const file = oneSheet(
      biff.columns(0, 1, 12),
      biff.columns(2, 2, 20, true),
      biff.rowFrame(0, 30),
      biff.rowFrame(5, 15, true),
      biff.label(0, 0, '标题'),
      biff.merges([0, 0, 0, 2], [1, 1, 0, 0], [0, 3, 1, 1]),
    );
    const { bytes } = await convert(file);
    const [sheet] = await openXlsx(bytes).read();
    // One of a single cell is none, and of two that overlap the first stays.
    expect(sheet!.grid.merges).toEqual([{ top: 0, bottom: 0, left: 0, right: 2 }]);
    const xml = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(
      '<cols><col min="1" max="2" width="12" customWidth="1"/><col min="3" max="3" width="20" hidden="1" customWidth="1"/></cols>',
    );
    expect(xml).toContain('<row r="1" ht="30" customHeight="1"><c r="A1"');
    expect(xml).toContain('<row r="6" ht="15" customHeight="1" hidden="1"></row>');
  });

  it('records within a chart on the sheet are not cells of the sheet', async () => {
    const file = oneSheet(
      biff.number(0, 0, 1),
      biff.bof(0x20),
      biff.number(0, 0, 99),
      biff.merges([0, 5, 0, 5]),
      biff.eof,
      biff.number(1, 0, 2),
    );
    expect(await cellsOf(file)).toEqual([[1], [2]]);
  });

  it('what stays behind is told', async () => {
    const file = compoundFile([
      {
        name: 'Workbook',
        content: biff.biff8(
          [
            {
              name: 'a',
              records: [
                biff.shared(0, 0, 0),
                biff.record(0x001c, new Uint8Array(12)),
                biff.record(0x005d, biff.u16(0x15), biff.u16(18), biff.u16(5)),
                biff.record(0x005d, biff.u16(0x15), biff.u16(18), biff.u16(0x19)),
                biff.record(0x01b8, new Uint8Array(8)),
                biff.record(0x01b0, new Uint8Array(8)),
                biff.record(0x0012, biff.u16(1)),
              ],
            },
          ],
          [
            // A raised font, and a text of which a part has it.
            biff.record(0x0031, biff.u16(220), biff.u16(0), biff.u16(0), biff.u16(400), biff.u16(1), biff.u16(0)),
            biff.sst(biff.bytesOf(biff.u16(3), biff.u8(8), biff.u16(1), biff.narrow('401'), biff.u16(2), biff.u16(0))),
          ],
        ),
      },
      { name: '_VBA_PROJECT_CUR', children: [{ name: 'dir', content: new Uint8Array(10) }] },
    ]);
    expect(await cellsOf(file)).toEqual([['40¹']]);
    const { message } = (await convert(file)).note;
    for (const word of ['上标、下标和删除线（1 格文字', '批注（1 条）', '图表、图片和控件', '超链接', '条件格式', '保护', '宏'])
      expect(message).toContain(word);
  });
});

describe('older ways to write', () => {
  it.each([936, 1252, 0x8001, undefined])('Excel 95 in Chinese, whatever code page it claims: %s', async (page) => {
    const stream = biff.biff5(page, OUTPUT, [biff.label5(0, 0, OUTPUT), biff.number(1, 0, 7)]);
    const file = compoundFile([{ name: 'Book', content: stream }]);
    expect((await sheetsOf(file)).map(({ name }) => name)).toEqual(['产值']);
    expect(await cellsOf(file)).toEqual([['产值'], [7]]);
  });

  it('one sheet without a workbook around it, as programs of business systems write it', async () => {
    const file = biff.bareSheet(biff.label5(0, 0, OUTPUT), biff.number(1, 0, 12.5), biff.rk(1, 1, 3));
    expect(await cellsOf(file)).toEqual([
      ['产值', null],
      [12.5, 3],
    ]);
    expect((await cellsOf(biff.bareSheet())).length).toBe(0);
  });

  it('a workbook that is embedded in another one is not taken for it', async () => {
    const inner = biff.biff8([{ name: '里', records: [biff.number(0, 0, 1)] }]);
    const outer = biff.biff8([{ name: '外', records: [biff.number(0, 0, 2)] }]);
    const file = compoundFile([
      { name: 'MBD0001', children: [{ name: 'Workbook', content: inner }] },
      { name: 'Workbook', content: outer },
    ]);
    expect((await sheetsOf(file)).map(({ name }) => name)).toEqual(['外']);
  });

  it('long streams and short ones', async () => {
    const long = biff.biff8([{ name: 'a', records: Array.from({ length: 3000 }, (_, row) => biff.number(row, 0, row)) }]);
    for (const shift of [9, 12] as const) {
      expect((await cellsOf(xlsOf(long, shift))).map(([value]) => value)).toEqual([...Array(3000).keys()]);
    }
  });
});

it('reads a stream in place: the caller hands it over', async () => {
  const { sheets } = await readXls(biff.biff8([{ name: 'a', records: [biff.number(0, 0, 4)] }]));
  expect([...sheets[0]!.rows]).toEqual([{ row: 0, cells: [{ column: 0, value: 4, format: 'General' }] }]);
});

/** The number of shared texts that the record declares. */
function withTextCount(stream: Uint8Array, count: number): Uint8Array {
  const copy = stream.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 0x00fc) view.setUint32(at + 8, count, true);
  return copy;
}

const part = (bytes: Uint8Array, name: string): string => Package.open(bytes).text(name).text;

describe('texts of which a part is marked', () => {
  const font = (struck: boolean, script: number) =>
    biff.record(0x0031, biff.u16(220), biff.u16(struck ? 8 : 0), biff.u16(0), biff.u16(400), biff.u16(script), biff.u16(0));
  const text = (letters: string, ...runs: readonly (readonly [at: number, font: number])[]) =>
    biff.bytesOf(
      biff.u16(letters.length),
      biff.u8(8),
      biff.u16(runs.length),
      biff.narrow(letters),
      ...runs.flatMap(([at, of]) => [biff.u16(at), biff.u16(of)]),
    );

  it('are written as they are seen, so that no mark is read as a digit of the number', async () => {
    const texts = [
      text('4001', [3, 0]),
      text('400450', [0, 1], [3, 2]),
      text('12340', [1, 0], [2, 2], [3, 1], [4, 2]),
      text('CO2', [2, 3]),
      text('4005', [9, 0]),
      // Places that go back repeat nothing.
      text('4005', [3, 0], [0, 1], [3, 0], [0, 1]),
    ];
    const file = compoundFile([
      {
        name: 'Workbook',
        content: biff.biff8(
          [{ name: 'a', records: texts.map((_, row) => biff.shared(row, 0, row)) }],
          [font(false, 1), font(true, 0), font(false, 0), font(false, 2), biff.sst(...texts)],
        ),
      },
    ]);
    expect(await cellsOf(file)).toEqual([['400¹'], ['4\u03360\u03360\u0336450'], ['1²34\u03360'], ['CO2'], ['4005'], ['4005\u0336']]);
  });
});
