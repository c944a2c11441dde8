import type { RuleKind } from '../pack/rule-schema';

/** met 达标 (green), explain 需说明 (yellow), unmet 不达标 (red), missing 缺数 (grey). */
export type FindingStatus = 'met' | 'explain' | 'unmet' | 'missing';

/** What a rule says about one subject, with its clause and a sentence that an official can send upwards. */
export interface Finding {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly title: string;
  /** Clause keys, in the rule's order. */
  readonly clauses: readonly string[];
  readonly subject: string;
  readonly status: FindingStatus;
  /** The word shown with the colour: 达标, 需说明, 列入名单, 持平, 缺数, … */
  readonly word: string;
  /**
   * certain: holds whatever the missing figures turn out to be; possible: in some completions, or not known at all; impossible: in none,
   * told where a veto keeps a subject off a list.
   */
  readonly certainty: 'certain' | 'possible' | 'impossible';
  /** "Sheet!B4": the cells that settle what is only possible, where they are known. */
  readonly settle: readonly string[];
  readonly consequence: string | undefined;
  readonly sentence: string;
  /** The sentence without clause, consequence and the rule's note, for tables that say these in columns or once above. */
  readonly statement: string;
  /** "Sheet!B4": the cells that the finding rests on. */
  readonly cells: readonly string[];
  /** The value as shown ("4000 万元/公顷"), where there is one. */
  readonly value: string | undefined;
  /** Key of the checklist's item that was answered, and the evidence named. */
  readonly item?: string;
  readonly evidence?: string;
  /** The limit as shown ("不低于 4000 万元/公顷"), where there is one. */
  readonly limit: string | undefined;
}

/** Whether a finding is a conclusion that others may rest on: neither grey nor waiting for figures. */
export const isDecided = ({ status, certainty }: Finding): boolean => status !== 'missing' && certainty === 'certain';
