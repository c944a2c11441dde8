import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';
import { codeOf } from './refusal';

const book = workbookOf({
  一: [
    ['开发区', 1.5],
    ['甲', 0.25],
  ],
});
const sheet = book.sheet('一');
const host = new ExcelHost(book);
const { Excel } = startExcel(host);
const run = (act: (on: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> =>
  Excel.run(async (context) => {
    await act(context.workbook.worksheets.getItem('一'), context);
    await context.sync();
  });

it('fonts, fills and alignment of a block; differing cells read null', () =>
  run(async (on, context) => {
    const block = on.getRange('A1:B2');
    block.format.fill.color = '#abcdef';
    block.format.font.bold = true;
    block.format.font.size = 12;
    block.format.horizontalAlignment = 'Center';
    block.format.wrapText = true;
    on.getRange('B2').format.font.bold = false;
    on.getRange('B2').format.fill.clear();
    block.load('format/fill/color,format/font/bold,format/font/size,format/horizontalAlignment');
    await context.sync();
    expect([block.format.fill.color, block.format.font.bold, block.format.font.size, block.format.horizontalAlignment]).toEqual([
      null,
      null,
      12,
      'Center',
    ]);
    expect(sheet.styles.value(0, 0, 'fill.color')).toBe('#ABCDEF');
    expect(sheet.styles.value(1, 1, 'fill.color')).toBe('#FFFFFF');
  }));

it('a whole column takes a format, cells of their own keep theirs, and later ones win', async () => {
  await run((on) => {
    on.getRange('F3').format.font.color = 'red';
    on.getRange('F:F').numberFormat = '0.00' as unknown as string[][];
    on.getRange('F:F').format.font.italic = true;
  });
  expect([
    sheet.styles.value(2, 5, 'font.color'),
    sheet.styles.value(2, 5, 'numberFormat'),
    sheet.styles.value(500000, 5, 'numberFormat'),
  ]).toEqual(['#FF0000', '0.00', '0.00']);
  await run((on) => (on.getRange('F4').format.font.italic = false));
  expect([sheet.styles.value(3, 5, 'font.italic'), sheet.styles.value(4, 5, 'font.italic')]).toEqual([false, true]);
});

it('borders: outer edges, inner lines, single sides', async () => {
  await run((on) => {
    const block = on.getRange('H1:I2');
    for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const) {
      const border = block.format.borders.getItem(side);
      border.style = 'Continuous';
      border.color = '#808080';
    }
  });
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'])
    expect(sheet.styles.value(1, 8, `borders.${edge}.style`)).toBe('Continuous');
  expect(sheet.styles.value(0, 7, 'borders.EdgeRight.color')).toBe('#808080');
  await run(async (on, context) => {
    const borders = on.getRange('H1:I2').format.borders;
    borders.load('items/style,items/sideIndex');
    await context.sync();
    expect(borders.items.filter((border) => border.style === 'Continuous').map((border) => border.sideIndex)).toEqual([
      'EdgeTop',
      'EdgeBottom',
      'EdgeLeft',
      'EdgeRight',
      'InsideVertical',
      'InsideHorizontal',
    ]);
  });
});

it('setCellProperties and getCellProperties go through many formats at once', () =>
  run(async (on, context) => {
    const range = on.getRange('K1:L1');
    range.setCellProperties([
      [{ format: { fill: { color: '#00ff00' }, font: { bold: true }, borders: { top: { style: 'Continuous' } } } }, {}],
    ]);
    const read = range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } });
    await context.sync();
    expect(read.value).toEqual([
      [
        { address: '一!K1', format: { fill: { color: '#00FF00' }, font: { bold: true } } },
        { address: '一!L1', format: { fill: { color: '#FFFFFF' }, font: { bold: false } } },
      ],
    ]);
    expect(sheet.styles.value(0, 10, 'borders.EdgeTop.style')).toBe('Continuous');
  }));

it('widths, heights, hidden rows and columns', () =>
  run(async (on, context) => {
    on.getRange('A:B').format.columnWidth = 100;
    on.getRange('3:3').format.rowHeight = 30;
    on.getRange('5:6').rowHidden = true;
    on.getRange('C:C').columnHidden = true;
    sheet.filteredRows.add(7);
    const columns = on.getRange('A1:C1');
    columns.load('format/columnWidth,columnHidden');
    const first = on.getRange('A1:B1');
    first.load('format/columnWidth');
    const rows = on.getRange('A8');
    rows.load('rowHidden');
    const read = on.getRange('A4:A6').getRowProperties({ rowHidden: true });
    await context.sync();
    expect([columns.format.columnWidth, columns.columnHidden, first.format.columnWidth, rows.rowHidden]).toEqual([null, null, 100, true]);
    expect(read.value).toEqual([{ rowHidden: false }, { rowHidden: true }, { rowHidden: true }]);
    expect(sheet.rowHeight(2)).toBe(30);
  }));

it('texts follow the number format', () =>
  run(async (on, context) => {
    on.getRange('B1:B2').numberFormat = [['0.00'], ['0.0%']];
    on.getRange('B3:B6').values = [[1234567.891], [41699], [-5], [1e-7]];
    on.getRange('B3:B6').numberFormat = [['#,##0.0'], ['yyyy"年"m"月"d"日"'], ['0.00;[Red]-0.00'], ['General']];
    const range = on.getRange('B1:B6');
    range.load('text');
    await context.sync();
    expect(range.text).toEqual([['1.50'], ['25.0%'], ['1,234,567.9'], ['2014年3月1日'], ['-5.00'], ['1E-07']]);
  }));

it.each<[string, (on: Excel.Worksheet) => unknown]>([
  ['a colour that is none', (on) => (on.getRange('A1').format.fill.color = 'reddish')],
  ['an alignment that is none', (on) => (on.getRange('A1').format.horizontalAlignment = 'Middle' as 'Center')],
  ['a row higher than 409 points', (on) => (on.getRange('A1').format.rowHeight = 410)],
  ['a negative width', (on) => (on.getRange('A1').format.columnWidth = -1)],
])('%s is refused', async (_what, act) => {
  expect(await codeOf(run(act))).toBe('InvalidArgument');
});

it('a link dresses its cell and can be taken away', async () => {
  await run((on) => (on.getRange('A9').hyperlink = { documentReference: "'一'!B2", textToDisplay: '见B2', screenTip: '跳转' }));
  await run(async (on, context) => {
    const cell = on.getRange('A9');
    cell.load('hyperlink,values');
    await context.sync();
    expect([cell.hyperlink.documentReference, cell.values]).toEqual(["'一'!B2", [['见B2']]]);
    cell.clear('Hyperlinks');
  });
  expect(sheet.links.size).toBe(0);
});
