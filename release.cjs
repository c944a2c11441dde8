const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const process = require('node:process');
const { URL } = require('node:url');
const { zipSync } = require('fflate');
const { version } = require('./package.json');

/**
 * `npm run package` makes what is handed on, in release/: the workbench as one HTML file, a zip for a server of one's own with the add-in and its
 * manifest, the npm package with the command line, and their checksums. `npm run package -- https://address/` writes that address into the manifest.
 */
const FOLDER = path.join(__dirname, 'release');
const DIST = path.join(__dirname, 'dist');
const say = (text) => process.stdout.write(`${text}\n`);
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: __dirname, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });

/** What the command line is, and what it wrote when somebody tried it, is for no server. */
const forServers = (file) => !/^cli[.-]|\.xlsx$/.test(file) || file.startsWith('samples/');

function addressOf(given) {
  if (given === undefined) return [];
  const address = URL.canParse(given) ? new URL(given) : undefined;
  if (address?.protocol === 'https:') return ['--env', `baseUrl=${address.href}`];
  process.stderr.write(`“${given}”不是 https 地址。请写加载项将要放置的网址，如 npm run package -- https://kaoping.example.gov.cn/\n`);
  process.exit(2);
}

function zipOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files.map((entry) => {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    return [path.relative(folder, file).split(path.sep).join('/'), file];
  });
  return zipSync(
    Object.fromEntries(named.filter(([name]) => forServers(name)).map(([name, file]) => [name, new Uint8Array(readFileSync(file))])),
  );
}

const address = addressOf(process.argv[2]);
rmSync(FOLDER, { recursive: true, force: true });
rmSync(DIST, { recursive: true, force: true });
mkdirSync(FOLDER);
const webpack = path.join(__dirname, 'node_modules', 'webpack', 'bin', 'webpack.js');
say('正在生成加载项、工作台和命令行……');
run(process.execPath, webpack, '--mode', 'production', ...address);
say('正在生成单文件工作台……');
run(process.execPath, webpack, '--mode', 'production', '--env', 'oneFile');
writeFileSync(path.join(FOLDER, `zone-assessor-${version}-server.zip`), zipOf(DIST));
run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', FOLDER);

const made = readdirSync(FOLDER).sort();
const sums = made.map((name) => [
  createHash('sha256')
    .update(readFileSync(path.join(FOLDER, name)))
    .digest('hex'),
  name,
]);
writeFileSync(path.join(FOLDER, 'SHA256SUMS.txt'), sums.map(([sum, name]) => `${sum}  ${name}\n`).join(''));
for (const name of made) say(`release/${name}\t${(readFileSync(path.join(FOLDER, name)).length / 1e6).toFixed(1)} MB`);
if (address.length === 0) say('压缩包里的 manifest.xml 指向 https://localhost:3000，正式部署请写明网址重做：npm run package -- https://…/');
