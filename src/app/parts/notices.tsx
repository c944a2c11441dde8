import type { JSX } from 'preact';
import type { Session } from '../session';
import type { Notice } from '../state';
import { appWords as words } from '../words';
import { Icon } from './icon';

/** What went well or wrong. The region stays in the page, so that screen readers notice what is put into it. */
export function Notices({ session, notices }: { readonly session: Session; readonly notices: readonly Notice[] }): JSX.Element {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.map(({ id, tone, message, nextStep }) => (
        <div key={id} class={`notice notice-${tone}`}>
          <Icon name={tone} />
          <div class="grow">
            <p>{message}</p>
            {nextStep !== undefined && <p class="next">{nextStep}</p>}
          </div>
          <button
            type="button"
            class="button subtle icon-only"
            aria-label={words.close}
            title={words.close}
            onClick={() => session.dismiss(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
