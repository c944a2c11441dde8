const { readFileSync } = require('node:fs');
const path = require('node:path');
const { compileFunction } = require('node:vm');
const { buildSync } = require('esbuild');
const { parse } = require('yaml');

const UNITS = path.join(__dirname, 'units.yaml');
const WORDS = path.join(__dirname, 'words.yaml');
/** Rows of sheets, no pack. */
const EXAMPLE = path.join(__dirname, 'own-method-example.yaml');

/** make-ready.ts with the core that it needs, compiled once a compilation: in watch mode the core may change in between. */
const made = new WeakMap();

function makeReady(compilation) {
  const known = made.get(compilation);
  if (known) return known;
  const root = path.join(__dirname, '..', '..');
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [path.join(__dirname, 'make-ready.ts')],
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
  });
  const module = { exports: {} };
  compileFunction(outputFiles[0].text, ['module', 'exports', 'require'])(module, module.exports, require);
  const maker = { ...module.exports, sources: Object.keys(metafile.inputs).map((source) => path.join(root, source)) };
  made.set(compilation, maker);
  return maker;
}

/** A problem of the pack, in the words that its writer would get from the command line. */
const told = ({ sheet, message, nextStep }) => `${sheet}：${message}${nextStep}`;

/** webpack's loader for packs and units in bundles for browsers: YAML → what ready.ts hands out, as JSON. A pack that does not load fails the build. */
module.exports = function ready(text) {
  // Validated by whoever reads packs of a person's own, the one program of a browser that has the schemas.
  if (this.resourcePath === WORDS || this.resourcePath === EXAMPLE) return JSON.stringify(parse(text));
  const { readyPack, readyUnitList, sources } = makeReady(this._compilation);
  for (const source of sources) this.addDependency(source);
  if (this.resourcePath === UNITS) return JSON.stringify(readyUnitList(parse(text)));
  const [units, words] = [UNITS, WORDS].map((file) => {
    this.addDependency(file);
    return parse(readFileSync(file, 'utf8'));
  });
  try {
    return JSON.stringify(readyPack(path.basename(this.resourcePath), parse(text), units, words));
  } catch (error) {
    throw error.problems
      ? new Error(
          error.problems
            .filter(({ severity }) => severity === 'block')
            .map(told)
            .join('\n'),
        )
      : error;
  }
};
