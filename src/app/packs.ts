import { packSchema, type Pack } from '../core/pack/schema';

/**
 * Packs that come with the product. They are parsed by the schema, not linted: the tests lint them, and the person at the pane
 * could mend nothing. One that does not parse is a mistake of the build and throws.
 */
export function parsePacks(builtIn: readonly { readonly file: string; readonly data: unknown }[]): Pack[] {
  return builtIn.map(({ data }) => packSchema.parse(data));
}
