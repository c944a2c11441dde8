/**
 * Stands in for zod's JSON Schema writer in the pane's bundle (see webpack.config.js): every schema refers to it, so it cannot be
 * shaken out, and the pane never writes one. Saves 6 KB gz. Whoever calls it is told.
 */
const absent = () => {
  throw new Error('JSON Schema is left out of this bundle');
};
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? true : String(name).startsWith('create') ? () => absent : absent) });
