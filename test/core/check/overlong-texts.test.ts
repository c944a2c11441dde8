import { overlongTexts } from '../../../src/core/check/overlong-texts';
import { CellKind, GridBuilder, type SheetGrid } from '../../../src/core/grid';
import { CELL_TEXT_LIMIT } from '../../../src/core/sheet-limits';

const longest = '字'.repeat(CELL_TEXT_LIMIT);
const sheet = (grid: SheetGrid['grid'], owned = false): SheetGrid => ({ name: '指标数据', grid, hidden: false, owned });

it('a text as long as a cell can hold is read', () => {
  const grid = new GridBuilder().text(0, 0, longest).build();
  expect(grid.text(0, 0)).toBe(longest);
  expect(overlongTexts([sheet(grid)])).toEqual([]);
});

it('one character more is told with its cell and not read', () => {
  const builder = new GridBuilder([`${longest}字`, '短']).text(0, 0, `${longest}字`).text(0, 1, '甲');
  const grid = builder.sharedText(1, 2, 0).sharedText(1, 3, 1).build();
  expect([grid.kind(0, 0), grid.text(0, 0), grid.text(0, 1), grid.text(1, 2), grid.text(1, 3)]).toEqual([
    CellKind.text,
    '',
    '甲',
    '',
    '短',
  ]);
  expect(overlongTexts([sheet(grid)])).toEqual([
    {
      severity: 'error',
      code: 'text-too-long',
      sheet: '指标数据',
      cell: 'A1',
      message: '单元格文字过长，没有读入：A1、C2（首个有 32768 字，Excel 单元格最多 32767 字）。',
      nextStep: '请删减这些单元格的文字后重试；不需要的可清空。',
    },
  ]);
  expect(overlongTexts([sheet(grid, true)])).toEqual([]);
});
