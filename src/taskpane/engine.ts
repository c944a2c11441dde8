import { localEngine } from '../app/local-engine';
import type { Engine } from '../app/engine';
import type { Pack } from '../core/pack/schema';
import { openExcel, type ExcelPort } from '../hosts/excel/open-excel';
import { readyUnits } from '../packs/ready';
import unitData from '../packs/units.yaml';

/** What reads, counts and writes: a file of its own beside the page, fetched while Office gets ready. Office must be ready when it is called. */
export async function excelEngine(packs: readonly Pack[]): Promise<{ readonly engine: Engine; readonly port: ExcelPort }> {
  const port = await openExcel();
  return { engine: { ...localEngine({ port, packs, units: readyUnits(unitData) }), outdated: () => port.outdated() }, port };
}
