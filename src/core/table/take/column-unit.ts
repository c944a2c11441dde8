import { CellKind } from '../../grid';
import { Factor } from '../../units/factor';
import type { Units } from '../../units/units';
import type { HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import { shownAs } from '../describe/number-format';
import { parseNumber } from '../describe/number-text';
import type { ColumnSpec } from '../spec';
import { nearestValue } from './nearest-value';

/** What the numbers of a column are counted in and how they become the spec's unit. */
export interface ColumnUnit {
  readonly stated: string | undefined;
  readonly unit: string | undefined;
  /** For a plain number; one where nothing is converted. */
  readonly factor: Factor;
  /** For a number that stands for percent ("12.5%" as text, after reading it as 12.5); undefined where percent makes no sense. */
  readonly percent: Factor | undefined;
  /** Why the column gives no value at all. */
  readonly fault: 'unit-missing' | 'unit-mismatch' | 'unit-unknown' | 'unit-unknown-words' | undefined;
}

const ONE = new Factor(1n, 1n);
const PERCENT = '%';

/** Every number of the column shows itself as a percentage, and there is at least one. */
function allPercent({ source }: Layout, column: number, rows: Int32Array): boolean {
  let found = false;
  for (const row of rows) {
    const kind = source.kind(row, column);
    if (kind === CellKind.number) {
      if (!shownAs(source.format(row, column), source.number(row, column)).percent) return false;
      found = true;
    } else if (kind === CellKind.text) {
      const number = parseNumber(source.text(row, column));
      if (number && !number.percent) return false;
      if (number) found = true;
    }
  }
  return found;
}

/** As {@link statedUnit}; where that cannot be used, by the unit that a person accepted for the header. */
export function columnUnit(layout: Layout, header: HeaderColumn, spec: ColumnSpec, rows: Int32Array, units: Units): ColumnUnit {
  const stated = statedUnit(layout, header, spec, rows, units);
  if (stated.fault === undefined || layout.source.decided.isEmpty) return stated;
  const accepted = probableUnits(layout, header, spec, units).units.find((unit) =>
    layout.source.accepts('value', header.row, header.column, units.title(unit)),
  );
  return accepted === undefined ? stated : statedUnit(layout, { ...header, unit: accepted, oddUnit: undefined }, spec, rows, units);
}

/**
 * Units that a header probably means: where it states an unknown one the one that is written nearly so, where it states none those that lines
 * over the table state, else the one in which the column is asked for.
 * @returns whether it is sure: else a person has to choose
 */
export function probableUnits(
  { tableUnits }: Layout,
  header: HeaderColumn,
  spec: ColumnSpec,
  units: Units,
): { readonly units: readonly string[]; readonly isSure: boolean } {
  const { unit: wanted, dimensions } = spec;
  const choice = (found: readonly string[], isSure = false) => ({ units: found, isSure });
  const own =
    wanted === 'from_header'
      ? usualUnits(dimensions, units)
      : wanted === undefined || units.dimension(wanted) === undefined
        ? []
        : [wanted];
  if (wanted === undefined || header.unit !== undefined) return choice(own);
  const fits = (unit: string): boolean =>
    wanted === 'from_header'
      ? dimensions === undefined || dimensions.includes(units.dimension(unit) ?? '')
      : units.factor(unit, wanted) !== undefined;
  if (header.oddUnit !== undefined) {
    const whole = wanted === 'from_header' ? undefined : units.find(header.oddUnit + units.title(wanted).replace(SCALE, ''));
    if (whole !== undefined && fits(whole)) return choice([whole], true);
    const shown = new Map(units.ids.filter(fits).map((unit) => [units.title(unit), unit]));
    const near = nearestValue(header.oddUnit, [...shown.keys()], NO_SPELLINGS);
    return near === undefined ? choice(own) : choice([shown.get(near)!], true);
  }
  const ofLines = tableUnits.filter(fits);
  return ofLines.length > 0 ? choice(ofLines, ofLines.length === 1) : choice(own, own.length === 1);
}

/** A usual unit and the one of ten thousand of it: 万元 and 亿元. */
const TEN_THOUSAND = 10_000;

/** The units in which figures of some dimensions are mostly written. */
const usualUnits = (dimensions: readonly string[] = [], units: Units): readonly string[] =>
  units.sample(dimensions).flatMap((usual) => [usual, ...units.ids.filter((id) => units.factor(id, usual)?.apply(1) === TEN_THOUSAND)]);

/** What is counted as one, before the unit: 亿 of 亿元. */
const SCALE = /^[十百千万亿]+/u;
const NO_SPELLINGS: ReadonlyMap<string, string> = new Map();

/**
 * The unit is read from the column's header, else from a line over the table that fits the spec's dimension. Where neither
 * states one the column has no usable unit, except that percentages may show themselves (every cell has a percent format)
 * and that counting units (个, 家, 人, 年 …) may be left out.
 */
function statedUnit(layout: Layout, header: HeaderColumn, spec: ColumnSpec, rows: Int32Array, units: Units): ColumnUnit {
  const result = (stated: string | undefined, unit: string | undefined, factor: Factor, fault?: ColumnUnit['fault']): ColumnUnit => ({
    stated,
    unit,
    factor,
    percent: unit === undefined ? undefined : units.factor(PERCENT, unit),
    fault,
  });
  const wanted = spec.unit;
  if (header.oddUnit !== undefined) return result(undefined, wanted === 'from_header' ? undefined : wanted, ONE, 'unit-unknown-words');
  if (wanted === undefined) return { stated: header.unit, unit: undefined, factor: ONE, percent: ONE, fault: undefined };

  // A line that gives some columns another unit, in words that are not taken apart, is no unit of any column.
  const tableUnits = layout.unitLines.some(({ partly }) => partly) ? [] : layout.tableUnits;
  const accepts = (unit: string): boolean => !spec.dimensions || spec.dimensions.includes(units.dimension(unit) ?? '');
  if (wanted === 'from_header') {
    const fitting = tableUnits.filter(accepts);
    const stated = header.unit ?? (fitting.length === 1 && (spec.dimensions || tableUnits.length === 1) ? fitting[0] : undefined);
    if (stated !== undefined) return accepts(stated) ? result(stated, stated, ONE) : result(stated, undefined, ONE, 'unit-mismatch');
    const percent = accepts(PERCENT) && allPercent(layout, header.column, rows);
    return percent ? result(undefined, PERCENT, ONE) : result(undefined, undefined, ONE, 'unit-missing');
  }

  if (units.dimension(wanted) === undefined) return result(undefined, wanted, ONE, 'unit-unknown');
  if (header.unit !== undefined) {
    const factor = units.factor(header.unit, wanted);
    return factor ? result(header.unit, wanted, factor) : result(header.unit, wanted, ONE, 'unit-mismatch');
  }
  const fitting = tableUnits.filter((unit) => units.factor(unit, wanted) !== undefined);
  if (fitting.length === 1 && fitting[0] !== undefined) return result(fitting[0], wanted, units.factor(fitting[0], wanted) ?? ONE);
  if (fitting.length === 0 && units.plain(wanted)) return result(undefined, wanted, ONE);
  if (units.factor(PERCENT, wanted) && allPercent(layout, header.column, rows)) return result(undefined, wanted, ONE);
  return result(undefined, wanted, ONE, 'unit-missing');
}
