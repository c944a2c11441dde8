/** How many tests of one run may need their second try. */
const SECOND_TRIES = 2;

/** jest's reporter of what stands below its own summary: tests that needed a second try, and the sums in one line. `SLOWEST=20` names so many files. */
module.exports = class ClosingLines {
  #again = [];
  #files = [];

  onTestResult(_, { testFilePath, testResults, perfStats }) {
    this.#files.push({ file: testFilePath, seconds: perfStats.runtime / 1000 });
    for (const { invocations, fullName } of testResults) if (invocations > 1) this.#again.push(`${testFilePath}: ${fullName}`);
  }

  onRunComplete(_, { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
    // A file that could not be run at all has no tests to count.
    const broken = testResults.filter(({ testExecError }) => testExecError).length;
    const lines = [
      ...this.#slowest(Number(process.env.SLOWEST ?? 0)),
      ...this.#again.map((name) => `second try: ${name}`),
      `second tries: ${this.#again.length}${this.#again.length > SECOND_TRIES ? ` (at most ${SECOND_TRIES} pass)` : ''}`,
      `${numPassedTests} passed, ${numFailedTests + broken} failed, ${numPendingTests + numTodoTests} skipped`,
    ];
    // jest writes its summary after the last reporter has been told.
    process.once('exit', () => process.stdout.write(`${lines.join('\n')}\n`));
  }

  #slowest(many) {
    return this.#files
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, many)
      .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
  }

  /** What jest ends with as with a failed test. */
  getLastError() {
    return this.#again.length > SECOND_TRIES ? new Error(`${this.#again.length} tests needed their second try`) : undefined;
  }
};
