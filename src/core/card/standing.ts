import { formatHalfUp } from '../decimal';
import { placesOf, whyUnranked } from '../ranking/population';
import type { ReportContext } from '../report/report-context';
import { cardWords as words } from '../words/card';
import { reportWords } from '../words/report';
import { distanceToNext, type Group } from './group';

/** Where the zone stands and what of it is strong and weak, in sentences. */
export function standingLines({ pack }: ReportContext, { block, last, total, dimensions }: Group, place: number): string[] {
  const { ranked, label } = block;
  const count = ranked.ranked;
  const rank = ranked.rank[place]!;
  const interval = placesOf(ranked, place);
  const [best, worst] = interval ?? [rank, rank];
  const by = last?.moved(place);
  const decimals = pack.scoring.show_decimals;
  const own = total.values[place]!;
  const distance = distanceToNext(total, place);
  const said = (difference: number): string => formatHalfUp(Math.abs(difference), decimals);
  const standing =
    rank === 0
      ? words.notRanked(label, reportWords.unranked[whyUnranked(ranked, place)])
      : best === worst
        ? words.standing(label, count, rank, ranked.tied[place] === 1)
        : words.provisional(label, count, rank, best, worst);
  const parted = dimensions.filter(({ scores, meanScore }) => !Number.isNaN(scores[place]! - meanScore));
  const above = parted.filter(({ scores, meanScore }) => scores[place]! > meanScore).map(({ title }) => title);
  const below = parted.filter(({ scores, meanScore }) => scores[place]! < meanScore).map(({ title }) => title);
  const scored = Number.isNaN(own)
    ? []
    : [
        words.total(formatHalfUp(own, decimals), said(own - total.mean), own > total.mean, said(own - total.mean) === said(0)),
        ...(Number.isNaN(distance) ? [] : [words.toNext(said(distance))]),
      ];
  return [
    words.sentence([standing, ...(by === undefined ? [] : [words.moved(by, pack.period)])]),
    ...(scored.length === 0 ? [] : [words.sentence(scored)]),
    ...(above.length === 0 ? [] : [words.above(above)]),
    ...(below.length === 0 ? [] : [words.below(below)]),
  ];
}
