import * as z from 'zod/mini';
import type { Decision } from '../core/decision';
import { fingerprintOfTexts } from '../core/fingerprint';
import { own } from '../core/own';
import type { Pack } from '../core/pack/schema';
import type { Mapping } from '../core/pack/table-specs';
import type { Result } from '../core/result';
import { FACES, MOST_DECIMALS, type SheetChoices } from '../core/sheet-choices';
import type { OpenWorkbook, Watch } from '../hosts/port';

/** The key under which the pane keeps its text in the workbook; ribbon commands read the same. */
export const MEMORY_KEY = 'zone-assessor.pane';

const FORMAT = 'zone-assessor/pane@2';
/** Without the year of the figures and decisions. */
const FIRST_FORMAT = 'zone-assessor/pane@1';
const mapping = z.record(z.string(), z.record(z.string(), z.string()));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = z.int().check(z.nonnegative());
const year = z.int().check(z.gte(1900), z.lte(2999));
const kinds = { value: 'value', row: 'row', header: 'header', table: 'table' } satisfies { [Kind in Decision['kind']]: Kind };
const sheetChoices = z.strictObject({
  faces: z.exactOptional(z.array(z.enum(FACES)).check(z.refine((chosen) => new Set(chosen).size === chosen.length))),
  decimals: z.exactOptional(z.int().check(z.gte(0), z.lte(MOST_DECIMALS))),
  cards: z.exactOptional(z.union([z.literal('all'), z.array(z.string()).check(z.minLength(1))])),
});
const decision = z.strictObject({
  kind: z.enum(kinds),
  sheet: z.string(),
  cell: z.string().check(z.regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)),
  seen: z.string(),
  value: z.exactOptional(z.union([z.number(), z.string()])),
  words: z.string(),
});

const lastOfFirst = z.strictObject({
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

const lastSchema = z.extend(lastOfFirst, {
  year: z.nullable(year),
  /** See {@link markOf}. */
  decisions: z.string(),
  sheetChoices: z.exactOptional(sheetChoices),
});

const ofFirst = z.strictObject({
  format: z.literal(FIRST_FORMAT),
  pack: z.nullable(z.string()),
  sheet: z.nullable(z.string()),
  asOf: z.nullable(date),
  mappings: z.record(z.string(), mapping),
  last: z.nullable(lastOfFirst),
});
const memorySchema = z.extend(ofFirst, {
  format: z.literal(FORMAT),
  year: z.nullable(year),
  decisions: z.record(z.string(), z.array(decision)),
  /** Only where it is on, so that texts of earlier versions stay what they are. */
  rescore: z.exactOptional(z.literal(true)),
  /** So are packs of the person's own, which have a text of their own. */
  ownPacks: z.exactOptional(z.literal(true)),
  sheetChoices: z.exactOptional(sheetChoices),
  last: z.nullable(lastSchema),
});

/** What a person chose. Mappings and decisions are kept by pack, because a column of one pack means nothing in another. */
export interface Choices {
  readonly pack: string | undefined;
  /** Sheet of the main table, where the person named one. */
  readonly sheet: string | undefined;
  /** Date of assessment, where the person set one; the workbook's own or today's otherwise. */
  readonly asOf: string | undefined;
  /** Year of the figures, where the person set one; the one read otherwise. */
  readonly year: number | undefined;
  readonly mappings: Readonly<Record<string, Mapping>>;
  /** Proposals that the person accepted, in the order in which that was done. */
  readonly decisions: Readonly<Record<string, readonly Decision[]>>;
  /** Whether changed figures are scored again by themselves. */
  readonly rescore: boolean;
  /** Whether the workbook keeps packs of the person's own. */
  readonly ownPacks: boolean;
  readonly sheetChoices: SheetChoices;
}

export type LastResult = z.output<typeof lastSchema>;

/** Only where anything is chosen, so that other texts stay what they are. */
export const keptChoices = (chosen: SheetChoices = {}): { readonly sheetChoices?: z.output<typeof sheetChoices> } =>
  Object.keys(chosen).length === 0 ? {} : { sheetChoices: structuredClone(chosen) as z.output<typeof sheetChoices> };

export interface Memory {
  readonly choices: Choices;
  readonly last: LastResult | undefined;
}

export const NOTHING_CHOSEN: Choices = {
  pack: undefined,
  sheet: undefined,
  asOf: undefined,
  year: undefined,
  mappings: {},
  decisions: {},
  rescore: false,
  ownPacks: false,
  sheetChoices: {},
};

export function toText({ choices, last }: Memory): string {
  const memory = {
    format: FORMAT,
    pack: choices.pack ?? null,
    sheet: choices.sheet ?? null,
    asOf: choices.asOf ?? null,
    year: choices.year ?? null,
    mappings: choices.mappings as z.input<typeof memorySchema>['mappings'],
    decisions: choices.decisions as z.input<typeof memorySchema>['decisions'],
    ...(choices.rescore && { rescore: true as const }),
    ...(choices.ownPacks && { ownPacks: true as const }),
    ...keptChoices(choices.sheetChoices),
    last: last ?? null,
  } satisfies z.input<typeof memorySchema>;
  // Two signs that JSON leaves alone cannot stand in XML, where this text is kept.
  return JSON.stringify(memory).replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
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
  if (parsed.success) return memoryOf(parsed.data);
  const first = ofFirst.safeParse(data);
  if (!first.success) return undefined;
  const { last } = first.data;
  return memoryOf({ ...first.data, year: null, decisions: {}, last: last && { ...last, year: null, decisions: markOf([]) } });
}

function memoryOf({
  pack,
  sheet,
  asOf,
  year: chosen,
  mappings,
  decisions,
  rescore,
  ownPacks,
  sheetChoices: wanted,
  last,
}: Omit<z.output<typeof memorySchema>, 'format'>): Memory {
  return {
    choices: {
      pack: pack ?? undefined,
      sheet: sheet ?? undefined,
      asOf: asOf ?? undefined,
      year: chosen ?? undefined,
      mappings,
      decisions,
      rescore: rescore === true,
      ownPacks: ownPacks === true,
      sheetChoices: wanted ?? {},
    },
    last: last ?? undefined,
  };
}

/** Tells whether a result rests on other decisions, whatever their order; the decisions themselves may be thousands. */
export const markOf = (decisions: readonly Decision[]): string =>
  fingerprintOfTexts(decisions.map(({ kind, sheet, cell, seen, value }) => JSON.stringify([kind, sheet, cell, seen, value])));

/** What is kept of a result. @param at ISO 8601 @param written result sheets by the names that they got */
export function lastResult(
  choices: Choices,
  { pack, version }: Pick<Pack, 'pack' | 'version'>,
  fingerprint: string,
  { asOf, findings }: Pick<Result, 'asOf' | 'findings'>,
  at: string,
  written: readonly string[],
): LastResult {
  const counts = { met: 0, explain: 0, unmet: 0, missing: 0 };
  for (const { status } of findings) counts[status]++;
  return {
    pack,
    version,
    fingerprint,
    sheet: choices.sheet ?? null,
    year: choices.year ?? null,
    decisions: markOf(own(choices.decisions, pack) ?? []),
    mapping: structuredClone(own(choices.mappings, pack) ?? {}) as LastResult['mapping'],
    asOf,
    at,
    written: [...written],
    ...keptChoices(choices.sheetChoices),
    counts,
  };
}

export type Recalled = { readonly memory: Memory } | { readonly unreadable: true } | undefined;

export async function recall(port: Pick<OpenWorkbook, 'recall'>, watch?: Watch): Promise<Recalled> {
  const text = await port.recall(MEMORY_KEY, watch);
  if (text === undefined) return undefined;
  const memory = fromText(text);
  return memory ? { memory } : { unreadable: true };
}

export function remember(port: Pick<OpenWorkbook, 'remember'>, memory: Memory, watch?: Watch): Promise<void> {
  return port.remember(MEMORY_KEY, toText(memory), watch);
}

/**
 * Results were taken away: what stays is what a person chose and would have to choose again; a pack alone is found anew. What could not be
 * read stays as it is, as long as nothing new is to be put down.
 * @param choices those that were kept last where left out
 */
export async function rememberCleared(port: Pick<OpenWorkbook, 'recall' | 'remember'>, choices?: Choices, watch?: Watch): Promise<void> {
  const recalled = await recall(port, watch);
  const kept = recalled && 'memory' in recalled ? recalled.memory : undefined;
  const left = choices ?? kept?.choices;
  if (left && choseMore(left)) await remember(port, { choices: left, last: undefined }, watch);
  else if (kept) await port.remember(MEMORY_KEY, undefined, watch);
}

function choseMore({ sheet, asOf, year: chosen, mappings, decisions, rescore, ownPacks, sheetChoices: wanted }: Choices): boolean {
  const mapped = Object.values(mappings).some((tables) => Object.values(tables).some((columns) => Object.keys(columns).length > 0));
  const decided = Object.values(decisions).some(({ length }) => length > 0);
  const wantsLess = Object.keys(wanted).length > 0;
  return sheet !== undefined || asOf !== undefined || chosen !== undefined || mapped || decided || rescore || ownPacks || wantsLess;
}
