import * as z from 'zod/mini';
import type { PackText } from './own-pack-state';

/** The key under which a workbook keeps the packs of a person's own. */
export const OWN_PACKS_KEY = 'zone-assessor.packs';

/** UTF-16 units of all packs that a workbook keeps; the largest of ours has some 40,000, and a part of a workbook is read up to 8 million as XML. */
export const MOST_KEPT = 1_000_000;

const FORMAT = 'zone-assessor/packs@1';
const packText = z.strictObject({ id: z.string(), file: z.string(), text: z.string() });
const packsSchema = z.strictObject({ format: z.literal(FORMAT), packs: z.array(packText) });

export function packsToText(packs: readonly PackText[]): string {
  const kept = { format: FORMAT, packs: packs.map(({ id, file, text }) => ({ id, file, text })) } satisfies z.input<typeof packsSchema>;
  // Two signs that JSON leaves alone cannot stand in XML, where this text is kept.
  return JSON.stringify(kept).replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** Undefined where the text is not ours, of a later version, or damaged. */
export function packsFromText(text: string): readonly PackText[] | undefined {
  try {
    return packsSchema.safeParse(JSON.parse(text)).data?.packs;
  } catch {
    return undefined;
  }
}

/** What a browser keeps of a pack; undefined where that is none, or of a later version. */
export const packTextOf = (value: unknown): PackText | undefined => packText.safeParse(value).data;
