const { join } = require('node:path');
const { projects, ...config } = require('../../jest.config.cjs');

// test/draws.ts asks.
process.env.FEWER_DRAWS = '1';
const rootDir = join(__dirname, '..', '..');

/** `npm run test:fast`: the fast tests in less time. README.md of test/ says how. */
module.exports = {
  ...config,
  rootDir,
  projects: projects
    .filter(({ displayName }) => displayName === 'fast')
    .map((fast) => ({
      ...fast,
      rootDir,
      moduleNameMapper: { ...fast.moduleNameMapper, '^fast-check$': '<rootDir>/test/quick/fast-check.cjs' },
    })),
};
