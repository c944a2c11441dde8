const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { parse } = require('yaml');
const { version } = require('yaml/package.json');

const KEY = [version, readFileSync(__filename, 'utf8')];

/** jest's transform of YAML: parsed, as webpack does it for node. */
module.exports = {
  process: (source) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(parse(source))} };` }),
  getCacheKey: (source) =>
    createHash('sha256')
      .update([...KEY, source].join('\0'))
      .digest('hex'),
};
