import { parseArgs } from 'node:util';
import { z } from 'zod';
import { cliWords as words } from '../core/words/cli';
import { UsageError } from './terminal';

const path = z.string().min(1);

const isoDay = z.string().refine((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day));

const optionsSchema = z.strictObject({
  pack: path.optional(),
  out: path.optional(),
  json: path.optional(),
  sheet: path.optional(),
  'as-of': z.string().optional(),
  help: z.boolean().optional(),
});

export interface Arguments {
  readonly command: string;
  readonly rest: readonly string[];
  readonly options: z.output<typeof optionsSchema>;
}

/** @throws UsageError for an unknown option or one without its value */
export function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      strict: true,
      options: {
        pack: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'string' },
        sheet: { type: 'string' },
        'as-of': { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const [command = '', ...rest] = positionals;
    return { command, rest, options: optionsSchema.parse(values) };
  } catch (error) {
    throw new UsageError(words.badOption(error instanceof Error ? error.message : String(error)));
  }
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
