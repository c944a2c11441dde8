import { scaled, type Factor } from '../units/factor';
import { mapBounds, UNBOUNDED, type Bounds } from '../measure/bounds';
import { resolve } from '../pack/references';
import type { Lack } from '../measure/lack';
import { lacksOf } from '../measure/lacks-of';
import type { Series } from '../measure/series';
import type { MeasureRef } from '../pack/parts';
import { judgeWords as words } from '../words/judge';
import { chosenMeasure, type JudgeContext } from './judge-context';
import type { Verdicts } from './verdicts';

/** A figure ready to be compared: `factor` turns it into `unit`, the rule's. */
export interface MeasuredFigure {
  readonly series: Series;
  readonly unit: string;
  readonly factor: Factor;
  /** Table whose rows are judged; undefined for one figure of the whole jurisdiction. */
  readonly table: string | undefined;
  /** A column as it was filled in: a blank there is a blank, whatever range the column has. */
  readonly plain: boolean;
}

/** What the value of a row can be, in the rule's unit; nothing is concluded from the declared range of a cell that is blank itself. */
export function boundsOf({ series, factor, plain }: Pick<MeasuredFigure, 'series' | 'factor' | 'plain'>, row: number): Bounds {
  return plain ? UNBOUNDED : mapBounds(series.bounds(row), (value) => scaled(value, factor));
}

/** What a rule measures; undefined after saying for everyone why there is nothing to compare. */
export function measuredBy(
  context: JudgeContext,
  verdicts: Verdicts,
  rule: { readonly measure: MeasureRef; readonly unit: string },
): MeasuredFigure | undefined {
  const { figures, pack } = context;
  const chosen = chosenMeasure(context, rule.measure);
  if ('unset' in chosen) return refuse(verdicts, words.parameterUnset(pack.parameters[chosen.unset]?.title ?? chosen.unset));
  const series = figures.series(chosen.measure);
  if (series.absent !== undefined) return refuse(verdicts, series.absent, lacksOf(figures, chosen.measure));
  const unit = rule.unit === 'from_header' ? series.unit : rule.unit;
  if (series.unit === undefined || unit === undefined) return refuse(verdicts, words.unitUnstated(series.title));
  const factor = figures.units.factor(series.unit, unit);
  if (!factor) return refuse(verdicts, words.unitOf(series.title));
  return {
    series,
    unit,
    factor,
    table: series.frame === 'single' ? undefined : series.frame.table,
    plain: resolve(pack, chosen.measure)?.kind === 'column',
  };
}

function refuse(verdicts: Verdicts, why: string, lacks: readonly Lack[] = []): undefined {
  verdicts.missingForAll(why, lacks);
  return undefined;
}
