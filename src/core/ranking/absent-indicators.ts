import type { Figures } from '../measure/figures';
import { byCause } from '../measure/lack';
import { lacksOf } from '../measure/lacks-of';
import type { Problem } from '../problem';
import { rankingWords as words } from '../words/ranking';
import type { IndicatorUse } from './population';

/** Indicators that nobody has, one problem a cause: what a sheet lacks, or another reason. */
export function absentIndicators(figures: Figures, indicators: readonly IndicatorUse[]): Problem[] {
  const absent = indicators.filter(({ measure }) => figures.series(measure).absent !== undefined);
  const causes = byCause(absent, ({ measure }) => ({ why: figures.series(measure).absent ?? '', lacks: lacksOf(figures, measure) }));
  return causes.map(({ lacking, why, concerned }): Problem => {
    const titles = [...new Set(concerned.map(({ title }) => title))];
    return {
      severity: 'warning',
      code: 'indicator-absent',
      ...(lacking.length > 0 ? words.indicatorsLack(lacking, titles) : words.indicatorsAbsent(why, titles)),
      indicators: concerned.map(({ id }) => id),
    };
  });
}
