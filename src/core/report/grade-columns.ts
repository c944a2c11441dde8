import type { BodyColumn } from '../plan';
import type { RankedPopulation } from '../ranking/population';
import { reportWords as words } from '../words/report';
import type { ReportContext } from './report-context';
import { columnWidth } from './width';

/** A column for each scale of grades; a grade that hangs on missing figures shows how far it reaches, in grey. */
export function gradeColumns(
  { book }: ReportContext,
  ranked: RankedPopulation,
  order: readonly number[],
): { readonly header: string; readonly body: BodyColumn; readonly width: number }[] {
  return ranked.grades.map(({ title, at }) => {
    const inOrder = order.map((place) => at[place]!);
    const values = inOrder.map(({ best, worst }) => (best === undefined || worst === undefined ? '—' : words.grade(best, worst)));
    const style = book.style('centre');
    return {
      header: title,
      body: {
        kind: 'text',
        values,
        style,
        styles: Uint16Array.from(inOrder, ({ best, worst }) => (best === worst ? style : book.style('centre', 'missing'))),
      },
      width: columnWidth(title, values, { least: 8, most: 18 }),
    };
  });
}
