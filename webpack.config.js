const { existsSync } = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const CssPlugin = require('mini-css-extract-plugin');
const { DefinePlugin, NormalModuleReplacementPlugin } = require('webpack');
const { version } = require('./package.json');

/** Where taskpane.html gets office.js from: Microsoft's delivery network, the one of 21Vianet, or our own server (copied from the npm package). */
const OFFICE_JS = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  'cdn-cn': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: 'office-js/office.js',
};
/** office.js itself loads one file for its host and one for the language of Office. */
const OFFICE_FILES = ['office.js', 'excel-web-16.00.js', 'excel-win32-16.01.js', 'excel-mac-16.00.js', 'o15apptofilemappingtable.js', 'zh-cn/office_strings.js', 'en-us/office_strings.js'];

/** The page's policy: scripts and styles from our own server alone, none inline, nothing sent anywhere. */
const policy = (...scripts) =>
  ["default-src 'none'", ["script-src 'self'", ...scripts].join(' '), "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"].join('; ');

/**
 * @param env.officeJs see OFFICE_JS
 * @param env.harness builds the pane over a sample workbook into .tools/harness, for development and browser tests
 * @param env.tools builds the scripts of the repository (samples, benchmark) into .tools instead of the product into dist */
module.exports = (env = {}) => {
  const rules = [
    { test: /\.tsx?$/, exclude: /node_modules/, use: [{ loader: 'ts-loader', options: { transpileOnly: true } }] },
    { test: /\.yaml$/, type: 'json', parser: { parse: require('yaml').parse } },
  ];
  const base = {
    mode: 'production',
    devtool: false,
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
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
  const browser = (folder) => ({
    ...base,
    target: ['web', 'es2022'],
    module: { rules: [...rules, { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] }] },
    output: { path: path.resolve(__dirname, folder), filename: '[name].js', clean: false },
    plugins: [
      new CssPlugin({ filename: '[name].css' }),
      new DefinePlugin({ PRODUCT_VERSION: JSON.stringify(version) }),
      new NormalModuleReplacementPlugin(/[\\/](to-json-schema|json-schema-processors)\.js$/, path.resolve(__dirname, 'src/app/no-json-schema.cjs')),
    ],
  });
  const page = (name, template, parameters) => new HtmlPlugin({ filename: `${name}.html`, template, chunks: [name], scriptLoading: 'defer', templateParameters: parameters });
  if (env.harness) {
    const harness = browser(env.folder ?? '.tools/harness');
    return { ...harness, entry: { harness: './test/app/harness/harness.ts' }, plugins: [...harness.plugins, page('harness', './test/app/harness/index.html', { csp: policy() })] };
  }
  const officeJs = OFFICE_JS[env.officeJs ?? 'self'];
  if (officeJs === undefined) throw new Error(`--env officeJs is one of ${Object.keys(OFFICE_JS).join(', ')}`);
  const own = officeJs === OFFICE_JS.self;
  const dist = browser('dist');
  const pane = {
    ...dist,
    entry: { taskpane: './src/taskpane/taskpane.ts' },
    plugins: [
      ...dist.plugins,
      page('taskpane', './src/taskpane/index.html', { csp: own ? policy() : policy(officeJs.replace(/(https:\/\/[^/]+).*/, '$1')), officeJs }),
      ...(own ? [new CopyPlugin({ patterns: OFFICE_FILES.map((file) => ({ from: `node_modules/@microsoft/office-js/dist/${file}`, to: `office-js/${file}`, info: { minimized: true } })) })] : []),
    ],
  };
  const cli = {
    ...node,
    entry: { cli: './src/cli/main.ts' },
    output: { path: path.resolve(__dirname, 'dist'), filename: '[name].js', clean: false },
    // Readable stack traces in reports from users are worth more than a smaller command line.
    optimization: { minimize: false },
  };
  // Until the Excel port is there, the pane inside Excel cannot be built.
  return existsSync(path.resolve(__dirname, 'src/hosts/excel/open-excel.ts')) ? [cli, pane] : [cli];
};
