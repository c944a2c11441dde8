import { acceptableGroups, choiceGroups, decisionsOf, type AcceptableGroup } from '../core/acceptable-groups';
import { sameDecision, type Decision } from '../core/decision';
import type { Problem } from '../core/problem';
import type { ToldProblem } from '../core/told-problems';

/** What can be accepted of a problem, for its buttons. */
export interface Acceptable {
  readonly decisions: readonly Decision[];
  /** Proposals of the same kind, this problem's among them; they stand at the first of their problems alone. */
  readonly groups: readonly AcceptableGroup[];
}

const idOf = (code: string, { kind, sheet }: Pick<Decision, 'kind' | 'sheet'>): string => `${code}\n${kind}\n${sheet}`;

/**
 * @param told problems as they are told, in the order in which they are shown
 * @param problems the same one by one: in what is told together, choices between answers may be hidden
 */
export function acceptables(told: readonly ToldProblem[], problems: readonly Problem[]): ReadonlyMap<ToldProblem, Acceptable> {
  const waiting = new Map(
    acceptableGroups(problems)
      .filter(({ decisions }) => decisions.length > 1)
      .map((group) => [idOf(group.code, group), group]),
  );
  return new Map(
    told.flatMap((problem) => {
      const decisions = decisionsOf(problem);
      if (decisions.length === 0) return [];
      const groups: AcceptableGroup[] = choiceGroups(problem);
      for (const decision of decisions) {
        const id = idOf(problem.code, decision);
        const group = waiting.get(id);
        if (!group?.decisions.some((one) => sameDecision(one, decision))) continue;
        groups.push(group);
        waiting.delete(id);
      }
      return [[problem, { decisions, groups }]];
    }),
  );
}

/** How many places are asked about to which there is an answer; a choice between several is one. */
export function acceptableCount(problems: readonly Problem[]): number {
  return problems.reduce((count, problem) => {
    const decisions = decisionsOf(problem);
    const places = new Set(decisions.map(({ kind, sheet, cell }) => `${kind}\n${cell}\n${sheet}`)).size;
    return count + (problem.oneOf && !problem.forAll ? Math.min(1, decisions.length) : places);
  }, 0);
}

/** Whether the very proposal was accepted, the answer included. */
export const isAccepted = (decisions: readonly Decision[], proposed: Decision): boolean =>
  decisions.some((one) => sameDecision(one, proposed) && one.value === proposed.value && one.seen === proposed.seen);

/** Problems that are settled by naming the year of the figures. */
const ABOUT_YEAR: ReadonlySet<string> = new Set([
  'data-year-unknown',
  'data-year-contradictory',
  'data-year-chosen',
  'data-year-after-day',
  'table-year',
]);

export const asksYear = ({ code }: Problem): boolean => ABOUT_YEAR.has(code);
