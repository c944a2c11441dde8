import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';
import { codeOf } from './refusal';

const book = workbookOf({
  一: [
    ['开发区', '产值'],
    ['甲', 1],
    ['乙', 2],
  ],
  '附 表': [],
});
const host = new ExcelHost(book);
const { Excel } = startExcel(host);
const run = <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>): Promise<T> =>
  Excel.run(async (context) => {
    const result = await act(context.workbook.worksheets.getItem('一'), context);
    await context.sync();
    return result;
  });

it('names of the workbook and of a sheet, hidden and for constants', () =>
  run(async (sheet, context) => {
    const { names } = context.workbook;
    names.add('产值', sheet.getRange('B2:B3'), '单位：亿元');
    const mark = names.add('_考评', '="{""pack"":1}"');
    mark.visible = false;
    sheet.names.add('局部', "='附 表'!$A$1");
    names.load('items/name,items/visible,items/value,items/formula,items/type,items/scope');
    sheet.names.load('items/name,items/formula');
    const range = names.getItem('产值').getRange();
    range.load('values');
    const none = names.getItemOrNullObject('没有');
    await context.sync();
    expect(names.items.map((item) => [item.name, item.visible, item.type, item.value, item.formula, item.scope])).toEqual([
      ['产值', true, 'Range', '一!$B$2:$B$3', '=一!$B$2:$B$3', 'Workbook'],
      ['_考评', false, 'String', '{"pack":1}', '="{""pack"":1}"', 'Workbook'],
    ]);
    expect([sheet.names.items.map((item) => item.formula), range.values, none.isNullObject]).toEqual([["='附 表'!$A$1"], [[1], [2]], true]);
    names.getItem('产值').delete();
    await context.sync();
    expect(book.findName('产值')).toBeUndefined();
  }));

it('a name that is taken or no name is refused', async () => {
  const add = (name: string): Promise<string> =>
    codeOf(run((sheet, context) => void context.workbook.names.add(name, sheet.getRange('A1'))));
  expect(await add('_考评')).toBe('ItemAlreadyExists');
  for (const name of ['A1', '1a', 'a b', 'r']) expect([name, await add(name)]).toEqual([name, 'InvalidArgument']);
});

it('settings keep any JSON, dates included, and replace', () =>
  run(async (_sheet, context) => {
    const { settings } = context.workbook;
    settings.add('列', { 产值: [1, 2] });
    settings.add('列', { 产值: [3] });
    settings.add('空', '');
    const item = settings.getItem('列');
    item.load('value,key');
    const none = settings.getItemOrNullObject('无');
    await context.sync();
    expect([item.key, item.value, none.isNullObject, book.settings.size]).toEqual(['列', { 产值: [3] }, true, 2]);
    item.delete();
    await context.sync();
    expect([...book.settings.keys()]).toEqual(['空']);
  }));

it('custom XML parts by namespace', async () => {
  await run(async (_sheet, context) => {
    const parts = context.workbook.customXmlParts;
    const part = parts.add('<k xmlns="urn:zone-assessor"><a/></k>');
    parts.add('<x/>');
    const ours = parts.getByNamespace('urn:zone-assessor');
    ours.load('items/id,items/namespaceUri');
    const xml = ours.getOnlyItem().getXml();
    const none = parts.getByNamespace('urn:none').getOnlyItemOrNullObject();
    part.load('id');
    await context.sync();
    expect([ours.items.map((item) => item.id), xml.value, none.isNullObject]).toEqual([
      [part.id],
      '<k xmlns="urn:zone-assessor"><a/></k>',
      true,
    ]);
    part.setXml('<k xmlns="urn:zone-assessor"/>');
    await context.sync();
    part.delete();
  });
  expect(book.xmlParts.map((part) => part.xml)).toEqual(['<x/>']);
  expect(await codeOf(run((_sheet, context) => void context.workbook.customXmlParts.add('无')))).toBe('InvalidArgument');
});

it('document and sheet properties', () =>
  run(async (sheet, context) => {
    const { properties } = context.workbook;
    properties.title = '考评';
    properties.custom.add('版本', 3);
    sheet.customProperties.add('归属', '考评助手');
    properties.load('title,author');
    properties.custom.load('items/key,items/value,items/type');
    sheet.customProperties.load('items/key,items/value');
    await context.sync();
    expect([
      properties.title,
      properties.author,
      properties.custom.items.map((item) => [item.key, item.value, item.type]),
      sheet.customProperties.items.map((item) => item.value),
    ]).toEqual(['考评', '测试', [['版本', 3, 'Number']], ['考评助手']]);
  }));

it('comments: one a cell, found by cell, answered and deleted', async () => {
  await run(async (sheet, context) => {
    const comment = context.workbook.comments.add(sheet.getRange('B2'), '第八条');
    comment.replies.add('已核');
    sheet.comments.load('items/content,items/authorName,items/resolved');
    const where = sheet.comments.getItemByCell('B2').getLocation();
    where.load('address');
    await context.sync();
    expect([sheet.comments.items.map((item) => item.content), where.address, book.sheet('一').comments[0]?.replies.length]).toEqual([
      ['第八条'],
      '一!B2',
      1,
    ]);
  });
  expect(await codeOf(run((sheet) => void sheet.comments.add('B2', '又一条')))).toBe('InvalidArgument');
  await run((sheet) => sheet.comments.getItemByCell('B2').delete());
  expect(await codeOf(run((sheet) => void sheet.comments.getItemByCell('B2').load('content')))).toBe('ItemNotFound');
});

it('the client library of this version has no notes on a worksheet', () => run((sheet) => expect('notes' in sheet).toBe(false)));

it('frozen panes', () =>
  run(async (sheet, context) => {
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
    const corner = sheet.freezePanes.getLocationOrNullObject();
    corner.load('address');
    await context.sync();
    expect([corner.address, book.sheet('一').frozen]).toEqual(['一!A1:B3', { rows: 3, columns: 2 }]);
    sheet.freezePanes.freezeRows(2);
    const rows = sheet.freezePanes.getLocationOrNullObject();
    rows.load('address');
    await context.sync();
    expect([rows.address, book.sheet('一').frozen]).toEqual(['一!1:2', { rows: 2, columns: 0 }]);
    sheet.freezePanes.unfreeze();
    const none = sheet.freezePanes.getLocationOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  }));

it('the filter of a sheet', () =>
  run(async (sheet, context) => {
    sheet.autoFilter.apply(sheet.getRange('A1:B3'), 1, { filterOn: 'Values', values: ['1'] });
    sheet.autoFilter.load('enabled,isDataFiltered,criteria');
    const range = sheet.autoFilter.getRange();
    range.load('address');
    await context.sync();
    expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered, range.address, sheet.autoFilter.criteria.length]).toEqual([
      true,
      true,
      '一!A1:B3',
      2,
    ]);
    sheet.autoFilter.remove();
    const none = sheet.autoFilter.getRangeOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  }));

it('page setup', async () => {
  await run(async (sheet, context) => {
    const layout = sheet.pageLayout;
    layout.orientation = 'Landscape';
    layout.paperSize = 'A4';
    layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    layout.setPrintTitleRows('$1:$2');
    layout.setPrintArea('A1:B9');
    layout.setPrintMargins('Centimeters', { left: 1, right: 1 });
    layout.centerHorizontally = true;
    layout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
    layout.load('orientation,zoom,leftMargin');
    const titles = layout.getPrintTitleRowsOrNullObject();
    titles.load('address');
    await context.sync();
    expect([layout.orientation, layout.zoom, Math.round(layout.leftMargin), titles.address]).toEqual([
      'Landscape',
      { horizontalFitToPages: 1, verticalFitToPages: 0 },
      28,
      '一!1:2',
    ]);
  });
  expect(book.sheet('一').headerFooter.get('DefaultForAllPages.CenterFooter')).toBe('第 &P 页');
  expect(await codeOf(run((sheet) => sheet.pageLayout.setPrintTitleRows('A1:B2')))).toBe('InvalidArgument');
  expect(await codeOf(run((sheet) => void (sheet.pageLayout.zoom = { scale: 5 })))).toBe('InvalidArgument');
});

it('tables are seen with their ranges and columns', () => {
  book.addTable(book.sheet('一'), { top: 0, left: 0, bottom: 2, right: 1 }, '指标');
  return run(async (sheet, context) => {
    sheet.tables.load('items/name,count');
    const table = context.workbook.tables.getItem('指标');
    table.columns.load('items/name');
    const body = table.getDataBodyRange();
    body.load('values');
    await context.sync();
    expect([
      sheet.tables.items.map((item) => item.name),
      sheet.tables.count,
      table.columns.items.map((item) => item.name),
      body.values,
    ]).toEqual([
      ['指标'],
      1,
      ['开发区', '产值'],
      [
        ['甲', 1],
        ['乙', 2],
      ],
    ]);
  });
});

it('conditional formats and validation are kept as told', async () => {
  await run((sheet) => {
    const format = sheet.getRange('B2:B3').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$B2<2';
    format.custom.format.fill.color = '#ffcccc';
    sheet.getRange('C2').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
  });
  const [kept] = book.sheet('一').conditionalFormats;
  expect([kept?.type, kept?.values.get('Custom.Rule.Formula'), kept?.values.get('Custom.Format.Fill.Color')]).toEqual([
    'Custom',
    '=$B2<2',
    '#ffcccc',
  ]);
  expect(book.sheet('一').validations[0]?.values.get('Rule')).toEqual({ list: { inCellDropDown: true, source: '是,否' } });
});

it('calculation can be set, suspended and asked for', () =>
  run(async (_sheet, context) => {
    const { application } = context.workbook;
    application.calculationMode = 'Manual';
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculate('Full');
    application.load('calculationMode');
    await context.sync();
    expect([application.calculationMode, book.calculations]).toEqual(['Manual', 1]);
  }));
