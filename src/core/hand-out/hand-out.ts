import type { SheetPlan } from '../plan';
import type { ReportContext } from '../report/report-context';
import type { UnmadeSheet } from '../report/unmade';
import { handOutWords as words } from '../words/hand-out';
import { blocksOf } from './block';
import { noticeLines, type NoticeLine } from './notice-lines';
import { noticeSheet } from './notice-sheet';
import { paragraphsOf } from './notice';
import { publicList } from './public-list';

/** The two faces of a result that a department hands out, and what is not made of them yet. */
export interface HandOut {
  readonly sheets: readonly SheetPlan[];
  readonly unmade: readonly UnmadeSheet[];
  /** The text of the notice; undefined where nothing is decided. */
  readonly notice: readonly NoticeLine[] | undefined;
  readonly noNotice: string | undefined;
}

/** What nobody publishes on paper is not laid out for it: every row is set by itself. */
const MOST_ROWS = 3000;

/**
 * The list and the text of a notice: only what no missing figure can change stands on them. It comes beside the engine, since reading and checking
 * a workbook does without.
 */
export function handOut(context: ReportContext): HandOut {
  const all = blocksOf(context);
  const blocks = all.filter(({ internal }) => !internal);
  const rows = blocks.reduce((sum, { placed }) => sum + placed.length, 0);
  const isListable = rows > 0 && rows <= MOST_ROWS;
  const text = paragraphsOf(context, blocks, isListable);
  const notice = text && noticeLines(context, all, text);
  const waiting = new Set(blocks.flatMap((block) => block.waiting)).size;
  const why = rows > MOST_ROWS ? words.tooLong(MOST_ROWS) : whyNot(context, waiting);
  const lacking = (title: string, isMade: boolean): UnmadeSheet[] => (isMade || why === undefined ? [] : [{ title, rules: [], why }]);
  return {
    sheets: [...(isListable ? [publicList(context, blocks)] : []), ...(notice ? [noticeSheet(context, notice)] : [])],
    unmade: [...lacking(words.list, isListable), ...lacking(words.notice, notice !== undefined)],
    notice,
    noNotice: notice ? undefined : why,
  };
}

/** Why nothing can be handed out; undefined where the document ranks nobody. */
function whyNot({ pack, ranked }: ReportContext, waiting: number): string | undefined {
  if (waiting > 0) return words.allWait(waiting);
  const whys = Object.keys(pack.rankings).flatMap((id) => ranked.unmade.get(id) ?? []);
  return Object.keys(pack.rankings).length === 0 ? undefined : words.nothingRanked([...new Set(whys)]);
}
