import type { Problem, Proposal } from './problem';

/** A doubt that a person settled by accepting a proposal. It holds while its cell says what it said then. */
export interface Decision {
  readonly kind: Proposal['kind'];
  readonly sheet: string;
  /** "B4" */
  readonly cell: string;
  /** Text of the cell when it was accepted. */
  readonly seen: string;
  /** As in {@link Proposal}. */
  readonly value?: number | string;
  /** What was accepted, as the button said it. */
  readonly words: string;
}

/** The decision that accepting a proposal makes; undefined where the problem names no sheet. */
export function decisionOf(problem: Problem, { kind, cell, seen = '', value, words, ...proposal }: Proposal): Decision | undefined {
  const sheet = proposal.sheet ?? problem.sheet;
  return sheet === undefined ? undefined : { kind, sheet, cell, seen, ...(value !== undefined && { value }), words };
}

/** Whether two decisions are about one doubt: then the later takes the place of the earlier. */
export const sameDecision = (a: Decision, b: Decision): boolean => a.kind === b.kind && a.sheet === b.sheet && a.cell === b.cell;
