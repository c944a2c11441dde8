import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { followSheet, fromR1C1, toR1C1 } from './model/formula-references';
import { workbookOf } from './model/workbook';

it.each([
  ['=A1+$B$2', 4, 1, '=R[-4]C[-1]+R2C2'],
  ['=SUM(\'附 表\'!C5:D5)&"A1"', 4, 2, '=SUM(\'附 表\'!RC:RC[1])&"A1"'],
  ['=IF(产值>A5,LOG10(B5),"")', 4, 0, '=IF(产值>RC,LOG10(RC[1]),"")'],
])('%s seen from row %d, column %d', (formula, row, column, relative) => {
  expect(toR1C1(formula, row, column)).toBe(relative);
  expect(fromR1C1(relative, row, column)).toBe(formula);
});

it('leads off the sheet', () => expect(fromR1C1('=R[-1]C', 0, 0)).toBeUndefined());

it('follows a sheet into its new name, or into #REF!', () => {
  expect(followSheet('=SUM(甲!A1:A9)+\'甲 乙\'!B1&"甲!A1"', '甲', '甲 丙')).toBe("=SUM('甲 丙'!A1:A9)+'甲 乙'!B1&\"甲!A1\"");
  expect(followSheet("=SUM('甲'!$A$1:A9)+乙!B1", '甲', undefined)).toBe('=SUM(#REF!)+乙!B1');
});

it('one R1C1 formula fills a column, and formulas follow sheets through the client', async () => {
  const book = workbookOf({ 表: [[1], [2], [3]], 果: [] });
  const { Excel } = startExcel(new ExcelHost(book));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('果');
    sheet.getRange('B1:B3').set({ formulasR1C1: '=表!RC[-1]*2' as unknown as string[][] });
    const areas = sheet.getRanges('A1:A2,C1:C2');
    areas.format.fill.color = '#112233';
    areas.format.borders.getItem('EdgeTop').style = 'Continuous';
    const read = sheet.getRange('B2');
    read.load('formulas,formulasR1C1');
    areas.load('format/fill/color');
    const inside = sheet.getRange('A2:D9').getUsedRangeOrNullObject(true);
    inside.load('address');
    await context.sync();
    expect([read.formulas, read.formulasR1C1, areas.format.fill.color, inside.address]).toEqual([
      [['=表!A2*2']],
      [['=表!RC[-1]*2']],
      '#112233',
      '果!B2:B3',
    ]);
    context.workbook.worksheets.getItem('表').name = '新表';
    await context.sync();
  });
  const sheet = book.sheet('果');
  expect([sheet.formula(2, 1), sheet.styles.value(0, 2, 'borders.EdgeTop.style'), sheet.styles.value(1, 1, 'fill.color')]).toEqual([
    '=新表!A3*2',
    'Continuous',
    '#FFFFFF',
  ]);
  book.removeSheet(book.sheet('新表'));
  expect(sheet.formula(2, 1)).toBe('=#REF!*2');
});
