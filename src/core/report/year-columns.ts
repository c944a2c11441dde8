import { cellName } from '../cell';
import type { BodyColumn } from '../plan';
import type { RankedPopulation } from '../ranking/population';
import { NOISE_DECIMALS } from '../score/rank';
import { reportWords as words } from '../words/report';
import type { ReportContext } from './report-context';
import { columnWidth } from './width';

interface YearColumn {
  readonly header: string;
  readonly body: BodyColumn;
  readonly width: number;
}

/** Totals of earlier years behind this year's, and their mean, which is ranked; none where this year's total is. */
export function yearColumns(
  { pack, figures }: ReportContext,
  { years, totals }: RankedPopulation,
  numbers: (values: Float64Array) => BodyColumn,
): YearColumn[] {
  if (!years) return [];
  const mean = words.meanOfYears(years.sources.length + 1, pack.period);
  const column = (header: string, values: Float64Array): YearColumn => ({
    header,
    body: numbers(values),
    width: columnWidth(header, [], { least: 11, most: 18 }),
  });
  return [
    ...years.sources.map(({ table, values }) => column(figures.sheetOf(table) || (pack.tables[table]?.sheet[0] ?? table), values)),
    column(mean, totals),
  ];
}

/** Live formula of the mean in the last of these columns. @param at where this year's total stands, the earlier ones behind it */
export function withMeanFormula(
  body: BodyColumn,
  rows: number,
  years: number,
  at: { readonly rowOf: (index: number) => number; readonly column: number },
): BodyColumn {
  if (body.kind !== 'number') return body;
  const formulas = Array.from({ length: rows }, (_, row) => {
    const cells = `${cellName(at.rowOf(row), at.column)}:${cellName(at.rowOf(row), at.column + years - 1)}`;
    return `IF(COUNT(${cells})<${years},"",ROUND(AVERAGE(${cells}),${NOISE_DECIMALS}))`;
  });
  return { ...body, formulas };
}
