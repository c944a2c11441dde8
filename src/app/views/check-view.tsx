import type { JSX } from 'preact';
import type { ToldProblem } from '../../core/told-problems';
import { CellLink } from '../parts/cell-link';
import { Commands } from '../parts/commands';
import { Disclosure } from '../parts/disclosure';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { severityIcon, severityTone } from '../parts/status';
import { severityGroups } from '../problems';
import type { Session } from '../session';
import type { SessionState } from '../state';
import { appWords as words } from '../words';

const FIRST = 20;
/** How many cells of one problem are links. */
const LINKED = 10;

/** Problems, worst first; each leads to its cell and says what to do. */
export function CheckView({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { examined } = state;
  const groups = severityGroups(examined?.problems ?? []);
  return (
    <>
      <Commands session={session} state={state} />
      <h2 tabIndex={-1} data-heading>
        {words.check.heading}
      </h2>
      {!session.pack && <p>{words.check.cleanNoPack}</p>}
      {examined && groups.length === 0 && (
        <p class="health">
          <span class="badge tone-met">
            <Icon name="success" />
            {words.check.clean}
          </span>
        </p>
      )}
      {groups.map(({ severity, problems }) => (
        <Disclosure
          key={severity}
          open={severity !== 'info' || groups.length === 1}
          title={
            <span class={`badge tone-${severityTone[severity]}`}>
              <Icon name={severityIcon[severity]} />
              {words.check.count(words.check.severity[severity], problems.length)}
            </span>
          }
        >
          <p class="quiet">{words.check.hint[severity]}</p>
          <LongList
            className="items"
            first={FIRST}
            count={problems.length}
            render={(at) => <ProblemItem session={session} problem={problems[at]!} />}
          />
        </Disclosure>
      ))}
    </>
  );
}

function ProblemItem({
  session,
  problem: { sheet, cells, message, nextStep },
}: {
  readonly session: Session;
  readonly problem: ToldProblem;
}): JSX.Element {
  return (
    <>
      {sheet !== undefined && (
        <p class="cells">
          {(cells.length === 0 ? ['A1'] : cells.slice(0, LINKED)).map((cell, at) => (
            <CellLink key={cell} session={session} sheet={sheet} cell={cell}>
              {cells.length === 0 ? sheet : at === 0 ? `${sheet}!${cell}` : cell}
            </CellLink>
          ))}
        </p>
      )}
      <p>{message}</p>
      <p class="next">
        <span class="strong">{words.check.next}</span>
        {nextStep}
      </p>
    </>
  );
}
