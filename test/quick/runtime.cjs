const { default: Runtime } = require('jest-runtime');

/** What the runner of tests keeps beyond its own modules. */
const KEPT = ['EVENT_HANDLERS', 'RETRY_TIMES', 'LOG_ERRORS_BEFORE_RETRY'].map((key) => Symbol.for(key));

/** By project. */
const runtimes = new Map();

/** One registry of modules for all test files of a shared environment; only the test file, what is set up before it and the runner of tests are loaded anew. */
module.exports = class SharedRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig) {
    const known = environment.shared && runtimes.get(config.id);
    if (known) {
      known.startsWith(testPath);
      return known;
    }
    super(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig);
    this.shared = environment.shared;
    this.once = config.setupFilesAfterEnv;
    if (this.shared) runtimes.set(config.id, this);
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
    for (const file of [this._testPath, ...this.once]) moduleRegistry.delete(file);
    for (const file of internalModuleRegistry.keys()) if (/[\\/]jest-circus[\\/]/.test(file)) internalModuleRegistry.delete(file);
    for (const key of KEPT) Reflect.deleteProperty(this._environment.global, key);
    this.testMainModule.reset();
    this.fileCache.clear();
    this.transformCache.clear();
    this.jestGlobals.clearJestObjectCache();
  }
};
