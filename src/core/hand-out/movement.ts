import { lastYearOf } from '../ranking/last-year';
import type { ReportContext } from '../report/report-context';
import type { Block, Placed } from './block';

/** Places gained (lost, where negative) against the year before; undefined where the earlier place is not stated, in doubt, or among others. */
export type MovedBy = (placed: Placed) => number | undefined;

export function movementsIn(context: ReportContext, { ranked }: Block): MovedBy {
  const last = lastYearOf(context, ranked);
  return ({ place }) => {
    const by = last?.moved(place);
    return typeof by === 'number' ? by : undefined;
  };
}
