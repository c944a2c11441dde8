/**
 * Format codes that files name by number only. 27–36 and 50–58 have the codes of Chinese Excel (ISO 29500-1, 18.8.30, zh-cn);
 * 14 and 22 stand for the system's short date, which is year first in China.
 */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"¥"#,##0;"¥"-#,##0'],
  [6, '"¥"#,##0;[Red]"¥"-#,##0'],
  [7, '"¥"#,##0.00;"¥"-#,##0.00'],
  [8, '"¥"#,##0.00;[Red]"¥"-#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** Ids below this one belong to Excel; files number their own from here. */
export const FIRST_OWN_FORMAT = 164;
/** Days between the two epochs of Excel, 1900 and 1904. */
export const DAYS_1904 = 1462;

/** What is left of a code without literal text, escapes, colours and locale marks. */
function bareCode(code: string): string {
  return code
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*(?:\]|$)/gi, '')
    .replace(/general/gi, '');
}

/** Whether a number with this format is shown as a date or a time of day. */
export function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(bareCode(code));
}

/** A date of the calendar: a time of day or a length of time ([h]:mm) is the same under both epochs. */
export function isCalendarFormat(code: string): boolean {
  const bare = bareCode(code);
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}

const ISO_DATE = /^(-?\d{4,6})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;
const ISO_TIME = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/;
const DAY = 86_400_000;

/** The serial number (1900 epoch) of an ISO 8601 date as strict files hold them; undefined where it is none. */
export function isoSerial(text: string): number | undefined {
  const time = ISO_TIME.exec(text);
  if (time) return dayFraction(time[1], time[2], time[3]);
  const date = ISO_DATE.exec(text);
  if (!date) return undefined;
  const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
  const moment = Date.UTC(year, month - 1, day);
  if (new Date(moment).getUTCDate() !== day || month > 12) return undefined;
  const days = (moment - Date.UTC(1899, 11, 30)) / DAY;
  // Excel counts a 29 February 1900 that never was; days before it are one less.
  return (days < 61 ? days - 1 : days) + dayFraction(date[4], date[5], date[6]);
}

function dayFraction(hours = '0', minutes = '0', seconds = '0'): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
