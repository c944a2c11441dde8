import type { Pack } from '../core/pack/schema';
import { openExcel } from '../hosts/excel/open-excel';
import { readyUnits } from '../packs/ready';
import unitData from '../packs/units.yaml';
import { showDialog } from './dialog';
import { ribbonCommands, type RibbonOptions } from './ribbon';
import type { RibbonName } from './ribbon-names';

/** The buttons where no pane shares this page's runtime: what they have to say stands on a sheet, or in a window. */
export function aloneCommands(
  packs: readonly Pack[],
  { read, method }: Pick<RibbonOptions, 'read' | 'method'>,
): Readonly<Record<RibbonName, () => Promise<void>>> {
  return ribbonCommands({ open: openExcel, packs, read, method, units: readyUnits(unitData), now: () => new Date(), say: showDialog });
}
