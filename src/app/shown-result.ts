import type { Checked } from '../core/assess';
import { formatHalfUp } from '../core/decimal';
import type { FindingStatus } from '../core/judge/finding';
import type { Result } from '../core/result';
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
}

/** Ranking rows shown from either end. */
const SHOWN = 5;

export function shownResult(
  {
    basis,
    weightsBasis,
    dataWeighting,
    fictional,
    rankings,
    findings,
  }: Pick<Result, 'basis' | 'weightsBasis' | 'dataWeighting' | 'fictional' | 'rankings' | 'findings'>,
  checked: Checked,
): ShownResult {
  const { pack } = checked;
  const places = placesOfSubjects(checked);
  return {
    basis,
    weights: weightsLine(basis, weightsBasis, dataWeighting).text,
    dataYear: reportWords.dataYear(checked.dataYear),
    fictional,
    counts: statusCounts(findings),
    rankings: rankings.map((ranking) => bothEnds(ranking, SHOWN, (total) => formatHalfUp(total, pack.scoring.show_decimals), places)),
    groups: groupFindings(findings, pack),
  };
}
