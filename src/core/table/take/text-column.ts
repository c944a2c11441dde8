import { CellKind } from '../../grid';
import type { Problem, Proposal } from '../../problem';
import { tableWords } from '../../words/table';
import { readDate } from '../date-cell';
import { Doubts, MOST_PROPOSALS, NAMED_CELLS, type Offer } from './doubts';
import { foldText, tidyText } from '../fold';
import { pathOf, type HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import type { ColumnSpec, MissingReason, ReadColumn } from '../spec';
import { nearestValue } from './nearest-value';
import { DASHES } from '../vocabulary';

type TextDoubt = 'not-date' | 'error-value';

/** So many different unknown texts of one column are asked about one by one; a column with more is of another kind. */
const MOST_ASKED = 12;
/** Where no value is near, a person may choose among so many. */
const MOST_CHOICES = 5;

const isValue = (cell: string, value: string): Proposal => ({ kind: 'value', cell, words: tableWords.isValue(value), value });

/** What is no value of the column counts as, where a person says so. */
const UNKNOWN = { words: tableWords.isUnknown, value: tableWords.noFigure } satisfies Offer;

const optionsOf = (spec: ColumnSpec): readonly string[] => (spec.kind === 'yes_no' ? [tableWords.yes, tableWords.no] : (spec.values ?? []));

/**
 * What a cell may count as that has to be filled in and is blank: each listed value where these are few, else that nothing is known.
 * @param row name of its row: one blank cell is like any other
 */
export function blankMeans(spec: ColumnSpec, row: string): readonly Offer[] {
  const options = optionsOf(spec);
  const offers =
    options.length > 0 && options.length <= MOST_CHOICES
      ? options.map((value) => ({ words: tableWords.isValue(value), value }))
      : [{ ...UNKNOWN, words: tableWords.staysUnknown }];
  return offers.map(({ words, value }) => ({ words: tableWords.ofRow(row, words), value }));
}

/** Reads a column of words: text, one of a list, yes or no, or a date. A cell merged downwards fills all its rows. */
export function readTextColumn(
  layout: Layout,
  header: HeaderColumn,
  key: string,
  spec: ColumnSpec,
  rows: Int32Array,
  keys: readonly string[],
): { column: ReadColumn; problems: Problem[] } {
  const { source } = layout;
  const at = header.column;
  const name = spec.header[0] ?? key;
  const texts: string[] = [];
  const missing = new Map<number, MissingReason>();
  const adjusted = new Set<number>();
  const doubts = new Doubts<TextDoubt>();
  const options = optionsOf(spec);
  const spellings = spec.spellings ?? new Map<string, string>();
  const accepted = new Map(
    [...spellings, ...options.map((value) => [value, value] as const)].map(([text, value]) => [foldText(text), value]),
  );
  /** Texts that are none of the accepted values, as they are shown first, and where they stand. */
  const unknown = new Map<string, { readonly shown: string; readonly offers: readonly string[]; readonly rows: number[] }>();
  const above = new Map<number, number>();
  for (const area of source.mergesIn(at)) {
    if (area.left !== area.right) continue;
    for (let row = area.top + 1; row <= Math.min(area.bottom, source.rows - 1); row++) above.set(row, area.top);
  }

  let open = 0;
  /** What a person accepted for a text that is none of the accepted values; the others are gathered. */
  const acceptedFor = (shown: string, row: number): string | undefined => {
    const folded = foldText(shown);
    let entry = unknown.get(folded);
    if (!entry) {
      const likely = open < MOST_ASKED ? nearestValue(shown, options, spellings) : undefined;
      const offers = likely !== undefined ? [likely] : open < MOST_ASKED && options.length <= MOST_CHOICES ? options : [];
      unknown.set(folded, (entry = { shown, offers, rows: [] }));
    }
    return entry.offers.find((value) => source.accepts('value', row, at, value));
  };

  /** Whether a person accepted that the cell holds nothing that counts. */
  const isUnknown = (row: number): boolean => source.accepts('value', row, at, UNKNOWN.value);

  /** A blank cell; where it has to be filled in, with the value that a person chose for it. */
  const giveNone = (i: number, dataRow: number, reason: MissingReason): void => {
    const offers = spec.required && !source.decided.isEmpty ? blankMeans(spec, keys[i]!) : [];
    const given = offers.find(({ words, value }) => source.accepts('value', dataRow, at, value, words))?.value;
    const isKnown = given !== undefined && given !== tableWords.noFigure;
    texts.push(isKnown ? String(given) : '');
    if (isKnown) adjusted.add(i);
    else missing.set(i, reason);
  };

  rows.forEach((dataRow, i) => {
    const row = above.size > 0 ? (above.get(dataRow) ?? dataRow) : dataRow;
    const kind = source.kind(row, at);
    const shown = kind === CellKind.text ? tidyText(source.text(row, at)) : source.shown(row, at);
    const giveListed = (known: string | undefined): void => {
      const text = known ?? acceptedFor(shown, row);
      texts.push(text ?? '');
      if (text !== shown || row !== dataRow) adjusted.add(i);
      if (text !== undefined) return;
      missing.set(i, 'not_in_list');
      if (isUnknown(row)) return;
      const where = unknown.get(foldText(shown))?.rows;
      if (where?.push(row) === 1) open++;
    };
    if (kind === CellKind.error) {
      texts.push('');
      missing.set(i, 'error_value');
      if (!isUnknown(row)) doubts.add('error-value', row, shown, [UNKNOWN], true);
    } else if (shown === '') {
      giveNone(i, dataRow, 'empty');
    } else if (DASHES.test(foldText(shown)) && !accepted.has(foldText(shown))) {
      giveNone(i, dataRow, 'dash');
    } else if (spec.kind === 'yes_no') {
      giveListed(accepted.get(foldText(shown)));
    } else if (spec.kind === 'list') {
      giveListed(accepted.size === 0 ? shown : accepted.get(foldText(shown)));
    } else if (spec.kind === 'date') {
      const date = readDate(kind === CellKind.number ? source.number(row, at) : shown, source.format(row, at));
      texts.push(date ?? '');
      if (date === undefined) {
        missing.set(i, 'not_number');
        if (!isUnknown(row)) doubts.add('not-date', row, shown, [UNKNOWN], true);
      }
    } else {
      texts.push(shown);
    }
  });

  const problems = doubts.problems(
    source.sheet.name,
    (row) => source.cellName(row, at),
    (code, cells, count) => ({
      severity: 'error',
      ...(code === 'not-date' ? tableWords.notDate(name, cells, count) : tableWords.errorValue(name, cells, count)),
    }),
  );
  const asked = [...unknown.values()].filter((one) => one.rows.length > 0);
  asked.slice(0, MOST_ASKED).forEach(({ shown, offers, rows: where }) => {
    const likely = offers.length === 1 ? offers[0] : undefined;
    const cells = [...new Set(where)].map((row) => source.cellName(row, at));
    problems.push({
      severity: 'error',
      code: 'not-in-list',
      sheet: source.sheet.name,
      cell: cells[0]!,
      ...tableWords.notInList(name, options, shown, cells.slice(0, NAMED_CELLS), cells.length, likely),
      proposals: cells
        .slice(0, MOST_PROPOSALS)
        .flatMap((cell) => (offers.length > 0 ? offers.map((value) => isValue(cell, value)) : [{ kind: 'value', cell, ...UNKNOWN }])),
      ...(offers.length !== 1 && { oneOf: true as const, forAll: true as const }),
    });
  });
  if (asked.length > MOST_ASKED)
    problems.push({
      severity: 'error',
      code: 'not-in-list',
      sheet: source.sheet.name,
      cell: source.cellName(asked[MOST_ASKED]!.rows[0]!, at),
      ...tableWords.notInListMore(name, options, asked.length - MOST_ASKED),
    });
  const column: ReadColumn = {
    key,
    spec,
    column: at,
    header: pathOf(header),
    statedUnit: header.unit,
    unit: undefined,
    values: new Float64Array(rows.length).fill(NaN),
    expression: undefined,
    adjusted,
    texts,
    missing,
  };
  return { column, problems };
}
