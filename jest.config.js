/** Unit tests beside their files, then integration, then the journeys: see src/test/order.js. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.test.ts'],
  transform: {'^.+\\.ts$': ['ts-jest', {diagnostics: false}]},
  testEnvironment: 'node',
  globalSetup: '<rootDir>/src/test/globalSetup.ts',
  globalTeardown: '<rootDir>/src/test/globalTeardown.ts',
  testSequencer: '<rootDir>/scripts/testOrder.cjs',
  reporters: ['default', '<rootDir>/scripts/closingLine.cjs'],
  testTimeout: 120_000,
  maxWorkers: 2,
};
