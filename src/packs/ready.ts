import type { Pack } from '../core/pack/schema';
import type { UnitList } from '../core/units/schema';
import { unitsOf, type Units } from '../core/units/units';

/** Changes with the shape of {@link Ready}. */
export const READY = 'zone-assessor/ready@1';

/**
 * What a file of this folder is in a bundle for browsers: validated when the bundle is built (make-ready.ts), since it cannot change
 * afterwards. So the browser needs neither the schema nor its library.
 */
export interface Ready<T> {
  readonly ready: typeof READY;
  readonly content: T;
}

/** @throws TypeError where the build did not make them ready: a mistake of the build, which a person at the pane could not mend */
export const readyPacks = (builtIn: readonly { readonly file: string; readonly data: unknown }[]): Pack[] =>
  builtIn.map(({ file, data }) => contentOf<Pack>(file, data));

/** @throws TypeError as readyPacks does */
export const readyUnits = (unitData: unknown): Units => unitsOf(contentOf<UnitList>('units.yaml', unitData));

function contentOf<T>(file: string, data: unknown): T {
  if (typeof data !== 'object' || data === null || !('ready' in data) || data.ready !== READY)
    throw new TypeError(`${file} has not been made ready by the build`);
  return (data as Ready<T>).content;
}
