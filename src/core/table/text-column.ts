import { CellKind } from '../grid';
import type { Problem } from '../problem';
import { tableWords } from '../words/table';
import { Doubts } from './doubts';
import { readDate } from './date-cell';
import { foldText, tidyText } from './fold';
import { pathOf, type HeaderColumn } from './header-columns';
import type { Layout } from './layout';
import type { ColumnSpec, MissingReason, ReadColumn } from './spec';
import { NO, SIGNS_ONLY, YES } from './vocabulary';

type TextDoubt = 'not-in-list' | 'not-date' | 'error-value';

/** Reads a column of words: text, one of a list, yes or no, or a date. A cell merged downwards fills all its rows. */
export function readTextColumn(
  layout: Layout,
  header: HeaderColumn,
  key: string,
  spec: ColumnSpec,
  rows: Int32Array,
): { column: ReadColumn; problems: Problem[] } {
  const { source } = layout;
  const at = header.column;
  const name = spec.header[0] ?? key;
  const texts: string[] = [];
  const missing = new Map<number, MissingReason>();
  const doubts = new Doubts<TextDoubt>();
  const accepted = new Map((spec.values ?? []).map((value) => [foldText(value), value]));
  const above = new Map<number, number>();
  for (const area of source.mergesIn(at)) {
    if (area.left !== area.right) continue;
    for (let row = area.top + 1; row <= Math.min(area.bottom, source.rows - 1); row++) above.set(row, area.top);
  }

  rows.forEach((dataRow, i) => {
    const row = above.size > 0 ? (above.get(dataRow) ?? dataRow) : dataRow;
    const kind = source.kind(row, at);
    const shown = kind === CellKind.text ? tidyText(source.text(row, at)) : source.shown(row, at);
    const give = (text: string | undefined, doubt: TextDoubt): void => {
      texts.push(text ?? '');
      if (text !== undefined) return;
      missing.set(i, 'not_number');
      doubts.add(doubt, row, shown);
    };
    if (kind === CellKind.error) {
      texts.push('');
      missing.set(i, 'error_value');
      doubts.add('error-value', row, shown);
    } else if (shown === '') {
      texts.push('');
      missing.set(i, 'empty');
    } else if (SIGNS_ONLY.test(foldText(shown)) && !accepted.has(foldText(shown))) {
      texts.push('');
      missing.set(i, 'dash');
    } else if (spec.kind === 'yes_no') {
      const folded = foldText(shown);
      give(YES.has(folded) ? tableWords.yes : NO.has(folded) ? tableWords.no : undefined, 'not-in-list');
    } else if (spec.kind === 'list') {
      give(accepted.size === 0 ? shown : accepted.get(foldText(shown)), 'not-in-list');
    } else if (spec.kind === 'date') {
      give(readDate(kind === CellKind.number ? source.number(row, at) : shown, source.format(row, at)), 'not-date');
    } else {
      texts.push(shown);
    }
  });

  const options = spec.kind === 'yes_no' ? [tableWords.yes, tableWords.no] : (spec.values ?? []);
  const problems = doubts.problems(
    source.sheet.name,
    (row) => source.cellName(row, at),
    (code, cells, count) => ({
      severity: 'error',
      ...(code === 'not-in-list'
        ? tableWords.notInList(name, options, cells, count)
        : code === 'not-date'
          ? tableWords.notDate(name, cells, count)
          : tableWords.errorValue(name, cells, count)),
    }),
  );
  const column: ReadColumn = {
    key,
    spec,
    column: at,
    header: pathOf(header),
    statedUnit: header.unit,
    unit: undefined,
    values: new Float64Array(rows.length).fill(NaN),
    expression: undefined,
    adjusted: new Set(),
    texts,
    missing,
  };
  return { column, problems };
}
