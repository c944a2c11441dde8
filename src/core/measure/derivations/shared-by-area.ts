import { divideRatio } from '../../decimal';
import type { Frame } from '../../pack/references';
import type { ReadColumn } from '../../table/spec';
import { factorNumber, scaled, type Factor } from '../../units/factor';
import { measureWords as words } from '../../words/measure';
import { divideBounds, mapBounds } from '../bounds';
import type { Figures, Period } from '../figures';
import type { MeasureOf } from '../kinds';
import type { Series } from '../series';
import { chosenRows, sumOverRows, type ChosenRows, type OpenRow } from './chosen-rows';
import { seriesOf } from './derivation';
import { both } from './operands';
import { quotientFormula } from './quotient';

/** What the share is worked out from, as `share_of_area` has found it. */
export interface InAreas {
  readonly least: number;
  readonly of: Series;
  readonly over: Series;
  readonly by: ReadColumn;
  readonly factor: Factor;
}

/** Rows of the main table by the area that they name; one that names none, or of which it is open whether it counts, may be of any. */
function rowsByArea(
  figures: Figures,
  measure: MeasureOf<'share_of_area'>,
  period: Period,
  frame: Frame,
  { of, by }: InAreas,
): ChosenRows[] {
  const areas = Array.from({ length: figures.rowsOf(frame, period) }, () => ({ certain: [] as number[], open: [] as OpenRow[] }));
  if (frame === 'single') return areas;
  const main = figures.pack.main_table;
  const place = (row: number): number | undefined => figures.names.place(frame.table, by.texts[row] ?? '', period);
  const chosen = chosenRows(figures, of, measure.where, period);
  for (const row of chosen.certain) {
    if ((by.texts[row] ?? '') !== '') areas[place(row) ?? -1]?.certain.push(row);
    else {
      const cells = figures.cellsOf(main, measure.by, row, period);
      areas.forEach(({ open }) => open.push({ row, cells, why: words.openRow(figures.subject({ table: main }, row, period), cells) }));
    }
  }
  for (const one of chosen.open) {
    if ((by.texts[one.row] ?? '') !== '') areas[place(one.row) ?? -1]?.open.push(one);
    else areas.forEach(({ open }) => open.push(one));
  }
  return areas;
}

/** Area by area: the sum of the rows that lie in it ÷ its own figure. Missing where one of them lacks its figure, and bounded by the others. */
export function sharedByArea(
  figures: Figures,
  measure: MeasureOf<'share_of_area'>,
  period: Period,
  frame: Frame,
  inAreas: InAreas,
): Series {
  const { least, of, over, factor } = inAreas;
  const areas = rowsByArea(figures, measure, period, frame, inAreas);
  const sums = areas.map((rows) => sumOverRows(of, rows));
  const scale = factorNumber(factor);
  return seriesOf({
    ...measure,
    frame,
    rows: areas.length,
    counted(row) {
      const { certain } = areas[row]!;
      return certain.length < least ? undefined : certain.length;
    },
    value: (row) => (sums[row]!.total / (over.values[row] ?? NaN)) * scale,
    exact: (row) => scaled(both(sums[row]!.exact(row), over.exact(row), divideRatio), factor),
    cells: (row) => [...sums[row]!.cells(row), ...over.cells(row)],
    gaps: (row) => [...sums[row]!.gaps(row), ...over.gaps(row)],
    bounds: (row) => mapBounds(divideBounds(sums[row]!.bounds(row), over.bounds(row)), (value) => scaled(value, factor)),
    missing: (row) => [sums[row]!.why(), over.missing(row)].filter((why) => why !== '').join('；') || words.zeroDivisor(over.title),
    formula: (row) => quotientFormula(sums[row]!.formula(row), over.formula(row), scale),
  });
}
