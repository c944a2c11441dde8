import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FindingStatus } from '../../core/judge/finding';
import { CellLinks } from '../parts/cell-link';
import { Disclosure } from '../parts/disclosure';
import { LongList } from '../parts/long-list';
import { Icon } from '../parts/icon';
import { StatusBadge, statusIcon } from '../parts/status';
import { findingAt, STATUSES, stretchOf, type Clause, type FindingGroup, type FindingRule, type FindingView } from '../findings';
import type { Session } from '../session';
import type { ShownResult } from '../shown-result';
import { appWords as words } from '../words';

const FIRST = 10;

/** Counts by colour, which are filters at the same time, and findings by what follows from them. */
export function Findings({
  session,
  result: { counts, groups: all },
  landing,
  between,
}: {
  readonly session: Session;
  readonly result: ShownResult;
  /** Heading of the group that somebody comes back to. */
  readonly landing: string | undefined;
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
          <Group
            key={`${only}:${group.title}`}
            session={session}
            group={group}
            id={idOf(group)}
            open={landing === idOf(group)}
            only={only}
          />
        ))}
        {others.length > 0 && <h4>{words.result.others}</h4>}
        {others.map((group) => (
          <Group
            key={`${only}:${group.title}`}
            session={session}
            group={group}
            id={idOf(group)}
            open={landing === idOf(group)}
            only={only}
          />
        ))}
      </section>
    </>
  );
}

const idOf = ({ kind, title }: FindingGroup): string => `findings-${kind}-${title.replaceAll(/\s/gu, '')}`;

function Group({
  session,
  group,
  id,
  open,
  only,
}: {
  readonly session: Session;
  readonly group: FindingGroup;
  readonly id: string;
  readonly open: boolean;
  readonly only: FindingStatus | undefined;
}): JSX.Element {
  const { from, count } = only === undefined ? { from: 0, count: group.findings.subjects.length } : stretchOf(group, only);
  return (
    <Disclosure title={group.title} id={id} open={open} aside={<Tally counts={group.counts} only={only} />}>
      <Quotes session={session} clauses={group.clauses} rule={group.rules[0]} back={id} />
      <LongList
        className="items"
        first={FIRST}
        count={count}
        render={(at) => <Item session={session} finding={findingAt(group, from + at)} group={group} back={id} />}
      />
    </Disclosure>
  );
}

/** "✕ 3  ! 2": the numbers of a group by colour; read out with their words. */
export function Tally({
  counts,
  only,
}: {
  readonly counts: FindingGroup['counts'];
  readonly only?: FindingStatus | undefined;
}): JSX.Element {
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

/** @param group that it stands in, whose clauses it does not repeat; none where the clauses are known @param back where one comes back to from its rule */
export function Item({
  session,
  finding,
  group,
  back,
}: {
  readonly session: Session;
  readonly finding: FindingView;
  readonly group?: FindingGroup;
  readonly back?: string;
}): JSX.Element {
  return (
    <>
      <p class="row">
        <span class="strong grow">{finding.subject}</span>
        <StatusBadge status={finding.status} word={finding.word} />
      </p>
      {group?.kind === 'consequence' && finding.rule.title !== group.title && <p class="quiet">{finding.rule.title}</p>}
      <p>{finding.sentence}</p>
      {group?.clauses.length === 0 && <Quotes session={session} clauses={finding.rule.clauses} rule={finding.rule} back={back} />}
      <CellLinks session={session} cells={finding.cells} count={finding.cellCount} />
    </>
  );
}

/** Clauses in their words; the place leads to the rule. */
function Quotes({
  session,
  clauses,
  rule,
  back,
}: {
  readonly session: Session;
  readonly clauses: readonly Clause[];
  readonly rule: FindingRule | undefined;
  readonly back: string | undefined;
}): JSX.Element {
  return (
    <>
      {clauses.map(({ place, quote }) => (
        <blockquote key={place + quote}>
          <button
            type="button"
            class="link"
            aria-label={words.ruleOf(place)}
            title={words.ruleOf(place)}
            onClick={() => session.showRules({ line: rule?.key, quote, landing: back })}
          >
            {place}
          </button>
          {words.quote(quote)}
        </blockquote>
      ))}
    </>
  );
}
