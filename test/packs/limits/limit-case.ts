import type { SheetGrid } from '../../../src/core/grid';
import type { FindingStatus } from '../../../src/core/judge/finding';
import { edges, type Edged } from '../../../src/core/limit/edge';
import type { Limit } from '../../../src/core/pack/parts';
import type { Rule } from '../../../src/core/pack/rule-schema';
import type { Pack } from '../../../src/core/pack/schema';

/** A status, or a status and the word beside the colour ("explain 未到期"); silent: the rule says nothing about the subject. */
export type Expected = FindingStatus | 'silent' | `${FindingStatus} ${string}`;

/** One limit of one rule, reviewed by a person: what the document says, and what happens just under it, exactly on it and just over it. */
export interface LimitCase<V extends string | number = string | number> {
  /** rule, then where the limit stands in it: "target_industry.goal.at_least". */
  readonly limit: string;
  /** What the pack must say there: a number, "1/3", or the parameter that holds it. */
  readonly is: number | string;
  /** Key of the clause that the limit comes from. */
  readonly clause: string;
  readonly subject: string | ((value: V) => string);
  readonly asOf?: (value: V) => string;
  readonly book: (value: V) => readonly SheetGrid[];
  /** Just under, exactly on and just over the limit. */
  readonly values: readonly [V, V, V];
  readonly expect: readonly [Expected, Expected, Expected];
  /** The same limit met in other ways: percent formats, ratios, other units. */
  readonly more?: readonly Variant[];
}

export interface Variant {
  readonly name: string;
  readonly subject?: string;
  readonly asOf?: string;
  readonly book: readonly SheetGrid[];
  readonly expect: Expected;
}

/** Forgets the kind of value, so that cases of all kinds stand in one table. */
export const limitCase = <V extends string | number>(one: LimitCase<V>): LimitCase => one as unknown as LimitCase;

function said(limit: Limit): number | string {
  if (typeof limit === 'number') return limit;
  if ('fraction' in limit) return limit.fraction.join('/');
  return 'parameter' in limit ? limit.parameter : 'column' in limit ? limit.column : limit.measure;
}

const edgesOf = (at: string, edged: Edged): [string, number | string][] =>
  edges.flatMap((edge): [string, number | string][] => (edged[edge] === undefined ? [] : [[`${at}${edge}`, said(edged[edge])]]));

/** Every limit of a rule that decides between two colours: where it stands and what is written there. */
export function limitsOf(rule: Rule): [string, number | string][] {
  switch (rule.kind) {
    case 'threshold':
      return edgesOf('', rule);
    case 'target':
      return [...edgesOf('goal.', rule.goal), ['goal.year', said(rule.goal.year)]];
    case 'count_target':
      return [...edgesOf('', rule), ...edgesOf('goal.', rule.goal), ['goal.year', said(rule.goal.year)]];
    case 'position':
      return (['first', 'last'] as const)
        .flatMap((end): [string, number | string][] => {
          const count = rule[end];
          return count === undefined ? [] : [[end, typeof count === 'object' && 'percent' in count ? said(count.percent) : said(count)]];
        })
        .concat(rule.in ? [['in.years', said(rule.in.years)]] : []);
    case 'deadline':
      return (['days', 'months', 'years'] as const).flatMap((term): [string, number | string][] =>
        rule[term] === undefined ? [] : [[term, said(rule[term])]],
      );
    case 'trend':
      return [['must', rule.marked_change ? rule.marked_change.parameter : rule.must]];
    default:
      return [];
  }
}

export function limitsOfPack(pack: Pack): Map<string, number | string> {
  return new Map(
    Object.entries(pack.rules).flatMap(([id, rule]) => limitsOf(rule).map(([at, is]): [string, number | string] => [`${id}.${at}`, is])),
  );
}
