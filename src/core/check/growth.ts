import { addRatio, compareRatio, decimalOf, divideRatio, ratioOf, subtractRatio, type Ratio } from '../decimal';
import type { SheetGrid } from '../grid';
import { parseCellName } from '../cell';
import { showChange, showFigure } from '../limit/show';
import { readingWords } from '../pack/table-specs';
import { isPercentFormat } from '../table/describe/number-text';
import { foldHeader } from '../table/fold';
import { cellAt, placeOfCell } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';
import { Factor, scaled } from '../units/factor';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome } from './check-finding';
import type { CheckScope } from './check-scope';
import { spread } from './shares';

const PERCENT = '%';
const HUNDRED = new Factor(100n, 1n);
const WHOLE: Ratio = { num: decimalOf(100), den: decimalOf(1) };
/** Quotients this close are equal for any rounding. */
const EQUAL = 1e-12;
const PERCENT_SIGN = /[%％]/u;

/** A column that the pack does not know and that is headed as the growth of one that it does. */
interface Growth {
  readonly id: string;
  readonly now: ReadTable;
  readonly before: ReadTable;
  readonly column: ReadColumn;
  readonly earlier: ReadColumn;
  readonly header: string;
  /** Column on the sheet, from 0. */
  readonly at: number;
  /** Whether the header says that its numbers are per cent; else only cells with a percent format are looked at. */
  readonly inPercent: boolean;
}

/** Growth that is reported beside this year's figures, against these and last year's; each of the three may have been rounded to the digits shown. */
export function checkGrowth(scope: CheckScope): CheckOutcome[] {
  return growths(scope).map((growth) => outcomeOf(scope, growth));
}

function growths({ figures, sheets }: CheckScope): Growth[] {
  const { growth } = readingWords(figures.pack);
  return [...figures.tables].flatMap(([id, now]) => {
    const before = figures.table(id, 'previous');
    const grid = sheets.find(({ name }) => name === now.sheet)?.grid;
    if (!before || before === now || now.transposed || !grid) return [];
    return now.unmatched.flatMap(({ header, cell }): Growth[] => {
      const place = parseCellName(cell);
      const folded = foldHeader(header).replace(/[/:]/gu, '');
      const name = folded.replace(growth, '');
      if (!place || name === folded) return [];
      const column = [...now.columns.values()].find((one) =>
        name === '' ? one.column === place.column - 1 : [one.header, ...one.spec.header].some((text) => foldHeader(text) === name),
      );
      const earlier = column && before.columns.get(column.key);
      if (!earlier || column.spec.kind !== 'number' || column.unit !== earlier.unit || column.unit === PERCENT) return [];
      return [
        { id, now, before, column, earlier, header, at: place.column, inPercent: PERCENT_SIGN.test(grid.text(place.row, place.column)) },
      ];
    });
  });
}

function outcomeOf(scope: CheckScope, { id, now, before, column, earlier, header, at, inPercent }: Growth): CheckOutcome {
  const { figures, digits, sheets } = scope;
  // By real prices growth may differ: it is asked, and not as a mistake.
  const outcome = new CheckOutcome({ severity: 'info', code: 'growth-and-figures', say: words.toldRelation });
  const grids = new Map(sheets.map(({ name, grid }) => [name, grid]));
  const reported: Pick<ReadColumn, 'column' | 'unit'> = { column: at, unit: PERCENT };
  for (let row = 0; row < now.rows.length; row++) {
    const then = figures.rowByKey(id, now.keys[row]!, 'previous');
    const stored = digits.stored(now, at, row);
    const [value, old] = [column.values[row] ?? NaN, then === undefined ? NaN : (earlier.values[then] ?? NaN)];
    if (then === undefined || Number.isNaN(stored) || !(value > 0) || !(old > 0)) continue;
    const percent = isPercentFormat(formatAt(grids, now, row, at));
    if (!percent && !inPercent) continue;
    const rate = percent ? HUNDRED.apply(stored) : stored;
    if (Math.abs((value / old - 1) * 100 - rate) <= EQUAL * Math.abs(rate)) continue;
    const quotient = (top: Ratio, bottom: Ratio): Ratio | undefined => scaled(divideRatio(top, bottom), HUNDRED);
    const [top, bottom] = [ratioOf(value), ratioOf(old)];
    const exact = quotient(top, bottom);
    const range = spread([top, digits.half(now, column, row)], [bottom, digits.half(before, earlier, then)], quotient);
    if (!exact || !range) continue;
    const stated = addRatio(ratioOf(rate), WHOLE);
    const half = digits.halfAt(now, reported, row, stored, rate);
    if (compareRatio(addRatio(stated, half), range.low) >= 0 && compareRatio(subtractRatio(stated, half), range.high) <= 0) continue;
    const growth = subtractRatio(exact, WHOLE);
    outcome.add(() => {
      const { zone, order, item } = scope.owner(id, row);
      return {
        kind: 'share',
        zone,
        order,
        title: words.of(words.growthTitle(header, column.header), item),
        cells: [placeOfCell(now, reported, row), placeOfCell(now, column, row), placeOfCell(before, earlier, then)],
        actual: showFigure(figures.units, ratioOf(rate), PERCENT, [growth]),
        expected: showFigure(figures.units, growth, PERCENT, [ratioOf(rate)]),
        difference: showChange(figures.units, subtractRatio(ratioOf(rate), growth), PERCENT),
        question: words.askGrowth(header, column.header),
      };
    });
  }
  return outcome;
}

function formatAt(grids: ReadonlyMap<string, SheetGrid['grid']>, table: ReadTable, row: number, column: number): string {
  const { sheet, cell } = cellAt(table, row, column);
  const place = parseCellName(cell);
  return (place && grids.get(sheet)?.format(place.row, place.column)) ?? 'General';
}
