const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { buildSync, version } = require('esbuild');

/**
 * jest's transform of the entry of a dependency of many files: all of it in one. jest loads every file anew for every test file, and looking
 * for a hundred of them takes longer than running them.
 */
module.exports = {
  process: (_, file) => ({
    code: buildSync({ entryPoints: [file], bundle: true, write: false, format: 'cjs', platform: 'node', target: 'node20' }).outputFiles[0]
      .text,
  }),
  getCacheKey: (source, file) =>
    createHash('sha256')
      .update(
        [version, readFileSync(__filename, 'utf8'), readFileSync(file.replace(/[^\\/]+$/, 'package.json'), 'utf8'), source].join('\0'),
      )
      .digest('hex'),
};
