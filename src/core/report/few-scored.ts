import type { RankedPopulation } from '../ranking/population';
import type { MethodConfig } from '../score/methods/index';
import { reportWords as words } from '../words/report';

/** With fewer zones, the ends of a scale that is drawn from them alone say nothing of how far they are apart. */
const FEW = 8;

/** Best and worst points of a method whose scale is drawn from the zones themselves; undefined where limits of the document draw it. */
function endsOf(config: MethodConfig): readonly [best: number, worst: number] | undefined {
  switch (config.method) {
    case 'min_max':
    case 'percentile':
      return [config.to[1], config.to[0]];
    case 'rank_points':
      return config.from === undefined || config.to === undefined ? undefined : [config.from, config.to];
    case 'efficacy':
      return config.satisfactory === undefined && config.unsatisfactory === undefined
        ? [config.base + config.span, config.base]
        : undefined;
    default:
      return undefined;
  }
}

/** What the best and the worst points of an indicator mean where few zones were compared; undefined where many were, or no single scale is drawn from them. */
export function fewScored({ indicators, ranked, scoredOver, by }: RankedPopulation, subject: string): string | undefined {
  const count = Math.max(ranked, scoredOver?.count ?? 0);
  if (by !== undefined || count >= FEW) return undefined;
  const ends = indicators.map(({ method }) => endsOf(method));
  const [first] = ends;
  const isOne = first && ends.every((one) => one?.[0] === first[0] && one[1] === first[1]);
  return isOne ? words.fewScored(count, subject, ...first) : undefined;
}
