import type { Problem, Severity } from '../core/problem';
import { toldProblems, type ToldProblem } from '../core/told-problems';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['block', 'error', 'warning', 'info'];

/** Problems as a person is told them, by severity, as far as there are any, worst first. */
export function severityGroups(problems: readonly Problem[]): { severity: Severity; problems: ToldProblem[] }[] {
  const told = toldProblems(problems);
  return SEVERITIES.map((severity) => ({ severity, problems: told.filter((problem) => problem.severity === severity) })).filter(
    (group) => group.problems.length > 0,
  );
}

export function severityCounts(problems: readonly Problem[]): { severity: Severity; count: number }[] {
  return severityGroups(problems).map(({ severity, problems: { length } }) => ({ severity, count: length }));
}
