import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { conclude } from '../core/conclude';
import { readRegister } from '../core/gather/register';
import type { Pack } from '../core/pack/schema';
import { carriedFrom } from '../core/template/carried';
import { carriedPlan, templatePlan } from '../core/template/template-plan';
import type { FormZone } from '../core/template/zone-form';
import { bookOfPlan } from '../hosts/old-files/book-of-plan';
import { statedTemplate } from '../packs/stated-method';
import { dataYear, type Arguments } from './arguments';
import { extensionOf, makeFolder, refuseFolder, writeWhole } from './files';
import { choosePack, units } from './packs';
import { openForScoring } from './score';
import { problemLines } from './summary';
import { ExitCode, UsageError, type Terminal } from './terminal';
import { cliWords } from './words';
import { openWorkbookFile } from './workbook-file';

const words = cliWords.template;

/** A blank workbook for a pack and a year, for one zone, or for each of a register. A file that is there may have been filled in, so it is not written over. */
export async function templateCommand({ options }: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { pack, year, out, for: zone, register, from } = options;
  if (pack === undefined) throw new UsageError(cliWords.needPack);
  const ofYear = dataYear(year);
  if (from !== undefined) return continued(from, options, ofYear, terminal);
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

/** The workbook of the year after: what last year's hands on stands in it, and is told sheet by sheet. */
async function continued(from: string, options: Arguments['options'], ofYear: number | undefined, terminal: Terminal): Promise<ExitCode> {
  const { pack: id, out, for: zone, register } = options;
  if (out === undefined) throw new UsageError(words.needOut);
  if (zone !== undefined || register !== undefined) throw new UsageError(words.fromAlone);
  if (extensionOf(out) !== '.xlsx') throw new UsageError(words.extension(out));
  refuseFolder(out);
  refuseExisting(out);
  const chosen = choosePack(id!);
  if (chosen.from_workbook) throw new UsageError(words.fromStated);
  const { input, taken } = await openForScoring({ command: 'score', rest: [from], options: { pack: id } }, terminal);
  const { result, checked, toReport } = conclude(input);
  if (!toReport) {
    terminal.err(`${[...taken.told, words.fromBlocked, problemLines(result.problems, ['block'])].join('\n')}\n`);
    return ExitCode.problems;
  }
  const carried = carriedFrom({ checked, toReport }, units, input.sheets);
  if (ofYear !== undefined && ofYear !== carried.year) throw new UsageError(words.fromYear(ofYear, carried.year));
  writeWhole([{ path: out, content: [bookOfPlan(carriedPlan(carried, units))] }]);
  const told = carried.told.map(({ sheet, from: source, what }) => words.carriedLine(sheet, source, what));
  const left = carried.left.length === 0 ? [] : [words.carriedLeft(carried.left)];
  terminal.out(
    `${[...taken.told, words.carried(from, carried.year), ...told, ...left, words.carriedOther, words.written(out)].join('\n')}\n`,
  );
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
