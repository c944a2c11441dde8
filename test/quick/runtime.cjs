const { default: Runtime } = require('jest-runtime');

/** What the runner of tests keeps beyond its own modules. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');

const worker = { runtime: undefined };

/** One registry of modules for all test files of a shared environment; only the test file and the runner of tests are loaded anew. */
module.exports = class SharedRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig) {
    if (environment.shared && worker.runtime) {
      worker.runtime.startsWith(testPath);
      return worker.runtime;
    }
    super(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig);
    this.shared = environment.shared;
    if (this.shared) worker.runtime = this;
  }

  startsWith(testPath) {
    this._testPath = testPath;
    this.executor.testPath = testPath;
    this.testState.state = 'loading';
  }

  teardown() {
    if (!this.shared) return super.teardown();
    this.restoreAllMocks();
    const { moduleRegistry, internalModuleRegistry } = this.registries;
    moduleRegistry.delete(this._testPath);
    for (const file of internalModuleRegistry.keys()) if (/[\\/]jest-circus[\\/]/.test(file)) internalModuleRegistry.delete(file);
    Reflect.deleteProperty(this._environment.global, HANDLERS);
    this.testMainModule.reset();
    this.fileCache.clear();
    this.transformCache.clear();
    this.jestGlobals.clearJestObjectCache();
  }
};
