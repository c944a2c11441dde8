import { linkAt, placeOf } from '../../../../src/workbench/grid/univer/links';
import { sheetOf } from '../look-of';

describe('where a link leads', () => {
  test.each<[string, { sheet: string; cell: string } | undefined]>([
    ["'得分明细'!$A$5", { sheet: '得分明细', cell: 'A5' }],
    ['得分明细!a5', { sheet: '得分明细', cell: 'A5' }],
    ["#'县''区'!B2:C9", { sheet: "县'区", cell: 'B2' }],
    ['B7', { sheet: '表1', cell: 'B7' }],
    ['指标区域', undefined],
    ['https://example.com/A1', undefined],
    ["'表'!#REF!", undefined],
    ['', undefined],
  ])('%s', (to, place) => expect(placeOf(to, '表1')).toEqual(place));

  test('a cell without a link leads nowhere', () => {
    const sheet = sheetOf([], { links: [{ row: 2, column: 1, to: 'A1' }] });
    expect(linkAt(sheet, 2, 1)).toEqual({ sheet: '表1', cell: 'A1' });
    expect(linkAt(sheet, 1, 2)).toBeUndefined();
  });
});
