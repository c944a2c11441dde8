import type { Assessment } from '../core/assess';
import { formatHalfUp } from '../core/decimal';
import type { NoticeLine } from '../core/hand-out/notice-lines';
import type { FindingStatus } from '../core/judge/finding';
import type { Result } from '../core/result';
import type { RuleOutcome } from '../core/rule-book/rule-line';
import { weightsLine } from '../core/report/weights-line';
import { reportWords } from '../core/words/report';
import { groupFindings, statusCounts, type FindingGroup } from './findings';
import { bothEnds, type RankingView } from './ranking-view';
import { placesOfSubjects } from './tables';

/** A result as the screens show it: no figures of indicators, of every ranking both ends alone. Plain data. */
export interface ShownResult {
  readonly basis: Result['basis'];
  /** Whose weights count, in Chinese. */
  readonly weights: string;
  /** The year of the figures and where it stands, in Chinese. */
  readonly dataYear: string;
  readonly fictional: boolean;
  readonly counts: Readonly<Record<FindingStatus, number>>;
  readonly rankings: readonly RankingView[];
  readonly groups: readonly FindingGroup[];
  /** What came of every line of the rule book, by its key. */
  readonly outcomes: Readonly<Record<string, RuleOutcome>>;
  /** Names of the result sheets as they were wanted, in the order of those written. */
  readonly sheets: readonly string[];
  /** The text of the notice; undefined where nothing is decided. */
  readonly notice: readonly NoticeLine[] | undefined;
}

/** Ranking rows shown from either end. */
const SHOWN = 5;

/** @param decimals of scores; those of the document where left out */
export function shownResult(
  { result, checked, outcomes, plan, notice }: Pick<Assessment, 'result' | 'checked' | 'outcomes' | 'plan' | 'notice'>,
  decimals?: number,
): ShownResult {
  const { basis, weightsBasis, dataWeighting, fictional, rankings, findings } = result;
  const { pack } = checked;
  const places = placesOfSubjects(checked);
  return {
    basis,
    weights: weightsLine(basis, weightsBasis, dataWeighting).text,
    dataYear: reportWords.dataYear(checked.dataYear),
    fictional,
    counts: statusCounts(findings),
    rankings: rankings.map((ranking) =>
      bothEnds(ranking, SHOWN, (total) => formatHalfUp(total, decimals ?? pack.scoring.show_decimals), places),
    ),
    groups: groupFindings(findings, pack),
    outcomes: Object.fromEntries(outcomes ?? []),
    sheets: plan?.sheets.map(({ name }) => name) ?? [],
    notice,
  };
}
