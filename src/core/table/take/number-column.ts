import { isReckonable } from '../../decimal';
import { CellKind } from '../../grid';
import type { Problem } from '../../problem';
import { Factor, shiftDecimal } from '../../units/factor';
import type { Units } from '../../units/units';
import { tableWords } from '../../words/table';
import { readDate } from '../date-cell';
import { pathOf, type HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import { isPlainFormat, shownAs, type Shown } from '../describe/number-format';
import { doubtfulNumber, isDash, parseNumber, type DoubtfulNumber } from '../describe/number-text';
import type { ColumnSpec, MissingReason, ReadColumn } from '../spec';
import { columnUnit } from './column-unit';
import { Doubts } from './doubts';
import { numberDoubtProblems, type NumberDoubt } from './number-doubts';
import { fractionRows } from './percent-fraction';
import { unitProblem } from './unit-problem';

const PERCENT = '%';

/** A percent format shows 0.07 as 7 %. */
const HUNDRED = new Factor(100n, 1n);

const TEXT_DOUBTS: Readonly<Record<DoubtfulNumber['doubt'], NumberDoubt>> = {
  footnote: 'footnote-number',
  several: 'two-numbers',
  words: 'not-number',
};

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
    const formulas = new Doubts<NumberDoubt>();
    for (let i = 0; i < rows.length; i++) {
      const uncalculated = isUncalculated(layout, rows[i]!, at);
      if (uncalculated) formulas.add('formula-not-calculated', rows[i]!, '');
      missing.set(i, uncalculated ? 'not_calculated' : source.isBlank(rows[i]!, at) ? 'empty' : 'unit_unknown');
    }
    const filled = [...missing.values()].includes('unit_unknown');
    const names = { name, range: '', unit: '', stated: '' };
    const problems = [
      unitProblem(layout, header, name, spec, { ...unit, fault: unit.fault }, filled, units),
      ...numberDoubtProblems(formulas, layout, header, names),
    ];
    return { column: { ...base, expression: undefined }, problems };
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
  const headerUnit = unit.stated ?? unit.unit ?? '';
  const merged = mergedRows(layout, at, rows);
  const countAs = (value: number): { words: string; value: number } => ({
    words: tableWords.countAs(value, unit.unit === undefined ? '' : units.title(unit.unit)),
    value,
  });

  /** A cell that is not used until a person has decided. @param proposal in the column's stated unit */
  const ask = (i: number, code: NumberDoubt, shown: string, proposal?: number): void => {
    missing.set(i, code === 'not-number' ? 'not_number' : code === 'formula-not-calculated' ? 'not_calculated' : 'doubtful');
    doubts.add(code, rows[i]!, shown, proposal === undefined ? undefined : countAs(plain ? proposal : factor.apply(proposal)));
  };

  // Most columns have one format, and it shows the number as it is.
  let lastFormat = '';
  let plainFormat = true;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (merged?.has(row)) {
      ask(i, 'merged-amount', source.spread(row, at));
      continue;
    }
    const kind = source.kind(row, at);
    let value: number;
    if (kind === CellKind.number) {
      value = source.number(row, at);
      const format = source.format(row, at);
      if (format !== lastFormat) {
        lastFormat = format;
        plainFormat = isPlainFormat(format);
      }
      const shown = plainFormat ? undefined : shownAs(format, value);
      if (shown?.as === 'date') {
        ask(i, 'date-in-amount', tableWords.dateShown(readDate(value, format) ?? format, value));
        continue;
      }
      if (shown && shown.as !== 'number' && value !== 0) {
        ask(i, 'shown-otherwise', String(value));
        continue;
      }
      if (shown && !sameUnit(shown, headerUnit, units)) {
        const seen = shiftDecimal(value, shown.shift);
        ask(i, 'shown-otherwise', tableWords.shownAs(String(seen), shown.words, value), shown.words === '' ? seen : undefined);
        continue;
      }
      if (shown?.percent) {
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
        if (isUncalculated(layout, row, at)) ask(i, 'formula-not-calculated', '');
        else if (source.isBlank(row, at)) missing.set(i, 'empty');
        else if (isDash(text)) missing.set(i, 'dash');
        else {
          const doubtful = number ? undefined : doubtfulNumber(text);
          const meant = doubtful?.proposal;
          const fits = doubtful?.doubt !== 'words' || doubtful.behind === '' || units.find(doubtful.behind) === headerUnit;
          ask(
            i,
            doubtful ? TEXT_DOUBTS[doubtful.doubt] : 'not-number',
            meant !== undefined && doubtful?.doubt === 'footnote' ? tableWords.proposed(text.trim(), meant) : text.trim(),
            fits ? meant : undefined,
          );
        }
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
      const meant = shiftDecimal(values[i]!, 2);
      doubts.add('fraction-in-percent', rows[i]!, tableWords.fractionAs(source.shown(rows[i]!, at), meant), countAs(meant));
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
  const problems = numberDoubtProblems(doubts, layout, header, { name, range, unit: unit.unit ?? '', stated: units.title(headerUnit) });
  const constant = spec.sameForAll ? undefined : constantValue(values);
  if (constant) {
    problems.push({
      severity: 'info',
      code: 'constant-column',
      sheet: source.sheet.name,
      cell: source.cellName(header.row, at),
      ...tableWords.constantColumn(name, String(constant.value), constant.count),
    });
  }
  return { column: { ...base, expression: source.transposed ? undefined : expression }, problems };
}

/** A formula whose result the file does not hold. */
const isUncalculated = ({ source }: Layout, row: number, column: number): boolean =>
  source.kind(row, column) === CellKind.text && source.text(row, column) === '' && source.formula(row, column) !== undefined;

/** Signs of currencies → the dimension that they name. */
const CURRENCY: ReadonlyMap<string, string> = new Map([
  ['¥', 'money_cny'],
  ['￥', 'money_cny'],
  ['RMB', 'money_cny'],
  ['CNY', 'money_cny'],
  ['$', 'money_usd'],
  ['US$', 'money_usd'],
  ['USD', 'money_usd'],
]);

/** Words of a format that speak of an amount: they have to say what the header says. */
const OF_AMOUNT = /[十百千万亿元¥￥$%‰]/u;

/** Whether a format's words and its shift leave the number what it is under the header's unit. */
function sameUnit({ words, shift, percent }: Shown, headerUnit: string, units: Units): boolean {
  if (shift !== (percent ? 2 : 0)) return false;
  if (words === '') return true;
  const currency = CURRENCY.get(words);
  if (currency !== undefined) return units.dimension(headerUnit) === currency;
  const unit = units.find(words);
  return unit === undefined ? !OF_AMOUNT.test(words) : units.factor(unit, headerUnit)?.isOne === true;
}

/** Rows that share one amount with others: a merged cell may belong to each of them. */
function mergedRows({ source }: Layout, column: number, rows: Int32Array): ReadonlySet<number> | undefined {
  const areas = source.mergesIn(column).filter(({ top, bottom }) => bottom > top);
  if (areas.length === 0) return undefined;
  const shared = new Set<number>();
  const own = new Set(rows);
  for (const { top, bottom, left } of areas) {
    if (source.isBlank(top, left)) continue;
    const covered: number[] = [];
    for (let row = top; row <= Math.min(bottom, source.rows - 1); row++) if (own.has(row)) covered.push(row);
    if (covered.length > 1) for (const row of covered) shared.add(row);
  }
  return shared.size > 0 ? shared : undefined;
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
