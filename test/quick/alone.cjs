/** Mocks and timers of jest, and Microsoft's client library, which lives in the globals. */
const ALONE = /\bjest\.|[\\/]test[\\/](?:excel-host|hosts[\\/]excel)[\\/]|\/hosts\/excel\/session'/;

/** Whether a test file must not share its environment with others. */
module.exports = (testPath, source) => ALONE.test(`${testPath}\n${source}`);
