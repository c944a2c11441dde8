import type { RankedPopulation } from '../ranking/population';
import { TOTAL } from '../ranking/rank-zones';
import type { Result, ResultRanking, ResultRow } from '../result';
import { branchesOf } from '../score/tree';
import { jurisdictionName } from './jurisdiction';
import type { ReportInput } from './report';

const orNull = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** The JSON result, rows best first. */
export function resultOf({ pack, figures, ranked, judgement, problems, asOf }: Omit<ReportInput, 'mark'>): Result {
  const main = { table: pack.main_table };
  const ranking = (one: RankedPopulation): ResultRanking => ({
    id: one.id,
    title: one.title,
    population: pack.rankings[one.id]?.population ?? {},
    rows: Array.from(one.order, (place): ResultRow => rowOf(one, place, figures.subject(main, one.rows[place]!))),
  });
  return {
    format: 'zone-assessor/result@1',
    pack: { id: pack.pack, version: pack.version, title: pack.title, number: pack.number ?? null, jurisdiction: jurisdictionName(pack) },
    asOf,
    basis: ranked.basis,
    rankings: [...ranked.rankings.values()].map(ranking),
    findings: judgement.findings.map(({ rule, kind, clauses, subject, status, consequence, sentence, cells }) => ({
      rule,
      kind,
      clause: clauses.join('；'),
      subject,
      status,
      consequence: consequence ?? null,
      sentence,
      cells,
    })),
    problems,
  };
}

function rowOf(one: RankedPopulation, place: number, subject: string): ResultRow {
  const branches = branchesOf(one.tree).filter(({ id }) => id !== TOTAL);
  return {
    subject,
    total: orNull(one.totals[place]),
    rank: one.rank[place] || null,
    tied: one.tied[place] === 1,
    complete: one.complete[place] === 1,
    dimensions: Object.fromEntries(branches.map(({ id }) => [id, orNull(one.scores.nodeScores.get(id)![place])])),
    indicators: Object.fromEntries(
      one.indicators.map(({ id, unit }) => [
        id,
        {
          value: orNull(one.values.get(id)![place]),
          unit: unit ?? null,
          score: orNull(one.scores.indicatorScores.get(id)![place]),
          weight: one.shares.get(id) ?? 0,
        },
      ]),
    ),
  };
}
