import { own } from '../own';
import type { Severity } from '../problem';
import type { Units } from '../units/units';
import { packWords as words } from '../words/pack';
import type { Filter, Limit, MeasureRef } from './parts';
import { nearestUnit, withNearest } from './nearest-word';
import { pathOf, type PackProblem, type Path } from './pack-problem';
import { accepts, columnsOf, declaredUnit, resolve, targetColumn } from './references';
import type { Pack, PackColumn, PackParameter } from './schema';

/** Parameters that hold a number. */
const NUMBERS = ['number', 'integer'] as const;

interface Said {
  readonly message: string;
  readonly nextStep: string;
}

interface Wrong {
  readonly word: string;
  readonly known?: readonly string[];
}

/** Collects what is wrong with a pack; every finding says at which key. */
export class LintBook {
  readonly problems: PackProblem[] = [];

  /** @param units by which the pack is read: the built-in ones, until the pack's own are known to fit beside them */
  constructor(
    readonly pack: Pack,
    public units: Units,
    private readonly file: string,
  ) {}

  /** @param wrong the word that is wrong, and what may stand there instead */
  refuse(code: string, at: string | Path, said: Said, wrong?: Wrong): void {
    this.add('block', code, at, said, wrong);
  }

  /** Suspicious only: the pack loads. */
  warn(code: string, at: string | Path, said: Said, wrong?: Wrong): void {
    this.add('warning', code, at, said, wrong);
  }

  note(code: string, at: string | Path, said: Said, wrong?: Wrong): void {
    this.add('info', code, at, said, wrong);
  }

  private add(severity: Severity, code: string, at: string | Path, said: Said, wrong?: Wrong): void {
    this.problems.push({
      severity,
      code,
      sheet: this.file,
      ...(wrong?.known ? withNearest(said, wrong.word, wrong.known) : said),
      path: typeof at === 'string' ? pathOf(at) : at,
      ...(wrong && { about: wrong.word }),
    });
  }

  clauses(at: string, refs: readonly string[] | undefined): void {
    for (const clause of refs ?? []) this.named('unknown-clause', at, words.unknownClause, clause, this.pack.clauses);
  }

  decided(at: string, refs: readonly string[] | undefined): void {
    for (const id of refs ?? []) this.named('unknown-decision', at, words.unknownDecision, id, this.pack.decided);
  }

  sources(at: string, item: { clause?: readonly string[] | undefined; decided?: readonly string[] | undefined }): void {
    this.clauses(at, item.clause);
    this.decided(at, item.decided);
  }

  /** Whether a name is declared; refused with the nearest one where it is not. */
  named(
    code: string,
    at: string,
    say: (at: string, name: string) => Said,
    name: string,
    declared: Readonly<Record<string, unknown>>,
  ): boolean {
    if (Object.hasOwn(declared, name)) return true;
    this.refuse(code, at, say(at, name), { word: name, known: Object.keys(declared) });
    return false;
  }

  unit(at: string, unit: string | undefined): void {
    if (unit !== undefined && unit !== 'from_header' && this.units.find(unit) === undefined)
      this.refuse('unknown-unit', at, words.unknownUnit(at, unit, nearestUnit(unit, this.units.ids)), { word: unit });
  }

  reference(at: string, reference: string): boolean {
    if (resolve(this.pack, reference)) return true;
    const [table = '', column] = reference.split('.');
    const known =
      column === undefined
        ? [...Object.keys(this.pack.measures), ...Object.keys(columnsOf(this.pack, this.pack.main_table))]
        : Object.hasOwn(this.pack.tables, table)
          ? Object.keys(columnsOf(this.pack, table)).map((one) => `${table}.${one}`)
          : Object.keys(this.pack.tables).map((one) => `${one}.${column}`);
    this.refuse('unknown-reference', at, words.unknownReference(at, reference), { word: reference, known });
    return false;
  }

  /** A column that answers yes or no. */
  yesNo(at: string, reference: string): void {
    if (!this.reference(at, reference)) return;
    if (targetColumn(this.pack, reference)?.kind === 'yes_no') return;
    const known = Object.entries(columnsOf(this.pack, this.pack.main_table)).flatMap(([name, { kind }]) =>
      kind === 'yes_no' ? [name] : [],
    );
    this.refuse('not-yes-no', at, words.notYesNo(at, reference), { word: reference, known });
  }

  /** A column of words that may name a row of another table. */
  text(at: string, reference: string): void {
    if (!this.reference(at, reference)) return;
    const kind = targetColumn(this.pack, reference)?.kind;
    if (kind !== 'text' && kind !== 'list') this.refuse('filter-kind', at, words.filterKind(at, reference, kind), { word: reference });
  }

  /** A column of dates. */
  day(at: string, reference: string): void {
    if (!this.reference(at, reference)) return;
    const column = targetColumn(this.pack, reference);
    if (column?.kind !== 'date') this.refuse('not-a-date', at, words.notADate(at, reference, column?.kind), { word: reference });
  }

  /** A figure: a measure or a column of numbers. */
  figure(at: string, reference: string): boolean {
    if (!this.reference(at, reference)) return false;
    const kind = targetColumn(this.pack, reference)?.kind ?? 'number';
    if (kind === 'number') return true;
    this.refuse('not-a-number', at, words.notANumber(at, reference, kind), { word: reference });
    return false;
  }

  /** @param kinds that the parameter may have, where not all of them can be used */
  parameter(at: string, parameter: string, kinds?: readonly PackParameter['kind'][]): void {
    if (!this.named('unknown-parameter', at, words.unknownParameter, parameter, this.pack.parameters)) return;
    const { kind } = own(this.pack.parameters, parameter)!;
    if (kinds && !kinds.includes(kind))
      this.refuse('parameter-kind', at, words.parameterKind(at, parameter, kind, kinds), { word: parameter });
  }

  /** @param unit that the number behind it is compared with, where one is known */
  limit(at: string, limit: Limit, unit?: string): void {
    if (typeof limit === 'number' || 'fraction' in limit) return;
    if ('parameter' in limit) {
      this.parameter(at, limit.parameter, NUMBERS);
      this.comparable(at, unit, own(this.pack.parameters, limit.parameter)?.unit, limit.parameter);
    } else if ('values' in limit) this.listed(at, limit.column, Object.keys(limit.values));
    else this.measure(at, 'column' in limit ? limit.column : limit.measure, unit);
  }

  /** A number for every value of a list column: none is left out, and none is of another list. */
  private listed(at: string, reference: string, given: readonly string[]): void {
    if (!this.reference(at, reference)) return;
    const column = targetColumn(this.pack, reference);
    const values = column ? accepts(column) : [];
    if (!column || values.length === 0) {
      this.refuse('filter-kind', at, words.filterKind(at, reference, column?.kind), { word: reference });
      return;
    }
    given.forEach((value) => this.accepted(at, pathOf(at), reference, column, value));
    const left = values.filter((value) => !given.includes(value));
    if (left.length > 0) this.refuse('values-left', at, words.valuesLeft(at, reference, left.join('、')), { word: reference });
  }

  choice(at: string, parameter: string, choice: string): void {
    this.parameter(at, parameter, ['choice', 'yes_no', 'text']);
    const declared = own(this.pack.parameters, parameter);
    const choices = declared?.kind === 'yes_no' ? ['是', '否'] : declared?.choices;
    if (choices && !choices.includes(choice))
      this.refuse('not-a-choice', at, words.notAChoice(at, choice, choices.join('、')), { word: choice, known: choices });
  }

  column(at: string, table: string, column: string): void {
    if (!this.named('unknown-table', at, words.unknownTable, table, this.pack.tables)) return;
    const columns = columnsOf(this.pack, table);
    if (!own(columns, column))
      this.refuse('unknown-column', at, words.unknownColumn(at, `${table}.${column}`), { word: column, known: Object.keys(columns) });
  }

  /**
   * Columns that a filter reads hold words, and where they have a list the wanted ones stand in it.
   * @param part of `at` that holds the filter
   * @param table whose rows are filtered: a bare key means its own column where it has one
   */
  filter(at: string, part: string, filter: Filter | undefined, table: string = this.pack.main_table): void {
    for (const [reference, wanted] of Object.entries(filter ?? {})) {
      if (!this.reference(at, reference)) continue;
      const column = own(columnsOf(this.pack, table), reference) ?? targetColumn(this.pack, reference);
      const place = [...pathOf(at), part];
      if (column === undefined || column.kind === 'number' || column.kind === 'date')
        this.refuse('filter-kind', place, words.filterKind(at, reference, column?.kind), { word: reference });
      else wanted.forEach((value) => this.accepted(at, [...place, reference], reference, column, value));
    }
  }

  /** Whether a column can hold the value. */
  accepted(at: string, place: Path, reference: string, column: PackColumn, value: string): void {
    const values = accepts(column);
    if (values.length > 0 && !values.includes(value))
      this.refuse('not-in-list', place, words.notInList(at, reference, value), { word: value, known: values });
  }

  /** Every reference that may be picked resolves to a figure, and its unit can be compared with `unit` where one is given. */
  measure(at: string, measure: MeasureRef, unit: string | undefined): void {
    const references = typeof measure === 'string' ? [measure] : Object.values(measure.choices);
    if (typeof measure !== 'string') Object.keys(measure.choices).forEach((choice) => this.choice(at, measure.parameter, choice));
    for (const reference of references) {
      if (this.figure(at, reference)) this.comparable(at, unit, declaredUnit(this.pack, reference), reference);
    }
  }

  /** Units of two things that are compared are of one kind, where both are known. */
  private comparable(at: string, unit: string | undefined, other: string | undefined, name: string): void {
    if (unit === undefined || other === undefined || other === 'from_header' || unit === 'from_header') return;
    const from = this.units.find(other);
    const to = this.units.find(unit);
    if (from !== undefined && to !== undefined && this.units.factor(from, to) === undefined)
      this.refuse('unit-mismatch', at, words.unitMismatch(at, unit, `${name}（${other}）`), { word: unit });
  }
}
