/** A browser on a busy machine may miss a beat once: browser tests get a second try, and the first failure is printed all the same. */
const { testPath } = expect.getState();
if (/[\\/]test[\\/](e2e|app[\\/]browser)[\\/]/.test(testPath ?? '')) jest.retryTimes(1, { logErrorsBeforeRetry: true });
