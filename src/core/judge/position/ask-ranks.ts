import type { ImportedRanks } from '../../measure/imported-ranks';
import type { Problem } from '../../problem';
import type { ReadTable } from '../../table/spec';
import { judgeWords as words } from '../../words/judge';
import type { JudgeContext } from '../judge-context';

/** Several rules read one list: each doubt is told once. */
export function ask(context: JudgeContext, problem: Problem): void {
  const { problems } = context;
  const told = problems.some(({ code, sheet, cell }) => code === problem.code && sheet === problem.sheet && cell === problem.cell);
  if (!told) problems.push(problem);
}

/** Ranks that contradict each other are not used until someone has decided. */
export function askRanks(context: JudgeContext, table: ReadTable, ranks: ImportedRanks): void {
  for (const [row, { doubt, ...place }] of ranks.doubts) {
    const name = table.keys[row] ?? '';
    const said =
      doubt.kind === 'not_whole'
        ? words.rankNotWhole(name, doubt.stated)
        : doubt.kind === 'over_total'
          ? words.rankOverTotal(name, doubt.stated, doubt.total)
          : doubt.kind === 'too_many_tied'
            ? words.rankTiedOverTotal(name, doubt.rank, doubt.total, doubt.tied)
            : words.ranksDisagree(name, doubt.rank, doubt.total, doubt.fromLast, doubt.expected);
    ask(context, { severity: 'error', code: 'rank-doubtful', ...place, ...said });
  }
}
