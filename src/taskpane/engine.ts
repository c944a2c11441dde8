import { localEngine, type LocalEngineOptions } from '../app/local-engine';
import type { Engine } from '../app/engine';
import type { OwnPackOptions } from '../app/own-pack-state';
import type { RibbonName } from '../commands/ribbon-names';
import type { Pack } from '../core/pack/schema';
import { openExcel, type ExcelPort } from '../hosts/excel/open-excel';
import { readyUnits } from '../packs/ready';
import unitData from '../packs/units.yaml';
import type * as Seldom from './seldom';

/** In the file that scores, which every look at a workbook needs. */
const seldom = async (): Promise<typeof Seldom> => import(/* webpackChunkName: "score" */ './seldom');

const template: LocalEngineOptions['template'] = async () => (await seldom()).template();
const forms: LocalEngineOptions['forms'] = async () => (await seldom()).forms();
const method: LocalEngineOptions['method'] = async () => (await seldom()).method();

/** What reads, counts and writes: a file of its own beside the page, fetched while Office gets ready. Office must be ready when it is called. */
export async function excelEngine(packs: readonly Pack[]): Promise<{ readonly engine: Engine; readonly port: ExcelPort }> {
  const port = await openExcel();
  const engine = localEngine({ port, packs, units: readyUnits(unitData), template, forms, method });
  return { engine: { ...engine, outdated: () => port.outdated() }, port };
}

/** The ribbon's buttons where no pane shares its runtime with them. From here, so that what both need comes over the network once. */
export async function aloneButtons(
  packs: readonly Pack[],
  read: OwnPackOptions['read'],
): Promise<Readonly<Record<RibbonName, () => Promise<void>>>> {
  const { aloneCommands } = await import(/* webpackChunkName: "ribbon" */ '../commands/alone');
  return aloneCommands(packs, { read, method });
}
