import * as z from 'zod/mini';
import type { Mapping } from '../core/pack/table-specs';
import type { OpenWorkbook } from '../hosts/port';

/** The key under which the pane keeps its text in the workbook; ribbon commands read the same. */
export const MEMORY_KEY = 'zone-assessor.pane';

const FORMAT = 'zone-assessor/pane@1';
const mapping = z.record(z.string(), z.record(z.string(), z.string()));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = z.int().check(z.nonnegative());

const lastSchema = z.strictObject({
  pack: z.string(),
  version: z.string(),
  fingerprint: z.string(),
  /** Main table's sheet and mapping at that time; both decide what was read. */
  sheet: z.nullable(z.string()),
  mapping,
  asOf: date,
  at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)),
  /** Result sheets by the names that they got. */
  written: z.array(z.string()),
  counts: z.strictObject({ met: count, explain: count, unmet: count, missing: count }),
});

const memorySchema = z.strictObject({
  format: z.literal(FORMAT),
  pack: z.nullable(z.string()),
  sheet: z.nullable(z.string()),
  asOf: z.nullable(date),
  mappings: z.record(z.string(), mapping),
  last: z.nullable(lastSchema),
});

/** What a person chose. Mappings are kept by pack, because a column of one pack means nothing in another. */
export interface Choices {
  readonly pack: string | undefined;
  /** Sheet of the main table, where the person named one. */
  readonly sheet: string | undefined;
  /** Date of assessment, where the person set one; the workbook's own or today's otherwise. */
  readonly asOf: string | undefined;
  readonly mappings: Readonly<Record<string, Mapping>>;
}

export type LastResult = z.output<typeof lastSchema>;

export interface Memory {
  readonly choices: Choices;
  readonly last: LastResult | undefined;
}

export const NOTHING_CHOSEN: Choices = { pack: undefined, sheet: undefined, asOf: undefined, mappings: {} };

export function toText({ choices, last }: Memory): string {
  const memory: z.input<typeof memorySchema> = {
    format: FORMAT,
    pack: choices.pack ?? null,
    sheet: choices.sheet ?? null,
    asOf: choices.asOf ?? null,
    mappings: structuredClone(choices.mappings) as Record<string, Record<string, Record<string, string>>>,
    last: last ?? null,
  };
  return JSON.stringify(memory);
}

/** Undefined where the text is not ours, of a later version, or damaged. */
export function fromText(text: string): Memory | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = memorySchema.safeParse(data);
  if (!parsed.success) return undefined;
  const { pack, sheet, asOf, mappings, last } = parsed.data;
  return { choices: { pack: pack ?? undefined, sheet: sheet ?? undefined, asOf: asOf ?? undefined, mappings }, last: last ?? undefined };
}

export type Recalled = { readonly memory: Memory } | { readonly unreadable: true } | undefined;

export async function recall(port: Pick<OpenWorkbook, 'recall'>): Promise<Recalled> {
  const text = await port.recall(MEMORY_KEY);
  if (text === undefined) return undefined;
  const memory = fromText(text);
  return memory ? { memory } : { unreadable: true };
}

export function remember(port: Pick<OpenWorkbook, 'remember'>, memory: Memory): Promise<void> {
  return port.remember(MEMORY_KEY, toText(memory));
}
