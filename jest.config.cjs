/** Tests mirror src. YAML is parsed while transforming, just as webpack does. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        tsconfig: {
          module: 'CommonJS',
          moduleResolution: 'node10',
          isolatedModules: true,
          esModuleInterop: true,
          target: 'ES2022',
          sourceMap: true,
        },
        diagnostics: false,
      },
    ],
    '^.+\\.yaml$': '<rootDir>/test/yaml-transform.cjs',
  },
  // Univer's other builds require packages that are ES modules only; these have them inside.
  moduleNameMapper: { '^@univerjs/([a-z-]+)$': '<rootDir>/node_modules/@univerjs/$1/lib/umd/index.js' },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'json', 'yaml'],
  setupFilesAfterEnv: ['<rootDir>/test/browser-retries.cjs'],
  testTimeout: 60000,
};
