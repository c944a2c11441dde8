import type { JSX } from 'preact';
import type { Decision } from '../../core/decision';
import { isAccepted } from '../acceptable';
import { CellLink } from '../parts/cell-link';
import { Disclosure } from '../parts/disclosure';
import { LongList } from '../parts/long-list';
import type { Session } from '../session';
import { appWords as words } from '../words';

const FIRST = 20;

/** What was accepted, to be looked up and taken back. @param followed of it; undefined as long as nobody has looked again */
export function Decided({
  session,
  followed,
  withdraw,
}: {
  readonly session: Session;
  readonly followed: readonly Decision[] | undefined;
  readonly withdraw: (decisions: readonly Decision[]) => void;
}): JSX.Element | null {
  const { decisions } = session;
  if (decisions.length === 0) return null;
  const idle = (decision: Decision): boolean => followed !== undefined && !isAccepted(followed, decision);
  return (
    <Disclosure title={<span class="strong">{words.check.decided}</span>} aside={words.check.decidedCount(decisions.length)}>
      <p class="quiet">{words.check.decidedHint}</p>
      <LongList
        className="items"
        first={FIRST}
        count={decisions.length}
        render={(at) => <DecidedItem session={session} decision={decisions[at]!} idle={idle(decisions[at]!)} withdraw={withdraw} />}
      />
      {decisions.length > 1 && (
        <button type="button" class="button small" data-withdraw onClick={() => withdraw(decisions)}>
          {words.check.withdrawAll}
        </button>
      )}
    </Disclosure>
  );
}

function DecidedItem({
  session,
  decision,
  idle,
  withdraw,
}: {
  readonly session: Session;
  readonly decision: Decision;
  readonly idle: boolean;
  readonly withdraw: (decisions: readonly Decision[]) => void;
}): JSX.Element {
  const { sheet, cell } = decision;
  const place = `${sheet}!${cell}`;
  return (
    <>
      <p class="row cells">
        <span class="grow">
          <CellLink session={session} sheet={sheet} cell={cell} />
        </span>
        <button
          type="button"
          class="button small"
          data-withdraw
          aria-label={words.check.withdrawOf(place, decision.words)}
          onClick={() => withdraw([decision])}
        >
          {words.check.withdraw}
        </button>
      </p>
      <p>
        {decision.words}
        {idle && <span class="tag">{words.check.idle}</span>}
      </p>
      {decision.seen !== '' && <p class="quiet">{words.check.seen(decision.seen)}</p>}
    </>
  );
}
