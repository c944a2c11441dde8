import { parseArgs } from 'node:util';
import { z } from 'zod';
import { FACES, MOST_DECIMALS, type Face, type SheetChoices } from '../core/sheet-choices';
import { faceTitles } from '../core/words/faces';
import { UsageError } from './terminal';
import { cliWords as words } from './words';

const optionsSchema = z.strictObject({
  pack: z.string().optional(),
  out: z.string().optional(),
  json: z.string().optional(),
  sheet: z.string().optional(),
  'as-of': z.string().optional(),
  year: z.string().optional(),
  accept: z.string().optional(),
  faces: z.string().optional(),
  notice: z.string().optional(),
  cards: z.string().optional(),
  decimals: z.string().optional(),
  proposals: z.string().optional(),
  from: z.string().optional(),
  for: z.string().optional(),
  register: z.string().optional(),
  latest: z.boolean().optional(),
  port: z.string().optional(),
  'no-open': z.boolean().optional(),
  help: z.boolean().optional(),
});

export type Options = z.output<typeof optionsSchema>;

export interface Arguments {
  readonly command: string;
  readonly rest: readonly string[];
  readonly options: Options;
}

/** The one that README.md names. */
const DEFAULT_PORT = 3000;

/** What each command takes; anything else is refused, so that nothing that a person asked for is left undone in silence. */
const commands: ReadonlyMap<string, { readonly operands: number; readonly options: readonly (keyof Options)[] }> = new Map<
  string,
  { operands: number; options: (keyof Options)[] }
>([
  ['score', { operands: 1, options: ['pack', 'out', 'json', 'sheet', 'as-of', 'year', 'accept', 'faces', 'notice', 'cards', 'decimals'] }],
  ['check', { operands: 1, options: ['pack', 'sheet', 'as-of', 'year', 'accept', 'proposals'] }],
  ['template', { operands: 0, options: ['pack', 'year', 'for', 'register', 'from', 'out'] }],
  ['merge', { operands: Infinity, options: ['pack', 'year', 'register', 'latest', 'out'] }],
  ['packs', { operands: 2, options: ['from', 'out'] }],
  ['demo', { operands: 0, options: [] }],
  ['workbench', { operands: 0, options: ['port', 'no-open'] }],
]);

const flags: readonly string[] = ['help', 'latest', 'no-open'];

const isoDay = z
  .string()
  .refine(
    (day) =>
      /^\d{4}-\d{2}-\d{2}$/.test(day) &&
      !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
      new Date(`${day}T00:00:00Z`).toISOString().startsWith(day),
  );

/** @throws UsageError for whatever the command does not know: option, operand, or an option without its value */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    // Node's own complaints are English; the checks below say the same.
    strict: false,
    tokens: true,
    options: {
      pack: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'string' },
      sheet: { type: 'string' },
      'as-of': { type: 'string' },
      year: { type: 'string' },
      accept: { type: 'string' },
      faces: { type: 'string' },
      notice: { type: 'string' },
      cards: { type: 'string' },
      decimals: { type: 'string' },
      proposals: { type: 'string' },
      from: { type: 'string' },
      for: { type: 'string' },
      register: { type: 'string' },
      latest: { type: 'boolean' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [command = '', ...rest] = positionals;
  const known = commands.get(command);
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!Object.hasOwn(optionsSchema.shape, name)) throw new UsageError(words.unknownOption(rawName));
    if (seen.has(name)) throw new UsageError(words.repeatedOption(rawName));
    seen.add(name);
    if (flags.includes(name)) {
      if (value !== undefined) throw new UsageError(words.optionTakesNone(rawName));
      if (name === 'help') continue;
    } else {
      const optionInstead = !token.inlineValue && value !== undefined && value.length > 1 && value.startsWith('-');
      if (value === undefined || value === '' || optionInstead) throw new UsageError(words.optionNeedsValue(rawName));
    }
    if (known && !known.options.some((option) => option === name)) throw new UsageError(words.optionNotUsed(rawName, command));
  }
  const extra = known && rest[known.operands];
  // npm (and PowerShell before it) may swallow “--port” and hand on the bare number.
  if (extra !== undefined) throw new UsageError(command === 'workbench' ? words.workbench.bareOperand(extra) : words.tooMany(extra));
  return { command, rest, options: optionsSchema.parse({ ...values }) };
}

const portSchema = z
  .string()
  .regex(/^[1-9]\d*$/)
  .transform(Number)
  .pipe(z.int().max(65_535));

/** @throws UsageError for anything but 1 to 65535; 0 would mean a port that nobody can foretell */
export function portNumber(given: string | undefined): number {
  if (given === undefined) return DEFAULT_PORT;
  const port = portSchema.safeParse(given);
  if (!port.success) throw new UsageError(words.badPort(given));
  return port.data;
}

const yearSchema = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(z.int().min(1980).max(2099));

/** @throws UsageError for anything but a year as it is written on a form */
export function dataYear(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const year = yearSchema.safeParse(given);
  if (!year.success) throw new UsageError(words.badYear(given));
  return year.data;
}

const namedFace = z.enum(faceTitles).transform((title) => FACES.find((face) => faceTitles[face] === title)!);

/** @throws UsageError for any name that is no face's, or one that is named twice */
export function facesNamed(given: string | undefined): readonly Face[] | undefined {
  if (given === undefined) return undefined;
  const names = given.split(/[,，、]/u).map((name) => name.trim());
  const faces = names.map((name) => {
    const face = namedFace.safeParse(name);
    if (!face.success) throw new UsageError(words.badFace(name, Object.values(faceTitles)));
    return face.data;
  });
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new UsageError(words.faceTwice(twice));
  return faces;
}

/** Names of zones as they are given, or all of them. @throws UsageError where a name is blank */
export function cardsNamed(given: string | undefined): SheetChoices['cards'] {
  if (given === undefined) return undefined;
  const names = given.split(/[,，、]/u).map((name) => name.trim());
  if (names.includes('')) throw new UsageError(words.badCards(given));
  return names.length === 1 && names[0] === words.allCards ? 'all' : names;
}

const decimalsSchema = z.string().regex(/^\d$/).transform(Number).pipe(z.int().max(MOST_DECIMALS));

/** @throws UsageError for anything but a number of decimals */
export function decimalsShown(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const decimals = decimalsSchema.safeParse(given);
  if (!decimals.success) throw new UsageError(words.badDecimals(given, MOST_DECIMALS));
  return decimals.data;
}

export function assessmentDate(given: string | undefined, now: Date): string {
  if (given === undefined) {
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }
  const day = isoDay.safeParse(given);
  if (!day.success) throw new UsageError(words.badDate(given));
  return day.data;
}
