import { yearsIn } from '../../period/year-text';
import { foldText } from '../fold';

export interface HeaderYears {
  readonly years: readonly number[];
  /** Whether the level says nothing else: "2016年". */
  readonly alone: boolean;
}

const ONLY_YEAR = /^\(?(?:19|20)\d\d年?(?:度|末|年)?\)?$/u;

const LEADING_YEAR = /^\(?((?:19|20)\d\d)年(?![-~至到])/u;

const LONGEST = 200;

const NONE: HeaderYears = { years: [], alone: false };

/** Years in one level of a header: "2015年地区生产总值", "（2015年）", "2016". "2000万元以上" names none. */
export function yearsOfHeader(level: string): HeaderYears {
  if (!/[12０-９]/u.test(level) || level.length > LONGEST) return NONE;
  const folded = foldText(level);
  // 2013年规划 is a plan in a title; before the name of an indicator (2013年规划面积) it is the year of the figures.
  const leading = LEADING_YEAR.exec(folded)?.[1];
  const years = [...new Set([...yearsIn(level).map(({ year }) => year), ...(leading === undefined ? [] : [Number(leading)])])];
  return years.length === 0 ? NONE : { years, alone: ONLY_YEAR.test(folded) };
}
