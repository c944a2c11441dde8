import { existsSync } from 'node:fs';
import { skeletonPack } from '../core/pack/skeleton';
import type { Arguments } from './arguments';
import { refuseFolder, writeWhole } from './files';
import { isPackFile, plainWords, units } from './packs';
import { ExitCode, UsageError, type Terminal } from './terminal';
import { cliWords } from './words';
import { openWorkbookFile } from './workbook-file';

const words = cliWords.newPack;

/** A pack to go on from, by the headers of a workbook. A file that is there may have been worked on, so it is not written over. */
export async function newPackCommand({ options: { from, out } }: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (from === undefined) throw new UsageError(words.needFrom);
  if (out !== undefined && !isPackFile(out)) throw new UsageError(words.extension(out));
  if (out !== undefined) refuseFolder(out);
  if (out !== undefined && existsSync(out)) throw new UsageError(words.exists(out));
  const { workbook } = await openWorkbookFile(from);
  const text = skeletonPack(await workbook.read(), units, plainWords());
  if (text === undefined) {
    terminal.err(`${words.noTable(from)}\n`);
    return ExitCode.problems;
  }
  if (out === undefined) {
    terminal.out(text);
    return ExitCode.done;
  }
  writeWhole([{ path: out, content: [new TextEncoder().encode(text)] }]);
  terminal.out(`${words.written(out)}\n`);
  return ExitCode.done;
}
