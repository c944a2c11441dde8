import { tableWords } from '../../words/table';
import type { ColumnMatch, WantedYear } from '../assign/header-match';
import { pathOf } from '../describe/header-columns';
import type { ColumnSpec, TableSpec } from '../spec';

/**
 * Why a header that fits may not mean the column: it names another year, or a remark changes its meaning. Undefined where nothing is doubtful.
 * @param ofTable year that the table itself names
 */
export function headerDoubt(
  spec: TableSpec,
  column: ColumnSpec,
  { header, remarks }: ColumnMatch,
  { year, lastYear }: WantedYear,
  likely: readonly number[],
  ofTable: number | undefined,
): { readonly code: string; readonly message: string; readonly nextStep: string } | undefined {
  const name = column.header[0] ?? '';
  const back = spec.yearsBack;
  if (back !== undefined || ofTable !== undefined) {
    const years = back === undefined ? [ofTable!] : year !== undefined ? [year] : likely.map((one) => one - back);
    const [named, other] = header.years;
    const wrong = named !== undefined && years.length > 0 && (other !== undefined || !years.includes(named));
    if (wrong && !(header.lastYear && lastYear)) return { code: 'header-year', ...tableWords.headerYear(name, pathOf(header), year) };
  }
  return remarks.length === 0 ? undefined : { code: 'header-remark', ...tableWords.headerRemark(name, pathOf(header), remarks) };
}
