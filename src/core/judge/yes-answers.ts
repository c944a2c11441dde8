import type { JudgeContext } from './judge-context';
import { cellOf, ownReference, titleOfColumn } from './place';

/** Column answers that must all be 是 for a row: what is 否, what is not answered, and where. */
export function yesAnswers(
  context: JudgeContext,
  columns: readonly string[],
  table: string,
  row: number,
): { no: string[]; unknown: string[]; cells: string[] } {
  const no: string[] = [];
  const unknown: string[] = [];
  const cells: string[] = [];
  for (const reference of columns) {
    const own = ownReference(context, reference, table);
    const found = context.figures.textAt(table, row, own);
    const title = titleOfColumn(context, own);
    if (found === undefined || found.text === '') unknown.push(title);
    else {
      if (found.text !== '是') no.push(title);
      cells.push(cellOf(found.cell));
    }
  }
  return { no, unknown, cells };
}
