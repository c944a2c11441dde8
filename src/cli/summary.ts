import type { Checked } from '../core/checked';
import { formatHalfUp } from '../core/decimal';
import type { Problem, Severity } from '../core/problem';
import { placeOf, toldProblems } from '../core/told-problems';
import type { Result, ResultRanking } from '../core/result';
import { coverageInShort } from '../core/report/coverage-line';
import { FICTION } from '../core/words/check';
import { weightsLine } from '../core/report/weights-line';
import { reportWords } from '../core/words/report';
import { cliWords as words } from './words';

/** Rows shown from the top and from the end of a ranking. */
const SHOWN = 5;
const SEVERITIES: readonly Severity[] = ['block', 'error', 'warning', 'info'];

/** Problems as a person reads them, worst first. */
export function problemLines(problems: readonly Problem[], only: readonly Severity[] = SEVERITIES): string {
  const told = toldProblems(problems);
  return SEVERITIES.filter((severity) => only.includes(severity))
    .flatMap((severity) => told.filter((problem) => problem.severity === severity))
    .map((problem) => words.problem(words.severity[problem.severity], placeOf(problem), problem.message, problem.nextStep))
    .join('\n');
}

/**
 * A screenful: rankings from both ends, findings by colour, problems by severity.
 * @param decimals how many of a total are shown, as on the result sheets
 * @param writesNotes whether the sheet is written that tells all problems
 */
export function summary(
  result: Result,
  { day, dataYear }: Pick<Checked, 'day' | 'dataYear'>,
  decimals: number,
  writesNotes = true,
): string {
  const findings = (['unmet', 'explain', 'missing', 'met'] as const).map((status) =>
    words.count(words.status[status], result.findings.filter((finding) => finding.status === status).length),
  );
  const told = toldProblems(result.problems);
  const problems = SEVERITIES.flatMap((severity) => {
    const count = told.filter((problem) => problem.severity === severity).length;
    return count > 0 ? [words.count(words.severity[severity], count)] : [];
  });
  return [
    ...(result.fictional ? [FICTION] : []),
    words.dates(reportWords.dataYear(dataYear), reportWords.asOf(day)),
    words.basis(weightsLine(result.basis, result.weightsBasis, result.dataWeighting).text),
    ...result.rankings.map((one) => ranking(one, decimals)),
    words.counts(findings.join('，')),
    problems.length > 0 ? words.problemCounts(problems.join('，'), writesNotes) : words.noProblems,
  ].join('\n');
}

function ranking({ title, coverage, rows }: ResultRanking, decimals: number): string {
  const line = (index: number): string => {
    const row = rows[index]!;
    return words.row(
      row.rank === null ? words.unranked : String(row.rank).padStart(4),
      row.subject,
      row.total === null ? '—' : formatHalfUp(row.total, decimals),
      row.tied,
    );
  };
  const all = rows.map((_, index) => index);
  const shown =
    rows.length <= SHOWN * 2
      ? all.map(line)
      : [...all.slice(0, SHOWN).map(line), words.between(rows.length - SHOWN * 2), ...all.slice(-SHOWN).map(line)];
  const scope = coverageInShort(coverage);
  const head = [
    words.ranking(title, rows.filter(({ rank }) => rank !== null).length, rows.length),
    ...(scope === undefined ? [] : [words.scope(scope)]),
  ];
  return [...head, ...shown].join('\n');
}
