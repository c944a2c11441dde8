import Big from 'big.js';
import { divideRatio, multiplyRatio, ratioOf, ratioToNumber, subtractRatio, sumRatios, type Ratio } from '../decimal';
import { limitOf, judgeEdges } from '../judge/limit';
import type { Frame } from '../pack/references';
import { resolve, titleOf } from '../pack/references';
import { placeOfCell } from '../table/placed-table';
import { measureWords as words } from '../words/measure';
import type { Figures, Period } from './derive';
import type { MeasureKind, MeasureOf } from './kinds';
import { absentSeries, factorNumber, factorRatio, scaled, type Series } from './series';
import { quotientFactor } from './quotient';

type Derivation<K extends MeasureKind> = (figures: Figures, measure: MeasureOf<K>, period: Period, frame: Frame) => Series;

/** At most so many cells are listed in a live SUM; spreadsheets take 255 arguments. */
const LIVE_SUM_CELLS = 200;

interface Parts {
  readonly title: string;
  readonly unit: string;
  readonly frame: Frame;
  readonly rows: number;
  readonly absent?: string | undefined;
  value(row: number): number;
  exact(row: number): Ratio | undefined;
  cells(row: number): readonly string[];
  /** Asked only for rows without a value. */
  missing(row: number): string;
  formula(row: number): string | undefined;
}

function seriesOf(parts: Parts): Series {
  const values = new Float64Array(parts.rows);
  for (let row = 0; row < parts.rows; row++) {
    const value = parts.value(row);
    // As everywhere the decimal that a spreadsheet shows: 7 of 100 is 7 %, not 7.000000000000001 %.
    values[row] = Number.isFinite(value) ? Number(value.toPrecision(15)) : NaN;
  }
  return {
    title: parts.title,
    unit: parts.unit,
    frame: parts.frame,
    values,
    absent: parts.absent,
    exact: (row) => (Number.isNaN(values[row] ?? NaN) ? undefined : parts.exact(row)),
    cells: (row) => parts.cells(row),
    missing: (row) => (Number.isNaN(values[row] ?? NaN) ? parts.missing(row) : ''),
    formula: (row) => parts.formula(row),
  };
}

/** Row of an operand that belongs to a row of the whole: a single figure is the same for every row. */
const rowOf = (operand: Series, row: number): number => (operand.frame === 'single' ? 0 : row);

const at = (series: Series, row: number): number => series.values[rowOf(series, row)] ?? NaN;
const exactAt = (series: Series, row: number): Ratio | undefined => series.exact(rowOf(series, row));
const missingAt = (all: readonly Series[], row: number): string =>
  [...new Set(all.map((series) => series.missing(rowOf(series, row))).filter((why) => why !== ''))].join('；');
const absentOf = (...all: readonly Series[]): string | undefined => {
  const why = all.map((series) => series.absent).filter((reason) => reason !== undefined);
  return why.length > 0 ? [...new Set(why)].join('；') : undefined;
};
const both = (a: Ratio | undefined, b: Ratio | undefined, join: (a: Ratio, b: Ratio) => Ratio | undefined): Ratio | undefined =>
  a && b ? join(a, b) : undefined;

/** a ÷ b in the wanted unit; "" live where either is missing or b is zero. */
function quotientFormula(a: string | undefined, b: string | undefined, factor: number): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  const scale = factor === 1 ? '' : `*${factor}`;
  return `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),IF((${b})=0,"",(${a})/(${b})${scale}),"")`;
}

const ratio: Derivation<'ratio'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const over = figures.series(measure.over, period);
  const rows = figures.rowsOf(frame, period);
  const absent = absentOf(of, over);
  const factor = quotientFactor(figures.units, of.unit, over.unit, measure.unit);
  if (absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const scale = factorNumber(factor);
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => (at(of, row) / at(over, row)) * scale,
    exact: (row) => scaled(both(exactAt(of, row), exactAt(over, row), divideRatio), factor),
    cells: (row) => [...of.cells(rowOf(of, row)), ...over.cells(rowOf(over, row))],
    missing: (row) => missingAt([of, over], row) || words.zeroDivisor(over.title),
    formula: (row) => quotientFormula(of.formula(rowOf(of, row)), over.formula(rowOf(over, row)), scale),
  });
};

const sum: Derivation<'sum'> = (figures, measure, period, frame) => {
  const terms = measure.of.map((operand) => figures.series(operand, period));
  const rows = figures.rowsOf(frame, period);
  const factors = terms.map((term) => (term.unit === undefined ? undefined : figures.units.factor(term.unit, measure.unit)));
  const absent = absentOf(...terms);
  if (absent !== undefined || factors.some((factor) => !factor))
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const scales = factors.map((factor) => factorNumber(factor!));
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => terms.reduce((total, term, index) => total + at(term, row) * scales[index]!, 0),
    exact(row) {
      const parts = terms.map((term, index) => scaled(exactAt(term, row), factors[index]!));
      return parts.every((part) => part !== undefined) ? sumRatios(parts) : undefined;
    },
    cells: (row) => terms.flatMap((term) => term.cells(rowOf(term, row))),
    missing: (row) => missingAt(terms, row),
    formula(row) {
      const parts = terms.map((term) => term.formula(rowOf(term, row)));
      if (parts.some((part) => part === undefined)) return undefined;
      return `IF(AND(${parts.map((part) => `ISNUMBER(${part})`).join(',')}),${parts.map((part, index) => `(${part})*${scales[index]!}`).join('+')},"")`;
    },
  });
};

const growth: Derivation<'growth'> = (figures, measure, period, frame) => {
  const now = figures.series(measure.of, period);
  const before = figures.series(measure.of, 'previous');
  const rows = figures.rowsOf(frame, period);
  const factor =
    now.unit === undefined || before.unit === undefined ? undefined : quotientFactor(figures.units, now.unit, before.unit, measure.unit);
  const absent = absentOf(now, before) ?? (period === 'previous' ? words.noPrevious(measure.title) : undefined);
  if (absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const earlierRow = (row: number): number | undefined =>
    frame === 'single' ? 0 : figures.rowByKey(frame.table, figures.subject(frame, row), 'previous');
  const scale = factorNumber(factor);
  const earlier = (row: number): number => before.values[earlierRow(row) ?? -1] ?? NaN;
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => ((at(now, row) - earlier(row)) / earlier(row)) * scale,
    exact(row) {
      const then = earlierRow(row);
      const base = then === undefined ? undefined : before.exact(then);
      return scaled(
        both(exactAt(now, row), base, (a, b) => divideRatio(subtractRatio(a, b), b)),
        factor,
      );
    },
    cells: (row) => [...now.cells(rowOf(now, row)), ...(earlierRow(row) === undefined ? [] : before.cells(earlierRow(row)!))],
    missing(row) {
      const then = earlierRow(row);
      return (
        now.missing(rowOf(now, row)) ||
        (then === undefined ? words.noPrevious(measure.title) : before.missing(then)) ||
        words.zeroDivisor(before.title)
      );
    },
    formula: () => undefined,
  });
};

const shareOfArea: Derivation<'share_of_area'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const over = figures.series(measure.over, period);
  const rows = figures.rowsOf(frame, period);
  const main = figures.pack.main_table;
  const by = figures.column(main, measure.by, period);
  const factor = quotientFactor(figures.units, of.unit, over.unit, measure.unit);
  const table = over.frame === 'single' ? undefined : over.frame.table;
  const absent = absentOf(of, over) ?? (by ? undefined : words.noColumn(figures.sheetOf(main, period), titleOf(figures.pack, measure.by)));
  if (absent !== undefined || !factor || !by || table === undefined)
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const scale = factorNumber(factor);
  const area = (row: number): number | undefined => {
    const name = by.texts[row] ?? '';
    return name === '' ? undefined : figures.rowByKey(table, name, period);
  };
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => (at(of, row) / (over.values[area(row) ?? -1] ?? NaN)) * scale,
    exact: (row) => scaled(both(exactAt(of, row), over.exact(area(row)!), divideRatio), factor),
    cells: (row) => [...of.cells(row), ...(area(row) === undefined ? [] : over.cells(area(row)!))],
    missing(row) {
      const place = area(row);
      if (place === undefined) {
        const name = by.texts[row] ?? '';
        return name === ''
          ? words.noAreaName(placeOfCell(figures.table(main, period)!, by, row))
          : words.noArea(name, figures.sheetOf(table, period));
      }
      return [of.missing(row), over.missing(place)].filter((why) => why !== '').join('；') || words.zeroDivisor(over.title);
    },
    formula: (row) => (area(row) === undefined ? undefined : quotientFormula(of.formula(row), over.formula(area(row)!), scale)),
  });
};

/** Sum over chosen rows of one series; missing where a row lacks its figure: a part of a total is no total. */
function sumOverRows(of: Series, chosen: readonly number[]): Pick<Parts, 'exact' | 'cells' | 'formula'> & { total: number; gap: string } {
  let total = 0;
  const gaps: string[] = [];
  for (const row of chosen) {
    const value = of.values[row] ?? NaN;
    if (Number.isNaN(value)) gaps.push(of.missing(row));
    total += value;
  }
  return {
    total,
    gap: gaps.slice(0, 3).join('；') + (gaps.length > 3 ? `……共 ${gaps.length} 处` : ''),
    exact: () => sumRatios(chosen.map((row) => of.exact(row)).filter((part) => part !== undefined)),
    cells: () => chosen.flatMap((row) => of.cells(row)),
    formula() {
      const parts = chosen.map((row) => of.formula(row));
      if (chosen.length === 0 || chosen.length > LIVE_SUM_CELLS || parts.some((part) => part === undefined)) return undefined;
      return `IF(COUNT(${parts.join(',')})=${chosen.length},SUM(${parts.join(',')}),"")`;
    },
  };
}

/** Rows of the frame of `of` that pass the filter. */
function chosenRows(figures: Figures, of: Series, where: Record<string, string[]> | undefined, period: Period): number[] {
  if (of.frame === 'single') return [0];
  const { table } = of.frame;
  return Array.from({ length: figures.rowsOf(of.frame, period) }, (_, row) => row).filter((row) =>
    figures.passes(where, table, row, period),
  );
}

const total: Derivation<'total'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const factor = of.unit === undefined ? undefined : figures.units.factor(of.unit, measure.unit);
  if (of.absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, 1, of.absent ?? words.unitUnknown(measure.title));
  const chosen = chosenRows(figures, of, measure.where, period);
  const summed = sumOverRows(of, chosen);
  const scale = factorNumber(factor);
  return seriesOf({
    ...measure,
    frame,
    rows: 1,
    value: () => (chosen.length === 0 ? NaN : summed.total * scale),
    exact: () => scaled(summed.exact(0), factor),
    cells: summed.cells,
    missing: () => summed.gap || words.noRowsOf(figures.subject(frame, 0), of.title),
    formula: () => (scale === 1 ? summed.formula(0) : undefined),
  });
};

/** Rows of the operand's table grouped by the zone that they belong to. */
function rowsByZone(
  figures: Figures,
  measure: MeasureOf<'sum_by_zone'> | MeasureOf<'mean_by_zone'>,
  of: Series,
  period: Period,
): number[][] {
  const zones: number[][] = Array.from({ length: figures.rowsOf({ table: figures.pack.main_table }, period) }, () => []);
  if (of.frame === 'single') return zones;
  const { table } = of.frame;
  for (const row of chosenRows(figures, of, measure.where, period)) {
    const zone = figures.zoneRow(table, row, measure.by, period);
    if (zone !== undefined) zones[zone]?.push(row);
  }
  return zones;
}

/** Figures of a zone's rows in another table, summed; divided by their number for the mean. */
function byZone(figures: Figures, measure: MeasureOf<'sum_by_zone'> | MeasureOf<'mean_by_zone'>, period: Period, frame: Frame): Series {
  const of = figures.series(measure.of, period);
  const rows = figures.rowsOf(frame, period);
  const factor = of.unit === undefined ? undefined : figures.units.factor(of.unit, measure.unit);
  if (of.absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, rows, of.absent ?? words.unitUnknown(measure.title));
  const groups = rowsByZone(figures, measure, of, period);
  const sums = groups.map((group) => sumOverRows(of, group));
  const scale = factorNumber(factor);
  const mean = measure.kind === 'mean_by_zone';
  const parts = (row: number): number => (mean ? groups[row]!.length : 1);
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => (groups[row]!.length === 0 ? NaN : (sums[row]!.total / parts(row)) * scale),
    exact: (row) => scaled(divideRatio(sums[row]!.exact(row)!, { num: new Big(parts(row)), den: new Big(1) }), factor),
    cells: (row) => sums[row]!.cells(row),
    missing: (row) => sums[row]!.gap || words.noRowsOf(figures.subject(frame, row, period), sheetBehind(figures, measure.of, period)),
    formula: (row) => (scale === 1 && !mean ? sums[row]!.formula(row) : undefined),
  });
}

function sheetBehind(figures: Figures, reference: string, period: Period): string {
  const target = resolve(figures.pack, reference);
  return target?.kind === 'column' ? figures.sheetOf(target.table, period) : titleOf(figures.pack, reference);
}

const count: Derivation<'count'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  if (of.absent !== undefined) return absentSeries(measure.title, measure.unit, frame, 1, of.absent);
  const chosen = chosenRows(figures, of, measure.where, period);
  const gaps = chosen.filter((row) => Number.isNaN(of.values[row] ?? NaN));
  const table = of.frame === 'single' ? undefined : of.frame.table;
  const passing = chosen.filter((row) => judgeEdges(measure, of, row, (limit) => limitOf(figures, limit, table, row)) === true);
  const number = new Big(passing.length);
  return seriesOf({
    ...measure,
    frame,
    rows: 1,
    value: () => (gaps.length > 0 ? NaN : passing.length),
    exact: () => ({ num: number, den: new Big(1) }),
    cells: () => passing.flatMap((row) => of.cells(row)),
    missing: () =>
      gaps
        .slice(0, 3)
        .map((row) => of.missing(row))
        .join('；'),
    formula: () => undefined,
  });
};

const exchange: Derivation<'exchange'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const rows = figures.rowsOf(frame, period);
  const straight = of.unit === undefined ? undefined : figures.units.factor(of.unit, measure.unit);
  const parameter = figures.pack.parameters[measure.parameter];
  const rate = figures.settings.parameters.get(measure.parameter);
  if (of.absent !== undefined || of.unit === undefined)
    return absentSeries(measure.title, measure.unit, frame, rows, of.absent ?? words.unitUnknown(measure.title));
  // The sheet already states the wanted currency: no rate is needed.
  if (straight) {
    return seriesOf({
      ...measure,
      frame,
      rows,
      value: (row) => at(of, row) * factorNumber(straight),
      exact: (row) => scaled(exactAt(of, row), straight),
      cells: of.cells,
      missing: of.missing,
      formula: () => undefined,
    });
  }
  if (typeof rate?.value !== 'number')
    return absentSeries(measure.title, measure.unit, frame, rows, words.noParameter(parameter?.title ?? measure.parameter));
  const source = figures.units.dimension(of.unit);
  const pair = exchangeFactors(figures, of.unit, measure.unit, source);
  if (!pair) return absentSeries(measure.title, measure.unit, frame, rows, words.unitUnknown(measure.title));
  const price = ratioOf(rate.value);
  const convert = (value: Ratio): Ratio | undefined => {
    const base = multiplyRatio(value, pair.from);
    const changed = pair.divide ? divideRatio(base, price) : multiplyRatio(base, price);
    return changed && multiplyRatio(changed, pair.to);
  };
  return seriesOf({
    ...measure,
    frame,
    rows,
    value(row) {
      const value = exactAt(of, row);
      const changed = value && convert(value);
      return changed ? ratioToNumber(changed) : NaN;
    },
    exact(row) {
      const value = exactAt(of, row);
      return value && convert(value);
    },
    cells: (row) => [...of.cells(row), ...(rate.cell === undefined ? [] : [rate.cell])],
    missing: (row) => of.missing(row) || words.zeroDivisor(parameter?.title ?? measure.parameter),
    formula: () => undefined,
  });
};

/** The rate is 元 for one 美元: from money in 元 divide, from money in 美元 multiply. */
function exchangeFactors(
  figures: Figures,
  from: string,
  to: string,
  source: string | undefined,
): { from: Ratio; to: Ratio; divide: boolean } | undefined {
  const domestic = source === 'money_cny';
  const first = figures.units.factor(from, domestic ? '元' : '美元');
  const second = figures.units.factor(domestic ? '美元' : '元', to);
  return first && second ? { from: factorRatio(first), to: factorRatio(second), divide: domestic } : undefined;
}

/** Every kind of derived figure; a new one is its schema in kinds.ts, its function and its line here. */
export const derivations: { readonly [K in MeasureKind]: Derivation<K> } = {
  ratio,
  sum,
  growth,
  share_of_area: shareOfArea,
  total,
  sum_by_zone: byZone,
  mean_by_zone: byZone,
  count,
  exchange,
};
