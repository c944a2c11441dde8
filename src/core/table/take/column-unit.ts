import { CellKind } from '../../grid';
import { Factor } from '../../units/factor';
import type { Units } from '../../units/units';
import type { HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import { shownAs } from '../describe/number-format';
import { parseNumber } from '../describe/number-text';
import type { ColumnSpec } from '../spec';

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

/**
 * The unit is read from the column's header, else from a line over the table that fits the spec's dimension. Where neither
 * states one the column has no usable unit, except that percentages may show themselves (every cell has a percent format)
 * and that counting units (个, 家, 人, 年 …) may be left out.
 */
export function columnUnit(layout: Layout, header: HeaderColumn, spec: ColumnSpec, rows: Int32Array, units: Units): ColumnUnit {
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
