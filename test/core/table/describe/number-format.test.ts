import { shownAs } from '../../../../src/core/table/describe/number-format';

test.each<[string, number, Partial<ReturnType<typeof shownAs>>]>([
  ['General', 1, { as: 'number', shift: 0, words: '' }],
  ['#,##0.00', 1, { as: 'number', shift: 0, words: '' }],
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, { as: 'number', shift: 0, words: '' }],
  ['#,##0_);[Red]\\(#,##0\\)', -1, { as: 'number', shift: 0, words: '' }],
  ['0.00E+00', 2000, { as: 'number', shift: 0 }],
  ['# ?/?', 0.5, { as: 'number', shift: 0 }],
  ['0.0%', 0.25, { percent: true, shift: 2 }],
  ['0,', 2000, { shift: -3 }],
  ['0.00,,', 2e6, { shift: -6 }],
  ['#,##0,', 2000, { shift: -3 }],
  ['0!.0,', 2e7, { shift: -4 }],
  ['0!.0000', 20000, { shift: -4 }],
  ['0\\.0,', 20000, { shift: -4 }],
  ['0.00"亿美元"', 1, { shift: 0, words: '亿美元' }],
  ['G/通用格式"万"', 57.3, { shift: 0, words: '万' }],
  ['[$¥-804]#,##0.00', 1, { words: '¥' }],
  ['[DBNum1][$-804]General', 2000, { as: 'number', shift: 0, words: '' }],
  ['[<1]0.0%;0.0', 0.5, { percent: true }],
  ['[<1]0.0%;0.0', 5, { percent: false }],
  ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', 20000, { shift: -4, words: '万' }],
  ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', 5, { shift: 0, words: '' }],
  ['yyyy"年"m"月"d"日"', 42735, { as: 'date' }],
  ['m/d', 42735, { as: 'date' }],
  ['[h]:mm', 1.5, { as: 'date' }],
  ['[$-F800]dddd, mmmm dd, yyyy', 42735, { as: 'date' }],
  ['上午/下午h"时"mm"分"', 0.5, { as: 'date' }],
  ['000-0000', 1234567, { as: 'odd' }],
  [';;;', 5, { as: 'hidden' }],
])('%s shows %d', (format, value, shown) => {
  expect(shownAs(format, value)).toMatchObject(shown);
});
