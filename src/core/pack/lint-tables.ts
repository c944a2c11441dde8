import { own } from '../own';
import { readDate } from '../table/date-cell';
import { foldText } from '../table/fold';
import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';
import { accepts, columnsOf, keyColumnOf } from './references';
import type { PackColumn, PackParameter } from './schema';

/** Tables: what they refer to, units, kinds, spellings and headers that lead to one column alone. */
export function lintTables(lint: LintBook): void {
  const { pack } = lint;
  lint.named('unknown-table', 'main_table', words.unknownTable, pack.main_table, pack.tables);
  for (const [id, table] of Object.entries(pack.tables)) {
    const at = `tables.${id}`;
    if (table.like !== undefined) lint.named('unknown-table', at, words.unknownTable, table.like, pack.tables);
    const columns = columnsOf(pack, id);
    const key = keyColumnOf(pack, id);
    if (!Object.hasOwn(columns, key))
      lint.refuse('unknown-column', at, words.unknownColumn(at, key), { word: key, known: Object.keys(columns) });
    lintHeaders(lint, at, id);
    for (const [name, column] of Object.entries(table.columns)) {
      const where = `${at}.columns.${name}`;
      lint.sources(where, column);
      lint.unit(where, column.unit);
      lint.unit(where, column.form_unit);
      if (column.kind === 'number' && column.unit === undefined) lint.refuse('unit-needed', where, words.unitNeeded(where));
      if (column.part_of !== undefined) lintPart(lint, where, id, column);
      if (column.kind === 'list' && !column.values) lint.refuse('values-needed', where, words.valuesNeeded(where));
      if (column.values && column.kind !== 'list' && column.kind !== 'text')
        lint.refuse('values-idle', where, words.valuesIdle(where, column.kind), { word: 'values' });
      if (column.at_least !== undefined && column.at_most !== undefined && column.at_least > column.at_most)
        lint.refuse('range-inverted', where, words.rangeInverted(where), { word: 'at_least' });
      lintSpellings(lint, where, column);
      if (id === pack.main_table && Object.hasOwn(pack.measures, name)) lint.refuse('name-twice', where, words.nameTwice(name));
    }
  }
}

/** Two columns of one table are told apart by their headers alone; with the same unit or none there is nothing else. */
function lintHeaders(lint: LintBook, at: string, id: string): void {
  const seen = new Map<string, string>();
  for (const [name, { header }] of Object.entries(columnsOf(lint.pack, id))) {
    for (const one of new Map(header.map((text) => [foldText(text), text])).values()) {
      const other = seen.get(foldText(one));
      if (other === undefined) seen.set(foldText(one), name);
      else if (Object.hasOwn(lint.pack.tables[id]!.columns, name))
        lint.refuse('header-twice', `${at}.columns.${name}`, words.headerTwice(`${at}.columns.${name}`, one, other), { word: one });
    }
  }
}

/** A part is a number of the same kind as the whole. */
function lintPart(lint: LintBook, at: string, table: string, { part_of: whole = '', unit = '' }: PackColumn): void {
  lint.column(at, table, whole);
  const other = own(columnsOf(lint.pack, table), whole);
  if (!other) return;
  const [from, to] = [unit, other.unit ?? ''].map((one) => lint.units.find(one));
  if (other.kind !== 'number' || (from !== undefined && to !== undefined && lint.units.factor(from, to) === undefined))
    lint.refuse('unit-mismatch', at, words.unitMismatch(at, unit, `${whole}（${other.unit ?? ''}）`), { word: whole });
}

/** A spelling leads to one of the column's values, and to one alone. */
function lintSpellings(lint: LintBook, at: string, column: PackColumn): void {
  const values = accepts(column);
  const meant = new Map(values.map((value) => [foldText(value), value]));
  for (const [value, spellings] of Object.entries(column.spellings ?? {})) {
    if (!values.includes(value))
      lint.refuse('spelling-of-nothing', at, words.spellingOfNothing(at, value, values.join('、')), { word: value, known: values });
    for (const spelling of spellings) {
      const other = meant.get(foldText(spelling));
      if (other !== undefined && other !== value) lint.refuse('spelling-twice', at, words.spellingTwice(at, spelling, other, value));
      meant.set(foldText(spelling), value);
    }
  }
}

/** A default must be what the user could have typed: a rule asks for a number and would take a word for "not set". */
function fitsKind({ kind, at_least: low, at_most: high }: PackParameter, value: number | string): boolean {
  switch (kind) {
    case 'number':
    case 'integer':
    case 'year':
      return (
        typeof value === 'number' &&
        (kind === 'number' || Number.isInteger(value)) &&
        value >= (low ?? (kind === 'integer' ? 1 : -Infinity)) &&
        value <= (high ?? Infinity)
      );
    case 'date':
      return typeof value === 'string' && readDate(value, 'General') === value;
    default:
      return typeof value === 'string';
  }
}

/** Parameters: a default of the kind that may be typed, with its source. */
export function lintParameters(lint: LintBook): void {
  for (const [key, parameter] of Object.entries(lint.pack.parameters)) {
    const at = `parameters.${key}`;
    lint.sources(at, parameter);
    lint.unit(at, parameter.unit);
    if (parameter.kind === 'choice' && !parameter.choices) lint.refuse('choices-needed', at, words.choicesNeeded(at));
    if (parameter.default === undefined) continue;
    if (!fitsKind(parameter, parameter.default)) lint.refuse('default-kind', at, words.defaultKind(at, String(parameter.default)));
    if (!parameter.clause && !parameter.decided) lint.refuse('default-without-source', at, words.defaultWithoutSource(at));
    if (parameter.choices || parameter.kind === 'yes_no') lint.choice(at, key, String(parameter.default));
  }
}
