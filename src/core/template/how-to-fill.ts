import type { EntryRule } from '../plan';
import { templateWords as words } from '../words/template';
import type { InputColumn } from './input-tables';

/** What is written in a column, in words. */
export function howOf({ kind, values, atLeast, atMost, ownUnit, otherUnits }: InputColumn): string {
  const { how } = words;
  if (values.length > 0) return how.oneOf(values);
  if (kind === 'date') return how.date;
  if (kind !== 'number') return how.text;
  return words.joined([how.number(atLeast, atMost), ...(ownUnit ? [how.unitInHeader(otherUnits)] : [])]);
}

/** What Excel takes as a list in a cell's rule, as a message's title, and as the message. */
const [LONGEST_LIST, LONGEST_TITLE, LONGEST_PROMPT] = [255, 32, 255];

const cut = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** Values that a cell can offer; undefined where Excel would not take them. */
export const offered = (values: readonly string[]): readonly string[] | undefined =>
  values.length > 0 && values.join(',').length <= LONGEST_LIST && values.every((value) => !value.includes(',')) ? values : undefined;

/** What is said of a cell when it is chosen. */
export const said = (title: string, parts: readonly string[]): Pick<EntryRule, 'title' | 'prompt'> => ({
  title: cut(title, LONGEST_TITLE),
  prompt: cut(words.joined(parts.filter((part) => part !== '')), LONGEST_PROMPT),
});

/** What is expected in the cells of a column. */
export function ruleOf(column: InputColumn): Pick<EntryRule, 'is' | 'title' | 'prompt'> {
  const { kind, title, values, required, unit, atLeast, atMost } = column;
  const list = offered(values);
  const parts = [
    howOf(column),
    unit === undefined || column.ownUnit ? '' : words.unitIs(unit),
    required ? words.mustFill : words.mayFill,
    kind === 'number' ? words.noFigure : '',
  ];
  const is: EntryRule['is'] = list
    ? { kind: 'list', values: list }
    : kind === 'number'
      ? { kind: 'number', ...(atLeast !== undefined && { least: atLeast }), ...(atMost !== undefined && { most: atMost }) }
      : kind === 'date'
        ? { kind: 'date' }
        : { kind: 'any' };
  return { is, ...said(title, parts) };
}
