import type { Frame } from '../../pack/references';
import type { Figures, Period } from '../figures';
import type { Measure, MeasureKind } from '../kinds';
import type { Series } from '../series';
import { among } from './among';
import { byZone } from './by-zone';
import { count } from './count';
import type { Derivation } from './derivation';
import { difference } from './difference';
import { exchange } from './exchange';
import { growth } from './growth';
import { lookup } from './lookup';
import { previous } from './previous';
import { ratio } from './ratio';
import { shareOfArea } from './share-of-area';
import { statistic } from './statistic';
import { sum } from './sum';
import { total } from './total';

/** Every kind of derived figure; a new one is its schema in kinds.ts, its file and its line here, and its test. */
const derivations: { readonly [K in MeasureKind]: Derivation<K> } = {
  ratio,
  sum,
  among,
  growth,
  previous,
  difference,
  statistic,
  share_of_area: shareOfArea,
  lookup,
  total,
  sum_by_zone: byZone,
  mean_by_zone: byZone,
  count,
  exchange,
};

/** The series of a measure. */
export function derive(figures: Figures, measure: Measure, period: Period, frame: Frame): Series {
  return (derivations[measure.kind] as Derivation<MeasureKind>)(figures, measure, period, frame);
}
