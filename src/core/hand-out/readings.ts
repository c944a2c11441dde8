import type { ReportContext } from '../report/report-context';
import { handOutWords as words } from '../words/hand-out';
import type { Block } from './block';
import { movementsIn } from './movement';

/** One line for each zone that has a place: where it stands in every class, how far it moved, its grades. */
export function readingsOf(context: ReportContext, blocks: readonly Block[]): string[] {
  const { pack } = context;
  const said = new Map<number, { readonly subject: string; readonly parts: string[] }>();
  for (const block of blocks) {
    const movedBy = movementsIn(context, block);
    for (const placed of block.placed) {
      const of = said.get(placed.row) ?? { subject: placed.subject, parts: [] };
      said.set(placed.row, of);
      const by = movedBy(placed);
      const grades = block.ranked.grades.flatMap(({ key, title }) => {
        const grade = placed.grades.get(key);
        return grade === undefined ? [] : [words.gradeOf(title, grade)];
      });
      const moved = by === undefined ? [] : [words.moved(by, pack.period)];
      of.parts.push([words.placeIn(block.label, placed.rank, placed.tied), ...moved, ...grades].join('，'));
    }
  }
  return [...said.values()].map(({ subject, parts }) => words.reading(subject, parts));
}
