import { localEngine, type LocalEngineOptions } from '../app/local-engine';
import type { Engine } from '../app/engine';
import type { OwnPackOptions } from '../app/own-pack-state';
import type { RibbonName } from '../commands/ribbon-names';
import type { templatePlan } from '../core/template/template-plan';
import type { Pack } from '../core/pack/schema';
import { openExcel, type ExcelPort } from '../hosts/excel/open-excel';
import { readyUnits } from '../packs/ready';
import unitData from '../packs/units.yaml';

/** Blank sheets are made where somebody asks for them, and only then come over the network. */
const template = async (): Promise<typeof templatePlan> =>
  (await import(/* webpackChunkName: "template" */ '../core/template/template-plan')).templatePlan;

/** So is the form for parameters and weights. */
const forms: LocalEngineOptions['forms'] = async () => import(/* webpackChunkName: "form" */ '../core/form/form-tools');

/** And what a workbook may say of its method itself. */
const method: LocalEngineOptions['method'] = async () => import(/* webpackChunkName: "method" */ '../packs/stated-method');

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
