import type { Figures } from '../measure/figures';
import { titleOf } from '../pack/references';
import type { Pack, PackRanking } from '../pack/schema';
import { rankingWords as words } from '../words/ranking';
import { whyUnranked, type RankedPopulation } from './population';

/** Why nobody takes part in a ranking: a column that decides it is not there, or blank, or nobody has the value. */
export function whyEmpty(pack: Pack, figures: Figures, { population }: PackRanking, doubtful: number): string {
  const main = figures.tables.get(pack.main_table);
  const lacking = Object.keys(population ?? {}).filter((column) => main && !main.columns.has(column));
  if (main && lacking.length > 0)
    return words.lacksColumns(
      main.sheet,
      lacking.map((column) => titleOf(pack, column)),
    );
  return doubtful > 0 ? words.undecidedMembers(doubtful, pack.subject) : words.empty(pack.subject);
}

/** Of how many zones without a place which reason holds. */
export function whyNobody(ranked: RankedPopulation, pack: Pack): string {
  const reasons = Array.from(ranked.rows, (_, place) => whyUnranked(ranked, place));
  const counted = (['lacking', 'vetoed', 'alike'] as const).flatMap((why) => {
    const count = reasons.filter((reason) => reason === why).length;
    return count > 0 ? [words.whyUnranked[why](count)] : [];
  });
  return words.nobodyRanked(ranked.rows.length, pack.subject, counted.join('，'));
}
