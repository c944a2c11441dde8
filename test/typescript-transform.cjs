const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
// The synchronous calls share one compiler that stays, instead of starting one for every file.
process.env.ESBUILD_WORKER_THREADS ??= '1';
const { transformSync, version } = require('esbuild');

/** What tsconfig.json says of the output, in esbuild's words; types are the type check's business. */
const OPTIONS = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // jest loads no ES module, so import() becomes a promise of a require().
  supported: { 'dynamic-import': false },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false, useDefineForClassFields: true } },
};
const KEY = [version, JSON.stringify(OPTIONS), readFileSync(__filename, 'utf8')];

/** jest's transform of TypeScript. Stack traces name the lines of the source. */
module.exports = {
  process(source, file) {
    if (/\bjest\.(un)?mock\(/.test(source))
      throw new Error(`${file}: jest.mock is not moved above imports here; use jest.doMock and import() after it`);
    return { code: transformSync(source, { ...OPTIONS, loader: file.endsWith('x') ? 'tsx' : 'ts', sourcefile: file }).code };
  },
  getCacheKey: (source, file) =>
    createHash('sha256')
      .update([...KEY, file, source].join('\0'))
      .digest('hex'),
};
