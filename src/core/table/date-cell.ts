const DAY = 86_400_000;
/** No way of writing a day takes more, spaces included. */
const LONGEST_DATE = 64;
const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))(?:[ T]?\d{1,2}:\d{2}(?::\d{2})?)?$/u;

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function checked(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 ? iso(year, month, day) : undefined;
}

/** Whether a number format shows the number as a date. */
function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*(?:\]|$)/g, '').toLowerCase();
  return /[yd]|m{3,}/.test(bare) || /年|月|日/u.test(format);
}

/**
 * A date as YYYY-MM-DD: an Excel serial number under a date format (1900 system), or text such as 2016-11-16,
 * 2016年11月16日, 2016/11/16, 2016.11.16, 20161116. Undefined where it is no date: a bare 42690 may be anything.
 */
export function readDate(value: number | string, format: string): string | undefined {
  if (typeof value === 'number' && isDateFormat(format)) {
    const serial = Math.floor(value);
    if (serial < 1 || serial > 2_958_465 || serial === 60) return undefined;
    // Excel counts a 29 February 1900 that never was: serials below 60 lie one day later.
    const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * DAY);
    return iso(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  }
  const written = String(value).trim();
  if (written.length > LONGEST_DATE) return undefined;
  const text = typeof value === 'number' ? written : written.normalize('NFKC').replace(/\s*([年月日])\s*/gu, '$1');
  const match = WRITTEN.exec(text);
  if (!match) return undefined;
  return checked(Number(match[1]), Number(match[2] ?? match[4] ?? match[6]), Number(match[3] ?? match[5] ?? match[7]));
}
