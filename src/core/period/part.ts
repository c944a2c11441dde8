/** How long what is assessed is: the whole year, or a part of it. */
export const PERIODS = ['year', 'half', 'quarter', 'month'] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** Months of a year, the first and the last. */
interface Months {
  readonly from: number;
  readonly to: number;
}

const LENGTH: Readonly<Record<PeriodKind, number>> = { year: 12, half: 6, quarter: 3, month: 1 };
const DIGITS = '一二三四';
const numberOf = (sign: string): number => (DIGITS.includes(sign) ? DIGITS.indexOf(sign) + 1 : Number(sign));

/** Months of a part as texts state it: 上半年, 1-6月, 第一季度, 前三季度, 3月. */
function monthsOf(part: string): Months | undefined {
  if (part === '上半年' || part === '下半年') return part === '上半年' ? { from: 1, to: 6 } : { from: 7, to: 12 };
  const months = /^(?:(\d{1,2})-)?(\d{1,2})月$/u.exec(part);
  if (months) return { from: Number(months[1] ?? months[2]), to: Number(months[2]) };
  const season = /^(前?)第?([一二三四1-4])(个?)季度$/u.exec(part);
  if (!season) return undefined;
  const to = 3 * numberOf(season[2]!);
  return { from: season[1] || season[3] ? 1 : to - 2, to };
}

const written = ({ from, to }: Months): string =>
  to - from === 5 ? (from === 1 ? '上半年' : '下半年') : to - from === 2 ? `第${DIGITS[to / 3 - 1]!}季度` : `${from}月`;

/** The part as it is written for this kind of period; undefined where it is none of the kind, the whole year among them. */
export function periodPart(kind: Exclude<PeriodKind, 'year'>, part: string | undefined): string | undefined {
  const months = part === undefined ? undefined : monthsOf(part);
  return months && months.to - months.from + 1 === LENGTH[kind] && months.to % LENGTH[kind] === 0 ? written(months) : undefined;
}

/** All parts of a year, in order. */
export const partsOfYear = (kind: Exclude<PeriodKind, 'year'>): string[] =>
  Array.from({ length: 12 / LENGTH[kind] }, (_, at) => written({ from: at * LENGTH[kind] + 1, to: (at + 1) * LENGTH[kind] }));

/** A period so many before another. @param part as {@link periodPart} writes it */
export function periodBefore(
  kind: PeriodKind,
  { year, part }: { readonly year: number; readonly part: string | undefined },
  back: number,
): { readonly year: number; readonly part: string | undefined } {
  if (kind === 'year' || part === undefined) return { year: year - back, part };
  const length = LENGTH[kind];
  const at = (year * 12 + monthsOf(part)!.to) / length - 1 - back;
  const inYear = 12 / length;
  const index = ((at % inYear) + inYear) % inYear;
  return { year: Math.floor(at / inYear), part: written({ from: index * length + 1, to: (index + 1) * length }) };
}
