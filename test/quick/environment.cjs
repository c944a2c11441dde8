const { readFileSync } = require('node:fs');
const { TestEnvironment } = require('jest-environment-node');
const alone = require('./alone.cjs');

/** Globals by which zod, axe and Univer know that they are there. */
const LIBRARIES = /^__zod_|^__core-js_shared__$|^REDI_GLOBAL_LOCK$|^(?:request|cancel)IdleCallback$/;

/** By project. */
const environments = new Map();

/** One environment for all test files of a worker's project that leave it as they found it. */
module.exports = class SharedEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { testPath } = context;
    // Files change while jest watches them.
    const { watch, watchAll } = config.globalConfig;
    const shared = !watch && !watchAll && !alone(testPath, readFileSync(testPath, 'utf8'));
    const { id } = config.projectConfig;
    const known = shared && environments.get(id);
    if (known) {
      known.testPath = testPath;
      return known;
    }
    super(config, context);
    this.shared = shared;
    if (!shared) return;
    environments.set(id, this);
    this.testPath = testPath;
    this.exit = this.global.process.exit;
  }

  handleTestEvent({ name }) {
    if (name === 'setup') this.names ??= new Set(Object.getOwnPropertyNames(this.global));
  }

  async teardown() {
    if (!this.shared) return super.teardown();
    this.global.process.exit = this.exit;
    const more = Object.getOwnPropertyNames(this.global).filter((name) => !this.names?.has(name) && !LIBRARIES.test(name));
    for (const name of more) Reflect.deleteProperty(this.global, name);
    if (more.length > 0) throw new Error(`${this.testPath} leaves in the globals: ${more.join(', ')}; test/README.md`);
  }
};
