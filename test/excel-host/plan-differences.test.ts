import type { Plan, SheetPlan } from '../../src/core/plan';
import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';
import { planDifferences } from './plan-differences';

const styles: Plan['styles'] = [{}, { bold: true, fill: 'DDEEFF', align: 'center' }, { numberFormat: '0.00' }];
const plan: SheetPlan = {
  name: '考评结果',
  head: [
    [{ value: '考评结果', style: 1, span: 2 }],
    [
      { value: '开发区', style: 1 },
      { value: '得分', style: 1 },
    ],
  ],
  body: [
    { kind: 'text', values: ['甲', '乙'], style: 0 },
    { kind: 'number', values: Float64Array.of(1.5, NaN), style: 2, formulas: ['', 'SUM(1,2)'] },
  ],
  bodyRows: 2,
  foot: [],
  widths: [20, 10],
  freeze: { rows: 2, columns: 0 },
  landscape: true,
  notes: [{ row: 1, column: 1, text: '第八条' }],
  links: [],
  names: [],
};

it('a sheet written as planned shows no difference; every slip is named', async () => {
  const host = new ExcelHost(workbookOf({ 一: [] }));
  const { Excel } = startExcel(host);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('考评结果');
    sheet.getRange('A1:B4').values = [
      ['考评结果', ''],
      ['开发区', '得分'],
      ['甲', 1.5],
      ['乙', '=SUM(1,2)'],
    ];
    const head = sheet.getRange('A1:B2').format;
    head.font.bold = true;
    head.fill.color = '#DDEEFF';
    head.horizontalAlignment = 'Center';
    sheet.getRange('B3:B4').numberFormat = [['0.00'], ['0.00']];
    sheet.getRange('A1:B1').merge();
    sheet.freezePanes.freezeRows(2);
    sheet.pageLayout.orientation = 'Landscape';
    context.workbook.comments.add(sheet.getRange('B2'), '第八条');
    await context.sync();
  });
  const sheet = host.book.sheet('考评结果');
  expect(planDifferences(sheet, plan, styles)).toEqual([]);
  sheet.put(2, 1, { value: 2.5 });
  sheet.styles.set({ top: 1, left: 0, bottom: 1, right: 0 }, 'font.bold', false);
  sheet.frozen = undefined;
  sheet.merges = [];
  expect(planDifferences(sheet, plan, styles)).toEqual([
    'A2 font.bold: false, planned true',
    'B3: 2.5, planned 1.5',
    'merge A1:B1: false, planned true',
    'merges: 0, planned 1',
    'frozen rows: 0, planned 2',
  ]);
});
