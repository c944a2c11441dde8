import { completenessOf, placesOf, type RankedPopulation } from '../ranking/population';
import { TOTAL } from '../ranking/rank-zones';
import type { Coverage } from '../ranking/coverage';
import type { Result, ResultCoverage, ResultIndicator, ResultRanking, ResultRow } from '../result';
import { branchesOf } from '../score/tree';
import { jurisdictionName } from './jurisdiction';
import type { ReportInput } from './report-context';

const orNull = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** The JSON result, rows best first. */
export function resultOf({ pack, figures, day, dataYear, fictional, ranked, judgement, problems }: Omit<ReportInput, 'mark'>): Result {
  const main = { table: pack.main_table };
  const ranking = (one: RankedPopulation): ResultRanking => {
    const rowOf = rowsOf(one);
    return {
      id: one.id,
      title: one.title,
      population: pack.rankings[one.id]?.population ?? {},
      coverage: coverage(one.coverage),
      rows: Array.from(one.order, (place): ResultRow => rowOf(place, figures.subject(main, one.rows[place]!))),
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
    gaps: ranked.gaps.decision ?? null,
    rankings: [...ranked.rankings.values()].map(ranking),
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
  };
}

function coverage({ complete, contents, rest, listed, ownIndicators }: Coverage): ResultCoverage {
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
    ownIndicators: ownIndicators.map(({ id }) => id),
  };
}

/**
 * Builds rows of one ranking. What a row holds by name is made when someone looks at it, and is plain data then: of 100,000 rows with
 * 60 indicators it would be six million objects at once, and a summary or a sheet needs none of them.
 */
function rowsOf(one: RankedPopulation): (place: number, subject: string) => ResultRow {
  const dimensions = branchesOf(one.tree)
    .filter(({ id }) => id !== TOTAL)
    .map(({ id }) => ({ id, scores: one.scores.nodeScores.get(id)! }));
  const indicators = one.indicators.map(({ id, unit }) => ({
    id,
    unit: unit ?? null,
    values: one.values.get(id)!,
    scores: one.scores.indicatorScores.get(id)!,
    weight: one.shares.get(id) ?? 0,
  }));
  return (place, subject) => ({
    subject,
    total: orNull(one.totals[place]),
    rank: one.rank[place] || null,
    tied: one.tied[place] === 1,
    get places() {
      return placesOf(one, place) ?? null;
    },
    complete: completenessOf(one, place) === 'complete',
    completeness: completenessOf(one, place),
    get dimensions() {
      const byId: Record<string, number | null> = {};
      for (const { id, scores } of dimensions) byId[id] = orNull(scores[place]);
      return byId;
    },
    get indicators() {
      const byId: Record<string, ResultIndicator> = {};
      for (const { id, unit, values, scores, weight } of indicators)
        byId[id] = { value: orNull(values[place]), unit, score: orNull(scores[place]), weight };
      return byId;
    },
  });
}
