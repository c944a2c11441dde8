import type { Problem, Severity } from '../core/problem';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['block', 'error', 'warning', 'info'];

/** Severities that occur, worst first. */
export function severityCounts(problems: readonly Problem[]): { severity: Severity; count: number }[] {
  return SEVERITIES.map((severity) => ({ severity, count: problems.filter((problem) => problem.severity === severity).length })).filter(({ count }) => count > 0);
}
