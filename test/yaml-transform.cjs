const { createHash } = require('node:crypto');
const { parse } = require('yaml');

module.exports = {
  process: (source) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(parse(source))} };` }),
  getCacheKey: (source) => createHash('sha1').update(source).digest('hex'),
};
