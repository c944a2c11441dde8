import type { JSX } from 'preact';
import { Icon } from '../../app/parts/icon';
import type { Desk } from '../desk';
import type { DeskState } from '../desk/desk-state';
import { dayAndTime } from '../shown-time';
import { workbenchWords as words } from '../words';

/** Below the bar: what is going on, what went wrong, what is not shown. The regions stay in the page, so that screen readers notice what is put into them. */
export function Strip({ desk, state }: { readonly desk: Desk; readonly state: DeskState }): JSX.Element {
  const { opening, offers, notices, notes, hint } = state;
  return (
    <div class="strip">
      <div role="status" aria-live="polite">
        {opening !== undefined && (
          <div class="strip-line">
            <span class="grow">{words.opening(opening)}</span>
            <button type="button" class="button small" onClick={() => desk.cancelOpening()}>
              {words.cancelOpening}
            </button>
          </div>
        )}
        {hint !== undefined && (
          <p class="hint">
            <Icon name="info" />
            {hint}
          </p>
        )}
        {notices.map(({ id, tone, message, nextStep, action }) => (
          <div key={id} class={`notice notice-${tone}`}>
            <Icon name={tone} />
            <div class="grow">
              <p>{message}</p>
              {nextStep !== undefined && <p class="next">{nextStep}</p>}
            </div>
            {action && (
              <button type="button" class="button small" onClick={() => action.run()}>
                {action.label}
              </button>
            )}
            <button
              type="button"
              class="button subtle icon-only"
              aria-label={words.close}
              title={words.close}
              onClick={() => desk.dismiss(id)}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
      </div>
      {offers.length > 0 && (
        <ul class="strip-offers" aria-label={words.drafts.label}>
          {offers.map(({ id, name, at, scored }) => (
            <li key={id} class="strip-line">
              <Icon name="sheet" />
              <span class="grow" id={`draft-${id}`}>
                {words.drafts.offer(name, dayAndTime(at), scored)}
              </span>
              <button type="button" class="button small" aria-describedby={`draft-${id}`} onClick={() => void desk.restoreDraft(id)}>
                {words.drafts.restore}
              </button>
              <button type="button" class="button small" aria-describedby={`draft-${id}`} onClick={() => void desk.discardDraft(id)}>
                {words.drafts.discard}
              </button>
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && <p class="strip-line quiet">{notes.join(' ')}</p>}
    </div>
  );
}
