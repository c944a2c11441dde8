import type { Elsewhere } from '../ranking/method-figures';
import type { RankedPopulation } from '../ranking/population';
import { numberColumn, valueFormat, type DetailColumn } from './detail-layout';
import type { ReportContext } from './report-context';
import { columnWidth } from './width';

/** A number that stands elsewhere: a target of each zone's own, the mean of all, a coefficient. Formulas of the sheet refer to these cells. */
export function elsewhereColumn(
  context: ReportContext,
  { title, unit, number, formula }: Elsewhere,
  { rows }: RankedPopulation,
  group: string,
  live: boolean,
): DetailColumn {
  const values = Float64Array.from(rows, (row) => number(row));
  const header = `${title}${unit === undefined ? '' : `（${unit}）`}`;
  return {
    group,
    header,
    sub: '',
    body: numberColumn(context, values, valueFormat(values), live ? Array.from(rows, (row) => formula(row)) : undefined),
    width: columnWidth(header, [], { least: 12, most: 18 }),
  };
}
