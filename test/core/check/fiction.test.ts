import { fictionMarks } from '../../../src/core/check/fiction';
import { gridOf } from '../../../src/core/grid';
import { FICTION } from '../../../src/core/words/check';
import { assessed } from '../../packs/run';
import { smallBooks } from '../report/small-books';

const sheet = (rows: readonly (readonly (string | number)[])[], owned = false) => ({
  name: '表',
  grid: gridOf(rows),
  hidden: false,
  owned,
});

test.each([
  ['in a title', [['汇总表'], [FICTION], ['开发区名称']], [{ sheet: '表', cell: 'A2' }]],
  ['inside a title, with half-width brackets', [['汇总表', '汇总表 示例数据(虚构)']], [{ sheet: '表', cell: 'B1' }]],
  ['nowhere', [['汇总表'], ['甲区', 1]], []],
  ['far below the titles, in a remark', [...Array.from({ length: 6 }, () => ['x']), [FICTION]], []],
])('the mark %s', (_, rows, marks) => expect(fictionMarks([sheet(rows)])).toEqual(marks));

test('a result of ours does not mark the next run', () => expect(fictionMarks([sheet([[FICTION]], true)])).toEqual([]));

test('a marked workbook marks the result and every sheet of it; another does not', () => {
  const { pack, sheets } = smallBooks[0]!;
  const marked = assessed(pack, [...sheets, { ...sheet([[FICTION]]), name: '说明' }]);
  expect(marked.result.fictional).toBe(true);
  expect(marked.result.problems.find(({ code }) => code === 'fictional-data')).toMatchObject({ sheet: '说明', cell: 'A1' });
  expect(marked.plan!.sheets.every(({ head }) => head[1]?.[0]?.value === FICTION)).toBe(true);
  const plain = assessed(pack, sheets);
  expect([plain.result.fictional, plain.plan!.sheets.some(({ head }) => head[1]?.[0]?.value === FICTION)]).toEqual([false, false]);
});
