/** A browser on a busy machine may miss a beat once: browser tests get a second try, which closing-lines.cjs counts. */
const { testPath } = expect.getState();
if (/[\\/]test[\\/](e2e[\\/]|.*(browser|chromium))/.test(testPath ?? '')) jest.retryTimes(1, { logErrorsBeforeRetry: true });
