const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { URL } = require('node:url');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const CssPlugin = require('mini-css-extract-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const { BannerPlugin, Compilation, DefinePlugin, NormalModuleReplacementPlugin, sources } = require('webpack');
const { version } = require('./package.json');

/** Where taskpane.html gets office.js from: Microsoft's delivery network, the one of 21Vianet, or our own server (copied from the npm package). */
const OFFICE_JS = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  'cdn-cn': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: 'office-js/office.js',
};
/** office.js itself loads one file for its host and one for the language of Office. */
const OFFICE_FILES = [
  'office.js',
  'excel-web-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'o15apptofilemappingtable.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
];

/** The page's policy: scripts and styles from our own server alone, none inline, nothing sent anywhere. */
const policy = (...scripts) => rulesOf({ scripts, others: ["worker-src 'self'"] });
const rulesOf = ({ scripts = [], styles = [], others = [] }) =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    ...others,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The spreadsheet library's hyphenation patterns, 70 files of which none is needed. */
const withoutHyphenation = () =>
  new NormalModuleReplacementPlugin(/^\.\/[\w-]+\.js$/, (request) => {
    if (HYPHENATING.test(request.context)) request.request = path.resolve(__dirname, 'src/workbench/left-out/hyphenation.mjs');
  });
const HYPHENATING = /@univerjs[\\/]engine-render[\\/]lib[\\/]es$/;

/** The few <style> elements that the embedded spreadsheet puts into the page, by what stands in them; a new version of it may bring others, and the browser then tells their hashes. */
const SPREADSHEET_STYLES = [
  // An empty one, filled rule by rule afterwards.
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
  "'sha256-qehDXQGi+mtaFkbShaHTjtdxRzE9Ba4Ffh5AsXR+z7s='",
];

/** The workbench as one file that opens by a double click. */
const ONE_FILE = '开发区考评助手.html';
const LICENCES = 'LICENSES.txt';
/** Its policy: the program that it starts with, what that takes out of the page, and no connection at all. */
const onePageRules = (start, styles) =>
  [
    "default-src 'none'",
    `script-src ${start} blob:`,
    `style-src ${styles.join(' ')}`,
    'img-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Where the manifest in the repository says that the pages lie: the development server. */
const DEVELOPMENT = 'https://localhost:3000';

/** Keeps compiled modules in node_modules/.cache, so that a second start takes a few seconds. */
const cached = (name) => ({
  type: 'filesystem',
  name,
  buildDependencies: { config: [__filename, path.resolve(__dirname, 'tsconfig.json'), path.resolve(__dirname, 'package.json')] },
});

/** The manifest for the server that the pages will lie on. A domain has no path, the pages may have one. */
function manifestFor(text, baseUrl = DEVELOPMENT) {
  const base = new URL(baseUrl);
  if (base.protocol !== 'https:') throw new Error(`--env baseUrl=${baseUrl}: Office wants https`);
  return text
    .replaceAll(`<AppDomain>${DEVELOPMENT}</AppDomain>`, `<AppDomain>${base.origin}</AppDomain>`)
    .replaceAll(DEVELOPMENT, base.href.replace(/\/$/, ''));
}

/** Whose values stand in src/app/styles/tokens.css, though no module of it is in a bundle. */
const COPIED = [path.resolve(__dirname, 'node_modules/@fluentui/tokens')];

/** Puts the licences of all packages that went into a bundle beside it, in their own words. */
class Licences {
  constructor(file, others = []) {
    this.file = file;
    this.others = others;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Licences', (compilation) =>
      compilation.hooks.processAssets.tap({ name: 'Licences', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const folders = new Set(this.others);
        for (const module of compilation.modules)
          for (const part of module.modules ?? [module])
            folders.add(/^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(part.nameForCondition?.() ?? '')?.[0]);
        folders.delete(undefined);
        const packagesOf = new Map();
        for (const folder of folders) {
          const { of, text } = licenceOf(folder);
          packagesOf.set(text, new Set([...(packagesOf.get(text) ?? []), of]));
        }
        const blocks = [...packagesOf].map(([text, packages]) => `${[...packages].sort().join('\n')}\n\n${text}\n`).sort();
        compilation.emitAsset(this.file, new sources.RawSource(blocks.join(`\n${'='.repeat(80)}\n\n`)));
      }),
    );
  }
}

/** Name, version and licence of a package, with the text that lies in it. */
function licenceOf(folder) {
  const { name, version: of, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (license === undefined && file === undefined) throw new Error(`${name}: neither package.json nor a file names the licence`);
  return {
    of: `${name} ${of}${license === undefined ? '' : ` (${license})`}`,
    text: file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim(),
  };
}

/**
 * @param env.officeJs see OFFICE_JS
 * @param env.baseUrl where the pages will lie, for the manifest in dist; https, with or without a path
 * @param env.oneFile builds the workbench as one HTML file, into `release` or env.folder; a text is the file's name
 * @param env.harness builds the pane over a sample workbook into .tools/harness, for development and browser tests
 * @param env.tools builds the scripts of the repository (samples, benchmark) into .tools instead of the product into dist */
module.exports = (env = {}) => {
  const rules = [
    { test: /\.tsx?$/, exclude: /node_modules/, use: [{ loader: 'ts-loader', options: { transpileOnly: true } }] },
    { test: /\.yaml$/, type: 'json', parser: { parse: require('yaml').parse } },
  ];
  const browserRules = [
    rules[0],
    { test: /\.yaml$/, type: 'json', use: [path.resolve(__dirname, 'src/packs/ready-loader.cjs')] },
    // The core is pure, so a file of it none of whose exports is used can go: that leaves the schemas out, and zod with them.
    { include: path.resolve(__dirname, 'src/core'), sideEffects: false },
  ];
  const base = {
    mode: 'production',
    devtool: false,
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: { rules },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
  // Also what has not changed, so that a file's time says when it was built.
  const written = { compareBeforeEmit: false };
  const node = { ...base, target: 'node20', node: { __dirname: false, __filename: false } };
  if (env.tools) {
    return {
      ...node,
      // These benchmarks lie as deep as their sources, from where they find the client library and the sample.
      entry: {
        samples: './assets/samples/generate.ts',
        bench: './test/bench/bench.ts',
        'bench/excel': './test/bench/excel-bench.ts',
        'bench/workbench': './test/bench/workbench-bench.ts',
        validate: './test/manifest/validate.ts',
        packages: './test/data/packages/make.ts',
      },
      output: { path: path.resolve(__dirname, '.tools'), filename: '[name].js', clean: true },
      // It finds its own files beside itself.
      externals: { 'playwright-core': 'commonjs playwright-core' },
      optimization: { minimize: false },
    };
  }
  const browser = (folder) => ({
    ...base,
    target: ['web', 'es2022'],
    module: { rules: [...browserRules, { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] }] },
    output: { ...written, path: path.resolve(__dirname, folder), filename: '[name].js', clean: false },
    plugins: [new CssPlugin({ filename: '[name].css' }), new DefinePlugin({ PRODUCT_VERSION: JSON.stringify(version) })],
  });
  const page = (name, template, parameters) =>
    new HtmlPlugin({ filename: `${name}.html`, template, chunks: [name], scriptLoading: 'defer', templateParameters: parameters });
  if (env.harness) {
    const harness = browser(env.folder ?? '.tools/harness');
    return {
      ...harness,
      cache: cached('harness'),
      entry: { harness: './test/app/harness/harness.ts' },
      plugins: [...harness.plugins, page('harness', './test/app/harness/index.html', { csp: policy() })],
    };
  }
  const officeJs = OFFICE_JS[env.officeJs ?? 'self'];
  if (officeJs === undefined) throw new Error(`--env officeJs is one of ${Object.keys(OFFICE_JS).join(', ')}`);
  const own = officeJs === OFFICE_JS.self;
  const dist = browser('dist');
  const pane = {
    ...dist,
    cache: cached(`pane-${env.officeJs ?? 'self'}`),
    // Its files are the ones that are named.
    optimization: { splitChunks: false },
    entry: { taskpane: './src/taskpane/taskpane.ts', notice: './src/notice/notice.ts' },
    plugins: [
      ...dist.plugins,
      new Licences('taskpane.LICENSES.txt', COPIED),
      page('taskpane', './src/taskpane/index.html', {
        csp: own ? policy() : policy(officeJs.replace(/(https:\/\/[^/]+).*/, '$1')),
        officeJs,
      }),
      page('notice', './src/notice/index.html', {
        csp: own ? policy() : policy(officeJs.replace(/(https:\/\/[^/]+).*/, '$1')),
        officeJs,
      }),
      new CopyPlugin({
        patterns: [
          { from: 'manifest.xml', to: 'manifest.xml', transform: (content) => manifestFor(String(content), env.baseUrl) },
          { from: 'assets/icons/*.png', to: 'assets/[name][ext]' },
          { from: 'src/commands/help.{html,css}', to: '[name][ext]', info: { minimized: true } },
        ],
      }),
      ...(own
        ? [
            new CopyPlugin({
              patterns: [
                { from: 'node_modules/@microsoft/office-js/LICENSE.md', to: 'office-js/LICENSE.md' },
                ...OFFICE_FILES.map((file) => ({
                  from: `node_modules/@microsoft/office-js/dist/${file}`,
                  to: `office-js/${file}`,
                  info: { minimized: true },
                })),
              ],
            }),
          ]
        : []),
    ],
  };
  const cli = {
    ...node,
    cache: cached('cli'),
    entry: { cli: './src/cli/main.ts' },
    output: { ...written, path: path.resolve(__dirname, 'dist'), filename: '[name].js', clean: false },
    // Readable stack traces in reports from users are worth more than a smaller command line.
    optimization: { minimize: false, splitChunks: false },
    // The first line is for the package's command, which npm links to this file.
    plugins: [new Licences('cli.LICENSES.txt'), new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true })],
  };
  const workbench = {
    ...dist,
    cache: cached('workbench'),
    entry: { workbench: './src/workbench/workbench.ts' },
    module: {
      // The one stand-in for all hyphenation patterns needs no file of its own.
      rules: [...dist.module.rules, { test: /\.js$/, include: /@univerjs[\\/]engine-render[\\/]/, parser: { dynamicImportMode: 'eager' } }],
    },
    output: {
      ...dist.output,
      clean: { keep: (file) => !file.startsWith('workbench/') },
      filename: 'workbench/[name].js',
      chunkFilename: 'workbench/[name].[contenthash:8].js',
      publicPath: 'auto',
    },
    optimization: {
      // The spreadsheet is many megabytes of source: terser takes three quarters of a minute for it, esbuild a few seconds.
      minimizer: [
        new TerserPlugin({
          minify: TerserPlugin.esbuildMinify,
          terserOptions: { target: 'es2022', legalComments: 'none', charset: 'utf8' },
        }),
      ],
    },
    plugins: [
      new CssPlugin({ filename: 'workbench/[name].css', chunkFilename: 'workbench/[name].[contenthash:8].css' }),
      new DefinePlugin({ PRODUCT_VERSION: JSON.stringify(version) }),
      withoutHyphenation(),
      new Licences('workbench/LICENSES.txt', COPIED),
      page('workbench', './src/workbench/index.html', { csp: rulesOf({ styles: SPREADSHEET_STYLES, others: ["worker-src 'self'"] }) }),
      new CopyPlugin({ patterns: [{ from: 'assets/samples/*.xlsx', to: 'samples/[name][ext]', info: { minimized: true } }] }),
    ],
  };
  if (env.oneFile) {
    const name = typeof env.oneFile === 'string' ? env.oneFile : ONE_FILE;
    const { OneFile } = require('./one-file.cjs');
    return {
      ...workbench,
      cache: cached('one-file'),
      entry: { workbench: './src/workbench/workbench.ts', start: './src/workbench/one-file/start.ts' },
      // Nothing is fetched afterwards: one program for the page, and one for each kind of thread.
      module: { rules: [...dist.module.rules, { test: /\.[cm]?[jt]sx?$/, parser: { dynamicImportMode: 'eager' } }] },
      output: {
        ...written,
        path: path.resolve(__dirname, env.folder ?? 'release'),
        filename: '[name].js',
        chunkFilename: '[name].js',
        publicPath: '',
      },
      optimization: { ...workbench.optimization, splitChunks: false },
      plugins: [
        new CssPlugin({ filename: '[name].css' }),
        new DefinePlugin({ PRODUCT_VERSION: JSON.stringify(version) }),
        withoutHyphenation(),
        new Licences(LICENCES, COPIED),
        new OneFile({
          ...{
            file: name,
            page: './src/workbench/index.html',
            icon: './assets/icons/icon-32.png',
            start: 'start.js',
            styles: 'workbench.css',
          },
          licences: LICENCES,
          samples: readdirSync(path.resolve(__dirname, 'assets/samples')).filter((file) => file.endsWith('.xlsx')),
          policy: (start, styles) => onePageRules(start, [styles, ...SPREADSHEET_STYLES]),
        }),
      ],
    };
  }
  return env.https ? require('./serve-excel.cjs').served(pane) : [cli, pane, workbench];
};
