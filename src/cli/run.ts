import { join } from 'node:path';
import { describedPackSchema } from '../core/pack/described-schema';
import { ProblemError, blocks } from '../core/problem';
import { jurisdictionName } from '../core/report/jurisdiction';
import { readArguments, type Arguments } from './arguments';
import { mergeCommand } from './merge';
import { newPackCommand } from './new-pack';
import { builtIn, choosePack, packIds, readPackFile } from './packs';
import { checkCommand, scoreCommand } from './score';
import { showPack } from './show';
import { problemLines } from './summary';
import { templateCommand } from './template';
import { ExitCode, FileError, PortError, UsageError, type Terminal } from './terminal';
import { cliWords as words } from './words';
import { workbenchCommand } from './workbench';

/** Carries out one command line. Every failure ends in words an official can act on and a documented exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(readArguments(argv), terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\n\n${words.usage}\n`);
      return ExitCode.usage;
    }
    if (error instanceof FileError || error instanceof PortError) {
      terminal.err(`${error.message}\n`);
      return ExitCode.files;
    }
    if (error instanceof ProblemError) {
      terminal.err(`${words.notWrittenBecause}\n${problemLines(error.problems)}\n`);
      return ExitCode.problems;
    }
    terminal.err(`${words.unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    return ExitCode.files;
  }
}

async function dispatch(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { command, options } = args;
  if (options.help || command === 'help') {
    terminal.out(`${words.product}\n\n${words.usage}\n`);
    return ExitCode.done;
  }
  switch (command) {
    case 'score':
      return scoreCommand(args, terminal);
    case 'check':
      return checkCommand(args, terminal);
    case 'template':
      return templateCommand(args, terminal);
    case 'merge':
      return mergeCommand(args, terminal);
    case 'packs':
      return packsCommand(args, terminal);
    case 'demo':
      return demo(terminal);
    case 'workbench':
      return workbenchCommand(args, terminal);
    case '':
      throw new UsageError(words.needCommand);
    default:
      throw new UsageError(words.unknownCommand(command));
  }
}

async function packsCommand(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [what, name] = args.rest;
  const unused = Object.keys(args.options).find((option) => what !== 'new' && (option === 'from' || option === 'out'));
  if (unused !== undefined) throw new UsageError(words.optionNotUsed(`--${unused}`, `packs ${what ?? ''}`.trim()));
  switch (what) {
    case undefined:
      for (const id of packIds()) {
        const pack = builtIn(id);
        terminal.out(
          `${words.packLine(id, jurisdictionName(pack), pack.title, pack.number ?? (pack.from_workbook ? words.statedInWorkbook : words.noNumber))}\n`,
        );
      }
      return ExitCode.done;
    case 'show':
      if (name === undefined) throw new UsageError(words.needPackId);
      terminal.out(showPack(choosePack(name)));
      return ExitCode.done;
    case 'lint': {
      if (name === undefined) throw new UsageError(words.needPackFile);
      const { problems } = readPackFile(name);
      terminal.out(
        `${[...(problems.length > 0 ? [problemLines(problems)] : []), ...(blocks(problems) ? [] : [words.lintClean(name)])].join('\n')}\n`,
      );
      return blocks(problems) ? ExitCode.problems : ExitCode.done;
    }
    case 'new':
      return newPackCommand(args, terminal);
    case 'schema':
      terminal.out(`${JSON.stringify(describedPackSchema().schema, null, 2)}\n`);
      return ExitCode.done;
    default:
      throw new UsageError(words.unknownCommand(`packs ${what}`));
  }
}

/** The main job on a sample, for a first look. */
function demo(terminal: Terminal): Promise<ExitCode> {
  const sample = join(terminal.root, 'samples', 'shandong-2016.xlsx');
  terminal.out(`${words.demo.intro(sample)}\n`);
  return scoreCommand(
    {
      command: 'score',
      rest: [sample],
      options: { pack: 'shandong-2016', out: join(terminal.root, words.demo.output) },
    },
    terminal,
  );
}
