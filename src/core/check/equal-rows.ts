import { cellOf } from '../table/placed-table';
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
  for (let row = 0; row < table.rows.length; row++) {
    if (count(columns, row) < LEAST_FIGURES) continue;
    const mark = markOf(columns, row);
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
  const cell = (at: number): string => `${table.sheet}!${cellOf(table, table.rows[at] ?? 0, key)}`;
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

const number = new Float64Array(1);
const words32 = new Int32Array(number.buffer);

/** The same for rows that are equal, and almost never for others. */
function markOf(columns: readonly ReadColumn[], row: number): number {
  let mark = 0;
  for (const { values } of columns) {
    // -0 and 0 are one number, and so are all that are none.
    number[0] = (values[row] ?? NaN) + 0;
    mark = Math.imul(mark ^ words32[0]!, 0x01000193);
    mark = Math.imul(mark ^ words32[1]!, 0x01000193);
    mark ^= mark >>> 15;
  }
  return mark;
}
