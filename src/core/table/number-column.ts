import { isReckonable } from '../decimal';
import { CellKind } from '../grid';
import type { Problem, Severity } from '../problem';
import { Factor, shiftDecimal } from '../units/factor';
import type { Units } from '../units/units';
import { tableWords } from '../words/table';
import { columnUnit } from './column-unit';
import { Doubts } from './doubts';
import { pathOf, type HeaderColumn } from './header-columns';
import type { Layout } from './layout';
import { fractionRows } from './percent-fraction';
import { isDash, isPercentFormat, parseNumber } from './number-text';
import type { ColumnSpec, MissingReason, ReadColumn } from './spec';

type NumberDoubt =
  | 'not-number'
  | 'error-value'
  | 'out-of-range'
  | 'too-large'
  | 'text-number'
  | 'bracketed-number'
  | 'percent-in-amount'
  | 'fraction-in-percent';

const SEVERITY: Readonly<Record<NumberDoubt, Severity>> = {
  'not-number': 'error',
  'error-value': 'error',
  'out-of-range': 'error',
  'too-large': 'error',
  'text-number': 'info',
  'bracketed-number': 'warning',
  'percent-in-amount': 'warning',
  'fraction-in-percent': 'error',
};

const PERCENT = '%';

/** A percent format shows 0.07 as 7 %. */
const HUNDRED = new Factor(100n, 1n);

/** Reads a column of numbers into the spec's unit; every doubt about it becomes one problem. */
export function readNumberColumn(
  layout: Layout,
  header: HeaderColumn,
  key: string,
  spec: ColumnSpec,
  rows: Int32Array,
  units: Units,
): { column: ReadColumn; problems: Problem[] } {
  const { source } = layout;
  const sheet = source.sheet.name;
  const at = header.column;
  const name = spec.header[0] ?? key;
  const unit = columnUnit(layout, header, spec, rows, units);
  const values = new Float64Array(rows.length).fill(NaN);
  const missing = new Map<number, MissingReason>();
  const adjusted = new Set<number>();
  const base = {
    key,
    spec,
    column: at,
    header: pathOf(header),
    statedUnit: unit.stated,
    unit: unit.unit,
    values,
    adjusted,
    texts: [],
    missing,
  };

  if (unit.fault !== undefined) {
    for (let i = 0; i < rows.length; i++) missing.set(i, source.isBlank(rows[i]!, at) ? 'empty' : 'unit_unknown');
    const wanted = spec.unit ?? '';
    const words =
      unit.fault === 'unit-missing'
        ? tableWords.unitMissing(name, wanted === 'from_header' ? '…' : units.title(wanted))
        : unit.fault === 'unit-mismatch'
          ? tableWords.unitMismatch(name, units.title(unit.stated ?? ''), units.title(wanted))
          : tableWords.unknownSpecUnit(name, wanted);
    // Figures without a unit are not guessed at; an empty column has nothing to misread.
    const filled = [...missing.values()].some((reason) => reason !== 'empty');
    const severity = unit.fault === 'unit-missing' ? (filled ? 'block' : 'warning') : 'error';
    const problem: Problem = { severity, code: unit.fault, sheet, cell: source.cellName(header.row, at), ...words };
    return { column: { ...base, expression: undefined }, problems: [problem] };
  }

  const { factor, percent } = unit;
  const stored = percent?.multiply(HUNDRED);
  const plain = factor.isOne;
  const doubts = new Doubts<NumberDoubt>();
  const percentRows: number[] = [];
  // Rows whose cell says itself that it is in per cent.
  const stated = new Set<number>();
  let plainCells = 0;
  const { atLeast, atMost } = spec;

  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const kind = source.kind(row, at);
    let value: number;
    if (kind === CellKind.number) {
      value = source.number(row, at);
      if (isPercentFormat(source.format(row, at))) {
        if (stored) {
          value = stored.apply(value);
          percentRows.push(i);
          stated.add(i);
        } else {
          doubts.add('percent-in-amount', row, String(value));
          plainCells++;
          if (!plain) value = factor.apply(value);
        }
      } else {
        plainCells++;
        if (!plain) value = factor.apply(value);
      }
    } else if (kind === CellKind.empty) {
      missing.set(i, 'empty');
      continue;
    } else if (kind === CellKind.text) {
      const text = source.text(row, at);
      const number = parseNumber(text);
      if (!number || (number.percent && !percent)) {
        const reason: MissingReason = text.trim() === '' ? 'empty' : isDash(text) ? 'dash' : 'not_number';
        missing.set(i, reason);
        if (reason === 'not_number') doubts.add('not-number', row, text.trim());
        continue;
      }
      value = number.percent && percent ? percent.apply(number.value) : factor.apply(number.value);
      adjusted.add(i);
      if (number.percent) stated.add(i);
      doubts.add(number.bracketed ? 'bracketed-number' : 'text-number', row, text.trim());
    } else {
      const error = kind === CellKind.error;
      missing.set(i, error ? 'error_value' : 'not_number');
      doubts.add(error ? 'error-value' : 'not-number', row, source.shown(row, at));
      continue;
    }
    if (!isReckonable(value)) {
      missing.set(i, 'out_of_range');
      adjusted.delete(i);
      doubts.add('too-large', row, String(value));
    } else if ((atLeast !== undefined && value < atLeast) || (atMost !== undefined && value > atMost)) {
      missing.set(i, 'out_of_range');
      adjusted.delete(i);
      doubts.add('out-of-range', row, String(value));
    } else {
      values[i] = value;
    }
  }

  if (unit.unit === PERCENT && plain) {
    for (const i of fractionRows(values, (row) => stated.has(row), spec.speaksOfTens === true)) {
      doubts.add('fraction-in-percent', rows[i]!, tableWords.fractionAs(source.shown(rows[i]!, at), shiftDecimal(values[i]!, 2)));
      values[i] = NaN;
      missing.set(i, 'fraction');
      adjusted.delete(i);
    }
  }

  // One expression serves a column; cells of the other kind get no live formula.
  const byPercent = percentRows.length > 0 && plainCells === 0;
  if (!byPercent) for (const i of percentRows) if (!Number.isNaN(values[i])) adjusted.add(i);
  const expression = byPercent ? (stored ?? HUNDRED).expression : factor.expression;
  const range = tableWords.range(atLeast, atMost, unit.unit ?? '');
  const problems = doubts.problems(
    sheet,
    (row) => source.cellName(row, at),
    (code, cells, count) => {
      const words =
        code === 'not-number'
          ? tableWords.notNumber(name, cells, count)
          : code === 'error-value'
            ? tableWords.errorValue(name, cells, count)
            : code === 'out-of-range'
              ? tableWords.outOfRange(name, range, cells, count)
              : code === 'too-large'
                ? tableWords.tooLarge(name, cells, count)
                : code === 'text-number'
                  ? tableWords.textNumber(name, cells, count)
                  : code === 'bracketed-number'
                    ? tableWords.bracketedNumber(name, cells, count)
                    : code === 'fraction-in-percent'
                      ? tableWords.fractionInPercent(name, cells, count)
                      : tableWords.percentInAmount(name, unit.unit ?? '', cells, count);
      return { severity: SEVERITY[code], ...words };
    },
  );
  const constant = spec.sameForAll ? undefined : constantValue(values);
  if (constant) {
    problems.push({
      severity: 'info',
      code: 'constant-column',
      sheet,
      cell: source.cellName(header.row, at),
      ...tableWords.constantColumn(name, String(constant.value), constant.count),
    });
  }
  return { column: { ...base, expression: source.transposed ? undefined : expression }, problems };
}

/** The one value that three or more rows share without exception. */
function constantValue(values: Float64Array): { value: number; count: number } | undefined {
  let value = NaN;
  let count = 0;
  for (const one of values) {
    if (Number.isNaN(one)) continue;
    if (count > 0 && one !== value) return undefined;
    value = one;
    count++;
  }
  return count >= 3 ? { value, count } : undefined;
}
