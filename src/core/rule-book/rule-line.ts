import type { CellLink } from '../plan';
import type { FindingStatus } from '../judge/finding';

/** Where lines stand together on a page. */
export const RULE_GROUPS = ['contents', 'scoring', 'rules', 'tasks', 'checks', 'statements', 'rest'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/**
 * On what a line rests. named: the text names it; clause: a clause that is quoted; inferred: it follows from the text; suggested: our reading;
 * listed: the indicator list that the workbook brings; user: added by the user of the workbook; workbook: the method that the workbook states;
 * silent: the document says nothing of it.
 */
export type RuleSource = 'named' | 'clause' | 'inferred' | 'suggested' | 'listed' | 'user' | 'workbook' | 'silent';

/** Words that a line rests on. */
export interface RuleQuote {
  readonly place: string;
  /** Verbatim, as the pack has them. */
  readonly words: string;
  /** What a row of the workbook says; no document is quoted. */
  readonly isRow: boolean;
}

/** What was decided where the text is silent. */
export interface RuleDecision {
  readonly id: string;
  readonly what: string;
  readonly why: string;
}

/** What the user may set on 权重与参数 to have it otherwise, values as people read them. */
export interface RuleSetting {
  readonly title: string;
  /** What counts now; undefined where nothing does. */
  readonly now: string | undefined;
  /** "权重与参数!C7" where the workbook says so. */
  readonly cell: string | undefined;
  readonly default: string | undefined;
  /** What holds where it is left blank, and what else is to be known. */
  readonly notes: readonly string[];
}

/** One thing that a pack does, with what it rests on. Plain data. */
export interface RuleLine {
  /** Its path in the pack, "rules:last_three": no other line has it. */
  readonly key: string;
  readonly group: RuleGroup;
  /** What kind of thing it is, in Chinese. */
  readonly kind: string;
  readonly title: string;
  /** What the document has follow from it. */
  readonly consequence?: string;
  readonly source: RuleSource;
  readonly quotes: readonly RuleQuote[];
  readonly decided: readonly RuleDecision[];
  readonly notes: readonly string[];
  readonly settings: readonly RuleSetting[];
}

/** What a run made of a line. */
export interface RuleOutcome {
  /** In Chinese: how many findings of which word, or why there are none. */
  readonly text: string;
  /** Findings by colour; left out where a line has no findings. */
  readonly counts?: Readonly<Record<FindingStatus, number>>;
  /** Where the results show it. */
  readonly at?: CellLink;
}

/** The path of a part of a pack, as lines are called; keys of a pack hold no colon. */
export const lineKey = (...path: readonly (string | number)[]): string => path.join(':');
