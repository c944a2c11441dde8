import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FindingStatus } from '../../core/judge/finding';
import { appWords as words } from '../../core/words/app';
import { CellLinks } from '../parts/cell-link';
import { Disclosure } from '../parts/disclosure';
import { LongList } from '../parts/long-list';
import { Icon } from '../parts/icon';
import { StatusBadge, statusIcon } from '../parts/status';
import { groupFindings, STATUSES, type Clause, type FindingGroup, type FindingView } from '../findings';
import type { Session } from '../session';
import type { Outcome } from '../state';

type Detail = NonNullable<Outcome['detail']>;
const FIRST = 10;

/** Counts by colour, which are filters at the same time, and findings by what follows from them. */
export function Findings({ session, detail: { result, pack }, counts, between }: { readonly session: Session; readonly detail: Detail; readonly counts: Readonly<Record<FindingStatus, number>>; readonly between: ComponentChildren }): JSX.Element {
  const [only, setOnly] = useState<FindingStatus>();
  const groups = groupFindings(result, pack, only);
  const consequences = groups.filter(({ kind }) => kind === 'consequence');
  const others = groups.filter(({ kind }) => kind === 'rule');
  return (
    <>
      <div class="counts" role="group" aria-label={words.result.counts}>
        {STATUSES.map((status) => (
          <button key={status} type="button" class={`count-tile tone-${status}`} aria-pressed={only === status} title={words.result.filter(words.result.status[status], counts[status])} onClick={() => setOnly(only === status ? undefined : status)}>
            <span class="figure">{counts[status]}</span>
            <span class="word">
              <Icon name={statusIcon[status]} />
              {words.result.status[status]}
            </span>
          </button>
        ))}
      </div>
      {only === undefined && between}
      <section aria-labelledby="findings">
        <h3 id="findings">{only === undefined ? words.result.findings : words.result.findingsOf(words.result.status[only])}</h3>
        {groups.length === 0 && <p class="quiet">{words.result.noneOfKind}</p>}
        {consequences.length > 0 && <h4>{words.result.byConsequence}</h4>}
        {consequences.map((group) => (
          <Group key={`${only}:${group.title}`} session={session} group={group} />
        ))}
        {others.length > 0 && <h4>{words.result.others}</h4>}
        {others.map((group) => (
          <Group key={`${only}:${group.title}`} session={session} group={group} />
        ))}
      </section>
    </>
  );
}

function Group({ session, group }: { readonly session: Session; readonly group: FindingGroup }): JSX.Element {
  return (
    <Disclosure title={group.title} aside={<Tally counts={group.counts} />}>
      <Quotes clauses={group.clauses} />
      <LongList className="items" first={FIRST} items={group.findings} render={(finding) => <Item session={session} finding={finding} group={group} />} />
    </Disclosure>
  );
}

/** "✕ 3  ! 2": the numbers of a group by colour; read out with their words. */
function Tally({ counts }: { readonly counts: FindingGroup['counts'] }): JSX.Element {
  return (
    <span class="tally">
      {STATUSES.filter((status) => counts[status] > 0).map((status) => (
        <span key={status} class={`tone-text-${status}`} title={words.result.status[status]}>
          <Icon name={statusIcon[status]} />
          <span class="visually-hidden">{words.result.status[status]}</span>
          {counts[status]}
        </span>
      ))}
    </span>
  );
}

function Item({ session, finding, group }: { readonly session: Session; readonly finding: FindingView; readonly group: FindingGroup }): JSX.Element {
  return (
    <>
      <p class="row">
        <span class="strong grow">{finding.subject}</span>
        <StatusBadge status={finding.status} {...(finding.listed && { word: words.result.listedWord })} />
      </p>
      {group.kind === 'consequence' && finding.title !== group.title && <p class="quiet">{finding.title}</p>}
      <p>{finding.sentence}</p>
      {group.clauses.length === 0 && <Quotes clauses={finding.clauses} />}
      <CellLinks session={session} cells={finding.cells} />
    </>
  );
}

function Quotes({ clauses }: { readonly clauses: readonly Clause[] }): JSX.Element {
  return (
    <>
      {clauses.map(({ place, quote }) => (
        <blockquote key={place + quote}>{words.covers.quote(place, quote)}</blockquote>
      ))}
    </>
  );
}
