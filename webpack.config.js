const path = require('node:path');
const { URL } = require('node:url');
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

/** Where the manifest in the repository says that the pages lie: the development server. */
const DEVELOPMENT = 'https://localhost:3000';

/** The manifest for the server that the pages will lie on. A domain has no path, the pages may have one. */
function manifestFor(text, baseUrl = DEVELOPMENT) {
  const base = new URL(baseUrl);
  if (base.protocol !== 'https:') throw new Error(`--env baseUrl=${baseUrl}: Office wants https`);
  return text.replaceAll(`<AppDomain>${DEVELOPMENT}</AppDomain>`, `<AppDomain>${base.origin}</AppDomain>`).replaceAll(DEVELOPMENT, base.href.replace(/\/$/, ''));
}

/** Parts of zod that every schema refers to and the pane never uses: 8 KB gz. Each stand-in says what happens to whoever calls it. */
const leftOut = () =>
  [
    [/[\\/](to-json-schema|json-schema-processors)\.js$/, 'json-schema.cjs'],
    [/(^\.|[\\/]locales)[\\/]en\.js$/, 'locale-en.mjs'],
    [/^\.\/regexes\.js$/, 'formats.cjs'],
    [/^\.\/doc\.js$/, 'compiler.cjs'],
  ].map(([request, standIn]) => new NormalModuleReplacementPlugin(request, path.resolve(__dirname, 'src/app/left-out', standIn)));

/** A pack without the catalogue numbers of its parts: only tests count them, and they are a kilobyte of the pane. */
const withoutCoverage = (pack) => ({ ...pack, ...Object.fromEntries(Object.entries(pack).filter(([section]) => section !== 'covers').map(([section, part]) => [section, bare(part)])) });
const bare = (part) =>
  Array.isArray(part) || typeof part !== 'object' || part === null ? part : Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'covers').map(([key, value]) => [key, bare(value)]));

/**
 * @param env.officeJs see OFFICE_JS
 * @param env.baseUrl where the pages will lie, for the manifest in dist; https, with or without a path
 * @param env.harness builds the pane over a sample workbook into .tools/harness, for development and browser tests
 * @param env.tools builds the scripts of the repository (samples, benchmark) into .tools instead of the product into dist */
module.exports = (env = {}) => {
  const rules = [
    { test: /\.tsx?$/, exclude: /node_modules/, use: [{ loader: 'ts-loader', options: { transpileOnly: true } }] },
    { test: /\.yaml$/, type: 'json', parser: { parse: require('yaml').parse } },
  ];
  const browserRules = [rules[0], { test: /\.yaml$/, type: 'json', parser: { parse: (text) => withoutCoverage(require('yaml').parse(text)) } }];
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
      // The Excel benchmark lies as deep as its source, from where it finds the client library.
      entry: { samples: './assets/samples/generate.ts', bench: './test/bench/bench.ts', 'bench/excel': './test/bench/excel-bench.ts', validate: './test/manifest/validate.ts' },
      output: { path: path.resolve(__dirname, '.tools'), filename: '[name].js', clean: true },
      optimization: { minimize: false },
    };
  }
  const browser = (folder) => ({
    ...base,
    target: ['web', 'es2022'],
    module: { rules: [...browserRules, { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] }] },
    output: { path: path.resolve(__dirname, folder), filename: '[name].js', clean: false },
    plugins: [
      new CssPlugin({ filename: '[name].css' }),
      new DefinePlugin({ PRODUCT_VERSION: JSON.stringify(version) }),
      ...leftOut(),
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
    entry: { taskpane: './src/taskpane/taskpane.ts', commands: './src/commands/commands.ts' },
    plugins: [
      ...dist.plugins,
      page('taskpane', './src/taskpane/index.html', { csp: own ? policy() : policy(officeJs.replace(/(https:\/\/[^/]+).*/, '$1')), officeJs }),
      page('commands', './src/commands/index.html', { csp: own ? policy() : policy(officeJs.replace(/(https:\/\/[^/]+).*/, '$1')), officeJs }),
      new CopyPlugin({
        patterns: [
          { from: 'manifest.xml', to: 'manifest.xml', transform: (content) => manifestFor(String(content), env.baseUrl) },
          { from: 'assets/icons/*.png', to: 'assets/[name][ext]' },
          { from: 'src/commands/help.html', to: 'help.html', info: { minimized: true } },
        ],
      }),
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
  return env.https ? served(pane) : [cli, pane];
};

/** For sideloading into a real Excel: https on localhost with a certificate that the machine trusts. Asks for it only here, never in a build. */
async function served(pane) {
  const options = await require('office-addin-dev-certs').getHttpsServerOptions();
  return {
    ...pane,
    devServer: { port: 3000, server: { type: 'https', options }, static: false, hot: false, liveReload: false, headers: { 'Access-Control-Allow-Origin': 'https://localhost:3000' } },
  };
}
