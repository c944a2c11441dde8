import { numfmt } from '@univerjs/core';
import { GENERAL, shownFormat } from '../../../../src/workbench/grid/univer/number-format';

/** What Univer writes into the cell: it formats so, and takes an empty result for a failure, showing the bare number. */
const shown = (code: string | undefined, value: number): string =>
  numfmt.format(shownFormat(code), value, { locale: 'zh-CN', throws: false }) || String(value);

describe('shownFormat', () => {
  test.each<[code: string | undefined, value: number, text: string]>([
    // General: eleven digits as in Excel, not the seventeen of a double.
    [undefined, 45.333333333333336, '45.33333333'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 123456789012, '1.23457E+11'],
    ['G/通用格式', 0.1 + 0.2, '0.3'],
    ['General"家"', 3, '3家'],
    // Numbers.
    ['0', 2.5, '3'],
    ['0.00', 3.14159, '3.14'],
    ['0.00', -3.14159, '-3.14'],
    ['0.00%', 0.1234, '12.34%'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00_ ', 1234.5, '1,234.50 '],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, ' 1,234.50 '],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', -1234.5, ' -1,234.50 '],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, ' -   '],
    ['0.00_);[Red]\\(0.00\\)', -3.5, '(3.50)'],
    ['0.00_);[红色]\\(0.00\\)', -3.5, '(3.50)'],
    ['0.00E+00', 45000, '4.50E+04'],
    ['"¥"#,##0.00', 1234.5, '¥1,234.50'],
    ['[$¥-804]#,##0.00', 1234.5, '¥1,234.50'],
    ['第0名', 3, '第3名'],
    ['0!.0,"万"', 123456, '12.3万'],
    ['0\\.0,"万元"', 123456, '12.3万元'],
    ['[>=10000]0!.0,"万";0', 123456, '12.3万'],
    ['[=1]"是";[=0]"否";0', 0, '否'],
    ['00000', 42, '00042'],
    // Nothing to be seen: Univer would show the bare number.
    ['#,##0;-#,##0;', 0, ' '],
    ['0;-0;;@', 0, ' '],
    ['0;-0;;@', -4, '-4'],
    [';;;', 5, ' '],
    ['#', 0, ' '],
    ['#', -7, '-7'],
    ['#,###', 0, ' '],
    ['0.0%;-0.0%;"—"', 0, '—'],
    // Dates and times.
    ['yyyy/m/d', 45000, '2023/3/15'],
    ['yyyy"年"m"月"d"日"', 45000, '2023年3月15日'],
    ['yyyy年m月', 45000, '2023年3月'],
    ['[$-804]yyyy"年"m"月"d"日";@', 45000, '2023年3月15日'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 45000, '2023年3月15日'],
    ['[$-x-sysdate]dddd, mmmm dd, yyyy', 45000, '2023年3月15日'],
    ['[$-F400]h:mm:ss AM/PM', 0.5, '12:00:00'],
    ['上午/下午h"时"mm"分"', 0.75, '下午6时00分'],
    ['[$-804]aaaa', 45000, '星期三'],
    ['[h]:mm', 1.5, '36:00'],
    // Chinese numerals are beyond the formatter; the value is right, the digits are Arabic.
    ['[DBNum1][$-804]General', 123, '123'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 45000, '2023年3月15日'],
    // No code at all: shown like General, not as ######.
    ['0"', 5, '5'],
    ['reserved!x0', 5, '5'],
    ['[甲]0.0', 5, '5.0'],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });

  test('every code that comes out is one that the formatter takes', () => {
    for (const code of ['', ';', ';;', '"', '[', '[$', '\\', '_', '*', '!', '@', '@@@', '[红色', 'General;General'])
      expect(numfmt.isValidFormat(shownFormat(code))).toBe(true);
  });

  test('text stays text', () => {
    expect(shownFormat('@')).toBe('@');
    expect(GENERAL).not.toBe('General');
  });
});
