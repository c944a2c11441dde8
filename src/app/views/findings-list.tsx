import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FindingStatus } from '../../core/judge/finding';
import { CellLinks } from '../parts/cell-link';
import { Disclosure } from '../parts/disclosure';
import { LongList } from '../parts/long-list';
import { Icon } from '../parts/icon';
import { StatusBadge, statusIcon } from '../parts/status';
import { findingAt, STATUSES, stretchOf, type Clause, type FindingGroup, type FindingView } from '../findings';
import type { Session } from '../session';
import type { ShownResult } from '../shown-result';
import { appWords as words } from '../words';

const FIRST = 10;

/** Counts by colour, which are filters at the same time, and findings by what follows from them. */
export function Findings({
  session,
  result: { counts, groups: all },
  between,
}: {
  readonly session: Session;
  readonly result: ShownResult;
  readonly between: ComponentChildren;
}): JSX.Element {
  const [only, setOnly] = useState<FindingStatus>();
  const groups = only === undefined ? all : all.filter((group) => group.counts[only] > 0);
  const consequences = groups.filter(({ kind }) => kind === 'consequence');
  const others = groups.filter(({ kind }) => kind === 'rule');
  return (
    <>
      <div class="counts" role="group" aria-label={words.result.counts}>
        {STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            class={`count-tile tone-${status}`}
            aria-pressed={only === status}
            title={words.result.filter(words.result.status[status], counts[status])}
            onClick={() => setOnly(only === status ? undefined : status)}
          >
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
          <Group key={`${only}:${group.title}`} session={session} group={group} only={only} />
        ))}
        {others.length > 0 && <h4>{words.result.others}</h4>}
        {others.map((group) => (
          <Group key={`${only}:${group.title}`} session={session} group={group} only={only} />
        ))}
      </section>
    </>
  );
}

function Group({
  session,
  group,
  only,
}: {
  readonly session: Session;
  readonly group: FindingGroup;
  readonly only: FindingStatus | undefined;
}): JSX.Element {
  const { from, count } = only === undefined ? { from: 0, count: group.findings.subjects.length } : stretchOf(group, only);
  return (
    <Disclosure title={group.title} aside={<Tally counts={group.counts} only={only} />}>
      <Quotes clauses={group.clauses} />
      <LongList
        className="items"
        first={FIRST}
        count={count}
        render={(at) => <Item session={session} finding={findingAt(group, from + at)} group={group} />}
      />
    </Disclosure>
  );
}

/** "✕ 3  ! 2": the numbers of a group by colour; read out with their words. */
function Tally({ counts, only }: { readonly counts: FindingGroup['counts']; readonly only: FindingStatus | undefined }): JSX.Element {
  return (
    <span class="tally">
      {STATUSES.filter((status) => counts[status] > 0 && (only === undefined || status === only)).map((status) => (
        <span key={status} class={`tone-text-${status}`} title={words.result.status[status]}>
          <Icon name={statusIcon[status]} />
          <span class="visually-hidden">{words.result.status[status]}</span>
          {counts[status]}
        </span>
      ))}
    </span>
  );
}

function Item({
  session,
  finding,
  group,
}: {
  readonly session: Session;
  readonly finding: FindingView;
  readonly group: FindingGroup;
}): JSX.Element {
  return (
    <>
      <p class="row">
        <span class="strong grow">{finding.subject}</span>
        <StatusBadge status={finding.status} word={finding.word} />
      </p>
      {group.kind === 'consequence' && finding.rule.title !== group.title && <p class="quiet">{finding.rule.title}</p>}
      <p>{finding.sentence}</p>
      {group.clauses.length === 0 && <Quotes clauses={finding.rule.clauses} />}
      <CellLinks session={session} cells={finding.cells} count={finding.cellCount} />
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
