import type { cards } from '../card/cards';
import { FACES, type Face, type SheetChoices } from '../sheet-choices';
import type { HandOut } from '../hand-out/hand-out';
import type { NoticeLine } from '../hand-out/notice-lines';
import type { LevelScale } from '../levels/levels';
import type { Pack, ResultSheet } from '../pack/schema';
import type { Plan, SheetPlan } from '../plan';
import { rankedOf } from '../ranking/by-standard';
import type { RankedPopulation } from '../ranking/population';
import { reportWords as words } from '../words/report';
import { ruleOutcomes } from '../rule-book/rule-outcomes';
import type { FilledForms } from '../result-form/fill-form';
import { lineKey, type RuleOutcome } from '../rule-book/rule-line';
import { Anchors } from './anchors';
import { checkSheet } from './check-sheet';
import { areLive } from './detail-layout';
import { compositionSheet } from './composition-sheet';
import { detailSheet } from './detail-sheet';
import { earlierSheet } from './earlier-sheet';
import { findingsSheet } from './findings-sheet';
import { levelSheet } from './level-sheet';
import { matrixSheet } from './matrix-sheet';
import { notesSheet } from './notes-sheet';
import { overviewSheet } from './overview-sheet';
import { rankingSheet } from './ranking-sheet';
import { reviewSheet } from './review-sheet';
import { rulesSheet } from './rules-sheet';
import type { ReportContext, ReportInput } from './report-context';
import { contextOf } from './standard-context';
import { standardSheet } from './standard-sheet';
import { statementsSheet } from './statements-sheet';
import { StyleBook } from './style-book';
import { tasksSheet } from './tasks-sheet';
import { isMade, unmadeSheets, type UnmadeSheet } from './unmade';

export interface Report {
  readonly plan: Plan;
  /** What the run made of every line of the rule book, by its key, and where the plan's sheets show it. */
  readonly outcomes: ReadonlyMap<string, RuleOutcome>;
  /** The text of the notice, whether or not its sheet is written; undefined where there is nothing to hand out. */
  readonly notice?: readonly NoticeLine[] | undefined;
  /** Why there is no such text; undefined where the document ranks nobody. */
  readonly noNotice?: string | undefined;
  /** Pages for single zones that were wanted and are not made. */
  readonly uncarded?: readonly UnmadeSheet[] | undefined;
}

/** What makes sheets that come beside the others. */
export interface ReportParts {
  /** `handOut` of hand-out/hand-out.ts: makes the public list and the notice; left out, there are none. */
  readonly handOut?: ((context: ReportContext) => HandOut) | undefined;
  /** `cards` of card/cards.ts; needed where pages for single zones are wanted. */
  readonly cards?: typeof cards | undefined;
  /** Fills the department's own forms, where the workbook has any. */
  readonly fillForms?: ((context: ReportContext) => FilledForms) | undefined;
}

/** Result → plan: plain data that every host can carry out. */
export function report(
  run: ReportInput,
  { handOut, cards: makeCards, fillForms }: ReportParts = {},
  { faces: chosen = FACES, cards: zones, decimals }: SheetChoices = {},
): Report {
  const input = decimals === undefined ? run : withDecimals(run, decimals);
  const { pack, ranked, standards, judgement } = input;
  const faces = new Set(chosen);
  // What is left out is not made, so that nothing can point there.
  const faced = (face: Face, make: () => readonly SheetPlan[]): SheetPlan[] =>
    faces.has(face) ? make().map((sheet) => ({ ...sheet, face })) : [];
  const isListed = (one: RankedPopulation | undefined): one is RankedPopulation => one !== undefined && one.ranked > 0;
  const rankings = Object.keys(pack.rankings).flatMap((id) => {
    const one = rankedOf(ranked, standards, id);
    return isListed(one) ? [one] : [];
  });
  // Scored together, everybody stands on one sheet; what another document's standard scores stands by itself.
  const { together } = ranked;
  // One dimension or indicator by itself is on the detail sheet of the totals already.
  const byTotal = rankings.filter(({ by }) => by === undefined);
  const detailed = together ? [together, ...byTotal.filter(({ id }) => !ranked.rankings.has(id))] : byTotal;
  const live = areLive(detailed.map((one) => [one, standards.get(one.id)?.by?.pack ?? pack]));
  const context: ReportContext = { ...input, live, book: new StyleBook(), faces, anchors: new Anchors() };
  const scoringLines = [
    ...['method', 'over', 'gaps'].map((part) => lineKey('scoring', part)),
    ...Object.keys(pack.grades).map((key) => lineKey('grades', key)),
  ];
  const placed = new Set(pack.sheets.flatMap(({ rules }) => rules));
  const listOf = (sheet: ResultSheet): SheetPlan => {
    const review = input.reviews.find(({ key }) => key === sheet.review);
    if (review) return reviewSheet(context, sheet, review);
    if (sheet.layout === 'matrix') return matrixSheet(context, sheet);
    if (sheet.layout === 'tasks') return tasksSheet(context, sheet);
    return findingsSheet(context, sheet.title, sheet.rules, sheet.note);
  };
  const listed = pack.sheets
    .filter(({ rules }) => isMade(input, rules))
    .flatMap((sheet) => faced(isForAction(pack, sheet) ? 'signed' : 'working', () => [listOf(sheet)]));
  const rest = [...new Set(judgement.findings.filter(({ rule }) => !placed.has(rule)).map(({ rule }) => rule))];
  const handed = handOut?.(context);
  const forms = fillForms?.(context);
  const rankingOf = (id: string): SheetPlan[] => {
    const one = rankedOf(ranked, standards, id);
    const lack = standards.get(id)?.lack;
    const sheet = isListed(one) ? rankingSheet(contextOf(context, one), one) : lack && standardSheet(context, id, lack);
    if (sheet) [lineKey('rankings', id), ...scoringLines].forEach((key) => context.anchors.take(key, sheet));
    return sheet ? [sheet] : [];
  };
  const levelOf = (scale: LevelScale): SheetPlan => {
    const sheet = levelSheet(context, scale);
    context.anchors.take(lineKey('levels', scale.key), sheet);
    return sheet;
  };
  const made = [
    ...faced('signed', () => [...Object.keys(pack.rankings).flatMap(rankingOf), ...compositionSheet(context, byTotal)]),
    ...faced('working', () => input.levels.map(levelOf)),
    ...listed,
    ...faced('working', () => earlierSheet(context)),
    ...faced('working', () => (isMade(input, rest) ? [findingsSheet(context, words.sheets.findings, rest)] : [])),
    ...faced('public', () => handed?.sheets ?? []),
    // Whoever puts a form into the workbook wants it filled, whatever else is left out.
    ...(forms?.sheets ?? []).map((sheet): SheetPlan => ({ ...sheet, face: 'form' })),
    ...faced('working', () => [
      ...detailed.map((one) => detailSheet(contextOf(context, one), one)),
      ...statementsSheet(context),
      ...checkSheet(context),
    ]),
  ];
  const outcomes = placedOutcomes(context);
  const results = [...made, ...faced('working', () => [rulesSheet(context, outcomes), notesSheet(context)])];
  const carded = zones === undefined ? undefined : makeCards?.(context, zones);
  const names = results.map(({ name }) => name);
  const unmade = [
    ...unmadeSheets(input).filter((sheet) => faces.has(faceOf(pack, sheet))),
    ...(faces.has('public') ? (handed?.unmade ?? []) : []),
    ...(forms?.unmade ?? []),
    ...(carded?.unmade ?? []),
  ];
  const cover = overviewSheet(context, names, unmade, carded?.sheets);
  const sheets = distinctNames([{ ...cover, face: 'cover' }, ...results, ...(carded?.sheets ?? [])]);
  return {
    plan: { sheets, styles: context.book.styles, mark: input.mark },
    outcomes,
    notice: handed?.notice,
    noNotice: handed?.noNotice,
    uncarded: carded?.unmade,
  };
}

/** The same run with so many decimals of its scores shown. */
function withDecimals(run: ReportInput, show_decimals: number): ReportInput {
  const shown = (pack: Pack): Pack => ({ ...pack, scoring: { ...pack.scoring, show_decimals } });
  const standards = [...run.standards].map(
    ([id, { by, ...rest }]) => [id, { ...rest, ...(by && { by: { ...by, pack: shown(by.pack) } }) }] as const,
  );
  return { ...run, pack: shown(run.pack), standards: new Map(standards) };
}

/** Whether a list says whom something follows for: by place, grade or movement, or by an answer that has a consequence. Other lists only explain. */
function isForAction({ rules }: Pack, sheet: Pick<ResultSheet, 'rules' | 'layout'>): boolean {
  if (sheet.layout !== 'list') return false;
  return sheet.rules.some((id) => {
    const { kind, consequence } = rules[id]!;
    return kind === 'position' || kind === 'grade' || kind === 'movement' || (kind === 'checklist' && consequence !== undefined);
  });
}

/** The face that a sheet would belong to that was not made. */
function faceOf(pack: Pack, { title, ranking }: UnmadeSheet): Face {
  const sheet = ranking === undefined ? pack.sheets.find((one) => one.title === title) : undefined;
  return ranking !== undefined || (sheet && isForAction(pack, sheet)) ? 'signed' : 'working';
}

/** Outcomes with the places that the sheets made so far have for them. */
function placedOutcomes(context: ReportContext): ReadonlyMap<string, RuleOutcome> {
  return new Map(
    [...ruleOutcomes(context)].map(([key, outcome]) => {
      // An item of a checklist that no sheet lists by itself is told where its list is.
      const at = context.anchors.at(key) ?? context.anchors.at(key.split(':', 2).join(':'));
      return [key, { ...outcome, ...(at && { at }) }];
    }),
  );
}

function distinctNames(sheets: readonly SheetPlan[]): SheetPlan[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    let { name } = sheet;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${sheet.name.slice(0, 28)}${number}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}
