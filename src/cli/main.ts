import { spawn } from 'node:child_process';
import { run } from './run';

// A reader that has seen enough (head, a closed pager) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => new Date(),
  root: __dirname,
  machine: { platform: process.platform, env: process.env, interactive: process.stdout.isTTY === true },
  launch: ({ command, args }) => {
    const windows = process.platform === 'win32';
    // Detached, so that Ctrl+C here does not reach the browser; on Windows that would open a console window, and `start` detaches by itself.
    const child = spawn(command, [...args], { stdio: 'ignore', detached: !windows, windowsVerbatimArguments: windows, windowsHide: true });
    // No such program: the address stands on the screen for the person to open.
    child.on('error', () => undefined);
    child.unref();
  },
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
}).then((code) => {
  process.exitCode = code;
});
