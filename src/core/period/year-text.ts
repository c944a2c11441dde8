import { foldText } from '../table/fold';

/** A year that a text states for figures. */
export interface YearSaid {
  readonly year: number;
  /** The part of the year that the figures are of, as it is shown ("1-11月", "上半年"); undefined for the whole year. */
  readonly part: string | undefined;
}

/** Titles are short; a longer text explains, and the years that it explains are not those of the figures. */
const LONGEST_TITLE = 80;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2099;

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)|[〇○零一二三四五六七八九]{4}(?=年)/gu;
const DIGITS = '〇一二三四五六七八九';
const DIGIT_FORMS: ReadonlyMap<string, string> = new Map([
  ['○', '0'],
  ['零', '0'],
]);

/** Lines that explain or name a source. */
const NOTE = /^[(*※]*(?:注\d*[:.,)]|备注|说明:|附注|附件|填表说明|填报说明|指标说明|资料来源|数据来源|来源:|依据|根据)/u;
/** "填报日期：2017年3月": a day on which something was done, not the time of the figures. */
const DAY_LABEL = /(?:日期|时间|来源|依据|文号|附件|电话|编号)$/u;
const FIGURES_LABEL = /(?:数据|统计|所属|报告|考核)(?:日期|时间)$/u;
const LONGEST_LABEL = 10;

/** Words before a year that make it a goal, a beginning or something to compare with. 截至2016年底 is neither. */
const OTHER_BEFORE = /(?:到|力争|(?<!截)至|比|较|与|同|以|自|从|按|于|由|对)$/u;
const OTHER_AFTER =
  /^(?:年度|年末|年底|年)?(?:(?:目标|规划|计划|任务)(?!.{0,4}完成)|预期|预计|以来|以前|以后|之前|之后|起|前|后|版|修订|印发|发布|制定|通过|公布|上年|去年|上一年|前一年|统计年鉴|年鉴|公报|不变价|可比价|价格|=100|为基期|基期|相比)/u;
/** "2016—2020年" is a plan's or a record's time. */
const RANGE_BEFORE = /(?:19|20)\d\d(?:年度?|年末|年底)?[-~至到]$/u;
const RANGE_AFTER = /^(?:年度?|年末|年底)?[-~至到](?:19|20)\d\d(?!\d)/u;
/** （2014）54号, 〔2016〕第202号. */
const DOCUMENT_NUMBER = /^\)第?\d{1,6}号/u;
/** 1月1日至12月31日 is the whole year. */
const FULL_SPAN = /^年0?1月0?1日[-~至到](?:(\d{4})年)?12月31日/u;
const SPAN_BEFORE = /月\d{1,2}日[-~至到]$/u;
const MONTHS = /^年(\d{1,2})月?[-~至到](\d{1,2})月/u;
const DAY = /^(?:年\d{1,2}月\d{1,2}[日号]|[-./]\d)/u;
const MONTH = /^年(\d{1,2})月(末|底)?/u;
const MONTH_OF_SOMETHING = /^年\d{1,2}月(?:末|底|起|前|后|以来|以前|以后|之前|之后|印发|发布|制定|修订|公布|通过)/u;
const SEASON = /^年度?(上半年|下半年|前?[一二三四1-4]个?季度|第[一二三四1-4]季度)/u;
const AS_FAR_AS = /截[至止]$/u;
/** A bare number is a year at either end of a text, unless it counts or numbers something. */
const COUNTED = /^(?:万|亿|元|人|个|家|户|亩|公顷|平方|立方|吨|项|强|名|号|条|款|%|[-./\d])/u;
const NUMBERED = /[\d.\-/#第]$/u;

/**
 * The years that a title, a sheet's name or a header states for its figures. What only looks like one is left aside: document numbers
 * （国办发〔2014〕54号）, goals（到2020年）, days of filling in, plans（2016—2020年）, bases and prices of an earlier year.
 * @param months whether a month alone (2025年3月) is one of figures, where what is assessed is a month
 */
export function yearsIn(text: string, months = false): YearSaid[] {
  if (text.length > LONGEST_TITLE * 4) return [];
  const folded = foldText(text);
  if (folded.length > LONGEST_TITLE || NOTE.test(folded)) return [];
  return [...folded.matchAll(YEAR)].flatMap((match): YearSaid[] => {
    const year = Number([...match[0]].map(digitOf).join(''));
    if (year < FIRST_YEAR || year > LAST_YEAR) return [];
    const before = folded.slice(0, match.index);
    const after = folded.slice(match.index + match[0].length);
    if (labelOf(before) === 'day') return [];
    const span = FULL_SPAN.exec(after);
    if (span && (span[1] === undefined || Number(span[1]) === year)) return [{ year, part: undefined }];
    if (isRange(before, after)) return [];
    const part = partOf(before, after, months);
    if (part === 'day') return [];
    if (part !== undefined) return [{ year, part: part === 'whole' ? undefined : part }];
    if (OTHER_BEFORE.test(before) || OTHER_AFTER.test(after)) return [];
    return after.startsWith('年') || standsAlone(before, after) ? [{ year, part: undefined }] : [];
  });
}

const ASSESSMENT = /考评|考核|评价|评估/u;

/** Whether a title names the assessment itself: its figures may be of an earlier year. */
export const namesAssessment = (title: string): boolean => ASSESSMENT.test(title);

const digitOf = (sign: string): string => (DIGITS.includes(sign) ? String(DIGITS.indexOf(sign)) : (DIGIT_FORMS.get(sign) ?? sign));

/** What the words before a colon make of the years behind it. */
function labelOf(before: string): 'day' | undefined {
  const colon = before.lastIndexOf(':');
  if (colon < 0) return undefined;
  const label = before.slice(Math.max(0, colon - LONGEST_LABEL), colon);
  return DAY_LABEL.test(label) && !FIGURES_LABEL.test(label) ? 'day' : undefined;
}

const isRange = (before: string, after: string): boolean =>
  RANGE_BEFORE.test(before.slice(-LONGEST_LABEL)) ||
  RANGE_AFTER.test(after) ||
  SPAN_BEFORE.test(before.slice(-LONGEST_LABEL)) ||
  (before.endsWith('(') && DOCUMENT_NUMBER.test(after));

/** Part of the year that follows it; 'whole' where that is all of it, 'day' where a day or a month of something else follows. */
function partOf(before: string, after: string, asMonth: boolean): string | undefined {
  const months = MONTHS.exec(after);
  if (months) {
    const [from, to] = [Number(months[1]), Number(months[2])];
    if (from < 1 || to > 12 || from > to) return 'day';
    return from === 1 && to === 12 ? 'whole' : `${from}-${to}月`;
  }
  const closes = AS_FAR_AS.test(before);
  if (closes && /^年12月31[日号]/u.test(after)) return 'whole';
  if (DAY.test(after)) return 'day';
  const month = MONTH.exec(after);
  if (month) {
    const last = Number(month[1]);
    if (asMonth && last >= 1 && last <= 12 && !closes && !MONTH_OF_SOMETHING.test(after)) return `${last}月`;
    if (last === 12 && (closes || month[2] !== undefined)) return 'whole';
    return closes && last >= 1 && last < 12 ? `1-${last}月` : 'day';
  }
  return SEASON.exec(after)?.[1];
}

function standsAlone(before: string, after: string): boolean {
  if (before.endsWith('(') && after.startsWith(')')) return true;
  if (COUNTED.test(after) || NUMBERED.test(before)) return false;
  return before === '' || after === '';
}
