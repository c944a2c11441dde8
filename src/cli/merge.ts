import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Gathering } from '../core/gather/gathering';
import type { Gathered } from '../core/gather/gathered';
import { readRegister } from '../core/gather/register';
import type { SheetGrid } from '../core/grid';
import type { Pack } from '../core/pack/schema';
import { packOfWorkbook } from '../core/pack/workbook-pack';
import { ProblemError } from '../core/problem';
import { bookOfPlan } from '../hosts/old-files/book-of-plan';
import { savedAt } from '../hosts/old-files/saved-at';
import { statedMethod } from '../packs/stated-method';
import { dataYear, type Arguments } from './arguments';
import { extensionOf, filesAt, refuseFolder, writeWhole } from './files';
import { choosePack, units } from './packs';
import { Progress } from './progress';
import { problemLines } from './summary';
import { ExitCode, FileError, UsageError, type Terminal } from './terminal';
import { openWorkbookFile } from './workbook-file';
import { cliWords } from './words';

const words = cliWords.merge;

/** What is taken of a folder; a file that is named is taken whatever its name. */
const WORKBOOKS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.et', '.csv']);

/** Files between two words on how far it is. */
const TOLD_EVERY = 20;

/** Gathers filled files into one workbook, one file in memory at a time. What is wrong with one of them is its line in the receipt. */
export async function mergeCommand({ rest, options }: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { pack: name, out, register, latest } = options;
  if (rest.length === 0) throw new UsageError(words.needFiles);
  if (name === undefined) throw new UsageError(cliWords.needPack);
  if (out === undefined) throw new UsageError(words.needOut);
  if (extensionOf(out) !== '.xlsx') throw new UsageError(words.extension(out));
  refuseFolder(out);
  if (existsSync(out)) throw new UsageError(words.exists(out));
  const year = dataYear(options.year);
  const pack = choosePack(name, (doubts) => terminal.err(`${problemLines(doubts)}\n`));
  const listed = register === undefined ? undefined : await namesIn(register, pack);
  // A file that is named twice is one file.
  const files = [...new Map(rest.flatMap((path) => filesAt(path, WORKBOOKS)).map((file) => [resolve(file), file])).values()];
  if (files.length === 0) throw new UsageError(words.noFiles(rest[0]!));
  const progress = new Progress(terminal);
  const gathering = new Gathering(pack, units);
  const names = shortNames(files);
  for (const [at, file] of files.entries()) {
    if (at % TOLD_EVERY === 0) progress.step(words.reading(at + 1, files.length));
    await take(gathering, pack, file, names[at]!);
  }
  const gathered = gathering.finish({ year, register: listed, latest });
  terminal.out(summaryOf(gathered));
  if (!gathered.plan) {
    terminal.err(`${words.nothing}\n`);
    return ExitCode.problems;
  }
  progress.step(cliWords.writing);
  writeWhole([{ path: out, content: [bookOfPlan(gathered.plan)] }]);
  terminal.out(`${words.written(out, gathered.conflicts.length)}\n`);
  return ExitCode.done;
}

async function take(gathering: Gathering, pack: Pack, file: string, name: string): Promise<void> {
  try {
    const { bytes, workbook } = await openWorkbookFile(file);
    const at = savedAt(bytes);
    const sheets = await workbook.read();
    const saved = at === undefined ? undefined : { at, shown: localTime(new Date(at)) };
    gathering.add({ name, sheets, savedAt: saved }, completed(pack, sheets));
  } catch (error) {
    if (error instanceof ProblemError) gathering.broken(name, error.problems[0] ?? words.unreadable);
    else if (error instanceof FileError) gathering.broken(name, { message: error.message, nextStep: '' });
    else throw error;
  }
}

/** The pack as the file's own sheets complete it: a method that it states, a list of indicators. */
const completed = (pack: Pack, sheets: readonly SheetGrid[]): Pack =>
  packOfWorkbook(statedMethod(pack, sheets, units).pack, sheets, units).pack;

async function namesIn(register: string, pack: Pack): Promise<string[]> {
  const { workbook } = await openWorkbookFile(register);
  return readRegister(pack, units, await workbook.read(), register).map(({ name }) => name);
}

/** Names without their folders, where that leaves no two alike. */
function shortNames(files: readonly string[]): readonly string[] {
  const short = files.map((file) => basename(file));
  const times = new Map<string, number>();
  short.forEach((name) => times.set(name, (times.get(name) ?? 0) + 1));
  return files.map((file, at) => (times.get(short[at]!) === 1 ? short[at]! : file));
}

const two = (number: number): string => String(number).padStart(2, '0');
const localTime = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;

function summaryOf({ year, lines, conflicts, reminders }: Gathered): string {
  const refused = lines.filter(({ outcome }) => outcome !== 'taken');
  const told = [
    words.taken(lines.length, lines.length - refused.length, year),
    ...refused.map(({ file, outcome, problems }) => words.notTaken(file, outcome, problems[0] ?? '')),
    ...(conflicts.length > 0 ? [words.conflicts(conflicts.length)] : []),
    ...(reminders === undefined ? [] : [words.reminders(reminders.map(({ zone }) => zone))]),
  ];
  return `${told.join('\n')}\n`;
}
