import type { LevelScale } from '../levels/levels';
import type { Figures } from '../measure/figures';
import type { Pack } from '../pack/schema';
import type { Review } from '../review/review';
import { adjustmentCells, appliesAt, shownAdjustments } from '../ranking/adjustments';
import { rankedOf } from '../ranking/by-standard';
import type { Coverage } from '../ranking/coverage';
import type { GradeAt } from '../ranking/grade';
import { completenessOf, placesOf, weightsAt, type RankedPopulation, type WeightSet } from '../ranking/population';
import { lastYearOf, type LastYear } from '../ranking/last-year';
import { TOTAL } from '../ranking/total';
import type {
  Result,
  ResultAdjustment,
  ResultCoverage,
  ResultGrade,
  ResultIndicator,
  ResultLevels,
  ResultRanking,
  ResultReview,
  ResultRow,
  ResultWeights,
} from '../result';
import { branchesOf } from '../score/tree';
import { jurisdictionName } from './jurisdiction';
import type { ReportInput } from './report-context';
import { unmadeSheets } from './unmade';

const orNull = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** The JSON result, rows best first. */
export function resultOf(input: Omit<ReportInput, 'mark'>): Result {
  const { pack, figures, day, dataYear, fictional, checks, decisions, ranked, standards, judgement, levels, reviews, problems } = input;
  const ranking = (one: RankedPopulation): ResultRanking => {
    const by = standards.get(one.id)?.by;
    const scored = by ?? { pack, figures };
    const main = { table: scored.pack.main_table };
    const rowOf = rowsOf(scored.pack, scored.figures, one, by ? undefined : lastYearOf({ figures, dataYear, judgement }, one));
    return {
      id: one.id,
      title: one.title,
      ...(one.by !== undefined && { by: one.by }),
      population: pack.rankings[one.id]?.population ?? {},
      scoredOver: one.scoredOver?.scope ?? null,
      marks: orNull(one.marks),
      coverage: coverage(one.coverage),
      standard: by ? { pack: by.pack.pack, title: by.pack.title, number: by.pack.number ?? null, basis: by.ranked.basis } : null,
      weights: one.weightSets.map((set) => weightsOf(one, set)),
      rows: Array.from(one.order, (place): ResultRow => rowOf(place, scored.figures.subject(main, one.rows[place]!))),
    };
  };
  return {
    format: 'zone-assessor/result@1',
    pack: { id: pack.pack, version: pack.version, title: pack.title, number: pack.number ?? null, jurisdiction: jurisdictionName(pack) },
    asOf: day.date,
    asOfFrom: day.from,
    dataYear: {
      year: dataYear.year ?? null,
      part: dataYear.part ?? null,
      source: dataYear.source ?? null,
      place: dataYear.place ?? null,
      doubt: dataYear.doubt ?? null,
    },
    fictional,
    basis: ranked.basis,
    weightsBasis: ranked.ground
      ? { name: ranked.ground.name, number: ranked.ground.number ?? null, date: ranked.ground.date ?? null }
      : null,
    ...(ranked.dataWeighting && { dataWeighting: ranked.dataWeighting }),
    gaps: ranked.gaps.decision ?? null,
    ...(ranked.gaps.own.size > 0 && {
      indicatorGaps: Object.fromEntries([...ranked.gaps.own].map(([key, { choice, ground }]) => [key, { choice, ground }])),
    }),
    rankings: Object.keys(pack.rankings).flatMap((id) => {
      const one = rankedOf(ranked, standards, id);
      return one ? [ranking(one)] : [];
    }),
    ...(levels.length > 0 && { levels: levels.map((scale) => levelsIn(pack, figures, scale)) }),
    ...(reviews.length > 0 && { reviews: reviews.map((review) => reviewIn(pack, review)) }),
    findings: judgement.findings.map(({ rule, kind, clauses, subject, status, word, certainty, settle, consequence, sentence, cells }) => ({
      rule,
      kind,
      clause: clauses.join('；'),
      subject,
      status,
      word,
      certainty,
      settle,
      consequence: consequence ?? null,
      sentence,
      cells,
    })),
    problems,
    unmade: unmadeSheets(input).map(({ title, ranking: id = null, rules, why }) => ({ title, ranking: id, rules, why })),
    decisions: decisions.map(({ kind, sheet, cell, seen, value, words }) => ({
      kind,
      cell: `${sheet}!${cell}`,
      seen,
      value: value ?? null,
      words,
    })),
    checks: {
      made: checks.made,
      more: checks.more,
      findings: checks.findings.map(({ kind, zone, title, cells, actual, expected, difference, question }) => ({
        kind,
        zone: zone === '' ? null : zone,
        title,
        cells,
        actual: actual === '' ? null : actual,
        expected: expected === '' ? null : expected,
        difference: difference === '' ? null : difference,
        question,
      })),
    },
  };
}

function reviewIn(pack: Pack, { key, rows }: Review): ResultReview {
  const { title, outcomes } = pack.reviews[key]!;
  const titleOf = (outcome: number): string => outcomes[outcome]!.title;
  return {
    id: key,
    title,
    rows: rows.map(({ subject, zone, outcome, possible, reasons, settle }) => ({
      subject,
      zone: zone === '' ? null : zone,
      outcome: outcome === undefined ? null : titleOf(outcome),
      possible: possible.map(titleOf),
      reasons: reasons.map(({ rule, status, word, clauses, sentence, cells }) => ({
        rule,
        status,
        word,
        clause: clauses.join('；'),
        sentence,
        cells,
      })),
      settle,
    })),
  };
}

function levelsIn(pack: Pack, figures: Figures, { key, title, columns }: LevelScale): ResultLevels {
  const { steps } = pack.levels[key]!;
  const main = { table: pack.main_table };
  return {
    id: key,
    title,
    rows: Array.from({ length: figures.rowsOf(main) }, (_, row) => ({
      subject: figures.subject(main, row),
      levels: Object.fromEntries(
        columns.map(({ id, at }) => {
          const level = at[row];
          return [id, level ? { best: steps[level.best]!.title, worst: steps[level.worst]!.title } : null];
        }),
      ),
    })),
  };
}

function coverage({ complete, contents, rest, listed, blankIndicators, ownIndicators }: Coverage): ResultCoverage {
  return {
    complete,
    contents: contents.map(({ id, title, basis, weight, share, unscored }) => ({
      id,
      title,
      basis,
      weight: orNull(weight),
      share: orNull(share),
      unscored: unscored ?? null,
    })),
    rest,
    listed: listed ?? null,
    blankIndicators: blankIndicators.map(({ id }) => id),
    ownIndicators: ownIndicators.map(({ id }) => id),
  };
}

/** Shares in the total of what is shown by id. */
function weightsOf(one: RankedPopulation, { group, shares }: WeightSet): ResultWeights {
  const byId = (ids: readonly string[]): Record<string, number> => Object.fromEntries(ids.map((id) => [id, shares.get(id) ?? 0]));
  return {
    group: group ?? null,
    dimensions: byId(branchesOf(one.tree).flatMap(({ id }) => (id === TOTAL ? [] : [id]))),
    indicators: byId(one.indicators.map(({ id }) => id)),
  };
}

const gradeOf = ({ now, best, worst }: GradeAt): ResultGrade => ({ grade: now ?? null, best: best ?? null, worst: worst ?? null });

/**
 * Builds rows of one ranking. What a row holds by name is made when someone looks at it, and is plain data then: of 100,000 rows with
 * 60 indicators it would be six million objects at once, and a summary or a sheet needs none of them.
 */
function rowsOf(
  pack: Pack,
  figures: Figures,
  one: RankedPopulation,
  last: LastYear | undefined,
): (place: number, subject: string) => ResultRow {
  const dimensions = branchesOf(one.tree)
    .filter(({ id }) => id !== TOTAL)
    .map(({ id }) => ({ id, scores: one.scores.nodeScores.get(id)! }));
  const indicators = one.indicators.map(({ id, unit }) => ({
    id,
    unit: unit ?? null,
    values: one.values.get(id)!,
    scores: one.scores.indicatorScores.get(id)!,
  }));
  const adjustments = shownAdjustments(pack, figures.settings, one);
  return (place, subject) => ({
    subject,
    group: weightsAt(one, place)?.group ?? null,
    total: orNull(one.totals[place]),
    ...(one.years && {
      yearTotals: [one.adjusted.totals, ...one.years.sources.map(({ values }) => values)].map((of) => orNull(of[place])),
    }),
    rank: one.rank[place] || null,
    tied: one.tied[place] === 1,
    ...(last && { lastRank: orNull(last.ranks[place]), moved: last.moved(place) ?? null }),
    get places() {
      return placesOf(one, place) ?? null;
    },
    ...(one.grades.length > 0 && { grades: Object.fromEntries(one.grades.map(({ key, at }) => [key, gradeOf(at[place]!)])) }),
    complete: completenessOf(one, place) === 'complete',
    completeness: completenessOf(one, place),
    get dimensions() {
      const byId: Record<string, number | null> = {};
      for (const { id, scores } of dimensions) byId[id] = orNull(scores[place]);
      return byId;
    },
    get indicators() {
      const byId: Record<string, ResultIndicator> = {};
      const shares = weightsAt(one, place)?.shares;
      for (const { id, unit, values, scores } of indicators)
        byId[id] = { value: orNull(values[place]), unit, score: orNull(scores[place]), weight: shares?.get(id) ?? 0 };
      return byId;
    },
    get adjustments() {
      return adjustments.map((adjustment): ResultAdjustment => {
        const { key, title, declared, written, changes, off } = adjustment;
        return {
          key,
          kind: declared.kind,
          title,
          applies: appliesAt(one, adjustment, place) ?? null,
          value: orNull(changes[place]),
          clause: (declared.clause ?? []).join('；'),
          cells: adjustmentCells(figures, written, one.rows[place]!),
          ...(off !== undefined && { off }),
        };
      });
    },
  });
}
