import type { CheckFinding } from '../check/check-finding';
import type { DataChecks } from '../check/check-logic';
import type { Finding, FindingStatus } from '../judge/finding';
import type { Judgement } from '../judge/judge';
import { lackingSheets } from '../measure/lack';
import type { Figures } from '../measure/figures';
import type { PackCheck } from '../pack/check-schema';
import type { Pack } from '../pack/schema';
import { chosenReference } from '../parameters/parameter-sheet';
import { appliesAt, shownAdjustments } from '../ranking/adjustments';
import { rankedOf, type StandardOutcome } from '../ranking/by-standard';
import type { RankedPopulation } from '../ranking/population';
import type { RankedZones } from '../ranking/rank-zones';
import type { Review } from '../review/review';
import { contentWords } from '../words/contents';
import { lackText } from '../words/measure';
import { ruleBookWords as words } from '../words/rule-book';
import { lineKey, type RuleOutcome } from './rule-line';

/** What of a run is asked here. */
export interface RuleRun {
  readonly pack: Pack;
  /** The pack with the suggestions that nobody took up. */
  readonly offered: Pack;
  readonly figures: Figures;
  readonly ranked: RankedZones;
  readonly standards: ReadonlyMap<string, StandardOutcome>;
  readonly judgement: Judgement;
  readonly checks: DataChecks;
  readonly reviews: readonly Review[];
}

/** What needs action first. */
const STATUSES: readonly FindingStatus[] = ['unmet', 'explain', 'missing', 'met'];

/** What a run made of every line that has an outcome, by its key. Pure. */
export function ruleOutcomes(run: RuleRun): ReadonlyMap<string, RuleOutcome> {
  const scored = scoredPopulations(run);
  return new Map([
    ...contentOutcomes(run, scored),
    ...scoringOutcomes(run, scored),
    ...adjustmentOutcomes(run, scored),
    ...findingOutcomes(run),
    ...reviewOutcomes(run),
    ...checkOutcomes(run),
    ...asideOutcomes(run),
  ]);
}

type Outcomes = (readonly [key: string, outcome: RuleOutcome])[];

/** Populations whose totals were worked out: everybody together, or each by itself. */
function scoredPopulations({ ranked: { together, rankings } }: RuleRun): readonly RankedPopulation[] {
  return together ? [together] : [...rankings.values()].filter(({ by }) => by === undefined);
}

function contentOutcomes(run: RuleRun, scored: readonly RankedPopulation[]): Outcomes {
  return [
    ...Object.keys(run.offered.dimensions).map((id) => {
      // Scored anywhere is scored; else the first reason is told.
      const of = scored.flatMap(({ coverage }) => coverage.contents.filter((content) => content.id === id));
      const unscored = of.every((content) => content.unscored !== undefined) ? of[0]?.unscored : undefined;
      const why = scored.length === 0 ? words.noRanking : unscored && contentWords.reasons[unscored];
      return [lineKey('dimensions', id), { text: why === undefined ? words.scored : words.notMade(why) }] as const;
    }),
    ...Object.keys(run.offered.indicators).map((id) => [lineKey('indicators', id), { text: indicatorText(run, scored, id) }] as const),
  ];
}

function indicatorText({ pack, figures }: RuleRun, scored: readonly RankedPopulation[], id: string): string {
  const declared = pack.indicators[id];
  if (!declared) return words.notMade(words.idle);
  if (scored.length === 0) return words.notMade(words.noRanking);
  const reference = chosenReference(figures.settings, declared.measure ?? id) ?? '';
  const [filled, all] = filledRows(figures, scored, id);
  if (filled === 0) return words.notMade(figures.series(reference).absent ?? words.noFigures);
  return scored.every(({ scores }) => scores.constant.has(id)) ? words.notMade(words.alike) : words.figures(filled, all);
}

/** How many rows of the main table have the indicator's figure, and for how many it is. */
function filledRows(figures: Figures, scored: readonly RankedPopulation[], id: string): readonly [filled: number, all: number] {
  const state = new Uint8Array(figures.rowsOf({ table: figures.pack.main_table }));
  for (const { rows, values, inapplicable } of scored) {
    const figure = values.get(id);
    const kept = inapplicable.get(id);
    rows.forEach((row, place) => {
      if (kept?.[place] !== 1) state[row] = Number.isNaN(figure?.[place] ?? NaN) ? 1 : 2;
    });
  }
  return [state.filter((one) => one === 2).length, state.filter((one) => one > 0).length];
}

function scoringOutcomes(run: RuleRun, scored: readonly RankedPopulation[]): Outcomes {
  const { pack, ranked, standards } = run;
  const applied: RuleOutcome = { text: scored.length === 0 ? words.notMade(words.noRanking) : words.applied };
  return [
    ...['method', 'over', 'gaps'].map((part) => [lineKey('scoring', part), applied] as const),
    ...Object.keys(pack.rankings).map((id) => {
      const one = rankedOf(ranked, standards, id);
      const why = ranked.unmade.get(id) ?? standards.get(id)?.by?.ranked.unmade.get(id);
      const made = one !== undefined && one.ranked > 0;
      const text = made ? words.ranked(one.ranked, one.rows.length, pack.subject) : words.notMade(why ?? words.noRanking);
      return [lineKey('rankings', id), { text }] as const;
    }),
    ...Object.keys(pack.grades).map((key) => [lineKey('grades', key), applied] as const),
  ];
}

function adjustmentOutcomes({ pack, figures }: RuleRun, scored: readonly RankedPopulation[]): Outcomes {
  // By row of the main table: does not apply, not known, applies.
  const states = pack.scoring.adjustments.map(() => new Uint8Array(figures.rowsOf({ table: pack.main_table })));
  const off = new Map<number, string>();
  for (const one of scored)
    for (const shown of shownAdjustments(pack, figures.settings, one)) {
      if (shown.off !== undefined) off.set(shown.index, shown.off);
      one.rows.forEach((row, place) => {
        const applies = appliesAt(one, shown, place);
        states[shown.index]![row] = applies === undefined ? 2 : applies ? 3 : 1;
      });
    }
  return states.map((state, at) => {
    const why = off.get(at);
    if (why !== undefined) return [lineKey('adjustments', at), { text: words.notMade(why) }];
    const counted = (
      [
        ['yes', 3],
        ['no', 1],
        ['unknown', 2],
      ] as const
    ).flatMap(([which, value]) => {
      const count = state.filter((other) => other === value).length;
      return count === 0 ? [] : [words.count(words.changes[which], count)];
    });
    return [lineKey('adjustments', at), { text: counted.length === 0 ? words.notMade(words.noRanking) : counted.join('、') }];
  });
}

function findingOutcomes({ pack, judgement }: RuleRun): Outcomes {
  const byLine = new Map<string, Finding[]>();
  const take = (key: string, finding: Finding): void => {
    const known = byLine.get(key);
    if (known) known.push(finding);
    else byLine.set(key, [finding]);
  };
  for (const finding of judgement.findings) {
    take(lineKey('rules', finding.rule), finding);
    if (finding.item !== undefined) take(lineKey('rules', finding.rule, finding.item), finding);
  }
  return Object.entries(pack.rules).flatMap(([id, rule]): Outcomes => {
    const why = whyNot(judgement, id);
    const outcome = (key: string, none: string): Outcomes[number] => {
      const findings = byLine.get(key) ?? [];
      const text = why !== undefined ? words.notMade(why) : findings.length === 0 ? none : countedWords(findings);
      return [key, { text, counts: countsOf(findings) }];
    };
    const none = rule.kind === 'checklist' ? words.unanswered : words.nobody;
    const items = rule.kind === 'checklist' ? Object.keys(rule.items) : [];
    return [outcome(lineKey('rules', id), none), ...items.map((item) => outcome(lineKey('rules', id, item), none))];
  });
}

/** Why a rule says nothing about anybody. */
function whyNot({ silent, unchosen }: Judgement, rule: string): string | undefined {
  const silence = silent.get(rule);
  if (!silence) return unchosen.has(rule) ? words.unchosen : undefined;
  if (silence.lacks.length > 0) return lackText(lackingSheets(silence.lacks));
  return silence.kind === 'off' ? words.silent([silence.why]) : silence.why;
}

/** "不达标3、达标12": the words that stand beside the colours, what needs action first. */
function countedWords(findings: readonly Finding[]): string {
  return STATUSES.flatMap((status) => {
    const counts = new Map<string, number>();
    for (const finding of findings) if (finding.status === status) counts.set(finding.word, (counts.get(finding.word) ?? 0) + 1);
    return [...counts].map(([word, count]) => words.count(word, count));
  }).join('、');
}

function countsOf(findings: readonly Finding[]): Record<FindingStatus, number> {
  const counts = { met: 0, explain: 0, unmet: 0, missing: 0 };
  for (const { status } of findings) counts[status]++;
  return counts;
}

function reviewOutcomes({ pack, reviews }: RuleRun): Outcomes {
  return reviews.map(({ key, rows }) => {
    const titles = pack.reviews[key]!.outcomes.map(({ title }) => title);
    const counted = [...titles, words.undecided].flatMap((title, at) => {
      const count = rows.filter(({ outcome }) => (outcome ?? titles.length) === at).length;
      return count === 0 ? [] : [words.count(title, count)];
    });
    return [lineKey('reviews', key), { text: counted.length === 0 ? words.notMade(words.noRows) : counted.join('、') }];
  });
}

/** Kinds of checks whose findings bear the check's own title; those of the others name the figure. */
const NAMED_BY: ReadonlySet<PackCheck['kind']> = new Set(['part', 'share']);

export const isAskedBy = ({ kind, title }: Pick<PackCheck, 'kind' | 'title'>, finding: CheckFinding): boolean =>
  finding.kind === kind && (!NAMED_BY.has(kind) || finding.title.startsWith(title));

/** Checks of one title, and of a kind that the pack has but once, are told by their findings; the others are on the sheet of all. */
function checkOutcomes({ pack, checks }: RuleRun): Outcomes {
  const all = Object.entries(pack.checks);
  return all.map(([key, { kind, title }]) => {
    const alone = all.filter(([, other]) => other.kind === kind).length === 1;
    const asked = checks.findings.filter((finding) => isAskedBy({ kind, title }, finding));
    const isTold = alone || NAMED_BY.has(kind);
    return [lineKey('checks', key), { text: isTold ? words.asked(asked.length) : words.checked }];
  });
}

function asideOutcomes({ pack }: RuleRun): Outcomes {
  return [
    ...Object.keys(pack.levels).map((key) => [lineKey('levels', key), { text: words.applied }] as const),
    ...Object.keys(pack.statements).map((key) => [lineKey('statements', key), { text: words.shown }] as const),
    ...pack.covers.map((_, at) => [lineKey('covers', at), { text: words.leftAside }] as const),
  ];
}
