import { run } from './run';

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => new Date(),
  root: __dirname,
}).then((code) => {
  process.exitCode = code;
});
