import { cellName } from '../cell';
import type { BodyColumn, PlanCell } from '../plan';
import { reportWords as words } from '../words/report';
import { NAMES, type RankingColumn } from './ranking-columns';
import type { ReportContext } from './report-context';
import { bodyHeights, heightOf, linesIn } from './width';

/** Rows below the ranks, with their heights. */
export interface FootRow {
  readonly cells: PlanCell[];
  readonly height: number;
}

/** A part of a column's rows. */
export function rowsOf(body: BodyColumn, from: number, to: number): BodyColumn {
  const styles = body.styles && { styles: body.styles.slice(from, to) };
  return body.kind === 'text'
    ? { ...body, values: body.values.slice(from, to), ...styles }
    : {
        ...body,
        values: body.values.slice(from, to),
        ...styles,
        ...(body.formulas && { formulas: body.formulas.slice(from, to) }),
      };
}

/** Rows of the columns as single cells. */
export function asCells(columns: readonly RankingColumn[], from: number, to: number): FootRow[] {
  const parts = columns.map(({ body, width }) => ({ body: rowsOf(body, from, to), width }));
  const heights = bodyHeights(parts, to - from);
  return Array.from({ length: to - from }, (_, row) => ({
    height: heights[row] || heightOf(1),
    cells: parts.map(({ body }): PlanCell => {
      const style = body.styles?.[row] ?? body.style;
      if (body.kind === 'text') return { value: body.values[row]!, style };
      const [value, formula] = [body.values[row]!, body.formulas?.[row] ?? ''];
      return { value: Number.isNaN(value) ? null : value, style, ...(formula !== '' && { formula }) };
    }),
  }));
}

/** The mean of those who are scored: of their totals and of each dimension; a live total has a live mean. @param ranges rows of the sheet on which they stand, both included */
export function meanRow(
  { book }: ReportContext,
  columns: readonly RankingColumn[],
  format: string,
  ranges: readonly (readonly [number, number])[],
): FootRow {
  const plain = book.style('mean');
  const number = book.style('meanNumber', undefined, format);
  const cells = columns.map(({ averaged, body }, at): PlanCell => {
    if (at === NAMES) return { value: words.mean, style: plain };
    if (!averaged || body.kind !== 'number') return { value: '', style: plain };
    const scored = Array.from(body.values).filter((value) => !Number.isNaN(value));
    const value = scored.length === 0 ? null : scored.reduce((sum, one) => sum + one, 0) / scored.length;
    const cellsOf = ranges.map(([first, last]) => `${cellName(first, at)}:${cellName(last, at)}`).join(',');
    return { value, style: number, ...(body.formulas && value !== null && { formula: `IF(COUNT(${cellsOf})=0,"",AVERAGE(${cellsOf}))` }) };
  });
  return { cells, height: heightOf(1) };
}

/** One line over all columns. */
export function lineRow(text: string, style: number, widths: readonly number[], height?: number): FootRow {
  const width = widths.reduce((sum, one) => sum + one, 0);
  return { cells: [{ value: text, style, span: widths.length }], height: height ?? heightOf(linesIn(text, width)) };
}
