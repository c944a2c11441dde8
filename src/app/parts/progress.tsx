import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../session';
import type { Work } from '../state';
import { appWords as words } from '../words';
import { Icon } from './icon';

/** The second half of a double click lands here, where a button was: it must not take the focus away. */
const keepFocus = (event: JSX.TargetedMouseEvent<HTMLDivElement>): void => {
  if (!(event.target instanceof Element && event.target.closest('button'))) event.preventDefault();
};

/** Takes the place of the commands while work is under way. Stages are announced, percents are not: they would drown everything. */
export function Progress({ session, work }: { readonly session: Session; readonly work: Work }): JSX.Element {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed has just gone; the focus goes to what one may want next.
    if (work.task !== 'open' && !work.unasked) cancel.current?.focus();
  }, []);
  const waits = work.waiting && !work.cancelling;
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Screens with much on them have the commands at their end.
    if (waits) whole.current?.scrollIntoView({ block: 'nearest' });
  }, [waits]);
  const percent = Math.round(work.share * 100);
  const line = work.cancelling ? words.work.cancelling : words.work.line(words.work[work.task], words.work.stage[work.stage]);
  return (
    <div ref={whole} class="progress" onMouseDown={keepFocus}>
      <div class="row">
        <p class="grow" id="progress-line" role="status" aria-live="polite">
          {line}
        </p>
        {work.task !== 'clear' && <span class="quiet">{words.work.percent(percent)}</span>}
      </div>
      {work.task === 'clear' ? (
        <progress aria-labelledby="progress-line" />
      ) : (
        <progress aria-labelledby="progress-line" max={100} value={percent} />
      )}
      {waits && (
        <p class="notice notice-warning" role="alert">
          <Icon name="warning" />
          <span class="grow">
            {words.trouble.hostWaits.message}
            {words.trouble.hostWaits.nextStep}
          </span>
        </p>
      )}
      {(work.task !== 'clear' || work.waiting) && (
        <button ref={cancel} type="button" class="button" aria-disabled={work.cancelling} onClick={() => session.cancel()}>
          {words.commands.cancel}
        </button>
      )}
    </div>
  );
}
