/** Closes a test run with one plain line that any reader of logs can count. */
module.exports = class {
  onRunComplete(_contexts, {numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests}) {
    const broken = numFailedTestSuites > 0 && numFailedTests === 0 ? numFailedTestSuites : numFailedTests;
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
    process.stdout.write(`${numPassedTests} passed, ${broken} failed${skipped}\n`);
  }
};
