import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRegister } from '../core/gather/register';
import type { Pack } from '../core/pack/schema';
import { templatePlan } from '../core/template/template-plan';
import type { FormZone } from '../core/template/zone-form';
import { bookOfPlan } from '../hosts/old-files/book-of-plan';
import { statedTemplate } from '../packs/stated-method';
import { dataYear, type Arguments } from './arguments';
import { extensionOf, makeFolder, refuseFolder, writeWhole } from './files';
import { choosePack, units } from './packs';
import { ExitCode, UsageError, type Terminal } from './terminal';
import { cliWords } from './words';
import { openWorkbookFile } from './workbook-file';

const words = cliWords.template;

/** A blank workbook for a pack and a year, for one zone, or for each of a register. A file that is there may have been filled in, so it is not written over. */
export async function templateCommand({ options }: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { pack, year, out, for: zone, register } = options;
  if (pack === undefined) throw new UsageError(cliWords.needPack);
  const ofYear = dataYear(year);
  if (ofYear === undefined) throw new UsageError(words.needYear);
  if (out === undefined) throw new UsageError(words.needOut);
  if (zone !== undefined && register !== undefined) throw new UsageError(words.forOrRegister);
  const chosen = choosePack(pack);
  if (chosen.from_workbook && (zone !== undefined || register !== undefined)) throw new UsageError(words.statedMethod);
  if (register !== undefined) return forEach(chosen, ofYear, register, out, terminal);
  if (extensionOf(out) !== '.xlsx') throw new UsageError(words.extension(out));
  refuseFolder(out);
  refuseExisting(out);
  const one: FormZone | undefined = zone === undefined ? undefined : { name: zone.trim(), known: new Map() };
  const plan = chosen.from_workbook ? statedTemplate(chosen, [], units, ofYear) : templatePlan(chosen, units, ofYear, one);
  writeWhole([{ path: out, content: [bookOfPlan(plan)] }]);
  terminal.out(`${words.written(out)}\n`);
  return ExitCode.done;
}

/** One file for each zone of a register, in a folder. */
async function forEach(pack: Pack, year: number, register: string, folder: string, terminal: Terminal): Promise<ExitCode> {
  if (extensionOf(folder) === '.xlsx') throw new UsageError(words.folderNeeded(folder));
  const { workbook } = await openWorkbookFile(register);
  const zones = readRegister(pack, units, await workbook.read(), register);
  const files = zones.map((zone) => ({ zone, path: join(folder, `${fileName(zone.name)}.xlsx`) }));
  files.forEach(({ path }) => refuseExisting(path));
  makeFolder(folder);
  writeWhole(files.map(({ zone, path }) => ({ path, content: bytesOf(pack, year, zone) })));
  terminal.out(`${words.writtenEach(folder, files.length)}\n`);
  return ExitCode.done;
}

/** Made when it is written: never all in memory at once. */
function* bytesOf(pack: Pack, year: number, zone: FormZone): Generator<Uint8Array> {
  yield bookOfPlan(templatePlan(pack, units, year, zone));
}

function refuseExisting(path: string): void {
  if (existsSync(path)) throw new UsageError(words.exists(path));
}

/** What no file system takes becomes a dash. */
const fileName = (zone: string): string => zone.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+|[. ]+$/gu, '-');
