import { blocks, type Problem } from '../core/problem';
import { severityCounts } from './problems';
import { appWords } from './words';

/** What a check found, counted by gravity, as a notice says it. */
export function checkNotice(problems: readonly Problem[]): readonly [tone: 'warning' | 'success', said: { readonly message: string }] {
  const { check, done, listed } = appWords;
  const counts = severityCounts(problems).map(({ severity, count }) => check.count(check.severity[severity], count));
  return [blocks(problems) ? 'warning' : 'success', { message: counts.length === 0 ? done.checkedClean : done.checked(listed(counts)) }];
}
