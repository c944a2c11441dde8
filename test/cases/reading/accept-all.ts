import { acceptableGroups } from '../../../src/core/acceptable-groups';
import { sameDecision, type Decision } from '../../../src/core/decision';
import type { Problem } from '../../../src/core/problem';

/** After so many rounds of clicks nothing new is asked. */
const MOST_ROUNDS = 6;

/** Reads with nothing accepted, accepts what can be accepted of what is asked, and reads again until nothing new is proposed. */
export function acceptAll<T extends { readonly problems: readonly Problem[] }>(
  read: (decisions: readonly Decision[]) => T,
): { readonly read: T; readonly decisions: readonly Decision[] } {
  let decisions: Decision[] = [];
  let last = read(decisions);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const added = acceptableGroups(last.problems).flatMap((group) => group.decisions);
    if (added.length === 0) break;
    decisions = [...decisions.filter((one) => !added.some((other) => sameDecision(one, other))), ...added];
    last = read(decisions);
  }
  return { read: last, decisions };
}
