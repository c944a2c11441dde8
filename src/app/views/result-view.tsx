import type { JSX } from 'preact';
import { FICTION } from '../../core/words/check';
import { Commands } from '../parts/commands';
import { Icon } from '../parts/icon';
import { Parts } from '../parts/parts';
import { RESCORE_MS } from '../rescore';
import type { Session } from '../session';
import type { Outcome, SessionState } from '../state';
import { appWords as words } from '../words';
import { Findings } from './findings-list';
import { Rankings } from './rankings';

/** What came out: counts, both ends of every ranking, findings with their clauses, and the way to the written sheets. */
export function ResultView({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { outcome, stale } = state;
  return (
    <>
      <Commands session={session} state={state} />
      <h2 tabIndex={-1} data-heading>
        {words.result.heading}
      </h2>
      {!outcome && (
        <>
          <p>{words.result.none}</p>
          <p class="quiet">{words.result.noneNext}</p>
        </>
      )}
      {outcome && stale && (
        <div class="notice notice-warning">
          <Icon name="warning" />
          <p class="grow">{words.result.stale}</p>
        </div>
      )}
      {outcome && <Head session={session} outcome={outcome} />}
      {outcome?.detail ? (
        <>
          <Findings
            session={session}
            landing={state.landing}
            result={outcome.detail}
            between={<Rankings session={session} rankings={outcome.detail.rankings} />}
          />
        </>
      ) : (
        outcome && <p class="quiet">{words.result.earlier}</p>
      )}
      {outcome && <Sheets session={session} outcome={outcome} />}
      {outcome && session.canRescore && <RescoreBox session={session} on={state.choices.rescore} />}
    </>
  );
}

function RescoreBox({ session, on }: { readonly session: Session; readonly on: boolean }): JSX.Element {
  return (
    <div class="switch">
      <label>
        <input
          type="checkbox"
          checked={on}
          aria-describedby="rescore-hint"
          onChange={(event) => void session.chooseRescore(event.currentTarget.checked)}
        />
        <span>{words.rescore.label}</span>
      </label>
      <p class="quiet" id="rescore-hint">
        {words.rescore.hint(RESCORE_MS / 1000)}
      </p>
    </div>
  );
}

function Head({ session, outcome: { last, detail } }: { readonly session: Session; readonly outcome: Outcome }): JSX.Element {
  const pack = session.packOf(last.pack);
  return (
    <>
      <Parts
        of={[
          ...(pack ? [pack.title] : []),
          ...(detail ? [detail.dataYear] : []),
          words.result.asOf(last.asOf),
          words.result.at(localTime(last.at)),
        ]}
      />
      {detail?.fictional && (
        <p class="basis">
          <Icon name="warning" />
          <strong>{FICTION}</strong>
        </p>
      )}
      {detail && detail.basis !== 'pack_weights' && (
        <p class="basis">
          <Icon name="info" />
          <span>{detail.weights}</span>
        </p>
      )}
    </>
  );
}

const localTime = (iso: string): string =>
  new Date(iso).toLocaleString('zh-CN', { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' });

function Sheets({ session, outcome: { last, leftOut } }: { readonly session: Session; readonly outcome: Outcome }): JSX.Element {
  return (
    <section aria-labelledby="written">
      <h3 id="written">{words.result.sheets}</h3>
      <ul class="sheets">
        {last.written.map((sheet) => (
          <li key={sheet}>
            <Icon name="sheet" />
            <button type="button" class="link" aria-label={words.openSheet(sheet)} onClick={() => void session.goTo(sheet, 'A1')}>
              {sheet}
            </button>
          </li>
        ))}
      </ul>
      {session.hasNotice && (
        <p>
          <button type="button" class="button" onClick={() => void session.downloadNotice()}>
            {words.result.notice}
          </button>
        </p>
      )}
      {leftOut.length > 0 && (
        <>
          <h4>{words.result.leftOut}</h4>
          <ul class="plain">
            {leftOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
