import { lintMethod, type MethodConfig } from '../score/methods/index';
import { own } from '../own';
import type { Problem } from '../problem';
import { readDate } from '../table/date-cell';
import { foldText } from '../table/fold';
import type { Units } from '../units/units';
import { packWords as words } from '../words/pack';
import { LintBook } from './lint-book';
import { lintChecks } from './lint-checks';
import { lintGrades } from './lint-grades';
import { lintMeasures } from './lint-measures';
import { lintRules } from './lint-rules';
import { lintUnits } from './lint-units';
import { accepts, columnsOf, keyColumnOf } from './references';
import type { Pack, PackColumn, PackIndicator, PackParameter, PackRanking } from './schema';

function lintTables(lint: LintBook): void {
  const { pack } = lint;
  if (!Object.hasOwn(pack.tables, pack.main_table)) lint.refuse('unknown-table', words.unknownTable('main_table', pack.main_table));
  for (const [id, table] of Object.entries(pack.tables)) {
    const at = `tables.${id}`;
    if (table.like !== undefined && !Object.hasOwn(pack.tables, table.like))
      lint.refuse('unknown-table', words.unknownTable(at, table.like));
    const columns = columnsOf(pack, id);
    const key = keyColumnOf(pack, id);
    if (!Object.hasOwn(columns, key)) lint.refuse('unknown-column', words.unknownColumn(at, key));
    for (const [name, column] of Object.entries(table.columns)) {
      const where = `${at}.columns.${name}`;
      lint.sources(where, column);
      lint.unit(where, column.unit);
      lint.unit(where, column.form_unit);
      if (column.kind === 'number' && column.unit === undefined) lint.refuse('unit-needed', words.unitNeeded(where));
      if (column.part_of !== undefined) lint.column(where, id, column.part_of);
      lintSpellings(lint, where, column);
      if (id === pack.main_table && Object.hasOwn(pack.measures, name)) lint.refuse('name-twice', words.nameTwice(name));
    }
  }
}

/** A spelling leads to one of the column's values, and to one alone. */
function lintSpellings(lint: LintBook, at: string, column: PackColumn): void {
  const values = accepts(column);
  const meant = new Map(values.map((value) => [foldText(value), value]));
  for (const [value, spellings] of Object.entries(column.spellings ?? {})) {
    if (!values.includes(value)) lint.refuse('spelling-of-nothing', words.spellingOfNothing(at, value, values.join('、')));
    for (const spelling of spellings) {
      const other = meant.get(foldText(spelling));
      if (other !== undefined && other !== value) lint.refuse('spelling-twice', words.spellingTwice(at, spelling, other, value));
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

function lintParameters(lint: LintBook): void {
  for (const [key, parameter] of Object.entries(lint.pack.parameters)) {
    const at = `parameters.${key}`;
    lint.sources(at, parameter);
    lint.unit(at, parameter.unit);
    if (parameter.kind === 'choice' && !parameter.choices) lint.refuse('choices-needed', words.choicesNeeded(at));
    if (parameter.default === undefined) continue;
    if (!fitsKind(parameter, parameter.default)) lint.refuse('default-kind', words.defaultKind(at, String(parameter.default)));
    if (!parameter.clause && !parameter.decided) lint.refuse('default-without-source', words.defaultWithoutSource(at));
    if (parameter.choices || parameter.kind === 'yes_no') lint.choice(at, key, String(parameter.default));
  }
}

function lintTree(lint: LintBook): void {
  const { pack } = lint;
  for (const [key, dimension] of Object.entries(pack.dimensions)) {
    const at = `dimensions.${key}`;
    lint.sources(at, dimension);
    if (dimension.parent !== undefined && !Object.hasOwn(pack.dimensions, dimension.parent))
      lint.refuse('unknown-dimension', words.unknownDimension(at, dimension.parent));
    const path = [key];
    for (let up = dimension.parent; up !== undefined && own(pack.dimensions, up); up = own(pack.dimensions, up)?.parent) {
      if (path.includes(up)) {
        lint.refuse('dimension-cycle', words.dimensionCycle([...path, up].join(' → ')));
        break;
      }
      path.push(up);
    }
  }
  for (const [key, indicator] of Object.entries(pack.indicators)) {
    const at = `indicators.${key}`;
    lint.sources(at, indicator);
    if (!Object.hasOwn(pack.dimensions, indicator.dimension))
      lint.refuse('unknown-dimension', words.unknownDimension(at, indicator.dimension));
    lint.measure(at, indicator.measure ?? key, undefined);
    lint.filter(at, indicator.applies);
    for (const [where, method] of methodsFor(pack, indicator)) {
      lintMethod(method, indicator.direction).forEach((what) => lint.refuse('method', words.bands(`${at}.${where}`, what)));
    }
  }
  const filled = new Set(Object.values(pack.indicators).map(({ dimension }) => dimension));
  const parents = new Set(Object.values(pack.dimensions).map(({ parent }) => parent));
  const empty = Object.entries(pack.dimensions).filter(([key]) => !filled.has(key) && !parents.has(key));
  if (empty.length > 0) lint.note('empty-dimension', words.emptyDimension(empty.map(([, { title }]) => title).join('、')));
}

/** Methods that may score an indicator: its own, or any of the pack's. Whether one fits hangs on the indicator's direction. */
function methodsFor(pack: Pack, indicator: PackIndicator): [string, MethodConfig][] {
  if (indicator.normalise) return [['normalise', indicator.normalise]];
  const { normalise } = pack.scoring;
  if (!('parameter' in normalise)) return [['scoring.normalise', normalise]];
  return Object.entries(normalise.choices).map(([choice, method]) => [`scoring.normalise.${choice}`, method]);
}

function lintScoring(lint: LintBook): void {
  const { scoring, rankings } = lint.pack;
  lint.sources('scoring', scoring);
  if ('parameter' in scoring.normalise) {
    for (const [choice, method] of Object.entries(scoring.normalise.choices)) {
      lint.choice('scoring.normalise', scoring.normalise.parameter, choice);
      lintMethod(method).forEach((what) => lint.refuse('method', words.bands(`scoring.normalise.${choice}`, what)));
    }
  } else {
    lintMethod(scoring.normalise).forEach((what) => lint.refuse('method', words.bands('scoring.normalise', what)));
  }
  scoring.adjustments.forEach((adjustment, index) => {
    const at = `scoring.adjustments[${index}]`;
    lint.clauses(at, adjustment.clause);
    if (adjustment.kind === 'limit') return lintTogether(lint, at, adjustment.on, adjustment.cap, adjustment.floor);
    lint.reference(at, adjustment.kind === 'veto' ? adjustment.column : adjustment.measure);
  });
  for (const [key, ranking] of Object.entries(rankings)) {
    lint.sources(`rankings.${key}`, ranking);
    lint.filter(`rankings.${key}`, ranking.population);
    if (ranking.standard) lintStandard(lint, key);
    lintBy(lint, `rankings.${key}`, ranking);
  }
}

/** A ranking by one dimension or indicator names one that is there, and that no other document scores. */
function lintBy(lint: LintBook, at: string, { by, standard }: PackRanking): void {
  if (by === undefined) return;
  const { dimensions, indicators, indicator_import: imported } = lint.pack;
  const known = [...Object.keys(dimensions), ...Object.keys(indicators)];
  if (standard || (!known.includes(by) && !imported)) lint.refuse('unknown-by', words.unknownBy(at, by, standard ? [] : known));
}

/** A cap over several bonuses, or over several deductions. */
function lintTogether(
  lint: LintBook,
  at: string,
  on: readonly string[] | undefined,
  cap: number | undefined,
  floor: number | undefined,
): void {
  if (!on) return;
  const points = lint.pack.scoring.adjustments.flatMap((one) => ('measure' in one ? [one] : []));
  const kinds = new Set(points.filter(({ measure }) => on.includes(measure)).map(({ kind }) => kind));
  const unknown = on.filter((measure) => !points.some((one) => one.measure === measure));
  if (unknown.length > 0 || kinds.size > 1 || !(cap !== undefined && cap > 0) || floor !== undefined)
    lint.refuse('together', words.together(at, unknown));
}

/** A ranking by another document's standard compares; this pack's lists rest on its own rankings, since its columns pick their subjects. */
function lintStandard(lint: LintBook, ranking: string): void {
  for (const [key, rule] of Object.entries(lint.pack.rules))
    if (rule.kind === 'position' && rule.ranking === ranking)
      lint.refuse('list-by-standard', words.listByStandard(`rules.${key}`, ranking));
}

/** Everything that the schema alone cannot see: references, clauses, units, cycles, edges, bands, sources of defaults. */
export function lintPack(pack: Pack, builtIn: Units, file: string): Problem[] {
  const lint = new LintBook(pack, builtIn, file);
  lint.units = lintUnits(lint, builtIn);
  lintTables(lint);
  lintParameters(lint);
  lintMeasures(lint);
  lintChecks(lint);
  lintTree(lint);
  lintScoring(lint);
  lintGrades(lint);
  lintRules(lint);
  lint.sources('indicator_import', pack.indicator_import ?? {});
  lint.sources('contents', pack.contents ?? {});
  return lint.problems;
}
