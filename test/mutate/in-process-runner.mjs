import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import { bind } from 'jest-each';

const require = createRequire(import.meta.url);
const { folders } = require('./folders.cjs');

/** Tests that measure time say nothing about mutants; those that draw whole workbooks are too slow for so many of them. */
const LEFT_OUT = /(?:-speed|far-corner|deformed|\.property)\.test\.ts$/;
/** What a module remembers from one mutant would speak in the tests of the next one. */
const REMEMBERS = /^(?:export )?(?:let |const \w+(?:: (?!Readonly)[^=]+)? = new (?:Weak)?(?:Map|Set)\b)/mu;

const load = (transform) => (module, file) => module._compile(transform.process(readFileSync(file, 'utf8'), file).code, file);
Module._extensions['.ts'] = load(require('../typescript-transform.cjs'));
Module._extensions['.yaml'] = load(require('../yaml-transform.cjs'));

/** Drawn numbers are the same for every mutant, and not many. */
const FEWER_RUNS = 100;
const fastCheck = require('fast-check');
const assert = (property, options) =>
  fastCheck.assert(property, { ...options, seed: 1, numRuns: Math.min(options?.numRuns ?? FEWER_RUNS, FEWER_RUNS) });
require.cache[require.resolve('fast-check')].exports = { ...fastCheck, default: { ...fastCheck.default, assert } };

function testsIn(path) {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => testsIn(join(path, name)))
    .filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.test(file));
}

/**
 * Runs the tests of one folder in this process without loading anything again: Stryker switches mutants by a variable, so that
 * a mutant costs what its tests cost, some milliseconds, and not a start of jest. It knows describe, test, it and their `each`;
 * tests that need more of jest are not for mutants.
 */
class InProcessRunner {
  constructor() {
    this.tests = new Map();
    /** Test → milliseconds, the last time that it ran. */
    this.took = new Map();
    this.state = globalThis.__stryker__ ??= {};
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  init() {
    this.load();
  }

  load() {
    const root = join(process.cwd(), 'test');
    for (const file of Object.keys(require.cache)) if (/\.(?:ts|yaml)$/.test(file)) Reflect.deleteProperty(require.cache, file);
    this.tests.clear();
    let path = [];
    const within = (title, body) => {
      path.push(title);
      body();
      path.pop();
    };
    const add = (title, body) => {
      const name = [...path, title].join(' › ');
      this.tests.set(this.tests.has(name) ? `${name} (${this.tests.size})` : name, { body, fileName: join(root, path[0]) });
    };
    Object.assign(globalThis, { expect });
    globalThis.describe = Object.assign(within, { each: bind(within, false) });
    globalThis.test = globalThis.it = Object.assign(add, { each: bind(add) });
    for (const file of (folders[process.env.MUTATED_FOLDER] ?? []).flatMap((one) => testsIn(join(root, one)))) {
      path = [relative(root, file)];
      require(file);
    }
  }

  async dryRun() {
    this.state.mutantCoverage = { static: {}, perTest: {} };
    delete this.state.activeMutant;
    this.load();
    const result = await this.run([...this.tests.keys()], false);
    return { ...result, mutantCoverage: this.state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    Object.assign(this.state, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    try {
      const result = await this.run(testFilter ?? [...this.tests.keys()], !disableBail);
      const endless = determineHitLimitReached(this.state.hitCount, this.state.hitLimit);
      return toMutantRunResult(endless ?? result, disableBail);
    } finally {
      delete this.state.activeMutant;
      delete this.state.hitLimit;
      delete this.state.hitCount;
      if (REMEMBERS.test(readFileSync(activeMutant.fileName, 'utf8'))) this.load();
    }
  }

  async run(names, bail) {
    const tests = [];
    // Quick ones first: most mutants never meet the slow ones.
    const known = (name) => this.took.get(name) ?? 0;
    for (const name of [...names].sort((a, b) => known(a) - known(b))) {
      const { body, fileName } = this.tests.get(name);
      const began = performance.now();
      this.state.currentTestId = name;
      let failureMessage;
      try {
        await body();
      } catch (error) {
        failureMessage = String(error instanceof Error ? error.message : error);
      }
      this.state.currentTestId = undefined;
      const timeSpentMs = performance.now() - began;
      this.took.set(name, timeSpentMs);
      const found = { id: name, name, fileName, timeSpentMs };
      if (failureMessage === undefined) tests.push({ ...found, status: TestStatus.Success });
      else tests.push({ ...found, status: TestStatus.Failed, failureMessage });
      if (bail && failureMessage !== undefined) break;
    }
    return { status: DryRunStatus.Complete, tests };
  }
}

const make = () => new InProcessRunner();
make.inject = [];
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', make)];
