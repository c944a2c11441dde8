import { spawn } from 'node:child_process';

/** `node test/at-once.mjs typecheck lint` runs scripts of package.json at the same time; each says its words in one piece when it ends. */
const run = (script) =>
  new Promise((resolve) => {
    const began = process.hrtime.bigint();
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
    child.on('error', (error) => said.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      process.stdout.write(`${Buffer.concat(said)}${script}: ${code === 0 ? 'passed' : 'failed'} after ${seconds.toFixed(0)} s\n`);
      resolve(code === 0);
    });
  });

const passed = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = passed.every(Boolean) ? 0 : 1;
