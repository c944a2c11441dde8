import { ExcelHost } from './host';
import type { HostOptions } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';
import { memberSets } from './requirement-sets';

async function attempt(options: HostOptions, act: (context: Excel.RequestContext) => unknown): Promise<string> {
  const { Excel } = startExcel(new ExcelHost(workbookOf({ 一: [[1]] }), options));
  return Excel.run(async (context) => {
    act(context);
    await context.sync();
  }).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
}

it('the sets of members are those that the client library names', () => {
  const sets = memberSets();
  expect(sets.size).toBeGreaterThan(500);
  const of = (member: string): string | undefined => sets.get(member)?.version;
  expect(
    [
      'Worksheet.freezePanes',
      'Worksheet.autoFilter',
      'Worksheet.comments',
      'Range.getMergedAreasOrNullObject',
      'Range.setCellProperties',
      'Workbook.settings',
      'Range.values',
    ].map(of),
  ).toEqual(['1.7', '1.9', '1.10', '1.13', '1.9', '1.4', undefined]);
});

const members: readonly [string, string, (context: Excel.RequestContext) => unknown][] = [
  ['autoFilter', '1.9', (context) => context.workbook.worksheets.getItem('一').autoFilter.load('enabled')],
  ['comments', '1.10', (context) => context.workbook.comments.load('items/content')],
  ['pageLayout', '1.9', (context) => (context.workbook.worksheets.getItem('一').pageLayout.orientation = 'Landscape')],
  ['merged areas', '1.13', (context) => context.workbook.worksheets.getItem('一').getRange('A1').getMergedAreasOrNullObject()],
  ['showGridlines', '1.8', (context) => (context.workbook.worksheets.getItem('一').showGridlines = false)],
  [
    'setCellProperties',
    '1.9',
    (context) =>
      context.workbook.worksheets
        .getItem('一')
        .getRange('A1')
        .setCellProperties([[{}]]),
  ],
  ['suspendScreenUpdating', '1.9', (context) => context.workbook.application.suspendScreenUpdatingUntilNextSync()],
];

it.each(members)('%s is missing below its set %s', async (_name, set, act) => {
  const below = `1.${Number(set.split('.')[1]) - 1}`;
  expect(await attempt({ requirementSet: below }, act)).toBe('ApiNotFound');
  expect(await attempt({ requirementSet: set }, act)).toBe('done');
});

it('a member within the declared set can be taken away by itself', async () => {
  expect(await attempt({ without: ['settings'] }, (context) => context.workbook.settings.load('items/key'))).toBe('ApiNotFound');
  expect(
    await attempt({ without: ['Range.hyperlink'] }, (context) =>
      context.workbook.worksheets.getItem('一').getRange('A1').load('hyperlink'),
    ),
  ).toBe('ApiNotFound');
  expect(await attempt({ without: ['charts'] }, (context) => context.workbook.worksheets.getItem('一').charts.load('items/name'))).toBe(
    'ApiNotFound',
  );
});

it('what is loaded without being named stays within the set', async () => {
  const { Excel } = startExcel(new ExcelHost(workbookOf({ 一: [[1]] }), { requirementSet: '1.7' }));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('一');
    sheet.load();
    await context.sync();
    expect(sheet.name).toBe('一');
    expect(() => sheet.showGridlines).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  });
});

it('members that the host does not know are ApiNotFound', async () => {
  expect(await attempt({}, (context) => context.workbook.pivotTables.load('items/name'))).toBe('ApiNotFound');
  expect(await attempt({}, (context) => context.workbook.worksheets.getItem('一').getRange('A1').getImage())).toBe('ApiNotFound');
});

it('Office tells what is supported', () => {
  const { Office } = startExcel(new ExcelHost(workbookOf({ 一: [] }), { requirementSet: '1.9', sets: { SharedRuntime: '1.1' } }));
  const { requirements } = Office.context;
  expect([
    requirements.isSetSupported('ExcelApi', '1.9'),
    requirements.isSetSupported('ExcelApi', '1.10'),
    requirements.isSetSupported('SharedRuntime'),
    requirements.isSetSupported('CustomFunctionsRuntime'),
  ]).toEqual([true, false, true, false]);
});
