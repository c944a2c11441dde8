const { readFileSync } = require('node:fs');
const { TestEnvironment } = require('jest-environment-node');
const alone = require('./alone.cjs');

/** Globals by which zod and Univer know that they are there. */
const LIBRARIES = /^__zod_|^REDI_GLOBAL_LOCK$|^(?:request|cancel)IdleCallback$/;

const worker = { environment: undefined };

/** One environment for all test files of a worker that leave it as they found it. */
module.exports = class SharedEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { testPath } = context;
    // Files change while jest watches them.
    const { watch, watchAll } = config.globalConfig;
    const shared = !watch && !watchAll && !alone(testPath, readFileSync(testPath, 'utf8'));
    if (shared && worker.environment) {
      worker.environment.testPath = testPath;
      return worker.environment;
    }
    super(config, context);
    this.shared = shared;
    if (!shared) return;
    worker.environment = this;
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
