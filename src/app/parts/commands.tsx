import type { JSX } from 'preact';
import type { Session } from '../session';
import type { SessionState } from '../state';
import { appWords as words } from '../words';
import { Progress } from './progress';

/** Everything that the ribbon does, on every screen. On 方案 the one primary button is as wide as the pane. */
export function Commands({
  session,
  state,
  wide = false,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly wide?: boolean;
}): JSX.Element {
  const { work, phase, outcome, checked, owned } = state;
  if (work) return <Progress session={session} work={work} />;
  if (phase === 'unreadable') {
    return (
      <div class="commands">
        <button type="button" class="button primary" onClick={() => void session.open()}>
          {words.commands.retry}
        </button>
      </div>
    );
  }
  return (
    <div class={wide ? 'commands wide' : 'commands'}>
      <button type="button" class="button primary" onClick={() => void session.score()}>
        {outcome && !wide ? words.commands.scoreAgain : words.commands.score}
      </button>
      <button type="button" class="button" onClick={() => void session.check()}>
        {checked && state.view === 'check' ? words.commands.checkAgain : words.commands.check}
      </button>
      <button
        type="button"
        class={owned.length > 0 ? 'button' : 'button subtle'}
        disabled={owned.length === 0}
        onClick={() => session.askClear()}
      >
        {words.commands.clear}
      </button>
    </div>
  );
}
