import { decisionOf, type Decision } from './decision';
import type { Problem, Proposal } from './problem';
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

const decided = (problem: Problem, proposals: readonly Proposal[] = []): readonly Decision[] =>
  proposals.flatMap((proposal) => decisionOf(problem, proposal) ?? []);

/** What accepting a problem's proposals would decide; a choice between them is no proposal of all. */
export const decisionsOf = (problem: Problem): readonly Decision[] => decided(problem, problem.proposals);

/** What accepting the likely ones would decide. */
const likelyOf = (problem: Problem): readonly Decision[] =>
  decided(
    problem,
    problem.proposals?.filter(({ otherwise }) => !otherwise),
  );

/** What nothing accepts in bulk: the answers beside a likely one. */
export const otherwiseOf = (problem: Problem): readonly Decision[] =>
  decided(
    problem,
    problem.proposals?.filter(({ otherwise }) => otherwise),
  );

/** Answers of which a person may give one to all places that a problem asks about: one group an answer, whichever row it is said of. */
export function choiceGroups(problem: Problem): AcceptableGroup[] {
  if (!problem.forAll) return [];
  const byWords = new Map<string, Decision[]>();
  for (const decision of decisionsOf(problem)) {
    const answer = decision.words.slice(decision.words.lastIndexOf('：') + 1);
    const same = byWords.get(answer);
    if (same) same.push(decision);
    else byWords.set(answer, [decision]);
  }
  return [...byWords].flatMap(([said, decisions]): AcceptableGroup[] => {
    const { kind, sheet } = decisions[0]!;
    return decisions.length > 1 ? [{ code: problem.code, sheet, kind, decisions, words: decisionWords.allOf(said, decisions.length) }] : [];
  });
}

/**
 * The proposals that can be accepted together: those of one kind, by one cause, on one sheet. Where proposals exclude each other a person has
 * to choose, so they are in no group. Two proposals about one cell, of two problems, are in none either.
 */
export function acceptableGroups(problems: readonly Problem[]): AcceptableGroup[] {
  const sure = problems.filter(({ oneOf }) => !oneOf);
  const byPlace = new Map<string, Set<Decision['value']>>();
  for (const decision of sure.flatMap(likelyOf)) {
    const values = byPlace.get(placeId(decision));
    if (values) values.add(decision.value);
    else byPlace.set(placeId(decision), new Set([decision.value]));
  }
  const groups = new Map<string, { code: string; sheet: string; kind: Decision['kind']; decisions: Map<string, Decision> }>();
  for (const problem of sure) {
    for (const decision of likelyOf(problem)) {
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
