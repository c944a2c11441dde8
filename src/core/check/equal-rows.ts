import { placeOfCell } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome } from './check-finding';
import type { CheckScope } from './check-scope';

/** With fewer figures that are not nothing, two rows may well be alike. */
const LEAST_FIGURES = 3;

/** Two zones of the main table that report the same in every figure: one of the two was likely copied. */
export function checkEqualRows(scope: CheckScope): CheckOutcome[] {
  const { figures } = scope;
  const table = figures.table(figures.pack.main_table);
  const columns = table ? [...table.columns.values()].filter(({ spec }) => spec.kind === 'number') : [];
  if (!table || table.rows.length < 2 || columns.length < LEAST_FIGURES) return [];
  const outcome = new CheckOutcome({ severity: 'warning', code: 'rows-equal', say: words.toldEqualRows });
  const seen = new Map<number, number[]>();
  const { marks, counts } = marksOf(columns, table.rows.length);
  for (let row = 0; row < table.rows.length; row++) {
    if (counts[row]! < LEAST_FIGURES) continue;
    const mark = marks[row]!;
    const alike = seen.get(mark);
    if (!alike) seen.set(mark, [row]);
    else {
      const twin = alike.find((other) => isEqual(columns, row, other));
      if (twin === undefined) alike.push(row);
      else outcome.add(() => findingOf(table, columns, row, twin));
    }
  }
  return [outcome];
}

function findingOf(table: ReadTable, columns: readonly ReadColumn[], row: number, twin: number) {
  const key = table.columns.get(table.spec.key)?.column ?? 0;
  const cell = (at: number): string => placeOfCell(table, { column: key }, at);
  const [name, other] = [table.keys[row] ?? '', table.keys[twin] ?? ''];
  return {
    kind: 'equal_rows' as const,
    zone: name,
    order: row,
    title: words.equalRowsTitle,
    cells: [cell(row), cell(twin)],
    actual: words.figuresCount(count(columns, row)),
    expected: words.equalTo(other),
    difference: '',
    question: words.askEqualRows(other),
  };
}

const count = (columns: readonly ReadColumn[], row: number): number =>
  columns.reduce((found, { values }) => found + (values[row]! * 0 === 0 && values[row] !== 0 ? 1 : 0), 0);

const isEqual = (columns: readonly ReadColumn[], row: number, other: number): boolean =>
  columns.every(({ values }) => Object.is(values[row], values[other]) || values[row] === values[other]);

/** A mark for each row, the same for rows that are equal and almost never for others, and how many figures a row has that are not nothing. */
function marksOf(columns: readonly ReadColumn[], rows: number): { readonly marks: Int32Array; readonly counts: Int32Array } {
  const marks = new Int32Array(rows);
  const counts = new Int32Array(rows);
  const numbers = new Float64Array(rows);
  const halves = new Int32Array(numbers.buffer);
  for (const { values } of columns) {
    for (let row = 0; row < rows; row++) {
      const value = values[row]!;
      // -0 and 0 are one number, and so are all that are none.
      numbers[row] = value === value ? value + 0 : NaN;
      if (value * 0 === 0 && value !== 0) counts[row]!++;
    }
    for (let row = 0; row < rows; row++) {
      const mark = Math.imul(Math.imul(marks[row]! ^ halves[2 * row]!, 0x01000193) ^ halves[2 * row + 1]!, 0x01000193);
      marks[row] = mark ^ (mark >>> 15);
    }
  }
  return { marks, counts };
}
