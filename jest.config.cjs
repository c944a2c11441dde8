/** Asking for a global costs some hundred times more within jest than outside; these are asked for everywhere. */
const INJECTED = [
  'Math',
  'Number',
  'Object',
  'Array',
  'Map',
  'Set',
  'String',
  'JSON',
  'Float64Array',
  'Uint8Array',
  'RegExp',
  'Symbol',
  'Error',
];

/**
 * Tests mirror src and come in two speeds. Slow is what needs the build, a browser or another program, what drives whole samples through a
 * host, and what measures how time grows with size: it lies in test/e2e or is named *.slow.test.ts; all others are fast
 * (`npm run test:fast`). test/speeds.test.ts keeps out what it can tell by its imports.
 */
const shared = {
  testEnvironment: '<rootDir>/test/quick/environment.cjs',
  runtime: '<rootDir>/test/quick/runtime.cjs',
  sandboxInjectedGlobals: INJECTED,
  // YAML is parsed while transforming, just as webpack does.
  transform: {
    '^.+\\.tsx?$': '<rootDir>/test/typescript-transform.cjs',
    '^.+\\.yaml$': '<rootDir>/test/yaml-transform.cjs',
    '/node_modules/zod/index\\.cjs$': '<rootDir>/test/bundle-transform.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!zod/index\\.cjs$)'],
  // Univer's other builds require packages that are ES modules only; these have them inside.
  moduleNameMapper: { '^@univerjs/([a-z-]+)$': '<rootDir>/node_modules/@univerjs/$1/lib/umd/index.js' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'json', 'yaml'],
};
const SLOW = ['/test/e2e/', '\\.slow\\.test\\.ts$'];

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: SLOW,
    },
    {
      ...shared,
      displayName: 'slow',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts', '<rootDir>/test/**/*.slow.test.ts'],
      globalSetup: '<rootDir>/test/one-chromium.ts',
      globalTeardown: '<rootDir>/test/one-chromium-ends.ts',
      setupFilesAfterEnv: ['<rootDir>/test/second-tries.cjs'],
    },
  ],
  testSequencer: '<rootDir>/test/slow-first.cjs',
  reporters: ['default', '<rootDir>/test/closing-lines.cjs'],
  // One less, jest's own choice, would leave half of a small machine idle.
  maxWorkers: '100%',
  // How fast the machine is decides nothing: this only ends what hangs.
  testTimeout: 600_000,
};
