import type { JSX } from 'preact';
import type { FindingStatus } from '../../core/judge/finding';
import type { Severity } from '../../core/problem';
import { appWords as words } from '../words';
import { Icon, type IconName } from './icon';

/** Shape, colour and word say the same: whoever cannot see one of them has the other two. */
export const statusIcon: Readonly<Record<FindingStatus, IconName>> = {
  met: 'success',
  explain: 'warning',
  unmet: 'error',
  missing: 'missing',
};
export const severityIcon: Readonly<Record<Severity, IconName>> = { block: 'error', error: 'missing', warning: 'warning', info: 'info' };
export const severityTone: Readonly<Record<Severity, string>> = { block: 'unmet', error: 'missing', warning: 'explain', info: 'neutral' };

export function StatusBadge({
  status,
  word = words.result.status[status],
}: {
  readonly status: FindingStatus;
  readonly word?: string;
}): JSX.Element {
  return (
    <span class={`badge tone-${status}`}>
      <Icon name={statusIcon[status]} />
      {word}
    </span>
  );
}
