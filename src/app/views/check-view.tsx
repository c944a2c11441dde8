import type { ComponentChildren, JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Decision } from '../../core/decision';
import type { ToldProblem } from '../../core/told-problems';
import { acceptableCount, acceptables } from '../acceptable';
import { CellLink } from '../parts/cell-link';
import { Commands } from '../parts/commands';
import { Disclosure } from '../parts/disclosure';
import { Icon } from '../parts/icon';
import { usePlace } from '../parts/place';
import { LongList } from '../parts/long-list';
import { severityIcon, severityTone } from '../parts/status';
import { severityGroups } from '../problems';
import type { Session } from '../session';
import type { SessionState } from '../state';
import { appWords as words } from '../words';
import { Decided } from './decided';
import { InsertTemplate } from './insert-template';
import { Proposals } from './proposals';

const FIRST = 20;
const NONE: readonly ToldProblem[] = [];
/** How many cells of one problem are links. */
const LINKED = 10;

/** Problems, worst first; each leads to its cell and says what to do, and what is likely meant is one click. */
export function CheckView({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { examined } = state;
  const problems = examined?.problems ?? NONE;
  const groups = useMemo(() => severityGroups(problems).map(answeredFirst), [problems]);
  const acceptable = useMemo(
    () =>
      acceptables(
        groups.flatMap((group) => group.problems),
        problems,
      ),
    [groups],
  );
  const count = useMemo(() => acceptableCount(problems), [problems]);
  const view = useRef<HTMLDivElement>(null);
  const { said, keepPlace } = usePlace(view, examined, words.check.lookedAgain(count));
  const accept = (decisions: readonly Decision[], told: string): void => {
    if (state.work) return;
    keepPlace('[data-proposal]', told);
    void session.accept(decisions);
  };
  const withdraw = (decisions: readonly Decision[]): void => {
    if (state.work) return;
    keepPlace('[data-withdraw]', words.check.withdrawn(decisions.length));
    void session.withdraw(decisions);
  };
  return (
    <div ref={view} class="screen">
      <Commands session={session} state={state} />
      <h2 tabIndex={-1} data-heading>
        {words.check.heading}
      </h2>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {!session.pack && <p>{words.check.cleanNoPack}</p>}
      {examined && groups.length === 0 && (
        <p class="health">
          <span class="badge tone-met">
            <Icon name="success" />
            {words.check.clean}
          </span>
        </p>
      )}
      <InsertTemplate session={session} state={state} />
      {count > 0 && <p class="quiet">{words.check.acceptable(count)}</p>}
      <Decided session={session} followed={examined?.followed} withdraw={withdraw} />
      {groups.map(({ severity, problems: ofSeverity }) => (
        <Disclosure
          key={severity}
          open={severity !== 'info' || groups.length === 1 || ofSeverity.some((problem) => acceptable.has(problem))}
          title={
            <span class={`badge tone-${severityTone[severity]}`}>
              <Icon name={severityIcon[severity]} />
              {words.check.count(words.check.severity[severity], ofSeverity.length)}
            </span>
          }
        >
          <p class="quiet">{words.check.hint[severity]}</p>
          <LongList
            className="items"
            first={FIRST}
            count={ofSeverity.length}
            render={(at) => (
              <ProblemItem session={session} problem={ofSeverity[at]!}>
                <Proposals session={session} problem={ofSeverity[at]!} acceptable={acceptable.get(ofSeverity[at]!)} accept={accept} />
              </ProblemItem>
            )}
          />
        </Disclosure>
      ))}
    </div>
  );
}

type Group = ReturnType<typeof severityGroups>[number];

/** What one click settles stands before what has to be mended in the workbook. */
function answeredFirst({ severity, problems }: Group): Group {
  const answered = ({ proposals = [] }: ToldProblem): number => Number(proposals.length > 0);
  return { severity, problems: [...problems].sort((a, b) => answered(b) - answered(a)) };
}

function ProblemItem({
  session,
  problem: { sheet, cells, message, nextStep },
  children,
}: {
  readonly session: Session;
  readonly problem: ToldProblem;
  readonly children: ComponentChildren;
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
      {children}
    </>
  );
}
