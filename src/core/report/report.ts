import type { HandOut } from '../hand-out/hand-out';
import type { Plan, SheetPlan } from '../plan';
import { rankedOf } from '../ranking/by-standard';
import type { RankedPopulation } from '../ranking/population';
import { reportWords as words } from '../words/report';
import { ruleOutcomes } from '../rule-book/rule-outcomes';
import { lineKey, type RuleOutcome } from '../rule-book/rule-line';
import { Anchors } from './anchors';
import { checkSheet } from './check-sheet';
import { areLive } from './detail-layout';
import { detailSheet } from './detail-sheet';
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
import { isMade, unmadeSheets } from './unmade';

export interface Report {
  readonly plan: Plan;
  /** What the run made of every line of the rule book, by its key, and where the plan's sheets show it. */
  readonly outcomes: ReadonlyMap<string, RuleOutcome>;
}

/**
 * Result → plan: plain data that every host can carry out.
 * @param handOut makes what a department hands out; left out, nothing is
 */
export function report(input: ReportInput, handOut?: (context: ReportContext) => HandOut): Report {
  const { pack, ranked, standards, judgement } = input;
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
  const context: ReportContext = { ...input, live, book: new StyleBook(), anchors: new Anchors() };
  const scoringLines = [
    ...['method', 'over', 'gaps'].map((part) => lineKey('scoring', part)),
    ...Object.keys(pack.grades).map((key) => lineKey('grades', key)),
  ];
  const placed = new Set(pack.sheets.flatMap(({ rules }) => rules));
  const listed = pack.sheets
    .filter(({ rules }) => isMade(input, rules))
    .map((sheet) => {
      const review = input.reviews.find(({ key }) => key === sheet.review);
      if (review) return reviewSheet(context, sheet, review);
      if (sheet.layout === 'matrix') return matrixSheet(context, sheet);
      if (sheet.layout === 'tasks') return tasksSheet(context, sheet);
      return findingsSheet(context, sheet.title, sheet.rules, sheet.note);
    });
  const rest = [...new Set(judgement.findings.filter(({ rule }) => !placed.has(rule)).map(({ rule }) => rule))];
  const others = isMade(input, rest) ? [findingsSheet(context, words.sheets.findings, rest)] : [];
  const handed = handOut?.(context);
  const made = [
    ...Object.keys(pack.rankings).flatMap((id) => {
      const one = rankedOf(ranked, standards, id);
      const lack = standards.get(id)?.lack;
      const sheet = isListed(one) ? rankingSheet(contextOf(context, one), one) : lack && standardSheet(context, id, lack);
      if (sheet) [lineKey('rankings', id), ...scoringLines].forEach((key) => context.anchors.take(key, sheet));
      return sheet ? [sheet] : [];
    }),
    ...input.levels.map((scale) => {
      const sheet = levelSheet(context, scale);
      context.anchors.take(lineKey('levels', scale.key), sheet);
      return sheet;
    }),
    ...listed,
    ...others,
    ...(handed?.sheets ?? []),
    ...detailed.map((one) => detailSheet(contextOf(context, one), one)),
    ...statementsSheet(context),
    ...checkSheet(context),
  ];
  const outcomes = placedOutcomes(context);
  const closing = [rulesSheet(context, outcomes), notesSheet(context)];
  const results = [...made, ...closing];
  const sheets = distinctNames([
    overviewSheet(
      context,
      results.map(({ name }) => name),
      [...unmadeSheets(input), ...(handed?.unmade ?? [])],
    ),
    ...results,
  ]);
  return { plan: { sheets, styles: context.book.styles, mark: input.mark }, outcomes };
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
