import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';

describe('values and sheets through the real client', () => {
  it('reads all sheets and writes a new one', async () => {
    const book = workbookOf({
      指标表: [
        ['开发区', '产值'],
        ['甲', 12.5],
        ['乙', true],
      ],
      空表: [],
    });
    const host = new ExcelHost(book);
    const { Excel } = startExcel(host);
    const read = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/visibility');
      await context.sync();
      const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
      for (const range of used) range.load('values,address,rowCount,numberFormat,text,valueTypes');
      await context.sync();
      return used.map((range, at) =>
        range.isNullObject ? [sheets.items[at]!.name] : [sheets.items[at]!.name, range.address, range.values, range.valueTypes],
      );
    });
    expect(read).toEqual([
      [
        '指标表',
        '指标表!A1:B3',
        [
          ['开发区', '产值'],
          ['甲', 12.5],
          ['乙', true],
        ],
        [
          ['String', 'String'],
          ['String', 'Double'],
          ['String', 'Boolean'],
        ],
      ],
      ['空表'],
    ]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('考评结果');
      const range = sheet.getRangeByIndexes(1, 1, 2, 2);
      range.values = [
        ['得分', 1],
        ['=SUM(A1:A2)', ''],
      ];
      range.format.fill.color = '#ffee00';
      range.format.font.bold = true;
      sheet.freezePanes.freezeRows(2);
      sheet.getRange('A:A').format.columnWidth = 90;
      await context.sync();
      sheet.load('id,name,position');
      range.load('formulas,format/fill/color,format/font/bold');
      await context.sync();
      expect([sheet.name, sheet.position, range.formulas, range.format.fill.color, range.format.font.bold]).toEqual([
        '考评结果',
        2,
        [
          ['得分', 1],
          ['=SUM(A1:A2)', ''],
        ],
        '#FFEE00',
        true,
      ]);
    });
    expect(book.sheet('考评结果').frozen).toEqual({ rows: 2, columns: 0 });
  });
});
