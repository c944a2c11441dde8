import type { JSX } from 'preact';
import { StatusBadge } from '../parts/status';
import { SubPage } from '../parts/sub-page';
import { Icon } from '../parts/icon';
import { STATUSES } from '../findings';
import type { Session } from '../session';
import { appWords as words } from '../words';

export interface AboutFacts {
  readonly version: string;
  readonly host: 'excel' | 'browser';
  readonly limits: readonly string[];
}

export function AboutView({
  session,
  facts,
  onBack,
}: {
  readonly session: Session;
  readonly facts: AboutFacts;
  readonly onBack: () => void;
}): JSX.Element {
  return (
    <SubPage title={words.about.heading} onBack={onBack}>
      <p>
        <span class="strong">{words.product}</span>{' '}
        <span class="quiet">
          {words.joined([words.version(facts.version), words.about.packs(session.packs.length - session.state.own.packs.length)])}
        </span>
      </p>
      <section class="card">
        <h3 class="row">
          <Icon name="lock" />
          {words.local}
        </h3>
        <p>{words.about.private}</p>
      </section>
      <p>{words.about.writes}</p>
      {facts.host === 'excel' && <p>{words.about.ribbon}</p>}
      <h3>{words.about.colours}</h3>
      <ul class="plain">
        {STATUSES.map((status) => (
          <li key={status} class="row from-top">
            <StatusBadge status={status} />
            <span class="grow">{words.about.colourOf[status]}</span>
          </li>
        ))}
      </ul>
      <p class="quiet">{words.about.draft}</p>
      {facts.limits.length > 0 && (
        <>
          <h3>{words.about.limits}</h3>
          <ul class="plain">
            {facts.limits.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.about.licence}</h3>
      <p>{words.about.licenceText}</p>
    </SubPage>
  );
}
