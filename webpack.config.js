const path = require('node:path');

/** @param env.tools builds the scripts of the repository (samples, benchmark) into .tools instead of the product into dist */
module.exports = (env = {}) => {
  const rules = [
    { test: /\.ts$/, exclude: /node_modules/, use: [{ loader: 'ts-loader', options: { transpileOnly: true } }] },
    { test: /\.yaml$/, type: 'json', parser: { parse: require('yaml').parse } },
  ];
  const base = {
    mode: 'production',
    devtool: false,
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
  const node = { ...base, target: 'node20', node: { __dirname: false, __filename: false } };
  if (env.tools) {
    return {
      ...node,
      entry: { samples: './assets/samples/generate.ts', bench: './test/bench/bench.ts' },
      output: { path: path.resolve(__dirname, '.tools'), filename: '[name].js', clean: true },
      optimization: { minimize: false },
    };
  }
  return {
    ...node,
    entry: { cli: './src/cli/main.ts' },
    output: { path: path.resolve(__dirname, 'dist'), filename: '[name].js', clean: false },
    // Readable stack traces in reports from users are worth more than a smaller command line.
    optimization: { minimize: false },
  };
};
