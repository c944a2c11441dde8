import type { Conclusion } from '../core/conclude';
import { fingerprintOf } from '../core/fingerprint';
import type { SheetGrid } from '../core/grid';
import type { OwnMethod } from '../core/own-method/method';
import type { Figures } from '../core/measure/figures';
import { matchPacks } from '../core/pack/match-pack';
import type { Pack } from '../core/pack/schema';
import { mayStateMethod } from '../core/pack/method-sheets';
import { readingWords } from '../core/pack/table-specs';
import type { settingsChange } from '../core/form/settings-changes';
import type { settingsForm } from '../core/form/settings-form';
import type { SheetsPlan } from '../core/plan';
import { statedDay } from '../core/period/assessment-day';
import type { Report } from '../core/report/report';
import { besidesForms } from '../core/result-form/form-sheets';
import type { SheetChoices } from '../core/sheet-choices';
import { listTables, type FoundTable } from '../core/table/describe/list-tables';
import type { templatePlan } from '../core/template/template-plan';
import type { Units } from '../core/units/units';
import { refusal } from '../core/refusal';
import { formWords } from '../core/words/form';
import { reportWords } from '../core/words/report';
import type { OpenWorkbook, Watch } from '../hosts/port';
import type { Engine } from './engine';
import { concluded, expectReport, expectScoring, reportOf, rulesOf } from './parts-of-core';
import { shownResult } from './shown-result';
import { shapeOf, tableViews } from './tables';

export interface LocalEngineOptions {
  readonly port: OpenWorkbook;
  readonly packs: readonly Pack[];
  readonly units: Units;
  /** Makes blank sheets; most workbooks need none, so it may come over the network when it is asked for. */
  readonly template: () => Promise<typeof templatePlan>;
  /** Fills the form for parameters and weights and works out what entries change; fetched when it is asked for, too. */
  readonly forms: () => Promise<{ readonly settingsForm: typeof settingsForm; readonly settingsChange: typeof settingsChange }>;
  /** What sheets of the workbook say of the method itself; fetched where it has such sheets. */
  readonly method: () => Promise<{
    /** The pack as sheets of the workbook state or complete it. */
    statedMethod(pack: Pack, sheets: readonly SheetGrid[], units: Units): OwnMethod;
    /** Blank sheets for a pack that the workbook is to state. @throws ProblemError where what it states cannot be used */
    statedTemplate(pack: Pack, sheets: readonly SheetGrid[], units: Units, year: number): SheetsPlan;
    /** The sheets by which a workbook may state a method, filled. */
    statedSheets(pack: Pack, units: Units): SheetsPlan;
  }>;
}

/** More zones are no list to pick from. */
const MOST_ZONES = 1000;

function zonesOf(figures: Figures): string[] {
  const main = { table: figures.pack.main_table };
  const count = figures.rowsOf(main);
  return count > MOST_ZONES ? [] : Array.from({ length: count }, (_, row) => figures.subject(main, row));
}

/** The engine on the thread that calls it: in Excel the pane's own, in a worker that one. */
export function localEngine({ port, packs, units, template, forms, method }: LocalEngineOptions): Engine {
  let own: readonly Pack[] = [];
  /** A standard that a pack refers to is one of the documents that come with the product. */
  const builtIn = (id: string): Pack | undefined => packs.find((one) => one.pack === id);
  const known = (id: string): Pack => {
    const pack = builtIn(id) ?? own.find((one) => one.pack === id);
    if (!pack) throw new Error(`no pack ${id}`);
    return pack;
  };
  let grids: readonly SheetGrid[] = [];
  /** Packs as the workbook that was read last states them, by id. */
  const stated = new Map<string, OwnMethod>();
  const packFor = async (id: string): Promise<OwnMethod> => {
    const pack = known(id);
    if (!mayStateMethod(pack, grids)) return { pack, problems: [] };
    const { statedMethod: state } = await method();
    const made = stated.get(id) ?? state(pack, grids, units);
    stated.set(id, made);
    return made;
  };
  let fingerprint = '';
  /** Tables of the workbook by their shape, as the pack that was asked last knows words and units. */
  let found: { readonly of: string; readonly tables: readonly FoundTable[] } | undefined;
  /** What was concluded last, and its sheets once somebody asked for them. */
  let last: (Conclusion & { readonly choices: SheetChoices; sheets?: Promise<Report> }) | undefined;
  /** Year of the figures, as the last examination found it. */
  let year: number | undefined;
  /** The sheet that a form made, and what it said when it was read first. */
  let made: { readonly sheet: string; print?: string } | undefined;
  const printOf = (name: string): string | undefined => {
    const sheet = grids.find((one) => one.name === name);
    return sheet && fingerprintOf([sheet]);
  };
  const reported = async (): Promise<Conclusion & Report> => {
    if (!last?.toReport) throw new Error('no result was examined since the workbook was read');
    const of = last;
    return { ...of, ...(await (of.sheets ??= reportOf({ toReport: last.toReport, checked: last.checked }, last.choices))) };
  };
  return {
    limits: port.limits,
    async read(watch) {
      expectScoring();
      const sheets = await port.read(watch);
      grids = sheets;
      fingerprint = fingerprintOf(sheets);
      stated.clear();
      found = undefined;
      last = undefined;
      const print = made && printOf(made.sheet);
      if (made && made.print === undefined && print !== undefined) made.print = print;
      const names = (ours: boolean): string[] => sheets.filter(({ owned }) => owned === ours).map(({ name }) => name);
      const state = port.readingState?.();
      return { fingerprint, sheets: names(false), owned: names(true), ...(state && { state }) };
    },
    async takePacks(given) {
      own = given;
      stated.clear();
      found = undefined;
      last = undefined;
    },
    async fits() {
      return matchPacks([...packs, ...own], grids, units).map(({ pack, ...fit }) => ({ ...fit, pack: pack.pack }));
    },
    async examine({ pack: id, sheetChoices = {}, ...question }) {
      last = undefined;
      const { pack, problems: packProblems } = await packFor(id);
      const conclusion = await concluded({ ...question, pack, packProblems, units, sheets: grids, fingerprint, packOf: builtIn });
      last = { ...conclusion, choices: sheetChoices };
      expectReport();
      year = conclusion.checked.dataYear.year;
      if (found?.of !== id) found = { of: id, tables: listTables(besidesForms(grids), units.with(pack.units), readingWords(pack)) };
      const shapes = found.tables;
      const tables = tableViews(conclusion.checked, question.mapping, shapes);
      const pointed = tables.some(({ main, at: place }) => main && place);
      const { day, dataYear, figures } = conclusion.checked;
      return {
        pack: id,
        asOf: day.date,
        statedDay: statedDay(figures.settings),
        dataYear: { short: reportWords.shortYear(dataYear), placed: reportWords.dataYear(dataYear) },
        problems: conclusion.result.problems,
        followed: conclusion.checked.decisions,
        tables,
        zones: zonesOf(figures),
        shapes: pointed ? [] : shapes.map(shapeOf),
        ready: conclusion.toReport !== undefined,
      };
    },
    async result() {
      return shownResult(await reported(), last?.choices.decimals);
    },
    async write(watch) {
      const { plan } = await reported();
      const { written, leftOut } = await port.write(plan, watch);
      last = undefined;
      return { written, leftOut };
    },
    async insert(id, ofYear, watch) {
      const pack = known(id);
      if (ofYear === undefined) return port.insert((await method()).statedSheets(pack, units), watch);
      if (pack.from_workbook) return port.insert((await method()).statedTemplate(pack, grids, units, ofYear), watch);
      const make = await template();
      return port.insert(make(pack, units, ofYear), watch);
    },
    async form(id) {
      const { settingsForm: fill } = await forms();
      return fill((await packFor(id)).pack, units, grids);
    },
    async rules(id) {
      const { pack } = await packFor(id);
      return rulesOf(pack, grids, units);
    },
    async enter(id, entries, watch) {
      const { settingsChange: changeOf } = await forms();
      const change = changeOf((await packFor(id)).pack, units, grids, entries, year);
      if ('changes' in change) {
        await port.change(change.changes, watch);
        return { kind: 'changed', sheet: change.changes.sheet, leftOut: [], ...change };
      }
      const { written, leftOut } = await port.insert(change.sheet, watch);
      made = { sheet: written[0]! };
      return { kind: 'made', sheet: made.sheet, leftOut };
    },
    async takeBack(entered, watch) {
      if (entered.kind === 'changed') return port.change(entered.back, watch);
      if (made?.sheet !== entered.sheet || made.print === undefined || made.print !== printOf(entered.sheet))
        throw refusal('sheet-changed', formWords.sheetChanged(entered.sheet), { sheet: entered.sheet });
      await port.remove(entered.sheet, watch);
      made = undefined;
    },
    clear: (watch) => port.clear(watch),
    ...(port.recalculate && { recalculate: (watch?: Watch) => port.recalculate!(watch) }),
    goTo: (sheet, cell, watch) => port.goTo(sheet, cell, watch),
    recall: (key, watch) => port.recall(key, watch),
    remember: (key, value, watch) => port.remember(key, value, watch),
  };
}
