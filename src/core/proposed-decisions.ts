import { acceptableGroups, decisionsOf, otherwiseOf } from './acceptable-groups';
import type { Decision } from './decision';
import type { Problem } from './problem';

export interface ProposedDecisions {
  /** What can be accepted as it is. */
  readonly decisions: readonly Decision[];
  /** Of each of these a person has to choose one, or none. */
  readonly choices: readonly Decision[];
}

/** Every decision that the problems propose. */
export function proposedDecisions(problems: readonly Problem[]): ProposedDecisions {
  const decisions = acceptableGroups(problems).flatMap((group) => group.decisions);
  const sure = new Set(decisions.map(placeOf));
  const choices = new Map<string, Decision>();
  const add = (decision: Decision): unknown => choices.set(`${placeOf(decision)}\n${decision.value ?? ''}`, decision);
  for (const problem of problems) {
    decisionsOf(problem)
      .filter((decision) => !sure.has(placeOf(decision)))
      .forEach(add);
    otherwiseOf(problem).forEach(add);
  }
  return { decisions, choices: [...choices.values()] };
}

const placeOf = ({ kind, sheet, cell }: Decision): string => `${kind}\n${cell}\n${sheet}`;
