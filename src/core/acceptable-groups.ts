import { decisionOf, type Decision } from './decision';
import type { Problem } from './problem';
import { decisionWords } from './words/decision';

/** Proposals of one kind that can be accepted at once. */
export interface AcceptableGroup {
  /** Code of their problems. */
  readonly code: string;
  readonly sheet: string;
  readonly kind: Decision['kind'];
  readonly decisions: readonly Decision[];
  /** What a button says: "同类 12 处全部采纳". */
  readonly words: string;
}

/** What accepting a problem's proposals would decide; a choice between them is no proposal of all. */
export const decisionsOf = (problem: Problem): readonly Decision[] =>
  (problem.proposals ?? []).flatMap((proposal) => decisionOf(problem, proposal) ?? []);

/**
 * The proposals that can be accepted together: those of one kind, by one cause, on one sheet. Where proposals exclude each other a person has
 * to choose, so they are in no group. Two proposals about one cell, of two problems, are in none either.
 */
export function acceptableGroups(problems: readonly Problem[]): AcceptableGroup[] {
  const sure = problems.filter(({ oneOf }) => !oneOf);
  const byPlace = new Map<string, Set<Decision['value']>>();
  for (const decision of sure.flatMap(decisionsOf)) {
    const values = byPlace.get(placeId(decision));
    if (values) values.add(decision.value);
    else byPlace.set(placeId(decision), new Set([decision.value]));
  }
  const groups = new Map<string, { code: string; sheet: string; kind: Decision['kind']; decisions: Map<string, Decision> }>();
  for (const problem of sure) {
    for (const decision of decisionsOf(problem)) {
      if (byPlace.get(placeId(decision))!.size > 1) continue;
      const id = `${problem.code}\n${decision.kind}\n${decision.sheet}`;
      let group = groups.get(id);
      if (!group) groups.set(id, (group = { code: problem.code, sheet: decision.sheet, kind: decision.kind, decisions: new Map() }));
      group.decisions.set(placeId(decision), decision);
    }
  }
  return [...groups.values()].map(({ decisions, ...group }) => ({
    ...group,
    decisions: [...decisions.values()],
    words: decisionWords.sameKind(decisions.size),
  }));
}

const placeId = ({ kind, sheet, cell }: Decision): string => `${kind}\n${cell}\n${sheet}`;
