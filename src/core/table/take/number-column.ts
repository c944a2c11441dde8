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
import { Doubts, type Offer } from './doubts';
import { numberDoubtProblems, type NumberDoubt } from './number-doubts';
import { fractionRows } from './percent-fraction';
import { isUnlikelyDay, NOTHING_PROBABLE, probableAmounts, probableNumbers, type Probable } from './probable-numbers';
import { unitProblem } from './unit-problem';

const PERCENT = '%';

/** A percent format shows 0.07 as 7 %. */
const HUNDRED = new Factor(100n, 1n);

const NO_FIGURE: Offer = { words: tableWords.hasNoFigure, value: tableWords.noFigure };

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
  // Rows whose cell says itself that it is in per cent, or a person does.
  const stated = new Set<number>();
  let plainCells = 0;
  const { atLeast, atMost } = spec;
  const headerUnit = unit.stated ?? unit.unit ?? '';
  const merged = mergedRows(layout, at, rows);
  const countAs = (value: number): Offer => ({
    words: tableWords.countAs(value, unit.unit === undefined ? '' : units.title(unit.unit)),
    value,
  });

  /** Takes a value in the column's unit where it can be one. */
  const take = (i: number, value: number): void => {
    const unusable = !isReckonable(value) ? 'too-large' : isOutside(spec, value) ? 'out-of-range' : undefined;
    if (unusable === undefined) {
      values[i] = value;
      return;
    }
    values[i] = NaN;
    missing.set(i, 'out_of_range');
    adjusted.delete(i);
    if (!isAcceptedAsNone(i)) doubts.add(unusable, rows[i]!, String(value), [NO_FIGURE], true);
  };

  /** Whether a person accepted that a cell holds no figure that counts. */
  const isAcceptedAsNone = (i: number): boolean => source.accepts('value', rows[i]!, at, NO_FIGURE.value);

  /** Whether a person accepted that a cell counts as a value in the column's unit. */
  const isAccepted = (i: number, value: number): boolean => {
    if (!source.accepts('value', rows[i]!, at, value)) return false;
    adjusted.add(i);
    stated.add(i);
    take(i, value);
    return true;
  };

  /** A cell that is not used until a person has decided. @param meant what it may mean, in the column's stated unit */
  const ask = (i: number, code: NumberDoubt, shown: string, { numbers, isSure }: Probable = NOTHING_PROBABLE): void => {
    const offered = plain ? numbers : numbers.map((one) => factor.apply(one));
    if (offered.some((one) => isAccepted(i, one))) return;
    missing.set(i, code === 'not-number' ? 'not_number' : code === 'formula-not-calculated' ? 'not_calculated' : 'doubtful');
    if (offered.length > 0) doubts.add(code, rows[i]!, shown, offered.map(countAs), !isSure);
    // A formula has a result, which only a spreadsheet program knows.
    else if (code === 'formula-not-calculated') doubts.add(code, rows[i]!, shown);
    else if (isAcceptedAsNone(i)) missing.set(i, 'dash');
    else doubts.add(code, rows[i]!, shown, [NO_FIGURE], true);
  };

  /** A cell that holds no figure and should. */
  const askForFigure = (i: number, code: NumberDoubt, shown: string): void => {
    const accepted = isAcceptedAsNone(i);
    missing.set(i, accepted ? 'dash' : code === 'error-value' ? 'error_value' : 'not_number');
    if (!accepted) doubts.add(code, rows[i]!, shown, [NO_FIGURE]);
  };

  /** An amount that stands for several rows: it may be the figure of any of them. */
  const askWhose = (i: number, area: MergedAmount): void => {
    const offered = area.amount === undefined ? undefined : plain ? area.amount : factor.apply(area.amount);
    const owners =
      offered === undefined
        ? []
        : area.rows.filter((row) =>
            source.decided.would(source.sheet.name, { kind: 'value', cell: source.cellName(row, at), value: offered }),
          );
    if (offered !== undefined && owners.length === 1) {
      if (owners[0] === rows[i]) isAccepted(i, offered);
      else missing.set(i, 'empty');
      return;
    }
    if (offered === undefined && isAcceptedAsNone(i)) {
      missing.set(i, 'dash');
      return;
    }
    missing.set(i, 'doubtful');
    const offers = offered === undefined ? [NO_FIGURE] : [{ ...countAs(offered), words: tableWords.isOfRow(countAs(offered).words) }];
    doubts.add('merged-amount', rows[i]!, source.spread(rows[i]!, at), offers, true);
  };

  // Most columns have one format, and it shows the number as it is.
  let lastFormat = '';
  let plainFormat = true;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const area = merged?.get(row);
    if (area) {
      askWhose(i, area);
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
        const date = readDate(value, format);
        ask(i, 'date-in-amount', tableWords.dateShown(date ?? format, value), { numbers: [value], isSure: isUnlikelyDay(value, date) });
        continue;
      }
      if (shown && shown.as !== 'number' && value !== 0) {
        ask(i, 'shown-otherwise', String(value), { numbers: [value], isSure: false });
        continue;
      }
      if (shown && !sameUnit(shown, headerUnit, units)) {
        const seen = shiftDecimal(value, shown.shift);
        ask(
          i,
          'shown-otherwise',
          tableWords.shownAs(String(seen), shown.words, value),
          probableAmounts(seen, shown.words, headerUnit, units),
        );
        continue;
      }
      if (shown?.percent) {
        if (stored) {
          value = stored.apply(value);
          percentRows.push(i);
          stated.add(i);
        } else {
          const counted = plain ? value : factor.apply(value);
          if (!source.accepts('value', row, at, counted)) doubts.add('percent-in-amount', row, String(value), [countAs(counted)]);
          plainCells++;
          value = counted;
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
        else if (isDash(text, source.words)) missing.set(i, 'dash');
        else {
          const doubtful = number ? undefined : doubtfulNumber(text);
          if (!doubtful && !number) {
            askForFigure(i, 'not-number', text.trim());
            continue;
          }
          const meant = doubtful ? probableNumbers(doubtful, headerUnit, units) : NOTHING_PROBABLE;
          const [first] = meant.numbers;
          ask(
            i,
            doubtful ? TEXT_DOUBTS[doubtful.doubt] : 'not-number',
            first !== undefined && doubtful?.doubt === 'footnote' ? tableWords.proposed(text.trim(), first) : text.trim(),
            meant,
          );
        }
        continue;
      }
      value = number.percent && percent ? percent.apply(number.value) : factor.apply(number.value);
      adjusted.add(i);
      if (number.percent) stated.add(i);
      if (!number.bracketed) doubts.add('text-number', row, text.trim());
      else if (isAccepted(i, value) || isAccepted(i, -value)) continue;
      else doubts.add('bracketed-number', row, text.trim(), [countAs(value), countAs(-value)], true);
    } else {
      askForFigure(i, kind === CellKind.error ? 'error-value' : 'not-number', source.shown(row, at));
      continue;
    }
    take(i, value);
  }

  if (unit.unit === PERCENT && plain) {
    for (const i of fractionRows(values, (row) => stated.has(row), spec.speaksOfTens === true)) {
      const meant = shiftDecimal(values[i]!, 2);
      if (isAccepted(i, meant)) continue;
      doubts.add('fraction-in-percent', rows[i]!, tableWords.fractionAs(source.shown(rows[i]!, at), meant), [countAs(meant)]);
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

const isOutside = ({ atLeast, atMost }: ColumnSpec, value: number): boolean =>
  (atLeast !== undefined && value < atLeast) || (atMost !== undefined && value > atMost);

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

/** An amount in a cell that is merged over several rows of the table. */
interface MergedAmount {
  readonly rows: readonly number[];
  /** Undefined where it is no plain number. */
  readonly amount: number | undefined;
}

/** Rows that share one amount with others: a merged cell may belong to each of them. */
function mergedRows({ source }: Layout, column: number, rows: Int32Array): ReadonlyMap<number, MergedAmount> | undefined {
  const areas = source.mergesIn(column).filter(({ top, bottom }) => bottom > top);
  if (areas.length === 0) return undefined;
  const shared = new Map<number, MergedAmount>();
  const own = new Set(rows);
  for (const { top, bottom, left } of areas) {
    if (source.isBlank(top, left)) continue;
    const covered: number[] = [];
    for (let row = top; row <= Math.min(bottom, source.rows - 1); row++) if (own.has(row)) covered.push(row);
    const isPlain = source.kind(top, left) === CellKind.number && isPlainFormat(source.format(top, left));
    const amount = { rows: covered, amount: isPlain ? source.number(top, left) : undefined };
    if (covered.length > 1) for (const row of covered) shared.set(row, amount);
  }
  return shared.size > 0 ? shared : undefined;
}

/** The one value that three or more rows share without exception. */
function constantValue(values: Float64Array): { value: number; count: number } | undefined {
  let value = NaN;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const one = values[row]!;
    if (Number.isNaN(one)) continue;
    if (count > 0 && one !== value) return undefined;
    value = one;
    count++;
  }
  return count >= 3 ? { value, count } : undefined;
}
