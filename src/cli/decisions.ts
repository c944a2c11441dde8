import { z } from 'zod';
import type { Decision } from '../core/decision';
import { ProblemError, type Problem } from '../core/problem';
import { proposedDecisions } from '../core/proposed-decisions';
import { readBytes } from './files';
import { cliWords } from './words';

const words = cliWords.decisions;

/** So many decisions fit, and no file that is none fills the memory. */
const DECISIONS_MEGABYTES = 32;
/** Mistakes that are told one by one. */
const MOST_TOLD = 20;

const FORMAT = 'zone-assessor/decisions@1';

/** Longer texts than a cell can hold are none of a cell. */
const text = z.string().max(32_767);

const decisionSchema = z.strictObject({
  kind: z.enum(['value', 'row', 'header', 'table']),
  sheet: z.string().min(1).max(255),
  cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/),
  seen: text,
  value: z.union([z.number(), text]).optional(),
  words: text.min(1),
});

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  decisions: z.array(decisionSchema),
  /** Left for a person, who moves those that are right to the decisions. */
  choices: z.array(decisionSchema).optional(),
});

const chinese = z.locales.zhCN().localeError;

const refuse = (file: string, ...said: readonly { readonly message: string; readonly nextStep: string }[]): ProblemError =>
  new ProblemError(said.map((one): Problem => ({ severity: 'block', code: 'decisions-file', sheet: file, ...one })));

/**
 * What a person accepted, from a file as {@link decisionsText} writes it.
 * @throws FileError where it cannot be read, ProblemError where it is no such file
 */
export function readDecisions(file: string): readonly Decision[] {
  const bytes = readBytes(file, DECISIONS_MEGABYTES);
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw refuse(file, error instanceof SyntaxError ? words.notJson : words.notUtf8);
  }
  const parsed = fileSchema.safeParse(data, { error: chinese });
  if (!parsed.success) {
    const said = parsed.error.issues.map(({ path, message }) => words.badKey(keyOf(path), message));
    throw refuse(file, ...said.slice(0, MOST_TOLD), ...(said.length > MOST_TOLD ? [words.moreMistakes(said.length - MOST_TOLD)] : []));
  }
  const decisions = parsed.data.decisions.map(({ value, ...rest }): Decision => (value === undefined ? rest : { ...rest, value }));
  const places = new Map<string, number>();
  decisions.forEach((decision, at) => {
    const place = `${decision.kind}\n${decision.cell}\n${decision.sheet}`;
    const earlier = places.get(place);
    if (earlier !== undefined) throw refuse(file, words.twice(earlier, at, decision));
    places.set(place, at);
  });
  return decisions;
}

/** "decisions[3].cell" */
const keyOf = (path: readonly PropertyKey[]): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`)).join('');

/** That proposals wait for someone; empty where there are none. */
export function proposalsWaiting(problems: readonly Problem[]): string {
  const places = new Set(
    problems
      .filter(({ severity }) => severity !== 'info')
      .flatMap(({ sheet, proposals = [] }) => proposals.map((one) => `${one.sheet ?? sheet}!${one.cell}`)),
  );
  return places.size > 0 ? `${words.waiting(places.size)}\n` : '';
}

/** All proposals of the problems, for a person who strikes out those that are not right. */
export function decisionsText(problems: readonly Problem[]): { readonly text: string; readonly sure: number; readonly choices: number } {
  const { decisions, choices } = proposedDecisions(problems);
  const content = { format: FORMAT, decisions, ...(choices.length > 0 && { choices }) };
  return { text: `${JSON.stringify(content, null, 2)}\n`, sure: decisions.length, choices: choices.length };
}
