import { columnsOf, resolve, titleOf } from '../pack/references';
import { cellOf, placeOfCell } from '../table/placed-table';
import type { ReadTable } from '../table/spec';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome } from './check-finding';
import type { CheckScope } from './check-scope';

/** Figures that an indicator is scored from and that not one zone reports: the column is not there, or stands there wholly empty. */
export function checkUnfilled(scope: CheckScope): CheckOutcome[] {
  const { figures } = scope;
  const { pack } = figures;
  const main = figures.table(pack.main_table);
  if (!main || main.rows.length === 0) return [];
  const outcome = new CheckOutcome({ severity: 'info', code: 'indicator-unfilled', say: words.toldUnfilled });
  const wanted = new Set(
    Object.entries(pack.indicators).flatMap(([id, { measure = id }]) => {
      const target = typeof measure === 'string' ? resolve(pack, measure) : undefined;
      return target?.kind === 'column' && target.table === pack.main_table ? [target.column] : [];
    }),
  );
  const absent: string[] = [];
  for (const key of Object.keys(columnsOf(pack, pack.main_table))) {
    const column = main.columns.get(key);
    if (!column) {
      if (wanted.has(key)) absent.push(titleOf(pack, key));
      continue;
    }
    if (column.spec.kind !== 'number' || column.missing.size < main.rows.length) continue;
    if (![...column.missing.values()].every((why) => why === 'empty' || why === 'dash')) continue;
    outcome.add(() => ({
      ...WHOLE,
      title: words.unfilledTitle(column.header),
      cells: [placeOfCell(main, column, 0)],
      question: words.askEmpty(main.rows.length, main.spec.rowWord),
    }));
  }
  return absent.length === 0 ? [outcome] : [outcome, withoutColumns(main, absent)];
}

const WHOLE = { kind: 'unfilled', zone: '', order: Infinity, actual: '', expected: '', difference: '' } as const;

/** Columns that the sheet does not have are one matter, and the reader of the table has told it. */
function withoutColumns(main: ReadTable, titles: readonly string[]): CheckOutcome {
  const outcome = new CheckOutcome(undefined);
  const key = main.columns.get(main.spec.key)?.column ?? 0;
  outcome.add(() => ({
    ...WHOLE,
    title: words.absentTitle,
    cells: [`${main.sheet}!${cellOf(main, main.header.last, key)}`],
    question: words.askNoColumns(main.sheet, titles),
  }));
  return outcome;
}
