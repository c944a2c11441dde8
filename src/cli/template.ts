import { existsSync } from 'node:fs';
import { templatePlan } from '../core/template/template-plan';
import { bookOfPlan } from '../hosts/old-files/book-of-plan';
import { statedTemplate } from '../packs/stated-method';
import { dataYear, type Arguments } from './arguments';
import { extensionOf, refuseFolder, writeWhole } from './files';
import { choosePack, units } from './packs';
import { ExitCode, UsageError, type Terminal } from './terminal';
import { cliWords } from './words';

const words = cliWords.template;

/** A blank workbook for a pack and a year. A file that is there may have been filled in, so it is not written over. */
export function templateCommand({ options: { pack, year, out } }: Arguments, terminal: Terminal): ExitCode {
  if (pack === undefined) throw new UsageError(cliWords.needPack);
  const ofYear = dataYear(year);
  if (ofYear === undefined) throw new UsageError(words.needYear);
  if (out === undefined) throw new UsageError(words.needOut);
  if (extensionOf(out) !== '.xlsx') throw new UsageError(words.extension(out));
  refuseFolder(out);
  if (existsSync(out)) throw new UsageError(words.exists(out));
  const chosen = choosePack(pack);
  const plan = chosen.from_workbook ? statedTemplate(chosen, [], units, ofYear) : templatePlan(chosen, units, ofYear);
  writeWhole([{ path: out, content: [bookOfPlan(plan)] }]);
  terminal.out(`${words.written(out)}\n`);
  return ExitCode.done;
}
