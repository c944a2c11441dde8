import { namesResource, tableParams } from '../../../../src/workbench/grid/univer/names';

const namesIn = (resource: ReturnType<typeof namesResource>): unknown[] => Object.values(JSON.parse(resource.data) as object);

test.each([
  ["'指标数据'!$B$6:$B$33", "'指标数据'!$B$6:$B$33"],
  ['指标数据!$B$6', '指标数据!$B$6'],
  ['6.8', '(6.8)'],
  ['1+2', '(1+2)'],
  ["'甲'!$A$1+'甲'!$A$2", "('甲'!$A$1+'甲'!$A$2)"],
  ["OFFSET('甲'!$A$1,0,0,3)", "(OFFSET('甲'!$A$1,0,0,3))"],
])('%s stands for the name as %s', (formula, text) => {
  expect(namesIn(namesResource([{ name: '汇率', formula }], () => undefined))).toEqual([
    { id: 'n0', name: '汇率', formulaOrRefString: text, localSheetId: 'AllDefaultWorkbook' },
  ]);
});

test('a name of a sheet belongs to it; one of a sheet that is not shown is left out', () => {
  const names = [
    { name: '甲', formula: '1', sheet: '表' },
    { name: '乙', formula: '1', sheet: '图表' },
  ];
  expect(namesIn(namesResource(names, (sheet) => (sheet === '表' ? 's1' : undefined)))).toEqual([
    expect.objectContaining({ name: '甲', localSheetId: 's1' }),
  ]);
});

test('a table with its titles', () => {
  expect(tableParams('u', 's', { name: '表1', area: { top: 2, left: 1, bottom: 9, right: 3 }, columns: ['名称', '产值', '税收'] })).toEqual(
    {
      unitId: 'u',
      tableName: '表1',
      reference: {
        sheetId: 's',
        range: { startRow: 2, endRow: 9, startColumn: 1, endColumn: 3 },
        titleMap: new Map([
          ['名称', 0],
          ['产值', 1],
          ['税收', 2],
        ]),
      },
    },
  );
});
