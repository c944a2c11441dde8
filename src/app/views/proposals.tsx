import type { JSX } from 'preact';
import type { Decision } from '../../core/decision';
import type { ToldProblem } from '../../core/told-problems';
import { asksYear, isAccepted, type Acceptable } from '../acceptable';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import type { Session } from '../session';
import { appWords as words } from '../words';
import { YEAR_FIELD } from './year-field';

/** Proposals of a problem that are shown at once; it may have one for every row. */
const FIRST = 3;

/** The second click of a double one would meet the next proposal, which nobody has read by then. @param clicks in a row; 0 from the keyboard */
const isFirst = (clicks: number): boolean => clicks <= 1;

/** The likely answers to a problem's doubt, one click each. @param accept told is what a screen reader says of it */
export function Proposals({
  session,
  problem,
  acceptable,
  accept,
}: {
  readonly session: Session;
  readonly problem: ToldProblem;
  readonly acceptable: Acceptable | undefined;
  readonly accept: (decisions: readonly Decision[], told: string) => void;
}): JSX.Element | null {
  const { decisions = [], groups = [] } = acceptable ?? {};
  const year = asksYear(problem);
  if (decisions.length === 0 && !year) return null;
  const places = new Set(decisions.map(({ sheet, cell }) => `${cell}\n${sheet}`)).size;
  const each = problem.oneOf ? problem.forAll && places > 1 : places > 1 || decisions[0]?.cell !== problem.cell;
  const placed = problem.cells.length > 1 || each === true;
  return (
    <div class="proposals">
      <LongList
        className="proposed"
        first={FIRST}
        count={decisions.length}
        render={(at) => (
          <Accept decision={decisions[at]!} placed={placed} done={isAccepted(session.decisions, decisions[at]!)} accept={accept} />
        )}
      />
      {groups.map(({ sheet, kind, decisions: all, words: said }) => (
        <button
          key={`${kind} ${sheet} ${said}`}
          type="button"
          class="button small"
          data-proposal
          onClick={({ detail }) => isFirst(detail) && accept(all, words.check.acceptedAll(all.length))}
        >
          {said}
        </button>
      ))}
      {year && (
        <button type="button" class="link" onClick={() => session.show('data', YEAR_FIELD)}>
          {words.check.whichYear}
        </button>
      )}
    </div>
  );
}

function Accept({
  decision,
  placed,
  done,
  accept,
}: {
  readonly decision: Decision;
  readonly placed: boolean;
  readonly done: boolean;
  readonly accept: (decisions: readonly Decision[], told: string) => void;
}): JSX.Element {
  const said = placed ? words.check.acceptAt(decision.cell, decision.words) : decision.words;
  return (
    <button
      type="button"
      class="button small proposal"
      data-proposal
      aria-disabled={done}
      aria-label={words.check.accept(`${decision.sheet}!${decision.cell} ${decision.words}`)}
      onClick={({ detail }) => !done && isFirst(detail) && accept([decision], words.check.accepted(decision.words))}
    >
      {done && <Icon name="success" />}
      {said}
    </button>
  );
}
