import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { freePort } from './free-port';
import { programFile } from './program';
import { Workspace } from './workspace';

/** The workbench's server as the built program starts it. */
let space: Workspace;

beforeEach(() => {
  space = new Workspace();
  space.write('workbench.html', '<!doctype html>');
});

afterEach(() => space.remove());

it.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with 0', async (signal) => {
  copyFileSync(programFile, space.path('cli.js'));
  const port = await freePort();
  const child = spawn(process.execPath, [space.path('cli.js'), 'workbench', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString('utf8');
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString('utf8');
      if (out.includes('按 Ctrl+C 结束')) resolve();
    });
  });
  const ended = once(child, 'close');
  await Promise.race([ready, ended]);
  if (child.exitCode === null) expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('<!doctype html>');
  child.kill(signal);
  const [code, killedBy] = (await ended) as [number | null, string | null];
  expect({ code, killedBy, err }).toEqual({ code: 0, killedBy: null, err: '' });
  expect(out).toContain(`http://localhost:${port}/`);
  expect(out).toContain('工作台已结束。');
});
