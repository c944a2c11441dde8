import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { portNumber, type Arguments } from './arguments';
import { browserCommand } from './browser';
import { PAGE, serve, type Served } from './serve';
import { ExitCode, FileError, PortError, type Terminal } from './terminal';
import { cliWords } from './words';

const words = cliWords.workbench;

/** Serves the built workbench to this machine until the person ends it. */
export async function workbenchCommand({ options }: Arguments, terminal: Terminal): Promise<ExitCode> {
  const port = portNumber(options.port);
  const page = join(terminal.root, PAGE);
  if (!existsSync(page)) throw new FileError(words.noPage(page));
  const served = await servedAt(port, terminal.root);
  const stopped = terminal.stopped();
  terminal.out(`${words.started(served.address)}\n`);
  const browser = options['no-open'] ? undefined : browserCommand(served.address, terminal.machine);
  if (browser) terminal.launch(browser);
  await stopped;
  await served.close();
  terminal.out(`${words.ended}\n`);
  return ExitCode.done;
}

async function servedAt(port: number, folder: string): Promise<Served> {
  try {
    return await serve(folder, port);
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (syscall !== 'listen') throw error;
    throw new PortError(portRefusal(port, code));
  }
}

/**
 * Why a port cannot be had and the command for another one.
 * @param code of the error of `listen`
 */
export function portRefusal(port: number, code: string): string {
  if (code === 'EADDRINUSE') return words.portTaken(port, port < 65_535 ? port + 1 : port - 1);
  // Neighbours of a refused port are often refused with it: all below 1024, or a range that Windows keeps for itself.
  const apart = port === 8080 ? 3000 : 8080;
  return code === 'EACCES' ? words.portDenied(port, apart) : words.portFailed(port, code, apart);
}
