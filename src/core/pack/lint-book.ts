import { own } from '../own';
import type { Problem } from '../problem';
import type { Units } from '../units/units';
import { packWords as words } from '../words/pack';
import type { MeasureRef } from './parts';
import { columnsOf, declaredUnit, resolve } from './references';
import type { Pack } from './schema';

/** Collects what is wrong with a pack; every finding says at which key. */
export class LintBook {
  readonly problems: Problem[] = [];

  /** @param units by which the pack is read: the built-in ones, until the pack's own are known to fit beside them */
  constructor(
    readonly pack: Pack,
    public units: Units,
    private readonly file: string,
  ) {}

  refuse(code: string, said: { message: string; nextStep: string }): void {
    this.problems.push({ severity: 'block', code, sheet: this.file, ...said });
  }

  note(code: string, said: { message: string; nextStep: string }): void {
    this.problems.push({ severity: 'info', code, sheet: this.file, ...said });
  }

  clauses(at: string, refs: readonly string[] | undefined): void {
    for (const clause of refs ?? [])
      if (!Object.hasOwn(this.pack.clauses, clause)) this.refuse('unknown-clause', words.unknownClause(at, clause));
  }

  decided(at: string, refs: readonly string[] | undefined): void {
    for (const id of refs ?? []) if (!Object.hasOwn(this.pack.decided, id)) this.refuse('unknown-decision', words.unknownDecision(at, id));
  }

  sources(at: string, item: { clause?: readonly string[] | undefined; decided?: readonly string[] | undefined }): void {
    this.clauses(at, item.clause);
    this.decided(at, item.decided);
  }

  unit(at: string, unit: string | undefined): void {
    if (unit !== undefined && unit !== 'from_header' && this.units.find(unit) === undefined)
      this.refuse('unknown-unit', words.unknownUnit(at, unit));
  }

  reference(at: string, reference: string): boolean {
    if (resolve(this.pack, reference)) return true;
    this.refuse('unknown-reference', words.unknownReference(at, reference));
    return false;
  }

  parameter(at: string, parameter: string): void {
    if (!Object.hasOwn(this.pack.parameters, parameter)) this.refuse('unknown-parameter', words.unknownParameter(at, parameter));
  }

  choice(at: string, parameter: string, choice: string): void {
    this.parameter(at, parameter);
    const declared = own(this.pack.parameters, parameter);
    const choices = declared?.kind === 'yes_no' ? ['是', '否'] : declared?.choices;
    if (choices && !choices.includes(choice)) this.refuse('not-a-choice', words.notAChoice(at, choice, choices.join('、')));
  }

  column(at: string, table: string, column: string): void {
    if (!Object.hasOwn(this.pack.tables, table)) this.refuse('unknown-table', words.unknownTable(at, table));
    else if (!own(columnsOf(this.pack, table), column)) this.refuse('unknown-column', words.unknownColumn(at, `${table}.${column}`));
  }

  filter(at: string, filter: Readonly<Record<string, readonly string[]>> | undefined): void {
    for (const reference of Object.keys(filter ?? {})) this.reference(at, reference);
  }

  /** Every reference that may be picked resolves, and its unit can be compared with `unit` where one is given. */
  measure(at: string, measure: MeasureRef, unit: string | undefined): void {
    const references = typeof measure === 'string' ? [measure] : Object.values(measure.choices);
    if (typeof measure !== 'string') Object.keys(measure.choices).forEach((choice) => this.choice(at, measure.parameter, choice));
    for (const reference of references) {
      if (!this.reference(at, reference) || unit === undefined) continue;
      const own = declaredUnit(this.pack, reference);
      if (own === undefined || own === 'from_header' || unit === 'from_header') continue;
      const from = this.units.find(own);
      const to = this.units.find(unit);
      if (from !== undefined && to !== undefined && this.units.factor(from, to) === undefined) {
        this.refuse('unit-mismatch', words.unitMismatch(at, unit, `${reference}（${own}）`));
      }
    }
  }
}
