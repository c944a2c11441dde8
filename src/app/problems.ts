import type { Problem, Severity } from '../core/problem';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['block', 'error', 'warning', 'info'];

/** Problems by severity, as far as there are any, worst first. */
export function severityGroups(problems: readonly Problem[]): { severity: Severity; problems: Problem[] }[] {
  return SEVERITIES.map((severity) => ({ severity, problems: problems.filter((problem) => problem.severity === severity) })).filter(
    (group) => group.problems.length > 0,
  );
}

export function severityCounts(problems: readonly Problem[]): { severity: Severity; count: number }[] {
  return severityGroups(problems).map(({ severity, problems: { length } }) => ({ severity, count: length }));
}
