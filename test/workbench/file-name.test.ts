import { downloadName } from '../../src/workbench/file-name';

test.each([
  ['指标表.xlsx', true, true, '指标表-考评结果.xlsx'],
  ['指标表.xlsx', false, true, '指标表-已修改.xlsx'],
  ['指标表.xlsx', false, false, '指标表.xlsx'],
  ['指标表.xlsx', true, false, '指标表.xlsx'],
  ['带宏.XLSM', true, true, '带宏-考评结果.XLSM'],
  ['模板.xltx', false, true, '模板-已修改.xltx'],
  ['指标表-考评结果.xlsx', true, true, '指标表-考评结果.xlsx'],
  ['指标表-已修改.xlsx', true, true, '指标表-考评结果.xlsx'],
  ['指标表-考评结果.xlsx', false, true, '指标表-已修改.xlsx'],
  ['2016.12.xlsx', true, true, '2016.12-考评结果.xlsx'],
  ['没有扩展名', true, true, '没有扩展名-考评结果.xlsx'],
])('%s, scored %s, changed %s → %s', (name, scored, changed, wanted) => {
  expect(downloadName(name, { scored, changed })).toBe(wanted);
});
